"""The shelf's HTML, from its exhibits alone: the same ones are the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import zip_longest
from urllib.parse import quote

from ceremonie.edition.film_page_style import LANES
from ceremonie.edition.page import CONTENT, HouseLook, document, element
from ceremonie.planning.typography import HARD, capitalised, full_date
from ceremonie.shelf.exhibit import Exhibit, Seal
from ceremonie.shelf.links import MAIN, PAPERS, POSTERS
from ceremonie.shelf.style import style
from ceremonie.units import FRAME_RATE, clock

MARK = '<meta name="generator" content="ceremonie : etagere">'
"""By which a file is known that may be replaced."""

TITLE = "Toutes les éditions"
NOTHING = "Aucune édition n’est là pour le moment."
MADE = "Cette page est refaite à chaque production. Elle ne nomme personne."


def page(exhibits: Sequence[Exhibit]) -> str:
    """The newest first, as they are given."""
    head = f"<header><div><h1>{TITLE}</h1><p>{_span(exhibits)}</p></div>{LANES}</header>"
    cards = [_card(one, before) for one, before in zip_longest(exhibits, exhibits[1:]) if one]
    body = (head, f'<main id="{CONTENT}" tabindex="-1">', *_shelves(cards), "</main>", _FOOT)
    return document(HouseLook(), TITLE, body, style(), mark=MARK)


_FOOT = f"<footer>{element('p', MADE)}</footer>"


def _shelves(cards: Sequence[str]) -> Iterator[str]:
    if not cards:
        yield element("p", NOTHING)
        return
    first, *others = cards
    yield first.replace("<article>", '<article class="une">', 1)
    if others:
        yield '<ul class="rayon">'
        yield from (f"<li>{card}</li>" for card in others)
        yield "</ul>"


def _span(exhibits: Sequence[Exhibit]) -> str:
    """« 3 éditions, de 2021 à 2023 »."""
    days = [one.day.year for one in exhibits if one.day]
    count = _counted(len(exhibits), "édition")
    if not days:
        return count
    first, last = min(days), max(days)
    return f"{count}, {first}" if first == last else f"{count}, de{HARD}{first} à{HARD}{last}"


def _card(one: Exhibit, before: Exhibit | None) -> str:
    parts = (
        element("h2", one.title),
        element("p", _when(one), "quand"),
        _states(one),
        _figures(one),
        _changes(one, before),
        _links(one, MAIN, "liens premiers"),
        _links(one, PAPERS, "liens"),
    )
    return f'<article>{_picture(one)}<div class="dit">{"".join(parts)}</div></article>'


def _picture(one: Exhibit) -> str:
    """Its own, or its year on lanes, which decorates: the title stands beside it."""
    name = next((name for name in POSTERS if name in one.files), None)
    if name is None:
        year = element("b", one.year)
        return f'<div class="image sans" aria-hidden="true">{LANES}{year}</div>'
    told = escape(f"Affiche : {one.title}, {one.year}")
    return f'<div class="image"><img src="{_address(one, name)}" alt="{told}"></div>'


def _address(one: Exhibit, name: str) -> str:
    return _relative(f"{one.name}/{name}")


def _relative(path: str) -> str:
    """Percent-encoded; never taken for the name of a protocol. A byte of a file's name that is no
    UTF-8 stays the byte that it is.
    """
    return "./" + quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _when(one: Exhibit) -> str:
    day = full_date(one.day) if one.day else ""
    return capitalised(", ".join(filter(None, (day, one.place)))) or "Date inconnue"


def _states(one: Exhibit) -> str:
    made = element("li", "Brouillon", "brouillon") if one.draft else element("li", "Terminée")
    sealed = "".join(element("li", _sealed(seal), "scelle") for seal in one.seals)
    return f'<ul class="etat">{made}{sealed}</ul>'


def _sealed(seal: Seal) -> str:
    name = seal.path.rpartition("/")[2].encode("utf-8", "replace").decode("utf-8")
    if not seal.day:
        return f"Archivée dans {name}"
    year, month, day = seal.day.split("-")
    return f"Archivée le {day}/{month}/{year} dans {name}"


def _figures(one: Exhibit) -> str:
    facts = (
        (_length(one), "de film"),
        (one.slides, _several(one.slides, "diapositive")),
        (one.thanked, f"{_several(one.thanked, 'personne')} {_several(one.thanked, 'remerciée')}"),
    )
    every = "".join(
        f"<div>{element('dt', name)}{element('dd', str(value))}</div>"
        for value, name in facts
        if value
    )
    return f"<dl>{every}</dl>" if every else ""


def _length(one: Exhibit) -> str | None:
    return clock(one.frames) if one.frames else None


def _several(count: int | None, word: str) -> str:
    return f"{word}s" if (count or 0) > 1 else word


def _counted(count: int, word: str) -> str:
    return f"{count}{HARD}{_several(count, word)}"


def _changes(one: Exhibit, before: Exhibit | None) -> str:
    """What is more or less than in the edition before; nothing where that is not known."""
    if before is None:
        return ""
    told = [text for text in _differences(one, before) if text]
    since = f"Depuis {before.year if before.year != one.year else before.name}{HARD}: "
    return element("p", since + ", ".join(told), "ecart") if told else ""


def _differences(one: Exhibit, before: Exhibit) -> Iterator[str]:
    yield _difference(one.slides, before.slides, "diapositive")
    yield _minutes(one, before)
    yield _difference(one.thanked, before.thanked, "personne")


def _difference(after: int | None, before: int | None, word: str) -> str:
    if after is None or before is None:
        return ""
    if after == before:
        return f"autant de {word}s"
    return f"{_counted(abs(after - before), word)} de {_more(after - before)}"


def _minutes(one: Exhibit, before: Exhibit) -> str:
    if not (one.frames and before.frames):
        return ""
    apart = one.frames - before.frames
    seconds = round(abs(apart) / FRAME_RATE)
    if not seconds:
        return "film aussi long"
    whole = f"{seconds // 60}{HARD}min" if seconds >= 60 else ""
    rest = f"{seconds % 60}{HARD}s" if seconds % 60 else ""
    return f"{' '.join(filter(None, (whole, rest)))} de film de {_more(apart)}"


def _more(apart: int) -> str:
    return "plus" if apart > 0 else "moins"


def _links(one: Exhibit, names: Mapping[str, str], kind: str) -> str:
    told = "".join(
        f'<li><a href="{_address(one, name)}" aria-label="{escape(f"{word}, {one.year}")}">'
        f"{escape(word)}</a></li>"
        for name, word in names.items()
        if name in one.files
    )
    return f'<ul class="{kind}">{told}</ul>' if told else ""
