"""An edition is made again from its bag alone, and says what of it is the same."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie import desk
from ceremonie.diagnostics import ExitCode
from ceremonie.edition import manifest
from ceremonie.rebuilding import unpacking

from .conftest import House, resealed, told

EPOCH = "SOURCE_DATE_EPOCH"
WITHDRAWN = "\npublication: {retraits: [{personne: P012, date: 2024-02-01}]}\n"


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_bytes_come_out_where_the_key_to_names_still_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And an interruption leaves nothing by half: the next run makes it."""
    before = bytes_of(house.bag)
    with monkeypatch.context() as patch:
        patch.setattr(desk, "produce", _interrupted)
        stopped = house.run(house.away, "--storyboard", house.board)
    assert stopped.code == ExitCode.INTERRUPTED
    assert not house.again.exists()
    done = house.run(house.away, "--storyboard", house.board, "--json")
    assert done.code == ExitCode.DONE, done.err
    facts = json.loads(done.out)
    assert {one["verdict"] for one in facts["fichiers"]} == {"identique"}
    assert bytes_of(house.again) == bytes_of(house.away / "data" / "edition")
    assert facts["diagnostics"] == facts["versions"] == []
    assert bytes_of(house.bag) == before
    assert house.left_behind() == ["2023-archive-refaite"]


def _interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_without_anything_but_the_bag_what_needs_the_key_is_left_and_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a zip, with another version of a library."""
    here = dict(manifest.tools()) | {"pillow": "99.0"}
    monkeypatch.setattr(manifest, "tools", lambda: here)
    archived = shutil.make_archive(str(house.away), "zip", house.away.parent, house.away.name)
    shutil.rmtree(house.away)
    done = house.run(Path(archived))
    assert done.code == ExitCode.DONE, done.err
    for slug in ("refaire-sans-registre", "refaire-clef", "refaire-versions"):
        assert f"[{slug}]" in done.err
    assert "« interne »" in done.err
    assert "ici 99.0" in done.err
    assert (
        f"pillow=={manifest.contents(house.bag / 'data/edition')['outils']['pillow']}" in done.out
    )
    assert "-m pip install --no-deps" in done.out
    again, sealed = bytes_of(house.again), bytes_of(house.bag / "data" / "edition")
    assert not [name for name in again if name.startswith("interne/")]
    apart = {name for name in again if again[name] != sealed[name]}
    assert apart == {"contenu.json", "manifeste.json", "rapport.json", "rapport.html"}


def test_code_in_the_bag_is_run_only_where_that_is_said(house: House) -> None:
    entered = manifest.contents(house.away / "data/edition")["entrees"]
    (house.away / "data/sources/2023/scene.py").write_text("raise SystemExit", "utf-8")
    told(house.away, entrees=entered | {"scene.py": "0" * 64})
    resealed(house.away)
    refused = house.run(house.away)
    assert (refused.code, "--code-local" in refused.err) == (ExitCode.USAGE, True)
    assert "[refaire-code]" in refused.err
    assert "scene.py" in refused.err


def test_who_has_withdrawn_since_is_not_shown_once_more(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.board.write_text(house.board.read_text("utf-8") + WITHDRAWN, "utf-8")
    refused = house.run(house.away, "--storyboard", house.board)
    assert refused.code == ExitCode.USAGE
    assert "[refaire-retrait]" in refused.err
    assert "P012" in refused.err
    packed = shutil.make_archive(str(house.away), "zip", house.away)
    assert "[refaire-retrait]" in house.run(Path(packed), "--storyboard", house.board).err
    assert house.left_behind() == [Path(packed).name], "nothing of what was unpacked"
    found = house.run(house.bag)
    assert "[refaire-retrait]" in found.err
    monkeypatch.setattr(desk, "produce", lambda *_, **__: None)
    told_so = house.run(house.away, "--storyboard", house.board, "--malgre-retrait")
    assert "[refaire-retrait-passe]" in told_so.err


def test_what_stayed_at_home_is_named(house: House) -> None:
    (house.away / "data/sources/2023/photo.jpg").unlink()
    resealed(house.away)
    refused = house.run(house.away)
    assert refused.code == ExitCode.USAGE
    assert "[refaire-sans-source]" in refused.err
    assert "photo.jpg" in refused.err
    assert "clef.csv" not in refused.err


def test_a_file_that_comes_out_otherwise_is_told_and_the_exit_code_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever `produire` would have made of it."""

    def make(_: Path, *, output: Path, **__: object) -> None:
        edition = output / "2023"
        shutil.copytree(house.bag / "data" / "edition", edition, dirs_exist_ok=True)
        page = edition / "transcription.html"
        page.write_text(page.read_text("utf-8").replace("Créteil", "Vitry"), "utf-8")
        (edition / "prompteur.html").unlink()

    monkeypatch.setattr(desk, "produce", make)
    done = house.run(house.away, "--storyboard", house.board, "--json")
    assert done.code == ExitCode.CHECK
    verdicts = {one["fichier"]: one["verdict"] for one in json.loads(done.out)["fichiers"]}
    faults = {name: verdict for name, verdict in verdicts.items() if verdict != "identique"}
    assert faults == {"transcription.html": "different", "prompteur.html": "manquant"}


@pytest.mark.parametrize("where", ["data/sources/2023/photo.jpg", "data/edition/film.mp4"])
def test_a_bag_that_is_not_as_it_was_sealed_is_not_made_again(house: House, where: str) -> None:
    file = house.away / where
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    refused = house.run(house.away)
    assert refused.code == ExitCode.CHECK
    assert where in refused.err
    assert "[refaire-abimee]" in refused.err
    assert not house.again.exists()


@pytest.mark.parametrize(
    "to", ["2023-archive/refaite", "2023-archive/data/sources/x", "absent/refaite", "2023-archive"]
)
def test_nothing_is_written_into_a_bag_or_over_anything(house: House, to: str) -> None:
    before = bytes_of(house.away)
    refused = house.run(house.away, "--vers", to)
    assert refused.code == ExitCode.USAGE
    assert bytes_of(house.away) == before


def _zip(path: Path, *files: tuple[str | zipfile.ZipInfo, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sac/bagit.txt", "BagIt-Version: 1.0\n")
        for name, data in files:
            archive.writestr(name, data)


def _linked(path: Path) -> None:
    link = zipfile.ZipInfo("sac/lien")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    _zip(path, (link, b"/etc/passwd"))


def _tar(kind: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with tarfile.open(path, "w") as archive:
            data = tarfile.TarInfo("sac/bagit.txt")
            archive.addfile(data, io.BytesIO(b""))
            link = tarfile.TarInfo("sac/lien")
            link.type, link.linkname = kind, "../../dehors"
            archive.addfile(link)

    return write


HOSTILE: dict[str, Callable[[Path], None]] = {
    "above": lambda path: _zip(path, ("sac/../../dehors.txt", b"x")),
    "absolute": lambda path: _zip(path, ("/tmp/dehors.txt", b"x")),
    "a drive": lambda path: _zip(path, ("C:/dehors.txt", b"x")),
    "reserved": lambda path: _zip(path, ("sac/NUL.txt", b"x")),
    "twice": lambda path: _zip(path, ("sac/A.txt", b"x"), ("sac/a.TXT", b"y")),
    "in a file": lambda path: _zip(path, ("sac/a", b"x"), ("sac/a/b", b"y")),
    "bomb": lambda path: _zip(path, ("sac/zeros", bytes(30_000_000))),
    "link": _linked,
    "tar link": _tar(tarfile.SYMTYPE),
    "tar hard link": _tar(tarfile.LNKTYPE),
    "tar device": _tar(tarfile.CHRTYPE),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_archive_that_nobody_should_open_is_not(house: House, kind: str) -> None:
    path = house.away.with_name("recu.zip")
    HOSTILE[kind](path)
    refused = house.run(path)
    assert refused.code == ExitCode.USAGE
    assert "[refaire-dangereux]" in refused.err
    outside = {one.name for one in house.away.parents[1].rglob("*") if one.is_file()}
    assert not outside & {"dehors.txt", "dehors", "zeros"}


@pytest.mark.parametrize("name", ["../../dehors", "/tmp/dehors", "C:\\dehors", "..", ""])
def test_an_edition_whose_name_leads_elsewhere_is_not_made_again(house: House, name: str) -> None:
    told(house.away, edition=name)
    resealed(house.away)
    refused = house.run(house.away)
    assert (refused.code, "[refaire-sac]" in refused.err) == (ExitCode.USAGE, True)


def test_the_moment_that_files_tell_is_that_of_the_edition(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    instants = []
    monkeypatch.setattr(desk, "produce", lambda *_, **__: instants.append(os.environ.get(EPOCH)))
    monkeypatch.setenv(EPOCH, "7")
    house.run(house.away)
    told(house.away, environnement={EPOCH: "1700000000"})
    resealed(house.away)
    house.run(house.away, "--vers", "encore")
    assert instants == [None, "1700000000"]
    assert os.environ[EPOCH] == "7"


def test_a_folder_with_a_link_is_no_bag_of_ours(house: House) -> None:
    try:
        (house.away / "data" / "lien").symlink_to(house.board)
    except OSError:
        pytest.skip("this system makes no links")
    assert "[refaire-dangereux]" in house.run(house.away).err


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 et rien de plus", bytes(2048), b"texte"])
def test_what_is_no_bag_is_told(house: House, data: bytes) -> None:
    path = house.away.with_name("recu.tar")
    path.write_bytes(data)
    assert "[refaire-sac]" in house.run(path).err
    assert "[refaire-introuvable]" in house.run(path.with_name("absent")).err


def test_the_room_is_counted_first(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "free_bytes", lambda _: 1000)
    refused = house.run(house.away)
    assert (refused.code, "[refaire-place]" in refused.err) == (ExitCode.MACHINE, True)
    packed = Path(shutil.make_archive(str(house.away.with_name("recu")), "zip", house.away))
    assert "[refaire-place]" in house.run(packed).err
    assert not list(packed.parent.glob(".recu*"))
