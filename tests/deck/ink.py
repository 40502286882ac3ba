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

from ceremonie.deck.template import foot
from ceremonie.deck.template.design import FIRST_NUMBERS
from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Role
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

PIXELS_PER_POINT = 2
"""px of the canvas in a point."""

TOLERANCE = 6.0
"""px of the canvas that ink may lie outside its box: a rounded letter's overshoot and half a pixel
of the drawing.
"""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_GRAPHICS = ("sp", "pic", "grpSp", "graphicFrame", "cxnSp")


OVERHANG = 0.08
"""em that a letter may stand out of its place at the side: the J of DejaVu Sans does."""

READ, CREDIT = 24.0, 18.0
"""pt that words have at least; those of a credit."""


@dataclass(frozen=True)
class Ink:
    """The words of one shape as they were drawn: the number (from 1) and the name of the slide,
    their own box, what they cover (None where nothing of them is seen), px of the canvas; their
    size as the file says it, and how small it may be, pt.
    """

    slide: str
    name: str
    group: str
    box: Bounds
    covered: Bounds | None
    size: float
    least: float

    @property
    def is_spoken(self) -> bool:
        """Whether a screen reader alone finds it: a title above the slide."""
        return self.box.bottom <= 0

    @property
    def allowed(self) -> Bounds:
        """The box, and what single letters may stand out of it."""
        beside = TOLERANCE + OVERHANG * self.size * PIXELS_PER_POINT
        box = self.box
        return Bounds(box.left - beside, box.top - TOLERANCE,
                      box.right + beside, box.bottom + TOLERANCE)  # fmt: skip


@dataclass(frozen=True)
class Solid:
    """What words may not touch: a picture, a video, a table."""

    slide: str
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
    return [*_strayed(inked), *overlaps(inked)]


def overlaps(inked: Inked) -> list[str]:
    """The part of it that a person sees: ink beyond the slide, on other words, on a picture."""
    beyond = [
        f"{ink.slide} {ink.name}: beyond the slide"
        for ink in inked.words
        if ink.covered and not inked.canvas.holds(ink.covered)
    ]
    return [*beyond, *_crossed(inked), *_covered(inked)]


def _strayed(inked: Inked) -> Iterator[str]:
    for ink in inked.words:
        if ink.is_spoken:
            continue
        if ink.covered is None:
            yield f"{ink.slide} {ink.name}: unseen"
        elif not ink.allowed.holds(ink.covered):
            yield f"{ink.slide} {ink.name}: out of its box {_by(ink.allowed, ink.covered)}"


def _by(allowed: Bounds, covered: Bounds) -> str:
    sides = {
        "left": allowed.left - covered.left,
        "above": allowed.top - covered.top,
        "right": covered.right - allowed.right,
        "below": covered.bottom - allowed.bottom,
    }
    return ", ".join(f"{by:.0f} px {side}" for side, by in sides.items() if by > 0)


def too_small(inked: Inked) -> list[str]:
    """Texts that a room cannot read, a line for each."""
    return [
        f"{ink.slide} {ink.name}: {ink.size:.1f} pt"
        for ink in inked.words
        if not ink.is_spoken and ink.size < ink.least - 0.05
    ]


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
    slides = list(presentation.slides)
    labels = [f"{number} {slide.name}" for number, slide in enumerate(slides, 1)]
    found = [_bared(slide, label) for slide, label in zip(slides, labels, strict=True)]
    for parent in (presentation.slide_master, *presentation.slide_layouts):
        _undecorated(parent)
    for slide in presentation.slides:
        slide._element.attrib.pop("show", None)
    pages = _rendered(presentation, font)
    assert len(pages) == len(found), "LibreOffice drew another number of slides"
    words = [
        Ink(label, text.name, text.group, text.box, _ink(page, text.colour, canvas.width),
            text.size, text.least)
        for label, (texts, _), page in zip(labels, found, pages, strict=True)
        for text in texts
    ]  # fmt: skip
    return Inked(canvas, tuple(words), tuple(solid for _, solids in found for solid in solids))


@dataclass(frozen=True)
class _Text:
    name: str
    group: str
    box: Bounds
    colour: int
    size: float
    least: float


def _bared(slide: Any, label: str) -> tuple[list[_Text], list[Solid]]:
    """Words alone are left on the slide, coloured; and what there was beside them."""
    texts: list[_Text] = []
    solids: list[Solid] = []
    _whitened(slide)
    for shape in list(slide.shapes):
        _visit(shape, "", texts)
        if shape._element.tag in (_P + "pic", _P + "graphicFrame"):
            solids.append(Solid(label, shape.name, _box(shape)))
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
        texts.append(_Text(shape.name, group, _box(shape), colour, _size(shape), _least(shape)))
        for body in bodies:
            _coloured(body, colour)
    if shape._element.tag == _P + "pic" and group:
        shape._element.getparent().remove(shape._element)
    else:
        _unfilled(shape._element)


def _size(shape: Any) -> float:
    """pt: of its runs or its layout's placeholder, times the scale that the slide states."""
    element = shape._element
    sizes = [int(one) for one in element.xpath(".//a:rPr/@sz")]
    if not sizes and shape.is_placeholder:
        number = shape.placeholder_format.idx
        offers = shape.part.slide_layout.placeholders
        offered = [one for one in offers if one.placeholder_format.idx == number]
        sizes = [int(size) for one in offered for size in one._element.xpath(".//a:defRPr/@sz")]
    scales = [int(one) for one in element.xpath(".//a:normAutofit/@fontScale")]
    return min(sizes, default=1800) / 100 * min(scales, default=100_000) / 100_000


def _least(shape: Any) -> float:
    """pt, by the role that the number of a placeholder tells; the foot is for who presents."""
    if not shape.is_placeholder:
        return CREDIT
    number = shape.placeholder_format.idx
    if number in (foot.FOOTER, foot.NUMBER):
        return foot.LEAST / PIXELS_PER_POINT
    first = FIRST_NUMBERS[Role.CREDIT]
    return CREDIT if first <= number < first + 100 else READ


def _box(shape: Any) -> Bounds:
    """px; of a table the place that its layout has for it, for it grows with its words."""
    if shape.is_placeholder and shape.has_table:
        number = shape.placeholder_format.idx
        offers = shape.part.slide_layout.placeholders
        shape = next(one for one in offers if one.placeholder_format.idx == number)
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
