"""An artistic performance: its photo or its pictogram, its artists."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.media.material import Picture
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.sheets import sheets
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.pictured_content import Card, Framed, Sheet, Subject
from ceremonie.planning.reading import opening, readable
from ceremonie.planning.typography import HARD, closed, french, sentence
from ceremonie.storyboard.programme import CULTURE, Section
from ceremonie.storyboard.stage import Performance

SECONDS = 4


def moments(script: Script) -> tuple[Moment, ...]:
    performances = script.chosen(script.storyboard.performances)
    return tuple(m for i, one in performances for m in _moments(script, i, one))


def _moments(script: Script, index: int, performance: Performance) -> Iterator[Moment]:
    medium = script.materials.of(performance.media)
    picture = medium if isinstance(medium, Picture) else None
    screen = _screen(script, performance, picture)
    caption = french(picture.caption or "") if picture else ""
    length = readable(SECONDS, screen.heading, screen.detail, caption)
    moment = Moment(
        id=f"spectacle-{index + 1}",
        kind="spectacle",
        section=Section.PERFORMANCES,
        title=f"{script.language.performance}{HARD}{index + 1}, {french(performance.title)}",
        path=("spectacle", index),
        screen=screen,
        length=length.after(opening(performance.full_screen)) if picture else length,
        notes=_notes(script, performance),
    )
    yield from sheets(moment, _sheet(script, performance, picture), script.language)


def _subject(performance: Performance) -> Subject:
    return Subject(performance.pictogram, Section.PERFORMANCES, topic=CULTURE)


def _screen(script: Script, performance: Performance, picture: Picture | None) -> Framed | Card:
    title, subject = french(performance.title), _subject(performance)
    artists = french(performance.artists or script.language.performance)
    if picture is None:
        return Card(title, artists, subject)
    caption = french(picture.caption or "")
    return Framed(title, artists, subject, picture, caption, alone=performance.full_screen)


def _sheet(script: Script, performance: Performance, picture: Picture | None) -> Sheet:
    return Sheet(
        heading=french(performance.title),
        kicker=script.language.performance,
        place=french(performance.artists or ""),
        participants="",
        text=french(performance.text or ""),
        partners="",
        subject=_subject(performance),
        pictures=(picture,) if picture else (),
        captions=(french(picture.caption or ""),) if picture else (),
    )


def _notes(script: Script, performance: Performance) -> Notes:
    """The slides that hold its text and its picture add what there is to say of them."""
    language = script.language
    artists = performance.artists
    return Notes(
        say=(closed(sentence(performance.title, artists)),),
        do=items(language.call_on_stage.format(who=artists) if artists else ""),
        know=items(
            language.illustrative_text if performance.illustrative else "",
            performance.notes,
        ),
    )
