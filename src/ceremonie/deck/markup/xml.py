"""Elements of PresentationML and DrawingML, written as nested calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

Node = Any
"""An lxml element."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
    "p173": "http://schemas.microsoft.com/office/powerpoint/2017/3/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}


@cache
def clark(name: str) -> str:
    """`a:off` as `{namespace}off`."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def node(name: str, /, *children: Node | str | None, **attributes: object) -> Node:
    """The element `name` (prefix:local) with its children; None is left out.

    An attribute's prefix is written with an underscore (`r_id`); True is 1, False is 0.
    """
    needed = str(attributes.get("Requires") or "")
    named = _names(name, tuple(attributes), needed)
    element = etree.Element(named.tag, nsmap=named.spaces)
    for key, value in attributes.items():
        if value is not None:
            written = str(int(value)) if isinstance(value, bool) else str(value)
            element.set(named.keys[key], written)
    for child in children:
        if isinstance(child, str):
            element.text = child
        elif child is not None:
            element.append(child)
    return element


def root(name: str, *children: Node | None, **attributes: object) -> Node:
    """The same for the root of a part: what it holds need not declare namespaces again."""
    element = etree.Element(clark(name), nsmap={key: NAMESPACES[key] for key in ("a", "p", "r")})
    made = node(name, *children, **attributes)
    element.attrib.update(made.attrib)
    element.extend(made)
    return element


@dataclass(frozen=True)
class _Names:
    """An element's name, those of its attributes, and the namespaces that these need."""

    tag: str
    keys: Mapping[str, str]
    spaces: Mapping[str, str]


@cache
def _names(name: str, attributes: tuple[str, ...], needed: str) -> _Names:
    wanted = {name.partition(":")[0], *(key.partition("_")[0] for key in attributes if "_" in key)}
    wanted |= {needed} - {""}
    keys = {key: clark(key.replace("_", ":", 1)) for key in attributes}
    return _Names(clark(name), keys, {key: NAMESPACES[key] for key in sorted(wanted)})


def find(root: Node, path: str) -> list[Node]:
    """Every element that the XPath finds."""
    nodes: list[Node] = _compiled(path)(root)
    return nodes


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def document(root: Node) -> bytes:
    """The element as the bytes of a part."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def parsed(part: bytes) -> Node:
    """The root element of a part. Raises `etree.XMLSyntaxError`."""
    return etree.fromstring(part, _PARSER)


def extension(uri: str, content: Node, owner: str = "p") -> Node:
    """An extension list with one entry. Lists of later namespaces hold entries of `p`."""
    entry = "a:ext" if owner == "a" else "p:ext"
    return node(f"{owner}:extLst", node(entry, content, uri=uri))
