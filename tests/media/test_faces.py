"""Heads in pictures: found, framed, asked about where nobody is said to be; never if not wanted.

The head is that of a painting by Berthe Morisot (assets/2023): no living person is tested with.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageEnhance

from ceremonie.diagnostics import Severity
from ceremonie.formats import Bounds
from ceremonie.media import faces, pictures
from ceremonie.media.material import Picture
from ceremonie.planning.cropping import shown
from ceremonie.planning.drawing import Photo

from .editions import Edition, whole

PAINTING = Path(__file__).parents[2] / "assets" / "2023" / "photos" / "lecture.jpg"
GREY = (120, 130, 125)

Place = tuple[float, float, float, float]


@cache
def head() -> Image.Image:
    """With some of what is around it."""
    with Image.open(PAINTING) as painting:
        cut: Image.Image = painting.convert("RGB").crop((441, 211, 773, 582))
        return cut


def portrayed(
    size: tuple[int, int] = (1500, 1000), at: tuple[int, int] = (1150, 20), high: int = 300
) -> tuple[Image.Image, Place]:
    """A plain picture with the head, `high` px, at this place; and where that is, 0 to 1."""
    image = Image.new("RGB", size, GREY)
    wide = round(high * head().width / head().height)
    image.paste(head().resize((wide, high)), at)
    edges = (at[0], at[1], at[0] + wide, at[1] + high)
    return image, tuple(edge / size[i % 2] for i, edge in enumerate(edges))  # type: ignore[return-value]


def entry(file: str, people: str = "foule", **more: object) -> dict[str, object]:
    return {"fichier": file, "alt": "Un essai", "personnes": people, **more}


@pytest.mark.parametrize(
    ("size", "at", "high"),
    [
        ((1500, 1000), (1150, 20), 300),
        ((1500, 1000), (20, 650), 300),
        ((1000, 1500), (700, 30), 260),
        ((5000, 3300), (2300, 1300), 330),
        ((160, 120), (10, 10), 60),
    ],
    ids=["upper right", "lower left", "upright", "small in a large photo", "tiny photo"],
)
def test_a_head_is_found_where_it_is(size: tuple[int, int], at: tuple[int, int], high: int) -> None:
    image, (left, top, right, bottom) = portrayed(size, at, high)
    ((x, y, end, foot),) = faces.heads(np.asarray(image))
    assert Bounds(left, top, right, bottom).holds(Bounds(x, y, end, foot), 0.03)
    assert end - x > (right - left) / 3


def test_grey_and_dark_photos_show_their_heads_and_black_ones_none() -> None:
    image, _ = portrayed()
    grey = image.convert("L").convert("RGB")
    dark = ImageEnhance.Brightness(image).enhance(0.3)
    black = ImageEnhance.Brightness(image).enhance(0.02)
    assert [len(faces.heads(np.asarray(i))) for i in (grey, dark, black)] == [1, 1, 0]


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1)])
def test_pictures_of_a_line_have_no_heads(shape: tuple[int, int]) -> None:
    assert faces.heads(np.full((*shape, 3), 200, np.uint8)) == ()


@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_the_focus_is_the_head_in_twentieths_and_a_crop_holds_it(
    edition: Edition, ending: str
) -> None:
    image, (left, _, right, _) = portrayed()
    image.save(edition.folder / f"a.{ending}")
    materials, _ = edition.gather(entry(f"a.{ending}"))
    (picture,) = materials.media.values()
    assert isinstance(picture, Picture)
    x, y = picture.focus
    assert (round(x * 20, 6) % 1, round(y * 20, 6) % 1) == (0, 0)
    assert left < x < right
    assert y < 0.3
    part = shown(Photo(name="cellule", picture=picture, x=0, y=0, width=600, height=1080))
    ((start, _, stop, _),) = picture.faces
    assert part.left <= start < stop <= part.right


def test_a_photo_on_its_side_is_looked_at_upright(edition: Edition) -> None:
    image, _ = portrayed()
    exif = Image.Exif()
    exif[0x0112] = 6
    image.transpose(Image.Transpose.ROTATE_90).save(edition.folder / "a.jpg", exif=exif)
    examined = edition.examine(entry("a.jpg"))
    (picture,) = examined.materials(whole(examined.reading)).media.values()
    assert isinstance(picture, Picture)
    assert picture.focus[0] > 0.8


def test_the_largest_of_two_heads_weighs_most(edition: Edition) -> None:
    image, _ = portrayed(at=(100, 300), high=600)
    image.paste(head().resize((134, 150)), (1300, 500))
    image.save(edition.folder / "a.png")
    examined = edition.examine(entry("a.png"))
    (picture,) = examined.materials(whole(examined.reading)).media.values()
    assert isinstance(picture, Picture)
    assert len(picture.faces) == 2
    assert picture.focus[0] < 0.4


def test_what_was_chosen_is_named_once_as_it_would_be_written(edition: Edition) -> None:
    for name in ("a.jpg", "b.jpg"):
        portrayed()[0].save(edition.folder / name)
    (told,) = edition.inspect(entry("a.jpg"), entry("b.jpg"))
    assert (told.slug, told.severity) == ("cadrage-propose", Severity.NOTE)
    assert told.message.count("(cadrage: {x: 0.85, y: 0.2})") == 2
    assert "« a.jpg »" in told.message
    assert "« b.jpg »" in told.message


def test_a_written_focus_holds_and_nobody_looks_for_another(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    portrayed()[0].save(edition.folder / "a.jpg")
    monkeypatch.setattr(faces, "heads", lambda pixels: pytest.fail("looked for"))
    picture = edition.picture("a.jpg", personnes="foule", cadrage={"x": 0.1, "y": 0.9})
    assert (picture.focus, picture.faces) == ((0.1, 0.9), ())


def test_a_face_is_asked_about_where_nobody_is_said_to_be(edition: Edition) -> None:
    portrayed()[0].save(edition.folder / "a.jpg")
    Image.new("RGB", (1500, 1000), GREY).save(edition.folder / "b.jpg")
    framed = {"cadrage": {"x": 0.5, "y": 0.5}}
    (told,) = edition.inspect(entry("a.jpg", "aucune", **framed), entry("b.jpg", "aucune"))
    assert (told.slug, told.severity) == ("visage-vu", Severity.WARNING)
    assert told.path == ("jours", 0, "ateliers", 0, "medias", 0, "personnes")


@pytest.mark.parametrize("no", ["non", False])
def test_one_key_turns_it_off(
    edition: Edition, no: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.top = {"theme": {"visages": no}}
    portrayed()[0].save(edition.folder / "a.jpg")
    monkeypatch.setattr(faces, "heads", lambda pixels: pytest.fail("looked for"))
    picture = edition.picture("a.jpg", personnes="aucune")
    assert (picture.focus, picture.faces) == ((0.5, 0.5), ())


def test_a_picture_with_transparency_is_no_photo(edition: Edition) -> None:
    image = portrayed()[0]
    image.putalpha(Image.new("L", image.size, 128))
    image.save(edition.folder / "a.png")
    assert edition.picture("a.png", personnes="aucune").faces == ()


def test_a_logo_is_not_looked_at(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    edition.top = {"theme": {"logo": entry("a.jpg")}}
    portrayed()[0].save(edition.folder / "a.jpg")
    Image.new("RGB", (300, 200), GREY).save(edition.folder / "b.jpg")
    shapes: list[tuple[int, ...]] = []

    def looked(pixels: npt.NDArray[np.uint8]) -> tuple[()]:
        shapes.append(pixels.shape)
        return ()

    monkeypatch.setattr(faces, "heads", looked)
    edition.inspect(entry("b.jpg"))
    assert shapes == [(200, 300, 3)]


def test_what_was_seen_is_kept(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    portrayed()[0].save(edition.folder / "a.jpg")
    first = edition.gather(entry("a.jpg"))
    monkeypatch.setattr(pictures, "examine", lambda *a, **how: pytest.fail("examined again"))
    assert edition.gather(entry("a.jpg")) == first
