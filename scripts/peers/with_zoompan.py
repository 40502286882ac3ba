"""The usual ffmpeg recipe: every photo twice as large as the frame, `zoompan`, `xfade`.

`zoompan` moves by whole pixels of its input, so recipes enlarge it first against the trembling;
twice is the least of what they ask for.
"""

from __future__ import annotations

import subprocess

from task import Task, answered, asked


def shown(task: Task, index: int) -> str:
    """One photo: cut to the frame's shape at twice its size, then grown about its centre."""
    large = f"{task.width * 2}:{task.height * 2}"
    length = round(task.seconds * task.rate)
    return (
        f"[{index}:v]scale={large}:force_original_aspect_ratio=increase,crop={large},"
        f"zoompan=z='1+{task.zoom - 1:.4f}*on/{length}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2'"
        f":d={length}:s={task.width}x{task.height}:fps={task.rate},format=yuv420p[shot{index}]"
    )


def mixed(task: Task, index: int) -> str:
    """The film so far with the next photo."""
    before = "shot0" if index == 1 else f"film{index - 1}"
    return (
        f"[{before}][shot{index}]xfade=transition=fade:duration={task.crossfade}"
        f":offset={task.start(index):.4f}[film{index}]"
    )


def command(task: Task) -> list[str]:
    count = len(task.photos)
    chain = [shown(task, i) for i in range(count)] + [mixed(task, i) for i in range(1, count)]
    inputs = [word for photo in task.photos for word in ("-i", photo)]
    return [
        *(task.ffmpeg, "-nostdin", "-v", "error", "-y", *inputs),
        *("-filter_complex", ";".join(chain), "-map", f"[film{count - 1}]"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", task.target),
    ]


def main() -> None:
    task = asked()
    with answered(task):
        subprocess.run(command(task), check=True)


if __name__ == "__main__":
    main()
