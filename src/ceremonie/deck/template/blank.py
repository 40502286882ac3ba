"""The empty package that slides are added to: theme, master, layouts, notes master.

It is written here part by part, so that no template's author, picture or spare layout comes along.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from ceremonie.deck.markup.scheme import THEME_NAME, colour_scheme, font_scheme
from ceremonie.deck.markup.xml import Node, document, node
from ceremonie.deck.template import masters
from ceremonie.deck.template.design import Layout
from ceremonie.deck.template.parts import layout as layout_part
from ceremonie.formats import Format
from ceremonie.planning.model import Plan
from ceremonie.theme.type import Scale
from ceremonie.units import emu

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument"
Rel = tuple[str, str]
"""Kind of relationship and target."""


def package(plan: Plan, layouts: Sequence[Layout]) -> bytes:
    """An empty .pptx with these layouts, in their order."""
    parts = _parts(plan, layouts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", document(_content_types(parts)))
        for name, (_, root, rels) in parts.items():
            archive.writestr(name, document(root))
            folder, _, file = name.rpartition("/")
            if rels:
                archive.writestr(f"{folder}/_rels/{file}.rels", document(_rels(rels)))
        archive.writestr("_rels/.rels", document(_rels(_ROOT_RELS)))
    return buffer.getvalue()


_ROOT_RELS: list[Rel] = [
    ("officeDocument", "ppt/presentation.xml"),
    ("extended-properties", "docProps/app.xml"),
]


def _parts(plan: Plan, layouts: Sequence[Layout]) -> dict[str, tuple[str, Node, list[Rel]]]:
    """Name → content type, content, relationships (rId1, rId2, … in their order)."""
    numbered = range(1, len(layouts) + 1)
    to_layouts = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbered]
    layout_parts = {
        f"ppt/slideLayouts/slideLayout{n}.xml": (
            f"{_MAIN}.slideLayout+xml",
            layout_part(layout),
            [("slideMaster", "../slideMasters/slideMaster1.xml")],
        )
        for n, layout in zip(numbered, layouts, strict=True)
    }
    return {
        "ppt/presentation.xml": (
            f"{_MAIN}.presentation.main+xml",
            _presentation(Scale(plan.family), layouts[0].format),
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("presProps", "presProps.xml"),
                ("viewProps", "viewProps.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            ],
        ),
        "ppt/slideMasters/slideMaster1.xml": (
            f"{_MAIN}.slideMaster+xml",
            masters.master(layouts, Scale(plan.family)),
            [*to_layouts, ("theme", "../theme/theme1.xml")],
        ),
        **layout_parts,
        "ppt/notesMasters/notesMaster1.xml": (
            f"{_MAIN}.notesMaster+xml",
            masters.notes_master(),
            [("theme", "../theme/theme2.xml")],
        ),
        "ppt/theme/theme1.xml": (f"{_DOCUMENT}.theme+xml", _theme(plan), []),
        "ppt/theme/theme2.xml": (f"{_DOCUMENT}.theme+xml", _theme(plan), []),
        "ppt/presProps.xml": (f"{_MAIN}.presProps+xml", node("p:presentationPr"), []),
        "ppt/viewProps.xml": (f"{_MAIN}.viewProps+xml", node("p:viewPr"), []),
        "ppt/tableStyles.xml": (
            f"{_MAIN}.tableStyles+xml",
            node("a:tblStyleLst", **{"def": "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"}),
            [],
        ),
        "docProps/app.xml": (f"{_DOCUMENT}.extended-properties+xml", _application(plan), []),
    }


def _content_types(parts: dict[str, tuple[str, Node, list[Rel]]]) -> Node:
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (("rels", relationships), ("xml", "application/xml"))
    return node(
        "ct:Types",
        *(node("ct:Default", Extension=ext, ContentType=kind) for ext, kind in defaults),
        *(
            node("ct:Override", PartName=f"/{name}", ContentType=kind)
            for name, (kind, _, _) in parts.items()
        ),
    )


def _rels(rels: Sequence[Rel]) -> Node:
    return node(
        "rel:Relationships",
        *(
            node("rel:Relationship", Id=f"rId{n}", Type=f"{_OFFICE}/{kind}", Target=target)
            for n, (kind, target) in enumerate(rels, 1)
        ),
    )


def _application(plan: Plan) -> Node:
    facts = {
        "TotalTime": "0",
        "Application": "ceremonie",
        "PresentationFormat": "Grand écran",
        "Slides": str(len(plan.pages)),
        "Notes": str(len(plan.pages)),
        "HiddenSlides": "0",
        "Company": plan.organiser,
        "AppVersion": "1.0000",
    }
    return node("ep:Properties", *(node(f"ep:{name}", value) for name, value in facts.items()))


def _presentation(scale: Scale, canvas: Format) -> Node:
    return node(
        "p:presentation",
        node("p:sldMasterIdLst", node("p:sldMasterId", id=masters.MASTER_ID, r_id="rId1")),
        node("p:notesMasterIdLst", node("p:notesMasterId", r_id="rId2")),
        node("p:sldIdLst"),
        node("p:sldSz", cx=emu(canvas.width), cy=emu(canvas.height)),
        node("p:notesSz", cx=emu(masters.NOTES_WIDTH), cy=emu(masters.NOTES_HEIGHT)),
        node("p:defaultTextStyle", masters.level(scale.body)),
        saveSubsetFonts=True,
    )


def _theme(plan: Plan) -> Node:
    plain = node("a:solidFill", node("a:schemeClr", val="phClr"))
    lines = [node("a:ln", _copy(plain), w=width) for width in (6350, 12700, 19050)]
    styles = node(
        "a:fmtScheme",
        node("a:fillStyleLst", *(_copy(plain) for _ in range(3))),
        node("a:lnStyleLst", *lines),
        node(
            "a:effectStyleLst",
            *(node("a:effectStyle", node("a:effectLst")) for _ in range(3)),
        ),
        node("a:bgFillStyleLst", *(_copy(plain) for _ in range(3))),
        name=THEME_NAME,
    )
    elements = node(
        "a:themeElements", colour_scheme(plan.palette), font_scheme(plan.family), styles
    )
    return node("a:theme", elements, name=THEME_NAME)


def _copy(element: Node) -> Node:
    return element.__copy__()
