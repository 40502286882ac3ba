"""The film's subtitles as files: SubRip and WebVTT."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.media.webvtt import span, webvtt
from ceremonie.planning.model import Subtitle


def srt(subtitles: Sequence[Subtitle]) -> str:
    blocks = [
        f"{number}\n{span(subtitle.span.start, subtitle.span.stop).replace('.', ',')}\n"
        + "\n".join(subtitle.lines)
        for number, subtitle in enumerate(subtitles, 1)
    ]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def vtt(subtitles: Sequence[Subtitle]) -> str:
    return webvtt((cue.span.start, cue.span.stop, cue.lines) for cue in subtitles)
