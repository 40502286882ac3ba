"""The event's own words: said everywhere, with the agreements of French."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.edition.running_order import running_order
from ceremonie.edition.transcript import transcript
from ceremonie.planning.model import Plan
from ceremonie.planning.nouns import Noun, elides, plural

from .materials import texts, workshop
from .shapes import planned

HOUSE = re.compile(r"\b(?:atelier|jour|étape|témoignage|rencontre|partenaire|prix)s?\b", re.I)
OWN = {
    "jour": {"mot": "journée", "genre": "féminin"},
    "atelier": {"mot": "épreuve", "pluriel": "épreuves", "genre": "feminin"},
    "etape": {"mot": "halte", "genre": "feminin"},
    "temoignage": {"mot": "parole d'élève", "genre": "feminin"},
    "athletes": {"mot": "invitée", "genre": "feminin"},
    "prix": {"mot": "médaille", "genre": "feminin"},
    "partenaire": {"mot": "marraine", "genre": "feminin"},
    "spectacle": {"mot": "récital"},
}


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("stand", "stands"), ("tableau", "tableaux"), ("jeu", "jeux"), ("pneu", "pneus"),
        ("journal", "journaux"), ("festival", "festivals"), ("récital", "récitals"),
        ("travail", "travaux"), ("éventail", "éventails"), ("caillou", "cailloux"),
        ("clou", "clous"), ("prix", "prix"), ("parcours", "parcours"),
        ("temps fort", "temps forts"),
        ("grand oral", "grands oraux"), ("salle de sport", "salles de sport"), ("QCM", "QCM"),
        ("atelier d’écriture", "ateliers d’écriture"), ("Journal", "Journaux"),
        ("chant et danse", "chants et danses"),
    ],
)  # fmt: skip
def test_a_plural_that_is_not_written_follows_the_rules(one: str, several: str) -> None:
    assert plural(one) == several


@pytest.mark.parametrize(
    ("word", "feminine", "the", "of_the", "one"),
    [
        ("atelier", False, "l’atelier", "de l’atelier", "un atelier"),
        ("stand", False, "le stand", "du stand", "un stand"),
        ("course", True, "la course", "de la course", "une course"),
        ("épreuve", True, "l’épreuve", "de l’épreuve", "une épreuve"),
        ("heure de jeu", True, "l’heure de jeu", "de l’heure de jeu", "une heure de jeu"),
        ("haltère", False, "l’haltère", "de l’haltère", "un haltère"),
        ("halte", True, "la halte", "de la halte", "une halte"),
        ("héros", False, "le héros", "du héros", "un héros"),
        ("héroïne", True, "l’héroïne", "de l’héroïne", "une héroïne"),
        ("handball", False, "le handball", "du handball", "un handball"),
        ("œuvre", True, "l’œuvre", "de l’œuvre", "une œuvre"),
        ("Épreuve", True, "l’Épreuve", "de l’Épreuve", "une Épreuve"),
        ("yoga", False, "le yoga", "du yoga", "un yoga"),
        ("onzième", False, "le onzième", "du onzième", "un onzième"),
        ("100 mètres", False, "le 100 mètres", "du 100 mètres", "un 100 mètres"),
    ],
)  # fmt: skip
def test_articles_agree_and_elide(
    word: str, feminine: bool, the: str, of_the: str, one: str
) -> None:
    noun = Noun(word, plural(word), feminine)
    assert (noun.the, noun.of_the, noun.one) == (the, of_the, one)


@given(st.text("abcdefghijlmnopqrstuvxzéèêàçœ -’", min_size=1, max_size=30), st.booleans())
def test_whatever_the_word_it_is_said_whole_with_one_article(word: str, feminine: bool) -> None:
    noun = Noun(word, plural(word), feminine)
    assert noun.the.endswith(word)
    assert noun.of_the.endswith(word)
    assert noun.the.removesuffix(word) in ("l’", "le ", "la ")
    assert noun.elides == noun.the.startswith("l’")
    assert not elides(word) or not re.match(r"[bcdfgjklmnpqrstvxzç]", word)
    assert plural(noun.plural) == noun.plural or not word.strip()


def board(**more: Any) -> Plan:
    """Everything that is named after its word, twice."""
    bare = [workshop(titre=title) for title in ("Judo", "Boxe", "Danse")]
    pictured = workshop("a-1600x1200.jpg", titre="Voile")
    return planned(
        jours=[
            {"date": "2024-12-03", "ateliers": [pictured, *bare]},
            {"date": "2024-12-04", "ateliers": bare},
        ],
        flamme={"etapes": [{"commune": town} for town in ("Orly", "Créteil", "Thiais", "Rungis")]},
        temoignages=[{"citation": "On joue.", "auteur": "Une élève"}],
        athletes=[{"nom": "Une athlète", "discipline": "Judo"}],
        prix=[{"titre": "Fair-play", "laureat": "Une classe", "remis_par": "Une adjointe"}],
        partenaires=[{"nom": "Un club", "rang": 1}, {"nom": "Une ville", "rang": 1}],
        spectacle=[{"titre": "Chorale"}],
        **more,
    )


def said(plan: Plan) -> list[str]:
    shots = [t for s in plan.shots for t in (s.title, s.chapter, *texts(s.drawing))]
    pages = [t for p in plan.pages for t in (p.title, p.part, p.notes, *texts(p.drawing))]
    return [*shots, *pages, *map(_read, (running_order(plan), transcript(plan)))]


def _read(html: str) -> str:
    return re.sub(r"<[^>]*>", " ", html.split("<main")[1])


def test_the_event_s_own_words_stand_everywhere_with_their_agreements() -> None:
    told = said(board(vocabulaire=OWN))
    assert [text for text in told if HOUSE.search(text)] == []
    whole = "\n".join(told).replace("\u00a0", " ")
    for words in (
        "Journée 1, mardi 3 décembre", "Journée 2, les épreuves de la journée", "Quatre épreuves",
        "Trois autres épreuves", "Trois épreuves", "Cliquer sur une épreuve pour montrer",
        "pour revenir à toutes les épreuves", "à un clic des épreuves de la journée",
        "Halte 1 sur 4", "Haltes 3 et 4 sur 4", "Quatre haltes", "Parole d’élève 1",
        "Paroles d’élève", "Invitée 1, Une athlète", "Invitées", "Médaille 1", "Les médailles",
        "Remise par une adjointe", "Avec nos deux marraines", "Nos marraines", "Récital 1, Chorale",
        "Récitals", "Le film des journées", "Remercier les marraines.",
    ):  # fmt: skip
        assert words in whole, words


def test_without_words_of_its_own_an_event_is_told_in_those_of_the_house() -> None:
    whole = "\n".join(said(board())).replace("\u00a0", " ")
    for words in (
        "Jour 1, mardi 3 décembre", "Jour 2, les ateliers du jour", "Quatre ateliers",
        "Étape 1 sur 4", "Témoignage 1", "Rencontres sportives", "Rencontre 1", "Prix 1",
        "Remis par une adjointe", "Avec nos deux partenaires", "Sur scène 1, Chorale",
    ):  # fmt: skip
        assert words in whole, words
