"""Each good build keeps the edition that it replaces, whole, and the last three."""

from __future__ import annotations

import json
import os
import shutil
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ceremonie.diagnostics import Severity
from ceremonie.edition import folder as folders
from ceremonie.edition import formers, keeping, manifest
from ceremonie.edition.beside import FORMERS
from ceremonie.edition.beside import formers as formers_of
from ceremonie.edition.folder import replacing
from ceremonie.edition.formers import Formers
from ceremonie.exchanging import exchanger
from ceremonie.unchanged import Digests, digest_of

from ..conftest import Outcome
from .test_provenance import place_of, produced

SEEN: dict[str, Any] = {"P1": [{"fichier": "film.mp4", "comment": "vu"}]}


def build(
    target: Path,
    text: str,
    kept: Formers | None = None,
    *,
    draft: bool = False,
    people: dict[str, Any] | None = SEEN,
) -> Formers:
    """An edition with one film, and what people have put there before it."""
    kept = kept or Formers(3)
    rescue = partial(keeping.rescue, digests=Digests())
    with replacing(target, "recette", rescue, kept) as staging:
        folder = staging.path
        if not staging.finished:
            (folder / "film.mp4").write_text(text)
            made = {"film.mp4": {"sha256": digest_of(folder / "film.mp4")}}
            told = {
                "edition": "2023",
                "demande": {"brouillon": draft},
                "sorties": made,
                "personnes": people,
            }
            (folder / manifest.NAME).write_text(json.dumps(told), "utf-8")
        others = keeping.kept(target, folder, ["film.mp4", manifest.NAME], Digests())
        keeping.carry(target, folder, others)
    return kept


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "output" / "2023"
    build(folder, "a")
    return folder


def kept_in(target: Path) -> list[str]:
    """What the films of former editions say, the oldest first; each is whole."""
    for folder in formers_of(target):
        assert manifest.made(folder) == {"film.mp4": digest_of(folder / "film.mp4")}
    return [(folder / "film.mp4").read_text() for folder in formers_of(target)]


def film(target: Path) -> str:
    return (target / "film.mp4").read_text()


def test_the_last_three_stay_as_they_were(target: Path) -> None:
    assert kept_in(target) == []
    for text in "bcde":
        build(target, text)
    (target / "notes.txt").write_text("à moi")
    build(target, "f")
    assert (film(target), kept_in(target)) == ("f", ["c", "d", "e"])
    names = [folder.name.partition("_")[0] for folder in formers_of(target)]
    assert names == ["0003", "0004", "0005"]
    latest = formers_of(target)[-1]
    assert (latest / "notes.txt").read_text() == (target / "notes.txt").read_text() == "à moi"
    left = {folder.name for folder in target.parent.iterdir()}
    assert left == {"2023", FORMERS}


def test_drafts_do_not_drive_out_the_last_finished_edition(target: Path) -> None:
    build(target, "b")
    for text in "cdefg":
        build(target, text, draft=True)
    assert kept_in(target) == ["b", "e", "f"]
    build(target, "h")
    assert kept_in(target) == ["e", "f", "g"], "it is no longer the last one"


def test_a_clock_that_was_set_back_costs_no_former_edition(target: Path) -> None:
    tomorrow = (target / manifest.NAME).stat().st_mtime + 86400
    os.utime(target / manifest.NAME, (tomorrow, tomorrow))
    build(target, "b")
    assert kept_in(target) == ["a"]


def test_no_byte_is_copied(target: Path) -> None:
    before = (target / "film.mp4").stat().st_ino
    build(target, "b")
    (former,) = formers_of(target)
    assert (former / "film.mp4").stat().st_ino == before


def test_the_same_again_and_none_wanted_keep_nothing(target: Path) -> None:
    build(target, "a")
    assert kept_in(target) == []
    build(target, "b")
    folders.limit(target, 0)
    assert [folder.name for folder in target.parent.iterdir()] == ["2023"]
    build(target, "c", Formers(0))
    assert [folder.name for folder in target.parent.iterdir()] == ["2023"]


def test_a_short_disk_costs_the_oldest_first(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in "bcd":
        build(target, text)
    size = formers.size_of(target)

    def free(_: Path) -> int:
        return size - 1 if len(formers_of(target)) > 1 else size

    monkeypatch.setattr(formers, "free_bytes", free)
    kept = build(target, "e")
    assert kept_in(target) == ["c", "d"]
    (told,) = kept.told(target)
    assert told.slug == "anciennes-cedees"
    assert "2 anciennes éditions de « 2023 »" in told.message


def test_one_that_the_system_does_not_let_stay_is_told(target: Path) -> None:
    (target.parent / FORMERS).write_text("à moi")
    kept = build(target, "b")
    assert (film(target), kept_in(target)) == ("b", [])
    (told,) = kept.told(target)
    assert (told.slug, told.severity) == ("ancienne-refusee", Severity.WARNING)
    assert FORMERS in told.message
    (target.parent / FORMERS).unlink()
    assert not [*build(target, "c").told(target)]
    assert kept_in(target) == ["b"]


@pytest.mark.parametrize("people", [SEEN, None], ids=["told", "not told"])
def test_none_that_shows_somebody_who_has_withdrawn_stays(
    target: Path, people: dict[str, Any] | None
) -> None:
    build(target, "b", people=people)
    kept = build(target, "c", Formers(3, {"P1"}))
    assert kept_in(target) == []
    assert [one.slug for one in kept.told(target)] == ["anciennes-retirees"]


def test_what_cannot_be_kept_does_not_spoil_the_new_one(target: Path) -> None:
    (target.parent / FORMERS).write_text("un fichier")
    build(target, "b")
    assert film(target) == "b"
    assert {path.name for path in target.parent.iterdir()} == {"2023", FORMERS}


def killed(work: Callable[[], object], at: int, patch: pytest.MonkeyPatch) -> bool:
    """Whether the work ended before the move `at` which its process is killed, just before it."""
    moves = 0

    def counted(move: Callable[..., object]) -> Callable[..., object]:
        def moving(*given: object, **named: object) -> object:
            nonlocal moves
            moves += 1
            if moves == at:
                os._exit(9)
            return move(*given, **named)

        return moving

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        patch.setattr(os, "replace", counted(os.replace))
        patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
        exchange = exchanger()
        patch.setattr(folders, "exchanger", lambda: exchange and counted(exchange))
        try:
            work()
        finally:
            os._exit(0 if moves < at else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a process is doubled")
def test_a_kill_at_any_move_leaves_every_edition_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in "bcd":
        build(target, text)
    at = 0
    while True:
        at += 1
        fresh = target.parent.parent / str(at)
        shutil.copytree(target.parent, fresh)
        copy = fresh / "2023"
        ended = killed(partial(build, copy, "e"), at, monkeypatch)
        there = [film(copy)] if copy.is_dir() else []
        assert there in (["d"], ["e"], [])
        assert kept_in(copy) in (["a", "b", "c"], ["a", "b", "c", "d"], ["b", "c", "d"])
        build(copy, "f")
        assert film(copy) == "f" or there == ["d"]
        assert kept_in(copy) in (["c", "d", "e"], ["b", "c", "d"])
        assert {path.name for path in fresh.iterdir()} == {"2023", FORMERS}
        if ended:
            break
    assert at > 5


def test_the_command_keeps_them_and_others_do_not_take_them_for_editions(
    tmp_path: Path, ceremonie: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    board = place_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    draft = ("produire", "edition", "--brouillon", "--seulement", "diaporama")
    where = ("--sortie", "sortie", "--cache", "cache")
    target = produced(board).folder
    before = (target / "diaporama.pptx").read_bytes()
    board.write_text(board.read_text("utf-8").replace("Boxe", "Lutte"), "utf-8")
    assert ceremonie(*draft, *where).code == 0
    (former,) = formers_of(target)
    assert (former / "diaporama.pptx").read_bytes() == before
    assert "Rien n'a changé" in ceremonie(*draft, *where).out
    assert formers_of(target) == [former]
    assert json.loads(ceremonie("controler", "sortie", "--json").out)["dossiers"][0][
        "dossier"
    ] == str(Path("sortie") / target.name)
    assert ceremonie("controler", former).code == 0
    assert ceremonie(*draft, *where, "--garder", "0").code == 0
    assert formers_of(target) == []
    assert "0 ou plus" in ceremonie(*draft, "--garder", "-1").err


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_links_out_of_an_edition_are_told_and_not_followed(tmp_path: Path) -> None:
    board = place_of(tmp_path)
    folder = produced(board).folder
    (tmp_path / "prive").mkdir()
    (tmp_path / "prive" / "notes.txt").write_text("secret")
    (folder / "memo.txt").write_text("à moi")
    (folder / "aussi.txt").symlink_to(folder / "memo.txt")
    (folder / "secret.txt").symlink_to(tmp_path / "prive" / "notes.txt")
    (folder / "prive").symlink_to(tmp_path / "prive")
    (tmp_path / "ailleurs.jpg").write_bytes(board.with_name("photo.jpg").read_bytes())
    (folder / "planche.jpg").symlink_to(tmp_path / "ailleurs.jpg")  # an output that was moved
    (folder / "perdu.txt").symlink_to(tmp_path / "nulle-part.txt")
    board.write_text(board.read_text("utf-8").replace("Boxe", "Judo"), "utf-8")
    made = produced(board)
    links = [one.message.split(" », ")[0] for one in made.diagnostics if one.slug == keeping.LINK]
    assert links == ["« perdu.txt", "« prive", "« secret.txt"]
    assert (folder / "memo.txt").read_text() == (folder / "aussi.txt").read_text() == "à moi"
    assert (folder / "planche.jpg").is_file()
    assert not {"secret.txt", "prive", "perdu.txt"} & {one.name for one in folder.iterdir()}
