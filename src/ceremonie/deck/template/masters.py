"""The slide master, from which layouts take what they do not say, and the notes master."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.geometry import Frame, preset
from ceremonie.deck.markup.scheme import LANGUAGE, fill, latin
from ceremonie.deck.markup.xml import Node, node
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import Layout
from ceremonie.deck.template.parts import slide_data
from ceremonie.deck.template.placeholders import offered
from ceremonie.planning.drawing import Text
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale, Style
from ceremonie.units import emu, points

MASTER_ID = 2_147_483_648
FIRST_LAYOUT_ID = MASTER_ID + 1
"""Master and layout ids share a range that starts at 2³¹ (ISO/IEC 29500-1, 19.7.12)."""

NOTES_WIDTH, NOTES_HEIGHT = 1080, 1440
"""A4-like sheet in px of the canvas."""

_COLOUR_MAP = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip


def master(layouts: Sequence[Layout], scale: Scale) -> Node:
    """`p:sldMaster`; the last layout is the one for free use: the master's places are its own."""
    plain = layouts[-1]
    identifiers = [
        node("p:sldLayoutId", id=FIRST_LAYOUT_ID + n, r_id=f"rId{n + 1}")
        for n in range(len(layouts))
    ]
    shapes = [offered(n, place) for n, place in enumerate(plain.places, 2)]
    shapes += [
        foot.offered(n, place)
        for n, place in enumerate(foot.places(plain.format, plain.field), 2 + len(shapes))
    ]
    return node(
        "p:sldMaster",
        slide_data("", shapes, Colour.PAPER),
        node("p:clrMap", **_COLOUR_MAP),
        node("p:sldLayoutIdLst", *identifiers),
        node(
            "p:txStyles",
            node("p:titleStyle", level(scale.statement)),
            node("p:bodyStyle", level(scale.body)),
            node("p:otherStyle", level(scale.body)),
        ),
        preserve=True,
    )


def level(style: Style) -> Node:
    """`a:lvl1pPr` of a style in ink."""
    ink = Colour.INK
    sample = Text(name="", lines=("",), x=0, baseline=0, style=style, colour=ink, ground=ink)
    return typesetting.level(style, sample)


def notes_master() -> Node:
    """`p:notesMaster`: the slide above, the words below."""
    picture = Frame(90, 90, 900, 506.25)
    words = Frame(90, 660, 900, 690)
    shapes = (
        _notes_picture(2, picture),
        _notes_words(3, words),
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
        slide_data("", shapes, Colour.WHITE),
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


def _notes_words(identity: int, frame: Frame) -> Node:
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=identity, name="Commentaires"),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
            node("p:nvPr", node("p:ph", type="body", sz="quarter", idx=3)),
        ),
        node("p:spPr", frame.transform(), preset("rect")),
        node(
            "p:txBody",
            typesetting.body_properties("t", node("a:noAutofit")),
            node("a:lstStyle"),
            node("a:p", typesetting.run("Commentaires"), node("a:endParaRPr", lang=LANGUAGE)),
        ),
    )
