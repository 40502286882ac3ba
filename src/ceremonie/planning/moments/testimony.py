"""Testimonies: the words, and the clip in which they are said."""

from __future__ import annotations

from ceremonie.media.material import Clip, Picture
from ceremonie.planning.content import Quote
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions, excerpt
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.passages import QUOTED_AT_MOST, SHOWN_AT_MOST, Part, parts
from ceremonie.planning.pictured_content import Framed, Subject
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import HARD, french, sentence, unquoted
from ceremonie.storyboard.people import Testimony
from ceremonie.storyboard.programme import Section

SECONDS = 4
SUBJECT = Subject("temoignage", Section.TESTIMONIES)


def moments(script: Script) -> tuple[Moment, ...]:
    return tuple(
        moment
        for index, testimony in script.chosen(script.storyboard.testimonies)
        for moment in (*_words(script, index, testimony), *_excerpt(script, index, testimony))
    )


def _words(script: Script, index: int, testimony: Testimony) -> tuple[Moment, ...]:
    """A long quote is said in several shots and on several slides, which hold more of it."""
    quote = parts(unquoted(french(testimony.quote)), QUOTED_AT_MOST, SHOWN_AT_MOST)
    title = f"{script.language.testimony}{HARD}{index + 1}, {french(testimony.author)}"
    last_shot = max(part.number for part in quote if part.shot)
    last_slide = max(part.number for part in quote if part.slide)
    return tuple(
        Moment(
            id=part.named(f"temoignage-{index + 1}"),
            kind="temoignage",
            section=Section.TESTIMONIES,
            title=script.language.part(title, part.number),
            path=("temoignages", index),
            screen=_quote(script, testimony, part, part.shot, closes=part.number == last_shot),
            slide=_quote(script, testimony, part, part.slide, closes=part.number == last_slide),
            length=readable(0 if part.number else SECONDS, part.shot or ""),
            notes=_notes(script, testimony, part),
        )
        for part in quote
    )


def _quote(
    script: Script, testimony: Testimony, part: Part, words: str | None, *, closes: bool
) -> Quote | None:
    if words is None:
        return None
    return Quote(
        quote=words,
        author=french(testimony.author),
        position=french(testimony.position or ""),
        illustration=script.language.illustration if testimony.illustrative else "",
        closes=closes,
        continued=part.number > 0,
        portrait=_portrait(script, testimony),
    )


def _portrait(script: Script, testimony: Testimony) -> Picture | None:
    portrait = script.materials.of(testimony.portrait)
    return portrait if isinstance(portrait, Picture) else None


def _notes(script: Script, testimony: Testimony, part: Part) -> Notes:
    if part.number:
        return Notes(say=items(_quoted(part)))
    invented = script.language.illustrative_text if testimony.illustrative else ""
    who = sentence(testimony.author, testimony.position)
    portrait = _portrait(script, testimony)
    seen = captions.noted([portrait] if portrait else [], script.language)
    return Notes(say=items(f"{who} :", _quoted(part)), know=items(seen, invented, testimony.notes))


def _quoted(part: Part) -> str:
    return f"« {part.slide} »" if part.slide else ""


def _excerpt(script: Script, index: int, testimony: Testimony) -> tuple[Moment, ...]:
    clip = script.materials.of(testimony.clip)
    if not isinstance(clip, Clip):
        return ()
    language = script.language
    author, position = french(testimony.author), french(testimony.position or "")
    return (
        excerpt.moment(
            f"temoignage-{index + 1}-extrait",
            f"{language.testimony}{HARD}{index + 1}, {language.excerpt}",
            ("temoignages", index, "extrait"),
            Framed(author, position, SUBJECT, clip, alone=testimony.full_screen),
            language,
        ),
    )
