"""MoviePy: `ImageClip.resized(lambda t: …)`, `CrossFadeIn`, `CompositeVideoClip`.

The fade comes before the zoom: after it, its mask would not grow with the picture and leave a black
edge, and would be slower besides.
"""

from __future__ import annotations

import time

from moviepy import CompositeVideoClip, ImageClip, vfx
from task import Task, answered, asked


def clip(task: Task, index: int) -> ImageClip:
    image = ImageClip(task.photos[index], duration=task.seconds)
    cover = max(task.width / image.w, task.height / image.h)
    faded = image.with_effects([vfx.CrossFadeIn(task.crossfade)]) if index else image
    growing = faded.resized(lambda t: cover * (1 + (task.zoom - 1) * t / task.seconds))
    return growing.with_position("center").with_start(task.start(index))


def composed(task: Task) -> CompositeVideoClip:
    clips = [clip(task, index) for index in range(len(task.photos))]
    film = CompositeVideoClip(clips, size=(task.width, task.height))
    return film.with_duration(task.frames / task.rate)


def main() -> None:
    """Reading the photos is told apart: it takes as long for the first frames as for all."""
    task = asked()
    with answered(task) as told:
        began = time.perf_counter()
        film = composed(task)
        told["reading"] = time.perf_counter() - began
        film.write_videofile(
            task.target,
            fps=task.rate,
            codec="libx264",
            preset="veryfast",
            ffmpeg_params=["-crf", "20"],
            logger=None,
        )


if __name__ == "__main__":
    main()
