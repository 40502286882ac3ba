"""A finished folder looked at as those who do not see or hear it would: faults planted in decks,
pages, subtitles and films are found at their place, and what is right is said to be.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from ceremonie.control.accessibility import (
    DeckMeasures,
    FilmMeasures,
    Measures,
    Outcome,
    ShotMeasures,
    SlideMeasures,
    State,
    examine,
)
from ceremonie.tools import ffmpeg
from ceremonie.unchanged import digest_of
from tests.media.editions import H264, colours, tone

NOTHING = Measures({}, {})

PAGE = '<!doctype html><html lang="fr"><head><title>Film</title></head><body>{}</body></html>'


def outcomes(
    folder: Path, measures: Measures = NOTHING, *, hall: bool = True
) -> dict[str, Outcome]:
    return {one.criterion.code: one for one in examine(folder, measures, hall=hall)}


def places(outcome: Outcome) -> list[tuple[str, str]]:
    """Slug and place of what was found."""
    return [(f.code, f.diagnostic.place.at if f.diagnostic.place else "") for f in outcome.findings]


def written(folder: Path, body: str, name: str = "page.html") -> Path:
    folder.joinpath(name).write_text(PAGE.format(body), "utf-8")
    return folder


def test_a_page_that_is_right_meets_every_criterion_of_pages(tmp_path: Path) -> None:
    body = (
        '<h1>Film</h1>\n<video src="film.mp4" controls></video>\n<h2>Images</h2>\n'
        '<img src="a.jpg" alt="">\n<a href="film.mp4">Le film</a>\n'
        '<table><tr><th scope="col">Heure</th></tr></table>'
    )
    states = {code: one.state for code, one in outcomes(written(tmp_path, body)).items()}
    assert set(states.values()) == {State.MET}
    assert len(states) == 8


@pytest.mark.parametrize(
    ("body", "code", "slug", "line"),
    [
        ("<p>Sans titre</p>", "page-sans-titre", "page-titre-principal", 1),
        ("<h1>Un</h1>\n<h1>Deux</h1>", "page-sans-titre", "page-titre-principal", 2),
        ("<h1>Un</h1>\n<h3>Trop bas</h3>", "page-titre-saute", "page-titre-saute", 2),
        ('<h1>Un</h1>\n\n<img src="a.jpg">', "page-image-muette", "page-image-muette", 3),
        ('<h1>Un</h1>\n<a href="b"> </a>', "page-lien-muet", "page-lien-muet", 2),
        ("<h1>Un</h1><table><tr><td>1</td></tr></table>", *["page-tableau-sans-tete"] * 2, 1),
        ('<h1>Un</h1>\n<video src="f" autoplay controls>', *["page-film-sans-commandes"] * 2, 2),
        (
            '<h1>Un</h1>\n<img alt="" src="https://ailleurs.test/a.jpg">',
            *["page-adresse-exterieure"] * 2,
            2,
        ),
    ],
)
def test_what_is_wrong_with_a_page_is_found_at_its_line(
    tmp_path: Path, body: str, code: str, slug: str, line: int
) -> None:
    outcome = outcomes(written(tmp_path, body))[code]
    assert (outcome.state, places(outcome)) == (State.UNMET, [(slug, f"page.html:{line}:1")])


def test_a_page_in_no_language_is_told(tmp_path: Path) -> None:
    tmp_path.joinpath("page.html").write_text("<html><title>T</title><h1>T</h1></html>", "utf-8")
    assert outcomes(tmp_path)["page-sans-langue"].state is State.UNMET


VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:{stop}\n{words}\n\n00:00:{start} --> 00:00:09.000\nMerci.\n"


@pytest.mark.parametrize(
    ("stop", "start", "words", "code", "place"),
    [
        ("05.000", "05.080", "Bonjour à toutes et à tous", None, ""),
        ("05.000", "05.080", "m" * 37, "sous-titres-lignes", "film.fr.vtt, 0:01,0"),
        ("05.000", "05.080", "un\ndeux\ntrois", "sous-titres-lignes", "film.fr.vtt, 0:01,0"),
        ("02.000", "05.080", "m" * 20, "sous-titres-vitesse", "film.fr.vtt, 0:01,0"),
        ("05.000", "05.040", "Bonjour", "sous-titres-serres", "film.fr.vtt, 0:05,0"),
    ],
)
def test_subtitles_are_held_against_the_charter(
    tmp_path: Path, stop: str, start: str, words: str, code: str | None, place: str
) -> None:
    text = VTT.format(stop=stop, start=start, words=words)
    tmp_path.joinpath("film.fr.vtt").write_text(text, "utf-8")
    wrong = {c: places(one) for c, one in outcomes(tmp_path).items() if one.findings}
    assert wrong == ({code: [(code, place)]} if code else {})


def test_subtitles_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    tmp_path.joinpath("film.fr.srt").write_bytes(b"\x00\x01")
    assert outcomes(tmp_path)["sous-titres-fichier-illisible"].state is State.UNMET


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Two slides: the first has no title and a text of 12 pt, both texts no language."""
    presentation = Presentation()
    for title in ("", "Merci"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        assert slide.shapes.title
        slide.shapes.title.text = title
        frame = slide.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame
        run = frame.paragraphs[0].add_run()
        run.text, run.font.size = "Des mots", Pt(30 if title else 12)
    presentation.save(str(tmp_path / "diaporama.pptx"))
    return tmp_path


def test_what_is_wrong_with_slides_is_found_on_its_slide(deck: Path) -> None:
    found = outcomes(deck)
    first = "diaporama.pptx, diapositive 1"
    assert places(found["diapositive-sans-titre"]) == [("diapositive-sans-titre", first)]
    assert places(found["diapositive-texte-petit"]) == [("diapositive-texte-petit", first)]
    assert found["diapositive-texte-petit"].findings[0].measured.measure == "12 pt"
    assert found["diapositive-sans-langue"].state is State.UNMET
    assert found["diapositive-tableau-sans-tete"].state is State.WITHOUT


def test_contrast_that_was_measured_is_believed_of_an_unchanged_deck_only(deck: Path) -> None:
    file = deck / "diaporama.pptx"
    slides = (SlideMeasures(1, "Des mots", 3.2), SlideMeasures(2, "Merci", 9.0))
    measures = Measures({}, {file.name: DeckMeasures(digest_of(file), slides)})
    found = outcomes(deck, measures)["diapositive-contraste"]
    assert (found.state, found.measure) == (State.UNMET, "3,2:1 au plus bas")
    assert places(found) == [("diapositive-contraste", "diaporama.pptx, diapositive 1")]
    with file.open("ab") as changed:
        changed.write(b"\0")
    assert outcomes(deck, measures)["diapositive-contraste"].state is State.WITHOUT


@pytest.mark.slow
def test_a_film_is_measured_as_it_lies_there(tmp_path: Path) -> None:
    """A loud tone of three seconds, no chapter, no words beside it."""
    film = tmp_path / "film.mp4"
    ffmpeg.run((*colours(seconds=3), *tone(3), *H264, "-c:a", "aac", ffmpeg.file_output(film)))
    found = outcomes(tmp_path, Measures({}, {}, spoken=True), hall=False)
    assert found["film-niveau"].state is State.UNMET
    assert found["film-sans-chapitres"].state is State.UNMET
    assert found["film-sans-sous-titres"].state is State.UNMET
    assert found["film-sans-transcription"].state is State.UNMET
    assert found["film-sans-audiodescription"].state is State.LOOK
    assert found["film-contraste"].state is State.WITHOUT
    shots = (ShotMeasures(0, "Merci", 2.5, 7.0), ShotMeasures(62.4, "", None))
    measured = FilmMeasures(digest_of(film), shots, loudness=-16.2, peak=-1.5)
    found = outcomes(tmp_path, Measures({"film.mp4": measured}, {}, described="textes"), hall=False)
    assert (found["film-niveau"].state, found["film-niveau"].measure) == (State.MET, "−16,2 LUFS")
    assert places(found["film-contraste"]) == [("film-contraste", "film.mp4, 0:00,0")]
    assert places(found["film-mouvement"]) == [("film-mouvement", "film.mp4, 0:00,0")]
    assert found["film-mouvement"].state is State.LOOK
    assert found["film-sans-audiodescription"].state is State.MET
    assert found["film-sans-sous-titres"].state is State.WITHOUT
