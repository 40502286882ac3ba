"""Hours and lengths of time, as people write them; what has two readings is not guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.diagnostics import Diagnostic, Severity, errors
from ceremonie.storyboard.model import Storyboard

from .boards import MINIMAL, reading

LONGEST = 6 * 3600


def with_hour(written: str) -> tuple[Storyboard | None, tuple[Diagnostic, ...]]:
    whole = reading(MINIMAL.replace("ceremonie:\n", f"ceremonie:\n  heure: {written}\n"))
    return whole.storyboard, errors(whole.diagnostics)


def hour(written: str) -> dt.time | None:
    board, faults = with_hour(written)
    assert board, [fault.render() for fault in faults]
    return board.ceremony.hour


def remedy(written: str) -> str:
    _, (fault,) = with_hour(written)
    assert fault.slug == "heure-forme"
    return fault.remedy


def length(written: str) -> float | None:
    board = reading(f"{MINIMAL}\ncloture:\n  titre: Merci\n  duree: {written}\n").storyboard
    assert board
    assert board.closing
    return board.closing.on_stage


@pytest.mark.parametrize(
    "written", ["18:30", '"18:30"', "18h30", "18 h 30", "18H30", "18\u00a0h\u00a030"]
)
def test_an_hour_is_read_with_and_without_quotes(written: str) -> None:
    assert hour(written) == dt.time(18, 30)


@pytest.mark.parametrize("written", ["18", "18 h", "18h"])
def test_a_whole_hour_needs_no_minutes(written: str) -> None:
    assert hour(written) == dt.time(18)


@given(st.integers(24, 9999))
def test_a_number_that_is_no_hour_by_itself_is_never_guessed(number: int) -> None:
    assert "heure: " in remedy(str(number))


def test_the_remedy_shows_the_right_writing_of_each_reading() -> None:
    both = remedy("930")
    assert both.index('heure: "9:30"') < both.index('heure: "15:30"')
    assert 'heure: "18:30"' in remedy("1830")
    assert 'heure: "18:30"' in remedy("18.30")
    assert 'heure: "18:30"' in remedy("18 heures 30")
    assert 'heure: "12:00"' in remedy("midi")
    assert remedy("24:00") == remedy("minuit") == 'minuit s\'écrit heure: "00:00"'
    assert "de 0 à 23" in remedy("25:10")
    assert hour('"00:00"') == dt.time(0)


def writings(seconds: int) -> list[str]:
    """A length of whole seconds in the ways in which it is written in French."""
    minutes, rest = divmod(seconds, 60)
    hours, short = divmod(minutes, 60)
    ways = [f"{seconds} s", f"{seconds}s", str(seconds), f"{minutes}:{rest:02d}"]
    if minutes:
        tail = (f" {rest:02d}", f" {rest} s", f" {rest} secondes") if rest else ("",)
        ways += [f"{minutes}{unit}{end}" for unit in (" min", " mn", "min") for end in tail]
    if hours and not rest:
        ways += [f"{hours}h{short:02d}", f"{hours} h {short} min", f"{hours}:{short}:00"]
        ways += [f"{hours} h {short:02d}" if short else f"{hours} h"]
    if hours and rest:
        ways += [f"{hours} h {short} min {rest}", f"{hours}:{short:02d}:{rest:02d}"]
    return ways


@given(st.one_of(st.integers(1, LONGEST), st.integers(1, LONGEST // 60).map(lambda m: m * 60)))
def test_a_length_is_read_in_every_french_writing(seconds: int) -> None:
    entries = "".join(
        f'  - {{titre: Numéro {n}, duree: "{written}"}}\n'
        for n, written in enumerate(writings(seconds))
    )
    board = reading(f"{MINIMAL}\nspectacle:\n{entries}").storyboard
    assert board
    assert {one.on_stage for one in board.performances} == {seconds}


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1h30", 5400), ("1 h", 3600), ("1 min 30", 90), ("90 s", 90), ("1'30", 90), ("12,5 s", 12.5)],
)
def test_lengths_need_no_quotes(written: str, seconds: float) -> None:
    assert length(written) == seconds


@pytest.mark.parametrize("written", ["2 min 75", "1 h 75", "1:75:00", "bientôt", "h", "1 h 2,5"])
def test_what_is_no_length_is_told(written: str) -> None:
    faults = errors(reading(f"{MINIMAL}\ncloture: {{duree: '{written}'}}\n").diagnostics)
    assert "duree-forme" in {fault.slug for fault in faults}


def test_limits_are_told_in_words() -> None:
    board = f"{MINIMAL}\ncloture: {{titre: Merci, duree: 7 h}}\naccueil: {{decompte: 5}}\n"
    long, short = errors(reading(board).diagnostics)
    assert "6 h au plus" in long.remedy
    assert "de 10 s à 1 h" in short.remedy
    assert "decompte: 5 min" in short.remedy


@pytest.mark.parametrize(
    ("key", "minutes", "seconds"),
    [
        ("cloture: {titre: Merci, duree: 3}", "duree: 3 min", "duree: 3 s"),
        ("cloture: {titre: Merci, duree: '25'}", "duree: 25 min", "duree: 25 s"),
        ("deroule: [titre, {partie: jours, duree: 60}]", "duree: 1 h", "duree: 60 s"),
        ("accueil: {decompte: 10}", "decompte: 10 min", "decompte: 10 s"),
    ],
)
def test_a_small_number_without_a_unit_is_told_with_both_readings(
    key: str, minutes: str, seconds: str
) -> None:
    (one,) = reading(f"{MINIMAL}\n{key}\n").diagnostics
    assert (one.slug, one.severity) == ("duree-sans-unite", Severity.WARNING)
    assert minutes in one.remedy
    assert seconds in one.remedy


@pytest.mark.parametrize(
    "key",
    [
        "cloture: {titre: Merci, duree: 3 s}",
        "cloture: {titre: Merci, duree: 90}",
        "spectacle: [{titre: Chorale, secondes: 9}]",
        "film: {duree: 45}",
        "accueil: {decompte: 300}",
    ],
)
def test_seconds_that_are_meant_are_left_alone(key: str) -> None:
    assert reading(f"{MINIMAL}\n{key}\n").diagnostics == ()
