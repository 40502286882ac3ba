"""What a presentation tells of itself: its sections, how it is shown, its properties."""

from __future__ import annotations

import datetime as dt
import os
import uuid
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from lxml import etree

from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.text import plain
from ceremonie.deck.markup.xml import Node, document, extension, find, node
from ceremonie.deck.package.parts import MAIN, OFFICE, part
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Page, Plan

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "ceremonie: sections du diaporama")

_SETTINGS = f"{OFFICE}/presProps"
_NO_SETTINGS = document(node("p:presentationPr"))

IDENTIFIER = "ceremonie:"
"""Before the name of the edition in the core property that tells it."""


def sections(presentation: Node, pages: Iterable[Page]) -> None:
    """Every slide in one section: that of its part of the ceremony, each day by itself. A part
    that comes back opens a new one.
    """
    identifiers = [entry.get("id") for entry in find(presentation, "p:sldIdLst/p:sldId")]
    numbered = zip(pages, identifiers, strict=True)
    listed = [
        _section(number, name, [identifier for _, identifier in members])
        for number, (name, members) in enumerate(groupby(numbered, lambda one: _part(one[0])))
    ]
    presentation.append(extension(_SECTIONS, node("p14:sectionLst", *listed)))


def _part(page: Page) -> str:
    return plain(page.part) or FRENCH.parts[page.section]


def _section(number: int, name: str, identifiers: list[str]) -> Node:
    identity = str(uuid.uuid5(_NAMESPACE, f"{number} {name}")).upper()
    slides = [node("p14:sldId", id=identifier) for identifier in identifiers]
    return node(
        "p14:section",
        node("p14:sldIdLst", *slides),
        name=name,
        id=f"{{{identity}}}",
    )


def show(presentation: Any, plan: Plan) -> None:
    """How a presentation of python-pptx is shown: one that loops goes round without anybody, until
    somebody presses Escape, and no click leads anywhere (ISO/IEC 29500-1, 19.2.1.30).
    """
    if not plan.loops:
        return
    own = presentation.part
    settings = next((r.target_part for r in own.rels.values() if r.reltype == _SETTINGS), None)
    if settings is None:
        settings = part("ppt/presProps.xml", f"{MAIN}.presProps+xml", _NO_SETTINGS)
        own.relate_to(settings, _SETTINGS)
    root = etree.fromstring(settings.blob)
    for former in find(root, "p:showPr"):
        root.remove(former)
    before = find(root, "p:htmlPubPr | p:webPr | p:prnPr")
    root.insert(len(before), node("p:showPr", node("p:kiosk"), node("p:sldAll"), loop=True))
    settings._blob = document(root)


def core_properties(properties: Any, plan: Plan) -> None:
    """Every one but the date of a printing: what is left out would be the library's default."""
    when = _instant(plan)
    properties.author = properties.last_modified_by = plain(plan.organiser)
    properties.title = plain(plan.title)
    properties.subject = plain(plan.subtitle)
    properties.category = "Diaporama de cérémonie"
    properties.keywords = f"cérémonie, édition {plan.edition}"
    properties.comments = f"Diaporama de l'édition {plan.edition}, écrit par ceremonie"
    properties.content_status = "Prêt à présenter"
    properties.identifier = f"{IDENTIFIER}{plan.edition}"
    properties.language = LANGUAGE
    properties.version = "1"
    properties.revision = 1
    properties.created = properties.modified = when


def _instant(plan: Plan) -> dt.datetime:
    """SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else noon of the ceremony."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).replace(tzinfo=None)
    return dt.datetime.combine(plan.date, dt.time(12))
