"""The film's subtitles as files: SubRip and WebVTT."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ceremonie.plan.model import Subtitle
from ceremonie.units import timecode


def srt(subtitles: Sequence[Subtitle]) -> str:
    blocks = [
        f"{number}\n{_span(subtitle).replace('.', ',')}\n" + "\n".join(subtitle.lines)
        for number, subtitle in enumerate(subtitles, 1)
    ]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def vtt(subtitles: Sequence[Subtitle]) -> str:
    """WebVTT reads « & » and « < » as markup."""
    blocks = [
        f"{_span(subtitle)}\n" + escape("\n".join(subtitle.lines), quote=False)
        for subtitle in subtitles
    ]
    return "\n\n".join(("WEBVTT", *blocks)) + "\n"


def _span(subtitle: Subtitle) -> str:
    return f"{timecode(subtitle.span.start)} --> {timecode(subtitle.span.stop)}"
