"""What was found out about a file is kept while the file is as it was, and not a moment longer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from ceremonie import cache_names, unchanged
from ceremonie.diagnostics import ExitCode
from ceremonie.files import appearing
from ceremonie.media import pictures
from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.unchanged import Digests
from tests.conftest import Outcome
from tests.media.editions import Edition

Run = Callable[..., Outcome]


class Work:
    """The files that were read and decoded since it was last asked."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.decoded: list[str] = []
        digest_of, examine = unchanged.digest_of, pictures.examine

        def reading(path: Path) -> str:
            self.read.append(path.name)
            return digest_of(path)

        def decoding(file: Path, name: str, **how: bool) -> Examination:
            self.decoded.append(file.name)
            return examine(file, name, **how)

        patch.setattr(unchanged, "digest_of", reading)
        patch.setattr(pictures, "examine", decoding)

    def done(self) -> tuple[list[str], list[str]]:
        told = sorted(self.read), sorted(self.decoded)
        self.read, self.decoded = [], []
        return told


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


def photo(edition: Edition, name: str, colour: str = "red", age: int = 60) -> Path:
    """A picture that was last changed `age` seconds ago; equal colours make equal bytes."""
    file = edition.folder / name
    Image.new("RGB", (64, 48), colour).save(file)
    aged(file, age)
    return file


def aged(file: Path, age: int) -> None:
    then = file.stat().st_mtime - age
    os.utime(file, (then, then))


def board(edition: Edition, *names: str) -> Path:
    return edition.reading(*({"fichier": name, "alt": "Un essai"} for name in names)).path


def verified(ceremonie: Run, path: Path) -> list[str]:
    """The slugs and messages of what is told."""
    outcome = ceremonie("verifier", path, "--json", "--cache", path.parents[1] / "c")
    told = json.loads(outcome.out)["diagnostics"]
    return [f"{d['code']} : {d['message']}" for d in told if d["gravite"] == "erreur"]


def test_each_file_is_read_and_decoded_once_and_not_at_all_the_next_time(
    ceremonie: Run, edition: Edition, work: Work
) -> None:
    photo(edition, "a.png", "red")
    photo(edition, "b.png", "blue")
    path = board(edition, "a.png", "b.png", "./a.png", "b.png")
    assert verified(ceremonie, path) == []
    assert work.done() == (["a.png", "b.png"], ["a.png", "b.png"])
    assert verified(ceremonie, path) == []
    assert work.done() == ([], [])


def test_what_has_moved_is_read_and_not_decoded(
    ceremonie: Run, edition: Edition, work: Work
) -> None:
    photo(edition, "a.png")
    verified(ceremonie, board(edition, "a.png"))
    work.done()
    (edition.folder / "a.png").rename(edition.folder / "b.png")
    assert verified(ceremonie, board(edition, "b.png")) == []
    assert work.done() == (["b.png"], [])


@pytest.mark.parametrize("age", [30, 3600])
def test_a_file_that_was_only_touched_is_read_and_not_decoded(
    ceremonie: Run, edition: Edition, work: Work, age: int
) -> None:
    file = photo(edition, "a.png")
    path = board(edition, "a.png")
    verified(ceremonie, path)
    work.done()
    aged(file, age)
    verified(ceremonie, path)
    assert work.done() == (["a.png"], [])


def damaged(file: Path) -> bytes:
    """The head of a PNG, and as many bytes as it has."""
    data = file.read_bytes()
    return data[:45] + bytes(len(data) - 45)


def replaced_in_place(file: Path) -> None:
    file.write_bytes(damaged(file))


def replaced_by_another(file: Path) -> None:
    with appearing(file) as partial:
        partial.write_bytes(damaged(file))


def replaced_by_a_longer_one(file: Path) -> None:
    file.write_bytes(damaged(file) + bytes(10))


@pytest.mark.parametrize("age", [0, 1])
@pytest.mark.parametrize("replace", [replaced_in_place, replaced_by_another])
def test_what_was_replaced_in_the_same_instant_is_seen(
    ceremonie: Run, edition: Edition, replace: Callable[[Path], None], age: int
) -> None:
    """Its size and its time are as recorded, since they were recorded less than 2 s later."""
    file = photo(edition, "a.png", age=age)
    path, times = board(edition, "a.png"), (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    assert verified(ceremonie, path) == []
    replace(file)
    os.utime(file, ns=times)
    assert [told.partition(" ")[0] for told in verified(ceremonie, path)] == ["media-abime"]


@pytest.mark.parametrize("replace", [replaced_by_another, replaced_by_a_longer_one])
def test_another_file_or_size_is_seen_whatever_its_time(
    ceremonie: Run, edition: Edition, replace: Callable[[Path], None]
) -> None:
    file = photo(edition, "a.png")
    path, times = board(edition, "a.png"), (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    assert verified(ceremonie, path) == []
    replace(file)
    os.utime(file, ns=times)
    assert [told.partition(" ")[0] for told in verified(ceremonie, path)] == ["media-abime"]


def test_a_refusal_is_kept_and_calls_the_file_by_its_name_of_now(
    ceremonie: Run, edition: Edition, work: Work
) -> None:
    replaced_in_place(photo(edition, "a.png"))
    aged(edition.folder / "a.png", 60)
    (told,) = verified(ceremonie, board(edition, "a.png"))
    assert told.startswith("media-abime : la photo « a.png » ")
    work.done()
    (edition.folder / "a.png").rename(edition.folder / "b.png")
    assert verified(ceremonie, board(edition, "b.png")) == [told.replace("a.png", "b.png")]
    assert work.decoded == []


@pytest.mark.parametrize("cause", [MemoryError(), OSError(5, "Input/output error")])
def test_what_the_machine_is_to_blame_for_is_tried_again(
    ceremonie: Run, edition: Edition, monkeypatch: pytest.MonkeyPatch, cause: Exception
) -> None:
    photo(edition, "a.png")
    path = board(edition, "a.png")

    def failing(_: Path, name: str, **how: bool) -> Examination:
        try:
            raise cause
        except (MemoryError, OSError):
            raise UnusableError("media-abime", noun="la photo", name=name) from None

    with monkeypatch.context() as patch:
        patch.setattr(pictures, "examine", failing)
        assert len(verified(ceremonie, path)) == 1
    assert verified(ceremonie, path) == []


def test_what_was_seen_of_a_file_while_it_was_written_is_not_kept(
    ceremonie: Run, edition: Edition, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = photo(edition, "a.png")
    path, whole, examine = board(edition, "a.png"), file.read_bytes(), pictures.examine

    def interrupted(opened: Path, name: str, **how: bool) -> Examination:
        opened.write_bytes(whole[: len(whole) // 2])
        return examine(opened, name, **how)

    with monkeypatch.context() as patch:
        patch.setattr(pictures, "examine", interrupted)
        assert len(verified(ceremonie, path)) == 1
    file.write_bytes(whole)
    assert verified(ceremonie, path) == []


def flipped(data: bytes) -> bytes:
    return data[:20] + bytes([data[20] ^ 1]) + data[21:]


def halved(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize("damage", [flipped, halved, lambda _: b"", lambda _: b"[1, 2]\nx"])
def test_a_damaged_record_costs_reading_and_nothing_else(
    ceremonie: Run, edition: Edition, work: Work, damage: Callable[[bytes], bytes]
) -> None:
    photo(edition, "a.png")
    path = board(edition, "a.png")
    record = path.parents[1] / "c" / cache_names.RECORD
    verified(ceremonie, path)
    record.write_bytes(damage(record.read_bytes()))
    work.done()
    assert verified(ceremonie, path) == []
    assert work.done() == (["a.png"], [])
    assert verified(ceremonie, path) == []
    assert work.done() == ([], [])


def test_a_record_for_which_there_is_no_room_costs_reading_and_nothing_else(
    ceremonie: Run, edition: Edition, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo(edition, "a.png")
    path = board(edition, "a.png")

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(unchanged, "appearing", full)
    for _ in range(2):
        assert verified(ceremonie, path) == []
        assert work.read == ["a.png"]
        work.done()


def test_runs_at_once_keep_what_each_has_recorded(edition: Edition, work: Work) -> None:
    record = edition.folder.parent / cache_names.RECORD
    files = [photo(edition, name) for name in ("a.png", "b.png")]
    runs = [Digests(record), Digests(record)]
    for run, file in zip(runs, files, strict=True):
        run.of(file)
    for run in runs:
        run.save()
    work.done()
    later = Digests(record)
    assert [later.of(file) for file in files] == [runs[0].of(files[0]), runs[1].of(files[1])]
    assert work.done() == ([], [])


def test_two_commands_at_once_share_a_cache(edition: Edition) -> None:
    path = board(edition, *(photo(edition, f"{n}.png").name for n in range(8)))
    command = [sys.executable, "-m", "ceremonie", "verifier", str(path), "--cache"]
    runs = [
        subprocess.Popen([*command, str(edition.workspace)], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    told = [run.communicate(timeout=120)[0] for run in runs]
    assert [run.returncode for run in runs] == [ExitCode.DONE, ExitCode.DONE]
    assert told[0] == told[1]


def test_where_files_have_no_inode_size_and_time_decide(
    edition: Edition, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on some drives of Windows."""
    record, file = edition.folder.parent / cache_names.RECORD, photo(edition, "a.png")
    signature_of = unchanged.signature_of
    monkeypatch.setattr(unchanged, "signature_of", lambda path: (*signature_of(path)[:2], 0))
    for change, read in ((0, ["a.png"]), (0, []), (60, ["a.png"])):
        if change:
            aged(file, change)
        digests = Digests(record)
        digests.of(file)
        digests.save()
        assert work.done()[0] == read
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_bytes(file.read_bytes() + b"x")
    os.utime(file, ns=times)
    Digests(record).of(file)
    assert work.done()[0] == ["a.png"]


def test_a_time_ahead_of_the_clock_proves_nothing(edition: Edition, work: Work) -> None:
    record, file = edition.folder.parent / cache_names.RECORD, photo(edition, "a.png", age=-3600)
    for _ in range(2):
        digests = Digests(record)
        digests.of(file)
        digests.save()
        assert work.done()[0] == ["a.png"]


def test_whoever_has_to_be_sure_reads_in_any_case(edition: Edition, work: Work) -> None:
    record, file = edition.folder.parent / cache_names.RECORD, photo(edition, "a.png")
    digests = Digests(record)
    digests.of(file)
    digests.save()
    work.done()
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    replaced_in_place(file)
    os.utime(file, ns=times)
    later = Digests(record)
    assert later.of(file) != later.of(file, always=True)
    assert later.of(file) == later.of(file, always=True)


def test_emptying_the_cache_forgets_the_files(ceremonie: Run, edition: Edition, work: Work) -> None:
    photo(edition, "a.png")
    path = board(edition, "a.png")
    verified(ceremonie, path)
    work.done()
    ceremonie("cache", "--vider", "--cache", path.parents[1] / "c")
    assert not (path.parents[1] / "c" / cache_names.RECORD).exists()
    verified(ceremonie, path)
    assert work.done() == (["a.png"], ["a.png"])


def test_the_record_names_no_folder(ceremonie: Run, edition: Edition) -> None:
    photo(edition, "Prénom NOM.png")
    path = board(edition, "Prénom NOM.png")
    verified(ceremonie, path)
    written = (path.parents[1] / "c" / cache_names.RECORD).read_text("utf-8")
    assert "NOM" not in written
    assert edition.folder.name not in json.loads(written.rpartition("\n")[0])
