"""The films and slides that a hall shows before the ceremony, made whole and looked at as a player
and a presentation program see them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import av
import numpy as np
import numpy.typing as npt
import pytest
from lxml import etree
from PIL import Image

from ceremonie.order import Edition
from ceremonie.production import Part, check, prepare, produce
from ceremonie.progress import Step

from ..conftest import BOARD
from ..music import tone, write

pytestmark = pytest.mark.slow  # a whole edition, made once

SECONDS, COUNTED = 8, 12
FRAMES, DISSOLVE = SECONDS * 25, 25
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

WALK_IN = f"""
accueil:
  secondes: {SECONDS}
  decompte: {COUNTED}
  musique: {{fichier: attente.wav, credit: Un son tenu}}
droits:
  - personne: P001
    mineur: non
    signataires: [elle-même]
    portees: [captation, salle]
    debut: 2023-01-01
    fin: 2024-12-31
generique: []
"""

Grey = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Made:
    folder: Path

    @property
    def board(self) -> Path:
        return self.folder / "storyboard.yaml"

    @property
    def edition(self) -> Path:
        return self.folder / "sortie" / "2023"

    def make(self, **options: Any) -> Edition:
        where = {"output": self.folder / "sortie", "cache": self.folder / "cache"}
        return produce(self.board, draft=True, workers=2, **{**where, **options})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("accueil")
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(folder / "photo.jpg")
    write(folder / "attente.wav", 0.3 * tone(220, 11) + 0.2 * tone(330, 11))
    board = BOARD.replace("personnes: aucune", "personnes: [P001]") + WALK_IN
    (folder / "storyboard.yaml").write_text(
        board.replace("film, cloture", "film, cloture, generique")
    )
    place = Made(folder)
    told: list[tuple[Step, float]] = []
    place.make(progress=lambda step, part: told.append((step, part)))
    decks = [part for step, part in told if step is Step.DECK]
    assert decks == sorted(decks), "the decks are one step"
    return place


def frames(film: Path) -> Iterator[Grey]:
    with av.open(str(film)) as opened:
        for frame in opened.decode(video=0):
            yield frame.to_ndarray(format="gray")[::4, ::4].astype(np.float32)


def samples(film: Path) -> Grey:
    with av.open(str(film)) as opened:
        heard = [frame.to_ndarray()[0] for frame in opened.decode(audio=0)]
    return np.concatenate(heard)


def parts(deck: Path, folder: str) -> dict[str, Any]:
    with ZipFile(deck) as archive:
        names = [name for name in archive.namelist() if name.startswith(folder)]
        return {name: etree.fromstring(archive.read(name)) for name in names if "_rels" not in name}


def test_the_loop_has_no_jump_where_it_begins_again(made: Made) -> None:
    """The seam dissolves as every other page does."""
    seen = list(frames(made.edition / "accueil.mp4"))
    assert len(seen) % FRAMES == 0
    assert len(seen) > 2 * FRAMES
    changed = []
    for start in range(0, len(seen), FRAMES):
        before, first, middle, whole = (
            seen[start - 1], seen[start], seen[start + DISSOLVE // 2], seen[start + 2 * DISSOLVE],
        )  # fmt: skip
        way = np.abs(whole - before).mean()
        changed.append((np.abs(first - before).mean() / way, np.abs(middle - before).mean() / way))
    assert np.ptp(changed, axis=0).max() < 0.08
    assert 0.3 < np.mean([middle for _, middle in changed]) < 0.7


def test_what_is_heard_goes_on_where_the_loop_begins_again(made: Made) -> None:
    """No click, no hole: the wave at the seam is as smooth and as loud as elsewhere."""
    film = made.edition / "accueil.mp4"
    heard, count = samples(film), sum(1 for _ in frames(film)) * 24_000 // 25
    assert len(heard) >= count
    around = np.concatenate((heard[count - 4800 : count], heard[:4800]))
    steps = np.abs(np.diff(around, 2))[4700:4900]
    assert steps.max() < 0.1 * np.sqrt((around**2).mean())
    loudness = [np.sqrt((piece**2).mean()) for piece in (around[4560:5040], heard[10_000:14_000])]
    assert 0.6 < loudness[0] / loudness[1] < 1.6


def test_the_slides_come_by_themselves_for_ever(made: Made) -> None:
    deck = made.edition / "accueil.pptx"
    (show,) = parts(deck, "ppt/presProps.xml")["ppt/presProps.xml"].iter(f"{P}showPr")
    assert show.get("loop") == "1"
    assert [child.tag for child in show] == [f"{P}kiosk", f"{P}sldAll"]
    slides = parts(deck, "ppt/slides/slide")
    for slide in slides.values():
        found = list(slide.iter(f"{P}transition"))
        assert len(found) == 2
        assert {(one.get("advClick"), one.get("advTm")) for one in found} == {("0", "8000")}
        assert not list(
            slide.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick")
        )


def test_the_ceremony_itself_waits_for_a_click(made: Made) -> None:
    deck = made.edition / "diaporama.pptx"
    assert not list(parts(deck, "ppt/presProps.xml")["ppt/presProps.xml"].iter(f"{P}showPr"))
    slides = parts(deck, "ppt/slides/slide")
    assert not [
        one for s in slides.values() for one in s.iter(f"{P}transition") if one.get("advTm")
    ]
    hidden = [s for s in slides.values() if s.get("show") == "0"]
    said = " ".join(word for slide in hidden for word in slide.itertext())
    assert "reprend dans un instant" in said.replace("\xa0", " ")


def test_the_countdown_steps_once_a_second_and_ends_on_the_title(made: Made) -> None:
    seen = list(frames(made.edition / "decompte.mp4"))
    assert len(seen) == (COUNTED + 10) * 25
    assert not np.abs(seen[24] - seen[0]).any()
    assert np.abs(seen[25] - seen[0]).max() > 50
    title = list(frames(made.edition / "accueil.mp4"))[2 * DISSOLVE]
    assert np.abs(seen[-1] - title).mean() < 2
    assert np.abs(seen[COUNTED * 25 - 1] - title).mean() > 20


def test_the_card_is_as_wide_as_a_projector(made: Made) -> None:
    assert Image.open(made.edition / "carton.png").size == (1920, 1080)


def test_who_is_seen_there_is_found_again(made: Made) -> None:
    manifest = json.loads((made.edition / "manifeste.json").read_text("utf-8"))
    files = {one["fichier"] for one in manifest["personnes"]["P001"]}
    assert {"accueil.pptx", "accueil.mp4"} <= files
    assert {"accueil.pptx", "accueil.mp4", "decompte.mp4", "carton.png"} <= {*manifest["sorties"]}


def test_its_own_music_is_credited_and_told_to_whoever_declares_it(made: Made) -> None:
    plan = prepare(made.board, cache=made.folder / "cache")
    assert plan.welcome
    assert [track.entry.file for track in plan.welcome.loop.tracks] == ["attente.wav"]
    written = [
        e.text
        for s in plan.shots
        if s.kind == "generique"
        for e in s.drawing.elements
        if hasattr(e, "text")
    ]
    assert "Un son tenu" in " ".join(written)


def test_a_deck_made_alone_keeps_the_films_that_still_are_true(made: Made) -> None:
    loop, countdown = made.edition / "accueil.mp4", made.edition / "decompte.mp4"
    before = loop.read_bytes()
    made.make(only=Part.DECK)
    assert loop.read_bytes() == before
    text = made.board.read_text("utf-8")
    made.board.write_text(text.replace(f"secondes: {SECONDS}", "secondes: 9"), "utf-8")
    told = made.make(only=Part.DECK).diagnostics
    (changed,) = [d for d in told if d.slug == "accueil-a-refaire"]
    assert "n'est plus là" in changed.message
    first = made.make(only=Part.DECK, output=made.folder / "neuve").diagnostics
    not_yet = [d.message for d in first if d.slug == "accueil-a-refaire"]
    assert len(not_yet) == 2
    assert all("n'est pas encore fait" in message for message in not_yet)
    assert not loop.exists()
    assert countdown.exists()
    assert (made.edition / "accueil.pptx").exists()


def test_music_that_is_not_there_is_told_as_that_of_the_film(made: Made) -> None:
    text = made.board.read_text("utf-8")
    lost = made.folder / "perdue.yaml"
    lost.write_text(text.replace("attente.wav", "absente.wav"), "utf-8")
    (told,) = [d for d in check(lost) if d.slug == "media-introuvable"]
    assert told.path == ("accueil", "musique", "fichier")
