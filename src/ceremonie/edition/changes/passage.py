"""One change on the sheet: where it is, what differs in it, how it looked and looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from ceremonie.comparing import Change, Difference, Entry, Kind, Weight
from ceremonie.comparing.wording import Fate, Run, runs
from ceremonie.edition.changes.summary import places
from ceremonie.edition.page import element
from ceremonie.planning.notes import duration
from ceremonie.planning.typography import HARD
from ceremonie.signs import keys
from ceremonie.units import clock

THIN = "\u2009"

AROUND = 6
"""Words before and after a change that are told with it."""

TAGS = {Fate.GONE: "del", Fate.COME: "ins"}

WITHHELD = "Ce qui était là n’est plus rappelé : une personne ou un média n’en est plus autorisé."

SEEN = {Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.SPOKEN, Kind.REWORDED, Kind.PICTURED}
"""Kinds of which pictures tell more than words alone."""

_SORTS: dict[Kind, tuple[str, str]] = {
    Kind.ADDED: ("ajoutée", "ajouté"),
    Kind.REMOVED: ("retirée", "retiré"),
    Kind.MOVED: ("déplacée", "déplacé"),
    Kind.PICTURED: ("autre image", "autre image"),
}

_WORDS = re.compile(r"\S+")


def passage(change: Change, pictures: Mapping[str, str]) -> str:
    """`pictures` are URIs by drawing."""
    cells = ("".join(_place(change)), "".join(_told(change)), _views(change, pictures))
    names = ("ou", "quoi", "vues")
    inner = "".join(f'<div class="{n}">{c}</div>' for n, c in zip(names, cells, strict=True))
    kind = "passage" if change.weight < Weight.NOTES else "passage discret"
    return f'<article class="{kind}">{inner}</article>'


def shorter(change: Change) -> str:
    """A line for what is only longer or shorter."""
    one = change.shot or change.main
    entry = _now(one)
    before = duration(one.before.length) if one.before else ""
    return f"{clock(entry.start)} {entry.title}{HARD}: {before} → {duration(entry.length)}"


def _now(one: Difference) -> Entry:
    entry = one.after or one.before
    assert entry
    return entry


def _place(change: Change) -> Iterator[str]:
    """The slide's number, the film's time."""
    main = _now(change.main)
    if change.slide:
        former = "" if change.slide.after else "avant : "
        yield f"<small>{former}diapositive</small><b>{main.number}</b>"
        if change.shot:
            yield f"<time>film {clock(_now(change.shot).start)}</time>"
    else:
        former = "" if change.main.after else "avant : "
        yield f'<small>{former}film à</small><b class="heure">{clock(main.start)}</b>'


def _told(change: Change) -> Iterator[str]:
    main = change.main
    sort = f' <span class="sort">– {escape(told)}</span>' if (told := _sort(change)) else ""
    yield f"<h3>{_title(main)}{sort}</h3>"
    if main.is_withheld:
        yield element("p", WITHHELD, "notes")
    elif main.before and main.after:
        yield from _compared(main.before, main.after)
    if change.slide and change.shot:
        yield from _in_the_film(change.slide, change.shot)
    if change.also:
        yield element("p", f"De même{HARD}: {places(change.also)}.", "aussi")


def _sort(change: Change) -> str:
    """« ajoutée », « déplacée, avant : 8 »."""
    main, is_shot = change.main, change.slide is None
    told = [_SORTS[kind][is_shot] for kind in main.kinds if kind in _SORTS]
    if Kind.MOVED in main.kinds and main.before:
        where = clock(main.before.start) if is_shot else f"diapositive{HARD}{main.before.number}"
        told = [f"{told[0]}, avant{HARD}: {where}", *told[1:]]
    return ", ".join(told)


def _title(main: Difference) -> str:
    """Marked only where no line of the words tells of it."""
    before, after = main.before, main.after
    if not (before and after) or main.is_withheld or before.text != after.text:
        untitled = "Non rappelé" if main.is_withheld else "Sans titre"
        return escape(_now(main).title or untitled)
    return _marked(runs(before.title, after.title))


def _compared(before: Entry, after: Entry) -> Iterator[str]:
    """Who speaks, the words, the notes: what tells nothing new after what was told is left out."""
    lines = Lines()
    was, now = (" ; ".join(one.speakers) for one in (before, after))
    if spoken := lines.of(was, now):
        yield f'<p class="parole"><b>Parole</b>{_marked(spoken[0])}</p>'
    yield from (f"<p>{_marked(_near(line))}</p>" for line in lines.of(before.text, after.text))
    if notes := lines.of(before.notes, after.notes):
        told = "<br>".join(_marked(_near(line)) for line in notes)
        yield f'<p class="notes"><b>Notes</b>{told}</p>'


def _in_the_film(slide: Difference, shot: Difference) -> Iterator[str]:
    """What is said of the shot besides."""
    for kind in (Kind.ADDED, Kind.REMOVED):
        if kind in shot.kinds and kind not in slide.kinds:
            yield element("p", f"Dans le film{HARD}: {_SORTS[kind][1]}.", "notes")
    if shot.before and shot.after and shot.before.length != shot.after.length:
        was, now = duration(shot.before.length), duration(shot.after.length)
        if was != now:
            yield element("p", f"Dans le film{HARD}: {was} → {now}.", "notes")


@dataclass
class Lines:
    """Lines in which a word differs; `told` are the words that went and came in those before."""

    told: dict[Fate, set[str]] = field(default_factory=lambda: {f: set() for f in Fate})

    def of(self, before: str, after: str) -> list[list[Run]]:
        """Those that tell of a word more."""
        return [line for line in _lines(before, after) if self._is_new(line)]

    def _is_new(self, line: Sequence[Run]) -> bool:
        words = {fate: _words_of(line, fate) for fate in (Fate.GONE, Fate.COME)}
        new = any(some - self.told[fate] for fate, some in words.items())
        for fate, some in words.items():
            self.told[fate] |= some
        return new


def _words_of(line: Sequence[Run], fate: Fate) -> set[str]:
    """Marks alone tell nothing."""
    written = (key for run in line if run.fate is fate for key in keys(run.text))
    return {key for key in written if any(map(str.isalnum, key))}


def _lines(before: str, after: str) -> Iterator[list[Run]]:
    """Those in which something differs."""
    line: list[Run] = []
    for run in (*runs(before, after), Run(Fate.SAME, "\n")):
        for at, text in enumerate(run.text.split("\n")):
            if at:
                if any(one.fate is not Fate.SAME for one in line):
                    yield line
                line = []
            if text:
                line.append(Run(run.fate, text))


def _near(line: Sequence[Run]) -> Iterator[Run]:
    """The same line, with what is far from any change left out."""
    for at, run in enumerate(line):
        if run.fate is Fate.SAME:
            text = _shortened(run.text, first=at == 0, last=at == len(line) - 1)
            yield Run(run.fate, text)
        else:
            yield run


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = [(match.start(), match.end()) for match in _WORDS.finditer(text)]
    sides = (not first) + (not last)
    if not sides or len(words) <= AROUND * sides + 2:
        return text
    head = "" if first else f"{text[: words[AROUND - 1][1]]} "
    tail = "" if last else f" {text[words[-AROUND][0] :]}"
    return f"{head}…{tail}"


def _marked(parts: Iterable[Run]) -> str:
    """As HTML. What went and what came for it do not touch."""
    told, fate = "", Fate.SAME
    for run in parts:
        between = THIN if Fate.SAME not in (fate, run.fate) else ""
        told += between + _tagged(run)
        fate = run.fate
    return told


def _tagged(run: Run) -> str:
    """The spaces at its ends are not marked."""
    words, tag = run.text.strip(), TAGS.get(run.fate)
    if tag is None or not words:
        return escape(run.text)
    before, _, after = run.text.partition(words)
    return f"{before}<{tag}>{escape(words)}</{tag}>{after}"


def _views(change: Change, pictures: Mapping[str, str]) -> str:
    seen = next((one for one in change.each if SEEN & {*one.kinds}), None)
    return "".join(_images(seen, pictures)) if seen else ""


def _images(one: Difference, pictures: Mapping[str, str]) -> Iterator[str]:
    """One where both look the same."""
    before, after = one.before, one.after
    if before and after and before.drawing == after.drawing:
        yield _image(after, pictures, "inchangée")
        return
    if before:
        yield _image(before, pictures, "avant", "avant" if after else "parti")
    if before and after:
        yield '<span class="vers" aria-hidden="true">→</span>'
    if after:
        yield _image(after, pictures, "maintenant" if before else "nouvelle")


def _image(entry: Entry, pictures: Mapping[str, str], told: str, kind: str = "") -> str:
    uri = pictures.get(entry.drawing)
    if uri is None:
        return '<p class="rien">non rappelée</p>' if entry.withheld else ""
    alternative = escape(f"{entry.title}, {told}", quote=True)
    attribute = f' class="{kind}"' if kind else ""
    return f'<img{attribute} src="{uri}" alt="{alternative}">'
