"""A colleague's template as an empty package: theirs is the design, their sample slides are gone.

What is nobody's business in a deck that is passed on goes too: comments, tags, printer settings,
who wrote it, where on their machine a picture came from.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from ceremonie.deck.foreign.pixels import bare
from ceremonie.deck.markup.xml import NAMESPACES, Node, find, node
from ceremonie.deck.package import bounded
from ceremonie.deck.package.check import ABSOLUTE_PATH
from ceremonie.diagnostics import UsageError
from ceremonie.messages import problem

_KEPT = frozenset({"slideMaster", "presProps", "theme", "tableStyles", "font"})
"""What a presentation points at and a deck made in its template needs, by kind."""

_OF_PACKAGE = frozenset({"officeDocument", "core-properties"})

_DESIGN = frozenset({"slideMaster", "slideLayout", "theme", "image", "hyperlink"})
"""What masters and layouts may point at."""

_ELEMENTS = (
    "p:sldIdLst",
    "p:custShowLst",
    "p:photoAlbum",
    "p:custDataLst",
    "p:smartTags",
    "p:notesMasterIdLst",
    "p:handoutMasterIdLst",
    "p:extLst",
    "p:modifyVerifier",
)
"""Of a presentation: what names its slides, or parts that are left behind."""

_TYPES = "[Content_Types].xml"
_OPENED_AS = b"presentationml.presentation.main+xml"
_OTHER_TYPES = re.compile(rb"presentationml\.(template|slideshow)\.main\+xml")
_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)
_REFERENCE = f"{{{NAMESPACES['r']}}}"
_WRONG = (KeyError, ValueError, AttributeError, IndexError, TypeError, etree.LxmlError)
"""What python-pptx raises for a package whose parts do not fit together."""


def presentation(file: Path) -> Any:
    """python-pptx's presentation without a slide, in which each part is one of the design.

    Raises UsageError, with what to do, for what is no template that can be used; OSError where the
    file cannot be opened.
    """
    with bounded.opened(file, bounded.TEMPLATE) as package:
        copy = _copied(package)
    with fitting_together(file):
        made = Presentation(copy)
        _emptied(made)
        return made


@contextmanager
def fitting_together(file: Path) -> Iterator[None]:
    """Parts that do not belong to each other are damage. Raises UsageError then."""
    try:
        yield
    except _WRONG as error:
        raise UsageError(problem("gabarit-abime", name=file.name)) from error


def _copied(package: bounded.Package) -> io.BytesIO:
    """All of it in memory, declared as a presentation: .potx differs by that alone."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for name, data in package.everything():
            types = name == _TYPES
            archive.writestr(name, _OTHER_TYPES.sub(_OPENED_AS, data) if types else data)
    copy.seek(0)
    return copy


def _emptied(made: Any) -> None:
    part, package = made.part, made.part.package
    _keep(package._rels, _OF_PACKAGE)
    for tag in _ELEMENTS:
        for element in find(part._element, tag):
            part._element.remove(element)
    _keep(part.rels, _KEPT)
    _list_notes_master(part)
    for one in list(package.iter_parts()):
        _cleaned(one)


def _keep(rels: Any, kinds: frozenset[str]) -> None:
    for identity, relation in list(rels.items()):
        if _kind(relation) not in kinds:
            rels.pop(identity)


def _kind(relation: Any) -> str:
    return str(relation.reltype).rpartition("/")[2]


def _cleaned(part: Any) -> None:
    if part.content_type.startswith("image/"):
        part._blob = bare(part.blob)
    elif hasattr(part, "_element"):
        for identity, relation in list(part.rels.items()):
            if _is_foreign(part, relation):
                _forget(part._element, identity)
                part.rels.pop(identity)
        _without_paths(part._element)
    elif part.content_type.endswith("xml") and ABSOLUTE_PATH.search(part.blob):
        root = etree.fromstring(part.blob)
        _without_paths(root)
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _is_foreign(part: Any, relation: Any) -> bool:
    """Whether a master or a layout points at what is no design, or at a place on a machine."""
    if relation.is_external:
        return not _ADDRESS.match(relation.target_ref)
    in_design = part.partname.startswith(("/ppt/slideMasters", "/ppt/slideLayouts"))
    return in_design and _kind(relation) not in _DESIGN


def _forget(root: Node, identity: str) -> None:
    """Removes what cannot be without this relationship: a link, or the shape that shows it."""
    for element in [e for e in root.iter() if identity in _references(e)]:
        gone = _shape_of(element)
        parent = gone.getparent()
        if parent is not None:
            parent.remove(gone)


def _references(element: Node) -> Iterator[str]:
    return (value for name, value in element.attrib.items() if name.startswith(_REFERENCE))


def _shape_of(element: Node) -> Node:
    if etree.QName(element).localname.startswith(("hlink", "tags", "custData")):
        return element
    shapes = find(element, "ancestor-or-self::*[parent::p:spTree or parent::p:grpSp]")
    return shapes[-1] if shapes else element


def _without_paths(root: Node) -> None:
    """Alternative texts that are a file's whereabouts say nothing."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if ABSOLUTE_PATH.search(value.encode()):
                element.set(name, "")


def layouts(made: Any) -> Iterator[Any]:
    """Every layout of every master, in the order of the menu."""
    for master in made.slide_masters:
        yield from master.slide_layouts


def _list_notes_master(part: Any) -> None:
    """python-pptx's own: what presenters read looks the same in every template."""
    identity = part.relate_to(part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
    masters = find(part._element, "p:sldMasterIdLst")[0]
    masters.addnext(node("p:notesMasterIdLst", node("p:notesMasterId", r_id=identity)))
