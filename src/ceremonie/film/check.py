"""The finished film against its plan: what a player would see of it."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from ceremonie.diagnostics import CheckError, Diagnostic
from ceremonie.film.coding.encode import Quality
from ceremonie.film.coding.join import UNDECODED
from ceremonie.film.coding.master import Master
from ceremonie.messages import decimal, problem
from ceremonie.planning.model import Plan
from ceremonie.units import FRAME_RATE, seconds

TOLERANCE = 1 / FRAME_RATE + Fraction(2 * 1024, 48_000)
"""Sound may end within one frame of the picture, and AAC comes in packets of 1024 samples."""

SOUND_LENGTH = "la durée du son, en secondes"


def check(plan: Plan, film: Path, quality: Quality) -> None:
    """Raises CheckError with everything that differs from the plan."""
    differences = tuple(_differences(plan, film, quality))
    if differences:
        raise CheckError(*differences)


def check_master(plan: Plan, film: Path, master: Master) -> None:
    """The same of the film for the technician: sound and picture end at the same sample."""
    with av.open(str(film), options=UNDECODED) as opened:
        picture, voice = opened.streams.video[0], opened.streams.audio[0]
        frames = _count(opened, picture)
        lasting = (voice.duration or 0) * (voice.time_base or Fraction(0))
    wanted = master.frames(plan.frames)
    measured = {
        "le nombre d'images": (wanted, frames),
        SOUND_LENGTH: (Fraction(wanted, master.rate), lasting),
    }
    differences = [
        _difference(what, *both) for what, both in measured.items() if both[0] != both[1]
    ]
    if differences:
        raise CheckError(*differences)


def check_stem(plan: Plan, sound: Path, master: Master) -> None:
    """The same of a part of its sound, which is as long to the sample."""
    with wave.open(str(sound), "rb") as opened:
        lasting = Fraction(opened.getnframes(), opened.getframerate())
    wanted = Fraction(master.frames(plan.frames), master.rate)
    if lasting != wanted:
        raise CheckError(_difference(SOUND_LENGTH, wanted, lasting))


def _differences(plan: Plan, film: Path, quality: Quality) -> list[Diagnostic]:
    width, height = quality.written(*plan.format.reduced(quality.reduction))
    with av.open(str(film), options=UNDECODED) as opened:
        pictures, sounds = opened.streams.video, opened.streams.audio
        if not pictures or not sounds:
            return [_difference("une piste", "image et son", "rien")]
        picture, voice = pictures[0], sounds[0]
        measured = {
            "le nombre d'images": (plan.frames, _count(opened, picture)),
            "la taille": (
                f"{width} × {height}",
                f"{picture.width} × {picture.height}",
            ),
            "la cadence": (FRAME_RATE, picture.average_rate),
            "le nombre de pistes sonores": (2 if plan.narration else 1, len(sounds)),
            "le codage": ("h264, aac", f"{picture.codec_context.name}, {voice.codec_context.name}"),
        }
        differences = [
            _difference(what, *both) for what, both in measured.items() if both[0] != both[1]
        ]
        lasting = Fraction(opened.duration or 0, av.time_base)
    length = seconds(plan.frames)
    if abs(lasting - length) > TOLERANCE:
        differences.append(
            _difference("la durée", f"{decimal(length, 2)} s", f"{decimal(lasting, 2)} s")
        )
    return differences


def _count(opened: InputContainer, picture: VideoStream) -> int:
    return sum(packet.size > 0 for packet in opened.demux(picture))


def _difference(what: str, wanted: object, actual: object) -> Diagnostic:
    return problem("film-different", what=what, wanted=wanted, found=actual)
