"""ICC profiles for what a file says in numbers: primaries, a white, a curve."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

from ceremonie.media.picture.facts import Chromaticities, ColourCode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Curve = Callable[[Array], Array]

D65 = (0.3127, 0.3290)
SRGB = Chromaticities(D65, (0.640, 0.330), (0.300, 0.600), (0.150, 0.060))

PRIMARIES = {
    1: SRGB,
    4: Chromaticities((0.310, 0.316), (0.670, 0.330), (0.210, 0.710), (0.140, 0.080)),
    5: Chromaticities(D65, (0.640, 0.330), (0.290, 0.600), (0.150, 0.060)),
    6: Chromaticities(D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    7: Chromaticities(D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    9: Chromaticities(D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: Chromaticities((0.314, 0.351), (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    12: Chromaticities(D65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
}
"""ITU-T H.273, table 2."""

_SRGB_LIKE = {1, 6, 13, 14, 15}
"""Transfers of cameras (table 3) are shown as sRGB, as screens do; so are those of clips."""

_GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0}
PQ, HLG = 16, 18

WHITE = 203.0
"""cd/m² of HDR's reference white, which becomes the screen's white (ITU-R BT.2408, table 1)."""

PEAK = 1000.0
"""cd/m² of the brightest light that stays apart from what is a little less bright."""

SHOULDER = 0.88
"""Up to this part of the white, light is kept as it is; above, it is pressed into what is left. So
the white itself becomes 246 of 255, and nine steps are left for what shines.
"""

_D50 = (0.9642, 1.0, 0.8249)
_ENTRIES = 4096
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
"""To the cones' responses, for the adaptation to another white (ICC.1:2022, annex E)."""


def of_code(code: ColourCode) -> bytes | None:
    """None for sRGB itself, and for code points that name nothing we can show better than it."""
    primaries, curve = PRIMARIES.get(code.primaries), _curve(code.transfer)
    if primaries is None or curve is None or _is_srgb(primaries, code.transfer):
        return None
    return written(primaries, curve)


def of_gamma(chromaticities: Chromaticities | None, gamma: float | None) -> bytes | None:
    """PNG's older words: `gamma` is the exponent of encoding, 0.45455 where none is given. None
    where they only say that it is (nearly) sRGB, or nonsense.
    """
    exponent = 1 / gamma if gamma else USUAL
    primaries = chromaticities or SRGB
    if not (_spans_colours(primaries) and _MIN_EXPONENT <= exponent <= _MAX_EXPONENT):
        return None
    if abs(exponent - USUAL) < _GAMMA_TOLERANCE and _same(primaries, SRGB):
        return None
    return written(primaries, lambda values: values**exponent)


USUAL = 2.2
_GAMMA_TOLERANCE = 0.02
_MIN_EXPONENT, _MAX_EXPONENT = 0.2, 5.0
_SMALLEST = 0.01
"""Area on the chart of chromaticities; sRGB's is 0.11."""

_PLACES = 0.002
"""Primaries that differ by less are written with fewer digits, not meant otherwise."""


def _spans_colours(given: Chromaticities) -> bool:
    """Whether there are colours between the primaries at all, and a white."""
    (rx, ry), (gx, gy), (bx, by) = given.red, given.green, given.blue
    area = abs((gx - rx) * (by - ry) - (bx - rx) * (gy - ry)) / 2
    return area > _SMALLEST and min(ry, gy, by, given.white[1]) > 0


def _same(one: Chromaticities, other: Chromaticities) -> bool:
    pairs = ((one.white, other.white), (one.red, other.red), (one.green, other.green),
             (one.blue, other.blue))  # fmt: skip
    return all(
        abs(a - b) < _PLACES for here, there in pairs for a, b in zip(here, there, strict=True)
    )


def _is_srgb(primaries: Chromaticities, transfer: int) -> bool:
    return primaries is SRGB and transfer in _SRGB_LIKE


def _curve(transfer: int) -> Curve | None:
    if transfer in _SRGB_LIKE:
        return _srgb
    if transfer in _GAMMAS:
        exponent = _GAMMAS[transfer]
        return lambda values: values**exponent
    return {PQ: _pq, HLG: _hlg}.get(transfer)


def _srgb(values: Array) -> Array:
    """IEC 61966-2-1."""
    import numpy as np

    linear: Array = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear


def _pq(values: Array) -> Array:
    """ITU-R BT.2100, table 4: light in cd/m², pressed under the screen's white."""
    import numpy as np

    root = values ** (1 / 78.84375)
    light = (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (
        1 / 0.1593017578125
    )
    return _toned(10_000 * light / WHITE)


def _hlg(values: Array) -> Array:
    """ITU-R BT.2100, table 5, on a screen of 1 000 cd/m² with a system gamma of 1.2."""
    import numpy as np

    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(values <= 0.5, values**2 / 3, (np.exp((values - c) / a) + b) / 12)
    return _toned(PEAK * scene**1.2 / WHITE)


def _toned(light: Array) -> Array:
    """Parts of the white → 0 to 1: straight to the shoulder, then a logarithm up to the peak, whose
    bend is the one that begins as steep as the straight part ends.
    """
    import numpy as np

    peak = PEAK / WHITE
    above = np.clip((light - SHOULDER) / (peak - SHOULDER), 0, 1)
    bend = _bend((peak - SHOULDER) / (1 - SHOULDER))
    pressed = SHOULDER + (1 - SHOULDER) * np.log1p(bend * above) / np.log1p(bend)
    toned: Array = np.where(light <= SHOULDER, light, pressed)
    return toned


def _bend(steepness: float) -> float:
    """The number b > 0 with b / ln(1 + b) = `steepness`, by repeated insertion."""
    bend = steepness
    for _ in range(60):
        bend = steepness * math.log1p(bend)
    return bend


def written(primaries: Chromaticities, curve: Curve) -> bytes:
    """A display profile of version 2 (ICC.1:2001-04) with three equal curves."""
    import numpy as np

    steps = curve(np.linspace(0, 1, _ENTRIES))
    coded = np.clip(np.round(steps * 65535), 0, 65535).astype(">u2").tobytes()
    response = b"curv\0\0\0\0" + struct.pack(">I", _ENTRIES) + coded
    columns = _adapted(primaries).T
    tags = {b"desc": _text(b"desc"), b"cprt": _text(b"text"), b"wtpt": _xyz(_D50)}
    tags |= {name: _xyz(c) for name, c in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), response)
    return _bound(tags)


def _adapted(primaries: Chromaticities) -> Array:
    """RGB → XYZ of D50: the columns are the primaries, scaled so that their sum is the white."""
    import numpy as np

    ways = np.array([_full(c) for c in (primaries.red, primaries.green, primaries.blue)]).T
    white = np.array(_full(primaries.white))
    matrix = ways * np.linalg.solve(ways, white)
    cones = np.array(_BRADFORD)
    scale = np.diag(cones @ np.array(_D50) / (cones @ white))
    adapted: Array = np.linalg.inv(cones) @ scale @ cones @ matrix
    return adapted


def _full(point: tuple[float, float]) -> tuple[float, float, float]:
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


def _xyz(values: tuple[float, ...] | Array) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(float(v) * 65536) for v in values))


def _text(kind: bytes) -> bytes:
    if kind == b"desc":
        return b"desc\0\0\0\0" + struct.pack(">I", 1) + bytes(79)
    return b"text\0\0\0\0\0"


def _bound(tags: dict[bytes, bytes]) -> bytes:
    """Header, directory and contents; what is equal is written once."""
    start = 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    directory, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        if content not in placed:
            placed[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        directory += struct.pack(">4sII", name, placed[content], len(content))
    head = struct.pack(">I4xI4s4s4s", start + len(body), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + bytes(24)
    head += struct.pack(">I3i", 1, *(round(v * 65536) for v in _D50))
    return head.ljust(128, b"\0") + directory + body
