"""Photos that are damaged or cut are told, whole ones are not."""

from __future__ import annotations

import itertools
import random
import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ceremonie.media import pictures
from ceremonie.media.fault import UnusableError
from ceremonie.media.picture import damage
from tests.media.editions import Edition

SAMPLE = Path(__file__).parents[2] / "assets" / "2023" / "photos"


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    data = BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def scene(size: tuple[int, int] = (900, 600)) -> Image.Image:
    """A field with a horizon and grain, such as cameras see."""
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    grain = np.random.default_rng(7).integers(-9, 9, (size[1], size[0], 1))
    waves = 40 * np.sin(columns / 23) + 30 * np.cos(rows / 17 + columns / 90)
    colours = np.stack([110 + waves, 90 + rows / 6 + waves / 2, 170 - rows / 8 - waves], axis=-1)
    return Image.fromarray(np.clip(colours + grain, 0, 255).astype(np.uint8))


def healthy() -> Iterator[tuple[str, bytes]]:
    """Odd, and nothing is wrong with them."""
    flat, tiny = Image.new("RGB", (320, 240), (180, 40, 40)), Image.new("RGB", (9, 8), "white")
    drawing = Image.new("RGB", (400, 300), "white")
    drawing.paste((10, 20, 30), (100, 100, 200, 200))
    for name, image in {
        "scene": scene((333, 250)),
        "flat": flat,
        "tiny": tiny,
        "drawing": drawing,
    }.items():
        for sampling, progressive, quality, restart in itertools.product(
            (0, 1, 2, "4:1:1"), (False, True), (10, 85), (0, 1, 8)
        ):
            options: dict[str, Any] = {"restart_marker_blocks": restart} if restart else {}
            yield (
                f"{name} {sampling} {progressive} {quality} {restart}",
                encoded(image, subsampling=sampling, progressive=progressive, quality=quality,
                        optimize=quality == 10, **options),
            )  # fmt: skip
        yield from odd(name, image)


def odd(name: str, image: Image.Image) -> Iterator[tuple[str, bytes]]:
    plain = encoded(image, quality=85)
    for mode in ("L", "CMYK"):
        yield f"{name} {mode}", encoded(image.convert(mode))
    yield f"{name} with words behind", plain + b"camera data " * 500
    yield f"{name} with zeros behind", plain + bytes(5000)
    yield f"{name} with another behind", plain + encoded(image.resize((8, 8)))
    yield f"{name} filled before its end", plain[:-2] + b"\xff\xff\xff" + plain[-2:]
    yield f"{name} without its end", plain[:-2]
    yield f"{name} with a thumbnail", encoded(image, comment=encoded(image.resize((16, 12))))
    yield f"{name} as MPO", encoded(image, "MPO", save_all=True, append_images=[image])
    large = struct.pack(">BBH", 0xFF, 0xE5, 60_000) + bytes(59_998)
    yield f"{name} with a large segment", plain[:2] + large + plain[2:]
    if name != "flat":  # a flat picture's own bytes are zeros too
        yield f"{name} padded", plain[:-2] + bytes(3) + plain[-2:]


def test_no_alarm_for_healthy_photos() -> None:
    tried = dict(healthy())
    tried |= {str(file): file.read_bytes() for file in SAMPLE.glob("*.jpg")}
    assert len(tried) > 230
    assert [name for name, data in tried.items() if damage.found_in(data)] == []


@pytest.mark.parametrize(
    "name", ["scene without its end", "flat with words behind", "drawing as MPO"]
)
def test_odd_photos_are_shown(edition: Edition, name: str) -> None:
    (edition.folder / "a.jpg").write_bytes(dict(healthy())[name])
    assert edition.picture("a.jpg").width > 8


def hurt(data: bytes, at: float, length: int, kind: str) -> bytes:
    start = int(len(data) * at)
    filling = {
        "lost": b"",
        "zeros": bytes(length),
        "noise": bytes(b % 255 for b in random.Random(at).randbytes(length)),
    }[kind]
    return data[:start] + filling + data[start + length :]


@pytest.mark.parametrize("at", [0.3, 0.5, 0.8])
@pytest.mark.parametrize("length", [200, 2000])
def test_a_hole_is_told_with_its_height(edition: Edition, at: float, length: int) -> None:
    (edition.folder / "a.jpg").write_bytes(hurt(encoded(scene(), quality=85), at, length, "zeros"))
    (told,) = edition.inspect({"fichier": "a.jpg", "alt": "Un essai", "personnes": "aucune"})
    assert (told.slug, str(told.severity)) == ("photo-abimee", "avertissement")
    part = int(told.message.split("à partir de ")[1].split()[0])
    assert abs(part - at * 100) < 6
    assert told.place is not None


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
@pytest.mark.parametrize(("kind", "length"), [("lost", 500), ("lost", 2000), ("noise", 300)])
def test_bytes_missing_in_the_middle_are_told(
    edition: Edition, options: dict[str, Any], kind: str, length: int
) -> None:
    (edition.folder / "a.jpg").write_bytes(
        hurt(encoded(scene(), quality=85, **options), 0.5, length, kind)
    )
    entry = {"fichier": "a.jpg", "alt": "Un essai", "personnes": "aucune"}
    (told,), (materials, also_told) = edition.inspect(entry), edition.gather(entry)
    assert told.slug == "photo-abimee"
    assert also_told == (told,)
    (made,) = materials.media.values()
    assert (getattr(made, "width", 0), getattr(made, "height", 0)) == (900, 600)


def test_a_photo_of_which_hardly_anything_is_left_is_refused(edition: Edition) -> None:
    for at in (0.02, 0.04, 0.06):
        data = encoded(scene(), quality=85)
        (edition.folder / "a.jpg").write_bytes(hurt(data, at, len(data) // 2, "zeros"))
        assert edition.refused("a.jpg") == ("media-abime",)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "MPO"])
@pytest.mark.parametrize("part", [0.4, 0.7])
def test_cut_files_are_told_before_anything_is_made(
    edition: Edition, kind: str, part: float
) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    more = {"save_all": True, "append_images": [scene()]} if kind == "MPO" else {}
    data = encoded(scene(), kind, **more)
    (edition.folder / "a.jpg").write_bytes(data[: int(len(data) * part / (2 if more else 1))])
    (told,) = edition.inspect({"fichier": "a.jpg", "alt": "Un essai", "personnes": "aucune"})
    assert told.slug == "media-abime"


def webp_header(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4)
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


@pytest.mark.parametrize("size", [(11_000, 9_000), (16_000, 4_100), (16_000, 16_000)])
def test_too_large_a_webp_is_told_from_its_header(
    edition: Edition, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ceremonie.media.picture.source._decoder", None)
    (edition.folder / "a.webp").write_bytes(webp_header(*size))
    assert edition.refused("a.webp") == ("photo-demesuree",)


def test_examining_and_preparing_agree(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    for _, data in itertools.islice(healthy(), 0, None, 5):
        file.write_bytes(data)
        examined, made = pictures.examine(file, "a.jpg"), pictures.decode(file, "a.jpg").image
        assert (examined.width, examined.height) == made.size
    for at in (0.2, 0.5, 0.9):
        file.write_bytes(encoded(scene())[: int(len(encoded(scene())) * at)])
        for look in (pictures.examine, pictures.decode):
            with pytest.raises(UnusableError):
                look(file, "a.jpg")
