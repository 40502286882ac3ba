"""Wide and bright colours → what an ordinary screen shows, as a table for the filter `lut3d`.

A table holds, for every mixture of red, green and blue as coded in the source, the colour as coded
in BT.709; the filter interpolates between its points.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Colours = npt.NDArray[np.float64]
"""Shape (n, 3): red, green, blue; linear light or coded values, 1 is white."""

BT709, UNSPECIFIED, DCI, P3, BT2020 = 1, 2, 11, 12, 9
PQ, HLG = 16, 18
"""Code points of ITU-T H.273 for primaries and for transfer characteristics."""

CHROMATICITIES = {
    BT709: ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060), (0.3127, 0.3290)),
    P3: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.3127, 0.3290)),
    DCI: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.3140, 0.3510)),
    BT2020: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), (0.3127, 0.3290)),
}
"""x and y of red, green, blue and white (ITU-T H.273, table 2)."""

DISPLAY = 2.4
"""Exponent of the screen that BT.709 and BT.2020 are graded on (ITU-R BT.1886)."""

WHITE = 203.0
"""cd/m² of the white of a page in HDR (ITU-R BT.2408)."""

BRIGHTEST = 1000.0 / WHITE
"""What is still told from what is darker; above, all is white."""

KNEE = 0.9
"""Linear light up to which nothing changes: 96 % of the coded range, above which lie highlights."""

HLG_GAMMA = 1.2
"""System gamma of HLG on a screen of 1000 cd/m² (ITU-R BT.2100)."""

POINTS = 65
"""Of each side of a table: the largest that the filter takes."""


def needed(primaries: int, transfer: int) -> tuple[int, int] | None:
    """What a table is made for; None where a player would change nothing."""
    bright = transfer in {PQ, HLG}
    source = primaries if primaries in CHROMATICITIES else BT709
    if primaries == UNSPECIFIED and bright:
        source = BT2020
    if source == BT709 and not bright:
        return None
    return source, transfer if bright else BT709


def write(source: tuple[int, int], target: Path) -> None:
    """The table as a .cube file (Adobe, Cube LUT Specification 1.0): red changes fastest."""
    axis = np.linspace(0, 1, POINTS)
    blue, green, red = np.meshgrid(axis, axis, axis, indexing="ij")
    coded = np.stack([red.ravel(), green.ravel(), blue.ravel()], axis=1)
    with target.open("w", encoding="ascii") as file:
        file.write(f"LUT_3D_SIZE {POINTS}\n")
        np.savetxt(file, converted(coded, *source), fmt="%.6f")


def converted(coded: Colours, primaries: int, transfer: int) -> Colours:
    """Coded values of the source → coded values of BT.709, 0 to 1."""
    light = _linear(coded, transfer) @ _to_bt709(primaries).T
    light = np.clip(light, 0, None)
    if transfer in {PQ, HLG}:
        light = _toned(light)
    colours: Colours = np.clip(light, 0, 1) ** (1 / DISPLAY)
    return colours


def _linear(coded: Colours, transfer: int) -> Colours:
    """Light of the screen, 1 is white."""
    if transfer == PQ:
        return _pq(coded) / WHITE
    if transfer == HLG:
        return _hlg(coded) / WHITE
    light: Colours = coded**DISPLAY
    return light


def _pq(coded: Colours) -> Colours:
    """cd/m² (SMPTE ST 2084; ITU-R BT.2100, table 4)."""
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    power = coded ** (1 / m2)
    light: Colours = 10_000 * (np.clip(power - c1, 0, None) / (c2 - c3 * power)) ** (1 / m1)
    return light


def _hlg(coded: Colours) -> Colours:
    """cd/m² on a screen of 1000 (ITU-R BT.2100, table 5).

    The system gamma is applied to each component, as ffmpeg's zscale does unless asked otherwise:
    what was made with it comes back as it was. BT.2100 applies it to the luminance; greys and white
    are the same.
    """
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(coded <= 0.5, coded**2 / 3, (np.exp((coded - c) / a) + b) / 12)
    light: Colours = 1000 * scene**HLG_GAMMA
    return light


def _toned(light: Colours) -> Colours:
    """Highlights are brought below 1, their hue is kept: the largest of the three is brought along
    a curve that leaves the knee with slope 1 and reaches 1 at `BRIGHTEST`, ever flatter.
    """
    largest = light.max(axis=1, keepdims=True)
    above = np.clip((largest - KNEE) / (1 - KNEE), 0, None)
    bend = _bend((BRIGHTEST - KNEE) / (1 - KNEE))
    curved = KNEE + (1 - KNEE) * np.log1p(bend * above) / bend
    wanted = np.where(largest > KNEE, np.minimum(curved, 1), largest)
    toned: Colours = light * wanted / np.maximum(largest, 1e-9)
    return toned


def _bend(furthest: float) -> float:
    """The positive b with log(1 + b · furthest) = b, by fixed-point iteration."""
    bend = 5.0
    for _ in range(50):
        bend = float(np.log1p(bend * furthest))
    return bend


def _to_bt709(primaries: int) -> npt.NDArray[np.float64]:
    """The matrix for linear light; white stays white (a white of cinemas becomes that of
    screens).
    """
    matrix: npt.NDArray[np.float64] = np.linalg.inv(_to_xyz(BT709)) @ _to_xyz(primaries)
    scaled: npt.NDArray[np.float64] = matrix / matrix.sum(axis=1, keepdims=True)
    return scaled


def _to_xyz(primaries: int) -> Any:
    """Columns are the primaries, as bright as their white needs them (SMPTE RP 177)."""
    *corners, white = (np.array([x / y, 1, (1 - x - y) / y]) for x, y in CHROMATICITIES[primaries])
    matrix = np.stack(corners, axis=1)
    return matrix * np.linalg.solve(matrix, white)
