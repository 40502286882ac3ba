"""What differs, as a page: of the last build what whoever runs the evening has to know, on one
sheet where little has changed (ce-qui-a-change.html); or of any two editions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from ceremonie.comparing import Change, Likened, Record, Weight, ranked
from ceremonie.edition.changes.passage import passage, shorter
from ceremonie.edition.changes.style import STYLE
from ceremonie.edition.changes.summary import summary
from ceremonie.edition.page import CONTENT, Look, document, element

TITLE = "Ce qui a changé"
MARKED = "Les mots <del>partis</del> et les mots <ins>venus</ins>."
FOOT = '@page {{ @bottom-left {{ content: "{name}"; font: 8pt sans-serif; }} }}'
LOST = (
    "Le relevé de l’édition précédente (contenu.json) manque ou ne se lit plus : rien n’a pu être "
    "comparé. Relisez le diaporama en entier ; la prochaine production sera comparée à celle-ci."
)
UNSEEN = "Rien de ce qui se voit, se lit ou s’entend n’a changé."

HEADS = {
    Weight.ORDER: "L’ordre",
    Weight.PEOPLE: "Qui parle",
    Weight.WORDS: "Les mots",
    Weight.PICTURES: "Les images",
    Weight.NOTES: "Les notes seules",
    Weight.LENGTHS: "Les durées du film",
}

MOST_LENGTHS = 8
"""So many shots that are only longer or shorter are listed; more of them, the film's is told."""


@dataclass(frozen=True)
class Heading:
    """`name` is what the page is, `event` what it is about, `since` a sentence that says from what
    to what. `former` is what the older one is called within a sentence; `same`, where it is told,
    how much of both is alike.
    """

    name: str
    event: str
    since: str
    former: str
    same: str = ""


def since_last(event: str) -> Heading:
    """That of what has changed since the build before."""
    return Heading(TITLE, event, "Depuis la production précédente.", "la production précédente")


def sheet(look: Look, heading: Heading, record: Record) -> str:
    """The whole page, of the changes and the pictures that a record tells."""
    name, title = heading.name, f"{heading.name} – {heading.event}"
    lead = "" if record.changes is None else f"<p>{escape(heading.since)} {MARKED}</p>"
    body = _lost() if record.changes is None else _told(record, record.changes, heading)
    header = f"<header><h1>{name}</h1>{element('p', heading.event, 'soiree')}{lead}</header>"
    main = f'<main id="{CONTENT}" tabindex="-1">'
    style = STYLE + FOOT.format(name=name)
    return document(look, title, (header, main, *body, "</main>"), style)


def _lost() -> Iterator[str]:
    yield element("p", LOST)


def _told(record: Record, changes: Likened, heading: Heading) -> Iterator[str]:
    every = ranked(changes)
    alike = (("Pareil", heading.same),) if heading.same else ()
    if facts := (*alike, *summary(changes, every, heading.former)):
        rows = (f"<li><b>{escape(head)}</b><strong>{told}</strong></li>" for head, told in facts)
        yield f'<ul class="bref">{"".join(rows)}</ul>'
    else:
        yield element("p", UNSEEN)
    for weight, some in groupby(every, key=lambda change: change.weight):
        if weight in HEADS:
            yield from _group(weight, tuple(some), record)


def _group(weight: Weight, some: Sequence[Change], record: Record) -> Iterator[str]:
    if weight is not Weight.LENGTHS:
        yield element("h2", HEADS[weight])
        yield from (passage(change, record.pictures) for change in some)
    elif len(some) <= MOST_LENGTHS:
        yield element("h2", HEADS[weight])
        rows = "".join(element("li", shorter(change)) for change in some)
        yield f'<ul class="suite">{rows}</ul>'
