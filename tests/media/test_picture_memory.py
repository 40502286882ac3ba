"""However many pictures are decoded at once, their memory has a bound."""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ceremonie.media import pictures
from ceremonie.media.fault import UnusableError
from ceremonie.media.picture import memory

MEASURE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import numpy, PIL.ImageCms
from ceremonie.media import pictures
from ceremonie.media.fault import UnusableError
def highest():
    import resource
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
before, files = highest(), [Path(name) for name in sys.argv[1:]]
with ThreadPoolExecutor(len(files)) as pool:
    list(pool.map(lambda file: pictures.decode(file, file.name), files))
print(highest() - before)
"""


def large_png(file: Path, side: int, depth: int, kind: int) -> Path:
    """Rows of one value, packed as they are written."""
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[kind]
    row = b"\0" + bytes((90, 120, 150, 200)[:channels]) * (side * depth // 8)
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", side, side, depth, kind, 0, 0, 0)
    content = chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + content)
    return file


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the system tells no highest memory")
@pytest.mark.parametrize(("depth", "kind"), [(8, 6), (16, 6), (16, 0), (8, 2)])
def test_two_pictures_of_63_million_points_stay_under_the_budget(
    tmp_path: Path, depth: int, kind: int
) -> None:
    files = [str(large_png(tmp_path / f"{i}.png", 7900, depth, kind)) for i in range(2)]
    command = [sys.executable, "-c", MEASURE, *files]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert int(done.stdout) < memory.BUDGET


@pytest.mark.parametrize("need", [40, 60, 100])
def test_what_is_lent_at_once_never_exceeds_the_budget(need: int) -> None:
    budget, highest = memory.Budget(100), 0
    guard = threading.Lock()

    def work(_: int) -> None:
        nonlocal highest
        with budget.lend(need), guard:
            highest = max(highest, budget.lent)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(200)))
    assert 0 < highest <= 100
    assert budget.lent == 0


def test_a_picture_that_needs_more_than_all_is_decoded_alone() -> None:
    budget, together = memory.Budget(100), []
    with ThreadPoolExecutor(4) as pool:

        def work(need: int) -> None:
            with budget.lend(need):
                together.append((need, budget.lent))

        list(pool.map(work, [250, 30, 250, 30, 30] * 20))
    assert all(lent == 250 for need, lent in together if need == 250)


def test_memory_is_given_back_after_a_refusal(tmp_path: Path) -> None:
    file = large_png(tmp_path / "a.png", 600, 8, 6)
    file.write_bytes(file.read_bytes()[:-30])
    for _ in range(3):
        with pytest.raises(UnusableError):
            pictures.decode(file, "a.png")
    assert memory.DECODES.lent == 0


def test_every_decode_asks_for_its_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(memory, "DECODES", Counting(asked))
    for depth, kind in ((8, 6), (16, 0), (8, 2)):
        pictures.decode(large_png(tmp_path / "a.png", 500, depth, kind), "a.png")
    assert all(need >= 500 * 500 for need in asked)
    assert len(asked) == 3


class Counting(memory.Budget):
    def __init__(self, asked: list[int]) -> None:
        super().__init__(memory.BUDGET)
        self.lend_of = super().lend
        self.asked = asked

    def lend(self, amount: int):  # type: ignore[no-untyped-def]
        self.asked.append(amount)
        return self.lend_of(amount)
