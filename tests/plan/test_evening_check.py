"""What is told of an evening before it begins: hours, length, columns, names, protocol."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages.evening import PROBLEMS
from ceremonie.planning.cueing import check, evening
from ceremonie.storyboard.model import Storyboard

from .materials import HEAD, planned, told

DATE = {"date": "2024-12-06", "lieu": "Salle"}
MAYOR = {"orateur": "La maire", "fonction": "maire de Bron", "duree": "10 min"}
PREFECT = {"orateur": "Le préfet", "fonction": "préfet du Rhône", "duree": "10 min"}


def checked(**keys: Any) -> tuple[Diagnostic, ...]:
    """Of the whole plan, what this check tells; `hours` are added to the ceremony."""
    made = planned(ceremonie={**DATE, **keys.pop("hours", {})}, **keys)
    return tuple(one for one in made.diagnostics if one.slug in PROBLEMS)


def named(*authors: str) -> tuple[Diagnostic, ...]:
    """Of testimonies by these, on their own: nothing is drawn."""
    quotes = [{"citation": "On joue.", "auteur": author} for author in authors]
    return of_board(temoignages=quotes)


def of_board(**keys: Any) -> tuple[Diagnostic, ...]:
    board = Storyboard.model_validate({**HEAD, **keys})
    return tuple(check.check(board, evening(board, ())))


def test_an_ordinary_evening_has_nothing_to_tell() -> None:
    hours = {"heure": "18:30", "heure_fin": "19:00"}
    assert checked(hours=hours, discours=[MAYOR, PREFECT]) == ()
    assert checked(discours=[MAYOR]) == ()


def test_a_missing_hour_is_told_where_something_counts_on_it() -> None:
    (end,) = checked(hours={"heure_fin": "19:00"})
    assert (end.slug, end.path, end.severity) == ("heure-manque", ("ceremonie",), Severity.WARNING)
    (fixed,) = checked(discours=[{**MAYOR, "regie": {"heure": "19:00"}}])
    assert fixed.also == (("discours", 0, "regie", "heure"),)
    (hint,) = checked(discours=[{**MAYOR, "regie": {"son": "jingle"}}])
    assert (hint.slug, hint.severity) == ("heure-manque", Severity.NOTE)


def test_a_missing_hour_is_told_where_the_hall_fills_to_a_countdown() -> None:
    (count,) = of_board(accueil={"decompte": "10 min"})
    assert (count.slug, count.severity) == ("heure-manque", Severity.WARNING)
    assert "compte à rebours" in count.message
    (welcome,) = of_board(accueil={})
    assert (welcome.slug, welcome.severity) == ("heure-manque", Severity.NOTE)
    ready = {"ceremonie": {**DATE, "heure": "18:30"}, "accueil": {"decompte": "10 min"}}
    assert of_board(**ready) == ()


def test_an_hour_before_the_beginning_is_told_and_one_past_midnight_is_not() -> None:
    assert told(checked(hours={"heure": "18:30", "heure_fin": "17:00"})) == [
        ("heure-avant", ("ceremonie", "heure_fin"))
    ]
    late = [{**MAYOR, "regie": {"heure": "0:05"}}]
    assert checked(hours={"heure": "23:50"}, discours=late) == ()
    order = ["titre", {"partie": "discours", "regie": {"heure": "18:00"}}]
    assert ("heure-avant", ("deroule", 1, "regie", "heure")) in told(
        checked(hours={"heure": "18:30"}, discours=[MAYOR], deroule=order)
    )


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("18:30", "17:00", "avant le début"),
        ("18:30", "18:30", "l'heure même"),
        ("09:00", "18:00", "plus de huit heures après"),
    ],
)
def test_an_hour_out_of_the_evening_says_on_which_side_it_lies(
    start: str, end: str, words: str
) -> None:
    (one,) = checked(hours={"heure": start, "heure_fin": end})
    assert one.slug == "heure-avant"
    assert words in one.message


def test_an_evening_beyond_its_slot_says_by_how_much_and_what_takes_the_time() -> None:
    hours = {"heure": "18:30", "heure_fin": "18:45"}
    (long,) = checked(hours=hours, discours=[MAYOR, PREFECT])
    assert (long.slug, long.path) == ("soiree-longue", ("ceremonie", "heure_fin"))
    assert "18:5" in long.message
    assert "(20\u00a0min)" in long.message


def test_an_evening_that_fills_little_of_its_slot_is_a_remark() -> None:
    (short,) = checked(hours={"heure": "18:30", "heure_fin": "20:30"}, discours=[MAYOR])
    assert (short.slug, short.severity) == ("soiree-courte", Severity.NOTE)


def test_a_hole_before_a_fixed_hour_is_told_by_the_clock_and_only_a_long_one() -> None:
    def speeches(hour: str) -> list[dict[str, Any]]:
        return [MAYOR, {**PREFECT, "regie": {"heure": hour}}]

    (hole,) = checked(hours={"heure": "18:30"}, discours=speeches("19:30"))
    assert (hole.slug, hole.severity) == ("soiree-trou", Severity.WARNING)
    assert hole.path == ("discours", 1, "regie", "heure")
    assert "de 18:40 à 19:30" in hole.message
    assert checked(hours={"heure": "18:30"}, discours=speeches("18:55")) == ()


def test_an_evening_that_a_hole_makes_long_blames_the_hole_first() -> None:
    speakers = [MAYOR, {**PREFECT, "regie": {"heure": "20:30"}}]
    long, _ = checked(hours={"heure": "18:30", "heure_fin": "20:00"}, discours=speakers)
    assert long.slug == "soiree-longue"
    blamed = long.message.partition("plus de temps : ")[2]
    assert blamed.startswith("l'attente avant « Prise de parole\u00a02, Le préfet »")
    assert "heure fixe" in long.remedy


def test_two_passages_at_one_time_are_told_with_both_places() -> None:
    speakers = [
        {**MAYOR, "regie": {"heure": "19:00"}},
        {**PREFECT, "regie": {"heure": "19:05"}},
    ]
    (both,) = checked(hours={"heure": "18:50"}, discours=speakers)
    assert (both.slug, both.path) == ("passages-ensemble", ("discours", 1, "regie", "heure"))
    assert both.also == (("discours", 0, "regie", "heure"),)
    assert "19:05" in both.message
    assert "19:10" in both.message


def test_an_unknown_column_is_told_with_the_nearest_one() -> None:
    cue = {"colonnes": {"accessoire": "la coupe", "Fleurs": "un bouquet"}}
    diagnostics = checked(
        hours={"heure": "18:30"},
        discours=[{**MAYOR, "regie": cue}],
        conducteur={"colonnes": ["Accessoires"]},
    )
    near, none = diagnostics
    assert near.path == ("discours", 0, "regie", "colonnes", "accessoire")
    assert "« Accessoires »" in near.remedy
    assert "« Accessoires »" not in none.remedy
    assert {one.slug for one in diagnostics} == {"colonne-inconnue"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mme Prénom Nom", "Prénom NOM"),
        ("Prénom Nom, députée", "Prenom Nom"),
        ("Prénom Nom (maire)", "M. PRÉNOM Nom – maire"),
        ("Madame Prénom Familia", "Prénom Fanilia, présidente"),
        ("Mme Familia", "Mme Fanilia"),
    ],
)
def test_civilities_and_functions_hide_no_second_spelling(one: str, other: str) -> None:
    (problem,) = named(one, other)
    assert problem.slug in ("nom-deux-fois", "nom-presque-pareil")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mme Prénom Nom", "Prénom Nom, députée"),
        ("Prénom Nom", "M. Prénom Nom"),
        ("NOM, Prénom", "NOM, Autre"),
        ("Le préfet", "Le préfet, représentant l'État"),
    ],
)
def test_civilities_and_functions_are_no_second_spelling(one: str, other: str) -> None:
    assert named(one, other) == ()


def test_a_function_behind_the_name_is_one() -> None:
    assert of_board(discours=[{"orateur": "Mme Prénom Nom, députée"}]) == ()
    (one,) = of_board(discours=[{"orateur": "Mme Prénom Nom"}])
    assert one.slug == "orateur-sans-fonction"


@pytest.mark.parametrize(
    ("columns", "other"),
    [
        (["Accessoires", "micro"], "Micro"),
        (["Fleurs", "Title"], "Title"),
        (["Fleurs", "CUE"], "Cue"),
        (["Fleurs", "Durée"], "Durée"),
        (["Fleurs", "Flag"], "Flag"),
        (["Décor", "DECOR"], "Décor"),
    ],
)
def test_a_column_by_the_name_of_another_is_an_error_at_its_place(
    columns: list[str], other: str
) -> None:
    (one,) = of_board(ceremonie={**DATE, "heure": "18:30"}, conducteur={"colonnes": columns})
    assert (one.slug, one.severity) == ("colonne-prise", Severity.ERROR)
    assert one.path == ("conducteur", "colonnes", 1)
    assert f"« {other} »" in one.message
    assert ("regie: micro" in one.remedy) == (other == "Micro")


@pytest.mark.parametrize(
    "other", ["prénom NOM", "Prenom Nom", "Prénom-Nom", "NOM Prénom"], ids=str.casefold
)
def test_a_name_spelt_in_two_ways_is_told_at_the_rarer_one(other: str) -> None:
    (one,) = named("Prénom Nom", other, "Prénom Nom")
    assert (one.slug, one.severity) == ("nom-deux-fois", Severity.WARNING)
    assert (one.path, one.also) == (("temoignages", 1, "auteur"), (("temoignages", 0, "auteur"),))


@pytest.mark.parametrize(
    "names",
    [
        ("Prénom Familia", "Prénom Fanilia"),
        ("Prénom Familya", "Prénom Familia"),
        ("Philipe Nom", "Philippe Nom"),
    ],
    ids=" / ".join,
)
def test_names_that_a_slip_tells_apart_are_a_remark(names: tuple[str, str]) -> None:
    (one,) = named(*names)
    assert (one.slug, one.severity) == ("nom-presque-pareil", Severity.NOTE)


@pytest.mark.parametrize(
    "names",
    [
        ("Léo Nom", "Léa Nom"),
        ("Louis Nom", "Louise Nom"),
        ("Prénom Martin", "Prénom Martins"),
        ("Prénom Morin", "Prénom Marin"),
        ("Une élève", "Un élève"),
        ("Prénom Nom 1", "Prénom Nom 2"),
        ("Prénom 1", "Prénom 11"),
        ("Le préfet", "le préfet"),
        ("L'équipe", "L’équipe"),
    ],
    ids=" / ".join,
)
def test_brothers_families_and_roles_are_left_alone(names: tuple[str, str]) -> None:
    assert named(*names) == ()


def test_one_person_with_two_functions_is_told_and_two_of_one_role_are_not() -> None:
    speaker = {"orateur": "Prénom Nom", "fonction": "présidente du club"}
    quote = {"citation": "On joue.", "auteur": "Prénom Nom", "fonction": "bénévole"}
    (one,) = of_board(discours=[speaker], temoignages=[quote])
    assert (one.slug, one.path) == ("fonction-deux-fois", ("temoignages", 0, "fonction"))
    assert one.also == (("discours", 0, "fonction"),)
    roles = [{**quote, "auteur": "Une élève"}, {**quote, "auteur": "Une élève", "fonction": "6e"}]
    assert of_board(temoignages=roles) == ()


def test_a_speaker_without_a_function_is_a_remark_unless_the_name_says_it() -> None:
    (one,) = of_board(discours=[{"orateur": "Prénom Nom"}, {"orateur": "La maire"}])
    assert (one.slug, one.path) == ("orateur-sans-fonction", ("discours", 0, "orateur"))
    assert one.severity is Severity.NOTE


def test_two_pronunciations_of_one_name_are_told_wherever_they_stand() -> None:
    quote = {"citation": "On joue.", "auteur": "Prénom Nom", "prononciation": "pré-non"}
    (one,) = of_board(
        temoignages=[quote], conducteur={"prononciations": {"Prénom Nom": "pré-nom nom"}}
    )
    assert one.slug == "prononciation-deux-fois"
    assert one.path == ("conducteur", "prononciations", "Prénom Nom")
    assert one.also == (("temoignages", 0, "prononciation"),)


def test_a_pronunciation_of_a_name_that_nobody_says_is_told_with_the_nearest_name() -> None:
    said = {"Prenom Nom": "a", "Prén": "b", "Bron": "c"}
    quote = {"citation": "On joue.", "auteur": "Prénom Nom"}
    near, part = of_board(temoignages=[quote], conducteur={"prononciations": said})
    assert {near.slug, part.slug} == {"prononciation-inutile"}
    assert near.path == ("conducteur", "prononciations", "Prenom Nom")
    assert "« Prénom Nom »" in near.remedy
    assert part.path == ("conducteur", "prononciations", "Prén")


def test_officials_in_another_order_than_that_of_protocol_are_a_hint() -> None:
    (hint,) = checked(discours=[PREFECT, MAYOR])
    assert (hint.slug, hint.severity) == ("ordre-protocole", Severity.NOTE)
    assert (hint.path, hint.also) == (("discours", 0, "orateur"), (("discours", 1, "orateur"),))
    deputy = {**PREFECT, "fonction": "adjointe au maire"}
    assert checked(discours=[deputy, MAYOR]) == ()
    assert checked(discours=[{**MAYOR, "fonction": "maire, sénatrice"}, PREFECT]) == ()
