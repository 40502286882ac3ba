"""The transcript says all that the film shows and lets hear, in the order a person would say it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import cache
from itertools import groupby

import pytest

from ceremonie.edition.transcript import transcript
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.planning.content import Played, Quote
from ceremonie.planning.drawing import Drawing, Role, Text
from ceremonie.planning.model import Plan, Subtitle
from ceremonie.planning.telling import told
from ceremonie.planning.told import Kind
from ceremonie.text import unaccented
from ceremonie.units import FrameSpan

from ..plan.materials import planned, workshop
from ..sample import planned as samples
from ..sample.appearances import full_board, unjudged

FIGURES: dict[str, list[tuple[int | str, str]]] = {
    "small ones": [(1, "flamme"), (2, "communes"), (3, "journées")],
    "parts of the title": [(20, "clubs"), (94, "médailles"), (2023, "élèves")],
    "equal ones": [(30, "clubs"), (30, "écoles"), (30, "associations")],
    "words": [("20 %", "de femmes"), ("1,5 million", "d’euros"), ("+ 12", "ateliers")],
}


@cache
def sample() -> Plan:
    return samples.planned(samples.SAMPLE)


def lines(plan: Plan) -> list[str]:
    """What stands between two tags, in order."""
    body = transcript(plan).partition("<body>")[2]
    bare = html.unescape(re.sub(r"</?[^>]*>", "\n", body))
    parts = re.sub(r"[\u00a0\u202f]", " ", bare).split("\n")
    return [part.strip() for part in parts if part.strip()]


def words(text: str) -> set[str]:
    """A plural is the word that it is of."""
    return {word.rstrip("sx") for word in re.findall(r"\w+", unaccented(text))}


def shown(drawing: Drawing) -> list[str]:
    """The words on the screen; numbers on their way to a figure are none."""
    texts = [e for e in drawing.elements if isinstance(e, Text) and e.role is not Role.DECORATION]
    return [e.text.replace("^", "") for e in texts if not (e.until and e.role is Role.FIGURE)]


def told_in(word: str, chapter: str) -> bool:
    """The flame is the last letter of « Merci »."""
    return any(one.startswith(word) for one in words(chapter))


@pytest.mark.parametrize("name", ["sample", "one of everything"])
def test_every_word_on_the_screen_is_told_in_its_chapter(name: str) -> None:
    plan = sample() if name == "sample" else unjudged(full_board())
    chapters = re.split(r"<h2[ >]", html.unescape(transcript(plan)))[1:]
    together = [list(shots) for _, shots in groupby(plan.shots, key=lambda shot: shot.chapter)]
    missing = {
        (shot.id, text): left
        for chapter, shots in zip(chapters, together, strict=True)
        for shot in shots
        for text in shown(shot.drawing)
        if (left := {one for one in words(text) if not told_in(one, chapter)})
    }
    assert missing == {}


@pytest.mark.parametrize("kind", FIGURES)
def test_every_figure_is_told_with_what_it_counts(kind: str) -> None:
    figures = [{"valeur": value, "libelle": label} for value, label in FIGURES[kind]]
    said = lines(planned(chiffres=figures))
    for value, label in FIGURES[kind]:
        written = f"{value:,}".replace(",", " ") if isinstance(value, int) else value
        assert f"{written} {label}".replace("'", "’") in said


def test_a_quote_in_several_shots_is_told_whole_with_who_says_it_after() -> None:
    sentence = "On m’a demandé de jouer, et personne ne m’a demandé ce que je ne pouvais pas faire."
    quote = f"{sentence} {sentence} {sentence}"
    who = {"auteur": "Une élève", "fonction": "collège de Créteil"}
    plan = planned(temoignages=[{"citation": quote, **who}])
    assert len([shot for shot in plan.shots if shot.kind == "temoignage"]) > 1
    said = lines(plan)
    place = said.index(f"« {quote} »")
    assert said[place + 1] == "– Une élève, collège de Créteil."


def test_a_speech_is_told_with_the_function_of_who_speaks() -> None:
    said = lines(sample())
    place = said.index(
        "– Sophie Thibault, préfète du Val-de-Marne. En substance, d’après son allocution."
    )
    assert said[place - 1].startswith("Le sport crée des liens")


def test_a_town_is_said_once_for_all_that_is_in_it() -> None:
    """Three workshops without a picture are told in one shot."""
    bare = [workshop(titre=title, commune="Créteil") for title in ("Judo", "Boxe")]
    away = workshop(titre="Voile", commune="Choisy-le-Roi")
    said = lines(planned(jours=[{"date": "2024-12-03", "ateliers": [*bare, away]}]))
    assert "Judo et Boxe, Créteil" in said
    assert "Voile, Choisy-le-Roi" in said
    assert sum("Créteil" in line for line in said) == 1


def test_chapters_begin_with_their_time_and_their_name_is_said_once() -> None:
    said = lines(sample())
    place = said.index("Jour 2, mercredi 29 novembre")
    assert re.fullmatch(r"\d:\d\d", said[place - 1])
    assert said[place + 1 : place + 3] == [
        "Prendre soin de soi.",
        "Jardin et cuisine, Vitry-sur-Seine",
    ]
    assert said.count("En chiffres") == said.count("La flamme en relais") == 1


def test_pictures_and_pictograms_are_described_once() -> None:
    twice = [workshop("a-1600x1200.jpg", titre=title) for title in ("Judo", "Boxe")]
    bare = [workshop(titre=title) for title in ("Tir", "Danse", "Rugby")]
    for one in twice:
        one["medias"][0]["alt"] = "Deux élèves <en> garde"
    said = lines(planned(jours=[{"date": "2024-12-03", "ateliers": [*twice, *bare]}]))
    assert said.count("À l’image : Deux élèves <en> garde.") == 1
    assert sum(line.startswith("À l’image : pictogramme") for line in said) == 1


def test_what_is_heard_is_told_apart_from_what_is_said() -> None:
    plan = sample()
    start = plan.shots[3].span.start
    cues = ("[Les oiseaux chantent.]", "Bonjour à tous,", "bienvenue.", "(Rires)")
    heard = [
        Subtitle(FrameSpan(start + 5 * n, start + 5 * n + 5), (text,))
        for n, text in enumerate(cues)
    ]
    said = lines(replace(plan, subtitles=tuple(heard)))
    place = said.index("On entend : Les oiseaux chantent.")
    assert said[place : place + 3] == [
        "On entend : Les oiseaux chantent.",
        "Paroles : « Bonjour à tous, bienvenue. »",
        "On entend : Rires.",
    ]


def test_music_is_credited_once() -> None:
    said = lines(sample())
    assert said.count("De la musique accompagne le film.") == 1
    assert sum("Orbital Colossus" in line for line in said) == 1


def test_a_film_that_fills_the_frame_is_named_and_described() -> None:
    poster = Picture("p", 16, 9, "")
    clip = Clip("c", 16, 9, 75, True, poster, "Des vagues", subtitles=(SubtitleCue(0, 9, ("Oh",)),))
    named = told(Played(clip), "La vague")
    assert [(line.kind, line.text) for line in named] == [
        (Kind.HEADING, "La vague"),
        (Kind.SEEN, "Des vagues"),
    ]


def test_an_illustrative_quote_says_so() -> None:
    quote = Quote("On joue.", "Une élève", "collège", "(illustration)")
    assert told(quote, "")[0].beside == "Une élève, collège (illustration)"
