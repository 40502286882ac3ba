"""MovieLite: `ImageClip`, `vfx.ZoomIn`, `vtx.CrossFade`, `write(processes=2)`.

Its quality MIDDLE is veryfast at crf 21, one step quicker than what the others have; 20 cannot be
asked for. It finds `ffmpeg` on the path.
"""

from __future__ import annotations

from itertools import pairwise

from movielite import ImageClip, VideoQuality, VideoWriter, vfx, vtx
from task import Task, answered, asked


def clip(task: Task, index: int) -> ImageClip:
    """A photo that covers the frame, its centre in the middle, growing about it."""
    made = ImageClip(task.photos[index], start=task.start(index), duration=task.seconds)
    width, height = made.size
    cover = max(task.width / width, task.height / height)
    width, height = max(task.width, round(width * cover)), max(task.height, round(height * cover))
    made.set_size(width, height)
    made.set_position(((task.width - width) // 2, (task.height - height) // 2))
    made.add_effect(vfx.ZoomIn(task.seconds, from_scale=1.0, to_scale=task.zoom, anchor="center"))
    return made


def write(task: Task) -> None:
    clips = [clip(task, index) for index in range(len(task.photos))]
    length = task.crossfade - 1e-6  # it compares with the overlap of two sums of floats
    for former, later in pairwise(clips):
        former.add_transition(later, vtx.CrossFade(duration=length))
    size, duration = (task.width, task.height), task.frames / task.rate
    writer = VideoWriter(task.target, fps=task.rate, size=size, duration=duration)
    writer.add_clips(clips)
    writer.write(processes=task.processes, video_quality=VideoQuality.MIDDLE)


def main() -> None:
    task = asked()
    with answered(task):
        write(task)


if __name__ == "__main__":
    main()
