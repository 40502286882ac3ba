"""What a finished film is, as a technician asks: read and measured from the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.video.reformatter import ColorPrimaries, Colorspace, ColorTrc

from ceremonie.film.coding.join import UNDECODED
from ceremonie.film.sound import mastering
from ceremonie.tools import ffmpeg

BT709 = (ColorPrimaries.BT709, ColorTrc.BT709, Colorspace.ITU709)
LIMITED = 1
"""ffmpeg's AVCOL_RANGE_MPEG: 16 to 235."""


@dataclass(frozen=True)
class Heard:
    """Of the sound in a file: `lasting` are its seconds, `length` its samples; `loudness` is in
    LUFS (EBU R128), `peak` in dBTP.
    """

    codec: str
    sampling: int
    channels: int
    lasting: Fraction
    loudness: float
    peak: float

    @property
    def length(self) -> int:
        return round(self.lasting * self.sampling)


@dataclass(frozen=True)
class Facts:
    """Of one film: `rate` are pictures a second; `tagged` where it says BT.709 in limited range."""

    size: int
    codec: str
    profile: str
    pixels: str
    width: int
    height: int
    rate: Fraction
    frames: int
    tagged: bool
    sound: Heard


def facts(film: Path) -> Facts:
    """Every picture is counted, and the whole sound is heard."""
    sound = heard(film)
    with av.open(str(film)) as opened:  # its first pictures tell how they are to be read
        picture = opened.streams.video[0]
        context = picture.codec_context
        tags = (context.color_primaries, context.color_trc, context.colorspace)
        return Facts(
            size=film.stat().st_size,
            codec=context.name,
            profile=context.profile or "",
            pixels=context.pix_fmt or "",
            width=picture.width,
            height=picture.height,
            rate=picture.average_rate or Fraction(0),
            frames=sum(packet.size > 0 for packet in opened.demux(picture)),
            tagged=tags == BT709 and context.color_range == LIMITED,
            sound=sound,
        )


def heard(file: Path) -> Heard:
    """All of it is heard."""
    loudness, peak = mastering.metered((*ffmpeg.file_input(file), "-map", "0:a:0"))
    with av.open(str(file), options=UNDECODED) as opened:
        voice = opened.streams.audio[0]
        return Heard(
            voice.codec_context.name,
            voice.rate,
            voice.channels,
            (voice.duration or 0) * (voice.time_base or Fraction(0)),
            loudness,
            peak,
        )
