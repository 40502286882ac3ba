"""Texts that are long: words parted, sizes that fall to the floor, what is told at which key."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.diagnostics import Diagnostic
from ceremonie.planning.drawing import Drawing, Role, Stroke, Text
from ceremonie.planning.hyphenation import Parting, chunks
from ceremonie.planning.model import Plan
from ceremonie.planning.typesetting import fit, ladder, settle, wrap
from ceremonie.planning.typography import french
from ceremonie.theme.letters import SOFT_HYPHEN, reads_backwards
from ceremonie.theme.type import FLOOR, Scale
from ceremonie.theme.typeface import width

from .conftest import MakePlan, workshop

SCALE = Scale()

LONG_WORDS = (
    "Rencontres intergénérationnelles", "Interdépartementales",
    "Sensibilisation intergénérationnelle",
    "Pluridisciplinarité", "Professionnalisation des accompagnateurs", "Hyperresponsabilisation",
    "Sociolinguistiquement", "Désinstitutionnalisation",
)  # fmt: skip
READ_FROM_THE_LAST_ROW = 48
"""px: 24 pt."""

COMPOSITIONS = ((), ("pré.jpg",), ("portrait.jpg",), ("a.jpg", "b.jpg"))
"""No photo, one lying, one upright, two: each sets its title in another place."""


def texts(plan: Plan) -> list[Text]:
    drawings: list[Drawing] = [*(s.drawing for s in plan.shots), *(p.drawing for p in plan.pages)]
    return [e for d in drawings for e in d.elements if isinstance(e, Text)]


def test_a_number_that_is_too_long_is_told_at_its_own_figure(make_plan: MakePlan) -> None:
    figures = [
        {"valeur": 3, "libelle": "clubs"},
        {"valeur": 1234567890123, "libelle": "pas"},
    ]
    (told,) = too_long(make_plan(chiffres=figures))
    assert told.path == ("chiffres", 1, "valeur")


def too_long(plan: Plan) -> list[Diagnostic]:
    return [d for d in plan.diagnostics if d.slug == "texte-trop-long"]


def count(diagnostic: Diagnostic) -> int:
    """How many signs the message says would fit."""
    found = re.search(r": (\d+) signes au plus", diagnostic.message)
    assert found, diagnostic.message
    return int(found[1])


@pytest.mark.parametrize("title", LONG_WORDS)
@pytest.mark.parametrize("files", COMPOSITIONS)
def test_an_ordinary_long_word_is_set_and_read_whole(
    make_plan: MakePlan, title: str, files: tuple[str, ...]
) -> None:
    days = [{"date": "2023-11-28", "ateliers": [workshop(title, *files)]}]
    plan = make_plan(jours=days)
    assert too_long(plan) == []
    titles = [t for t in texts(plan) if t.name == "titre" and t.text.replace("^", "") == title]
    assert len(titles) == 2, "in the film and on its slide"
    assert all(t.style.size >= FLOOR for t in titles)


def test_a_parted_word_shows_its_hyphen_and_is_told_whole(make_plan: MakePlan) -> None:
    days = [{"date": "2023-11-28", "ateliers": [workshop(LONG_WORDS[0])]}]
    (title, *_) = [t for t in texts(make_plan(jours=days)) if "Rencontres" in t.text]
    assert title.lines == ("Rencontres", f"intergéné{SOFT_HYPHEN}", "rationnelles")
    assert title.text == "Rencontres intergénérationnelles"
    assert width(title.lines[1], title.style) == width("intergéné-", title.style)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("intergénérationnelles", "inter-gé-né-ra-tion-nelles"),
        ("l’interdépartemental,", "l’inter-dé-par-te-men-tal,"),
        ("Saint-Barthélemy", "Saint-Bar-thé-lemy"),
        ("écoles", "écoles"),
    ],
)
def test_words_are_parted_where_french_allows_it(word: str, parts: str) -> None:
    found = chunks(word, Parting.ALL, first=True)
    assert "-".join(part.rstrip(f"-{SOFT_HYPHEN}") for part in found) == parts
    assert "".join(found).replace(SOFT_HYPHEN, "") == word


def test_a_name_is_set_smaller_before_it_is_parted() -> None:
    name, steps = "Andriamanantenasoavina Rakoto", ladder(SCALE.headline, (148, 2), (112, 3))
    as_name = settle(name, steps, 900, is_name=True)
    assert as_name.fits
    assert as_name.lines == ("Andriamanantenasoavina", "Rakoto")
    assert as_name.style.size < 112
    assert any(SOFT_HYPHEN in line for line in settle(name, steps, 900).lines)


def test_own_hyphens_come_first_and_names_inside_a_text_stay_whole() -> None:
    assert wrap("Champigny-sur-Marne", SCALE.body, 300) == ("Champigny-", "sur-Marne")
    lines = wrap("le stade de Villeneuvette", SCALE.body, 200)
    assert "Villeneuvette" in lines


words = st.text("abcdefghilmnopqrstuvéèàç-’", min_size=1, max_size=28)


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=12), st.integers(300, 1700))
def test_a_settled_text_keeps_its_room_and_its_words(text: list[str], room: int) -> None:
    line = " ".join(text)
    setting = settle(line, ladder(SCALE.headline, (148, 2), (104, 3), (60, 4)), room)
    whole = re.sub(f"{SOFT_HYPHEN} | ", "", " ".join(setting.lines)).replace(SOFT_HYPHEN, "")
    assert whole == line.replace(" ", "")
    if setting.fits:
        assert all(width(part, setting.style) <= room for part in setting.lines)
        assert setting.style.size >= FLOOR
        assert setting.most is None
    else:
        assert setting.most is not None
        assert setting.most < len(line)


@settings(max_examples=30, deadline=None)
@given(st.lists(words, min_size=4, max_size=30))
def test_the_signs_that_are_said_to_fit_do_fit(text: list[str]) -> None:
    line, steps = " ".join(text), ladder(SCALE.headline, (60, 2), (44, 2))
    setting = settle(line, steps, 600)
    if setting.most:
        closing = line[len(re.sub(r"\W+$", "", line)) :]
        shorter = line[: setting.most - len(closing)].rstrip() + closing
        assert settle(shorter, steps, 600).fits


FONCTION = (
    "directrice départementale de la cohésion sociale et de la protection des populations",
    "préfète du Rhône, président de la Métropole de Lyon, présidente du comité départemental",
    "inspectrice d’académie, directrice académique des services de l’Éducation nationale",
)


@pytest.mark.parametrize("title", FONCTION)
def test_a_real_official_title_is_shown(make_plan: MakePlan, title: str) -> None:
    opening = {"orateur": "Une oratrice", "fonction": title, "message": "Bienvenue"}
    plan = make_plan(ouverture=opening)
    assert too_long(plan) == []
    (shown, *_) = [t for t in texts(plan) if t.text == french(title)]
    assert shown.style.size >= FLOOR


def overlong(count: int) -> str:
    """`count` signs of ordinary words."""
    return ("une initiation vraiment longue à toutes les disciplines du monde entier " * 9)[:count]


CASES: dict[str, tuple[dict[str, Any], tuple[str | int, ...]]] = {
    "fonction": (
        {"ouverture": {"orateur": "Une oratrice", "fonction": overlong(159), "message": "Oui"}},
        ("ouverture", "fonction"),
    ),
    "orateur": (
        {"ouverture": {"fonction": "préfète", "orateur": overlong(159), "message": "Oui"}},
        ("ouverture", "orateur"),
    ),
    "club": (
        {"athletes": [{"nom": "Nina", "discipline": "Judo", "club": overlong(159)}]},
        ("athletes", 0, "club"),
    ),
    "second-athlete": (
        {
            "athletes": [
                {"nom": "Nina", "discipline": "Judo"},
                {"nom": "Lina", "discipline": "Boxe", "palmares": overlong(158)},
            ]
        },
        ("athletes", 1, "palmares"),
    ),
    "a-quel-titre": (
        {"temoignages": [{"citation": "Oui.", "auteur": "Nina", "fonction": overlong(150)}]},
        ("temoignages", 0, "fonction"),
    ),
    "auteur": (
        {"temoignages": [{"auteur": overlong(155), "citation": "Oui."}]},
        ("temoignages", 0, "auteur"),
    ),
    "libelle": (
        {"chiffres": [{"valeur": 3, "libelle": overlong(159)}]},
        ("chiffres", 0, "libelle"),
    ),
    "second-surtitre": (
        {
            "chiffres": [
                {"valeur": 3, "libelle": "clubs"},
                {"valeur": 4, "libelle": "villes", "surtitre": overlong(80)},
            ]
        },
        ("chiffres", 1, "surtitre"),
    ),
    "commune": (
        {
            "jours": [
                {
                    "date": "2023-11-28",
                    "ateliers": [{"titre": "Judo", "commune": overlong(160)}],
                }
            ]
        },
        ("jours", 0, "ateliers", 0, "commune"),
    ),
    "titre": ({"titre": "Journées " + "anticonstitutionnellement" * 4}, ("titre",)),
}


@pytest.mark.parametrize(("change", "path"), CASES.values(), ids=CASES)
def test_a_text_that_fits_nowhere_is_told_at_its_own_key(
    make_plan: MakePlan, change: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    told = too_long(make_plan(**change))
    assert {d.path for d in told} == {path}


def shortened(data: Any, path: tuple[str | int, ...], most: int) -> Any:
    """The same data with the text at `path` cut to `most` signs."""
    if not path:
        return data[:most].rstrip()
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = shortened(data[path[0]], path[1:], most)
    return copy


@pytest.mark.parametrize("name", [n for n in CASES if n != "titre"])
def test_as_many_signs_as_the_message_says_are_accepted(make_plan: MakePlan, name: str) -> None:
    change, path = CASES[name]
    most = min(count(d) for d in too_long(make_plan(**change)))
    assert most > 0
    assert too_long(make_plan(**shortened(change, path, most))) == []


@pytest.mark.parametrize("signs", [300, 450, 590])
def test_a_long_quote_goes_on_in_further_shots_and_on_further_slides(
    make_plan: MakePlan, signs: int
) -> None:
    quote = (overlong(590)[: signs - 1]).strip() + "."
    plan = make_plan(temoignages=[{"citation": quote, "auteur": "Une habitante"}])
    assert too_long(plan) == []
    passages = [t.text for s in plan.shots for t in quoted(s.drawing)]
    assert len(passages) > 1
    assert " ".join(passages) == french(quote) + "\u00a0»"
    slides = [t for p in plan.pages for t in quoted(p.drawing)]
    assert 1 < len(slides) < len(passages)
    assert " ".join(slide.text for slide in slides) == french(quote) + "\u00a0»"
    assert all(slide.style.size >= READ_FROM_THE_LAST_ROW for slide in slides)


def quoted(drawing: Drawing) -> list[Text]:
    return [e for e in drawing.elements if isinstance(e, Text) and e.name == "citation"]


def test_a_setting_that_must_hold_as_it_is_parts_nothing() -> None:
    assert not fit("intergénérationnelles", ladder(SCALE.headline, (148, 3)), 700).fits
    assert fit("intergénérationnelles", ladder(SCALE.headline, (148, 3)), 700, Parting.ALL).fits


def test_every_line_runs_as_its_text_does() -> None:
    """The last line holds nothing but Latin letters, and is still read from the right."""
    lines = wrap("أهلا وسهلا بكم في Créteil-Soleil", SCALE.body, 300)
    assert lines[-1].endswith("Créteil-Soleil")
    assert all(reads_backwards(line) for line in lines)
    assert not any(
        reads_backwards(line) for line in wrap("L’association السلام الكبير", SCALE.body, 200)
    )


@pytest.mark.parametrize(
    "title", ["Merci", "Merci à toutes et à tous", "À l’année prochaine", "Fin"]
)
def test_the_last_words_stand_clear_of_the_lanes_that_rise_beside_them(
    make_plan: MakePlan, title: str
) -> None:
    drawing = make_plan(cloture={"titre": title}).shots[-1].drawing
    (words,) = (e for e in drawing.elements if isinstance(e, Text) and e.role is Role.TITLE)
    (lane,) = (e for e in drawing.elements if isinstance(e, Stroke) and e.name == "couloir 1")
    edge = max(x for x, _ in lane.course) - lane.width / 2
    assert words.x + width(words.lines[0], words.style) < edge


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_beginning_of_a_long_title_stays_left_of_the_line_that_turns_upwards(
    make_plan: MakePlan, count: int
) -> None:
    title = "Rencontres sportives " * count + "du handicap en Auvergne"
    plan = make_plan(titre=title)
    drawing = plan.shots[0].drawing
    (words,) = (e for e in drawing.elements if isinstance(e, Text) and e.role is Role.KICKER)
    (line,) = (e for e in drawing.elements if isinstance(e, Stroke) and e.name == "ligne 1")
    last = words.baseline + (len(words.lines) - 1) * words.style.line_height
    low = last + 0.25 * words.style.size
    top = words.baseline - words.style.size
    edge = min(x for x, y in line.course if top <= y <= low and x > words.x)
    assert max(width(one, words.style) for one in words.lines) + words.x < edge
    assert too_long(plan) == []
