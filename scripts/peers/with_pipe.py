"""x264 alone again, as the ffmpeg program does it: the frames come from memory through a pipe."""

from __future__ import annotations

import subprocess
from pathlib import Path

from task import Task, answered, asked


def encode(data: bytes, task: Task) -> None:
    command = [
        *(task.ffmpeg, "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p"),
        *("-s", f"{task.width}x{task.height}", "-framerate", str(task.rate), "-i", "pipe:"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", task.target),
    ]
    size = task.width * task.height * 3 // 2
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin
        for start in range(0, len(data), size):
            process.stdin.write(memoryview(data)[start : start + size])
        process.stdin.close()
    if process.returncode:
        raise SystemExit(process.returncode)


def main() -> None:
    task = asked()
    data = Path(task.raw).read_bytes()
    with answered(task):
        encode(data, task)


if __name__ == "__main__":
    main()
