"""Pictures of which little will be seen are told by what they are."""

from __future__ import annotations

import pytest
from PIL import Image, ImageColor, ImageDraw

from ceremonie.media.material import Picture
from tests.media.editions import Edition

ENTRY = {"alt": "Un essai", "personnes": "aucune"}


def slugs(edition: Edition, name: str) -> list[str]:
    """Told alike by both doors, all of them as warnings."""
    entry = {"fichier": name, **ENTRY}
    inspected, (_, gathered) = edition.inspect(entry), edition.gather(entry)
    assert inspected == gathered
    assert {str(d.severity) for d in inspected} <= {"avertissement"}
    return [d.slug for d in inspected]


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize("alpha", [0, 5, 20])
def test_transparent_pictures(edition: Edition, mode: str, alpha: int) -> None:
    image = Image.new("RGB", (300, 200), "red").convert("RGBA")
    image.putalpha(alpha)
    image.convert(mode).save(edition.folder / "a.png")
    assert slugs(edition, "a.png") == ["photo-transparente"]


def test_transparent_webp_and_a_dot_in_an_empty_frame(edition: Edition) -> None:
    Image.new("RGBA", (300, 200), (9, 9, 9, 0)).save(edition.folder / "a.webp")
    dots = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    for at in ((3, 3), (890, 590)):
        dots.putpixel(at, (200, 0, 0, 255))
    dots.save(edition.folder / "b.png")
    assert slugs(edition, "a.webp") == ["photo-transparente"]
    assert slugs(edition, "b.png") == ["photo-transparente"]


@pytest.mark.parametrize("size", [(20, 20), (1, 1), (32, 18)])
@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_icons(edition: Edition, size: tuple[int, int], ending: str) -> None:
    Image.new("RGB", size, "red").save(edition.folder / f"a.{ending}")
    (told,) = edition.inspect({"fichier": f"a.{ending}", **ENTRY})
    assert told.slug == "photo-minuscule"
    assert f"{size[0]} × {size[1]} points" in told.message


@pytest.mark.parametrize("ending", ["png", "webp"])
@pytest.mark.parametrize(
    ("frames", "wanted"), [(1, []), (2, ["photo-animee"]), (5, ["photo-animee"])]
)
def test_animations(edition: Edition, ending: str, frames: int, wanted: list[str]) -> None:
    """The first frame is used; one that holds still is a picture like any other."""
    drawn = [Image.new("RGB", (90, 60), (200 - 30 * i, 10, 40 * i)) for i in range(frames)]
    drawn[0].save(
        edition.folder / f"a.{ending}", save_all=True, append_images=drawn[1:], duration=200
    )
    assert slugs(edition, f"a.{ending}") == (["photo-animee"] if frames > 1 else [])


def wordmark(colour: str) -> Image.Image:
    image = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    for left in range(10, 390, 60):
        pen.ellipse((left, 20, left + 50, 100), outline=colour, width=12)
    return image


def swatch(edition: Edition, image: Image.Image) -> tuple[int, int, int, float]:
    """The main colour of a logo, where the film is made from."""
    image.save(edition.folder / "logo.png")
    materials, _ = edition.gather({"fichier": "logo.png", **ENTRY})
    (picture,) = materials.media.values()
    assert isinstance(picture, Picture)
    return picture.swatches[0]


@pytest.mark.parametrize("colour", ["white", "black", "#0055A4", "#F4EBD8"])
def test_the_film_knows_what_colour_a_logo_has(edition: Edition, colour: str) -> None:
    *channels, part = swatch(edition, wordmark(colour))
    assert channels == pytest.approx(ImageColor.getrgb(colour), abs=4)
    assert part > 0.5


def test_a_light_logo_with_a_ground_of_its_own_has_that_colour(edition: Edition) -> None:
    ground = Image.new("RGBA", (500, 200), (0, 0, 0, 0))
    ImageDraw.Draw(ground).rounded_rectangle((0, 0, 499, 199), 40, fill="#00565B")
    ground.alpha_composite(wordmark("white"), (50, 40))
    assert swatch(edition, ground)[:3] == pytest.approx(ImageColor.getrgb("#00565B"), abs=2)
