"""Which module may know which: the rooms of the package, and the walls around libraries."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Set
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "ceremonie"

ROOMS: dict[str, set[str]] = {
    "units": set(),
    "text": set(),
    "encoding": set(),
    "mentions": {"text"},
    "signs": set(),
    "leaning": set(),
    "captions": {"units"},
    "flashing": {"units"},
    "voices": {"units"},
    "pictograms": {"files"},
    "treatment": set(),
    "formats": set(),
    "audiences": {"formats"},
    "interrupts": set(),
    "diagnostics": set(),
    "words": set(),
    "progress": set(),
    "synonyms": set(),
    "files": set(),
    "exchanging": set(),
    "scratch": {"files"},
    "program": {"files"},
    "machine": set(),
    "seal": set(),
    "unchanged": {"core"},
    "command": set(),
    "messages": {"diagnostics", "command"},
    "cache_names": set(),
    "cache": {"core"},
    "advancing": {"core", "words"},
    "argument_values": {"core", "words", "cache"},
    "option_groups": {"core", "words", "cache", "argument_values"},
    "arguments": {"core", "words", "cache", "synonyms", "argument_values", "option_groups"},
    "tools": {"core"},
    "starting": {"core"},
    "territory": {"core"},
    "storyboard": {"core", "territory", "sheets"},
    "sheets": {"core", "storyboard"},  # a form of the storyboard: its words stand there
    "theme": {"core", "storyboard"},
    "rights": {"core", "storyboard"},
    "media": {"core", "territory", "storyboard", "rights", "theme", "tools", "cache"},
    "planning": {"core", "territory", "storyboard", "theme", "media"},
    "deck": {"core", "storyboard", "theme", "media", "planning", "tools"},
    "film": {"core", "storyboard", "theme", "media", "planning", "tools"},
    "order": {"core", "edition"},
    "edition": {"core", "storyboard", "theme", "media", "planning", "tools", "film", "comparing"},
    "control": {"core", "storyboard", "edition", "media", "theme", "tools", "film"},
    "comparing": {"core", "planning", "theme"},
    "auditing": {"core", "storyboard", "planning", "film", "edition", "control", "verifying"},
    "rereading": {"core", "storyboard", "rights", "media", "planning", "deck", "edition"},
    "importing": {"core", "sheets", "storyboard"},
    "sorting": {"core", "storyboard", "media"},
    "withdrawal": {"core", "words", "cache", "storyboard", "edition"},
    "agreements": {"core", "storyboard", "rights", "planning", "theme", "edition"},
    "stick": {"core", "words", "storyboard", "theme", "tools", "deck", "edition"},
    "integrity": {"core", "theme", "edition", "media", "deck", "film", "archiving"},
    "archiving": {
        "core",
        "words",
        "storyboard",
        "rights",
        "tools",
        "edition",
        "control",
        "stick",
    },
    "comparison": {"core", "storyboard", "rights", "media", "comparing", "edition"},
    "rebuilding": {
        "core",
        "words",
        "storyboard",
        "rights",
        "tools",
        "edition",
        "film",
        "comparing",
        "integrity",
        "order",
        "withdrawal",
        "archiving",
    },
    "shelf": {"core", "planning", "theme", "edition", "archiving"},
    "verifying": {"core", "storyboard", "rights", "media", "planning", "deck", "edition", "order"},
    "appearing": {"core", "storyboard", "rights", "planning", "edition", "verifying"},
    "changing": {
        "core",
        "rights",
        "media",
        "planning",
        "comparing",
        "edition",
        "verifying",
        "task",
        "appearing",
    },
    "task": {"core", "storyboard", "media", "planning", "deck", "edition", "order", "verifying"},
    "describing": {"core", "deck", "edition", "order", "task", "appearing"},
    "controlling": {"core", "storyboard", "rights", "media", "edition", "order", "control"},
    "making": {
        "core",
        "storyboard",
        "media",
        "planning",
        "deck",
        "film",
        "edition",
        "order",
        "verifying",
        "controlling",
        "task",
        "changing",
        "describing",
        "auditing",
    },
    "production": {
        "core",
        "cache",
        "storyboard",
        "media",
        "planning",
        "film",
        "edition",
        "order",
        "verifying",
        "making",
        "shelf",
    },
    "desk": {
        "core",
        "agreements",
        "archiving",
        "cache",
        "comparison",
        "edition",
        "order",
        "production",
        "rebuilding",
        "verifying",
        "deck",
        "sheets",
        "importing",
        "integrity",
        "rereading",
        "sorting",
        "stick",
        "storyboard",
        "tools",
        "withdrawal",
    },
    "console": {"core", "words", "advancing"},
    "cli": {"core", "words", "console", "arguments", "verbs"},
    "verbs": {
        "core",
        "words",
        "console",
        "archiving",
        "comparison",
        "rebuilding",
        "shown",
        "collected",
        "cache",
        "storyboard",
        "production",
        "desk",
        "sorting",
        "starting",
        "withdrawal",
    },
    "collected": {"core", "words", "storyboard", "agreements", "rights"},
    "shown": {
        "core",
        "words",
        "order",
        "storyboard",
        "sheets",
        "importing",
        "integrity",
        "rereading",
        "stick",
    },
    "__init__": {"production", "film"},
    "__main__": {"cli"},
}
"""What each room may import. No step knows a later one; deck and film do not know each other."""

CORE = {
    "units", "formats", "interrupts", "command", "diagnostics", "messages", "progress", "files",
    "machine", "program", "seal", "unchanged", "text", "captions", "pictograms", "cache_names",
    "flashing", "encoding", "signs", "audiences", "leaning", "mentions", "voices",
    "treatment", "exchanging", "scratch",
}  # fmt: skip

WALLS = {
    "yaml": {"storyboard"},
    "pydantic": {"storyboard", "media"},
    "pptx": {"deck"},
    "python_calamine": {"sheets"},
    "xlsxwriter": {"sheets", "edition"},
    "lxml": {"deck"},
    "subprocess": {"tools"},
    "imageio_ffmpeg": {"tools"},
    "moviepy": {"media", "film"},
    "pillow_heif": {"media"},
    "simplejpeg": {"media"},
    "uharfbuzz": {"theme"},
    "bidi": {"theme"},
    "pyphen": {"planning"},
    "segno": {"planning"},
    "av": {"film", "media", "control"},
    "resvg_py": {"media"},
    "rich": {"advancing"},
    "argparse": {"arguments", "argument_values", "option_groups", "cli", "verbs"},
    "platformdirs": {"cache"},
    "filelock": {"scratch", "cache", "edition"},
    "psutil": {"machine"},
    "ctypes": {"exchanging", "tools"},
    "dask": {"film"},
    "distributed": {"film"},
}
"""Library → the only rooms that may know it."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(module: Path) -> Set[str]:
    """Dotted names of all that a module imports, anywhere in it."""
    return imported(module.read_text("utf-8"))


@cache
def imported(code: str) -> Set[str]:
    """Each module is asked some forty times, and read once."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{code}: imports are absolute"
            assert node.module
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return names


def rooms_of(module: Path) -> set[str]:
    """The rooms that a module imports from, its own left out."""
    found = set()
    for name in imports(module):
        head, _, rest = name.partition(".")
        if head == "ceremonie":
            found.add(rest.partition(".")[0])
    return {name for name in found if name in ROOMS} - {room(module)}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_no_room_knows_a_later_one(module: Path) -> None:
    allowed = ROOMS[room(module)]
    assert rooms_of(module) <= (allowed | CORE if "core" in allowed else allowed)


def test_the_rule_sees_what_is_forbidden(tmp_path: Path) -> None:
    """The rule itself: a module of the plan that looked into the deck would be found."""
    module = tmp_path / "module.py"
    module.write_text("def f():\n    from ceremonie.deck import write\n    import pptx.util\n")
    assert set(imports(module)) == {"ceremonie.deck", "ceremonie.deck.write", "pptx.util"}


@pytest.mark.parametrize("library", WALLS)
def test_each_library_stands_behind_its_wall(library: str) -> None:
    users = {
        room(module)
        for module in MODULES
        for name in imports(module)
        if name.partition(".")[0] == library
    }
    assert users
    assert users <= WALLS[library]


DRAWN = {
    "formats", "theme", "planning.compositions", "planning.drawing", "planning.entrances",
    "planning.lanes", "planning.motion", "planning.pen", "planning.silhouette", "planning.staging",
    "planning.tables", "planning.typesetting",
}  # fmt: skip
"""What knows a px, a colour or how something comes in: no moment does."""

SAID = {"planning.moment", "planning.moments", "planning.sequence", "media.entries", "storyboard"}
"""What knows the storyboard: no composition does."""

SHARED = {"storyboard.programme"}
"""Plain lists (parts, topics) that what is said and how it is drawn both name."""


def known(module: Path, names: Set[str], but: Set[str] = frozenset()) -> set[str]:
    """Which of these modules and rooms a module imports, or anything inside them."""
    imported = {name.removeprefix("ceremonie.") for name in imports(module)}
    counted = {name for name in imported if not _within(name, but)}
    return {name for name in names if any(_within(other, {name}) for other in counted)}


def _within(name: str, rooms: Set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def parts(room: str) -> list[Path]:
    return sorted((PACKAGE / "planning" / room).glob("*.py"))


@pytest.mark.parametrize("module", parts("moments"), ids=lambda m: m.stem)
def test_no_moment_knows_a_pixel_or_a_colour(module: Path) -> None:
    assert known(module, DRAWN) == set()


@pytest.mark.parametrize("module", parts("compositions"), ids=lambda m: m.stem)
def test_no_composition_reads_the_storyboard(module: Path) -> None:
    assert known(module, SAID, but=SHARED) == set()


def test_the_rules_of_moments_and_compositions_see_what_is_forbidden(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "from ceremonie.planning import motion\n"
        "from ceremonie.theme.palette import Colour\n"
        "from ceremonie.storyboard.model import Day\n"
        "from ceremonie.storyboard.programme import Topic\n"
    )
    assert known(module, DRAWN) == {"planning.motion", "theme"}
    assert known(module, SAID, but=SHARED) == {"storyboard"}
    module.write_text("from ceremonie.storyboard.programme import Topic\n")
    assert known(module, SAID, but=SHARED) == set()


INSIDE = [module for module in MODULES if room(module) not in {"cli", "console", "__main__"}]


@pytest.mark.parametrize("module", INSIDE, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_only_the_command_line_prints_and_exits(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not called & {"print", "input", "exit", "quit", "sys.exit", "SystemExit"}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


def test_only_one_module_knows_the_cluster() -> None:
    heads = {m.stem: {name.partition(".")[0] for name in imports(m)} for m in MODULES}
    users = {stem for stem, found in heads.items() if found & {"dask", "distributed"}}
    assert users == {"cluster"}


HEAVY = {
    "numpy",
    "cv2",
    "PIL",
    "pptx",
    "lxml",
    "moviepy",
    "pydantic",
    "yaml",
    "rich",
    "uharfbuzz",
    "pyphen",
    "bidi",
    "python_calamine",
    "xlsxwriter",
}


def brought(code: str) -> set[str]:
    """Which heavy libraries some code brings along, in a process of its own."""
    told = f"{code}; import sys; print(*sorted({HEAVY} & set(sys.modules)))"
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("code", ["import ceremonie", "from ceremonie.cli import main"])
def test_importing_brings_nothing_heavy_along(code: str) -> None:
    assert brought(code) == set()


def test_a_process_that_opens_media_starts_without_what_reads_a_storyboard() -> None:
    """One is started for every few clips, and does nothing before all of it is there."""
    assert brought("import ceremonie.media.decoding.child") <= {"numpy"}


def test_a_process_that_paints_starts_without_what_reads_a_storyboard() -> None:
    """Each film has as many of them as there are cores."""
    assert brought("import ceremonie.film.work.segments") <= {"numpy", "cv2", "uharfbuzz"}
