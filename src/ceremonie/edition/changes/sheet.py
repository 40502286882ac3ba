"""ce-qui-a-change.html: what whoever runs the evening has to know of the last build, on one page
where little has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from ceremonie.comparing import Change, Likened, Record, Weight, ranked
from ceremonie.edition.changes.passage import passage, shorter
from ceremonie.edition.changes.style import STYLE
from ceremonie.edition.changes.summary import summary
from ceremonie.edition.page import CONTENT, document, element
from ceremonie.planning.model import Plan

TITLE = "Ce qui a changé"
LEAD = "Depuis la production précédente. Les mots <del>partis</del> et les mots <ins>venus</ins>."
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


def sheet(plan: Plan, record: Record) -> str:
    """The whole page; `plan` gives the look of the event."""
    title = f"{TITLE} – {plan.title}"
    lead = "" if record.changes is None else f"<p>{LEAD}</p>"
    body = _lost() if record.changes is None else _told(record, record.changes)
    header = f"<header><h1>{TITLE}</h1>{element('p', plan.title, 'soiree')}{lead}</header>"
    main = f'<main id="{CONTENT}" tabindex="-1">'
    return document(plan, title, (header, main, *body, "</main>"), STYLE)


def _lost() -> Iterator[str]:
    yield element("p", LOST)


def _told(record: Record, changes: Likened) -> Iterator[str]:
    every = ranked(changes)
    if facts := tuple(summary(changes, every)):
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
