"""Each fault that validators miss, put into a good deck, is found and named."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from ceremonie.deck import inspect

SLIDE = "ppt/slides/slide8.xml"
"""A slide with a title, a video and its timing."""

APP1 = b"\xff\xe1\x00\x0bExif\0\0GPS"
"""A segment of metadata, which follows the first two bytes of a JPEG file."""


RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
OTHER = '<a:latin typeface="Comic Sans MS"/>'


def tampered(deck: Path, part: str, pattern: str, replacement: str) -> io.BytesIO:
    """The deck with the first match changed in one part; fails if there is none."""
    result = io.BytesIO()
    changed = 0
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            blob = source.read(name)
            if name == part:
                text, changed = re.subn(pattern, replacement, blob.decode(), count=1, flags=re.S)
                blob = text.encode()
            target.writestr(name, blob)
    assert changed, "nothing was tampered with"
    return result


def test_a_good_deck_has_no_fault(deck: Path) -> None:
    assert inspect(deck) == ()


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "slug"),
    [
        (SLIDE, r'cNvPr id="3"', 'cNvPr id="2"', "diaporama-formes-doubles"),
        (SLIDE, r'spid="\d+"', 'spid="99"', "diaporama-video"),
        (SLIDE, r"<p:timing.*</p:timing>", "", "diaporama-video"),
        (SLIDE, r"Témoignage\s1", " ", "diaporama-titre"),
        (SLIDE, r"Témoignage 1", "Témoignage 2", "diaporama-titre"),
        (SLIDE, r'type="title"', 'type="body" idx="99"', "diaporama-espace-reserve"),
        (SLIDE, r'descr="Une collég[^"]*"', "", "diaporama-alternative"),
        (SLIDE, r'descr="Une collég[^"]*"', 'descr="IMG_0042.jpg"', "diaporama-alternative"),
        (SLIDE, r'lang="fr-FR"', 'lang="en-US"', "diaporama-langue"),
        (SLIDE, r'(<a:rPr lang="fr-FR")/>', rf'\1>{RED}</a:rPr>', "diaporama-hors-theme"),
        (SLIDE, r'(<a:rPr lang="fr-FR")/>', rf'\1>{OTHER}</a:rPr>', "diaporama-hors-theme"),
        (SLIDE, r'r:embed="rId\d+"', 'r:embed="rId99"', "diaporama-relation-rompue"),
        (SLIDE, r"(<p:clrMapOvr>.*</p:clrMapOvr>)(.*)(</p:sld>)", r"\2\1\3", "diaporama-ordre"),
        ("ppt/notesSlides/notesSlide8.xml", r"Lancer l'extrait[^<]*", " ",
         "diaporama-commentaires"),
        ("ppt/notesSlides/notesSlide8.xml", r'lang="fr-FR"', "", "diaporama-langue"),
        ("ppt/presentation.xml", r"<p:notesMasterIdLst>.*</p:notesMasterIdLst>", "",
         "diaporama-commentaires"),
        ("ppt/presentation.xml", r'<p14:sldId id="\d+"/>', "", "diaporama-sections"),
        ("ppt/_rels/presentation.xml.rels", r"fonts/font1", "fonts/font9",
         "diaporama-partie-superflue"),
        ("docProps/app.xml", "Grand écran", "/home/lea/diapo", "diaporama-fuite"),
        ("ppt/presentation.xml", "</p:presentation>", "", "diaporama-illisible"),
    ],
)  # fmt: skip
def test_a_fault_is_named(deck: Path, part: str, pattern: str, replacement: str, slug: str) -> None:
    faults = inspect(tampered(deck, part, pattern, replacement))
    assert slug in {fault.slug for fault in faults}


def test_a_photo_with_its_metadata_is_found(deck: Path) -> None:
    result = io.BytesIO()
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            blob = source.read(name)
            target.writestr(name, blob[:2] + APP1 + blob[2:] if name.endswith(".jpg") else blob)
    assert {fault.slug for fault in inspect(result)} == {"diaporama-fuite"}


def test_a_file_that_is_no_deck_is_told(tmp_path: Path) -> None:
    path = tmp_path / "diaporama.pptx"
    path.write_bytes(b"not a package")
    assert [fault.slug for fault in inspect(path)] == ["diaporama-illisible"]
