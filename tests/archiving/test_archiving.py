"""A bag holds all of an edition, proves it to others, and is never there by half."""

from __future__ import annotations

import csv
import errno
import hashlib
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import av
import pytest

from ceremonie import desk
from ceremonie.archiving import bag, door, preserving, sinks
from ceremonie.archiving.door import Wanted
from ceremonie.diagnostics import ExitCode, MachineError
from ceremonie.edition import manifest
from ceremonie.edition.folder import alone
from ceremonie.progress import Step
from ceremonie.tools import office
from ceremonie.unchanged import digest_of

from ..conftest import Outcome, require
from .conftest import NAME, SEEN, House

TOP = {
    *("LISEZMOI.txt", "bordereau.csv", "bagit.txt", "bag-info.txt"),
    *("manifest-sha512.txt", "tagmanifest-sha512.txt"),
}


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def decoded(path: str) -> str:
    """A path of a manifest, as RFC 8493 (2.1.3) says."""
    return re.sub("%(0D|0A|25)", lambda match: chr(int(match[1], 16)), path, flags=re.IGNORECASE)


def listed(folder: Path, manifest: str = "manifest-sha512.txt") -> dict[str, str]:
    lines = (folder / manifest).read_text("utf-8").splitlines()
    return {decoded(path): digest for digest, path in (line.split("  ", 1) for line in lines)}


def demand_valid(folder: Path) -> None:
    """By this test's own reading of the RFC: every file, and no other."""
    tags = listed(folder, "tagmanifest-sha512.txt")
    payload = listed(folder)
    assert {*payload, *tags, "tagmanifest-sha512.txt"} == names(folder)
    for name, digest in (payload | tags).items():
        assert hashlib.sha512((folder / name).read_bytes()).hexdigest() == digest, name


def without_percent(house: House) -> None:
    """bagit 1.8 and sha512sum do not decode what the RFC asks to be encoded."""
    shared = house.root / "assets" / "commun"
    (shared / "100 %.jpg").rename(shared / "cent.jpg")
    text = house.board.read_text("utf-8").replace("100 %.jpg", "cent.jpg")
    house.board.write_text(text, "utf-8")
    house.tell()


def test_a_bag_holds_the_edition_its_sources_and_what_explains_them(house: House) -> None:
    told = house.run()
    assert told.code == ExitCode.DONE
    assert str(Path("output/2024-archive")) in told.out
    inside = names(house.bag)
    assert inside >= TOP
    assert {n for n in inside if n.startswith("data/edition/")} == {
        f"data/edition/{name}"
        for name in (
            *("diaporama.pptx", "film.mp4", "internet/page.html"),
            *("manifeste.json", "rapport.html"),
        )
    }
    assert {n for n in inside if n.startswith("data/sources/")} == {
        "data/sources/2024/storyboard.yaml",
        "data/sources/2024/photos/été à Créteil.jpg",
        "data/sources/commun/100 %.jpg",
    }
    assert all(unicodedata.is_normalized("NFC", name) for name in inside)
    demand_valid(house.bag)
    assert not house.hidden()


def test_others_find_it_valid(house: House) -> None:
    """The Library of Congress' own library, and what every Linux has."""
    bagit = importlib.import_module("bagit")
    without_percent(house)
    assert house.run().code == ExitCode.DONE
    read = bagit.Bag(str(house.bag))
    assert read.validate()
    assert (read.version_info, set(read.algorithms)) == ((1, 0), {"sha512"})
    payload = listed(house.bag)
    octets = sum((house.bag / name).stat().st_size for name in payload)
    assert read.info["Payload-Oxum"] == f"{octets}.{len(payload)}"
    for lists in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
        command = [require("sha512sum"), "-c", "--quiet", lists]
        assert subprocess.run(command, cwd=house.bag, check=False).returncode == 0
    (house.bag / "data" / "edition" / "film.mp4").write_bytes(b"autre")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(house.bag)).validate()


def test_signs_that_a_manifest_may_not_hold_are_written_as_the_rfc_says() -> None:
    assert bag.written("data/100 %\r\n é.jpg") == "data/100 %25%0D%0A é.jpg"
    assert decoded(bag.written("%0A%25")) == "%0A%25"


def test_the_name_of_nobody_is_in_any_byte(house: House) -> None:
    house.run()
    for name in names(house.bag):
        data = (house.bag / name).read_bytes()
        assert Path(name).stem != "clef"
        for word in NAME:
            for coding in ("utf-8", "latin-1", "utf-16-le"):
                assert word.encode(coding) not in data, name
    told = json.loads((house.bag / "data/description/accords.json").read_text("utf-8"))
    (consent,) = told["accords"]
    assert (consent["personne"], consent["portees"]) == ("P012", ["captation", "salle"])


def test_a_source_that_tells_a_name_is_refused(house: House) -> None:
    text = house.board.read_text("utf-8").replace("Boxe éducative", f"Boxe avec {' '.join(NAME)}")
    house.board.write_text(text, "utf-8")
    house.tell()
    told = house.run()
    assert told.code == ExitCode.USAGE
    assert "[archive-nom]" in told.err
    assert "P012" in told.err
    assert NAME[1] not in told.err
    assert not house.bag.exists()


def test_the_slip_tells_what_resip_imports(house: House) -> None:
    house.run()
    with (house.bag / "bordereau.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["File"]: row for row in csv.DictReader(file, delimiter=";")}
    paths = {n for n in names(house.bag) if n.startswith("data/")}
    folders = {str(parent) for path in paths for parent in Path(path).parents} - {"."}
    assert rows.keys() == paths | folders
    whole = rows["data"]
    assert whole["Content.StartDate"] == "2024-12-03"
    assert whole["Content.EndDate"] == "2024-12-06"
    assert whole["Content.ArchivalAgencyArchiveUnitIdentifier"] == "1450 W 12"
    assert whole["Management.AppraisalRule.FinalAction"] == "Keep"
    assert [whole["Content.Tag.0"], whole["Content.Tag.1"]] == ["sport", "égalité"]
    assert "10 ans, jusqu'en 2034" in whole["Content.Description"]
    levels = {name: row["Content.DescriptionLevel"] for name, row in rows.items()}
    assert {name for name, level in levels.items() if level == "RecordGrp"} == folders


def test_provenance_leads_from_sources_to_outputs(house: House) -> None:
    house.run()
    told = json.loads((house.bag / "data/description/provenance.json").read_text("utf-8"))
    used = {one["prov:entity"] for one in told["used"].values()}
    made = {
        one["prov:entity"]
        for one in told["wasGeneratedBy"].values()
        if one["prov:activity"] == "etape:production"
    }
    assert "fichier:sources/2024/storyboard.yaml" in used
    assert "fichier:edition/film.mp4" in made
    assert used | made <= told["entity"].keys()
    digests = listed(house.bag)
    for facts in told["entity"].values():
        assert digests[facts["prov:location"]] == facts["fichier:sha512"]
    assert told["agent"]["programme:ffmpeg"]["programme:version"] == "7.0.2-static"


def test_the_day_of_sealing_can_be_set(house: House) -> None:
    house.run()
    text = (house.bag / "bag-info.txt").read_text("utf-8")
    assert "Bagging-Date: 2024-12-06\n" in text
    assert "Source-Organization: Communication\n" in text


def test_the_explanation_fits_every_window(house: House) -> None:
    house.run()
    text = (house.bag / "LISEZMOI.txt").read_text("utf-8-sig")
    assert max(map(len, text.splitlines())) <= 78
    assert "conservation définitive" in " ".join(text.split())
    assert "data/sources/2024/storyboard.yaml" in text


def test_what_is_there_is_never_overwritten(house: House) -> None:
    house.bag.mkdir()
    told = house.run()
    assert (told.code, list(house.bag.iterdir())) == (ExitCode.USAGE, [])
    assert "[archive-existe]" in told.err
    inside = house.run("--vers", house.edition / "archive")
    assert "[archive-dans-edition]" in inside.err
    assert "[archive-absente]" in house.run("--vers", house.root / "clé" / "sac").err


def test_two_commands_do_not_write_one_archive(house: House) -> None:
    with alone(house.bag):
        told = house.run()
    assert told.code == ExitCode.BUSY
    assert "[archive-en-cours]" in told.err


def test_a_source_that_changed_is_named(house: House) -> None:
    house.photo.write_bytes(b"une autre photo")
    told = house.run()
    assert told.code == ExitCode.USAGE
    assert "[archive-source-changee]" in told.err
    assert "été à Créteil.jpg" in told.err
    assert not house.bag.exists()
    assert not house.hidden()


def test_an_edition_that_is_made_again_meanwhile_is_not_sealed_in_two_halves(
    house: House, tmp_path: Path
) -> None:
    def made_again(step: Step, share: float) -> None:
        if step is Step.ARCHIVE and not share:
            house.tell(demande={"publics": []})

    with pytest.raises(MachineError, match="archive-changee"):
        desk.archive(
            house.edition,
            Wanted(assets=house.root / "assets"),
            cache=tmp_path,
            progress=made_again,
        )
    assert not house.bag.exists()


@pytest.mark.parametrize("name", ["../../ailleurs.txt", "photos/../../../ailleurs.txt", "/{}"])
def test_a_manifest_leads_to_no_file_elsewhere(house: House, name: str) -> None:
    elsewhere = house.root / "ailleurs.txt"
    elsewhere.write_text("à personne", "utf-8")
    name = name.format(str(elsewhere)[1:])
    facts = json.loads((house.edition / manifest.NAME).read_text("utf-8"))
    house.tell(entrees=facts["entrees"] | {name: digest_of(elsewhere)})
    told = house.run()
    assert told.code == ExitCode.USAGE
    assert "[archive-source-changee]" in told.err
    assert not house.bag.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_no_utf_8_is_sealed_under_one_that_is(house: House) -> None:
    Path(os.fsdecode(os.fsencode(house.edition) + b"/caf\xe9.txt")).write_text("mot", "utf-8")
    told = house.run()
    assert told.code == ExitCode.DONE, told.err
    assert (house.bag / "data/edition/caf_xe9.txt").read_text("utf-8") == "mot"
    demand_valid(house.bag)


def test_a_draft_is_sealed_only_where_it_is_asked_for(house: House) -> None:
    house.tell(films={"film.mp4": {"brouillon": True}})
    assert "[archive-brouillon]" in house.run().err
    assert not house.bag.exists()
    told = house.run("--brouillon")
    assert told.code == ExitCode.DONE
    assert "[archive-brouillon-pris]" in told.err
    assert "BROUILLON" in (house.bag / "LISEZMOI.txt").read_text("utf-8-sig")


def test_who_has_withdrawn_is_in_no_archive(house: House) -> None:
    text = house.board.read_text("utf-8").replace("fin: 2025", "retrait: 2025-01-15, fin: 2025")
    house.board.write_text(text, "utf-8")
    told = house.run()
    assert told.code == ExitCode.USAGE
    assert "[archive-retrait]" in told.err
    house.tell(personnes={"P012": [SEEN | {"floute": True}]})
    told = house.run()
    assert told.code == ExitCode.DONE, told.err
    assert "[archive-sans-source]" in told.err
    assert not (house.bag / "data/sources/2024/photos").exists()
    assert "été à Créteil.jpg" in (house.bag / "LISEZMOI.txt").read_text("utf-8-sig")


def test_what_people_changed_is_taken_and_told(house: House) -> None:
    (house.edition / "diaporama.pptx").write_text("corrigé", "utf-8")
    (house.edition / "mot.txt").write_text("ajouté", "utf-8")
    told = house.run()
    assert told.code == ExitCode.DONE
    assert "[archive-modifies]" in told.err
    assert (house.bag / "data/edition/mot.txt").read_text("utf-8") == "ajouté"
    facts = json.loads((house.bag / "data/description/provenance.json").read_text("utf-8"))
    own = {n for n, one in facts["entity"].items() if one.get("fichier:modifie_a_la_main")}
    assert own == {"fichier:edition/diaporama.pptx", "fichier:edition/mot.txt"}
    demand_valid(house.bag)


def test_an_edition_that_is_not_whole_is_refused(house: House) -> None:
    (house.edition / "rapport.html").unlink()
    assert "[archive-incomplete]" in house.run().err


def test_the_storyboard_can_be_given(house: House) -> None:
    elsewhere = house.root / "travail"
    (house.root / "assets").rename(elsewhere)
    assert "[archive-sans-storyboard]" in house.run().err
    assert house.run("--storyboard", elsewhere / "2024").code == ExitCode.DONE


@pytest.mark.parametrize("form", ["zip", "tar"])
def test_an_archive_has_the_same_bytes_each_time(house: House, form: str, tmp_path: Path) -> None:
    archives = [house.root / f"{number}.{form}" for number in (1, 2)]
    torn = house.root / f".1.{form}.01234567.ecriture"
    torn.write_bytes(b"as a kill leaves it")
    for archive in archives:
        assert house.run("--forme", form, "--vers", archive).code == ExitCode.DONE
    assert archives[0].read_bytes() == archives[1].read_bytes()
    assert not [path for path in house.root.iterdir() if path.name.startswith(".")]
    if form == "zip":
        with zipfile.ZipFile(archives[0]) as opened:
            opened.extractall(tmp_path / "sac")
    else:
        with tarfile.open(archives[0]) as tar:
            tar.extractall(tmp_path / "sac", filter="data")
    demand_valid(tmp_path / "sac" / "2024-archive")
    assert "[archive-existe]" in house.run("--forme", form, "--vers", archives[0]).err


def stopped(after: int, what: BaseException) -> Callable[..., Any]:
    """A copy that is stopped once so many files are written."""
    left = [after]

    def utime(*_: Any, **__: Any) -> None:
        left[0] -= 1
        if not left[0]:
            raise what

    return utime


@pytest.mark.parametrize("after", [1, 4, 8])
def test_what_was_stopped_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    own = SimpleNamespace(utime=stopped(after, KeyboardInterrupt()), fsync=os.fsync)
    with monkeypatch.context() as patch:
        patch.setattr(sinks, "os", own)
        assert house.run().code == ExitCode.INTERRUPTED
    assert not house.bag.exists()
    (stage,) = house.hidden()
    first = stage / "data" / "edition" / "diaporama.pptx"
    place, half = first.stat().st_ino, stage / "data" / "edition" / "film.mp4"
    if after > 1:
        half.write_bytes(half.read_bytes()[:1000])  # as a kill leaves it
    (stage / "data" / "edition" / "ancien.txt").write_text("d'une autre fois", "utf-8")
    assert house.run().code == ExitCode.DONE
    assert (house.bag / "data/edition/diaporama.pptx").stat().st_ino == place
    demand_valid(house.bag)
    assert not house.hidden()


def test_a_full_disk_leaves_no_half_bag(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    own = SimpleNamespace(utime=stopped(3, full), fsync=os.fsync)
    with monkeypatch.context() as patch:
        patch.setattr(sinks, "os", own)
        told = house.run()
    assert (told.code, house.bag.exists()) == (ExitCode.MACHINE, False)
    assert "[archive-pleine]" in told.err
    with monkeypatch.context() as patch:
        patch.setattr(door, "free_bytes", lambda _: 1000)
        assert "[archive-place]" in house.run().err
    assert house.run().code == ExitCode.DONE
    demand_valid(house.bag)


def test_the_film_is_kept_without_loss(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert house.run("--film", "ffv1").code == ExitCode.DONE
    with av.open(str(house.bag / "data/conservation/film.mkv")) as film:
        assert film.format.name.startswith("matroska")
        assert film.streams.video[0].codec_context.name == "ffv1"
        assert film.streams.audio[0].codec_context.name == "flac"
        pictures = [hashlib.sha256(f.to_ndarray()).digest() for f in film.decode(video=0)]
    with av.open(str(house.edition / "film.mp4")) as film:
        shown = [hashlib.sha256(f.to_ndarray()).digest() for f in film.decode(video=0)]
    assert pictures == shown
    demand_valid(house.bag)
    monkeypatch.setattr(preserving, "_pictures", lambda path: path.suffix)
    assert "[archive-film]" in house.run("--film", "ffv1", "--vers", house.root / "autre").err


@pytest.mark.slow  # a draft is made, and LibreOffice starts
def test_a_real_edition_is_sealed(
    board: Path, ceremonie: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: shutil.which("soffice"))
    root = board.parent.parent
    cache = ("--cache", root / "cache")
    output = root / "output"
    ceremonie("produire", board, "--brouillon", "--sortie", output, *cache)
    given = ("--storyboard", board, "--brouillon")
    told = ceremonie("archiver", output / "2023", *given, *cache)
    assert told.code == ExitCode.DONE, told.err
    demand_valid(output / "2023-archive")
    described = output / "2023-archive/data/description/storyboard-resolu.json"
    manifest = json.loads((output / "2023" / "manifeste.json").read_text("utf-8"))
    assert (
        manifest["storyboard_resolu"]["sha256"]
        == hashlib.sha256(described.read_bytes()).hexdigest()
    )
    has_pages = (output / "2023-archive/data/conservation/diaporama.pdf").is_file()
    assert has_pages == (office.program() is not None)
