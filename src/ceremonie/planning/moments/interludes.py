"""The ceremony's own moments: an interval, a group photo, a projection, free text, a link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from ceremonie.media.material import Clip, Picture
from ceremonie.planning import qr_code
from ceremonie.planning.content import Played, Scan
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions, comparison, excerpt, group_photo
from ceremonie.planning.moments.excerpt import TAIL
from ceremonie.planning.moments.sheets import sheets
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.passages import passages
from ceremonie.planning.pictured_content import Card, Framed, Sheet, Subject
from ceremonie.planning.reading import lasting, opening, readable
from ceremonie.planning.typography import closed, french
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.stage import Interlude
from ceremonie.units import seconds

SECONDS, LINK_SECONDS = 4, 8
FILMED_AT_MOST = 110
"""Signs beside a title in one shot: as many as stand there in every shape."""

SHOWN_AT_MOST = 180
"""On one slide."""

ABOVE_A_CODE = 80
"""Above the code of a link, in every shape."""

SYMBOLS = {
    "entracte": "chronometre",
    "photo": "photo",
    "projection": "cinema",
    "texte": "idee",
    "lien": "numerique",
}
"""What stands for each type where there is no picture."""


def moments(script: Script) -> tuple[Moment, ...]:
    """Each is a part of its own, by its title."""
    chosen = script.chosen(script.storyboard.interludes)
    return tuple(
        replace(moment, part=french(one.title))
        for index, one in chosen
        for moment in _moments(script, index, one)
    )


def _moments(script: Script, index: int, one: Interlude) -> tuple[Moment, ...]:
    """Two photos that are all it has need no slide before them."""
    compared = tuple(_compared(script, index, one))
    if compared and not one.text and not one.media:
        return compared
    return (*_TOLD[one.kind](script, index, one), *compared)


def _moment(index: int, one: Interlude) -> Moment:
    """Without what it shows."""
    return Moment(
        id=f"moment-{index + 1}",
        kind=one.kind,
        section=Section.INTERLUDES,
        title=french(one.title),
        path=("moments", index),
    )


def _interval(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    language = script.language
    planned = (script.single and script.on_stage) or one.on_stage
    words = _worded(script, one) or (language.pause(planned) if planned else "")
    notes = Notes(
        say=items(closed(one.title), one.text),
        do=(language.announce_interval,),
        know=_known(script, one),
    )
    yield from _cards(script, replace(_moment(index, one), notes=notes), one, words)


def _text(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    """With its photo where there is one."""
    words = _worded(script, one)
    picture = script.picture(one.media)
    told = replace(_moment(index, one), notes=_spoken(script, one))
    if picture is None:
        notes = replace(told.notes, say=(*told.notes.say, *items(one.text)))
        yield from _cards(script, replace(told, notes=notes), one, words)
        yield from _excerpt(script, index, one)
        return
    first, *others = passages(words, FILMED_AT_MOST)
    framed = Framed(
        told.title, first, _subject(one), picture, french(picture.caption or ""),
        alone=one.full_screen,
    )  # fmt: skip
    length = readable(SECONDS, told.title, first, framed.caption)
    shot = replace(told, screen=framed, length=length.after(opening(one.full_screen)))
    yield from _spread(sheets(shot, _sheet(words, one, picture), script.language), others, one)


def _excerpt(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    """The clip of a text, after its words."""
    clip, moment = script.materials.of(one.media), _moment(index, one)
    if isinstance(clip, Clip):
        framed = Framed(moment.title, "", _subject(one), clip, alone=one.full_screen)
        path = (*moment.path, "media")
        yield excerpt.moment(f"{moment.id}-extrait", moment.title, path, framed, script.language)


def _spread(slides: Iterable[Moment], passages: Iterable[str], one: Interlude) -> Iterator[Moment]:
    """The slides, of which the first has its shot; then the shots of what that one does not say."""
    head = None
    for slide in slides:
        head = head or slide
        yield slide
    assert head is not None
    for number, words in enumerate(passages, 1):
        card = Card(head.title, words, _subject(one), text=True)
        yield replace(
            head, id=f"{head.id}-plan-{number}", screen=card, slide=None, length=readable(0, words)
        )


def _sheet(words: str, one: Interlude, picture: Picture) -> Sheet:
    return Sheet(
        heading=french(one.title),
        kicker="",
        place="",
        participants="",
        text=words,
        partners="",
        subject=_subject(one),
        pictures=(picture,),
        captions=(french(picture.caption or ""),),
    )


def _cards(script: Script, moment: Moment, one: Interlude, words: str) -> Iterator[Moment]:
    """Words without a picture, on as many cards as they take."""
    pairs = zip_longest(passages(words, FILMED_AT_MOST), passages(words, SHOWN_AT_MOST))
    for number, (shot, slide) in enumerate(pairs):
        yield replace(
            moment,
            id=f"{moment.id}-suite-{number}" if number else moment.id,
            title=script.language.part(moment.title, number),
            screen=None if shot is None else Card(moment.title, shot, _subject(one), text=True),
            slide=None if slide is None else Card(moment.title, slide, _subject(one), text=True),
            length=readable(0 if number else SECONDS, moment.title, shot or ""),
            notes=Notes() if number else moment.notes,
        )


def _projection(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    """A film that fills the frame; a photo where its medium is one."""
    clip = script.materials.of(one.media)
    if not isinstance(clip, Clip):
        yield from _pictured(script, index, one)
        return
    told, content = _moment(index, one), Played(clip)
    notes = replace(_spoken(script, one), playing=clip.frames)
    yield replace(
        told,
        screen=content,
        slide=content,
        length=lasting(clip.frames + TAIL),
        notes=replace(
            notes,
            say=(*notes.say, *items(one.text)),
            do=(script.language.click_screening,),
            know=items(clip.caption, *notes.know),
        ),
        clip=clip,
        on_stage=float(seconds(clip.frames)),
    )


def _pictured(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    """One picture that fills the frame; a card where it is not there."""
    picture = script.picture(one.media)
    notes = _spoken(script, one)
    notes = replace(notes, say=(*notes.say, *items(one.text)))
    told = replace(_moment(index, one), notes=notes)
    if picture is None:
        yield from _cards(script, told, one, _worded(script, one))
        return
    content, length = group_photo.told(one.title, picture)
    noted = replace(notes, know=items(captions.of(script, one.media), *notes.know))
    yield replace(told, screen=content, slide=content, length=length, notes=noted)


def _compared(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    """Its two photos, on a slide and in a shot of their own."""
    card = Card(french(one.title), "", _subject(one))
    told = comparison.told(script, one.comparison, card)
    if told is None:
        return
    compared, length = told
    moment = _moment(index, one)
    yield replace(
        moment,
        id=f"{moment.id}-avant-apres",
        path=(*moment.path, "avant_apres"),
        screen=compared,
        slide=compared,
        length=length,
        notes=Notes(
            say=comparison.spoken(compared), know=comparison.noted(compared, script.language)
        ),
    )


def _link(script: Script, index: int, one: Interlude) -> Iterator[Moment]:
    """A text that has no room above the code is told before it."""
    words = _worded(script, one)
    if len(words) <= ABOVE_A_CODE:
        yield replace(_code(script, index, one, words), id=_moment(index, one).id)
        return
    yield from _cards(script, _moment(index, one), one, words)
    yield _code(script, index, one, "")


def _code(script: Script, index: int, one: Interlude, words: str) -> Moment:
    link, notes, moment = one.link or "", _spoken(script, one), _moment(index, one)
    content = Scan(
        heading=moment.title,
        text=words,
        address=_address(link),
        site=_address(link).partition("/")[0],
        modules=qr_code.modules(link),
    )
    return replace(
        moment,
        id=f"{moment.id}-code",
        screen=content,
        slide=content,
        length=readable(LINK_SECONDS, content.heading, content.text, content.address),
        notes=replace(
            notes,
            say=(*notes.say, *items(one.text)),
            do=(script.language.leave_code,),
            know=(link, *notes.know),
        ),
    )


def _address(link: str) -> str:
    """As it is said: without what every address begins with."""
    bare = link.partition(":")[2] if link.startswith("mailto:") else link.partition("://")[2]
    return bare.removeprefix("www.").rstrip("/")


def _spoken(script: Script, one: Interlude) -> Notes:
    return Notes(say=(closed(one.title),), know=_known(script, one))


def _known(script: Script, one: Interlude) -> tuple[str, ...]:
    invented = script.language.illustrative_text if one.illustrative else ""
    return items(invented, one.notes)


def _worded(script: Script, one: Interlude) -> str:
    """Its text, which says where it is invented."""
    invented = script.language.illustration if one.illustrative and one.text else ""
    return " ".join(items(french(one.text or ""), invented))


def _subject(one: Interlude) -> Subject:
    return Subject(SYMBOLS[one.kind], Section.INTERLUDES)


_TOLD: dict[str, Callable[[Script, int, Interlude], Iterator[Moment]]] = {
    "entracte": _interval,
    "photo": _projection,
    "projection": _projection,
    "texte": _text,
    "lien": _link,
}
