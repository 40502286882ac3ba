"""Commands that are killed at an instant, and what has to be true afterwards, whatever the instant.

The last good edition is whole at once, without another run; the same command, run again to its end,
leaves the very bytes of a run that nobody has killed, and nothing else.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ceremonie.cache_names import KEPT
from ceremonie.desk import control
from ceremonie.edition.beside import FORMERS

SHELF = "output/index.html"
EDITION, STORYBOARD = Path("output/2023"), Path("assets/2023/storyboard.yaml")
BAG, REBUILT = Path("output/2023-archive"), Path("output/2023-archive-refaite")
MADE = ("assets", "output")
"""What people see. Beside it lie the cache, and the system's room for temporary files."""

CACHE, TEMPORARY = "cache", "temporaire"
TOLD = "dit.txt"
"""What a command has said."""

PATIENCE = 300.0
"""Seconds after which something that was to happen did not."""

LOOK = 0.004
"""Seconds between two looks at a run."""

BOARD = """\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture du Val-de-Marne
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}
publication: {debut: 2023-12-02, fin: 2024-06-30, sinon: {salle: retirer}}
audiodescription: {raison: Tout ce qui se voit est dit.}
deroule: [titre, jours, film, cloture]
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe éducative
        commune: Créteil
        medias:
          - {fichier: groupe.jpg, alt: Deux élèves en garde, personnes: [P012]}
          - {fichier: salle.jpg, alt: La salle, personnes: aucune}
droits:
  - {personne: P012, mineur: non, signataires: [elle-même], portees: [captation, salle],
     debut: 2023-01-01, fin: 2030-01-01}
"""

Contents = Mapping[str, bytes]
Instant = Callable[[Path, float], bool]
"""Whether a run in this home has come so far, some seconds after its start."""


@dataclass(frozen=True)
class Scenario:
    """A command, `words` after its name as from the home, and what `prepare` changes in a home with
    a finished edition before it is run. `may_lack` is what is not there before its end.
    """

    name: str
    words: tuple[str, ...]
    prepare: Callable[[Path], None]
    may_lack: Path | None = None


def home(folder: Path, *options: str) -> Path:
    """A storyboard, its two photos, and its edition, produced with `options`."""
    (folder / STORYBOARD).parent.mkdir(parents=True)
    (folder / TEMPORARY).mkdir()
    (folder / STORYBOARD).write_text(BOARD, "utf-8")
    for turn, name in enumerate(("groupe", "salle")):
        picture = Image.linear_gradient("L").rotate(90 * turn).resize((1440, 960))
        picture.convert("RGB").save((folder / STORYBOARD).with_name(f"{name}.jpg"))
    run(folder, ("produire", "assets/2023", *options))
    return folder


def nothing(_: Path) -> None:
    """The command finds the edition as it was produced."""


def correct(place: Path) -> None:
    """One word of the storyboard, so that its edition has to be made again."""
    board = place / STORYBOARD
    board.write_text(board.read_text("utf-8").replace("Boxe éducative", "Escrime"), "utf-8")


def scenarios(*options: str) -> tuple[Scenario, ...]:
    """Those of an edition that was produced with `options`."""
    sealing = ("2023", *(("--brouillon",) if "--brouillon" in options else ()))

    def seal(place: Path) -> None:
        run(place, ("archiver", *sealing))

    return (
        Scenario("produire", ("assets/2023", *options), correct),
        Scenario("archiver", sealing, nothing, BAG),
        Scenario("archiver-zip", (*sealing, "--forme", "zip"), nothing, BAG.with_suffix(".zip")),
        Scenario("archiver-tar", (*sealing, "--forme", "tar"), nothing, BAG.with_suffix(".tar")),
        Scenario("retrait", ("P012", "--appliquer", "--date", "2024-01-15"), nothing),
        Scenario("refaire", (str(BAG),), seal, REBUILT),
        *(() if "--brouillon" in options else (Scenario("cle", ("2023",), nothing),)),
    )


def command(words: tuple[str, ...]) -> list[str]:
    name, *rest = words
    cache = () if name == "refaire" else ("--cache", CACHE)  # it works in one of its own
    return [sys.executable, "-m", "ceremonie", name.partition("-")[0], *rest, *cache]


def started(place: Path, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that all of it can be killed at once."""
    own = {"TMPDIR": str(place / TEMPORARY), "SOURCE_DATE_EPOCH": "1733961600"}
    with (place / TOLD).open("wb") as told:
        return subprocess.Popen(
            command(words),
            cwd=place,
            env={**os.environ, **own},
            stdout=subprocess.DEVNULL,
            stderr=told,
            start_new_session=True,
        )


def run(place: Path, words: tuple[str, ...]) -> None:
    """To its end, which has to be good."""
    process = started(place, words)
    code = process.wait(timeout=PATIENCE)
    told = place / TOLD
    assert code == 0, told.read_text("utf-8", "replace")
    told.unlink()


def killed(place: Path, scenario: Scenario, instant: Instant) -> bool:
    """Kill it with all its processes at an instant; False where it had ended before."""
    process = started(place, (scenario.name, *scenario.words))
    start = time.monotonic()
    try:
        while process.poll() is None and not instant(place, time.monotonic() - start):
            assert time.monotonic() - start < PATIENCE
            time.sleep(LOOK)
        return process.poll() is None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def contents(place: Path) -> Contents:
    """Every file that people see, hidden ones too; but the shelf, which is made last, and anew by
    the next run, whatever becomes of this one.
    """
    files = (path for folder in MADE for path in (place / folder).rglob("*") if path.is_file())
    names = {path.relative_to(place).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in names.items() if name != SHELF}


def within(all_files: Contents, folder: Path) -> Contents:
    start = folder.as_posix()
    return {
        name: data
        for name, data in all_files.items()
        if name == start or name.startswith(f"{start}/")
    }


def harm(place: Path, scenario: Scenario, before: Contents, wanted: Contents) -> list[str]:
    """What is wrong just after a kill: the edition is the one before or the one after, in every
    byte, and our own control finds it whole; what is to be made is not there, or all of it is.
    """
    now, faults = contents(place), list[str]()
    edition = within(now, EDITION)
    if edition not in (within(before, EDITION), within(wanted, EDITION)):
        faults.append("the edition is neither the one before nor the one after")
    if not (place / EDITION).is_dir() or not control(place / EDITION).is_whole:
        faults.append("the edition is not whole")
    if scenario.may_lack and within(now, scenario.may_lack) not in (
        {},
        within(wanted, scenario.may_lack),
    ):
        faults.append(f"{scenario.may_lack} is half")
    return faults


def lasting(place: Path, wanted: Contents) -> list[str]:
    """What is wrong once the command has been run again to its end."""
    now = contents(place)
    names = sorted(name for name in now.keys() | wanted.keys() if now.get(name) != wanted.get(name))
    return [*(f"{name} differs" for name in names), *(f"{name} is left" for name in left(place))]


def left(place: Path) -> list[str]:
    """Hidden folders but that of former editions are none of the contents; in the cache lies what
    nobody keeps there, and temporary files are gone.
    """
    every_hidden = (path for folder in MADE for path in (place / folder).rglob(".*"))
    empty = (path for path in every_hidden if path.is_dir() and path.name != FORMERS)
    odd = (
        path
        for room, names in KEPT.items()
        for path in (place / CACHE / room).glob("*")
        if not names.fullmatch(path.name)
    )
    every = (*empty, *odd, *(place / TEMPORARY).iterdir())
    return sorted(path.relative_to(place).as_posix() for path in every)


def resumed(place: Path, scenario: Scenario, wanted: Contents) -> list[str]:
    """Run it again to its end, unless it had come there, and return what is wrong then."""
    if contents(place) != wanted or left(place):
        run(place, (scenario.name, *scenario.words))
    return lasting(place, wanted)


def undisturbed(base: Path, place: Path, scenario: Scenario) -> Contents:
    """What it leaves where nobody kills it; `place` is a new folder."""
    begin(base, place, scenario)
    run(place, (scenario.name, *scenario.words))
    return contents(place)


def begin(base: Path, place: Path, scenario: Scenario) -> Contents:
    """A home just before the command is run."""
    shutil.copytree(base, place)
    scenario.prepare(place)
    return contents(place)
