"""What stands beside the pixels decides nothing but which way up they are, and never refuses."""

from __future__ import annotations

import random
import struct
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from ceremonie.media import pictures
from ceremonie.media.fault import UnusableError
from tests.media.editions import Edition

WIDE = (120, 80)
Encoded = bytes


def encoded(kind: str, **options: object) -> Encoded:
    data = BytesIO()
    image = Image.new("RGB", WIDE, (30, 60, 200))
    image.paste((200, 30, 30), (0, 0, 60, 40))
    image.save(data, kind, **options)
    return data.getvalue()


def exif(*entries: bytes, order: str = ">", count: int | None = None) -> bytes:
    """A directory of entries as they are given, announced as `count` of them."""
    mark = b"MM\0*" if order == ">" else b"II*\0"
    number = len(entries) if count is None else count
    return mark + struct.pack(f"{order}IH", 8, number) + b"".join(entries)


def entry(tag: int, kind: int, count: int, value: int, order: str = ">") -> bytes:
    form = "HHIHxx" if kind == 3 else "HHII"
    return struct.pack(f"{order}{form}", tag, kind, count, value)


TURNED = entry(0x0112, 3, 1, 6)
BROKEN = {
    "an offset past the end": exif(entry(0x010F, 2, 40, 0xFFFFFF), TURNED),
    "a kind that does not exist": exif(entry(0x0110, 99, 3, 7), TURNED),
    "a count of four thousand million": exif(entry(0x8769, 4, 0xFFFFFFFF, 8), TURNED),
    "more entries announced than there are": exif(TURNED, count=60_000),
    "the other byte order": exif(
        entry(0x010F, 2, 40, 0xFFFFFF, "<"), entry(0x0112, 3, 1, 6, "<"), order="<"
    ),
    "a directory that leads to itself": exif(entry(0x8769, 4, 1, 8), TURNED),
    "the orientation twice, first as nonsense": exif(entry(0x0112, 3, 1, 77), TURNED),
}


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def in_jpeg(block: bytes) -> Encoded:
    data = encoded("JPEG")
    return data[:2] + segment(0xE1, b"Exif\0\0" + block) + data[2:]


def in_png(*chunks: bytes) -> Encoded:
    data = encoded("PNG")
    return data[:33] + b"".join(chunks) + data[33:]


def in_webp(block: bytes) -> Encoded:
    return encoded("WEBP", exif=block)


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_upright_in_spite_of_broken_neighbours(edition: Edition, kind: str, broken: str) -> None:
    block = BROKEN[broken]
    data = {"jpg": in_jpeg, "png": lambda b: in_png(chunk(b"eXIf", b)), "webp": in_webp}[kind](
        block
    )
    (edition.folder / f"a.{kind}").write_bytes(data)
    made = edition.picture(f"a.{kind}")
    assert (made.width, made.height) == (80, 120)


XMP = b"<x:xmpmeta><rdf:Description %s/></x:xmpmeta>"
NAMED = b'tiff:Orientation="6"'


@pytest.mark.parametrize("written", [XMP % NAMED, b"<tiff:Orientation>6</tiff:Orientation>"])
def test_orientation_that_only_xmp_tells(edition: Edition, written: bytes) -> None:
    data = encoded("JPEG")
    body = b"http://ns.adobe.com/xap/1.0/\0" + written
    (edition.folder / "a.jpg").write_bytes(data[:2] + segment(0xE1, body) + data[2:])
    packed = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(written)
    (edition.folder / "b.png").write_bytes(in_png(chunk(b"iTXt", packed)))
    (edition.folder / "c.webp").write_bytes(encoded("WEBP", xmp=written))
    for name in ("a.jpg", "b.png", "c.webp"):
        assert edition.picture(name).height == 120


def test_exif_counts_before_xmp(edition: Edition) -> None:
    body = b"http://ns.adobe.com/xap/1.0/\0" + XMP % NAMED
    data = in_jpeg(exif(entry(0x0112, 3, 1, 3)))
    (edition.folder / "a.jpg").write_bytes(data[:2] + segment(0xE1, body) + data[2:])
    assert edition.picture("a.jpg").width == 120


def test_first_picture_of_several_is_turned_by_its_own_orientation(edition: Edition) -> None:
    """As phones write them: MPO, with a gain map or the other eye behind."""
    first, second = Image.new("RGB", WIDE, "white"), Image.new("RGB", (20, 20), "black")
    turned = Image.Exif()
    turned[0x0112] = 6
    first.save(edition.folder / "a.jpg", "MPO", save_all=True, append_images=[second], exif=turned)
    assert edition.picture("a.jpg").height == 120


def test_heif_is_turned_by_its_container_alone(edition: Edition) -> None:
    import pillow_heif

    plain = pillow_heif.from_pillow(Image.new("RGB", WIDE, "white"))
    plain.save(edition.folder / "a.heic", exif=b"Exif\0\0" + BROKEN["an offset past the end"])
    made = edition.picture("a.heic")
    assert {made.width, made.height} == {80, 120}


ZEROS = zlib.compress(bytes(30_000_000), 9)
HUGE = {
    "a packed text of 30 MB": chunk(b"zTXt", b"Comment\0\0" + ZEROS),
    "an international text of 30 MB": chunk(b"iTXt", b"Comment\0\1\0\0\0" + ZEROS),
    "a text of 5 MB": chunk(b"tEXt", b"Comment\0" + b"x" * 5_000_000),
    "a profile of 30 MB": chunk(b"iCCP", b"icc\0\0" + ZEROS),
    "a profile that is none": chunk(b"iCCP", b"icc\0\0" + zlib.compress(b"no profile" * 50)),
    "a profile that is not packed": chunk(b"iCCP", b"icc\0\0" + b"no zlib stream"),
    "an XMP of 30 MB": chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + ZEROS),
    "a chunk whose checksum is wrong": chunk(b"tEXt", b"Comment\0x")[:-1] + b"!",
    "chromaticities that are none": chunk(b"cHRM", bytes(32)),
    "a gamma of nothing": chunk(b"gAMA", bytes(4)),
    "code points of the future": chunk(b"cICP", bytes((200, 201, 0, 1))),
    "a wrong length of code points": chunk(b"cICP", b"\1"),
    "an animation without frames": chunk(b"acTL", b"\0"),
}


@pytest.mark.parametrize("what", HUGE)
def test_what_stands_beside_the_pixels_of_a_png_refuses_nothing(
    edition: Edition, what: str
) -> None:
    (edition.folder / "a.png").write_bytes(in_png(HUGE[what]))
    assert edition.picture("a.png").width == 120


def test_a_text_that_unpacks_to_much_is_never_unpacked_whole(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ceremonie.media.picture import png

    sizes: list[int] = []
    whole = png.unpacked

    def counted(packed: bytes, most: int) -> bytes | None:
        made = whole(packed, most)
        sizes.append(most)
        return made

    monkeypatch.setattr(png, "unpacked", counted)
    (edition.folder / "a.png").write_bytes(in_png(*HUGE.values()))
    assert edition.picture("a.png").width == 120
    assert sizes
    assert max(sizes) <= png.MOST_PROFILE


@pytest.mark.parametrize(
    "body",
    [
        b"ICC_PROFILE\0\1\1" + b"no profile" * 30,
        b"ICC_PROFILE\0\1\2" + bytes(3000),
        b"ICC_PROFILE\0",
        b"Exif\0\0MM\0*\xff\xff\xff\xff",
        b"MPF\0MM\0*" + b"\xff" * 40,
        b"",
    ],
)
@pytest.mark.parametrize("marker", [0xE1, 0xE2, 0xE0, 0xEE, 0xED, 0xFE])
def test_what_stands_beside_the_pixels_of_a_jpeg_refuses_nothing(
    edition: Edition, marker: int, body: bytes
) -> None:
    data = encoded("JPEG", quality=95)
    file = edition.folder / "a.jpg"
    file.write_bytes(data[:2] + segment(marker, body) + data[2:])
    examined = pictures.examine(file, "a.jpg")
    assert (examined.width, examined.height, examined.remarks) == (*WIDE, ())
    red = pictures.decode(file, "a.jpg").image.getpixel((20, 20))
    assert isinstance(red, tuple)
    assert abs(red[0] - 200) < 12


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_any_damage_is_told_and_nothing_else_ever_leaves(edition: Edition, kind: str) -> None:
    """A picture, or one of our refusals: whatever bytes are changed, in every format."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    whole = encoded(kind, quality=80) if kind != "PNG" else in_png(*list(HUGE.values())[4:])
    chance, file = random.Random(kind), edition.folder / "a"
    outcomes: dict[str, int] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(150):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 12)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            file.write_bytes(
                data[: chance.randint(1, len(data))] if chance.random() < 0.3 else data
            )
            outcome = outcome_of(lambda: pictures.examine(file, "a"))
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert set(outcomes) <= {"Examination", "media-abime", "photo-demesuree"}
    assert outcomes["media-abime"] > 0


def outcome_of(work: Callable[[], object]) -> str:
    try:
        return type(work()).__name__
    except UnusableError as refusal:
        return refusal.slug


def test_large_pictures_are_opened_without_a_word_in_english(edition: Edition) -> None:
    """Pillow warns of pictures from 89 million pixels on."""
    file = edition.folder / "a.jpg"
    Image.new("L", (12_000, 8_000)).save(file, quality=20)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert pictures.examine(file, "a.jpg").width > 2000
        assert pictures.decode(file, "a.jpg").image.width > 2000
