"""The sample edition: the film alone, and the whole command, anew and after small changes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmark import cuts
from benchmark.measure import Measure, measured
from ceremonie import media, storyboard
from ceremonie.audiences import Audience
from ceremonie.film import render
from ceremonie.film.work import segments
from ceremonie.formats import Shape
from ceremonie.planning import plan, stillness
from ceremonie.planning.drawing import Drawing, Element, Text
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.presence import presence
from ceremonie.progress import silent
from ceremonie.rights import Showing
from ceremonie.units import FRAME_RATE

COMMAND = (sys.executable, "-c", "from ceremonie.cli import main; main()")
CAPTION = re.compile(r"(?m)^( *legende: .*\S) *$")

Say = Callable[[str], None]


def measure(path: Path, folder: Path, workers: int, rounds: int, say: Say) -> dict[str, Any]:
    """Everything about one storyboard; all seconds are lists, one for each round."""
    with measured() as preparing:
        film = planned(path, folder / "media", workers)
    say(f"media and plan: {preparing.seconds:.1f} s")
    films = [film_round(film, folder / "film", workers, say) for _ in range(rounds)]
    commands = [command_round(path, folder / "command", workers, say) for _ in range(rounds)]
    return {
        "shots": len(film.shots),
        "segments": len(segments.segments(film)),
        "frames": film.frames,
        "duration": float(film.frames / FRAME_RATE),
        **moving(film),
        "media": preparing.seconds,
        "film": films,
        "command": commands,
        "help_cpu": min(run([*COMMAND, "--help"]).cpu for _ in range(rounds)),
    }


def moving(film: Plan) -> dict[str, float | None]:
    """Parts, 0 to 1: frames that repeat the one before, the workshops' frames with a picture on
    screen and with one alone, cuts on a beat (None where there is no steady one).
    """
    pictures = presence(film)
    return {
        "repeated": stillness.repeated(film),
        "screen": pictures.screen,
        "full": pictures.full,
        "on_beat": cuts.near(film),
    }


def planned(path: Path, folder: Path, workers: int) -> Plan:
    """The plan with its prepared media, in every shape. Exits where the storyboard has errors."""
    reading = storyboard.read(path)
    if reading.storyboard is None:
        sys.exit("\n".join(d.render() for d in reading.diagnostics))
    with media.at_work(folder, workers=workers) as means:
        materials, _ = media.gather(
            media.examine(reading, means), Showing(Audience.HALL, reading.storyboard), means
        )
    return plan(reading.storyboard, materials, tuple(Shape))


def film_round(film: Plan, folder: Path, workers: int, say: Say) -> dict[str, Any]:
    """The film with nothing kept, with all kept, with one caption changed, as a draft; then in its
    other shapes, of which the sound alone is kept.
    """
    shutil.rmtree(folder, ignore_errors=True)
    film, *others = film.in_each_shape

    def made(
        some: Plan, name: str = "kept", *, draft: bool = False, memory: bool = False
    ) -> Measure:
        with measured(memory=memory) as found:
            render(
                some, {some.format.shape: folder / "film.mp4"}, folder / name,
                workers=workers, draft=draft, progress=silent,
            )  # fmt: skip
        return found

    folder.mkdir(parents=True)
    cold, kept = made(film, memory=True), made(film)
    changed, draft = made(with_other_words(film)), made(film, "draft", draft=True)
    say(
        f"film: cold {cold.seconds:.1f} s, kept {kept.seconds:.2f} s, "
        f"changed {changed.seconds:.2f} s, draft {draft.seconds:.1f} s"
    )
    shapes = {str(other.format.shape): made(other).seconds for other in others}
    say(", ".join(f"{shape} {took:.1f} s" for shape, took in shapes.items()))
    shutil.rmtree(folder)
    return {
        "cold": cold.seconds,
        "kept": kept.seconds,
        "changed": changed.seconds,
        "draft": draft.seconds,
        **shapes,
        "cpu": cold.cpu,
        "busy": cold.busy,
        "memory": cold.memory,
        "worker": cold.worker,
    }


def command_round(path: Path, folder: Path, workers: int, say: Say) -> dict[str, Any]:
    """`ceremonie produire`: with an empty cache, with nothing changed, with one caption changed."""
    shutil.rmtree(folder, ignore_errors=True)
    edition = folder / "edition"
    shutil.copytree(path.parent, edition)
    board = edition / path.name
    command = [
        *(*COMMAND, "produire", str(board), "--travaux", str(workers)),
        *("--sortie", str(folder / "output"), "--cache", str(folder / "cache")),
    ]
    cold, kept = run(command), run(command)
    board.write_text(with_other_caption(board.read_text("utf-8")), "utf-8")
    changed = run(command)
    say(
        f"produire: cold {cold.seconds:.1f} s, kept {kept.seconds:.1f} s, "
        f"changed {changed.seconds:.1f} s"
    )
    shutil.rmtree(folder)
    return {"cold": cold.seconds, "kept": kept.seconds, "changed": changed.seconds}


def run(command: list[str]) -> Measure:
    with measured() as found:
        subprocess.run(command, capture_output=True, check=True)
    return found


def with_other_caption(board: str) -> str:
    """The storyboard with one word more in its first caption."""
    changed, count = CAPTION.subn(r"\1 ensemble", board, count=1)
    if not count:
        sys.exit("the storyboard has no caption (« legende ») to change")
    return changed


def with_other_words(film: Plan) -> Plan:
    """The plan with one letter more in the first text of the shot in the middle."""
    index = len(film.shots) // 2
    changed = replace(film.shots[index], drawing=_renamed(film.shots[index]))
    return replace(film, shots=(*film.shots[:index], changed, *film.shots[index + 1 :]))


def _renamed(shot: Shot) -> Drawing:
    elements: list[Element] = list(shot.drawing.elements)
    texts = (i for i, element in enumerate(elements) if isinstance(element, Text))
    for index in texts:
        text = elements[index]
        assert isinstance(text, Text)
        elements[index] = replace(text, lines=(*text.lines[:-1], text.lines[-1] + "."))
        break
    return replace(shot.drawing, elements=tuple(elements))
