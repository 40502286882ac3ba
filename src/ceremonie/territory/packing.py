"""Communes as few bytes: names as text, contours as differences on a grid, compressed.

A file holds a line for each commune and then the positions of all their rings, one after the other:
each coordinate as its difference from the one before, 10⁻⁴ degree being one. Nearly all differences
are small. They are shifted by `BIAS`, so that small ones have the same three upper bytes, and laid
as planes: all lowest bytes first, then the next ones. The upper planes compress to nearly nothing.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from ceremonie.territory.values import Commune, Position, Ring

GRID = 10_000
"""Steps in a degree: one is 11 m at most, a third of a px on the map of the smallest department."""

BIAS = 128
"""Added to each difference: those from -128 to 127 are then told by their lowest byte alone."""

BYTES = 4
END_OF_LINES = b"\0"
BETWEEN, AMONG = "\t", "|"
"""What parts the values of a line, and the items of a value."""

LEVEL = 9
"""Of zlib: of what the standard library has, it is the quickest to read by far (decision 10)."""


def compressed(data: bytes) -> bytes:
    return zlib.compress(data, LEVEL)


def packed(communes: Sequence[Commune]) -> bytes:
    """Positions are rounded to the grid. Raises ValueError where a name holds what parts names."""
    lines = "\n".join(_line(commune) for commune in communes).encode()
    positions = [p for c in communes for ring in (*c.rings, (c.centre,)) for p in _opened(ring)]
    planes = [_planes(_on_grid(p[axis] for p in positions)) for axis in (0, 1)]
    return compressed(lines + END_OF_LINES + b"".join(planes))


def unpacked(blob: bytes) -> tuple[Commune, ...]:
    """What `packed` made. Raises ValueError or zlib.error for anything else."""
    head, _, body = zlib.decompress(blob).partition(END_OF_LINES)
    half = len(body) // 2
    positions = list(zip(_degrees(body[:half]), _degrees(body[half:]), strict=True))
    return tuple(_communes(head.decode(), positions))


def _line(commune: Commune) -> str:
    names = (commune.name, *commune.former)
    if any(sign in name for name in names for sign in (BETWEEN, AMONG, "\n", "\0")):
        raise ValueError(f"a name that cannot be packed: {names}")
    counts = AMONG.join(str(len(_opened(ring))) for ring in commune.rings)
    return BETWEEN.join((commune.code, commune.name, counts, AMONG.join(commune.former)))


def _opened(ring: Ring) -> Ring:
    """Without its last position where that is the first one again."""
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def _on_grid(degrees: Iterable[float]) -> list[int]:
    return [round(degree * GRID) for degree in degrees]


def _planes(values: Sequence[int]) -> bytes:
    differences = array("i", [b - a + BIAS for a, b in pairwise((0, *values))])
    if sys.byteorder == "big":
        differences.byteswap()
    laid = differences.tobytes()
    return b"".join(laid[plane::BYTES] for plane in range(BYTES))


def _degrees(planes: bytes) -> list[float]:
    count = len(planes) // BYTES
    laid = bytearray(len(planes))
    for plane in range(BYTES):
        laid[plane::BYTES] = planes[plane * count : (plane + 1) * count]
    differences = array("i", bytes(laid))
    if sys.byteorder == "big":
        differences.byteswap()
    return [
        (total - BIAS * number) / GRID for number, total in enumerate(accumulate(differences), 1)
    ]


def _communes(lines: str, positions: Sequence[Position]) -> Iterator[Commune]:
    start = 0
    for line in lines.split("\n"):
        code, name, counts, former = line.split(BETWEEN)
        rings = []
        for count in map(int, counts.split(AMONG)):
            ring = positions[start : start + count]
            rings.append((*ring, ring[0]))
            start += count
        names = tuple(former.split(AMONG)) if former else ()
        yield Commune(code, name, tuple(rings), positions[start], names)
        start += 1


def packed_names(codes_of: Mapping[str, Sequence[str]]) -> bytes:
    """Names as they are compared, and for each the codes of departments."""
    lines = (BETWEEN.join((name, AMONG.join(codes))) for name, codes in codes_of.items())
    return compressed("\n".join(lines).encode())


def unpacked_names(blob: bytes) -> dict[str, str]:
    """Name → its codes, parted by `AMONG`: who looks up a few parts only these."""
    lines = zlib.decompress(blob).decode().split("\n")
    return dict(line.split(BETWEEN) for line in lines)
