"""Subtitles, transcript, running order and report as texts, from small plans."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from ceremonie.captions import subrip, webvtt
from ceremonie.diagnostics import Diagnostic, Place, Severity
from ceremonie.edition import documents, manifest, report
from ceremonie.edition.page import page, table
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Drawing, Element, Photo, Role, Stroke, Text
from ceremonie.planning.entrances import Show
from ceremonie.planning.model import Page, Plan, Shot, Subtitle
from ceremonie.planning.transition import CUT
from ceremonie.progress import silent
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import HOUSE, MINIMUM_CONTRAST, Colour
from ceremonie.theme.type import Scale
from ceremonie.unchanged import digest_of
from ceremonie.units import FrameSpan, clock

from ..film.plans import short_plan, shot

SCALE = Scale()

TWO = (
    Subtitle(FrameSpan(25, 75), ("Bonjour à tous,", "bienvenue.")),
    Subtitle(FrameSpan(77, 90_000), ("Sport & santé",)),
)


CAPTIONS = [(said.span.start, said.span.stop, said.lines) for said in TWO]


def test_subrip() -> None:
    assert subrip(CAPTIONS) == (
        "1\n00:00:01,000 --> 00:00:03,000\nBonjour à tous,\nbienvenue.\n\n"
        "2\n00:00:03,080 --> 01:00:00,000\nSport & santé\n"
    )


def test_webvtt_escapes_what_it_would_read_as_markup() -> None:
    assert webvtt(CAPTIONS) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nBonjour à tous,\nbienvenue.\n\n"
        "00:00:03.080 --> 01:00:00.000\nSport &amp; santé\n"
    )


def test_no_subtitles() -> None:
    assert (subrip(()), webvtt(())) == ("", "WEBVTT\n")


@pytest.mark.parametrize("subtitles", [(), TWO[:1], TWO])
def test_subtitle_files_are_written_only_where_words_are_said(
    tmp_path: Path, subtitles: tuple[Subtitle, ...]
) -> None:
    told = replace(plan_of(words("Bonjour")), subtitles=subtitles)
    documents.write(tmp_path, told, fonts={}, film=True, progress=silent)
    names = {path.name for path in tmp_path.glob("film.fr.*")}
    assert names == ({"film.fr.srt", "film.fr.vtt"} if subtitles else set())
    assert all((tmp_path / name).stat().st_size > 40 for name in names)


def words(text: str, role: Role = Role.BODY, **more: object) -> Text:
    lines = tuple(text.split("\n"))
    given = {
        "x": 0,
        "baseline": 0,
        "style": SCALE.body,
        "colour": Colour.INK,
        "ground": Colour.PAPER,
    }
    return Text(name=text, lines=lines, role=role, **{**given, **more})  # type: ignore[arg-type]


def plan_of(*elements: Element, title: str = "Étape", notes: str = "") -> Plan:
    drawing = Drawing(Colour.PAPER, elements, 100)
    shot = Shot("s", "page", Section.OPENING, title, FrameSpan(0, 100), CUT, drawing)
    slide = Page("p", "page", Section.OPENING, title, drawing, notes)
    return Plan("2023", "Les journées", "", "", dt.date(2023, 12, 1), (shot,), (slide,))


@pytest.mark.parametrize(
    ("frame", "told"), [(0, "0:00"), (24, "0:00"), (1500, "1:00"), (89_999, "59:59")]
)
def test_the_clock_reads_like_that_of_a_player(frame: int, told: str) -> None:
    assert clock(frame) == told


@pytest.mark.parametrize(
    ("size", "told"), [(0, "0 octets"), (999, "999 octets"), (54_800_000, "55 Mo")]
)
def test_sizes_are_readable(size: int, told: str) -> None:
    assert report.readable_size(size) == told


def test_the_report_names_no_folder_of_this_machine() -> None:
    place = Place("/home/quelqu-un/2023/storyboard.yaml", 4, 2)
    warned = Diagnostic("x", "attention", place, "aide", Severity.WARNING)
    told = report.facts(plan_of(), [warned], {}, draft=False)
    assert told["avertissements"][0]["fichier"] == "storyboard.yaml"
    assert told["avertissements"][0]["ligne"] == 4


def test_the_report_lists_what_is_not_shown_apart_from_other_remarks(tmp_path: Path) -> None:
    remarks = [
        Diagnostic("pas-montre", "ne sera pas montré : « A »", severity=Severity.WARNING),
        Diagnostic("photo-petite", "la photo est petite", severity=Severity.WARNING),
        Diagnostic("photo-de-trop", "ne sera pas montré : « B »", severity=Severity.WARNING),
        Diagnostic("partie-ecartee", "ne sera pas montré : « C »", severity=Severity.WARNING),
    ]
    plan = plan_of()
    told = report.facts(plan, remarks, {}, draft=False)
    assert [one["message"][-3] for one in told["pas_montre"]] == ["A", "B", "C"]
    assert len(told["avertissements"]) == 4
    report.write(tmp_path, plan, told)
    text = (tmp_path / "rapport.html").read_text("utf-8")
    other, _, hidden = text.partition("Ce qui n’est pas montré")
    assert "la photo est petite" in other
    assert all(f"« {name} »" in hidden and f"« {name} »" not in other for name in "ABC")


def test_the_report_says_that_everything_is_shown(tmp_path: Path) -> None:
    report.write(tmp_path, plan_of(), report.facts(plan_of(), [], {}, draft=False))
    assert report.NOTHING_OMITTED in (tmp_path / "rapport.html").read_text("utf-8")


def test_the_report_says_how_much_of_the_film_stands_still(tmp_path: Path) -> None:
    """All but the first frame of the plain shot, two when the lane has come, four after the last
    dissolve.
    """
    told = report.facts(short_plan(), [], {}, draft=False)
    assert told["film"]["images_repetees"] == round((19 + 2 + 4) / 45, 3)
    report.write(tmp_path, short_plan(), told)
    text = (tmp_path / "rapport.html").read_text("utf-8")
    assert "56\u00a0% d’images où rien ne bouge" in text


def test_the_report_says_how_much_of_the_days_pictures_have(tmp_path: Path) -> None:
    """Half of the days' time shows a picture; a lane lies over it for half of that."""
    picture = Picture("0" * 64, 1920, 1080, "")
    photo = Photo(name="photo", picture=picture, x=0, y=0, width=1920, height=1080)
    lane = Stroke(
        name="couloir", course=((0, 0), (1920, 0)), width=8, colour=Colour.PAPER,
        entrance=Show(10),
    )  # fmt: skip
    shots = shot(0, 0, 20, Colour.MIDDLE, photo, lane), shot(1, 20, 20, Colour.DEEP)
    days = tuple(replace(s, section=Section.DAYS) for s in shots)
    made = replace(short_plan(), shots=days)
    told = report.facts(made, [], {}, draft=False)
    assert told["film"]["photos_des_jours"] == {"a_l_ecran": 0.5, "plein_ecran": 0.25}
    report.write(tmp_path, made, told)
    text = (tmp_path / "rapport.html").read_text("utf-8")
    assert "à l’écran 50\u00a0% du temps" in text
    assert "en plein écran, 25\u00a0%" in text


def test_the_manifest_names_shared_files_beside_and_others_by_name_only(tmp_path: Path) -> None:
    folder, edition = tmp_path / "sortie", tmp_path / "assets" / "2023"
    files = (
        edition / "storyboard.yaml",
        tmp_path / "assets" / "commun" / "logo.png",
        tmp_path / "ailleurs.png",
    )
    for file in (*files, folder / "polices" / "une.ttf"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(file.name.encode())
    entered = manifest.inputs(files[0], {file: digest_of(file) for file in files})
    manifest.write(folder, entered, "2023", origin={}, films={}, former=tmp_path / "nulle part")
    told = (folder / manifest.NAME).read_text("utf-8")
    assert str(tmp_path) not in told
    for name in ('"storyboard.yaml"', '"../commun/logo.png"', '"ailleurs.png"'):
        assert name in told
    assert manifest.made(folder) == {"polices/une.ttf": digest_of(folder / "polices" / "une.ttf")}


@pytest.mark.parametrize("text", ["", "[]", '{"sorties": 3}', '{"sorties": {"x": {}}}'])
def test_a_broken_manifest_tells_of_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / manifest.NAME).write_text(text, "utf-8")
    assert manifest.made(tmp_path) == {}


def test_pages_say_their_language_and_escape_their_words() -> None:
    told = page(plan_of(), "A & B", "<i>", [table(("Un", "<Deux>"), [("1", "</table>")])])
    assert '<html lang="fr">' in told
    assert "<title>A &amp; B</title>" in told
    assert "<i>" not in told
    assert told.count("</table>") == 1


def test_the_colours_of_pages_are_legible_on_white() -> None:
    told = page(plan_of(), "", "", [])
    for colour in (Colour.INK, Colour.DEEP):
        assert HOUSE.hex(colour) in told
        assert HOUSE.contrast(colour, Colour.WHITE) >= MINIMUM_CONTRAST


def test_credits_are_told_once() -> None:
    picture = Picture("d", 3, 2, "", credit="Une photographe")
    photo = Photo(name="une", picture=picture, x=0, y=0, width=3, height=2)
    assert report.credits_of(plan_of(photo, replace(photo, name="deux"))) == ("Une photographe",)
