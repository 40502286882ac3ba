"""The differences in words, a line each, for a terminal or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ceremonie.comparing.content import Entry
from ceremonie.comparing.differences import Difference, Kind, Likened
from ceremonie.comparing.wording import Fate, Run, runs
from ceremonie.units import clock

NOTHING = "Rien n’a changé."
UNTITLED = "Sans titre"
WITHHELD = "n’est plus rappelé"
"""Instead of a title and words that may not be told."""
WORDS = {
    Kind.ADDED: ("ajoutée", "ajouté"),
    Kind.REMOVED: ("retirée", "retiré"),
    Kind.MOVED: ("déplacée", "déplacé"),
    Kind.SPOKEN: ("qui parle", "qui parle"),
    Kind.PICTURED: ("image remplacée", "image remplacée"),
    Kind.NOTED: ("notes modifiées", "notes modifiées"),
    Kind.RETIMED: ("durée modifiée", "durée modifiée"),
    Kind.REDRAWN: ("aspect modifié", "aspect modifié"),
    Kind.REWORDED: ("texte modifié", "texte modifié"),
}
"""Of a slide (feminine in French) and of a shot."""

MARKS = {Fate.SAME: "{}", Fate.GONE: "[-{}-]", Fate.COME: "{{+{}+}}"}
"""As `git diff --word-diff` and wdiff write them."""


def lines(likened: Likened) -> tuple[str, ...]:
    """A line for each difference, then what only follows from these."""
    return (NOTHING,) if likened.none else tuple(_lines(likened))


def _lines(likened: Likened) -> Iterator[str]:
    before, after = likened.frames
    if before != after:
        yield f"Le film dure {clock(after)} (avant : {clock(before)})."
    for one in likened.slides:
        yield from _told(one, _slide, 0)
    for one in likened.shots:
        yield from _told(one, _shot, 1)
    yield from _counted(likened)


def _told(one: Difference, name: Callable[[Entry], str], gender: int) -> Iterator[str]:
    entry = one.after or one.before
    assert entry
    former = f", avant : {name(one.before)}" if one.before and Kind.MOVED in one.kinds else ""
    kinds = ", ".join(WORDS[kind][gender] for kind in one.kinds)
    yield f"{name(entry)}, {_title(entry)} : {kinds}{former}."
    if one.before and one.after and Kind.REWORDED in one.kinds and not one.is_withheld:
        yield from (f"    {line}" for line in _reworded(one.before, one.after))


def _title(entry: Entry) -> str:
    return WITHHELD if entry.withheld else f"« {entry.title or UNTITLED} »"


def _slide(entry: Entry) -> str:
    return f"Diapositive {entry.number}"


def _shot(entry: Entry) -> str:
    return f"Film à {clock(entry.start)}"


def _reworded(before: Entry, after: Entry) -> Iterator[str]:
    """Only the lines in which a word differs, the title's first."""
    for part in (runs(before.title, after.title), runs(before.text, after.text)):
        text = "".join(MARKS[run.fate].format(run.text) for run in _by_line(part))
        yield from (line for line in text.split("\n") if "[-" in line or "{+" in line)


def _by_line(part: Sequence[Run]) -> Iterator[Run]:
    """No mark goes over the end of a line."""
    for run in part:
        for at, text in enumerate(run.text.split("\n")):
            if at:
                yield Run(Fate.SAME, "\n")
            if text:
                yield Run(run.fate, text)


def _counted(likened: Likened) -> Iterator[str]:
    if count := likened.renumbered:
        yield f"Changent seulement de numéro : {count} diapositive{'s' * (count > 1)}."
    if count := likened.shifted:
        yield f"Changent seulement d’heure dans le film : {count} plan{'s' * (count > 1)}."
