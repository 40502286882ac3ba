"""What Chromium, its axe-core, a keyboard and a terminal make of the pages of an edition."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ceremonie.production import produce
from ceremonie.theme.palette import contrast_of
from ceremonie.tools import ffmpeg

from ..browser import VIOLATIONS, Page, axe, browser, rgb, walked
from ..conftest import BOARD, require

pytestmark = pytest.mark.slow

SAID = "1\n00:00:00,400 --> 00:00:01,600\nOn a couru ensemble.\n"

MORE = """\
          - fichier: cour.mp4
            alt: Une course dans la cour
            personnes: aucune
            sous_titres: mots.srt
      - {titre: Judo, commune: Créteil}
      - {titre: Voile, commune: Choisy-le-Roi}
chiffres:
  - {valeur: 20, libelle: ateliers}
temoignages:
  - {citation: On joue ensemble., auteur: Une élève, fonction: collège de Créteil}
partenaires:
  - {nom: Un club, rang: 1}
audiodescription:
  textes:
    - {partie: jours, apres: 1, texte: La cour est pleine.}
publication: {debut: 2023-12-02, fin: 2024-12-02, contact: communication@exemple.fr}
deroule: [titre, jours, chiffres, temoignages, film, partenaires, cloture, generique]
"""

OUTLINE = 3.0
"""Contrast of what shows the focus: RGAA 10.7 with 3.3 (WCAG 1.4.11)."""

NARROW, ZOOMED = 320, 640
"""CSS px: RGAA 10.11 (WCAG 1.4.10), and a window of 1280 px at 200 %."""

EVENING = {"conducteur.html", "prompteur.html", "noms.html"}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For three audiences, with a clip in which something is said."""
    folder = tmp_path_factory.mktemp("pages")
    board = folder / "edition" / "storyboard.yaml"
    board.parent.mkdir()
    board.with_name("mots.srt").write_text(SAID, "utf-8")
    board.write_text(re.sub(r"deroule:.*\n", MORE, BOARD), "utf-8")
    picture, tone = "testsrc=size=320x180:rate=25:duration=3", "sine=frequency=300:duration=3"
    seen, heard = ("-f", "lavfi", "-i", picture), ("-f", "lavfi", "-i", tone)
    clip, photo = board.with_name("cour.mp4"), board.with_name("photo.jpg")
    ffmpeg.run((*seen, *heard, "-shortest", ffmpeg.file_output(clip)))
    ffmpeg.run((*seen, "-frames:v", "1", "-s", "1440x960", ffmpeg.file_output(photo)))
    made = produce(
        board,
        audiences=("salle", "internet", "reseaux"),
        draft=True,
        output=folder / "sortie",
        cache=folder / "cache",
    )
    return made.folder


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profil")) as page:
        yield page


@pytest.fixture
def page(chromium: Page, edition: Path) -> Page:
    """The page for the web, in a window of a desk."""
    chromium.resize(1280, 900)
    chromium.open(edition / "internet" / "page.html")
    return chromium


@pytest.mark.parametrize("width", [1280, NARROW])
def test_no_page_has_a_violation_that_axe_finds(chromium: Page, edition: Path, width: int) -> None:
    pages = sorted(edition.rglob("*.html"))
    names = {path.name for path in pages}
    assert names >= {"page.html", "transcription.html", "rapport.html"} | EVENING
    chromium.resize(width, 900)
    violations: dict[str, Any] = {}
    for path in pages:
        chromium.open(path)
        chromium.run(axe())
        if found := chromium.run(VIOLATIONS):
            violations[str(path.relative_to(edition))] = found
    assert violations == {}


@pytest.mark.parametrize("width", [NARROW, ZOOMED])
def test_no_page_is_scrolled_sideways(chromium: Page, edition: Path, width: int) -> None:
    chromium.resize(width, 800)
    wide = {}
    for path in sorted(edition.rglob("*.html")):
        chromium.open(path)
        reach = chromium.run("document.documentElement.scrollWidth")
        if reach > width:
            wide[path.name] = reach
    assert wide == {}


def test_the_page_asks_nobody_for_anything(page: Page, edition: Path) -> None:
    page.run("document.fonts.ready.then(() => document.fonts.size)")
    own = (edition / "internet").as_uri() + "/"
    assert [url for url in page.asked if not url.startswith((own, "data:"))] == []
    loaded = "[...document.fonts].filter((font) => font.status === 'loaded').length"
    assert page.run(loaded) == 2


def test_captions_and_descriptions_come_with_the_page_from_a_folder_too(page: Page) -> None:
    kinds = "[...document.querySelectorAll('track')].map((track) => track.kind)"
    assert page.run(kinds) == ["captions", "descriptions"]
    cues = page.run(
        """new Promise((done) => {
          const shown = document.querySelector("track");
          if (shown.readyState === 2) done();
          shown.addEventListener("load", done);
          shown.track.mode = "showing";
        }).then(() => [...document.querySelector("track").track.cues].map((cue) => cue.text))"""
    )
    assert cues == ["On a couru ensemble."]


def test_a_keyboard_reaches_everything_in_the_order_of_reading(page: Page, edition: Path) -> None:
    walk = walked(page)
    assert walk.stops[0]["href"] == "#contenu"
    links = "[...document.links].filter((link) => !link.closest('video'))"
    assert walk.links == page.run(f"{links}.map((link) => link.getAttribute('href'))")
    assert "VIDEO" in {stop["name"] for stop in walk.stops}
    assert [stop for stop in walk.stops if not stop["seen"]] == []
    files = "[...document.querySelectorAll('a[download]')]"
    offered = page.run(f"{files}.map((link) => link.getAttribute('href'))")
    assert {"film.mp4", "film-leger.mp4", "film.fr.vtt", "film.fr.srt"} <= set(offered)
    assert all((edition / "internet" / name).is_file() for name in offered)


def test_the_focus_is_seen_wherever_it_is(page: Page) -> None:
    faint = {}
    for stop in walked(page).stops:
        style, width, colour = stop["outline"]
        ratio = contrast_of(rgb(colour), rgb(stop["ground"]))
        if style == "none" or width < 2 or ratio < OUTLINE:
            faint[stop["words"] or stop["name"]] = (style, width, round(ratio, 2))
    assert faint == {}


def test_the_skip_link_leads_past_the_head_of_the_page(page: Page) -> None:
    page.press("Tab")
    page.press("Enter")
    assert page.run("document.activeElement.id") == "contenu"
    page.press("Tab")
    assert page.run("document.activeElement.tagName") == "VIDEO"


def test_the_space_bar_plays_the_film_and_halts_it(page: Page) -> None:
    page.run("document.querySelector('video').focus()")
    assert page.run("document.querySelector('video').paused")
    page.press("Space")
    assert not page.run("document.querySelector('video').paused")
    page.press("Space")
    assert page.run("document.querySelector('video').paused")


def test_a_chapter_plays_the_film_from_there_and_gives_it_the_focus(page: Page) -> None:
    start = page.run(
        """(() => { const link = document.querySelectorAll(".chapitres a")[2];
          link.focus(); return Number(link.dataset.debut); })()"""
    )
    page.press("Enter")
    assert start > 0
    assert abs(page.run("document.querySelector('video').currentTime") - start) < 2
    assert page.run("document.activeElement.tagName") == "VIDEO"
    assert "film-leger.mp4" in page.run("document.querySelector('video').currentSrc")


def test_without_a_script_every_link_leads_to_something(edition: Path) -> None:
    for folder in ("internet", "reseaux"):
        text = (edition / folder / "page.html").read_text("utf-8")
        ids = set(re.findall(r'id="([^"]+)"', text))
        for link in re.findall(r'<a [^>]*href="([^"]+)"', text):
            name, _, place = link.partition("#")
            is_there = (edition / folder / name).is_file() if name else place in ids
            assert is_there or link == "mailto:communication@exemple.fr", link


@pytest.mark.parametrize("name", ["page.html", "transcription.html"])
def test_a_terminal_shows_the_words_whole_and_in_order(edition: Path, name: str) -> None:
    program = require("w3m")
    command = (program, "-dump", "-cols", "200", "-O", "UTF-8", str(edition / "internet" / name))
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    text = re.sub(r"\s+", " ", done.stdout)
    expected = (
        "Journées de l’égalité des chances",
        "Jour 1" if "Jour 1" in text else "Mardi 28 novembre",
        "Boxe éducative, Créteil",
        "À l’image : Deux élèves en garde.",
        "À l’image : Une course dans la cour.",
        "Audiodescription : La cour est pleine.",
        "Paroles : « On a couru ensemble. »",
        "20 ateliers",
        "« On joue ensemble. » – Une élève, collège de Créteil.",
        "Un club",
        "Merci.",
    )
    places = [text.rfind(words) for words in expected]
    assert -1 not in places, dict(zip(expected, places, strict=True))
