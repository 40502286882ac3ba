"""What disks, sticks and people do to files, at random and on purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

Corruption = Callable[[Path, Random], set[str]]
"""Spoils something in a folder; returns the names of which one at least has to be told."""


def names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def flipped(folder: Path, random: Random) -> set[str]:
    """One bit."""
    name = random.choice(names(folder))
    flip(folder / name, random.randrange((folder / name).stat().st_size), 1 << random.randrange(8))
    return {name}


def truncated(folder: Path, random: Random) -> set[str]:
    name = random.choice(names(folder))
    size = (folder / name).stat().st_size
    cut(folder / name, random.randrange(size))
    return {name}


def removed(folder: Path, random: Random) -> set[str]:
    name = random.choice(names(folder))
    (folder / name).unlink()
    return {name}


def added(folder: Path, random: Random) -> set[str]:
    name = f"ajout-{random.randrange(1000)}.txt"
    (folder / name).write_text("un mot", "utf-8")
    return {name}


def renamed(folder: Path, random: Random) -> set[str]:
    name = random.choice(names(folder))
    file = folder / name
    file.rename(file.with_name(f"autre-{file.name}"))
    return {name}


def swapped(folder: Path, random: Random) -> set[str]:
    """Two files that differ."""
    first = random.choice(names(folder))
    content = (folder / first).read_bytes()
    others = [name for name in names(folder) if (folder / name).read_bytes() != content]
    second = random.choice(others)
    swap(folder / first, folder / second)
    return {first, second}


KINDS: tuple[Corruption, ...] = (flipped, truncated, removed, added, renamed, swapped)


def flip(file: Path, at: int, mask: int = 1) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= mask
    file.write_bytes(data)


def cut(file: Path, size: int) -> None:
    file.write_bytes(file.read_bytes()[:size])


def swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
