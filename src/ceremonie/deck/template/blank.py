"""The empty package that slides are added to: theme, master, layouts, notes master.

It is written here part by part, so that no template's author, picture or spare layout comes along.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.opc.package import OpcPackage

from ceremonie.deck.markup.scheme import THEME_NAME, colour_scheme, font_scheme
from ceremonie.deck.markup.xml import Node, document, node
from ceremonie.deck.package.parts import MAIN, OFFICE, part
from ceremonie.deck.package.saving import save
from ceremonie.deck.package.unpacked import PRESENTATION
from ceremonie.deck.template import masters
from ceremonie.deck.template.design import Layout
from ceremonie.deck.template.parts import kept as kept_layout
from ceremonie.formats import Format, Screen
from ceremonie.planning.model import Plan
from ceremonie.theme.type import Scale
from ceremonie.units import emu

_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_APPLICATION = "docProps/app.xml"
_THEME, _NOTES_THEME = "ppt/theme/theme1.xml", "ppt/theme/theme2.xml"
_SETTINGS = {
    "presProps": "ppt/presProps.xml",
    "viewProps": "ppt/viewProps.xml",
    "theme": _THEME,
    "tableStyles": "ppt/tableStyles.xml",
}
_SCREENS = {
    Screen.WIDE: "Grand écran",
    Screen.LAPTOP: "Affichage à l'écran (16:10)",
    Screen.CLASSIC: "Affichage à l'écran (4:3)",
}
"""What PowerPoint calls them."""

Pointed = tuple[str, str]
"""Last word of a relationship's kind, and target."""


def presentation(plan: Plan, layouts: Sequence[Layout], kept: Path) -> Any:
    """An empty deck of python-pptx with these layouts, in their order; their parts are kept in a
    folder.
    """
    written = io.BytesIO()
    save(_package(tuple(_parts(plan, layouts, kept))), written)
    return Presentation(written)


def _package(parts: Sequence[tuple[str, str, bytes, Sequence[Pointed]]]) -> OpcPackage:
    made = {name: part(name, content_type, content) for name, content_type, content, _ in parts}
    for name, _, _, pointed in parts:
        for kind, target in pointed:
            made[name].relate_to(made[target], f"{OFFICE}/{kind}")
    package = OpcPackage(None)
    package.relate_to(made[PRESENTATION], f"{OFFICE}/officeDocument")
    package.relate_to(made[_APPLICATION], f"{OFFICE}/extended-properties")
    return package


def _layout_name(index: int) -> str:
    return f"ppt/slideLayouts/slideLayout{index + 1}.xml"


def _parts(
    plan: Plan, layouts: Sequence[Layout], kept: Path
) -> Iterator[tuple[str, str, bytes, Sequence[Pointed]]]:
    """Name, content type, content, what it points at."""
    to_layouts = [("slideLayout", _layout_name(index)) for index in range(len(layouts))]
    presentation = _presentation(Scale(plan.family), layouts[0].format)
    masters_of = (("slideMaster", _MASTER), ("notesMaster", _NOTES_MASTER), *_SETTINGS.items())
    yield PRESENTATION, f"{MAIN}.presentation.main+xml", document(presentation), masters_of
    master = document(masters.master(layouts, Scale(plan.family)))
    yield _MASTER, f"{MAIN}.slideMaster+xml", master, (*to_layouts, ("theme", _THEME))
    for index, layout in enumerate(layouts):
        content = kept_layout(layout, kept)
        to_master = (("slideMaster", _MASTER),)
        yield _layout_name(index), f"{MAIN}.slideLayout+xml", content, to_master
    notes = document(masters.notes_master())
    yield _NOTES_MASTER, f"{MAIN}.notesMaster+xml", notes, (("theme", _NOTES_THEME),)
    for name in (_THEME, _NOTES_THEME):
        yield name, f"{_DOCUMENT}.theme+xml", document(_theme(plan)), ()
    for kind, root in _settings().items():
        yield _SETTINGS[kind], f"{MAIN}.{kind}+xml", document(root), ()
    application = document(_application(plan, layouts[0].format))
    yield _APPLICATION, f"{_DOCUMENT}.extended-properties+xml", application, ()


def _settings() -> Mapping[str, Node]:
    no_style = {"def": "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"}
    return {
        "presProps": node("p:presentationPr"),
        "viewProps": node("p:viewPr"),
        "tableStyles": node("a:tblStyleLst", **no_style),
    }


def _application(plan: Plan, canvas: Format) -> Node:
    facts = {
        "TotalTime": "0",
        "Application": "ceremonie",
        "PresentationFormat": _SCREENS[canvas.screen],
        "Slides": str(len(plan.pages)),
        "Notes": str(len(plan.pages)),
        "HiddenSlides": str(sum(page.hidden for page in plan.pages)),
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
