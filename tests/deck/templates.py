"""Templates of institutions, made with the library that knows the format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from pptx import Presentation

WHEREABOUTS = r"C:\Users\agent\logo.png"


def plain(target: Path, kept: Sequence[int] = range(11)) -> Path:
    """python-pptx's own (4:3, English names) with some of its layouts, three sample slides,
    and on its master a picture that tells who made it and where it lay.
    """
    made = Presentation()
    for number, layout in reversed(list(enumerate(made.slide_layouts))):
        if number not in kept:
            made.slide_layouts.remove(layout)
    master = made.slide_masters[0]
    picture = made.slides.add_slide(made.slide_layouts[0]).shapes.add_picture(_picture(), 0, 0)
    picture._element.nvPicPr.cNvPr.set("descr", WHEREABOUTS)
    _, identity = master.part.get_or_add_image_part(_picture())
    picture._element.blipFill.blip.rEmbed = identity
    master.shapes._spTree.append(picture._element)
    for words in ("Exemple", "Autre exemple"):
        slide = made.slides.add_slide(made.slide_layouts[0])
        slide.shapes.title.text = words
        slide.notes_slide.notes_text_frame.text = words
    made.core_properties.author = "Jean Dupont"
    made.save(target)
    return target


def _picture() -> io.BytesIO:
    exif = Image.Exif()
    exif[0x013B] = "Jean Dupont"
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(data, "JPEG", exif=exif)
    data.seek(0)
    return data


def changed(template: Path, target: Path, **parts: tuple[bytes, bytes]) -> Path:
    """A copy in which bytes are replaced in all parts whose names hold a word."""
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for word, (before, after) in parts.items():
                if word in name:
                    data = data.replace(before, after)
            new.writestr(name, data)
    return target
