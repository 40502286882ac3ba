"""HDR, BT.2020 and P3: what leaves is the picture that was meant, on an ordinary screen."""

from __future__ import annotations

import av
import numpy as np
import pytest

from ceremonie.media.decoding.cube import converted
from ceremonie.media.material import Clip
from tests.media.editions import Edition

PATCHES = {
    "blanc": (255, 255, 255), "gris": (128, 128, 128), "noir": (0, 0, 0), "rouge": (200, 40, 40),
    "vert": (40, 160, 70), "bleu": (40, 70, 190), "jaune": (220, 200, 50), "peau": (210, 160, 130),
}  # fmt: skip

FORMS = {
    "BT.2020": ("bt2020", "bt709", "bt2020nc"),
    "P3": ("smpte432", "bt709", "bt709"),
    "HDR10": ("bt2020", "smpte2084", "bt2020nc"),
    "HLG": ("bt2020", "arib-std-b67", "bt2020nc"),
}


def lab(colour: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65) of sRGB values from 0 to 255."""
    coded = colour / 255
    light = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    matrix = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = (np.array(matrix) @ light) / (0.9505, 1, 1.089)
    f = [np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def middle(clip: Clip) -> np.ndarray:
    with av.open(str(clip.path)) as opened:
        frame = next(opened.decode(video=0))
        shown = frame.to_ndarray(format="rgb24", src_colorspace="ITU709")
    return np.asarray(shown[10:26, 20:44].mean(axis=(0, 1)))


XY = {
    "bt709": ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)),
    "smpte432": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    "bt2020": ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
}
WEIGHTS = {"bt709": (0.2126, 0.0722), "bt2020nc": (0.2627, 0.0593)}


def xyz(primaries: str) -> np.ndarray:
    """Linear light to CIE XYZ, for a white of D65."""
    x, y = np.array(XY[primaries]).T
    columns = np.array([x / y, np.ones(3), (1 - x - y) / y])
    white = np.array([0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290])
    return np.asarray(columns * np.linalg.solve(columns, white))


def encoded(light: np.ndarray, transfer: str) -> np.ndarray:
    """Light of the screen, 1 is white (203 cd/m² in HDR), as coded values."""
    if transfer == "bt709":
        return np.asarray(light ** (1 / 2.4))
    if transfer == "smpte2084":
        power = (light * 203 / 10_000) ** (2610 / 16384)
        c2, c3 = 2413 / 128, 2392 / 128
        return np.asarray(((3424 / 4096 + c2 * power) / (1 + c3 * power)) ** (2523 / 32))
    scene = (light * 203 / 1000) ** (1 / 1.2)
    log = 0.17883277 * np.log(np.maximum(12 * scene - 0.28466892, 1e-9)) + 0.55991073
    return np.asarray(np.where(scene <= 1 / 12, np.sqrt(3 * scene), log))


def recorded(edition: Edition, colour: str, form: str) -> Clip:
    """A patch of BT.709 in another form, ten bits in the limited range."""
    primaries, transfer, matrix = FORMS[form]
    light = (np.array(PATCHES[colour]) / 255) ** 2.4
    wide = np.linalg.inv(xyz(primaries)) @ xyz("bt709") @ light
    red, green, blue = encoded(np.clip(wide, 0, None), transfer)
    of_red, of_blue = WEIGHTS[matrix]
    luma = of_red * red + (1 - of_red - of_blue) * green + of_blue * blue
    cb, cr = (blue - luma) / 2 / (1 - of_blue), (red - luma) / 2 / (1 - of_red)
    values = [round(64 + 876 * luma), round(512 + 896 * cb), round(512 + 896 * cr)]
    geq = "geq=lum={}:cb={}:cr={}".format(*values)
    tags = f"color_primaries={primaries}:color_trc={transfer}:colorspace={matrix}"
    source = f"color=black:s=64x36:d=0.2:r=25,format=yuv420p10le,{geq},setparams=range=tv:{tags}"
    edition.record("a.mp4", "-f", "lavfi", "-i", source, "-c:v", "libx264", "-crf", "1")
    return edition.clip("a.mp4") if colour != "noir" else _dark(edition)


def _dark(edition: Edition) -> Clip:
    materials, told = edition.gather({"fichier": "a.mp4", "alt": "Un essai"})
    assert [one.slug for one in told] == ["video-noire"]
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    return clip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("colour", PATCHES)
def test_a_colour_comes_back_as_it_was(edition: Edition, colour: str, form: str) -> None:
    shown = middle(recorded(edition, colour, form))
    difference = np.linalg.norm(lab(shown) - lab(np.array(PATCHES[colour], float)))
    assert difference < 4, f"ΔE (CIE 1976) of {PATCHES[colour]} and {shown}"


def test_brighter_is_never_darker_up_to_a_thousand_candelas() -> None:
    """PQ codes of greys, and what becomes of them in 8 bits."""
    light = np.linspace(0, 1000, 400) / 10_000
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    code = ((c1 + c2 * light**m1) / (1 + c3 * light**m1)) ** m2
    shown = converted(np.repeat(code[:, None], 3, axis=1), 9, 16)[:, 0] * 255
    assert (np.diff(shown) > 0).all()
    assert shown[round(203 / 1000 * 399)] >= 245
    assert shown[-1] == pytest.approx(255, abs=0.1)
