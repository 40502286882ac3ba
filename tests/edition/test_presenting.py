"""What the presenter finds in a deck: notes in short lines, ways there and back, hidden slides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from ceremonie.production import Part, produce

BOARD = """\
edition: essai
titre: Journées de l'égalité
organisateur: Préfecture
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe
        commune: Créteil
        texte: On s'échauffe à deux.
        medias: [{fichier: photo.jpg, alt: Deux élèves en garde, personnes: aucune}]
      - {titre: Basket fauteuil, commune: Orly}
  - date: 2023-11-29
    ateliers:
      - {titre: Natation, commune: Thiais}
      - {titre: Relaxation, commune: Arcueil}
deroule: [titre, jours, cloture]
"""
WORKSHOP = re.compile(r"jour-\d-atelier-\d")
P14 = {"p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    root = tmp_path_factory.mktemp("presenter")
    folder: Path = root / "assets" / "essai"
    folder.mkdir(parents=True)
    Image.linear_gradient("L").resize((720, 480)).convert("RGB").save(folder / "photo.jpg")
    (folder / "storyboard.yaml").write_text(BOARD, "utf-8")
    produce(folder, only=Part.DECK, output=root / "output", cache=root / "cache")
    return Presentation(str(root / "output" / "essai" / "diaporama.pptx"))


def name(slide) -> str:  # type: ignore[no-untyped-def]
    return str(slide._element.cSld.get("name"))


def test_notes_say_what_to_say_to_do_and_what_follows_in_lines(deck) -> None:  # type: ignore[no-untyped-def]
    for slide in deck.slides:
        lines = slide.notes_slide.notes_text_frame.text.split("\n")
        assert re.match("(À DIRE|À FAIRE|À SAVOIR|DURÉE|ENSUITE)", lines[0]), name(slide)
        heads = [line for line in lines if re.match("(DURÉE|ENSUITE)", line)]
        assert all(re.search(r":\s*\S", line) for line in heads), name(slide)
    said = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert sum("ENSUITE" in notes for notes in said) >= len(said) - 1
    assert all("À DIRE" in notes and "DURÉE" in notes
               for slide, notes in zip(deck.slides, said, strict=True)
               if WORKSHOP.fullmatch(name(slide)))  # fmt: skip


def test_a_day_is_a_section(deck) -> None:  # type: ignore[no-untyped-def]
    root = deck.part._element
    names = [one.get("name").replace("\u00a0", " ") for one in root.iterfind(".//p14:section", P14)]
    assert any("Jour 1" in one for one in names)
    assert any("Jour 2" in one for one in names)


def test_workshops_are_hidden_behind_their_day_with_a_way_there_and_back(deck) -> None:  # type: ignore[no-untyped-def]
    by_name = {name(slide): slide for slide in deck.slides}
    hidden = {one for one, slide in by_name.items() if slide._element.get("show") == "0"}
    workshops = {one for one in by_name if WORKSHOP.fullmatch(one)}
    assert len(workshops) == 4
    assert workshops <= hidden
    assert {"titre", "deroule", "jour-1", "jour-1-tous", "cloture"}.isdisjoint(hidden)
    for one in workshops:
        day = f"{one[:6]}-tous"
        assert one in led_to(by_name[day])
        assert day in led_to(by_name[one])
    assert all("deroule" in led_to(slide)
               for one, slide in by_name.items() if one not in workshops | {"deroule"})  # fmt: skip


def led_to(slide) -> set[str]:  # type: ignore[no-untyped-def]
    clicks = slide._element.xpath(".//a:hlinkClick[@action='ppaction://hlinksldjump']")
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {name(slide.part.related_part(click.get(key)).slide) for click in clicks}


def test_the_title_is_read_first_and_every_group_says_its_words(deck) -> None:  # type: ignore[no-untyped-def]
    for slide in deck.slides:
        assert slide.shapes[0] == slide.shapes.title, name(slide)
        for shape in slide.shapes:
            if hasattr(shape, "shapes"):
                assert shape._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr"), shape.name
    gallery = next(slide for slide in deck.slides if name(slide) == "jour-1-tous")
    said = gallery._element.xpath(".//p:nvGrpSpPr/p:cNvPr/@descr")
    assert {"Boxe", "Basket fauteuil"} <= set(said)
