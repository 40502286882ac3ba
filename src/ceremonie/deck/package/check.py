"""What is wrong with a finished deck: the faults that validators miss, and what must not leak."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.xml import Node, find
from ceremonie.deck.package.unpacked import CONTENT_TYPES, PRESENTATION, Opened
from ceremonie.diagnostics import Diagnostic
from ceremonie.media.kinds import is_file_name
from ceremonie.messages import problem
from ceremonie.theme.faces import FALLBACKS

_SLIDE_ORDER = ("cSld", "clrMapOvr", "AlternateContent", "transition", "timing", "extLst")
_UNWANTED = ("printerSettings", "thumbnail", "docProps/thumbnail", "ppt/comments")
ABSOLUTE_PATH = re.compile(
    rb"file://"
    rb"|/(?<![\w/:.]/)(?:home|Users|root|tmp|var|mnt)/\w"
    rb"|:\\(?<=[A-Za-z]:\\)(?<!\w[A-Za-z]:\\)\w"
)
"""A place on somebody's machine. Each way begins with a letter of its own, which a search can look
for: what must not stand before it is asked afterwards.
"""

_EXIF = (b"Exif\0\0", b"eXIf", b"http://ns.adobe.com/xap/")
"""Marks of metadata in JPEG and PNG files, which carry positions and names."""

_SEARCHED = {(".jpg", ".jpeg"): 1 << 16, (".png",): -1}
"""In how many bytes of a picture metadata begin, if there are any: before the pixels of a JPEG,
anywhere in a PNG.
"""


def inspect(package: Path | io.BytesIO) -> tuple[Diagnostic, ...]:
    """Every fault of a finished deck, as diagnostics in French; empty when all is well."""
    try:
        deck = Opened(package)
        return tuple(fault for check in _CHECKS for fault in check(deck))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        return (problem("diaporama-illisible", cause=error),)


def _number(deck: Opened, name: str) -> str:
    """« diapositive 3 », the way a person finds it."""
    return f"diapositive {deck.slides.index(name) + 1}" if name in deck.slides else name


def _relations(deck: Opened) -> Iterator[Diagnostic]:
    for name in ("", *deck.parts):
        for relation in deck.relations(name):
            if not relation.external and relation.target not in deck.parts:
                yield problem("diaporama-relation-rompue", part=name, target=relation.target)


def _leftovers(deck: Opened) -> Iterator[Diagnostic]:
    reached = deck.reached()
    for name in deck.parts:
        if name == CONTENT_TYPES or name.endswith(".rels"):
            continue
        if name not in reached or any(word in name for word in _UNWANTED):
            yield problem("diaporama-partie-superflue", part=name)


def _used_relations(deck: Opened) -> Iterator[Diagnostic]:
    """Every r:id, r:embed and r:link in a slide names one of its relationships."""
    for name in deck.slides:
        identities = {relation.identity for relation in deck.relations(name)}
        for attribute in find(deck.root(name), "//@r:*"):
            if attribute and attribute not in identities:
                yield problem(
                    "diaporama-relation-rompue", part=_number(deck, name), target=attribute
                )


def _shape_ids(deck: Opened) -> Iterator[Diagnostic]:
    for name in deck.slides:
        ids = Counter(find(deck.root(name), "//p:cNvPr/@id"))
        names = Counter(find(deck.root(name), "//p:cSld//p:cNvPr[@id!='1']/@name"))
        doubled = [one for one, times in (ids + names).items() if times > 1]
        if doubled:
            where = _number(deck, name)
            yield problem("diaporama-formes-doubles", slide=where, names=", ".join(doubled))


def _order(deck: Opened) -> Iterator[Diagnostic]:
    for name in deck.slides:
        tags = [_SLIDE_ORDER.index(etree.QName(child).localname) for child in deck.root(name)]
        if tags != sorted(tags):
            yield problem("diaporama-ordre", slide=_number(deck, name))


def _timings(deck: Opened) -> Iterator[Diagnostic]:
    """Every target of the timing exists, and every video has its timing."""
    for name in deck.slides:
        root = deck.root(name)
        shapes = set(find(root, "//p:cSld//p:cNvPr/@id"))
        targets = set(find(root, "//p:timing//p:spTgt/@spid"))
        videos = set(find(root, "//p:pic[.//a:videoFile]/p:nvPicPr/p:cNvPr/@id"))
        started = set(find(root, "//p:cmd[starts-with(@cmd,'playFrom')]//p:spTgt/@spid"))
        if targets - shapes or videos - started:
            yield problem("diaporama-video", slide=_number(deck, name))


def _titles(deck: Opened) -> Iterator[Diagnostic]:
    seen: Counter[str] = Counter()
    for name in deck.slides:
        titles = find(deck.root(name), "//p:sp[.//p:ph[@type='title' or @type='ctrTitle']]")
        words = " ".join("".join(find(one, ".//a:t/text()")) for one in titles).strip()
        first = next(iter(_read_shapes(deck.root(name))), None)
        seen[words] += 1
        if len(titles) != 1 or not words or seen[words] > 1 or first is not titles[0]:
            yield problem("diaporama-titre", slide=_number(deck, name))


def _read_shapes(root: Node) -> list[Node]:
    """Shapes in reading order, without the decorations."""
    shapes = find(root, "p:cSld/p:spTree/*[self::p:sp or self::p:pic or self::p:grpSp]")
    return [shape for shape in shapes if not find(shape, "./*[1]/p:cNvPr//adec:decorative")]


def _alternatives(deck: Opened) -> Iterator[Diagnostic]:
    """Pictures and videos are described or decorative, and a description is no file name."""
    for name in deck.slides:
        for own in find(deck.root(name), "//p:pic/p:nvPicPr/p:cNvPr"):
            alternative = own.get("descr", "")
            decorative = find(own, ".//adec:decorative[@val='1']")
            if bool(alternative) == bool(decorative) or is_file_name(alternative):
                yield problem(
                    "diaporama-alternative", slide=_number(deck, name), name=own.get("name")
                )


def _languages(deck: Opened) -> Iterator[Diagnostic]:
    for name, root in deck.texts():
        properties = find(root, "//a:rPr | //a:endParaRPr | //a:fld/a:rPr")
        bare = find(root, "//a:r[not(a:rPr)] | //a:p[not(a:endParaRPr)]")
        if bare or any(one.get("lang") != LANGUAGE for one in properties):
            yield problem("diaporama-langue", slide=_number(deck, name))


def _placeholders(deck: Opened) -> Iterator[Diagnostic]:
    for name in deck.slides:
        layout = deck.related(name, "slideLayout")
        offered = {_mark(mark) for mark in find(deck.root(layout), "//p:ph")} if layout else set()
        used = [_mark(mark) for mark in find(deck.root(name), "//p:ph")]
        if len(used) != len(set(used)) or not set(used) <= offered:
            yield problem("diaporama-espace-reserve", slide=_number(deck, name))


def _mark(placeholder: Node) -> tuple[str, str]:
    return placeholder.get("type", "obj"), placeholder.get("idx", "0")


def _themed(deck: Opened) -> Iterator[Diagnostic]:
    """Slides call colours and fonts by their names in the theme."""
    for name in deck.slides:
        fonts = find(deck.root(name), "//a:latin/@typeface")
        if find(deck.root(name), "//a:srgbClr") or any(_foreign(font) for font in fonts):
            yield problem("diaporama-hors-theme", slide=_number(deck, name))


def _foreign(font: str) -> bool:
    """Whether a font is neither the theme's nor one of ours for letters that the theme lacks."""
    return font[0] != "+" and font not in {one.family for one in FALLBACKS}


def _notes(deck: Opened) -> Iterator[Diagnostic]:
    wired = find(deck.root(PRESENTATION), "p:notesMasterIdLst/p:notesMasterId")
    for name in deck.slides:
        notes = deck.related(name, "notesSlide") or ""
        words = "".join(find(deck.root(notes), "//a:t/text()")) if notes in deck.parts else ""
        if not wired or not words.strip():
            yield problem("diaporama-commentaires", slide=_number(deck, name))


def _sections(deck: Opened) -> Iterator[Diagnostic]:
    root = deck.root(PRESENTATION)
    slides = find(root, "p:sldIdLst/p:sldId/@id")
    if find(root, "//p14:section/p14:sldIdLst/p14:sldId/@id") != slides:
        yield problem("diaporama-sections")


def _leaks(deck: Opened) -> Iterator[Diagnostic]:
    for name in deck.parts:
        if name.endswith((".xml", ".rels", ".vtt")) and ABSOLUTE_PATH.search(deck.parts[name]):
            yield problem("diaporama-fuite", part=name, what="un chemin de fichier")
    for endings, length in _SEARCHED.items():
        for name, beginning in deck.parts.beginnings(endings, length):
            if any(mark in beginning for mark in _EXIF):
                yield problem("diaporama-fuite", part=name, what="les métadonnées d'une photo")


_CHECKS: tuple[Callable[[Opened], Iterator[Diagnostic]], ...] = (
    _relations,
    _leftovers,
    _used_relations,
    _shape_ids,
    _order,
    _timings,
    _titles,
    _alternatives,
    _languages,
    _placeholders,
    _themed,
    _notes,
    _sections,
    _leaks,
)
