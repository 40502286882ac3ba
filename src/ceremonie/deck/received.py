"""What stands on the slides of a deck that people have worked on: words and pictures, by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremonie.deck.markup.xml import NAMESPACES, Node, find
from ceremonie.deck.package.additions import IDENTIFIER
from ceremonie.deck.package.bounded import Package, opened

Cell = tuple[int, int]
"""Row and column of a table, from 0."""

_EMBED = f"{{{NAMESPACES['r']}}}embed"
_FOOT = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
"""Placeholders that are the same on every slide."""


@dataclass(frozen=True)
class Shape:
    """Words or a picture under the name of its shape; of a table's cell, the table's name.
    Paragraphs are parted by line feeds. `placed` in a placeholder: Impress renames these.
    """

    name: str
    words: str = ""
    cell: Cell | None = None
    picture: bytes | None = None
    title: bool = False
    placed: bool = False


@dataclass(frozen=True)
class Slide:
    """`number` counts from 1; `name` is empty where the program that saved it has lost it. It
    `plays` where a film or a clip lies on it.
    """

    number: int
    name: str
    shapes: tuple[Shape, ...]
    plays: bool = False


@dataclass(frozen=True)
class Received:
    """`edition` is empty where the deck does not say for which it was made."""

    edition: str
    slides: tuple[Slide, ...]


_SHAPES = "|".join(
    f"{where}{tag}"
    for where in ("", "mc:AlternateContent/mc:Choice/")
    for tag in ("p:sp", "p:pic", "p:graphicFrame", "p:grpSp")
)


def receive(path: Path) -> Received:
    """Raises UsageError where it is no deck that can be read."""
    with opened(path) as package:
        names = list(package.slides())
        slides = tuple(_slide(package, name, n) for n, name in enumerate(names, 1))
        return Received(_edition(package), slides)


def _edition(package: Package) -> str:
    root = package.properties()
    said = [] if root is None else find(root, "*[local-name()='identifier']/text()")
    ours = (one.strip() for one in said if one.strip().startswith(IDENTIFIER))
    return next((one.removeprefix(IDENTIFIER) for one in ours), "")


def _slide(package: Package, part: str, number: int) -> Slide:
    root, targets = package.markup(part), package.targets(part)
    shapes = tuple(
        shape for tree in find(root, "p:cSld/p:spTree") for shape in _shapes(tree, package, targets)
    )
    name = find(root, "p:cSld")[0].get("name", "")
    return Slide(number, name, shapes, plays=bool(find(root, ".//a:videoFile")))


def _shapes(tree: Node, package: Package, targets: dict[str, str]) -> Iterator[Shape]:
    for node in find(tree, _SHAPES):
        own = find(node, "./*[1]/p:cNvPr")
        name = own[0].get("name", "") if own else ""
        mark = next(iter(find(node, "./*[1]/p:nvPr/p:ph")), None)
        if node.tag.endswith("}grpSp"):
            yield from _shapes(node, package, targets)
        elif node.tag.endswith("}pic"):
            yield from _picture(node, name, package, targets)
        elif node.tag.endswith("}graphicFrame"):
            yield from _cells(node, name)
        elif find(node, "p:spPr/a:blipFill"):  # so Impress writes a picture that is cut to a shape
            yield from _picture(node, name, package, targets)
        elif mark is None or mark.get("type") not in _FOOT:
            title = mark is not None and mark.get("type") in {"title", "ctrTitle"}
            words = _words(node, "p:txBody")
            yield Shape(name, words, title=title, placed=mark is not None)


def _picture(node: Node, name: str, package: Package, targets: dict[str, str]) -> Iterator[Shape]:
    """A clip's poster is no photo."""
    if find(node, ".//a:videoFile | .//a:audioFile"):
        return
    blips = find(node, "p:blipFill/a:blip | p:spPr/a:blipFill/a:blip")
    target = targets.get(blips[0].get(_EMBED, ""), "") if blips else ""
    if package.holds(target):
        placed = bool(find(node, "./*[1]/p:nvPr/p:ph"))
        yield Shape(name, picture=package.picture(target), placed=placed)


def _cells(node: Node, name: str) -> Iterator[Shape]:
    for row, cells in enumerate(find(node, ".//a:tbl/a:tr")):
        for column, cell in enumerate(find(cells, "a:tc")):
            yield Shape(name, _words(cell, "a:txBody"), cell=(row, column))


def _words(node: Node, body: str) -> str:
    return "\n".join(_paragraph(one) for one in find(node, f"{body}/a:p"))


def _paragraph(node: Node) -> str:
    parts = find(node, "a:r/a:t | a:br | a:fld/a:t")
    return "".join(" " if one.tag.endswith("}br") else one.text or "" for one in parts)
