"""Colours as they were meant: whatever a file says of its numbers, they become sRGB."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from ceremonie.media import pictures
from tests.media.editions import Edition

Array = NDArray[np.float64]

D65 = (0.3127, 0.3290)
SRGB = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060))
P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
BT2020 = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))

MEANT = [(0.9, 0.9, 0.9), (0.5, 0.5, 0.5), (0.1, 0.1, 0.1), (0.7, 0.3, 0.25), (0.3, 0.6, 0.35),
         (0.2, 0.3, 0.7), (0.8, 0.75, 0.3), (0.95, 0.4, 0.4)]  # fmt: skip
"""Of sRGB, encoded, 0 to 1: what must be seen."""


def xyz_of(primaries: tuple[tuple[float, float], ...]) -> Array:
    full = np.array([(x / y, 1, (1 - x - y) / y) for x, y in (*primaries, D65)]).T
    matrix: Array = full[:, :3] * np.linalg.solve(full[:, :3], full[:, 3])
    return matrix


def linear(encoded: Array) -> Array:
    result: Array = np.where(
        encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4
    )
    return result


def encoded_srgb(values: Array) -> Array:
    result: Array = np.where(
        values <= 0.0031308, values * 12.92, 1.055 * np.clip(values, 0, None) ** (1 / 2.4) - 0.055
    )
    return result


def lab(rgb: Array) -> Array:
    relative = linear(rgb / 255) @ xyz_of(SRGB).T / (xyz_of(SRGB).sum(axis=1))
    bent = np.where(relative > 216 / 24389, np.cbrt(relative), (relative * 24389 / 27 + 16) / 116)
    x, y, z = np.moveaxis(bent, -1, 0)
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(values: NDArray[np.integer], *chunks: bytes) -> bytes:
    """Colours (each 0 to 255, or to 65 535 in 16 bits; one to four channels) as fields of 40 px."""
    fields = np.repeat(np.repeat(values[None], 40, axis=0), 40, axis=1)
    depth, kind = values.dtype.itemsize * 8, {1: 0, 2: 4, 3: 2, 4: 6}[values.shape[-1]]
    rows = fields.astype(fields.dtype.newbyteorder(">"))
    packed = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows))
    header = struct.pack(">IIBBBBB", fields.shape[1], 40, depth, kind, 0, 0, 0)
    parts = (chunk(b"IHDR", header), *chunks, chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def shown(folder: Path, data: bytes) -> Array:
    """The middle of each field of the copy."""
    file = folder / "a.png"
    file.write_bytes(data)
    image = pictures.decode(file, "a.png").image
    return np.asarray(image, np.float64)[20, 20::40]


def chrm(primaries: tuple[tuple[float, float], ...]) -> bytes:
    points = [value for point in (D65, *primaries) for value in point]
    return chunk(b"cHRM", struct.pack(">8I", *(round(v * 100_000) for v in points)))


def gama(exponent: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(exponent * 100_000)))


def in_space(primaries: tuple[tuple[float, float], ...]) -> Array:
    """The meant colours in another space, linear."""
    light: Array = linear(np.array(MEANT)) @ xyz_of(SRGB).T @ np.linalg.inv(xyz_of(primaries)).T
    return np.clip(light, 0, 1)


@pytest.mark.parametrize(
    ("primaries", "curve", "chunks"),
    [
        (P3, encoded_srgb, [chunk(b"cICP", bytes((12, 13, 0, 1)))]),
        (BT2020, encoded_srgb, [chunk(b"cICP", bytes((9, 13, 0, 1)))]),
        (P3, lambda v: v ** (1 / 2.2), [chrm(P3), gama(0.45455)]),
        (BT2020, lambda v: v ** (1 / 1.8), [chrm(BT2020), gama(1 / 1.8)]),
        (SRGB, lambda v: v, [gama(1.0)]),
        (SRGB, lambda v: v ** (1 / 1.8), [gama(1 / 1.8)]),
        (SRGB, encoded_srgb, [chrm(SRGB), gama(0.45455)]),
        (SRGB, encoded_srgb, [chunk(b"sRGB", b"\0"), gama(1.0)]),
        (P3, encoded_srgb, [chunk(b"cICP", bytes((12, 13, 0, 1))), gama(1.0), chrm(BT2020)]),
        (P3, encoded_srgb, [chunk(b"sRGB", b"\0"), chunk(b"cICP", bytes((12, 13, 0, 1)))]),
    ],
    ids=["P3 cICP", "BT.2020 cICP", "P3 cHRM", "BT.2020 cHRM", "linear", "gamma 1.8", "usual",
         "sRGB first", "cICP first", "cICP before sRGB"],
)  # fmt: skip
def test_png_is_shown_as_it_was_meant(
    tmp_path: Path, primaries: tuple[tuple[float, float], ...], curve: object, chunks: list[bytes]
) -> None:
    assert callable(curve)
    values = np.round(curve(in_space(primaries)) * 255).astype(np.uint8)
    seen = shown(tmp_path, png(values, *chunks))
    assert np.linalg.norm(lab(seen) - lab(np.array(MEANT) * 255), axis=-1).max() < 4


def pq(light: Array) -> Array:
    """ITU-R BT.2100: cd/m² → 0 to 1."""
    power = (np.asarray(light) / 10_000) ** 0.1593017578125
    coded: Array = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
    return coded


def test_white_of_hdr_is_white_and_brighter_stays_brighter(tmp_path: Path) -> None:
    grey = pq(np.array([20.0, 50, 100, 150, 203, 300, 450, 1000]))
    values = np.round(np.repeat(grey[:, None], 3, axis=1) * 65_535).astype(np.uint16)
    seen = shown(tmp_path, png(values, chunk(b"cICP", bytes((9, 16, 0, 1)))))[:, 0]
    assert seen[4] >= 245
    assert (np.diff(seen) > 0).all()
    assert seen[-1] == 255
    half = float(encoded_srgb(np.array(100 / 203))) * 255
    assert abs(seen[2] - half) < 4


@pytest.mark.parametrize(("number", "primaries"), [(1, SRGB), (12, P3), (9, BT2020)])
def test_colours_of_hdr_below_its_white(
    tmp_path: Path, number: int, primaries: tuple[tuple[float, float], ...]
) -> None:
    light = in_space(primaries) * 0.75 * 203
    values = np.round(pq(light) * 65_535).astype(np.uint16)
    seen = shown(tmp_path, png(values, chunk(b"cICP", bytes((number, 16, 0, 1)))))
    wanted = encoded_srgb(linear(np.array(MEANT)) * 0.75) * 255
    assert np.linalg.norm(lab(seen) - lab(wanted), axis=-1).max() < 4


def test_narrow_range(tmp_path: Path) -> None:
    values = np.array([[16] * 3, [235] * 3, [126] * 3], np.uint8)
    seen = shown(tmp_path, png(values, chunk(b"cICP", bytes((12, 13, 0, 0)))))
    assert np.abs(seen[:, 0] - (0, 255, 128)).max() <= 2


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_sixteen_bits_with_and_without_transparency(tmp_path: Path, channels: int) -> None:
    alpha = np.array([[65_535], [32_896], [0]])
    grey = np.array([[51_400], [12_850], [200]]) * np.ones((1, 1 if channels < 3 else 3), int)
    values = np.hstack((grey, alpha)) if channels in {2, 4} else grey
    seen = shown(tmp_path, png(values.astype(np.uint16)))
    first = seen[..., 0] if seen.ndim > 1 else seen
    assert np.abs(first[:2] - (200, 50)).max() <= 1
    if channels in {2, 4}:
        assert seen[:2, 3].tolist() == [255, 128]


@pytest.mark.parametrize("clear", [(0, 0, 0), (51_400, 12_850, 200), (65_535, 65_535, 65_535)])
@pytest.mark.parametrize("channels", [1, 3])
def test_one_transparent_colour_in_sixteen_bits(
    tmp_path: Path, clear: tuple[int, int, int], channels: int
) -> None:
    values = np.array([(9000, 30_000, 60_000), clear, (30_000, 9000, 9000)], np.uint16)[
        :, :channels
    ]
    told = struct.pack(f">{channels}H", *clear[:channels])
    seen = shown(tmp_path, png(values, chunk(b"tRNS", told)))
    assert seen[:, 3].tolist() == [255, 0, 255]


INKS = {
    (0, 0, 0, 0): (255, 255, 255),
    (255, 0, 0, 0): (0, 159, 227),
    (0, 255, 0, 0): (230, 0, 126),
    (0, 0, 255, 0): (255, 237, 0),
    (0, 255, 255, 0): (227, 6, 19),
    (255, 255, 0, 0): (49, 39, 131),
    (255, 0, 255, 0): (0, 150, 64),
    (0, 0, 0, 255): (29, 29, 27),
}
"""Inks → sRGB, as printers' programs show FOGRA39 (relative, with black point compensation)."""


@pytest.mark.parametrize("inks", INKS)
def test_inks_without_a_profile_look_as_on_a_usual_press(
    edition: Edition, inks: tuple[int, int, int, int]
) -> None:
    Image.new("CMYK", (64, 64), inks).save(edition.folder / "a.jpg", quality=100)
    image = pictures.decode(edition.folder / "a.jpg", "a.jpg").image
    seen = np.asarray(image, np.float64)[20, 20]
    assert np.linalg.norm(lab(seen) - lab(np.array(INKS[inks], np.float64))) < 4
    (told,) = edition.inspect({"fichier": "a.jpg", "alt": "Un essai", "personnes": "aucune"})
    assert (told.slug, str(told.severity)) == ("photo-cmjn", "avertissement")


def test_inks_with_a_broken_profile_are_told_too(edition: Edition) -> None:
    for profile in (b"no profile at all", bytes(200), b"\0" * 128 + b"acsp"):
        Image.new("CMYK", (64, 64), (0, 255, 0, 0)).save(
            edition.folder / "a.jpg", icc_profile=profile
        )
        (told,) = edition.inspect({"fichier": "a.jpg", "alt": "Un essai", "personnes": "aucune"})
        assert told.slug == "photo-cmjn"


def test_inks_with_their_profile_are_not_told(edition: Edition) -> None:
    from ceremonie.media.picture import colour

    profile = colour.PRESS.read_bytes()
    Image.new("CMYK", (64, 64), (0, 255, 0, 0)).save(edition.folder / "a.jpg", icc_profile=profile)
    assert edition.picture("a.jpg").width == 64


def test_code_points_of_a_heif(edition: Edition) -> None:
    """An HEIC of a phone that tells Display P3 in its container alone."""
    import pillow_heif

    values = np.round(encoded_srgb(in_space(P3)) * 255).astype(np.uint8)
    picture = Image.fromarray(np.repeat(np.repeat(values[None], 40, axis=0), 40, axis=1))
    pillow_heif.register_heif_opener()
    data = BytesIO()
    picture.save(data, "HEIF", quality=-1, chroma=444, color_primaries=12,
                 transfer_characteristics=13, matrix_coefficients=0, full_range_flag=1)  # fmt: skip
    seen = shown(edition.folder, data.getvalue())
    assert np.linalg.norm(lab(seen) - lab(np.array(MEANT) * 255), axis=-1).max() < 4
