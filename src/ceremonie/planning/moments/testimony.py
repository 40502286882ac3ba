"""Testimonies: the words, and the clip in which they are said."""

from __future__ import annotations

from ceremonie.media.material import Clip
from ceremonie.planning.content import Framed, Quote, Subject
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import excerpt
from ceremonie.planning.passages import QUOTED_AT_MOST, passages
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import HARD, french, sentence
from ceremonie.storyboard.model import Testimony
from ceremonie.storyboard.programme import Section

SECONDS = 9
SUBJECT = Subject("temoignage", Section.TESTIMONIES)


def moments(script: Script) -> tuple[Moment, ...]:
    return tuple(
        moment
        for index, testimony in enumerate(script.storyboard.testimonies)
        for moment in (*_words(script, index, testimony), *_excerpt(script, index, testimony))
    )


def _words(script: Script, index: int, testimony: Testimony) -> tuple[Moment, ...]:
    """The film says a long quote in several shots; its slide holds the whole."""
    parts = passages(french(testimony.quote), QUOTED_AT_MOST)
    return tuple(
        Moment(
            id=f"temoignage-{index + 1}" + (f"-suite-{part}" if part else ""),
            kind="temoignage",
            section=Section.TESTIMONIES,
            title=f"{script.language.testimony}{HARD}{index + 1}, {french(testimony.author)}",
            path=("temoignages", index),
            screen=_quote(script, testimony, words, closes=part == len(parts) - 1),
            slide=None if part else _quote(script, testimony, french(testimony.quote)),
            frames=readable(SECONDS if part == 0 else 0, words),
            notes=_notes(script, testimony),
        )
        for part, words in enumerate(parts)
    )


def _quote(script: Script, testimony: Testimony, words: str, *, closes: bool = True) -> Quote:
    return Quote(
        quote=words,
        author=french(testimony.author),
        position=french(testimony.position or ""),
        illustration=script.language.illustration if testimony.illustrative else "",
        closes=closes,
    )


def _notes(script: Script, testimony: Testimony) -> str:
    who = sentence(testimony.author, testimony.position) + "."
    invented = script.language.illustrative_text if testimony.illustrative else ""
    attribution = " ".join(x for x in (who, invented) if x)
    return french("\n".join(x for x in (attribution, testimony.notes) if x))


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
            Framed(author, position, SUBJECT, clip),
            language,
        ),
    )
