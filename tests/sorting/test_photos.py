"""`ceremonie photos`: new photos and clips find their day, none twice; nothing is overwritten."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from ceremonie.cli import main
from ceremonie.desk import sort_photos
from ceremonie.diagnostics import MachineError, UsageError
from ceremonie.production import check
from ceremonie.sorting import copying
from ceremonie.sorting.dating import of_name
from ceremonie.sorting.door import Sorted
from ceremonie.storyboard import read
from ceremonie.storyboard.template import new_edition

SAMPLE = Path(__file__).parents[2] / "assets" / "2023"
PHOTOS = sorted((SAMPLE / "photos").glob("*.jpg"))
CLIP = SAMPLE / "extraits" / "atelier-cinema.mp4"
DAYS = ("2024-12-03", "2024-12-04", "2024-12-05")


@pytest.fixture(scope="module")
def seen() -> list[Image.Image]:
    """Pictures of 600 px, each another."""
    whole = [Image.open(file).convert("RGB") for file in PHOTOS]
    return [image.reduce(4) for image in whole if image.width > 2000]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """An edition from 3 to 5 December 2024."""
    return new_edition("2024", tmp_path / "assets")


@pytest.fixture
def card(tmp_path: Path) -> Path:
    folder = tmp_path / "Carte de Zoé"
    folder.mkdir()
    return folder


@pytest.fixture
def sorting(board: Path, card: Path, cache: Path) -> Callable[..., Sorted]:
    def sort(folder: Path = card, **options: object) -> Sorted:
        return sort_photos(board, folder, cache=cache, **options)  # type: ignore[arg-type]

    return sort


def save(image: Image.Image, file: Path, taken: str = "", device: str = "", q: int = 90) -> None:
    exif = Image.Exif()
    if taken:
        exif[0x0110] = device
        exif.get_ifd(0x8769)[0x9003] = taken.replace("-", ":")
    image.save(file, quality=q, exif=exif)


def waiting(board: Path) -> list[list[str]]:
    """The files of `a_classer`, day by day."""
    days = read(board).source.data["jours"]
    return [[entry["fichier"] for entry in day.get("a_classer", ())] for day in days]


def files(board: Path) -> list[str]:
    folder = board.parent
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*.*") if f.is_file())


def slugs(sorted_: Sorted) -> list[str]:
    return [d.slug for d in sorted_.diagnostics]


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("IMG_20241203_101500", "2024-12-03 10:15:00"),
        ("20241203_101500(1)", "2024-12-03 10:15:00"),
        ("VID-20241203-WA0001", "2024-12-03"),
        ("WhatsApp Image 2024-12-03 at 10.15.00 (2)", "2024-12-03 10:15:00"),
        ("\u200eWhatsApp Video 2024-12-03 at 1.15.00\u202fPM", "2024-12-03 13:15:00"),
        ("Image WhatsApp 2024-12-03 à 10.15.00_ab12", "2024-12-03 10:15:00"),
        ("Capture d’écran 2024-12-03 à 10.15.00", "2024-12-03 10:15:00"),
        ("Screenshot_20241203-101500_Chrome", "2024-12-03 10:15:00"),
        ("signal-2024-12-03-10-15-00-123", "2024-12-03 10:15:00"),
        ("photo_2024-12-03_10-15-00", "2024-12-03 10:15:00"),
        ("03.12.2024 10h15 gymnase", "2024-12-03 10:15:00"),
        ("IMG-20241303-WA0001", None),
        ("DSC_0042", None),
        ("1733217300000", None),
    ],
)
def test_names_of_phones_and_messengers_tell_the_day_and_the_hour(
    name: str, moment: str | None
) -> None:
    told = of_name(name)
    assert (told and (str(told.moment) if told.time else str(told.day))) == moment


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is set on POSIX")
def test_hours_in_utc_become_those_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    told = of_name("PXL_20241203_091500123")
    monkeypatch.undo()
    time.tzset()
    assert told
    assert str(told.moment) == "2024-12-03 10:15:00"


def test_photos_and_clips_go_to_the_day_of_their_camera_their_container_or_their_name(
    board: Path, card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    import pillow_heif

    save(seen[0], card / "DSC_1.JPG", "2024-12-03 17:45:10")
    save(seen[1], card / "IMG_20241203_101500.jpg")
    save(seen[2], card / "soirée.jpg", "2024-12-06 01:30:00")  # the evening of the 5th goes on
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2024:12:04 09:00:00"
    pillow_heif.from_pillow(seen[3]).save(card / "IMG_7.heic", exif=exif.tobytes())
    shutil.copy(CLIP, card / "VID-20241204-WA0003.mp4")
    before = board.read_text("utf-8")
    made = sorting()
    assert [len(day) for day in waiting(board)] == [2, 2, 1]
    assert [name[7:24] for name in waiting(board)[0]] == ["2024-12-03-10h15-", "2024-12-03-17h45-"]
    assert [Path(name).suffix for name in waiting(board)[1]] == [".mp4", ".heic"]
    copied = {name for day in waiting(board) for name in day}
    assert copied == {name for name in files(board) if name.startswith("photos/")}
    kept = [line for line in board.read_text("utf-8").splitlines() if "photos/2" not in line]
    assert [line for line in kept if "a_classer" not in line] == before.splitlines()
    assert (
        made.summary[0] == "Jour 1 (3 décembre 2024)\u00a0: 2 photos, de 10\u00a0h\u00a015 à "
        "17\u00a0h\u00a045"
    )
    assert made.diagnostics == ()


def test_running_twice_changes_nothing_and_what_was_erased_does_not_come_back(
    board: Path, card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    for number, image in enumerate(seen[:3]):
        save(image, card / f"{number}.jpg", f"2024-12-03 1{number}:00:00")
    sorting()
    text, there = board.read_text("utf-8"), files(board)
    assert sorting().empty
    erased = "".join(
        line for line in text.splitlines(keepends=True) if waiting(board)[0][1] not in line
    )
    board.write_text(erased, "utf-8")
    again = sorting()
    assert again.empty
    assert any(line.startswith("Déjà dans le dossier") for line in again.summary)
    assert board.read_text("utf-8") == erased
    assert files(board) == there


def test_a_messengers_copy_is_the_same_picture_and_the_better_one_is_kept(
    board: Path, card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    messages = card / "WhatsApp reçus"
    messages.mkdir()
    for number, image in enumerate(seen[:4]):
        save(image, card / f"DSC_{number}.JPG", f"2024-12-03 1{number}:00:00")
        small = image.copy()
        small.thumbnail((400, 400))
        save(small, messages / f"IMG-20241204-WA000{number}.jpg", q=55)
    made = sorting()
    assert [len(day) for day in waiting(board)] == [4, 0, 0]
    assert made.arrangement.doubles == 4
    copies = [Image.open(board.parent / name).width for name in waiting(board)[0]]
    assert copies == [image.width for image in seen[:4]]


def test_a_better_copy_replaces_what_waits_and_is_proposed_for_what_is_shown(
    board: Path, card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    for number, image in enumerate(seen[:2]):
        small = image.copy()
        small.thumbnail((400, 400))
        save(small, card / f"IMG-2024120{number + 3}-WA0001.jpg", q=55)
    sorting()
    (first,), (second,), _ = waiting(board)
    shown = f"        medias:\n          - fichier: {first}\n            personnes: aucune\n"
    text = board.read_text("utf-8").replace(f"    a_classer:\n      - fichier: {first}\n", "")
    board.write_text(
        text.replace("        titre: Boxe", "        titre: Boxe").replace(
            "        commune: Créteil\n", f"        commune: Créteil\n{shown}", 1
        ),
        "utf-8",
    )
    for number, image in enumerate(seen[:2]):
        save(image, card / f"{number}.jpg", f"2024-12-0{number + 3} 10:00:00")
    made = sorting()
    assert slugs(made) == ["photos-meilleure"]
    assert waiting(board)[1] != [second]
    assert Image.open(board.parent / waiting(board)[1][0]).width == seen[1].width
    assert first in board.read_text("utf-8")
    assert (board.parent / second).is_file()
    assert sorting().empty


def test_photos_of_a_burst_are_not_the_same(
    board: Path, card: Path, sorting: Callable[..., Sorted]
) -> None:
    """Pictures of a clip that lie a fifth of a second apart stand for those of a burst."""
    import av

    with av.open(str(CLIP)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in {0, 5, 10, 15}:
                frame.to_image().save(card / f"IMG_20241203_10150{number % 10}{number}.jpg")
            if number == 15:
                break
    sorting()
    assert len(waiting(board)[0]) == 4


def test_what_finds_no_day_is_told_in_one_line_each_and_goes_to_the_day_that_is_chosen(
    board: Path, card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    save(seen[0], card / "DSC_1.jpg")
    save(seen[1], card / "DSC_2.jpg", "1970-01-01 00:00:00", "Vieil appareil")
    save(seen[2], card / "DSC_3.jpg", "2023-05-01 10:00:00")
    save(seen[3], card / "DSC_4.jpg", f"{dt.date.today().year + 3}-05-01 10:00:00")
    (card / "DSC_5.jpg").write_bytes((card / "DSC_1.jpg").read_bytes()[:2000])
    (card / "DSC_6.CR2").write_bytes(b"raw")
    (card / ".cache.jpg").write_bytes(b"hidden")
    made = sorting()
    assert sorted(slugs(made)) == [
        "photos-abimees",
        "photos-autre-jour",
        "photos-format",
        "photos-horloge",
        "photos-sans-date",
    ]
    assert made.empty
    assert waiting(board) == [[], [], []]
    assert len(sorting(day="Jour 2").arrangement.placed) == 4
    assert [len(day) for day in waiting(board)] == [0, 4, 0]
    with pytest.raises(UsageError, match="photos-jour"):
        sorting(day="2024-12-24")


def test_two_cameras_with_other_clocks_are_told_with_their_spans(
    card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    for number, image in enumerate(seen[:4]):
        device, hour = ("Canon EOS R6", 10) if number % 2 else ("iPhone 12", 9)
        save(image, card / f"{number}.jpg", f"2024-12-03 {hour}:0{number}:00", device)
    assert [line for line in sorting().summary if "fois" in line] == [
        "  Canon EOS R6, 2 fois, le 3 décembre 2024, de 10\u00a0h\u00a001 à 10\u00a0h\u00a003",
        "  iPhone 12, 2 fois, le 3 décembre 2024, de 9\u00a0h\u00a000 à 9\u00a0h\u00a002",
    ]


def test_a_run_that_was_interrupted_is_gone_on_with(
    board: Path,
    card: Path,
    sorting: Callable[..., Sorted],
    seen: list[Image.Image],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number, image in enumerate(seen[:3]):
        save(image, card / f"{number}.jpg", f"2024-12-03 1{number}:00:00")
    with monkeypatch.context() as patched:
        copy = copying._copy
        left = iter([None])

        def once(*given: object) -> None:
            if next(left, "no more") == "no more":
                raise KeyboardInterrupt
            copy(*given)  # type: ignore[arg-type]

        patched.setattr(copying, "_copy", once)
        with pytest.raises(KeyboardInterrupt):
            sorting()
    text = board.read_text("utf-8")
    assert len(waiting(board)[0]) == 3
    assert len([name for name in files(board) if name.startswith("photos/")]) == 1
    made = sorting()
    assert len(made.arrangement.copies) == 2
    assert board.read_text("utf-8") == text
    assert set(waiting(board)[0]) <= set(files(board))


def test_a_full_disk_is_told_before_anything_is_written_and_while_copying(
    board: Path,
    card: Path,
    sorting: Callable[..., Sorted],
    seen: list[Image.Image],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save(seen[0], card / "a.jpg", "2024-12-03 10:00:00")
    text = board.read_text("utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(copying, "SPARE", 1 << 60)
        with pytest.raises(MachineError, match="photos-place"):
            sorting()
    assert board.read_text("utf-8") == text
    with monkeypatch.context() as patched:

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        patched.setattr(copying, "_copy", full)
        with pytest.raises(MachineError, match="disque-plein"):
            sorting()
    sorting()
    assert set(waiting(board)[0]) <= set(files(board))


def test_the_editions_own_folder_is_sorted_in_place(
    board: Path, sorting: Callable[..., Sorted], seen: list[Image.Image]
) -> None:
    folder = board.parent / "photos"
    folder.mkdir()
    save(seen[0], folder / "Élèves au gymnase.jpg", "2024-12-04 10:00:00")
    assert sorting(folder=folder).arrangement.copies == []
    assert waiting(board) == [[], ["photos/Élèves au gymnase.jpg"], []]
    assert sorting(folder=board.parents[1]).empty


def test_what_waits_is_not_judged_and_told_in_one_line(
    board: Path, card: Path, sorting: Callable[..., Sorted], seen: list[Image.Image], cache: Path
) -> None:
    for number, image in enumerate(seen[:2]):
        save(image, card / f"{number}.jpg", f"2024-12-03 1{number}:00:00")
    sorting()
    (board.parent / waiting(board)[0][0]).unlink()
    told = {d.slug: d for d in check(board, cache=cache)}
    note = told.pop("medias-a-classer")
    assert told.keys() == {"a-remplacer", "exemples-du-modele"}  # of the model that it was begun by
    assert note.message.startswith("2 photos ou vidéos attendent")


def test_the_command_tells_what_it_would_do_and_does_it(
    board: Path,
    card: Path,
    cache: Path,
    seen: list[Image.Image],
    capsys: pytest.CaptureFixture[str],
) -> None:
    save(seen[0], card / "a.jpg", "2024-12-03 10:00:00")
    command = ["photos", str(board), str(card), "--cache", str(cache)]
    assert main([*command, "--essai"]) == 0
    assert "Rien n'est encore copié" in capsys.readouterr().out
    assert waiting(board)[0] == []
    assert main([*command, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["fichier"] for one in told["ajoutees"]] == waiting(board)[0]
    assert main(["photos", str(board), str(card / "rien")]) == 2
