"""The event's own typeface: the font files that `theme: police` names, looked at and made ready.

A copy of each, written anew by HarfBuzz, lies among the media: what is measured, painted and
embedded is the same for the whole run, whatever becomes of the user's files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.names import Folder
from ceremonie.media.workspace import Workspace
from ceremonie.messages import problem
from ceremonie.storyboard import Reading
from ceremonie.storyboard.query import find
from ceremonie.theme.faces import FILES, OURS, Family, FontFile
from ceremonie.theme.fontfile import MAXIMUM_BYTES, FontFacts, NoFontError, instance, read
from ceremonie.unchanged import digest_of_bytes

KEY: NodePath = ("theme", "police")
MOST_FILES = 24
"""A family of nine weights and their italics has eighteen."""


@dataclass(frozen=True)
class Typeface:
    """`sources` are the user's files that the edition depends on, `names` what is written of them
    in the storyboard: of files, or of a folder that holds them.
    """

    family: Family = OURS
    sources: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    names: tuple[str, ...] = ()


NO_TYPEFACE = Typeface()


@dataclass(frozen=True)
class _Font:
    """A font file and what it says; `name` is what the user calls it. `cuts` are the files that
    will be worked with, by weight: of a variable font one for each of our weights.
    """

    path: NodePath
    name: str
    source: Path
    facts: FontFacts
    cuts: Mapping[int, bytes]
    digest: str


def typeface(reading: Reading, workspace: Workspace) -> Typeface:
    """What the storyboard names, valid or not; ours where it names none that can be used."""
    folder, faults = Folder(reading.path.parent), []
    fonts: list[_Font] = []
    for path, written in _written(reading.source.data):
        try:
            files = folder.files(written, path)
            for name, file in files[:MOST_FILES]:
                fonts.append(_looked_at(path, name, file))
                workspace.digests.used(file, fonts[-1].digest)
        except UnusableError as fault:
            faults.append(fault.at(path))
    upright = [font for font in fonts if not font.facts.italic] or fonts
    family = _family(upright, workspace) if upright else OURS
    problems = (*faults, *_remarks(upright, family))
    names = tuple(written for _, written in _written(reading.source.data))
    return Typeface(family, tuple(font.source for font in fonts), problems, names)


def _written(data: Any) -> Iterator[tuple[NodePath, str]]:
    """Each name with its place: one, or a list of them; a folder may be called 2025."""
    for path, value in find(data, *KEY):
        values = value if isinstance(value, list) else [value]
        for index, one in enumerate(values):
            if isinstance(one, str | int | float) and str(one).strip():
                yield ((*path, index) if isinstance(value, list) else path), str(one)


def _looked_at(path: NodePath, name: str, file: Path) -> _Font:
    """Raises UnusableError where it is no font."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAXIMUM_BYTES + 1)
        facts = read(data)
        return _Font(path, name, file, facts, _cuts(data, facts), digest_of_bytes(data))
    except OSError:
        raise UnusableError("media-illisible", noun=Kind.FONT.noun, name=name) from None
    except NoFontError:
        raise UnusableError("police-illisible", name=name) from None


def _cuts(data: bytes, facts: FontFacts) -> dict[int, bytes]:
    """Raises NoFontError where HarfBuzz writes one that cannot be read again."""
    weights = {w: float(w) if facts.axis else None for w in _weights(facts)}
    cuts = {weight: instance(data, pinned) for weight, pinned in weights.items()}
    for cut in cuts.values():
        read(cut)
    return cuts


def _family(fonts: Sequence[_Font], workspace: Workspace) -> Family:
    plain = min(fonts, key=lambda font: abs(font.facts.weight - 400)).facts
    files = [file for font in fonts for file in _files(font, workspace)]
    by_weight = {file.weight: file for file in reversed(files)}
    return Family(
        plain.typeface,
        tuple(by_weight[weight] for weight in sorted(by_weight)),
        plain.cap_height,
        plain.x_height,
    )


def _files(font: _Font, workspace: Workspace) -> Iterator[FontFile]:
    facts = font.facts
    for weight, data in font.cuts.items():
        with workspace.scratch(".partiel") as partial:
            partial.write_bytes(data)
            digest, name = workspace.store(partial, ".ttf")
        yield FontFile(
            weight,
            digest,
            facts.typeface,
            bold=facts.bold or (facts.axis is not None and weight >= 700),
            embeddable=_embeddable(facts),
            path=workspace.folder / name,
        )


def _weights(facts: FontFacts) -> Iterable[int]:
    if facts.axis is None:
        return (facts.weight,)
    least, most = facts.axis
    return sorted({round(min(max(weight, least), most)) for weight in FILES})


def _embeddable(facts: FontFacts) -> bool:
    """PowerPoint carries TrueType fonts whose licence allows it, one file for each weight."""
    return facts.embeddable and facts.truetype and facts.axis is None


def _remarks(fonts: Sequence[_Font], family: Family) -> Iterator[Diagnostic]:
    """What the team must know of fonts that can be used: once for each kind."""
    for slug, concerned in (
        ("police-licence", [f for f in fonts if not f.facts.embeddable]),
        (
            "police-non-integree",
            [f for f in fonts if f.facts.embeddable and not _embeddable(f.facts)],
        ),
        ("police-lettres", [f for f in fonts if f.facts.missing]),
    ):
        for font in concerned[:1]:
            yield _warning(
                slug, font.path, name=font.name, letters=" ".join(font.facts.missing[:12])
            )
    if len(family.files) == 1 and fonts:
        yield _warning("police-un-poids", fonts[0].path, name=fonts[0].name)


def _warning(slug: str, path: NodePath, **values: Any) -> Diagnostic:
    return problem(slug, path=path, severity=Severity.WARNING, **values)
