"""`ceremonie relire`: what was corrected on slides comes back into the storyboard, and no more."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from pptx import Presentation

from ceremonie.desk import reread
from ceremonie.diagnostics import StoryboardError
from ceremonie.production import Part, produce
from tests.conftest import Outcome, require

BOARD = """\
# L'édition d'essai
edition: essai
titre: Journées de l'égalité
organisateur: Préfecture du Val-de-Marne   # qui invite
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}
jours:
  - date: 2023-11-28
    ateliers:
      # le premier
      - titre: Boxe éducative
        commune: Créteil
        lieu: gymnase
        texte: >-
          On s'échauffe à deux, puis on apprend
          à esquiver : le 3e round est joué.
        medias:
          - fichier: photo.jpg
            alt: Deux élèves en garde
            personnes: aucune
      - titre: Basket fauteuil
        commune: Orly
        texte: Quatre équipes, un seul panier !
      - titre: Percussions
        commune: Thiais
        texte: >-
          Chaque groupe reçoit un djembé et apprend trois frappes. On les répète lentement, puis
          de plus en plus vite, et l'on finit par jouer sans compter. Les plus timides tiennent la
          cloche, qui donne le départ à toute la salle. Au bout d'une heure, les collégiens et les
          seniors se répondent d'un bord à l'autre de la cour. À la fin, chacun emporte une petite
          baguette taillée dans un rameau de noisetier.
temoignages:
  - citation: On a joué tous ensemble.
    auteur: Une collégienne
  - citation: Je reviendrai.
    auteur: Un senior
deroule: [titre, jours, chiffres, temoignages, athletes, partenaires, cloture, generique]
chiffres:
  - {surtitre: Environ, valeur: 20, libelle: ateliers inclusifs}   # à compter encore
athletes:
  - {nom: Une escrimeuse, discipline: Escrime fauteuil}
partenaires:
  - {nom: Pôle emploi, rang: 1}
cloture: {titre: Merci, message: À l'an prochain sur la piste.}
generique:
  - titre: Film
    lignes: [Photos réduites ou recadrées]
"""
QUOTES = BOARD[BOARD.index("  - citation") : BOARD.index("deroule")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an edition with its deck; each test works on a copy."""
    root = tmp_path_factory.mktemp("relire")
    folder = root / "assets" / "essai"
    folder.mkdir(parents=True)
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(folder / "photo.jpg")
    (folder / "storyboard.yaml").write_text(BOARD, "utf-8")
    produce(folder, only=Part.DECK, output=root / "output", cache=root / "cache")
    return root


class Desk:
    """An edition, its deck, and the command."""

    def __init__(self, root: Path, run: Callable[..., Outcome]) -> None:
        self.root, self._run = root, run
        self.deck = root / "output" / "essai" / "diaporama.pptx"
        self.board = root / "assets" / "essai" / "storyboard.yaml"

    def reread(self, *options: str) -> Outcome:
        return self._run(
            "relire",
            self.deck,
            "--storyboard",
            self.board,
            "--cache",
            self.root / "cache",
            *options,
        )

    def applied(self) -> str:
        outcome = self.reread("--appliquer")
        assert outcome.code == 0, outcome
        return self.board.read_text("utf-8")

    def edit(self, change: Callable[[object], None]) -> None:
        presentation = Presentation(str(self.deck))
        change(presentation)
        presentation.save(str(self.deck))


@pytest.fixture
def desk(made: Path, tmp_path: Path, ceremonie: Callable[..., Outcome]) -> Desk:
    root = tmp_path / "bureau"
    shutil.copytree(made, root)
    return Desk(root, ceremonie)


def retyped(before: str, after: str) -> Callable[[object], None]:
    """As a person would: the words of one box, in one run."""

    def change(presentation) -> None:  # type: ignore[no-untyped-def]
        boxes = [
            s for slide in presentation.slides for s in leaves(slide.shapes) if s.has_text_frame
        ]
        hits = [box for box in boxes if before in words(box)]
        assert hits, before
        box = hits[0]
        box.text_frame.text = words(box).replace(before, after)

    return change


def leaves(shapes: Any) -> Iterator[Any]:
    """Those in groups too."""
    for shape in shapes:
        yield from leaves(shape.shapes) if hasattr(shape, "shapes") else (shape,)


def words(box) -> str:  # type: ignore[no-untyped-def]
    return " ".join(box.text_frame.text.replace("\v", " ").split("\n"))


def test_an_untouched_deck_changes_nothing(desk: Desk) -> None:
    outcome = desk.reread("--appliquer")
    assert outcome.code == 0
    assert "Aucune correction" in outcome.out
    assert desk.board.read_text("utf-8") == BOARD


@pytest.mark.slow
def test_nor_does_one_that_impress_has_saved_and_a_correction_made_there_comes_back(
    desk: Desk, tmp_path: Path
) -> None:
    desk.edit(retyped("ensemble", "dehors"))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [require("soffice"), profile, "--headless", "--convert-to", "pptx", "--outdir"]
    saved = tmp_path / "impress"
    subprocess.run([*command, str(saved), str(desk.deck)], check=True, capture_output=True)
    shutil.copy(saved / "diaporama.pptx", desk.deck)
    outcome = desk.reread()
    assert "avertissement [" not in outcome.err
    assert desk.applied() == BOARD.replace("tous ensemble", "tous dehors")


def test_a_corrected_text_is_shown_with_its_line_and_written_where_it_stands(desk: Desk) -> None:
    desk.edit(retyped("un seul panier", "un seul ballon et l’envie"))
    outcome = desk.reread()
    assert "storyboard.yaml, ligne 22 (diapositive " in outcome.out
    assert "  -         texte: Quatre équipes, un seul panier !" in outcome.out
    assert desk.board.read_text("utf-8") == BOARD
    assert desk.applied() == BOARD.replace("un seul panier", "un seul ballon et l'envie")


def test_of_a_text_made_of_several_values_the_one_that_changed_is_corrected(desk: Desk) -> None:
    desk.edit(retyped("gymnase", "grand gymnase"))
    assert desk.applied() == BOARD.replace("lieu: gymnase", "lieu: grand gymnase")


MANY = {
    "l'égalité": ("l’égalité", "l’amitié"),
    "Basket fauteuil": ("Basket fauteuil", "Basket assis"),
    "commune: Orly": ("Orly", "Rungis"),
    "ateliers inclusifs": ("ateliers inclusifs", "ateliers ouverts"),
    "Une collégienne": ("Une collégienne", "Une lycéenne"),
    "Escrime fauteuil": ("Escrime fauteuil", "Escrime assise"),
    "Pôle emploi": ("Pôle emploi", "France Travail"),
    "sur la piste": ("sur la piste", "sur l’eau"),
    "réduites ou recadrées": ("réduites ou recadrées", "réduites"),
}
"""What stands in the storyboard → what is retyped on the slide, and how."""


def test_texts_of_every_kind_come_back_and_the_deck_made_of_them_has_nothing_to_correct(
    desk: Desk,
) -> None:
    for before, after in MANY.values():
        desk.edit(retyped(before, after))
    wanted = BOARD
    for there, (before, after) in MANY.items():
        old, new = before.replace("’", "'"), after.replace("’", "'")
        wanted = wanted.replace(there, there.replace(old, new))
    assert desk.applied() == wanted
    folder = desk.board.parent
    produce(folder, only=Part.DECK, output=desk.root / "output", cache=desk.root / "cache")
    assert "Aucune correction" in desk.reread().out


def test_a_text_that_goes_on_on_the_next_slide_is_joined_again(desk: Desk) -> None:
    desk.edit(retyped("apprend trois frappes", "apprend quatre frappes"))
    desk.edit(retyped("rameau de noisetier", "rameau de saule"))
    changed = " ".join(desk.applied().split())
    assert "apprend quatre frappes. On les répète" in changed
    assert "une petite baguette taillée dans un rameau de saule. temoignages:" in changed


def test_our_own_words_are_left_to_be_changed_by_hand(desk: Desk) -> None:
    desk.edit(retyped("28", "29"))
    outcome = desk.reread("--appliquer")
    assert "[relire-a-la-main]" in outcome.err
    assert desk.board.read_text("utf-8") == BOARD


def test_moved_slides_move_their_entries_with_their_comments(desk: Desk) -> None:
    def change(presentation) -> None:  # type: ignore[no-untyped-def]
        slides = presentation.slides._sldIdLst
        names = ["".join(words(s) for s in one.shapes if s.has_text_frame)
                 for one in presentation.slides]  # fmt: skip
        quotes = [entry for entry, name in zip(slides, names, strict=True) if "»" in name]
        slides.remove(quotes[1])
        slides.insert(list(slides).index(quotes[0]), quotes[1])

    desk.edit(change)
    first, second = QUOTES.split("  - citation")[1:]
    swapped = f"  - citation{second}  - citation{first}"
    assert desk.applied() == BOARD.replace(f"  - citation{first}  - citation{second}", swapped)


def other_photos(data: bytes) -> Callable[[Any], None]:
    """A change that puts another photo in the place of each."""

    def change(presentation: Any) -> None:
        pictures = [s for one in presentation.slides for s in one.shapes if hasattr(s, "image")]
        assert pictures
        for picture in pictures:
            _, identity = picture.part.get_or_add_image_part(io.BytesIO(data))
            picture._element.blipFill.blip.set(
                "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed",
                identity,
            )

    return change


def test_where_the_storyboard_has_been_saved_meanwhile_nothing_is_written(desk: Desk) -> None:
    other = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(other, "JPEG")
    desk.edit(other_photos(other.getvalue()))
    corrected = reread(desk.deck, storyboard=desk.board, cache=desk.root / "cache")
    desk.board.write_text(f"{BOARD}\n# plus tard\n", "utf-8")
    with pytest.raises(StoryboardError, match="entre-temps"):
        corrected.apply()
    assert not desk.board.with_name("photo-corrigee.jpg").exists()


def test_a_changed_photo_is_saved_beside_the_old_one(desk: Desk) -> None:
    other = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(other, "JPEG")

    desk.edit(other_photos(other.getvalue()))
    outcome = desk.reread()
    assert "[relire-photo]" in outcome.err
    assert not desk.board.with_name("photo-corrigee.jpg").exists()
    assert desk.applied() == BOARD.replace("fichier: photo.jpg", "fichier: photo-corrigee.jpg")
    assert desk.board.with_name("photo-corrigee.jpg").read_bytes() == other.getvalue()
    assert desk.board.with_name("photo.jpg").exists()


def test_a_picture_that_was_added_by_hand_is_told(desk: Desk) -> None:
    other = io.BytesIO()
    Image.new("RGB", (90, 60), "teal").save(other, "PNG")
    desk.edit(lambda deck: deck.slides[0].shapes.add_picture(other, 0, 0))  # type: ignore[attr-defined]
    outcome = desk.reread("--appliquer")
    assert outcome.err.count("[relire-image-ajoutee]") == 1
    assert desk.board.read_text("utf-8") == BOARD


def test_slides_that_are_gone_or_new_are_told_and_nothing_is_lost(desk: Desk) -> None:
    def change(presentation) -> None:  # type: ignore[no-untyped-def]
        slides = presentation.slides._sldIdLst
        slides.remove(list(slides)[-1])
        added = presentation.slides.add_slide(presentation.slide_layouts[0])
        added.shapes.add_textbox(0, 0, 900000, 900000).text_frame.text = "Une page à moi"

    desk.edit(change)
    outcome = desk.reread("--appliquer")
    assert "[relire-diapositive-retiree]" in outcome.err
    assert "[relire-diapositive-ajoutee]" in outcome.err
    assert desk.board.read_text("utf-8") == BOARD


def test_what_was_typed_at_the_last_minute_is_told_with_what_keeps_it(desk: Desk) -> None:
    news = 'Le bus d\'Orly est là.\nGardez-lui : "une place".'

    def typed(presentation: Any) -> None:
        entries = list(presentation.slides._sldIdLst)
        names = [one._element.cSld.get("name") for one in presentation.slides]
        slide = presentation.slides[number := names.index("derniere-minute")]
        next(s for s in slide.placeholders if s.name == "texte").text_frame.text = news
        presentation.slides._sldIdLst.insert(1, entries[number])

    def gone(presentation: Any) -> None:
        entries = presentation.slides._sldIdLst
        entries.remove(entries[1])

    desk.edit(typed)
    (told,) = json.loads(desk.reread("--json").out)["diagnostics"]
    assert "diapositive 2" in told["message"], "only that, wherever the slide stands"
    kept = yaml.safe_load(told["aide"].partition(" : ")[2])
    assert kept == [{"type": "texte", "titre": "Dernière minute", "texte": news}]
    desk.edit(gone)
    assert json.loads(desk.reread("--json").out)["diagnostics"] == []


@pytest.mark.parametrize("named", ["output/essai/diaporama.pptx", "output/essai"])
def test_the_storyboard_is_found_by_the_manifest_beside_the_deck(
    desk: Desk, ceremonie: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(desk.root)
    outcome = ceremonie("relire", named, "--cache", desk.root / "cache")
    assert outcome.code == 0
    assert "Aucune correction" in outcome.out


def test_a_storyboard_that_has_changed_since_is_told(desk: Desk) -> None:
    desk.board.write_text(BOARD.replace("Je reviendrai.", "Je reviendrai demain."), "utf-8")
    assert "[relire-storyboard-change]" in desk.reread().err


def not_a_deck(path: Path) -> None:
    path.write_text("bonjour")


def behind_a_password(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def with_macros(path: Path) -> None:
    _rewrite(
        path, "[Content_Types].xml", lambda d: d.replace(b"presentation.main", b"macroEnabled")
    )


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def swollen(path: Path) -> None:
    _rewrite(path, "ppt/presentation.xml", lambda d: d + b" " * 30_000_000)


def of_another_edition(path: Path) -> None:
    _rewrite(path, "docProps/core.xml", lambda d: d.replace(b"ceremonie:essai", b"ceremonie:2019"))


def _rewrite(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, data)


BAD = {
    "relire-autre-format": not_a_deck,
    "relire-protege": behind_a_password,
    "relire-macros": with_macros,
    "relire-abime": cut_short,
    "relire-demesure": swollen,
    "relire-autre-edition": of_another_edition,
}


@pytest.mark.parametrize("slug", BAD)
def test_a_file_that_cannot_be_read_back_is_refused_with_words(desk: Desk, slug: str) -> None:
    BAD[slug](desk.deck)
    outcome = desk.reread("--appliquer")
    assert outcome.code == 2
    assert f"[{slug}]" in outcome.err
    assert desk.board.read_text("utf-8") == BOARD
