"""Slides as those who do not see them, or see them badly, meet them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from ceremonie.control.accessibility.measures import DeckMeasures
from ceremonie.control.accessibility.outcome import Criterion, Outcome, counted, judged, without
from ceremonie.control.finding import Finding, Measured, finding
from ceremonie.control.piece import on_slide
from ceremonie.diagnostics import Severity
from ceremonie.messages import decimal
from ceremonie.text import quotable
from ceremonie.theme.palette import MINIMUM_CONTRAST

SMALLEST, SMALL = 18.0, 24.0
"""pt: below the first nobody in the last row reads, below the second some do not (house rule, from
guides for presenters: 24 pt and more for what is read).
"""

TITLES = Criterion(
    "diapositive-sans-titre",
    "Chaque diapositive a un titre, différent de celui des autres",
    "",
    "RGAA 4.1, critère 9.1",
)
FIRST = Criterion(
    "diapositive-titre-apres",
    "Le titre est lu avant le reste de la diapositive",
    "",
    "RGAA 4.1, critère 10.3",
)
ALTERNATIVES = Criterion(
    "diapositive-image-muette",
    "Chaque image est décrite, ou marquée comme décorative",
    "",
    "RGAA 4.1, critère 1.1",
)
SIZES = Criterion(
    "diapositive-texte-petit",
    "Les textes se lisent du dernier rang",
    f"{SMALLEST:.0f} pt au moins, {SMALL:.0f} pt de préférence",
    "règle de la maison, d'après les guides de présentation",
)
LANGUAGES = Criterion(
    "diapositive-sans-langue",
    "La langue de chaque texte est dite",
    "",
    "RGAA 4.1, critère 8.3",
)
TABLES = Criterion(
    "diapositive-tableau-sans-tete",
    "La première ligne des tableaux est leur tête",
    "",
    "RGAA 4.1, critère 5.6",
)

CONTRAST = Criterion(
    "diapositive-contraste",
    "Les mots se détachent de ce qui est derrière eux",
    f"{decimal(MINIMUM_CONTRAST, 1)}:1 (5e centile des points derrière les lettres)",
    "RGAA 4.1, critère 3.2",
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_ON_THE_EDGE = {"ftr", "sldNum", "dt"}
"""Places of what is the same on every slide."""

_HUNDREDTHS, _THOUSANDTHS = 100, 100_000


@dataclass(frozen=True)
class Slide:
    """`layout` is the part that it takes its sizes from."""

    file: str
    number: int
    root: ElementTree.Element
    layout: ElementTree.Element | None = None

    @cached_property
    def shapes(self) -> list[ElementTree.Element]:
        """In the order in which they are read, those of groups included."""
        kinds = {f"{_P}sp", f"{_P}pic", f"{_P}graphicFrame"}
        return [shape for shape in self.root.iter() if shape.tag in kinds]

    @property
    def title(self) -> str:
        return next((words(shape) for shape in self.shapes if _is_title(shape)), "").strip()


def outcomes(slides: Sequence[Slide], measures: DeckMeasures | None) -> Iterator[Outcome]:
    """Of one deck, and of what was measured while it was made."""
    smallest = min((size for slide in slides for size, _ in sizes(slide)), default=None)
    yield judged(TITLES, _untitled(slides), counted(len(slides), "diapositive"))
    yield judged(FIRST, _title_after(slides))
    pictures = sum(1 for slide in slides for _ in _pictures(slide))
    yield judged(ALTERNATIVES, _silent(slides), counted(pictures, "image"))
    yield judged(SIZES, _small(slides), f"{smallest:.0f} pt au plus petit" if smallest else "")
    yield judged(LANGUAGES, _unspoken(slides))
    tables = [(slide, table) for slide in slides for table in slide.root.iter(f"{_A}tbl")]
    if tables:
        yield judged(TABLES, _headless(tables), f"{len(tables)} en tout")
    else:
        yield without(TABLES, "aucun tableau")
    yield _contrast(slides, measures)


def _contrast(slides: Sequence[Slide], measures: DeckMeasures | None) -> Outcome:
    if measures is None:
        return without(CONTRAST, "diaporama modifié depuis sa production : à mesurer de nouveau")
    read = [one for one in measures.slides if one.contrast]
    worst = min((one.contrast for one in read if one.contrast), default=None)
    findings = [
        finding(
            CONTRAST.code,
            on_slide(slides[0].file, one.number),
            measured=Measured(f"{decimal(one.contrast, 1)}:1", CONTRAST.threshold, CONTRAST.source),
            words=quotable(one.words),
        )
        for one in read
        if one.contrast and one.contrast < MINIMUM_CONTRAST
    ]
    return judged(CONTRAST, findings, f"{decimal(worst, 1)}:1 au plus bas" if worst else "")


def words(shape: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in shape.iter(f"{_A}t"))


def sizes(slide: Slide) -> Iterator[tuple[float, str]]:
    """The size in pt of each run of letters, as it is shown, and what it says; footer, number and
    date left out. What no slide and no layout says comes from the master, which belongs to whoever
    made the template: not counted.
    """
    places = _places(slide.layout) if slide.layout is not None else {}
    for shape in slide.shapes:
        place, scale = _place_of(shape), _scale(shape)
        usual = places.get(place)
        if _is_decorative(shape) or (place and place[0] in _ON_THE_EDGE):
            continue
        for run in shape.iter(f"{_A}r"):
            properties, said = run.find(f"{_A}rPr"), run.findtext(f"{_A}t", "")
            own = properties.get("sz") if properties is not None else None
            size = int(own) / _HUNDREDTHS if own else usual
            if size and said.strip():
                yield size * scale, said


def _untitled(slides: Sequence[Slide]) -> Iterator[Finding]:
    titles = Counter(slide.title for slide in slides)
    for slide in slides:
        if not slide.title:
            yield finding(TITLES.code, on_slide(slide.file, slide.number))
        elif titles[slide.title] > 1:
            place = on_slide(slide.file, slide.number)
            yield finding("diapositive-titre-double", place, title=quotable(slide.title))


def _title_after(slides: Iterable[Slide]) -> Iterator[Finding]:
    for slide in slides:
        spoken = [
            shape for shape in slide.shapes if words(shape).strip() and not _is_decorative(shape)
        ]
        if slide.title and spoken and not _is_title(spoken[0]):
            place = on_slide(slide.file, slide.number)
            yield finding(FIRST.code, place, words=quotable(words(spoken[0])))


def _pictures(slide: Slide) -> Iterator[ElementTree.Element]:
    return (shape for shape in slide.shapes if shape.tag == f"{_P}pic")


def _silent(slides: Iterable[Slide]) -> Iterator[Finding]:
    for slide in slides:
        for picture in _pictures(slide):
            if not _is_decorative(picture) and not _properties(picture).get("descr", "").strip():
                place = on_slide(slide.file, slide.number)
                yield finding(ALTERNATIVES.code, place, name=_properties(picture).get("name", ""))


def _small(slides: Iterable[Slide]) -> Iterator[Finding]:
    """The smallest text of each slide."""
    for slide in slides:
        size, said = min(sizes(slide), default=(SMALL, ""))
        if size < SMALL:
            measured = Measured(f"{size:.0f} pt", SIZES.threshold, SIZES.source)
            severity = Severity.ERROR if size < SMALLEST else Severity.WARNING
            place = on_slide(slide.file, slide.number)
            yield finding(
                SIZES.code, place, measured=measured, severity=severity, words=quotable(said)
            )


def _unspoken(slides: Iterable[Slide]) -> Iterator[Finding]:
    for slide in slides:
        for run in slide.root.iter(f"{_A}r"):
            properties = run.find(f"{_A}rPr")
            if properties is None or not properties.get("lang"):
                said = quotable(run.findtext(f"{_A}t", ""))
                yield finding(LANGUAGES.code, on_slide(slide.file, slide.number), words=said)
                break


def _headless(tables: Iterable[tuple[Slide, ElementTree.Element]]) -> Iterator[Finding]:
    for slide, table in tables:
        properties = table.find(f"{_A}tblPr")
        if properties is None or properties.get("firstRow") not in ("1", "true"):
            yield finding(TABLES.code, on_slide(slide.file, slide.number))


def _properties(shape: ElementTree.Element) -> ElementTree.Element:
    found = shape.find(f"./*/{_P}cNvPr")
    return found if found is not None else ElementTree.Element("none")


def _is_decorative(shape: ElementTree.Element) -> bool:
    return any(mark.get("val") in ("1", "true") for mark in _properties(shape).iter(_DECORATIVE))


def _is_title(shape: ElementTree.Element) -> bool:
    place = shape.find(f"./*/*/{_P}ph")
    return place is not None and place.get("type") in ("title", "ctrTitle")


_Place = tuple[str, str] | None


def _place_of(shape: ElementTree.Element) -> _Place:
    place = shape.find(f"./*/*/{_P}ph")
    return None if place is None else (place.get("type", "body"), place.get("idx", "0"))


def _places(layout: ElementTree.Element) -> Mapping[_Place, float]:
    """The size in pt that each place of a layout gives to its words."""
    found = {}
    for shape in layout.iter(f"{_P}sp"):
        style = shape.find(f"./{_P}txBody/{_A}lstStyle/{_A}lvl1pPr/{_A}defRPr")
        if style is not None and style.get("sz"):
            found[_place_of(shape)] = int(style.get("sz", "0")) / _HUNDREDTHS
    return found


def _scale(shape: ElementTree.Element) -> float:
    """By how much the words of a shape are made smaller so that they fit."""
    fitted = shape.find(f"./{_P}txBody/{_A}bodyPr/{_A}normAutofit")
    return int(fitted.get("fontScale", _THOUSANDTHS)) / _THOUSANDTHS if fitted is not None else 1.0
