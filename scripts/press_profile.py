"""Write the profile of a usual printing press from its measured patches: `FOGRA39L.ti3` → ICC.

    python scripts/press_profile.py FOGRA39L.ti3

The patches (Debian's package icc-profiles-free has them) are what a press that prints after
ISO 12647-2 on coated paper makes of 1617 mixtures of ink. Between them the colour is interpolated
by cubic splines in four dimensions (r³ and a plane; patches left out are met within ΔE 0.2 on
average), and written on a grid of nine steps an ink.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).resolve().parents[1] / "src/ceremonie/data/press/fogra39.icc"
STEPS = 9
D50 = np.array((0.9642, 1.0, 0.8249))
"""White of the connection space (ICC.1:2022, 7.2.16)."""

COPYRIGHT = "Characterisation data FOGRA39L (c) Fogra, Kai-Uwe Behrmann; zlib licence"
Array = NDArray[np.float64]


def main() -> None:
    inks, xyz = _patches(Path(sys.argv[1]))
    paper = xyz[(inks == 0).all(axis=1)][0]
    lab = _lab(xyz / paper)
    axis = np.linspace(0, 1, STEPS)
    grid = np.stack(np.meshgrid(*[axis] * 4, indexing="ij"), axis=-1).reshape(-1, 4)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(_profile(_interpolated(inks, lab, grid), paper * D50[1]))


def _patches(file: Path) -> tuple[Array, Array]:
    """Inks (cyan, magenta, yellow, black; 0 to 1) and XYZ (paper's light at most 1) without the
    patches that are there twice.
    """
    rows = [line.split() for line in file.read_text("ascii").splitlines()]
    values = np.array(
        [[float(v) for v in row] for row in rows if len(row) == 11 and row[0].isdigit()]
    )
    inks, first = np.unique(values[:, 1:5] / 100, axis=0, return_index=True)
    return inks, values[first, 5:8] / 100


def _lab(relative: Array) -> Array:
    """CIELAB from XYZ that are parts of the white's."""
    bent = np.where(relative > 216 / 24389, np.cbrt(relative), (relative * 24389 / 27 + 16) / 116)
    x, y, z = bent.T
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)


def _interpolated(points: Array, values: Array, wanted: Array) -> Array:
    """The smooth function that has these values at these points, at the wanted ones."""
    plane = np.hstack((np.ones((len(points), 1)), points))
    none = np.zeros((plane.shape[1], plane.shape[1]))
    system = np.block([[_cubes(points, points), plane], [plane.T, none]])
    weights = np.linalg.solve(system, np.vstack((values, np.zeros((len(none), 3)))))
    at = np.hstack((_cubes(wanted, points), np.ones((len(wanted), 1)), wanted))
    result: Array = at @ weights
    return result


def _cubes(one: Array, other: Array) -> Array:
    distances: Array = np.linalg.norm(one[:, None] - other[None], axis=-1) ** 3
    return distances


def _profile(lab: Array, paper: Array) -> bytes:
    """An input profile of version 2 (ICC.1:2001-04) with one table of 16 bits for every intent."""
    table = _table(lab)
    tags = {
        b"desc": _description("ceremonie: FOGRA39 (ISO 12647-2, papier couche)"),
        b"cprt": b"text\0\0\0\0" + COPYRIGHT.encode("ascii") + b"\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in paper)),
        b"A2B0": table,
        b"A2B1": table,
    }
    directory, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in placed:
            placed[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        directory += struct.pack(">4sII", name, placed[content], len(content))
    return _header(start + len(body)) + directory + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4xI4s4s4s", size, 0x02400000, b"scnr", b"CMYK", b"Lab ")
    head += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + bytes(24)
    head += struct.pack(">I3i", 1, *(round(v * 65536) for v in D50))
    return head.ljust(128, b"\0")


def _description(text: str) -> bytes:
    written = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(written)) + written + bytes(78)


def _table(lab: Array) -> bytes:
    """A `mft2`: no curves, the grid with the first ink slowest, Lab in 16 bits of version 2."""
    light, a, b = lab.T
    coded = np.stack((light * 652.8, (a + 128) * 256, (b + 128) * 256), axis=-1)
    values = np.clip(np.round(coded), 0, 65535).astype(">u2").tobytes()
    unit = struct.pack(">9i", *(65536 * v for v in (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    line = struct.pack(">2H", 0, 65535)
    head = b"mft2\0\0\0\0" + struct.pack(">BBBx", 4, 3, STEPS) + unit + struct.pack(">2H", 2, 2)
    return head + line * 4 + values + line * 3


if __name__ == "__main__":
    main()
