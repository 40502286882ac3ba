"""A deck read back by the library that knows the format, and by its own XML."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from ceremonie.deck import write
from ceremonie.deck.markup.xml import find
from ceremonie.deck.package.unpacked import PRESENTATION, Opened
from ceremonie.diagnostics import RenderingError
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import SpareScreening
from ceremonie.planning.drawing import Photo
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Page
from ceremonie.planning.staging import Staging
from ceremonie.progress import Step, silent
from ceremonie.storyboard.programme import Section
from ceremonie.tools import ffmpeg
from tests.deck import sample


def test_every_page_is_a_slide_on_the_layout_of_its_kind(deck: Path) -> None:
    slides = Presentation(str(deck)).slides
    assert [slide.slide_layout.name for slide in slides] == [
        "Accueil", "Déroulé", "Ouverture", "Relais", "Chapitre", "Atelier",
        "Mosaïque, quatre photos",        "Témoignage", "Témoignage", "Film",
    ]  # fmt: skip


def test_a_layout_for_free_use_has_title_and_text(deck: Path) -> None:
    layout = Presentation(str(deck)).slide_layouts.get_by_name("Titre et texte")
    names = {shape.placeholder_format.idx: shape.name for shape in layout.placeholders}
    assert names == {0: "titre", 300: "texte", 11: "Pied de page", 12: "Numéro"}


def test_titles_are_unique_and_the_drawn_ones_where_they_can_be(deck: Path) -> None:
    titles = [slide.shapes.title for slide in Presentation(str(deck)).slides]
    assert [title.text_frame.text.replace("\v", " ").replace("\xa0", " ") for title in titles] == [
        "Journées départementales de l’égalité des chances",
        "Déroulé",
        "Ouverture",
        "La Flamme en relais",
        "Jour 1",
        "Football à cinq",
        "Quatre ateliers",
        "Témoignage 1",
        "Témoignage 2",
        "Le film",
    ]
    hidden = [number for number, title in enumerate(titles, 1) if title.top < 0]
    assert hidden == [1, 7], "several words on the cover; a title over described photos"


def test_texts_fill_the_placeholders_of_their_roles(deck: Path) -> None:
    opening = Presentation(str(deck)).slides[2]
    filled = {s.placeholder_format.idx: s.text_frame.text for s in opening.placeholders}
    assert filled == {
        0: "Ouverture",
        11: "Journées départementales de l’égalité des chances, 1er\xa0décembre\xa02023",
        12: "‹N°›",
        300: "Le sport crée des liens, brise les barrières et fait grandir le respect de chacun.",
        400: "préfète du Val-de-Marne",
        500: "Sophie Thibault",
        600: "42",
    }


def test_words_have_their_looks_from_the_layout(deck: Path, opened: Opened) -> None:
    cover = Presentation(str(deck)).slides[0]
    dates = next(shape for shape in cover.shapes if shape.name == "dates")
    runs = dates.text_frame.paragraphs[0].runs
    assert [(run.text, run.font._rPr.get("baseline")) for run in runs] == [
        ("3", None), ("e", "30000"), (" édition, du 28 au 30 novembre 2023", None),
    ]  # fmt: skip
    assert {key for run in runs for key in run.font._rPr.attrib} == {"lang", "baseline"}
    assert not list(dates._element.spPr)
    layout = next(s for s in cover.slide_layout.placeholders if s.name == "mot 1")._element
    level = find(layout, "p:txBody/a:lstStyle/a:lvl1pPr")[0]
    looks = find(level, "a:defRPr")[0]
    assert (looks.get("sz"), looks.get("b"), looks.get("spc")) == ("10000", "1", "-300")
    assert find(looks, "a:latin/@typeface") == ["+mj-lt"]
    assert find(layout, "p:txBody/a:bodyPr/@wrap") == ["square"]


def test_the_running_order_leads_to_its_slides(deck: Path) -> None:
    slides = Presentation(str(deck)).slides
    clicks = {
        shape.text_frame.text: shape.click_action.target_slide
        for shape in slides[1].shapes
        if shape.click_action.target_slide is not None
    }
    assert {text: slide.shapes.title.text_frame.text for text, slide in clicks.items()} == {
        "Ouverture": "Ouverture",
        "Football à cinq": "Football à cinq",
        "Le film": "Le film",
    }


def test_notes_keep_their_paragraphs(deck: Path) -> None:
    notes = Presentation(str(deck)).slides[2].notes_slide
    assert notes.notes_text_frame.text == "Accueil.\n\nMessage."
    assert [shape.name for shape in notes.placeholders] == [
        "Image de la diapositive", "Commentaires",
    ]  # fmt: skip


def test_sections_follow_the_ceremony(opened: Opened) -> None:
    sections = find(opened.root(PRESENTATION), "//p14:section")
    counted = {one.get("name"): len(find(one, ".//p14:sldId")) for one in sections}
    assert counted == {
        "Titre": 2, "Ouverture": 1, "La flamme en relais": 1, "Les ateliers": 3,
        "Témoignages": 2, "Le film des journées": 1,
    }  # fmt: skip
    assert len({one.get("id") for one in sections}) == len(sections)


def test_slides_fade_in_seven_tenths_of_a_second(opened: Opened) -> None:
    for name in opened.slides:
        choice = find(opened.root(name), "mc:AlternateContent/mc:Choice[@Requires='p14']")[0]
        assert find(choice, "p:transition/@p14:dur") == ["700"]
        assert find(choice, "p:transition/p:fade")


def test_pictures_are_described_and_ornaments_are_not(opened: Opened) -> None:
    root = opened.root(opened.slides[5])
    told = {own.get("name"): own.get("descr") for own in find(root, "//p:cSld//p:cNvPr[@descr]")}
    assert told["photo"] == "Des élèves jouent au football"
    assert told["couloir 1"] == ""
    decorative = find(root, "//p:cNvPr[.//adec:decorative[@val='1']]/@name")
    assert "couloir 1" in decorative
    assert "photo" not in decorative


def test_a_photo_takes_the_outline_of_its_place(deck: Path, opened: Opened) -> None:
    picture = find(opened.root(opened.slides[5]), "//p:pic")[0]
    assert not list(find(picture, "p:spPr")[0])
    layout = Presentation(str(deck)).slides[5].slide_layout
    place = next(shape for shape in layout.placeholders if shape.name == "photo")._element
    assert find(place, "p:spPr/a:custGeom//a:close")


def test_properties_name_the_organiser_and_no_template(deck: Path) -> None:
    properties = Presentation(str(deck)).core_properties
    assert properties.author == properties.last_modified_by == "Préfecture du Val-de-Marne"
    assert properties.title.startswith("Journées départementales")
    assert properties.language == "fr-FR"
    assert properties.created == properties.modified
    assert (properties.created.year, properties.created.hour) == (2023, 12)


def test_a_set_epoch_dates_the_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    write(sample.plan(sample.cover()), tmp_path / "a.pptx", film=None, progress=silent)
    assert Presentation(str(tmp_path / "a.pptx")).core_properties.created.year == 1970


def test_the_same_plan_gives_the_same_bytes_wherever_its_media_lie(tmp_path: Path) -> None:
    digests = set()
    for name in ("une", "autre"):
        folder = tmp_path / name
        folder.mkdir()
        write(sample.whole(folder), folder / "d.pptx", film=None, progress=silent)
        digests.add(hashlib.sha256((folder / "d.pptx").read_bytes()).hexdigest())
    assert len(digests) == 1


def test_nothing_of_the_sources_but_their_pixels_is_kept(opened: Opened) -> None:
    for name, blob in opened.parts.items():
        for leak in (sample.LEAKY_NAME, "DUPONT", "WA0007", "python-pptx", "Exif"):
            assert leak.encode() not in blob, name
    media = [name for name in opened.parts if name.startswith("ppt/media/")]
    assert all(len(Path(name).stem) == 16 for name in media)


def test_a_clip_used_twice_is_stored_once(opened: Opened) -> None:
    assert sum(name.endswith(".mp4") for name in opened.parts) == 1
    assert sum(name.endswith(".vtt") for name in opened.parts) == 1


def test_a_deck_that_is_open_elsewhere_is_told_in_french(tmp_path: Path) -> None:
    locked = tmp_path / "diaporama.pptx"
    locked.mkdir()
    with pytest.raises(RenderingError) as caught:
        write(sample.plan(sample.cover()), locked, film=None, progress=silent)
    assert caught.value.diagnostics[0].slug == "diaporama-inaccessible"
    assert "fermez PowerPoint" in caught.value.diagnostics[0].remedy
    assert [path.name for path in tmp_path.iterdir()] == ["diaporama.pptx"]


def test_progress_rises_to_one(tmp_path: Path) -> None:
    told: list[float] = []

    def progress(step: Step, part: float) -> None:
        assert step is Step.DECK
        told.append(part)

    write(sample.plan(sample.cover()), tmp_path / "d.pptx", film=None, progress=progress)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def _film(folder: Path) -> Path:
    """Two seconds: night, then day from 0.6 s on."""
    path = folder / "film.mp4"
    source = "color=black:s=320x180:r=25:d=0.6[a];color=white:s=320x180:r=25:d=1.4[b];[a][b]concat"
    ffmpeg.run(("-filter_complex", source, "-pix_fmt", "yuv420p", ffmpeg.file_output(path)))
    return path


def test_the_film_starts_from_its_slide_with_a_frame_of_its_own(tmp_path: Path) -> None:
    target = tmp_path / "d.pptx"
    page = sample.film_page()
    write(sample.plan(page), target, film=_film(tmp_path), progress=silent)
    shown = Presentation(str(target)).slides[0]
    video = next(s for s in shown.shapes if s.name == "film")
    assert (video.left, video.top, video.width, video.height) == (
        240 * 6350, 180 * 6350, 1440 * 6350, 810 * 6350,
    )  # fmt: skip
    assert find(video._element, ".//a:videoFile")
    with Image.open(io.BytesIO(video.image.blob)) as poster:
        light = poster.convert("L")
        assert light.getpixel((5, 5)) > 200, "taken after the first dark frames"
        width, height = light.size
        sign = [light.getpixel((width // 2 + x * height // 100, height // 2)) for x in (-8, 0)]
        assert sign[0] < 150 < sign[1], "a disc with a triangle in its middle"
    opened = Opened(target)
    slide = opened.root(opened.slides[0])
    assert find(slide, "//p:cmd[@cmd='playFrom(0.0)']//p:cTn/@dur") == ["2000"]
    assert find(slide, "//p:video/@fullScrn") == ["1"]
    assert find(slide, "//p:cMediaNode/@vol") == ["100000"]
    click = find(slide, "//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par")
    assert len(click) == 1, "« next » starts it, and leads on after its end"
    (end,) = find(click[0], ".//p:cTn[@presetClass='exit'][@nodeType='afterEffect']")
    assert find(end, ".//p:strVal/@val") == ["hidden"]
    assert find(end, ".//p:spTgt/@spid") == [str(video.shape_id)]
    assert int(find(end, "../../../p:stCondLst/p:cond/@delay")[0]) >= 2000


def test_without_a_film_pictures_are_seen_in_its_place(tmp_path: Path) -> None:
    page = sample.film_page()
    picture = sample.photo(tmp_path, "Un relais")
    under = Photo(name="photo 1", picture=picture, x=0, y=0, width=1920, height=1080)
    shown = replace(page.drawing, elements=(under, *page.drawing.elements))
    page = replace(page, drawing=shown, notes=f"{FRENCH.click_film}\n{FRENCH.let_film_run}")
    write(sample.plan(page), tmp_path / "d.pptx", film=None, progress=silent)
    slide = Presentation(str(tmp_path / "d.pptx")).slides[0]
    names = {shape.name for shape in slide.shapes}
    assert "photo 1" in names
    assert "film" not in names
    assert slide.notes_slide.notes_text_frame.text == FRENCH.film_missing


def test_a_hidden_spare_slide_shows_a_still_of_the_film(tmp_path: Path) -> None:
    spare = compose(SpareScreening("Place au film", "Ouvrir « film.mp4 »."), Staging())
    pages = (
        sample.film_page(),
        Page("secours", "film-secours", Section.FILM, "Place au film", spare, "Ouvrir le film."),
    )
    write(sample.plan(*pages), tmp_path / "d.pptx", film=_film(tmp_path), progress=silent)
    shapes = {s.name: s for s in Presentation(str(tmp_path / "d.pptx")).slides[1].shapes}
    assert shapes["image du film"].image.content_type == "image/jpeg"
    assert "film.mp4" in shapes["mention"].text_frame.text


def test_a_broken_film_is_told(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"no film")
    with pytest.raises(RenderingError) as caught:
        write(sample.plan(sample.film_page()), tmp_path / "d.pptx", film=film, progress=silent)
    assert caught.value.diagnostics[0].slug == "diaporama-film-illisible"
