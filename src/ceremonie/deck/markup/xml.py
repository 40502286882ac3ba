"""Elements of PresentationML and DrawingML, written as nested calls."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree
from pptx.oxml import oxml_parser

Node = Any
"""An lxml element; python-pptx's own class where it has one for the tag."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
    "p173": "http://schemas.microsoft.com/office/powerpoint/2017/3/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}


def clark(name: str) -> str:
    """`a:off` as `{namespace}off`."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def node(name: str, /, *children: Node | str | None, **attributes: object) -> Node:
    """The element `name` (prefix:local) with its children; None is left out.

    An attribute's prefix is written with an underscore (`r_id`); True is 1, False is 0.
    """
    prefix = name.partition(":")[0]
    wanted = {prefix, *(key.partition("_")[0] for key in attributes if "_" in key)}
    wanted |= {str(attributes["Requires"])} if "Requires" in attributes else set()
    element = oxml_parser.makeelement(
        clark(name), nsmap={key: NAMESPACES[key] for key in sorted(wanted)}
    )
    for key, value in attributes.items():
        if value is not None:
            written = str(int(value)) if isinstance(value, bool) else str(value)
            element.set(clark(key.replace("_", ":", 1)), written)
    for child in children:
        if isinstance(child, str):
            element.text = child
        elif child is not None:
            element.append(child)
    return element


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


def extension(uri: str, content: Node, owner: str = "p") -> Node:
    """An extension list with one entry. Lists of later namespaces hold entries of `p`."""
    entry = "a:ext" if owner == "a" else "p:ext"
    return node(f"{owner}:extLst", node(entry, content, uri=uri))
