"""The plan of an edition on disk, from the facts of its media: nothing is decoded or copied."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from ceremonie.formats import Screen, Shape
from ceremonie.media.assembly import tracks
from ceremonie.media.decoding.drawing import LONGER_SIDE
from ceremonie.media.entries import Medium, entries
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound, Track
from ceremonie.planning import plan
from ceremonie.planning.model import Plan, WalkIn
from ceremonie.storyboard import read
from ceremonie.storyboard.evening import Welcome
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.options import DeckOptions
from ceremonie.units import SAMPLE_RATE, frames

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SAMPLE = ASSETS / "2023"
EXAMPLE = ASSETS / "exemples" / "fete-du-sport"
SCHOOL = ASSETS / "exemples" / "prix-de-l-ecole"


def storyboard(edition: Path) -> Storyboard:
    reading = read(edition / "storyboard.yaml")
    assert reading.storyboard is not None
    return reading.storyboard


def planned(edition: Path, shape: str = Shape.WIDE) -> Plan:
    """Its film in one shape, and its slides."""
    return _planned(edition, storyboard(edition), Shape(shape))


def awaited(edition: Path, screen: Screen) -> WalkIn:
    """What goes round before it, with a countdown of some minutes, for slides of a shape."""
    before = Welcome.model_validate({"secondes": 12, "decompte": 130})
    deck = DeckOptions.model_validate({"format": screen})
    board = storyboard(edition).model_copy(update={"welcome": before, "deck": deck})
    walk_in = _planned(edition, board, Shape.WIDE).welcome
    assert walk_in
    return walk_in


def _planned(edition: Path, board: Storyboard, shape: Shape) -> Plan:
    media: dict[Medium, Material] = {e: material(edition, e) for _, e in entries(board)}
    music = Sound("music", 120 * SAMPLE_RATE)
    heard = tuple(Track(music, entry, path) for path, entry in tracks(board))
    return plan(board, Materials(media, heard), (shape,))


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
