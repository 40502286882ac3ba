"""x264 alone: the finished frames, held in memory, encoded on all cores.

Everything before is free: the frames are decoded, zoomed, mixed, converted and laid out as the
encoder wants them when the clock starts, and no pipe lies between.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
from task import Task, answered, asked


def frames(task: Task) -> list[av.VideoFrame]:
    size = task.width * task.height * 3 // 2
    found: list[av.VideoFrame] = []
    with Path(task.raw).open("rb") as file:
        while data := file.read(size):
            found.append(frame(data, task, len(found)))
    return found


def frame(data: bytes, task: Task, number: int) -> av.VideoFrame:
    made = av.VideoFrame(task.width, task.height, "yuv420p")
    start = 0
    for plane in made.planes:
        if plane.line_size != plane.width:
            raise SystemExit(f"rows of {plane.line_size} bytes for {plane.width} pixels")
        plane.update(memoryview(data)[start : start + plane.buffer_size])
        start += plane.buffer_size
    made.pts, made.time_base = number, Fraction(1, task.rate)
    return made


def encode(pictures: list[av.VideoFrame], task: Task) -> None:
    options = {"preset": "veryfast", "crf": "20", "threads": "auto"}
    with av.open(task.target, "w") as film:
        stream = film.add_stream("libx264", rate=task.rate, options=options)
        stream.width, stream.height, stream.pix_fmt = task.width, task.height, "yuv420p"
        for picture in pictures:
            film.mux(stream.encode(picture))
        film.mux(stream.encode())


def main() -> None:
    task = asked()
    pictures = frames(task)
    with answered(task):
        encode(pictures, task)


if __name__ == "__main__":
    main()
