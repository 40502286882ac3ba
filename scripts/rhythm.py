"""Draw the cuts of a film against the beats of its music, and say how near they are.

python scripts/rhythm.py                      # the sample, into docs/rhythm.png
python scripts/rhythm.py assets/2024 --into rhythm.png
"""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

if find_spec("pytest") is None or find_spec("ceremonie") is None:
    sys.path.insert(0, str(HERE))
    from _environment import prepare, run

    prepare("tests")
    sys.exit(run(Path(__file__), *sys.argv[1:]))

from PIL import Image, ImageDraw, ImageFont  # noqa: E402

import ceremonie  # noqa: E402
from benchmark.cuts import NEAR, away, in_beats, steady  # noqa: E402
from ceremonie.planning.model import Plan  # noqa: E402
from ceremonie.units import FRAME_RATE  # noqa: E402

FONTS = ROOT / "src" / "ceremonie" / "data" / "fonts"
ROW = 30
"""Seconds of the film in a row."""

WIDTH, LEFT, RIGHT, HEAD, STEP = 1800, 110, 60, 210, 92
INK, QUIET, BEAT, BAR = "#0B1530", "#5B6478", "#D5D9E2", "#8D96A8"
CUT, CHAPTER = "#00565B", "#FF5A1F"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("storyboard", nargs="?", default=ROOT / "assets" / "2023")
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "rhythm.png")
    options = parser.parse_args()
    plan = ceremonie.prepare(options.storyboard)
    if not steady(plan):
        raise SystemExit("no steady beat")
    distances = [abs(away(plan, shot)) for shot in plan.shots[1:]]
    near = sum(distance <= NEAR for distance in distances)
    told = (
        f"{near} of {len(distances)} cuts within {NEAR} ms of a beat, "
        f"{sum(distances) / len(distances):.0f} ms on average, {max(distances):.0f} ms at most"
    )
    drawn(plan, told).save(options.into, optimize=True)
    print(told)
    return 0


def drawn(plan: Plan, told: str) -> Image.Image:
    """Rows of beats, bars (longer), cuts (whole) and days (in another colour)."""
    rows = -(-plan.frames // int(ROW * FRAME_RATE))
    image = Image.new("RGB", (WIDTH, HEAD + rows * STEP + 20), "white")
    brush = ImageDraw.Draw(image)
    brush.text((LEFT, 40), "Cuts and beats", INK, font("700Bold", 44))
    brush.text((LEFT, 104), told, QUIET, font("400Regular", 28))
    legend = "short: a beat; longer: a bar; whole: a cut, orange where a day begins"
    brush.text((LEFT, 142), legend, QUIET, font("400Regular", 22))
    for row in range(rows):
        _row(brush, plan, row)
    return image


def _row(brush: ImageDraw.ImageDraw, plan: Plan, row: int) -> None:
    base = HEAD + row * STEP + 60
    brush.text(
        (30, base - 30), f"{row * ROW // 60}:{row * ROW % 60:02d}", QUIET, font("400Regular", 24)
    )
    for x, number in _beats(plan, row):
        is_bar = number % 4 == 0
        brush.line((x, base - (26 if is_bar else 12), x, base), BAR if is_bar else BEAT, 2)
    for shot in plan.shots:
        second = float(Fraction(shot.span.start) / FRAME_RATE) - row * ROW
        if 0 <= second < ROW:
            colour = CHAPTER if shot.kind == "chapitre" else CUT
            brush.line((_x(second), base - 56, _x(second), base), colour, 5)


def _beats(plan: Plan, row: int) -> list[tuple[int, int]]:
    """x and number of each beat of a row."""
    found = []
    last = None
    for step in range(ROW * 200):
        second = Fraction(step, 200)
        whole = row * ROW + second
        if whole * FRAME_RATE >= plan.frames:
            break
        number = in_beats(plan, whole) // 1
        if last is not None and number != last:
            found.append((_x(float(second)), int(number)))
        last = number
    return found


def _x(second: float) -> int:
    return LEFT + round(second / ROW * (WIDTH - LEFT - RIGHT))


def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"AtkinsonHyperlegibleNext_{weight}.ttf"), size)


if __name__ == "__main__":
    sys.exit(main())
