"""manifeste.json: from which inputs and with which tools each output was made."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Collection, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ceremonie import __version__, program
from ceremonie.audiences import Audience
from ceremonie.edition.appearance import FILE, SOURCE
from ceremonie.edition.appearance import NAME as PATH
from ceremonie.tools import ffmpeg
from ceremonie.unchanged import Digests

NAME = "manifeste.json"
LIBRARIES = (
    "av",
    "moviepy",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "pillow-heif",
    "pyphen",
    "python-bidi",
    "python-calamine",
    "python-pptx",
    "resvg-py",
    "segno",
    "simplejpeg",
    "uharfbuzz",
)
"""Those of which another version may make another edition."""

EDITION, INPUTS, FILM_FACTS, ORIGIN, OUTPUTS = "edition", "entrees", "films", "origine", "sorties"
AROUND, RECIPE = "alentours", "recette"
PUBLICS, PUBLIC, SOURCES, TOOLS = "publics", "public", "sources", "outils"
ORDER, PEOPLE, UNKNOWN = "demande", "personnes", "personnes_inconnues"
"""What was asked for last; where each person of the register appears; in which files that is not
known, since they came along from an edition whose manifest does not tell it.
"""

DRAFT = "brouillon"
"""The key by which what is told of a film says that it is one."""

STICK = "cle"
"""The key by which a manifest says that it is that of a stick, and for whom that is."""

OWN_DIGEST = "empreinte"
"""The key of the digest of all that a manifest tells: by it anybody can see that it is as it was
written, which the recipe tells the same program alone.
"""

RECIPE_LENGTH = 32
"""Signs of a recipe: 128 bits, in hexadecimal."""


def contents(folder: Path) -> dict[str, Any]:
    """All that the manifest in this folder tells; empty where there is none that can be read."""
    file = folder / NAME
    try:
        return read(file.read_bytes()) if file.is_file() else {}
    except OSError:
        return {}


def read(text: bytes) -> dict[str, Any]:
    """What a manifest tells, whoever wrote it; empty where no run can have. Where it does not tell
    well who appears in what, it tells nothing of it: anybody may.
    """
    try:
        told = json.loads(text.decode("utf-8"))
        _plain_text(told)  # UnicodeEncodeError of half a pair of surrogates, a ValueError
    except (ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    if not (_is_of_people(told.get(PEOPLE, {})) and _is_of_names(told.get(UNKNOWN, []))):
        told = {key: value for key, value in told.items() if key not in {PEOPLE, UNKNOWN}}
    return told


def _is_of_people(told: object) -> bool:
    if not isinstance(told, dict) or not all(isinstance(some, list) for some in told.values()):
        return False
    return all(_is_appearance(one) for some in told.values() for one in some)


def _is_appearance(one: object) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get(FILE), str):
        return False
    source = one.get(SOURCE, {"sha256": "", PATH: ""})
    return isinstance(source, dict) and _is_of_names([source.get("sha256"), source.get(PATH)])


def _is_of_names(told: object) -> bool:
    return isinstance(told, list) and all(isinstance(one, str) for one in told)


def sealed(folder: Path, asked: str) -> dict[str, Any]:
    """The same; empty where this program would tell something else, be it that another one wrote
    it, that something else was asked for, or that it was changed since.
    """
    told = contents(folder)
    told.pop(OWN_DIGEST, None)
    seal = told.pop(RECIPE, None)
    return told if seal and seal == _seal(told, asked) else {}


def made(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of what a run made in this folder; empty where no manifest tells."""
    try:
        return {name: facts["sha256"] for name, facts in _outputs(folder).items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def films(folder: Path) -> dict[str, dict[str, Any]]:
    """What the manifest tells of each film in this folder, by its name; empty where it tells
    nothing.
    """
    facts = contents(folder).get(FILM_FACTS)
    by_name = facts if isinstance(facts, dict) else {}
    return {name: of_one for name, of_one in by_name.items() if isinstance(of_one, dict)}


def publics(folder: Path) -> dict[Audience, dict[str, Any]]:
    """What the manifest tells of each audience that the edition in this folder was made for."""
    facts = contents(folder).get(PUBLICS)
    by_name = facts if isinstance(facts, dict) else {}
    return {one: by_name[one] for one in Audience if isinstance(by_name.get(one), dict)}


def origin(folder: Path) -> dict[str, str]:
    """What the manifest tells of the storyboard behind it; empty where it tells nothing."""
    origin_facts = contents(folder).get(ORIGIN)
    return origin_facts if isinstance(origin_facts, dict) else {}


def inputs(storyboard: Path, sources: Mapping[Path, str]) -> dict[str, str]:
    """Name → SHA-256 of what an edition is made from; names are relative to the storyboard.
    `sources` are the files and their digests.
    """
    base = storyboard.resolve().parent
    return {name_from(base, path.resolve()): digest for path, digest in sources.items()}


def recipe(entered: Mapping[str, str], *told: str) -> str:
    """A digest of inputs, programs, and whatever else is told: equal ones make the same edition."""
    instant = os.environ.get("SOURCE_DATE_EPOCH", "")  # the deck's own, where it is set
    made_by = json.dumps([entered, tools(), program.code(), instant], sort_keys=True)
    digest = hashlib.sha256(made_by.encode())
    for words in told:
        digest.update(words.encode("utf-8", "surrogateescape") + b"\0")
    return digest.hexdigest()[:RECIPE_LENGTH]


def write(
    folder: Path,
    entered: Mapping[str, str],
    edition: str,
    *,
    origin: Mapping[str, str],
    films: Mapping[str, Any],
    former: Path,
    publics: Mapping[Audience, Mapping[str, Any]] | None = None,
    along: Collection[str] = (),
    asked: str = "",
    around: str | None = None,
    also: Mapping[str, Any] | None = None,
    digests: Digests | None = None,
) -> None:
    """Describe everything in `folder`; names are relative, so that it may be moved.

    Of the files named by `along`, which came from the edition `former`, it tells what that
    manifest tells: only so can it be known what was changed by hand since they were made. `films`
    tells what each film of the hall's is, `origin` from which storyboard the edition comes,
    `publics` what is known of each audience. `asked` are the options that make a difference,
    `around` is a digest of the names that do: empty where none does, None where it cannot be told.
    `also` is told beside, under keys of its own. `digests` are told those of the outputs.
    """
    told: dict[str, Any] = {
        EDITION: edition,
        ORIGIN: origin,
        INPUTS: entered,
        AROUND: around,
        FILM_FACTS: films,
        PUBLICS: publics or {},
        OUTPUTS: _described(folder, former, along, digests or Digests()),
        TOOLS: tools(),
        **(also or {}),
    }
    told[RECIPE] = _seal(told, asked)
    _write(folder, told)


def write_for(
    folder: Path,
    audience: Audience,
    digests: Iterable[str],
    *,
    films: Mapping[str, Any],
    former: Path,
    along: Collection[str] = (),
) -> None:
    """Describe what an audience is given in `folder`, which may be published: `digests` are those
    of its sources, of which no name is told. The rest as `write`.
    """
    told = {
        PUBLIC: audience,
        SOURCES: sorted(set(digests)),
        FILM_FACTS: films,
        OUTPUTS: _described(folder, former, along, Digests()),
        TOOLS: tools(),
    }
    _write(folder, told)


def _described(
    folder: Path, former: Path, along: Collection[str], digests: Digests
) -> dict[str, Any]:
    """All files in `folder` but the manifest, and what those are that came `along`."""
    outputs = {name: facts for name, facts in _outputs(former).items() if name in along}
    return outputs | {
        name: {"sha256": digests.of(folder / name), "octets": (folder / name).stat().st_size}
        for name in names(folder)
        if name not in along
    }


def _write(folder: Path, told: Mapping[str, Any]) -> None:
    folder.joinpath(NAME).write_bytes(_text(told))


def is_as_written(folder: Path) -> bool | None:
    """Whether the manifest in this folder has the very bytes that a run wrote; None where it does
    not tell its own digest. Raises OSError as the system does.
    """
    told = contents(folder)
    if told.pop(OWN_DIGEST, None) is None:
        return None
    return folder.joinpath(NAME).read_bytes() == _text(told)


def _text(told: Mapping[str, Any]) -> bytes:
    """With its own digest, which is that of the same text without it."""
    digest = hashlib.sha256(_plain_text(told)).hexdigest()
    return _plain_text({**told, OWN_DIGEST: digest})


def _plain_text(told: Mapping[str, Any]) -> bytes:
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text.encode("utf-8")


def _seal(told: Mapping[str, Any], asked: str) -> str:
    return recipe(told.get(INPUTS, {}), asked, json.dumps(told, sort_keys=True))


def names(folder: Path) -> list[str]:
    """All that is in the folder but its manifest; relative, with slashes."""
    files = (path for path in folder.rglob("*") if path.is_file() and path != folder / NAME)
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _outputs(folder: Path) -> dict[str, Any]:
    outputs = contents(folder).get(OUTPUTS)
    return outputs if isinstance(outputs, dict) else {}


def name_from(base: Path, path: Path) -> str:
    """What a file is called from the storyboard's folder: inside of it by its path there, a
    shared file by that beside it; the path of any other is nobody's business.
    """
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    if path.is_relative_to(base.parent):
        return f"../{path.relative_to(base.parent).as_posix()}"
    return path.name


def tools() -> Mapping[str, str]:
    """Which version each program has here that makes a difference to an edition."""
    versions = {name: version(name) for name in LIBRARIES}
    return {
        "ceremonie": __version__,
        "python": platform.python_version(),
        "ffmpeg": ffmpeg.version(),
        **versions,
    }
