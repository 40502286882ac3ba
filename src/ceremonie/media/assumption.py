"""Materials as their headers announce them: enough to plan and check, nothing is decoded."""

from __future__ import annotations

from pathlib import Path

from ceremonie.media.entries import Medium, mediums, name_of
from ceremonie.media.inspection import Named, look
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Clip, Material, Materials, Missing, Picture
from ceremonie.storyboard import Reading
from ceremonie.storyboard.model import CustomScene

_SIDEWAYS = {5, 6, 7, 8}
"""EXIF orientations that swap width and height."""


def assumed(reading: Reading) -> Materials:
    """For each entry a material of the right kind and shape, without pixels; Missing where the
    file cannot be used. Raises ValueError if the reading has no storyboard.
    """
    if reading.storyboard is None:
        raise ValueError("a storyboard with errors has no materials")
    named = look(reading).named
    found: dict[Medium, Material] = {}
    for path, entry in mediums(reading.storyboard):
        found.setdefault(entry, _material(entry, named.get(path)))
    return Materials(found)


def _material(entry: Medium, named: Named | None) -> Material:
    if named is None or named.file is None:
        return Missing(name_of(entry))
    if isinstance(entry, CustomScene) or named.kind is Kind.CLIP:
        return Clip("", 1920, 1080, 1, False, Picture("", 1920, 1080, ""), "")
    size = _upright_size(named.file)
    return Picture("", *size, "", entry.caption) if size else Missing(name_of(entry))


def _upright_size(file: Path) -> tuple[int, int] | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(file) as image:
            sideways = image.getexif().get(0x0112) in _SIDEWAYS
            width, height = image.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None  # inspection tells what is wrong with it
    return (height, width) if sideways else (width, height)
