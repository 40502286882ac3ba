"""The title: which of its words are the giants, and how it stands in every shape."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.formats import FORMATS, Shape
from ceremonie.media.material import Picture
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Giant, Title
from ceremonie.planning.drawing import Drawing, Flame, Photo, Role, Text
from ceremonie.planning.headline import headline
from ceremonie.planning.language import FRENCH
from ceremonie.planning.staging import Look, Staging
from ceremonie.planning.typography import french

from .composed import composed, words
from .conftest import MakePlan
from .measures import faults

SMALL = FRENCH.small_words
FOOT = ("Val-de-Marne", "3e édition, du 28 au 30 novembre 2023")
LONG_FOOT = (
    "Préfecture de la région Auvergne-Rhône-Alpes, préfecture du Rhône et métropole de Lyon",
    "Du lundi 30 septembre au vendredi 4 octobre 2024, dans soixante communes",
)
OFFICIAL = (
    "Rencontres départementales intergénérationnelles de la citoyenneté, du sport et de la culture "
    "pour toutes et pour tous"
)
"""119 signs."""


@pytest.mark.parametrize(
    ("title", "lead_in", "large"),
    [
        (
            "Journées départementales de l’égalité des chances",
            "Journées départementales",
            ["de | l’égalité", "des | chances"],
        ),
        ("Fête du sport", "", ["Fête", "du | sport"]),
        ("Fête du sport de Bron", "", ["Fête", "du | sport", "de | Bron"]),
        ("Forum", "", ["Forum"]),
        ("La Marche", "", ["La | Marche"]),
        ("Jeux olympiques", "", ["Jeux", "olympiques"]),
        ("Rencontres sportives du handicap", "", ["Rencontres", "sportives", "du | handicap"]),
        ("Sport, santé – et culture", "", ["Sport,", "santé –", "et | culture"]),
        (
            "Semaine départementale des sports collectifs nautiques",
            "Semaine départementale",
            ["des | sports", "collectifs", "nautiques"],
        ),
        ("De la gare jusqu’au stade", "", ["De la | gare", "jusqu’au | stade"]),
        ("Et avec", "", ["Et avec"]),
        (
            OFFICIAL,
            "Rencontres départementales intergénérationnelles de la citoyenneté, du sport",
            ["et de la | culture", "pour | toutes", "et pour | tous"],
        ),
    ],
)
def test_the_giants_are_phrases_and_their_small_words_stay_small(
    title: str, lead_in: str, large: list[str]
) -> None:
    parts = headline(title, SMALL)
    assert parts[0] == lead_in
    assert [f"{g.small} | {g.word}" if g.small else g.word for g in parts[1]] == large


TOKENS = st.lists(
    st.sampled_from(
        ["de", "la", "et", "À", "l’égalité", "Sport", "chances,", "–", "départemental"]
    ),
    min_size=1,
    max_size=14,
)


@given(TOKENS)
def test_no_word_of_a_title_is_lost_and_no_small_one_is_giant(tokens: list[str]) -> None:
    title = " ".join(tokens)
    lead_in, large = headline(title, SMALL)
    assert " ".join(x for x in (lead_in, *(g.text for g in large)) if x) == title
    assert 1 <= len(large) <= 3
    if set(map(str.casefold, tokens)) - SMALL - {"–"}:
        assert all(g.word.split()[0].casefold() not in SMALL for g in large)


def titled(title: str, foot: tuple[str, str] = FOOT, whole: str = "") -> Title:
    lead_in, large = headline(title, SMALL)
    return Title(f"{whole}\n{lead_in}".strip(), large, foot)


TITLES = {
    "usual": titled("Journées départementales de l’égalité des chances"),
    "short": titled("Été", ("Bron", "")),
    "three": titled("Fête du sport de Bron", LONG_FOOT),
    "long": titled(OFFICIAL),
    "hanging": titled("Fête du sport", ("La ville joue dehors", "jeudi 14 juin 2025")),
    "short-and-whole": titled("Égalité des chances", LONG_FOOT, OFFICIAL),
    "shortened-in-vain": titled(OFFICIAL, FOOT, OFFICIAL[:40]),
    "long-word": titled("Journée de l’interdépartementalisation"),
}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("content", TITLES.values(), ids=TITLES)
def test_a_title_is_read_in_every_shape(content: Title, shape: Shape) -> None:
    assert faults(composed(content, shape)) == {}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text("aeilmnorstégqpÉ’", min_size=1, max_size=13), min_size=1, max_size=9))
def test_no_giant_crosses_a_lane(tokens: list[str]) -> None:
    for shape in Shape:
        assert faults(composed(titled(" ".join(tokens)), shape)) == {}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("content", [TITLES["usual"], TITLES["long"], TITLES["short-and-whole"]])
def test_giants_are_larger_than_what_leads_in_to_them(content: Title, shape: Shape) -> None:
    drawing = composed(content, shape)
    (kicker,) = (e for e in drawing.elements if isinstance(e, Text) and e.role is Role.KICKER)
    assert all(kicker.style.size < 0.65 * giant.style.size for giant in giants(drawing))


@pytest.mark.parametrize("shape", Shape)
def test_the_emblem_waits_in_the_lane_that_no_word_takes(shape: Shape) -> None:
    (flame,) = (e for e in composed(TITLES["usual"], shape).elements if isinstance(e, Flame))
    low = max(text.baseline for text in giants(composed(TITLES["usual"], shape)))
    assert flame.y > low
    crowded = Title("", (Giant("", "Olympiades"), Giant("", "Olympiades"), Giant("", "Oui")), FOOT)
    assert not any(isinstance(e, Flame) for e in composed(crowded, Shape.TALL).elements)


def giants(drawing: Drawing) -> list[Text]:
    return [e for e in drawing.elements if isinstance(e, Text) and e.name.startswith("mot")]


@pytest.mark.parametrize("shape", Shape)
def test_a_logo_stands_beside_where_and_when(shape: Shape) -> None:
    logo = Picture("digest", 800, 400, "Logo")
    staging = Staging(FORMATS[shape], Look(logo=logo))
    drawing = compose(titled("Fête du sport", LONG_FOOT), staging)
    assert faults(drawing) == {}
    (shown,) = (e for e in drawing.elements if isinstance(e, Photo))
    foot = [e for e in drawing.elements if isinstance(e, Text) and e.role is Role.SUBTITLE]
    assert all(text.room and text.room.right < shown.x for text in foot)


@pytest.mark.parametrize("shape", Shape)
def test_a_title_as_long_as_the_guide_allows_has_its_place(
    shape: Shape, make_plan: MakePlan
) -> None:
    title = (
        "Rencontres interdépartementales de la jeunesse, du sport, de la vie associative, de "
        "l'engagement bénévole et de l'égalité des chances entre les territoires d'Ile"
    )[:160]
    lead_in, large = headline(french(title), FRENCH.small_words)
    assert faults(composed(Title(lead_in, large, FOOT), shape)) == {}
    assert not [d for d in make_plan(titre=title).diagnostics if d.slug == "texte-trop-long"]


def test_a_short_title_is_shown_large_and_the_whole_one_leads_in(make_plan: MakePlan) -> None:
    plan = make_plan(titre=OFFICIAL, titre_court="Égalité des chances")
    assert [d for d in plan.diagnostics if d.slug == "texte-trop-long"] == []
    shot, slide = plan.shots[0].drawing, plan.pages[0].drawing
    assert words(shot, "surtitre") == words(slide, "surtitre") == [french(OFFICIAL)]
    assert words(shot, "mot 1") == ["Égalité"]
    assert words(shot, "mot 2") == ["chances"]
    assert words(slide, "titre") == ["Égalité des chances"]
    assert plan.pages[0].title == french(OFFICIAL)


def test_nothing_of_an_official_title_is_lost(make_plan: MakePlan) -> None:
    plan = make_plan(titre=OFFICIAL)
    assert [d for d in plan.diagnostics if d.slug == "texte-trop-long"] == []
    assert said(plan.shots[0].drawing) == french(OFFICIAL)


def said(drawing: Drawing) -> str:
    roles = (Role.KICKER, Role.TITLE)
    return " ".join(e.text for e in drawing.elements if isinstance(e, Text) and e.role in roles)
