"""A workshop: what it shows follows what pictures there are; its slide adds text and partners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.diagnostics import NodePath
from ceremonie.planning.content import Content
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import comparison, excerpt, lineup
from ceremonie.planning.moments.prepared import Prepared, prepared
from ceremonie.planning.moments.sheets import sheets
from ceremonie.planning.moments.story import shots
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.pictured_content import (
    Captioned,
    Card,
    Cell,
    Compared,
    Framed,
    Mosaic,
    Sheet,
    Subject,
)
from ceremonie.planning.reading import OPENING, Length, opening, readable, turn
from ceremonie.planning.typography import capitalised, closed, french, sentence
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames

SECONDS = 3
MOSAIC_SECONDS = 5

BESIDE, WORD = 4, 24
"""Pictures that may share a mosaic, and the signs of their captions."""

QUIET = frames(2)
"""Frames of each of several pictures, usually."""

FILMED = 8
"""Pictures of a workshop in the film; its slides show all of them."""


@dataclass(frozen=True)
class Glimpse:
    """A workshop among the others of its day: `id` is that of its slide, `path` leads to it."""

    id: str
    path: NodePath
    cell: Cell
    place: str


def glimpses(script: Script, day: int) -> tuple[Glimpse, ...]:
    """Of all workshops of a day, in order."""
    return tuple(Glimpse(one.id, one.path, _cell(one), one.place) for one in prepared(script, day))


def moments(script: Script, day: int) -> tuple[Moment, ...]:
    """The workshops of a day, in order, a slide for each; in the film first those that have a shot
    of their own, then the others together.
    """
    workshops = prepared(script, day)
    groups = lineup.groups(workshops)
    together = [one for group in groups for one in group]
    filmed = [one for one in workshops if one.workshop.in_film is not False]
    single = (m for one in workshops for m in _moments(script, one, filmed=one not in together))
    return (*single, *lineup.moments(script, day, groups, alone=len(together) == len(filmed)))


def _cell(one: Prepared) -> Cell:
    changed = (one.compared[0].after,) if one.compared else ()
    return Cell(next(iter((*one.pictures, *changed)), None), one.title, one.subject)


def _moments(script: Script, one: Prepared, *, filmed: bool) -> Iterator[Moment]:
    """The workshop, then what was before and after, then each of its clips; these alone are its
    shots where it has no other pictures.
    """
    screen, length = _screen(script, one) if filmed and one.has_screen else (None, Length())
    title = sentence(script.day_label(one.day), one.title, one.place)
    workshop = Moment(
        id=one.id,
        kind="atelier",
        section=Section.DAYS,
        title=title,
        path=one.path,
        screen=screen,
        length=length,
        notes=_notes(script, one),
    )
    yield from sheets(workshop, _sheet(script, one), script.language)
    told = script.language.part(title, 1 if screen else 0)
    card = Card(one.title, _where(script, one), one.subject)
    yield from shots(workshop, card, one.film_text, told)
    if one.compared:
        yield _placed(script, one, _compared(script.language, workshop, *one.compared))
    for number, (entry, clip) in enumerate(one.clips, 1):
        shown = excerpt.moment(
            f"{one.id}-extrait-{number}",
            sentence(title, _numbered(script.language.workshop_excerpt, number)),
            (*one.path, "medias", entry),
            Framed(
                one.title,
                _where(script, one),
                _plain(one.subject),
                clip,
                alone=one.workshop.full_screen,
            ),
            script.language,
        )
        yield _placed(script, one, shown)


def _placed(script: Script, one: Prepared, moment: Moment) -> Moment:
    """Its slide names the place as all slides do, whatever the film says of it."""
    detail = sentence(script.day_label(one.day), one.place)
    assert isinstance(moment.slide, Framed | Compared)
    return replace(moment, slide=replace(moment.slide, detail=detail))


def _compared(language: Language, workshop: Moment, photos: Compared, length: Length) -> Moment:
    return Moment(
        id=f"{workshop.id}-avant-apres",
        kind="avant-apres",
        section=workshop.section,
        title=sentence(workshop.title, language.before_and_after),
        path=(*workshop.path, "avant_apres"),
        screen=photos,
        slide=photos,
        length=length,
        notes=Notes(say=comparison.spoken(photos), know=comparison.noted(photos, language)),
    )


def _numbered(noun: str, number: int) -> str:
    return f"{noun} {number}" if number > 1 else noun


def _plain(subject: Subject) -> Subject:
    """A clip's badge is the same on every day."""
    return Subject(subject.symbol, subject.section, subject.day)


def _where(script: Script, one: Prepared) -> str:
    return sentence(script.day_label(one.day), one.film_place)


def _screen(script: Script, one: Prepared) -> tuple[Content, Length]:
    """What its shot shows, and for how long."""
    if _together(one):
        return _mosaic(script, one)
    where = _where(script, one)
    if one.pictures:
        return _framed(one, where)
    return Card(one.title, where, one.subject), readable(SECONDS, one.title, where)


def _together(one: Prepared) -> bool:
    """Whether its pictures tell more beside each other: a few that lie, each said in a word."""
    few = 1 < len(one.pictures) <= BESIDE and not one.workshop.full_screen
    return few and all(
        picture.width > picture.height and 0 < len(caption) <= WORD
        for picture, caption in zip(one.pictures, one.captions, strict=True)
    )


def _mosaic(script: Script, one: Prepared) -> tuple[Mosaic, Length]:
    detail = tuple(x for x in (script.day_label(one.day), one.film_place) if x)
    cells = tuple(
        Cell(picture, caption, one.subject, noted=True)
        for picture, caption in zip(one.pictures, one.captions, strict=True)
    )
    length = readable(MOSAIC_SECONDS, one.title, *detail, *(cell.label for cell in cells))
    return Mosaic(one.title, detail, cells, length.usual), length


def _framed(one: Prepared, where: str) -> tuple[Framed, Length]:
    """Its pictures one after the other, once the first has been alone."""
    pairs = [*zip(one.pictures, one.captions, strict=True)][:FILMED]
    (picture, caption), *others = pairs
    following = tuple(Captioned(*pair) for pair in others)
    alone, after = one.workshop.full_screen, opening(one.workshop.full_screen)
    framed = Framed(
        one.title, where, one.subject, picture, caption=caption, following=following, alone=alone
    )
    if not following:
        return framed, readable(SECONDS, one.title, where, caption).after(after)
    head = readable(SECONDS, one.title, where).after(after)
    least = OPENING + sum(turn(said) for _, said in pairs)
    usual = max(head.usual, least, OPENING + QUIET * len(pairs))
    return framed, Length(max(head.least, least), usual)


def _sheet(script: Script, one: Prepared) -> Sheet:
    workshop = one.workshop
    partners = sentence(*map(french, workshop.partners))
    return Sheet(
        heading=one.title,
        kicker=capitalised(sentence(script.day_label(one.day), french(one.topic.name))),
        place=one.whole_place,
        participants=french(workshop.participants or ""),
        text=one.text,
        partners=script.language.supported_by.format(partners=partners) if partners else "",
        subject=one.subject,
        pictures=one.pictures,
        captions=one.captions,
    )


def _notes(script: Script, one: Prepared) -> Notes:
    """The slides that hold its text and its pictures add what there is to say of them."""
    workshop, language = one.workshop, script.language
    facts = sentence(one.title, one.whole_place, workshop.participants)
    partners = sentence(*workshop.partners)
    return Notes(
        say=(closed(facts),),
        know=items(
            language.supporters.format(partners=partners) if partners else "",
            language.illustrative_text if workshop.illustrative else "",
            workshop.notes,
        ),
    )
