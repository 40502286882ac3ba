"""`ceremonie controler` of a bag: whatever became of a file, or of a list, is told at its name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from pptx import Presentation

from ceremonie.archiving.bag import MANIFEST, TAG_MANIFEST
from ceremonie.desk import control
from ceremonie.diagnostics import ExitCode

from ..conftest import Outcome
from ..integrity.corruptions import KINDS, Corruption, cut, flip, swap
from .conftest import House

FILM = "data/edition/film.mp4"


@pytest.fixture(autouse=True)
def opening(house: House) -> None:
    """The files of the edition are such as their names say."""
    Presentation().save(str(house.edition / "diaporama.pptx"))
    for name in ("rapport.html", "internet/page.html"):
        (house.edition / name).write_text("<html></html>\n", "utf-8")
    house.tell()


@pytest.fixture
def bag(house: House) -> Path:
    assert house.run().code == ExitCode.DONE
    return house.bag


def told(folder: Path) -> dict[str, str]:
    """Name in the bag → slug; a file is told once."""
    diagnostics = control(folder).diagnostics
    pairs = [
        (Path(d.place.file).absolute().relative_to(folder.absolute()).as_posix(), d.slug)
        for d in diagnostics
        if d.place
    ]
    assert len(pairs) == len(dict(pairs)) == len(diagnostics)
    return dict(pairs)


def test_a_bag_is_whole_as_it_was_sealed(house: House, ceremonie: Callable[..., Outcome]) -> None:
    """What people had changed before it was sealed is no fault of the bag."""
    (house.edition / "rapport.html").write_text("<html>corrigé</html>", "utf-8")
    house.run()
    assert told(house.bag) == {}
    (house.bag / "Thumbs.db").write_bytes(b"rubbish")
    outcome = ceremonie("controler", house.bag)
    assert outcome.code == ExitCode.DONE, outcome.out


@pytest.mark.parametrize("corruption", KINDS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_spoilt_at_random_is_named(
    bag: Path, corruption: Corruption, seed: int
) -> None:
    spoilt = corruption(bag, Random(seed))
    assert spoilt & told(bag).keys()


@pytest.mark.parametrize("name", [MANIFEST, TAG_MANIFEST, "bagit.txt", "bag-info.txt"])
def test_each_byte_of_a_list_and_of_what_declares_the_bag_counts(bag: Path, name: str) -> None:
    """And no file is called damaged that is not."""
    file = bag / name
    whole = file.read_bytes()
    random = Random(name)
    for at in random.sample(range(len(whole)), min(len(whole), 25)):
        flip(file, at, 1 << random.randrange(8))
        assert told(bag).keys() == {name}, whole[at : at + 1]
        file.write_bytes(whole)
    for size in (0, len(whole) // 2, len(whole) - 1, whole.find(b"\n") + 1):
        cut(file, size)
        assert name in told(bag), size
        file.write_bytes(whole)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        (FILM, "controle-sac-manquant"),
        ("bagit.txt", "controle-sac-manquant"),
        (MANIFEST, "controle-sac-sans-liste"),
        (TAG_MANIFEST, "controle-sac-sans-liste"),
    ],
)
def test_what_is_gone_is_told(bag: Path, name: str, slug: str) -> None:
    (bag / name).unlink()
    assert told(bag) == {name: slug}


def test_nothing_may_be_added_to_what_was_sealed(
    bag: Path, ceremonie: Callable[..., Outcome]
) -> None:
    (bag / "note.txt").write_text("à côté", "utf-8")
    assert told(bag) == {"note.txt": "controle-sac-a-cote"}
    assert ceremonie("controler", bag).code == ExitCode.DONE
    (bag / "data" / "edition" / "note.txt").write_text("dedans", "utf-8")
    assert told(bag)["data/edition/note.txt"] == "controle-sac-ajoute"
    assert ceremonie("controler", bag).code == ExitCode.CHECK


def test_what_no_longer_opens_is_called_damaged_and_what_does_changed(bag: Path) -> None:
    cut(bag / FILM, 5000)
    text = bag / "data" / "sources" / "2024" / "storyboard.yaml"
    text.write_text(text.read_text("utf-8").replace("Créteil", "Orly"), "utf-8")
    assert told(bag) == {
        FILM: "controle-sac-abime",
        "data/sources/2024/storyboard.yaml": "controle-sac-change",
    }


def test_what_has_another_name_or_another_content_is_told_with_both(bag: Path) -> None:
    (bag / FILM).rename(bag / "data" / "edition" / "final.mp4")
    swap(bag / "bagit.txt", bag / "bag-info.txt")
    assert told(bag) == {FILM: "controle-sac-renomme", "bag-info.txt": "controle-sac-echange"}


def test_a_list_never_leads_out_of_its_bag(bag: Path) -> None:
    lists = bag / MANIFEST
    lists.write_text(f"{'0' * 128}  ../voisin.txt\n" + lists.read_text("utf-8"), "utf-8")
    slugs = {one.slug for one in control(bag).diagnostics}
    assert "controle-manifeste-dehors" in slugs
    assert "controle-sac-manquant" not in slugs


def test_bags_are_found_among_editions(bag: Path) -> None:
    (bag / FILM).unlink()
    outside = Path(shutil.move(bag, bag.parents[1] / "archives" / "sac"))
    assert told(outside.parent) == {f"sac/{FILM}": "controle-sac-manquant"}
