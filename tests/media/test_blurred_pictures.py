"""Faces blurred in the pixels of pictures: nothing of them is left, in the copy or beside it.

The head is that of a painting by Berthe Morisot (assets/2023): no living person is tested with.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from ceremonie.media import faces
from ceremonie.media.material import Picture
from ceremonie.treatment import AS_IT_IS, Key, Treatment

from .editions import Edition
from .test_faces import portrayed

Pixels = npt.NDArray[np.float64]

DETAIL = 1.0
"""Grey values: what may be left, on average, of differences between neighbours (JPEG leaves some
tenths; a face has several).
"""

WHOLE = Treatment(whole=True)
FACE = (700, 300, 860, 520)
SIZE = (1500, 1000)


def key(face: tuple[int, int, int, int] = FACE, size: tuple[int, int] = SIZE, at: float = 0) -> Key:
    left, top, right, low = face
    width, height = size
    return Key(at, left / width, top / height, (right - left) / width, (low - top) / height)


def at(*keys: Key) -> Treatment:
    return Treatment(regions=tuple((one,) for one in keys))


def pixels(picture: Picture) -> Pixels:
    with Image.open(picture.path) as image:
        return np.asarray(image.convert("RGB"), np.float64)


def inside(image: Pixels, face: tuple[int, int, int, int] = FACE) -> Pixels:
    left, top, right, low = face
    return image[top:low, left:right]


def detail(part: Pixels) -> float:
    """The mean difference between neighbours that are a third of a head's cell apart: averages
    that go smoothly into each other hardly differ there, whatever the colours.
    """
    grey = part.mean(axis=-1)
    smooth = np.asarray(Image.fromarray(grey.astype(np.uint8)).resize((3, 4), Image.Resampling.BOX))
    ground = Image.fromarray(smooth).resize(grey.shape[::-1], Image.Resampling.BICUBIC)
    return float(np.abs(np.diff(grey - np.asarray(ground, np.float64), axis=1)).mean())


def drawn(seed: int, size: tuple[int, int] = (160, 220)) -> Image.Image:
    """A head as children draw it: the same hair, skin and light, with a face of its own."""
    random = np.random.default_rng(seed)
    head = Image.new("RGB", size, (70, 90, 80))
    pen = ImageDraw.Draw(head)
    pen.ellipse((6, 4, 154, 216), (92, 62, 40))
    pen.ellipse((20, 40, 140, 212), (226, 184, 150))
    between, high, wide = (int(random.integers(*span)) for span in ((16, 34), (84, 112), (7, 15)))
    for side in (-1, 1):
        x = 80 + side * between
        pen.ellipse((x - wide, high - 7, x + wide, high + 7), (250, 250, 250))
        pen.ellipse((x - 6, high - 6, x + 6, high + 6), (40, 30, 20))
        brow = high - int(random.integers(14, 24))
        pen.line((x - wide, brow, x + wide, brow + int(random.integers(-6, 7))), (60, 40, 30), 5)
    mouth, across = int(random.integers(160, 186)), int(random.integers(16, 36))
    pen.arc((80 - across, mouth - 14, 80 + across, mouth + 8), 10, 170, (150, 40, 50), 6)
    pen.line((80, high + 8, 80 + int(random.integers(-12, 13)), high + 40), (180, 130, 100), 4)
    return head


def scene(head: Image.Image) -> Image.Image:
    """A lively ground with the head in it."""
    random = np.random.default_rng(3)
    cells = random.integers(0, 255, (50, 75, 3), dtype=np.uint8)
    image = Image.fromarray(cells).resize(SIZE, Image.Resampling.BICUBIC)
    image.paste(head.resize((FACE[2] - FACE[0], FACE[3] - FACE[1])), FACE[:2])
    return image


def saved(edition: Edition, image: Image.Image, name: str = "a.jpg") -> str:
    image.save(edition.folder / name, quality=95, subsampling=0)
    return name


def test_a_face_is_blurred_and_all_else_is_as_it_was(edition: Edition) -> None:
    name = saved(edition, scene(drawn(1)))
    plain, soft = (pixels(edition.treated(one).picture(name)) for one in (AS_IT_IS, at(key())))
    assert detail(inside(plain)) > 2 * DETAIL
    assert detail(inside(soft)) < DETAIL
    far = np.ones(plain.shape[:2], np.bool_)
    far[FACE[1] - 120 : FACE[3] + 120, FACE[0] - 90 : FACE[2] + 90] = False
    assert np.abs(plain - soft)[far].mean() < 0.5, "of JPEG, which is written anew"


def test_a_blur_is_wider_than_its_box_and_has_no_edge(edition: Edition) -> None:
    plain = Image.new("RGB", SIZE, (200, 200, 200))
    plain.paste((40, 40, 40), FACE)
    soft = pixels(edition.treated(at(key())).picture(saved(edition, plain)))
    row = soft[(FACE[1] + FACE[3]) // 2, :, 0]
    assert np.abs(np.diff(row)).max() < 8, "no step anywhere"
    margin = round((FACE[2] - FACE[0]) * 0.25)
    assert row[FACE[0] - margin : FACE[2] + margin].max() < 200, "a quarter of it on each side"


def test_a_blurred_face_is_not_told_from_others(edition: Edition) -> None:
    """Whoever has this very face and thirty others finds some of them more alike to what is left,
    and all of them nearly as much: light, skin and hair are what is still to be seen.
    """
    name = saved(edition, scene(drawn(0)))
    plain, soft = (inside(pixels(edition.treated(one).picture(name))).mean(axis=-1)
                   for one in (AS_IT_IS, at(key())))  # fmt: skip

    def likeness(seed: int, image: Pixels) -> float:
        grey = np.asarray(drawn(seed).resize(image.shape[::-1]).convert("L"), np.float64)
        return float(np.corrcoef(grey.ravel(), image.ravel())[0, 1])

    before, after = ([likeness(seed, image) for seed in range(31)] for image in (plain, soft))
    assert before[0] > max(before[1:]) + 0.02, "the attack tells it where nothing is blurred"
    assert after[0] < max(after[1:])
    assert max(after) - min(after) < 0.05


def framed(edition: Edition, name: str, treatment: Treatment) -> Picture:
    """As it is where heads are looked for, which is told."""
    entry = {"fichier": name, "alt": "Un essai", "personnes": "foule"}
    (made,) = edition.treated(treatment).gather(entry)[0].media.values()
    assert isinstance(made, Picture)
    return made


@pytest.mark.parametrize("high", [160, 300, 950])
def test_a_picture_blurred_whole_shows_no_head_of_any_size(edition: Edition, high: int) -> None:
    image, _ = portrayed(at=(300, 0), high=high)
    name = saved(edition, image)
    plain, soft = (framed(edition, name, one) for one in (AS_IT_IS, WHOLE))
    assert plain.faces
    assert not soft.faces
    assert soft.focus == (0.5, 0.5)
    assert np.abs(np.diff(pixels(soft), axis=1)).max() < 8

    with Image.open(soft.path) as copy:
        assert faces.heads(np.asarray(copy)) == ()


def test_a_blurred_copy_is_another_one_and_the_same_each_time(edition: Edition) -> None:
    name = saved(edition, scene(drawn(1)))
    treatments = [AS_IT_IS, WHOLE, at(key()), at(key(), key((10, 10, 90, 110)))]
    digests = [edition.treated(one).picture(name).digest for one in treatments]
    again = [edition.treated(one).picture(name).digest for one in reversed(treatments)]
    assert len({*digests}) == len(treatments)
    assert again[::-1] == digests
    copies = list(edition.workspace.rglob("*.jpg"))
    assert len(copies) == len(treatments), "and nothing beside them"


def test_what_is_transparent_stays_so(edition: Edition) -> None:
    logo = drawn(1).convert("RGBA")
    shape = Image.new("L", logo.size, 0)
    ImageDraw.Draw(shape).ellipse((6, 4, 154, 216), 255)
    logo.putalpha(shape)
    logo.save(edition.folder / "a.png")
    plain, soft = (
        Image.open(edition.treated(one).picture("a.png").path) for one in (AS_IT_IS, at(key()))
    )
    assert soft.mode == "RGBA"
    assert soft.getchannel("A").tobytes() == plain.getchannel("A").tobytes()
    seen = np.asarray(soft.convert("RGB"), np.float64)[60:160, 40:120]
    assert np.abs(np.diff(seen, axis=1)).max() < 8


def test_a_drawing_is_blurred_too(edition: Edition) -> None:
    edition.top = {"theme": {"logo": {"fichier": "a.svg", "alt": "Des barres"}}}
    bars = '<path fill="#a00" d="M0 0h10v40H0zM20 0h10v40H20zM70 0h10v40H70z"/>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">{bars}</svg>'
    (edition.folder / "a.svg").write_text(text, "utf-8")
    drawings = [edition.treated(one).gather()[0].media.values() for one in (AS_IT_IS, WHOLE)]
    (plain,), (soft,) = drawings
    assert isinstance(plain, Picture)
    assert isinstance(soft, Picture)
    assert plain.digest != soft.digest
    with Image.open(plain.path) as first, Image.open(soft.path) as second:
        assert first.getchannel("A").tobytes() == second.getchannel("A").tobytes()


def test_a_photo_turned_by_its_camera_is_blurred_where_it_is_seen(edition: Edition) -> None:
    lying = scene(drawn(1)).transpose(Image.Transpose.ROTATE_90)
    told = lying.getexif()
    told[0x0112] = 6
    lying.save(edition.folder / "a.jpg", quality=95, exif=told)
    soft = edition.treated(at(key())).picture("a.jpg")
    assert (soft.width, soft.height) == SIZE
    assert detail(inside(pixels(soft))) < DETAIL
    assert b"Exif" not in soft.path.read_bytes()
