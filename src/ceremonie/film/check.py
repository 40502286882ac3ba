"""The finished film against its plan: what a player would see of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from ceremonie.diagnostics import CheckError, Diagnostic
from ceremonie.film.encode import Quality
from ceremonie.messages import problem
from ceremonie.plan.model import Plan
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE, seconds

TOLERANCE = 1 / FRAME_RATE + Fraction(2 * 1024, 48_000)
"""Sound may end within one frame of the picture, and AAC comes in packets of 1024 samples."""


def check(plan: Plan, film: Path, quality: Quality) -> None:
    """Raises CheckError with everything that differs from the plan."""
    found = tuple(_differences(plan, film, quality))
    if found:
        raise CheckError(*found)


def _differences(plan: Plan, film: Path, quality: Quality) -> list[Diagnostic]:
    facts = ffmpeg.probe(film)
    if facts is None or facts.video is None or facts.sound is None or facts.seconds is None:
        return [problem("film-different", what="une piste", wanted="image et son", found="rien")]
    wanted = {
        "le nombre d'images": (plan.frames, ffmpeg.frame_count(film)),
        "la taille": (
            f"{quality.width} × {quality.height}",
            f"{facts.video.width} × {facts.video.height}",
        ),
        "la cadence": (FRAME_RATE, facts.video.rate),
        "le codage": ("h264, aac", f"{facts.video.codec}, {facts.sound.codec}"),
    }
    told = [
        problem("film-different", what=what, wanted=one, found=other)
        for what, (one, other) in wanted.items()
        if one != other
    ]
    length = seconds(plan.frames)
    if abs(facts.seconds - length) > TOLERANCE:
        told.append(
            problem(
                "film-different",
                what="la durée",
                wanted=f"{float(length):.2f} s",
                found=f"{float(facts.seconds):.2f} s",
            )
        )
    return told
