"""A line as runs: stretches that one face draws in one direction, in the order they are seen.

A word stands in one face wherever one can draw all of it: a single borrowed letter in the middle
of a name would look like a mistake. Directions follow the Unicode Bidirectional Algorithm (UAX 9).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from ceremonie.theme.faces import OURS, Face, Family, faces, font

NARROW_SPACE = "\u202f"
SOFT_HYPHEN = "\u00ad"
"""Where a word was parted at the end of a line; drawn there alone."""

MARKS = ("\u200e", "\u200f")
"""Left-to-right and right-to-left mark: at the start of a line they give its direction, where most
of its letters run otherwise than its text.
"""

_NO_BREAK_HYPHEN = "\u2011"
_BLANKS = re.compile(r"[^\S\u202f\u2000-\u200a\u205f\u3000]")
"""Spaces of no width of their own; HarfBuzz knows how wide the others are."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_IGNORED = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""The default-ignorable characters of Unicode that HarfBuzz hides: they steer, nothing is drawn."""

_UNKNOWN_TO_LIBRARY = {"", "LRI", "RLI", "FSI", "PDI"}
"""Unassigned characters and isolates: python-bidi stops at them; here they are neutral."""

_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
_RAISING = "^"
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""Directions that rule N0 knows, once weak types are resolved."""


@dataclass(frozen=True)
class Run:
    """Characters in the order they are read. `face` is None for a narrow space."""

    text: str
    face: Face | None
    raised: bool = False
    backwards: bool = False


@dataclass(frozen=True)
class _Letter:
    """A character with what decides to which run it belongs."""

    character: str
    raised: bool
    face: Face | None = None
    level: int = 0

    @property
    def kind(self) -> tuple[bool, Face | None, int, bool]:
        return self.raised, self.face, self.level, self.character == NARROW_SPACE


def runs(line: str, weight: int, family: Family = OURS) -> tuple[Run, ...]:
    """The runs of a line from left to right; characters that no face draws are left out.

    What stands between carets is raised, a soft hyphen at the end becomes a hyphen.
    """
    if line and _common(weight, family).issuperset(line):
        return (Run(line, faces(weight, family)[0]),)
    text = printed(line)
    if text and _common(weight, family).issuperset(text):
        return (Run(text, faces(weight, family)[0]),)
    letters = _letters(text, weight, family)
    groups = [list(group) for _, group in groupby(letters, key=lambda letter: letter.kind)]
    parts = [
        Run(
            "".join(letter.character for letter in group),
            group[0].face,
            group[0].raised,
            group[0].level % 2 == 1,
        )
        for group in groups
    ]
    return tuple(parts[i] for i in _in_view([group[0].level for group in groups]))


@cache
def _common(weight: int, family: Family) -> frozenset[str]:
    """What the first family draws by itself from left to right, as it is written: nearly every line
    has no more.
    """
    characters = (chr(code) for code in font(family.first(weight)).face.unicodes)
    letters = (c for c in characters if c != _RAISING and not unicodedata.combining(c))
    return frozenset(c for c in letters if printed(c) == c)


def stretches(text: str, weight: int, family: Family = OURS) -> tuple[tuple[str, Face], ...]:
    """A text as stretches of one face each, in the order they are read; what no face draws goes
    with the first family, for programs that know further ones.
    """
    first = faces(weight, family)[0]
    words = _words(unicodedata.normalize("NFC", text), weight, family)
    groups = groupby(words, key=lambda found: found[1] or first)
    return tuple(("".join(word for word, _ in group), face) for face, group in groups)


def printed(line: str) -> str:
    """The characters of a line as they are drawn: composed, plain spaces and hyphens."""
    end = "-" if line.endswith(SOFT_HYPHEN) else ""
    text = _BLANKS.sub(" ", line.replace(SOFT_HYPHEN, "").replace(_NO_BREAK_HYPHEN, "-") + end)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


@lru_cache(maxsize=16384)
def reads_backwards(text: str) -> bool:
    """Whether a text runs from right to left as a whole: a mark at its start says so, else most of
    its letters do.
    """
    if text[:1] in MARKS:
        return text[0] == MARKS[True]
    kinds = [unicodedata.bidirectional(c) for c in text]
    backwards = sum(kind in {"R", "AL"} for kind in kinds)
    return backwards > kinds.count("L")


def undrawn(text: str, weight: int = 400, family: Family = OURS) -> str:
    """The characters of `text` that no face draws, each once."""
    plain = text.replace(_RAISING, "").replace("\n", " ")
    if _common(weight, family).issuperset(plain):
        return ""
    plain = printed(plain)
    missing = (c for word, face in _words(plain, weight, family) if face is None for c in word)
    return "".join(dict.fromkeys(c for c in missing if c != NARROW_SPACE and not _IGNORED.match(c)))


def _letters(line: str, weight: int, family: Family) -> list[_Letter]:
    """Those that are drawn, in the order they are read."""
    plain, raised = "", []
    for index, part in enumerate(line.split(_RAISING)):
        plain += part
        raised += [index % 2 == 1] * len(part)
    drawn = [face for word, face in _words(plain, weight, family) for _ in word]
    letters = [
        _Letter(*parts)
        for parts in zip(plain, raised, drawn, _levels(plain), strict=True)
        if parts[2] or parts[0] == NARROW_SPACE
    ]
    return letters if len(letters) == len(plain) else _closed_up(letters)


def _closed_up(letters: Sequence[_Letter]) -> list[_Letter]:
    """What is left out leaves one space behind, not two."""
    closed: list[_Letter] = []
    for letter in letters:
        if not (letter.character == " " and closed and closed[-1].character == " "):
            closed.append(letter)
    return closed


def _words(text: str, weight: int, family: Family) -> Iterator[tuple[str, Face | None]]:
    """Each word and space with the face that draws it; a space goes with the word before."""
    before = faces(weight, family)[0]
    for part in re.findall(r"\u202f|[^\S\u202f]+|\S+", text):
        if part == NARROW_SPACE:
            yield part, None
        elif part.isspace():
            yield part, before
        elif face := _face(part, weight, family):
            before = face
            yield part, face
        else:
            yield from ((cluster, _face(cluster, weight, family)) for cluster in _clusters(part))


def _face(word: str, weight: int, family: Family) -> Face | None:
    """The first face that draws a word whole."""
    return next((face for face in faces(weight, family) if _draws(face, word)), None)


def _draws(face: Face, word: str) -> bool:
    """The first family does not know where a mark belongs on a letter: it draws composed ones."""
    marked = not face.fallback and any(unicodedata.combining(c) for c in word)
    return not marked and all(face.draws(c) or _IGNORED.match(c) for c in word)


def _clusters(word: str) -> list[str]:
    """Letters with the marks upon them."""
    clusters: list[str] = []
    for character in word:
        if clusters and (unicodedata.combining(character) or _IGNORED.match(character)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _levels(text: str) -> list[int]:
    """The embedding level of each character: odd ones run from right to left."""
    if not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return [0] * len(text)
    from bidi import algorithm

    base = int(reads_backwards(text))
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, entry in enumerate(storage["chars"]):
        entry["index"] = index
        if entry["type"] in _UNKNOWN_TO_LIBRARY:
            entry["type"] = entry["orig"] = "ON"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = {entry["index"]: int(entry["level"]) for entry in storage["chars"]}
    return _filled(levels, base, len(text))


def _pair_brackets(entries: Sequence[dict[str, Any]], outside: str) -> None:
    """Rule N0, which the library does not know: brackets run as what they hold does, if that is
    the direction of the line, else as what stands before them.
    """
    opened: list[int] = []
    for index, entry in enumerate(entries):
        if entry["ch"] in _BRACKETS:
            opened.append(index)
        elif opened and entry["ch"] == _BRACKETS[entries[opened[-1]]["ch"]]:
            first = opened.pop()
            held = {_STRONG.get(e["type"]) for e in entries[first + 1 : index]} - {None}
            if held:
                before = next((d for e in entries[first::-1] if (d := _STRONG.get(e["type"]))), "")
                direction = outside if outside in held or not before else before
                entries[first]["type"] = entry["type"] = direction


def _filled(given: dict[int, int], base: int, length: int) -> list[int]:
    """What the algorithm takes out (rule X9) stays on the level of the character before."""
    levels: list[int] = []
    for index in range(length):
        levels.append(given.get(index, levels[-1] if levels else base))
    return levels


def _in_view(levels: Sequence[int]) -> list[int]:
    """Rule L2: from the highest level down to 1, turn round what is at that level or higher."""
    order = list(range(len(levels)))
    for least in range(max(levels, default=0), 0, -1):
        turned: list[int] = []
        for high, group in groupby(order, key=lambda index: levels[index] >= least):
            stretch = list(group)
            turned += stretch[::-1] if high else stretch
        order = turned
    return order
