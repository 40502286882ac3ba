"""The words of a cue without their markup: real tags go, whatever only looks like one stays."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from ceremonie.media.subtitles import signs
from ceremonie.media.subtitles.speakers import DASH, Turn

_NAMES = (
    "b|i|u|s|em|strong|strike|del|ins|small|big|sub|sup|tt|center|font|span|div|p|a|c|v|lang|"
    "ruby|rt|rp|rb"
)
_CLASSES = r"(?:\.[\w.-]+)?"
_ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*"""
_WHEN = r"<(?:[0-9]+:)?[0-9]+:[0-9]+[.,][0-9]+>"
_TAG = re.compile(
    rf"</(?:{_NAMES})\s*>"
    rf"|<(?:{_NAMES}){_CLASSES}{_ATTRIBUTES}\s*/?>"
    rf"|<(?:v|lang){_CLASSES}[ \t][^<>]*>"  # <v Léa>, <lang en>
    rf"|{_WHEN}"
    r"|\{\\[^{}]*\}"  # {\an8}
    r"|\{[cfopsy]:[^{}]*\}",  # {y:i}
    re.IGNORECASE,
)
_STAMP = re.compile(_WHEN)
_BREAK = re.compile(r"<br\s*/?>|\[br\]|\\N", re.IGNORECASE)
_VOICE = re.compile(rf"<v{_CLASSES}[ \t]+([^<>]*)>", re.IGNORECASE)
_SOUND = re.compile(r"^\(([^()\[\]]+)\)$|^\*(?!\s)([^*\[\]]+)(?<!\s)\*$")
"""A whole line in parentheses, or between asterisks."""

_CHANGE = re.compile(r"^>>+ *(?=\S)")
_NOTES = re.compile("[♫♬🎵🎶]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});")


def words(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something, without tags; single plain spaces, no-break ones as they are.

    Character references are read in both formats: SubRip has none, but nobody means « R&amp;D » to
    be seen. Without their semicolon they are text.
    """
    bare = (_TAG.sub("", part) for line in lines for part in _BREAK.split(line))
    said = (_single_spaces(_REFERENCE.sub(_character, line)) for line in bare)
    return tuple(_described(line) for line in said if line)


def turns(lines: Iterable[str]) -> tuple[Turn, ...]:
    """The same, by those who speak: `<v Léa>` in WebVTT."""
    before, *pieces = _VOICE.split("\n".join(lines))
    voices = zip(pieces[::2], pieces[1::2], strict=True)
    parted = (("", before), *((voice.strip(), text) for voice, text in voices))
    return tuple(Turn(voice, words(text.split("\n"))) for voice, text in parted)


def stamped(lines: Iterable[str]) -> bool:
    """Whether the lines tell when each word is said, as captions made by a machine do."""
    return any(_STAMP.search(line) for line in lines)


def _described(line: str) -> str:
    """Sounds stand in brackets, as « [rires] », music behind its note; a dash opens the words of
    somebody else, for which video sites write « >> ».
    """
    noted = _CHANGE.sub(DASH, _NOTES.sub("♪", line))
    return _SOUND.sub(lambda sound: f"[{sound[1] or sound[2]}]", noted)


def _character(reference: re.Match[str]) -> str:
    return signs.plain(html.unescape(reference[0]))


def _single_spaces(line: str) -> str:
    return " ".join(part for part in line.split(" ") if part).strip(signs.NO_BREAK)
