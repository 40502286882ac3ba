"""What a presentation tells of itself: its sections, its properties."""

from __future__ import annotations

import datetime as dt
import os
import uuid
from collections.abc import Iterable
from itertools import groupby

from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.text import plain
from ceremonie.deck.markup.xml import Node, document, extension, find, node
from ceremonie.deck.package.parts import Package, Part
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Page, Plan

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "ceremonie: sections du diaporama")


_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DATES = "created", "modified"

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


def core_properties(package: Package, plan: Plan) -> None:
    """Every one but the date of a printing: what is left out would be some program's default."""
    when = f"{_instant(plan).isoformat(timespec='seconds')}Z"
    told = {
        "dc:title": plain(plan.title),
        "dc:subject": plain(plan.subtitle),
        "dc:creator": plain(plan.organiser),
        "cp:keywords": f"cérémonie, édition {plan.edition}",
        "dc:description": f"Diaporama de l'édition {plan.edition}, écrit par ceremonie",
        "cp:lastModifiedBy": plain(plan.organiser),
        "cp:revision": "1",
        "cp:category": "Diaporama de cérémonie",
        "cp:contentStatus": "Prêt à présenter",
        "dc:identifier": f"{IDENTIFIER}{plan.edition}",
        "dc:language": LANGUAGE,
        "cp:version": "1",
    }
    dates = (node(f"dcterms:{name}", when, xsi_type="dcterms:W3CDTF") for name in _DATES)
    root = node("cp:coreProperties", *(node(tag, words) for tag, words in told.items()), *dates)
    package.add(Part(_CORE, _CORE_TYPE, document(root)))
    package.relations.to(_CORE_REL, _CORE)


def _instant(plan: Plan) -> dt.datetime:
    """SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else noon of the ceremony."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).replace(tzinfo=None)
    return dt.datetime.combine(plan.date, dt.time(12))
