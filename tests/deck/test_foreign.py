"""The deck in an institution's template: theirs is the design, ours are the words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from ceremonie import deck
from ceremonie.deck.markup.xml import find
from ceremonie.deck.package.unpacked import Opened
from ceremonie.diagnostics import UsageError
from ceremonie.formats import Screen
from ceremonie.planning.model import Link, Plan
from ceremonie.progress import silent
from tests.deck import sample, templates

TITLE, CONTENT, SECTION, PICTURE = 0, 1, 2, 8
"""Layouts of python-pptx's template."""


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    whole = sample.whole(tmp_path_factory.mktemp("media"))
    first, programme, *others = whole.pages
    told = replace(programme, links=(Link("partie 1", "ouverture"),))
    hidden = replace(others[-1], hidden=True, links=(Link("repère", "deroule"),))
    return replace(whole, pages=(first, told, *others[:-1], hidden))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return templates.plain(tmp_path_factory.mktemp("gabarit") / "prefecture.pptx")


@pytest.fixture(scope="module")
def made(planned: Plan, template: Path) -> Path:
    return written(planned, template, template.parent / "diaporama.pptx")


def written(planned: Plan, template: Path, target: Path) -> Path:
    """Raises CheckError where the deck is not clean."""
    theirs = deck.read(template, template.name)
    deck.write(planned, target, film=None, progress=silent, template=theirs)
    return target


def slide_of(made: Path, page: str) -> Any:
    slides = Presentation(str(made)).slides
    return next(one for one in slides if one._element.cSld.get("name") == page)


def words_of(made: Path, page: str) -> dict[str, list[str]]:
    """Type of placeholder → its paragraphs."""
    return {
        str(one.placeholder_format.type).partition(" ")[0]: [
            line.text for line in one.text_frame.paragraphs
        ]
        for one in slide_of(made, page).placeholders
        if one.has_text_frame
    }


def test_their_master_and_layouts_are_there_and_their_sample_slides_are_not(
    made: Path, planned: Plan, template: Path
) -> None:
    theirs, ours = Presentation(str(template)), Presentation(str(made))
    assert [one.name for one in ours.slide_layouts] == [one.name for one in theirs.slide_layouts]
    assert (ours.slide_width, ours.slide_height) == (theirs.slide_width, theirs.slide_height)
    assert len(ours.slides) == len(planned.pages)
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names)
    assert len(names) == len(set(names))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == len(planned.pages)
    for gone in (b"Autre exemple", b"Jean Dupont", b"agent"):
        assert gone not in text


def test_layouts_are_chosen_by_name_else_by_their_places(made: Path) -> None:
    used = {
        one._element.cSld.get("name"): one.slide_layout.name
        for one in Presentation(str(made)).slides
    }
    assert used["jour-1"] == "Section Header"
    assert used["temoignage-1"] == "Title and Content"
    assert used["atelier"] == "Two Content"


def test_words_go_to_title_and_body_in_their_order_with_the_template_s_looks(made: Path) -> None:
    words = words_of(made, "jour-1")
    assert words["TITLE"] == ["Jour\u00a01"]
    assert words["BODY"] == ["mardi 28\u00a0novembre"]
    assert words["FOOTER"][0].startswith("Journées départementales")
    root = slide_of(made, "jour-1")._element
    assert not find(root, "//a:latin | //a:rPr/@sz | //p:sp/p:spPr/*")


def test_a_photo_fills_a_placeholder_for_pictures(
    planned: Plan, tmp_path: Path, template: Path
) -> None:
    only = templates.plain(tmp_path / "image.pptx", (PICTURE,))
    page = next(one for one in planned.pages if one.id == "atelier")
    alone = written(replace(planned, pages=(replace(page, links=()),)), only, tmp_path / "d.pptx")
    held = slide_of(alone, "atelier").placeholders
    shown = [one for one in held if one._element.tag.endswith("pic")]
    assert [one.placeholder_format.type.name for one in shown] == ["PICTURE"]
    width, height = shown[0].image.size
    assert width / height == pytest.approx(shown[0].width / shown[0].height, rel=0.02)


def test_links_notes_hidden_slides_and_sections_are_as_in_our_own_deck(
    made: Path, planned: Plan
) -> None:
    programme = slide_of(made, "deroule")
    runs = find(programme._element, "//a:r[a:rPr/a:hlinkClick]/a:t/text()")
    assert runs == ["Ouverture"]
    film = slide_of(made, "film")
    assert film._element.get("show") == "0"
    assert film.shapes.title.click_action.target_slide.slide_id == programme.slide_id
    for page in planned.pages[:-1]:
        assert slide_of(made, page.id).notes_slide.notes_text_frame.text == page.notes
    assert find(Opened(made).root("ppt/presentation.xml"), "//p14:section/@name")[0] == "Titre"


def test_the_same_deck_has_the_same_bytes(made: Path, planned: Plan, template: Path) -> None:
    again = written(planned, template, made.with_name("encore.pptx"))
    assert again.read_bytes() == made.read_bytes()


def test_drawings_become_words_and_that_is_told(planned: Plan, template: Path) -> None:
    matches = deck.matches(planned, deck.read(template, template.name))
    assert sum(one.pages for one in matches) == len(planned.pages)
    told = {one.kind: (one.layout, one.means) for one in matches}
    assert told["Chapitre"] == ("Section Header", "par son nom")
    assert told["Témoignage"] == ("Title and Content", "par ses emplacements")


def test_two_layouts_are_enough(planned: Plan, tmp_path: Path) -> None:
    few = templates.plain(tmp_path / "deux.pptx", (TITLE, CONTENT))
    made = written(planned, few, tmp_path / "diaporama.pptx")
    used = {one.slide_layout.name for one in Presentation(str(made)).slides}
    assert used == {"Title Slide", "Title and Content"}


def test_in_our_own_template_slides_are_just_ours(planned: Plan, tmp_path: Path) -> None:
    own = tmp_path / "notre.pptx"
    deck.write(planned, own, film=None, progress=silent)
    made = written(planned, own, tmp_path / "diaporama.pptx")
    before, after = Opened(own), Opened(made)
    for ours, theirs in zip(before.slides, after.slides, strict=True):
        shapes = "p:cSld/p:spTree//p:cNvPr/@name"
        assert find(after.root(theirs), shapes) == find(before.root(ours), shapes)


def test_a_potx_is_as_good_and_decides_the_shape_of_slides(template: Path, tmp_path: Path) -> None:
    potx = templates.changed(
        template,
        tmp_path / "modele.potx",
        Types=(b"presentation.main+xml", b"template.main+xml"),
    )
    read = deck.read(potx, potx.name)
    assert read.screen is Screen.CLASSIC
    assert len(read.offers) == 11


def test_what_cannot_be_used_is_refused_and_named(template: Path, tmp_path: Path) -> None:
    data = template.read_bytes()
    bomb = io.BytesIO(data)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/bombe.xml", b" " * 70_000_000)
    macros = templates.changed(
        template,
        tmp_path / "m.pptx",
        Types=(b"presentation.main", b"presentation.macroEnabled.main"),
    )
    untitled = templates.changed(
        template,
        tmp_path / "s.pptx",
        slideLayout=(b'type="title"', b'type="body"'),
        Layouts=(b'type="ctrTitle"', b'type="body"'),
    )
    dangling = templates.changed(
        template, tmp_path / "p.pptx", presentation=(b"slideMaster1.xml", b"slideMaster9.xml")
    )
    cases = {
        "gabarit-protege": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "gabarit-autre-format": b"%PDF-1.7",
        "gabarit-abime": data[: len(data) // 2],
        "gabarit-demesure": bomb.getvalue(),
        "gabarit-macros": macros.read_bytes(),
        "gabarit-sans-titre": untitled.read_bytes(),
    }
    refused = {}
    for slug, content in cases.items():
        file = tmp_path / f"{slug}.pptx"
        file.write_bytes(content)
        with pytest.raises(UsageError) as error:
            deck.read(file, file.name)
        refused[slug] = error.value.diagnostics[0].slug
    assert refused == {slug: slug for slug in cases}
    with pytest.raises(UsageError) as error:
        deck.read(dangling, dangling.name)
    assert error.value.diagnostics[0].slug == "gabarit-abime"
