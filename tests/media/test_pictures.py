"""Pictures at the door: what comes in, and the pixels of what goes out."""

from __future__ import annotations

import hashlib
import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from ceremonie.media import pictures
from ceremonie.media.fault import UnusableError
from ceremonie.media.material import Picture
from tests.media.editions import Edition

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (30, 60, 200), (240, 240, 240)


def corners() -> Image.Image:
    """Four fields, so that every turn and flip looks different."""
    image = Image.new("RGB", (120, 80), WHITE)
    image.paste(RED, (0, 0, 60, 40))
    image.paste(GREEN, (60, 0, 120, 40))
    image.paste(BLUE, (0, 40, 60, 80))
    return image


def pixels(picture: Picture) -> Image.Image:
    return Image.open(picture.path)


def near(found: object, wanted: tuple[int, ...], tolerance: int = 6) -> bool:
    return bool(np.abs(np.subtract(np.asarray(found), wanted)).max() <= tolerance)


STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that writes this orientation has turned the picture (EXIF 2.3, tag 274)."""


@pytest.mark.parametrize("orientation", STORED)
def test_every_orientation_comes_upright(edition: Edition, orientation: int) -> None:
    turn = STORED[orientation]
    stored = corners() if turn is None else corners().transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(edition.folder / "a.jpg", exif=exif, quality=95, subsampling=0)
    made = pixels(edition.picture("a.jpg"))
    assert made.size == (120, 80)
    spots = [made.getpixel(at) for at in ((30, 20), (90, 20), (30, 60), (90, 60))]
    assert all(near(s, w) for s, w in zip(spots, (RED, GREEN, BLUE, WHITE), strict=True))


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "heic"])
def test_formats(edition: Edition, ending: str) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    corners().save(edition.folder / f"a.{ending}", quality=95)
    made = pixels(edition.picture(f"a.{ending}"))
    assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (120, 80))
    assert near(made.getpixel((30, 20)), RED, 12)


def test_wide_colours_become_srgb(edition: Edition) -> None:
    Image.new("RGB", (40, 40), (150, 150, 150)).save(
        edition.folder / "gris.jpg", icc_profile=display_p3(), quality=95
    )
    Image.new("RGB", (40, 40), (180, 40, 40)).save(
        edition.folder / "rouge.jpg", icc_profile=display_p3(), quality=95
    )
    grey = pixels(edition.picture("gris.jpg"))
    assert near(grey.getpixel((20, 20)), (150, 150, 150))
    assert "icc_profile" not in grey.info
    red = pixels(edition.picture("rouge.jpg")).getpixel((20, 20))
    assert isinstance(red, tuple)
    assert red[0] > 190, "a red of Display P3 lies further out in sRGB"


def display_p3() -> bytes:
    """Display P3: sRGB's curve with its own primaries, in D50 (published by its maker)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    wider = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    count = struct.unpack_from(">I", profile, 128)[0]
    for i in range(count):
        tag, offset, _ = struct.unpack_from(">4sII", profile, 132 + 12 * i)
        if tag in wider:
            fixed = (round(v * 65536) for v in wider[tag])
            struct.pack_into(">3i", profile, offset + 8, *fixed)
    return bytes(profile)


def test_sixteen_bits_of_grey(edition: Edition) -> None:
    Image.fromarray(np.full((40, 40), 0x8000, np.uint16)).save(edition.folder / "a.png")
    made = pixels(edition.picture("a.png"))
    assert near(made.getpixel((20, 20)), (128, 128, 128), 2)


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_modes_of_few_colours(edition: Edition, mode: str) -> None:
    Image.new("RGB", (40, 40), "white").convert(mode).save(edition.folder / "a.png")
    assert near(pixels(edition.picture("a.png")).getpixel((20, 20)), (255, 255, 255), 1)


def test_logo_keeps_its_transparency_without_its_border(edition: Edition) -> None:
    logo = Image.new("RGBA", (100, 60), (0, 0, 0, 0))
    logo.paste((200, 30, 30, 255), (20, 10, 70, 40))
    logo.putpixel((30, 20), (0, 0, 0, 0))
    logo.save(edition.folder / "logo.png")
    made = edition.picture("logo.png")
    assert (made.alpha, made.width, made.height) == (True, 50, 30)
    assert pixels(made).getpixel((10, 10)) == (0, 0, 0, 0)
    assert pixels(made).getpixel((0, 0)) == (200, 30, 30, 255)


def test_transparency_that_nobody_sees_is_none(edition: Edition) -> None:
    Image.new("RGBA", (40, 40), (*RED, 255)).save(edition.folder / "a.png")
    made = edition.picture("a.png")
    assert not made.alpha
    assert made.path.suffix == ".jpg"


def test_transparent_colour_of_a_palette(edition: Edition) -> None:
    image = Image.new("P", (40, 40), 0)
    image.putpalette([*RED, *GREEN])
    image.paste(1, (10, 10, 30, 30))
    image.save(edition.folder / "a.png", transparency=0)
    made = edition.picture("a.png")
    assert (made.alpha, made.width) == (True, 20)


def test_nothing_but_pixels_leaves(edition: Edition) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SECRETDEVICE"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (48.0, 47.0, 24.0)
    for name in ("a.jpg", "a.png", "a.webp"):
        image = corners().convert("RGBA")
        image.putpixel((60, 40), (0, 0, 0, 0))
        image = image if name.endswith("png") else image.convert("RGB")
        image.save(edition.folder / name, exif=exif, comment=b"SECRETDEVICE")
        data = edition.picture(name).path.read_bytes()
        assert b"SECRET" not in data
        assert b"Exif" not in data
        assert b"eXIf" not in data
        assert not Image.open(BytesIO(data)).getexif()


def test_reduced_to_what_the_frame_needs(edition: Edition) -> None:
    Image.new("RGB", (4000, 3000), RED).save(edition.folder / "paysage.jpg")
    Image.new("RGB", (3000, 4000), RED).save(edition.folder / "portrait.jpg")
    wide, tall = edition.picture("paysage.jpg"), edition.picture("portrait.jpg")
    assert (wide.width, wide.height) == (2342, 1757)
    assert tall.height > 2400
    assert tall.width * tall.height <= 4_610_000
    assert abs(tall.width / tall.height - 0.75) < 0.001


def test_small_pictures_are_never_enlarged(edition: Edition) -> None:
    corners().save(edition.folder / "a.png")
    assert edition.picture("a.png").width == 120


def test_digest_is_that_of_the_copy(edition: Edition) -> None:
    corners().save(edition.folder / "a.png")
    made = edition.picture("a.png")
    assert made.digest == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert made.path.stem == made.digest


def test_bomb_is_refused_from_its_header(edition: Edition) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = (
        struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    )
    start = b"\x89PNG\r\n\x1a\n" + chunk
    (edition.folder / "a.png").write_bytes(start + b"\0\0\0\0IDAT\x35\xaf\x06\x1e")
    assert edition.refused("a.png") == ("photo-demesuree",)


@pytest.mark.parametrize("part", [0.02, 0.5, 0.95])
def test_truncated(edition: Edition, part: float) -> None:
    rng = np.random.default_rng(1)
    noise = Image.fromarray(rng.integers(0, 255, (200, 200, 3), np.uint8))
    data = BytesIO()
    noise.save(data, "JPEG")
    (edition.folder / "a.jpg").write_bytes(data.getvalue()[: int(len(data.getvalue()) * part)])
    assert edition.refused("a.jpg") == ("media-abime",)


def test_other_contents_under_a_picture_s_name(edition: Edition) -> None:
    (edition.folder / "a.jpg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert edition.refused("a.jpg") == ("media-abime",)


def test_alternative_is_never_the_file_name(edition: Edition) -> None:
    corners().save(edition.folder / "photo_Prenom_NOM_3eB.jpg")
    materials, told = edition.gather({"fichier": "photo_Prenom_NOM_3eB.jpg"})
    (made,) = materials.media.values()
    assert isinstance(made, Picture)
    assert made.alternative == ""
    assert [(d.slug, str(d.severity)) for d in told] == [("alt-manquant", "avertissement")]
    assert told[0].place is not None


def test_caption_stands_in_for_the_alternative(edition: Edition) -> None:
    corners().save(edition.folder / "a.jpg")
    materials, told = edition.gather({"fichier": "a.jpg", "legende": "Le ring"})
    (made,) = materials.media.values()
    assert isinstance(made, Picture)
    assert (made.alternative, told) == ("Le ring", ())


def test_copies_are_kept_and_checked(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    corners().save(edition.folder / "a.jpg")
    first = edition.picture("a.jpg")
    with monkeypatch.context() as patch:
        patch.setattr("ceremonie.media.pictures.decode", None)
        assert edition.picture("a.jpg") == first
    whole = first.path.read_bytes()
    first.path.write_bytes(whole[:-10])
    assert edition.picture("a.jpg").path.read_bytes() == whole


def test_same_copies_for_any_number_of_workers(edition: Edition, tmp_path: Path) -> None:
    entries = []
    for i in range(4):
        Image.new("RGB", (50 + i, 40), RED).save(edition.folder / f"{i}.png")
        entries.append({"fichier": f"{i}.png", "alt": "Un essai"})
    one, _ = edition.gather(*entries, workers=1)
    edition.workspace = tmp_path / "autre"
    many, _ = edition.gather(*entries, workers=4)
    assert one == many


def test_lying_photos_keep_as_much_as_upright_ones(edition: Edition) -> None:
    """JPEG is decoded at a reduced size, chosen before the picture is turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (4000, 3000), RED).save(edition.folder / "couchee.jpg", exif=exif)
    Image.new("RGB", (3000, 4000), RED).save(edition.folder / "droite.jpg")
    lying, upright = edition.picture("couchee.jpg"), edition.picture("droite.jpg")
    assert (lying.width, lying.height) == (upright.width, upright.height)


@pytest.mark.parametrize("size", [(120, 80), (80, 120), (4000, 3000)])
def test_examining_tells_the_size_of_the_copy(edition: Edition, size: tuple[int, int]) -> None:
    file = edition.folder / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", size, RED).save(file, exif=exif)
    made, examined = edition.picture("a.jpg"), pictures.examine(file, "a.jpg")
    assert (examined.width, examined.height, examined.alpha) == (made.width, made.height, False)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_examining_tells_a_cut_file(edition: Edition, ending: str) -> None:
    rng = np.random.default_rng(1)
    file = edition.folder / f"a.{ending}"
    Image.fromarray(rng.integers(0, 255, (200, 200, 3), np.uint8)).save(file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(UnusableError) as told:
        pictures.examine(file, file.name)
    assert told.value.slug == "media-abime"
