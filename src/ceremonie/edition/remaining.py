"""Audiences that a run is not asked for: what the former edition holds for them stays, file by
file, as long as it was made from what a run would make it from now; else it leaves.

So nothing stays that somebody has agreed to no longer: consents are among what editions are made
from.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremonie import command
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest, parts
from ceremonie.edition.outputs import FILMS, LEFT, REPORT, SHEETS
from ceremonie.edition.parts import Made
from ceremonie.formats import Shape
from ceremonie.messages import problem

MADE_FROM, DRAFT, SHAPES = "empreinte", "brouillon", "formats"
"""What the manifest tells of each audience: from what its files were made, as a digest, whether
they are a draft, which shapes were asked for.
"""

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Remaining:
    """`names` are the files of the audiences that `stay`; of those that are `gone` nothing is left.
    Both tell what the manifest told of them.
    """

    stay: Mapping[Audience, Record] = field(default_factory=dict)
    gone: Mapping[Audience, Record] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def remaining(former: Path, asked: Collection[Audience], digest: str, *, draft: bool) -> Remaining:
    """What remains of the edition in `former` when only some audiences are asked for. `digest` is
    that of all that an edition is made from now; beside what is no draft no draft remains.
    """
    records = manifest.publics(former)
    names: dict[Audience, list[str]] = {}
    for name in manifest.made(former):
        if name not in REPORT and (former / name).is_file():
            names.setdefault(owner(name), []).append(name)
    others = {audience: records.get(audience, {}) for audience in names if audience not in asked}
    stay = {
        audience: told
        for audience, told in others.items()
        if told.get(MADE_FROM) == digest and (draft or not told.get(DRAFT))
    }
    gone = {audience: told for audience, told in others.items() if audience not in stay}
    return Remaining(stay, gone, tuple(name for one in stay for name in names[one]))


def owner(name: str) -> Audience:
    """Whose a file of an edition is, by its name in it."""
    first = name.split("/", maxsplit=1)[0]
    return next((one for one in Audience if one.folder and one.folder == first), Audience.HALL)


def record(
    former: Path, audience: Audience, made: Made, digest: str, *, shapes: Sequence[str]
) -> Record:
    """What the manifest will tell of an audience that a run makes from what `digest` tells, asked
    for `shapes`. Where a part came along that was made from something else, there is no digest of
    all of it: only what is whole remains later.
    """
    before = manifest.publics(former).get(audience, {}).get(MADE_FROM)
    same = _of_shapes(made.stay) | {*made.mastered}
    came = set(parts.along(former / audience.folder, made)) - same
    whole = not came or before == digest
    return {MADE_FROM: digest if whole else "", DRAFT: made.draft, SHAPES: list(shapes)}


def _of_shapes(shapes: Iterable[Shape]) -> set[str]:
    return {name for shape in shapes for name in (FILMS[shape], SHEETS[shape])}


def keep(former: Path, folder: Path, names: Collection[str]) -> None:
    """Copy what remains."""
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(former / name, target)


def told(left: Remaining, storyboard: Path, output: Path) -> Iterator[Diagnostic]:
    """Which audiences have lost their files, and the command that makes them again."""
    for audience, record in left.gone.items():
        again = _again(audience, record, storyboard, output)
        yield problem(LEFT, severity=Severity.WARNING, audience=audience, command=again)


def _again(audience: Audience, record: Record, storyboard: Path, output: Path) -> str:
    """As it was asked for; without the folders of this machine, which may name a person."""
    edition = storyboard.parent if storyboard.is_file() else storyboard
    options = ["--public", str(audience)]
    if shapes := record.get(SHAPES):
        options += ["--format", ",".join(map(str, shapes))]
    if output != OUTPUT and not output.is_absolute():
        options += ["--sortie", command.argument(output)]
    place = command.argument(Path(edition.name) if edition.is_absolute() else edition)
    return " ".join((command.name(), "produire", place, *options))


OUTPUT = Path("output")
"""Where editions lie if nothing else is said."""
