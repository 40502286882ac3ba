"""The text of an .ass or .ssa file (SubStation Alpha, as libass reads it) → plain words.

Styles, places, karaoke, drawings and comments say nothing that is to be read. The same words are
often there several times, one layer above the other (shadow, glow): they are said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ceremonie.media.subtitles import markup
from ceremonie.media.subtitles.parsed import EVENT, Fault, Parsed, Trouble, seconds
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.media.subtitles.speakers import Turn, speaking

_STAMP = r"\s*([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:[.:,]([0-9]{1,9}))?\s*"
_SECTION = re.compile(r"\s*\[([^\]]+)\]\s*$")
_OURS = re.compile(r"\s*\[(?:script info|v4\+{0,2} styles|events)\]\s*$", re.IGNORECASE)
_ENTRY = re.compile(r"\s*(dialogue|format)\s*:\s?(.*)$", re.IGNORECASE)
_SAID = re.compile(rf"\s*dialogue\s*:[^,]*,{_STAMP},{_STAMP},", re.IGNORECASE)

USUAL = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect")
"""The fields of an event before its text, where no line « Format: » names them."""

_OVERRIDES = re.compile(r"\{[^{}]*\}")
_DRAWS = re.compile(r"\\p\s*([0-9]+)")


def is_substation(lines: Sequence[str]) -> bool:
    """Whether the lines are of this form, whatever the file is called."""
    first = next((line for line in lines if line.strip() and not line.startswith(";")), "")
    return bool(_OURS.match(first)) or any(_SAID.match(line) for line in lines)


def parse(lines: Sequence[str]) -> Parsed:
    """What the events say, in order of time."""
    spoken: dict[Spoken, None] = {}
    faults: list[Fault] = []
    for at, fields, values in _events(lines):
        cue = _cue(dict(zip(fields, values, strict=False)), values[-1], at)
        if cue is None or len(values) != len(fields) + 1:
            faults.append(Fault(Trouble.TIMING, at + 1, lines[at], EVENT))
        elif cue.lines:
            spoken.setdefault(cue)
    return Parsed(tuple(sorted(spoken, key=lambda cue: (cue.start, cue.stop))), tuple(faults))


def _events(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...], list[str]]]:
    """Each with its line, its fields before the text, and its values: the text may hold commas."""
    fields: tuple[str, ...] = USUAL
    section = "events"
    for at, line in enumerate(lines):
        if header := _SECTION.match(line):
            section = header[1].casefold()
        entry = _ENTRY.match(line) if section == "events" else None
        if entry and entry[1].lower() == "format":
            fields = tuple(name.strip().casefold() for name in entry[2].split(","))[:-1]
        elif entry:
            yield at, fields, entry[2].split(",", len(fields))


def _cue(event: dict[str, str], text: str, at: int) -> Spoken | None:
    """None where the timing cannot be read, or ends before it begins."""
    stamps = [re.fullmatch(_STAMP, event.get(name, "")) for name in ("start", "end")]
    start, stop = (seconds(match.groups()) if match else None for match in stamps)
    if start is None or stop is None or stop <= start:
        return None
    turn = Turn(event.get("name", event.get("actor", "")).strip(), _words(text))
    return speaking(start, stop, (turn,), at + 1)


def _words(text: str) -> tuple[str, ...]:
    """Its lines. `\\N` ends one; `\\n` is a space, as players that break lines themselves take it;
    `\\h` is one that does not break.
    """
    bare = "".join(_written(text)).replace("\\n", " ").replace("\\h", "\u00a0")
    return markup.words(bare.split("\\N"))


def _written(text: str) -> Iterator[str]:
    """What stands between the overrides, where it is no drawing."""
    drawing, last = False, 0
    for override in _OVERRIDES.finditer(text):
        if not drawing:
            yield text[last : override.start()]
        scales = _DRAWS.findall(override[0])
        drawing = scales[-1].strip("0") != "" if scales else drawing
        last = override.end()
    if not drawing:
        yield text[last:]
