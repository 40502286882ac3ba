"""What a deck's words cover when a program draws them: ink, not boxes.

A copy of the deck is made in which nothing is left but its words, each shape's in a colour of its
own, on white; LibreOffice draws it with a chosen font in the place of ours, and the colours are
found again in the pixels. So it is known of every text where its ink lies.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from lxml import etree
from numpy.typing import NDArray
from PIL import Image
from pptx import Presentation

from ceremonie.formats import Bounds
from ceremonie.theme.faces import FAMILY
from ceremonie.units import EMU_PER_PIXEL
from tests.conftest import require

FONTS = Path(__file__).parents[2] / "src" / "ceremonie" / "data" / "fonts"
OURS = "nos polices"
SUBSTITUTES = ("Carlito", "Liberation Sans", "Noto Sans", "DejaVu Sans")
"""What stands for our family where it is missing: for Calibri, for Arial, and the two widest that
systems ship.
"""

WIDTH = 1280
"""px of a drawn slide."""

TOLERANCE = 6.0
"""px of the canvas that ink may lie outside its box: a rounded letter's overshoot and half a pixel
of the drawing.
"""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_GRAPHICS = ("sp", "pic", "grpSp", "graphicFrame", "cxnSp")


@dataclass(frozen=True)
class Ink:
    """The words of one shape as they were drawn on slide `slide` (from 1): their own box, what they
    cover (None where nothing of them is seen), px of the canvas.
    """

    slide: int
    name: str
    group: str
    box: Bounds
    covered: Bounds | None


@dataclass(frozen=True)
class Solid:
    """What words may not touch: a picture, a video, a table."""

    slide: int
    name: str
    box: Bounds


@dataclass(frozen=True)
class Inked:
    """A whole deck, drawn."""

    canvas: Bounds
    words: tuple[Ink, ...]
    solids: tuple[Solid, ...]


def collisions(inked: Inked) -> list[str]:
    """What is wrong, a line for each: ink beyond the slide or its own box, on other words, on a
    picture.
    """
    return [*_strayed(inked), *_crossed(inked), *_covered(inked)]


def _strayed(inked: Inked) -> Iterator[str]:
    for ink in inked.words:
        if ink.covered is None:
            yield f"{ink.slide} {ink.name}: unseen"
        elif not inked.canvas.holds(ink.covered):
            yield f"{ink.slide} {ink.name}: beyond the slide"
        elif not ink.box.holds(ink.covered, TOLERANCE):
            yield f"{ink.slide} {ink.name}: out of its box {_by(ink.box, ink.covered)}"


def _by(box: Bounds, covered: Bounds) -> str:
    sides = {
        "left": box.left - covered.left,
        "above": box.top - covered.top,
        "right": covered.right - box.right,
        "below": covered.bottom - box.bottom,
    }
    return ", ".join(f"{by:.0f} px {side}" for side, by in sides.items() if by > TOLERANCE)


def _crossed(inked: Inked) -> Iterator[str]:
    for index, one in enumerate(inked.words):
        for other in inked.words[index + 1 :]:
            same = one.slide == other.slide and one.covered and other.covered
            if same and one.covered.meets(other.covered):  # type: ignore[union-attr, arg-type]
                yield f"{one.slide} {one.name} × {other.name}"


def _covered(inked: Inked) -> Iterator[str]:
    for ink in inked.words:
        for solid in inked.solids:
            foreign = ink.slide == solid.slide and solid.name not in (ink.name, ink.group)
            if foreign and ink.covered and ink.covered.meets(solid.box.grown(-TOLERANCE)):
                yield f"{ink.slide} {ink.name} on {solid.name}"


def drawn(deck: bytes, font: str = OURS, change: Callable[[Any], None] | None = None) -> Inked:
    """The words of the deck as LibreOffice draws them in `font`; `change` does to the presentation
    what a person might have done.
    """
    require("soffice")
    require("pdftoppm")
    presentation = Presentation(io.BytesIO(deck))
    if change is not None:
        change(presentation)
    unit = EMU_PER_PIXEL
    canvas = Bounds(0, 0, presentation.slide_width / unit, presentation.slide_height / unit)
    found = [_bared(slide, number) for number, slide in enumerate(presentation.slides, 1)]
    for parent in (presentation.slide_master, *presentation.slide_layouts):
        _undecorated(parent)
    for slide in presentation.slides:
        slide._element.attrib.pop("show", None)
    pages = _rendered(presentation, font)
    assert len(pages) == len(found), "LibreOffice drew another number of slides"
    words = [
        Ink(number, text.name, text.group, text.box, _ink(page, text.colour, canvas.width))
        for number, ((texts, _), page) in enumerate(zip(found, pages, strict=True), 1)
        for text in texts
    ]
    return Inked(canvas, tuple(words), tuple(solid for _, solids in found for solid in solids))


@dataclass(frozen=True)
class _Text:
    name: str
    group: str
    box: Bounds
    colour: int


def _bared(slide: Any, number: int) -> tuple[list[_Text], list[Solid]]:
    """Words alone are left on the slide, coloured; and what there was beside them."""
    texts: list[_Text] = []
    solids: list[Solid] = []
    _whitened(slide)
    for shape in list(slide.shapes):
        _visit(shape, "", texts)
        if shape._element.tag in (_P + "pic", _P + "graphicFrame"):
            solids.append(Solid(number, shape.name, _box(shape)))
        if shape._element.tag == _P + "pic":
            shape._element.getparent().remove(shape._element)
    timing = slide._element.find(_P + "timing")
    if timing is not None:
        slide._element.remove(timing)
    return texts, solids


def _visit(shape: Any, group: str, texts: list[_Text]) -> None:
    if shape.shape_type == 6:  # a group
        for inner in list(shape.shapes):
            _visit(inner, group or shape.name, texts)
        return
    bodies = [*shape._element.iter(_A + "txBody", _P + "txBody")]
    words = "".join(t.text or "" for body in bodies for t in body.iter(_A + "t"))
    if words.strip():
        colour = len(texts) + 1
        texts.append(_Text(shape.name, group, _box(shape), colour))
        for body in bodies:
            _coloured(body, colour)
    if shape._element.tag == _P + "pic" and group:
        shape._element.getparent().remove(shape._element)
    else:
        _unfilled(shape._element)


def _box(shape: Any) -> Bounds:
    left, top = shape.left / EMU_PER_PIXEL, shape.top / EMU_PER_PIXEL
    width, height = shape.width / EMU_PER_PIXEL, shape.height / EMU_PER_PIXEL
    if abs(getattr(shape, "rotation", 0)) % 180 > 1:  # turned: the circle about its middle
        x, y, reach = left + width / 2, top + height / 2, (width**2 + height**2) ** 0.5 / 2
        return Bounds(x - reach, y - reach, x + reach, y + reach)
    return Bounds(left, top, left + width, top + height)


def _coloured(body: Any, colour: int) -> None:
    """Every run in the colour of this number."""
    for properties in body.iter(_A + "rPr", _A + "endParaRPr"):
        for fill in properties.findall(_A + "solidFill"):
            properties.remove(fill)
        fill = etree.Element(_A + "solidFill")
        etree.SubElement(fill, _A + "srgbClr", val=f"{_rgb(colour):06X}")
        line = properties.find(_A + "ln")
        properties.insert(0 if line is None else 1, fill)


def _rgb(number: int) -> int:
    """Colours far enough apart to be told after rounding; none is white."""
    return (number % 6) * 40 << 16 | (number // 6 % 6) * 40 << 8 | (number // 36 % 6) * 40


def _unfilled(element: Any) -> None:
    properties = element.find(_P + "spPr")
    if properties is None:
        return
    for tag in ("solidFill", "noFill", "blipFill", "gradFill", "ln"):
        for child in properties.findall(_A + tag):
            properties.remove(child)
    geometry = [c for c in properties if c.tag in (_A + "xfrm", _A + "prstGeom", _A + "custGeom")]
    at = len(geometry)
    properties.insert(at, etree.Element(_A + "noFill"))
    line = etree.Element(_A + "ln")
    etree.SubElement(line, _A + "noFill")
    properties.insert(at + 1, line)


def _whitened(part: Any) -> None:
    data = part._element.find(_P + "cSld")
    for background in data.findall(_P + "bg"):
        data.remove(background)
    background = etree.fromstring(
        f'<p:bg xmlns:p="{_P[1:-1]}" xmlns:a="{_A[1:-1]}"><p:bgPr><a:solidFill>'
        '<a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    )
    data.insert(0, background)


def _undecorated(part: Any) -> None:
    """Nothing but placeholders, which show nothing of their own."""
    _whitened(part)
    for element in list(part.shapes._spTree):
        if etree.QName(element).localname not in _GRAPHICS:
            continue
        if element.find(f".//{_P}nvPr/{_P}ph") is None:
            element.getparent().remove(element)
        else:
            _unfilled(element)


def _rendered(presentation: Any, font: str) -> list[NDArray[np.uint8]]:
    """Each slide as pixels, shape (height, WIDTH, 3), red, green, blue; nothing is smoothed."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        presentation.save(str(work / "deck.pptx"))
        command = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless",
                   "--convert-to", "pdf", "--outdir", folder, str(work / "deck.pptx")]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, env=_environment(work, font))
        flat = ["-aa", "no", "-aaVector", "no", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", *flat, str(work / "deck.pdf"), str(work / "page")], check=True)
        files = sorted(work.glob("page*.ppm"))
        return [np.asarray(Image.open(file).convert("RGB")) for file in files]


def _environment(folder: Path, font: str) -> dict[str, str]:
    """Fontconfig knows our files, or the substitute under our family's name."""
    import os

    if font == OURS:
        rule = f"<dir>{FONTS}</dir>"
    else:
        rule = (
            '<match target="pattern"><test qual="any" name="family">'
            f"<string>{FAMILY}</string></test>"
            f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit>'
            "</match>"
        )
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rule}</fontconfig>',
        "utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def _ink(page: NDArray[np.uint8], colour: int, width: float) -> Bounds | None:
    wanted = _rgb(colour)
    rgb = np.array([wanted >> 16, wanted >> 8 & 255, wanted & 255])
    rows, columns = np.nonzero((np.abs(page.astype(int) - rgb) <= 8).all(axis=2))
    if not rows.size:
        return None
    unit = width / page.shape[1]
    return Bounds(
        columns.min() * unit, rows.min() * unit, (columns.max() + 1) * unit, (rows.max() + 1) * unit
    )


def installed(fonts: Sequence[str] = SUBSTITUTES) -> list[str]:
    """Which of the fonts this system has: LibreOffice would show another in their place."""
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True)
    return [font for font in fonts if font in listed.stdout]
