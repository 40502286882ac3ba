"""The empty package that slides are added to: theme, master, layouts, notes master.

It is written here part by part, so that no template's author, picture or spare layout comes along.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.geometry import Frame, preset
from ceremonie.deck.markup.scheme import (
    LANGUAGE,
    THEME_NAME,
    Slot,
    background,
    colour_scheme,
    fill,
    font_scheme,
    latin,
)
from ceremonie.deck.markup.xml import Node, document, node
from ceremonie.deck.template.layouts import TEXT_ROOM, TITLE_ROOM, Layout
from ceremonie.planning.drawing import Anchor, Text
from ceremonie.planning.model import Plan
from ceremonie.theme.grid import RIGHT
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale, Style
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH, emu, points

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_FIRST_LAYOUT_ID = 2_147_483_649
"""Master and layout ids share a range that starts at 2³¹ (ISO/IEC 29500-1, 19.7.12)."""

_NOTES_WIDTH, _NOTES_HEIGHT = 1080, 1440
"""A4-like sheet in px of the canvas."""

_COLOUR_MAP = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip

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
            _layout(layout),
            [("slideMaster", "../slideMasters/slideMaster1.xml")],
        )
        for n, layout in zip(numbered, layouts, strict=True)
    }
    return {
        "ppt/presentation.xml": (
            f"{_MAIN}.presentation.main+xml",
            _presentation(Scale(plan.family)),
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
            _master(len(layouts), Scale(plan.family)),
            [*to_layouts, ("theme", "../theme/theme1.xml")],
        ),
        **layout_parts,
        "ppt/notesMasters/notesMaster1.xml": (
            f"{_MAIN}.notesMaster+xml",
            _notes_master(),
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


def _presentation(scale: Scale) -> Node:
    return node(
        "p:presentation",
        node("p:sldMasterIdLst", node("p:sldMasterId", id=_FIRST_LAYOUT_ID - 1, r_id="rId1")),
        node("p:notesMasterIdLst", node("p:notesMasterId", r_id="rId2")),
        node("p:sldIdLst"),
        node("p:sldSz", cx=emu(CANVAS_WIDTH), cy=emu(CANVAS_HEIGHT)),
        node("p:notesSz", cx=emu(_NOTES_WIDTH), cy=emu(_NOTES_HEIGHT)),
        node("p:defaultTextStyle", _level(scale.body, Colour.INK)),
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


def _master(layouts: int, scale: Scale) -> Node:
    shapes = (
        _placeholder(2, "Titre", node("p:ph", type="title"), TITLE_ROOM, "Titre"),
        _placeholder(3, "Texte", node("p:ph", type="body", idx=1), TEXT_ROOM, "Texte"),
    )
    identifiers = [
        node("p:sldLayoutId", id=_FIRST_LAYOUT_ID + n, r_id=f"rId{n + 1}") for n in range(layouts)
    ]
    return node(
        "p:sldMaster",
        _slide_data("", shapes, Colour.PAPER),
        node("p:clrMap", **_COLOUR_MAP),
        node("p:sldLayoutIdLst", *identifiers),
        node(
            "p:txStyles",
            node("p:titleStyle", _level(scale.statement, Colour.INK)),
            node("p:bodyStyle", _level(scale.body, Colour.INK)),
            node("p:otherStyle", _level(scale.body, Colour.INK)),
        ),
        preserve=True,
    )


def _layout(layout: Layout) -> Node:
    shapes = [
        _layout_placeholder(identity, place, text, layout.rooms.get(place.number))
        for identity, (place, text) in enumerate(layout.slots, 2)
    ]
    return node(
        "p:sldLayout",
        _slide_data(layout.name, shapes, layout.ground),
        node("p:clrMapOvr", node("a:masterClrMapping")),
        preserve=True,
        userDrawn=True,
    )


def _slide_data(name: str, shapes: Sequence[Node], field: Colour | None) -> Node:
    root = node(
        "p:nvGrpSpPr",
        node("p:cNvPr", id=1, name=""),
        node("p:cNvGrpSpPr"),
        node("p:nvPr"),
    )
    tree = node("p:spTree", root, node("p:grpSpPr"), *shapes)
    ground = None if field is None else background(field)
    return node("p:cSld", ground, tree, name=name or None)


def _layout_placeholder(identity: int, place: Slot, text: Text, room: Frame | None) -> Node:
    measured, angle = typesetting.placed(text)
    frame = room or _widened(measured, text)
    mark = placeholder_mark(place)
    level = typesetting.paragraph_properties(
        text, "a:lvl1pPr", typesetting.run_properties("a:defRPr", text)
    )
    styles = node("a:lstStyle", level)
    return _placeholder(identity, place.prompt, mark, frame, place.prompt, styles, angle)


def _widened(frame: Frame, text: Text) -> Frame:
    """Up to the margin: words that a person types there are longer than the sample's."""
    if text.anchor is not Anchor.START or text.angle or frame.x > RIGHT:
        return frame
    return Frame(frame.x, frame.y, max(frame.width, RIGHT - frame.x), frame.height)


def placeholder_mark(place: Slot) -> Node:
    """`p:ph`: a title has no index of its own."""
    if place.kind == "title":
        return node("p:ph", type="title")
    return node("p:ph", type=place.kind, sz="quarter", idx=place.number)


def _placeholder(
    identity: int,
    name: str,
    mark: Node,
    frame: Frame,
    prompt: str,
    styles: Node | None = None,
    angle: float = 0,
) -> Node:
    words = node("a:r", node("a:rPr", lang=LANGUAGE), node("a:t", prompt))
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=identity, name=name),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
            node("p:nvPr", mark),
        ),
        node("p:spPr", frame.transform(angle), preset("rect")),
        node(
            "p:txBody",
            typesetting.body_properties("square"),
            styles if styles is not None else node("a:lstStyle"),
            node("a:p", words, node("a:endParaRPr", lang=LANGUAGE)),
        ),
    )


def _level(style: Style, colour: Colour) -> Node:
    sample = Text(
        name="", lines=("",), x=0, baseline=0, style=style, colour=colour, ground=colour,
        anchor=Anchor.START,
    )  # fmt: skip
    return typesetting.paragraph_properties(
        sample, "a:lvl1pPr", typesetting.run_properties("a:defRPr", sample)
    )


def _notes_master() -> Node:
    picture = Frame(90, 90, 900, 506.25)
    words = Frame(90, 660, 900, 690)
    shapes = (
        _notes_picture(2, picture),
        _placeholder(
            3,
            "Commentaires",
            node("p:ph", type="body", sz="quarter", idx=3),
            words,
            "Commentaires",
        ),
    )
    notes = node(
        "a:lvl1pPr",
        node("a:spcBef", node("a:spcPts", val=600)),
        node(
            "a:defRPr",
            fill(Colour.INK),
            latin(400),
            sz=round(points(28) * 100),
            lang=LANGUAGE,
        ),
        marL=0,
        algn="l",
    )
    return node(
        "p:notesMaster",
        _slide_data("", shapes, Colour.WHITE),
        node("p:clrMap", **_COLOUR_MAP),
        node("p:notesStyle", notes),
    )


def _notes_picture(identity: int, frame: Frame) -> Node:
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=identity, name="Image de la diapositive"),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)),
            node("p:nvPr", node("p:ph", type="sldImg", idx=2)),
        ),
        node(
            "p:spPr",
            frame.transform(),
            preset("rect"),
            node("a:noFill"),
            node("a:ln", fill(Colour.INK), w=emu(1)),
        ),
    )
