"""The text of a file of subtitles → what is said when, and the lines that cannot be followed.

The form shows in the text, whatever the file is called: SubRip, WebVTT, the .sbv of video sites, or
SubStation Alpha, which has a reader of its own.

As in ffmpeg, VLC and pysubs2 a line with a timing always begins a cue, and what follows belongs to
it up to the next one, empty lines or not: no word is lost to an empty line too many or too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.media.subtitles import markup, rolling, signs, speakers, substation
from ceremonie.media.subtitles.parsed import LINES, Fault, Parsed, Trouble, seconds
from ceremonie.media.subtitles.rolling import Spoken

_STAMP = r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2})(?:[,.]([0-9]{1,9}))?"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?![0-9:])(.*)$")
_WHOLE_STAMP = r"([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})\.([0-9]{1,9})"
_COMMA = re.compile(rf"\s*{_WHOLE_STAMP}\s*,\s*{_WHOLE_STAMP}\s*()$")
"""`0:00:01.000,0:00:03.000` in .sbv."""

_SETTING = re.compile(r"\S*[^\s:]:\S+")
"""`align:start` in WebVTT, `X1:40` in SubRip."""

_TRIED = re.compile(r"-?[0-9].*(?:--?>|[–—]>|→).*[0-9]")
_CLOCK = re.compile(r"[0-9]\s*[:h]\s*[0-9]")
_TWO_STAMPS = re.compile(r"-?[0-9]+:[0-9]+:[0-9]+[,.][0-9]+\W+[0-9]+:[0-9]+:[0-9]+[,.][0-9]+")
_LONGEST = 120
"""So many signs show whether a line was meant to be a timing."""

_NUMBER = re.compile(r"#?([0-9]{1,9})[.):]?")
_HEADER = re.compile(r"WEBVTT(?:\s|$)")
_NOT_CUES = re.compile(r"(?:WEBVTT|NOTE)(?:\s|$)|(?:STYLE|REGION)\s*$")


def parse(text: str, *, web: bool) -> Parsed:
    """`web` tells a .vtt file; a text that begins like one is read as one."""
    lines = [signs.plain(line) for line in LINES.split(text)]
    read = substation.parse(lines) if substation.is_substation(lines) else _timed_text(lines, web)
    return replace(read, spoken=speakers.in_turn(read.spoken))


def _timed_text(lines: list[str], web: bool) -> Parsed:
    web = web or bool(_HEADER.match("\n".join(lines[:50]).lstrip()))
    if web:
        lines = _without_blocks(lines)
    return _File(lines, web).parsed()


def _without_blocks(lines: Sequence[str]) -> list[str]:
    """Headers, comments and styles emptied: from their first line to an empty one or a timing."""
    kept: list[str] = []
    inside = False
    for number, line in enumerate(lines):
        begins = _NOT_CUES.match(line) and (number == 0 or not lines[number - 1].strip())
        inside = bool(begins) or (inside and bool(line) and not _timed(line))
        kept.append("" if inside else line)
    return kept


def _timed(line: str) -> bool:
    """Whether the line is a timing, or was meant to be one."""
    if _timing(line):
        return True
    head = line.strip()[:_LONGEST]
    tried = _TRIED.match(head) and ("-->" in head or _CLOCK.search(head))
    return bool(tried or _TWO_STAMPS.match(head))


def _timing(line: str) -> re.Match[str] | None:
    return _TIMING.match(line) if "-->" in line else _COMMA.match(line)


@dataclass(frozen=True)
class _File:
    lines: Sequence[str]
    web: bool

    def parsed(self) -> Parsed:
        """Each timing with the lines up to the next one, without that one's number."""
        timings = [i for i, line in enumerate(self.lines) if _timed(line)]
        if not timings:
            return Parsed((), ())
        numbered = self._label(0, timings[0], 1, numbered=True) < timings[0]
        spoken: list[Spoken] = []
        faults = list(self._before(self._label(0, timings[0], 1, numbered=numbered)))
        machine = False
        for count, (at, following) in enumerate(
            zip(timings, [*timings[1:], len(self.lines)], strict=True), 1
        ):
            stop = self._label(at + 1, following, count + 1, numbered=numbered)
            body, lost = self._body(at + 1, stop, self._number(at) or count, numbered=numbered)
            machine = machine or markup.stamped(body)
            cue = _cue(self.lines[at], body, at)
            faults += [self._fault(Trouble.TIMING, at)] if cue is None else []
            faults += lost
            spoken += [cue] if cue and cue.lines else []
        spoken.sort(key=lambda cue: (cue.start, cue.stop))
        return Parsed(rolling.once(spoken, machine=machine), tuple(faults))

    def _label(self, first: int, timing: int, count: int, *, numbered: bool) -> int:
        """Where the lines `first` to `timing` end that are no number or name of the timing.

        A number belongs to the timing below it unless the file has no numbers: there it may be a
        countdown. Names are WebVTT's alone, and stand below an empty line.
        """
        last = next((i for i in range(timing - 1, first - 1, -1) if self.lines[i].strip()), None)
        if last is None:
            return first
        close = last == timing - 1
        apart = last == 0 or not self.lines[last - 1].strip()
        number = _number(self.lines[last])
        if number is None or (not close and last == first > 0):
            return last if self.web and close and apart else last + 1
        expected = numbered or number == count
        return last if (close and apart) or (expected and (close or apart)) else last + 1

    def _number(self, timing: int) -> int | None:
        above = (line for line in reversed(self.lines[max(0, timing - 2) : timing]) if line.strip())
        return _number(next(above, ""))

    def _before(self, stop: int) -> Iterator[Fault]:
        """Words above the first timing; below a number they are a timing that went wrong."""
        written = [i for i in range(stop) if self.lines[i].strip()]
        if len(written) > 1 and _number(self.lines[written[0]]) is not None:
            yield self._fault(Trouble.TIMING, written[1])
        elif written:
            yield self._fault(Trouble.UNTIMED, written[0])

    def _body(
        self, first: int, stop: int, count: int, *, numbered: bool
    ) -> tuple[list[str], list[Fault]]:
        """The lines of a cue, and the next numbers below which no timing stands: their words have
        no time.
        """
        body: list[str] = []
        lost: list[Fault] = []
        for at in range(first, stop):
            if numbered and self._announced(at, first, stop) == count + 1:
                count += 1
                lost.append(self._fault(Trouble.TIMING, self._below(at, stop)))
            if not lost:
                body.append(self.lines[at])
        return body, lost

    def _announced(self, at: int, first: int, stop: int) -> int | None:
        """The number of a cue, below an empty line and above another line."""
        number = _number(self.lines[at])
        apart = at > first and not self.lines[at - 1].strip()
        return number if number is not None and apart and self._below(at, stop) > at else None

    def _below(self, at: int, stop: int) -> int:
        return next((i for i in range(at + 1, stop) if self.lines[i].strip()), at)

    def _fault(self, trouble: Trouble, at: int) -> Fault:
        return Fault(trouble, at + 1, self.lines[at])


def _number(line: str) -> int | None:
    match = _NUMBER.fullmatch(line.strip())
    return int(match[1]) if match else None


def _cue(timing: str, body: Sequence[str], at: int) -> Spoken | None:
    """None where the timing cannot be read, or ends before it begins. What stands behind a timing
    and is no setting is said too.
    """
    match = _timing(timing)
    if not match:
        return None
    start, stop = seconds(match.groups()[:4]), seconds(match.groups()[4:8])
    behind = "" if all(_SETTING.fullmatch(word) for word in match[9].split()) else match[9]
    turns = markup.turns((behind, *body))
    return speakers.speaking(start, stop, turns, at + 1) if stop > start else None
