"""A-LIRE-D-ABORD: what each file is for, in the order of the evening, as a page to print and as
text.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ceremonie.edition.outputs import FILM
from ceremonie.edition.page import element
from ceremonie.stick import wording
from ceremonie.stick.placing import PAGES, SPARE
from ceremonie.stick.stick_file import StickFile, Use
from ceremonie.storyboard import dates

PAGE, TEXT = "A-LIRE-D-ABORD.html", "A-LIRE-D-ABORD.txt"

WIDTH = 78
"""Signs of a line of the text: no window breaks it once more."""

_FILE_NAME = re.compile(r"[\w./-]+\.(?:mp4|mov|txt|json|bat|command|sh)\b")

_STYLE = """
@page { size: A4; margin: 14mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; padding: 8mm 6mm; background: #fff; color: #14202b;
       font: 10.5pt/1.35 Verdana, "DejaVu Sans", sans-serif; }
header { border-bottom: 1mm solid #14202b; padding-bottom: 2.5mm; margin-bottom: 4mm; }
h1 { font-size: 21pt; line-height: 1.1; margin: 0 0 1mm; }
h2 { font-size: 12.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
p { margin: 0 0 1mm; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding-left: 7.5mm; margin: 0 0 1.4mm; position: relative; break-inside: avoid; }
.do li::before { content: ""; position: absolute; left: 0; top: .5mm; width: 3.8mm; height: 3.8mm;
       border: .4mm solid #14202b; }
.tell li::before { content: "–"; position: absolute; left: 2mm; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: baseline; padding: 1.1mm 4mm 1.1mm 0;
       border-bottom: .25mm solid #c3c8cd; }
th[colspan] { padding-top: 2.6mm; border-bottom: .5mm solid #14202b; }
td:first-child { width: 72mm; font-size: 9.5pt; overflow-wrap: anywhere; }
tr.first td:first-child { font-weight: bold; }
.name { white-space: nowrap; }
tr, tbody { break-inside: avoid; } tr.moment { break-after: avoid; }
a { color: inherit; text-underline-offset: .15em; }
.rest { margin-top: 4mm; font-size: 9pt; }
@media (max-width: 40rem) { td:first-child { width: 45%; } }
@media print { body { padding: 0; max-width: none; } a { text-decoration: none; } }
"""


@dataclass(frozen=True)
class Told:
    """What the checklist is made from: the files, whether the film is silent, and sentences on what
    is missing.
    """

    edition: str
    ceremony: str
    files: tuple[StickFile, ...]
    left_out: tuple[str, ...] = ()
    is_silent: bool = False

    @property
    def names(self) -> frozenset[str]:
        return frozenset(file.name for file in self.files)

    @property
    def title(self) -> str:
        if not self.ceremony:
            return wording.TITLE.format(edition=self.edition)
        day = dates.said(dt.date.fromisoformat(self.ceremony))
        return wording.TITLE_ON.format(edition=self.edition, day=day)


def checklists(told: Told) -> tuple[StickFile, ...]:
    return (
        StickFile(PAGE, _page(told).encode("utf-8")),
        StickFile(TEXT, _text(told).replace("\n", "\r\n").encode("utf-8-sig")),
    )


def _moments(told: Told) -> Iterator[wording.Moment]:
    """Those that have files here."""
    for moment in wording.MOMENTS:
        files = tuple(file for file in moment.files if file.name in told.names)
        if files:
            yield wording.Moment(moment.title, files)
    added = tuple(wording.Purpose(f.name, f.of) for f in told.files if f.use == Use.ADDED)
    if added:
        yield wording.Moment(wording.ADDED_TITLE, added)


def _eve(told: Told) -> Iterator[str]:
    """What is to be done the day before."""
    yield from (wording.EVE_COPY, wording.EVE_CHECK)
    if any(file.use == Use.FONTS for file in told.files):
        yield wording.EVE_FONTS.format(file=wording.FONTS_NAME)
    if any(file.use == Use.DECK for file in told.files):
        yield wording.EVE_SHOW
    if any(file.use == Use.FILM for file in told.files):
        yield wording.EVE_SILENT_FILM if told.is_silent else wording.EVE_FILM
    yield wording.EVE_SLEEP


def _trouble(told: Told) -> Iterator[str]:
    films = (Use.FILM.holding(FILM), Use.FILM.holding(SPARE))
    there = [name for name in films if name in told.names]
    if there:
        yield wording.TROUBLE_FILM.format(files=", puis ".join(there))
    yield wording.TROUBLE_CHECK
    has_pages = Use.DECK.holding(PAGES) in told.names
    yield wording.TROUBLE_LOOK
    yield wording.TROUBLE_OFFICE if has_pages else wording.TROUBLE_OFFICE_BARE
    yield wording.TROUBLE_FILE


def _page(told: Told) -> str:
    body = (
        f"<header>{element('h1', wording.HEAD)}{element('p', told.title)}</header><main>",
        element("p", wording.LEAD),
        *_list(wording.EVE_TITLE, _eve(told), "do"),
        element("h2", wording.FILES_TITLE),
        _table(told),
        *_list(wording.TROUBLE_TITLE, _trouble(told), "tell"),
        *_list(wording.INSTALLATION_TITLE, _installation(told), "tell"),
        *_list(wording.LEFT_TITLE, told.left_out, "tell"),
        element("p", wording.REST, "rest"),
        "</main>",
    )
    head = (
        '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(wording.HEAD)} – {escape(told.title)}</title>"
        f"<style>{_STYLE}</style></head><body>"
    )
    return _typeset("\n".join((head, *body, "</body></html>", "")))


def _list(title: str, sentences: Iterator[str] | tuple[str, ...], kind: str) -> Iterator[str]:
    items = "".join(f"<li>{_named(sentence)}</li>" for sentence in sentences)
    if items:
        yield element("h2", title)
        yield f'<ul class="{kind}">{items}</ul>'


def _named(sentence: str) -> str:
    """No name of a file is broken at the end of a line."""
    return _FILE_NAME.sub(r'<span class="name">\g<0></span>', escape(sentence))


def _installation(told: Told) -> Iterator[str]:
    if any(file.use == Use.INSTALLATION for file in told.files):
        yield wording.INSTALLATION


def _table(told: Told) -> str:
    groups = (f"<tbody>{''.join(_rows(moment))}</tbody>" for moment in _moments(told))
    return f"<table>{''.join(groups)}</table>"


def _rows(moment: wording.Moment) -> Iterator[str]:
    yield f'<tr class="moment"><th colspan="2" scope="rowgroup">{escape(moment.title)}</th></tr>'
    for number, (name, sentence) in enumerate(moment.files):
        link = f'<a href="{escape(name)}">{escape(name)}</a>'
        kind = "" if number else ' class="first"'
        yield f"<tr{kind}><td>{link}</td>{element('td', sentence)}</tr>"


def _text(told: Told) -> str:
    lines = [wording.HEAD.upper(), told.title, "", wording.LEAD]
    lines += _bullets(wording.EVE_TITLE, _eve(told), "[ ]")
    for moment in _moments(told):
        lines += ["", moment.title.upper()]
        for name, sentence in moment.files:
            lines += [f"  {name}", *_wrapped(sentence, "      ")]
    lines += _bullets(wording.TROUBLE_TITLE, _trouble(told), "-")
    lines += _bullets(wording.INSTALLATION_TITLE, _installation(told), "-")
    lines += _bullets(wording.LEFT_TITLE, told.left_out, "-")
    return "\n".join((*lines, "", *_wrapped(wording.REST, ""), ""))


def _bullets(title: str, sentences: Iterator[str] | tuple[str, ...], mark: str) -> list[str]:
    items = list(sentences)
    if not items:
        return []
    rest = " " * (len(mark) + 3)
    told = [line for one in items for line in _wrapped(one, rest, f"  {mark} ")]
    return ["", title.upper(), *told]


def _wrapped(sentence: str, indent: str, first: str | None = None) -> list[str]:
    begin = indent if first is None else first
    return textwrap.wrap(
        sentence,
        WIDTH,
        initial_indent=begin,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def _typeset(text: str) -> str:
    """No line breaks before or after what French sets apart by a space."""
    for sign in "»:;?!":
        text = text.replace(f" {sign}", f"\u00a0{sign}")
    return text.replace("« ", "«\u00a0")
