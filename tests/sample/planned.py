"""The plan of an edition on disk, from the facts of its media: nothing is decoded or copied."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from ceremonie.formats import Shape
from ceremonie.media.assembly import tracks
from ceremonie.media.decoding.drawing import LONGER_SIDE
from ceremonie.media.entries import Medium, entries
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound, Track
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.storyboard import read
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import SAMPLE_RATE, frames

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SAMPLE = ASSETS / "2023"
EXAMPLE = ASSETS / "exemples" / "fete-du-sport"


def storyboard(edition: Path) -> Storyboard:
    reading = read(edition / "storyboard.yaml")
    assert reading.storyboard is not None
    return reading.storyboard


def planned(edition: Path, shape: str = Shape.WIDE) -> Plan:
    """Its film in one shape, and its slides."""
    board = storyboard(edition)
    media: dict[Medium, Material] = {e: material(edition, e) for _, e in entries(board)}
    music = Sound("music", 120 * SAMPLE_RATE)
    heard = tuple(Track(music, entry, path) for path, entry in tracks(board))
    return plan(board, Materials(media, heard), (Shape(shape),))


def material(edition: Path, entry: Media) -> Picture | Clip:
    """What an entry becomes, as far as the plan looks: its size and its length. The samples'
    drawings are square.
    """
    if entry.file.endswith(".mp4"):
        assert entry.stop is not None
        poster = Picture(entry.file, 1280, 720, "")
        return Clip(entry.file, 1280, 720, frames(entry.stop - entry.start), True, poster, "")
    if entry.file.endswith(".svg"):
        return Picture(entry.file, LONGER_SIDE, LONGER_SIDE, "", alpha=True)
    with Image.open(edition / entry.file) as image:
        width, height = image.size
        return Picture(entry.file, width, height, "", alpha=image.has_transparency_data)
