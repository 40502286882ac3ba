"""Documents by what they say: words of a page, values of JSON, lines of all else. What tells only
of the files themselves (their sizes and digests) and of programs does not count.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from ceremonie.comparing import record
from ceremonie.edition import instruments, manifest, report
from ceremonie.edition.outputs import RECORD
from ceremonie.rebuilding.likeness import Likeness

_SIZES = re.compile(rf"\d+\s(?:{'|'.join(report.SIZES)})\b")
MOST = 5
"""So many keys that differ are named."""

_UNSAID = {"script", "style"}

ENDINGS = frozenset({".html", ".json", ".csv", ".srt", ".vtt", ".txt"})
"""What is read so."""

OF_FILES = frozenset({
    manifest.OUTPUTS, manifest.TOOLS, manifest.RECIPE, manifest.OWN_DIGEST, manifest.AROUND,
    manifest.ORDER, manifest.FILM_FACTS, manifest.PUBLICS, "fichiers", "empreinte",
    instruments.ENCODERS, instruments.FONTS, instruments.ENVIRONMENT, instruments.RESOLVED,
})  # fmt: skip
"""Keys of manifests and reports that tell of files and programs, not of what is seen."""

KEYS = frozenset({record.PICTURES, "drawing", "media"})
"""What a record tells by digests of what was drawn."""

OF_NAMES = frozenset({manifest.PEOPLE, "people"})
"""Who appears where: without the key to names, who is only named is not known."""


def of_texts(first: Path, second: Path, *, named: bool = True) -> Likeness:
    """`named` where the key to names is there, too."""
    try:
        one, other = _said(first, named=named), _said(second, named=named)
    except (ValueError, RecursionError):
        return Likeness(False, "l'un des deux ne se lit pas")
    if one != other:
        return Likeness(False, _where(one, other))
    if first.suffix.lower() != ".json":
        return Likeness(True, "mêmes textes")
    kept: frozenset[str] = frozenset()
    apart = _keys(_loaded(first, kept), _loaded(second, kept))
    return Likeness(True, f"mêmes valeurs, hors : {', '.join(apart)}" if apart else "mêmes valeurs")


def _keys(one: Any, other: Any) -> list[str]:
    """Those of which the values differ, a few of them."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return []
    keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    return sorted(map(str, keys))[:MOST]


def _where(one: Any, other: Any) -> str:
    if keys := _keys(one, other):
        return f"ce qui diffère : {', '.join(keys)}"
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), min(len(one), len(other)))
        return f"les textes diffèrent, à partir de la ligne {line}"
    return "les textes diffèrent"


def _loaded(file: Path, left: frozenset[str]) -> Any:
    return _without(json.loads(file.read_bytes().decode("utf-8-sig")), left)


def _said(file: Path, *, named: bool) -> Any:
    if file.suffix.lower() == ".json":
        left = OF_FILES | (KEYS if file.name == RECORD else frozenset())
        return _loaded(file, left | (frozenset() if named else OF_NAMES | {manifest.INPUTS}))
    text = file.read_bytes().decode("utf-8-sig")
    if file.suffix.lower() == ".html":
        page = _Words()
        page.feed(text)
        page.close()
        return [_SIZES.sub("", " ".join(line.split())) for line in page.lines]
    return text.splitlines()


def _without(told: Any, left: frozenset[str]) -> Any:
    if isinstance(told, dict):
        return {key: _without(value, left) for key, value in told.items() if key not in left}
    return [_without(one, left) for one in told] if isinstance(told, list) else told


class _Words(HTMLParser):
    """What a page says, and the other words of its pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unsaid += tag in _UNSAID
        self.lines += [value for name, value in attrs if name == "alt" and value]

    def handle_endtag(self, tag: str) -> None:
        self._unsaid -= tag in _UNSAID

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._unsaid:
            self.lines.append(data)
