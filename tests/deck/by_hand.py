"""What people do to a deck in PowerPoint, done to a presentation of python-pptx."""

from __future__ import annotations

import io
import math
from typing import Any

from PIL import Image

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LONGER = 0.3
"""Part by which a person's own words are longer than ours."""


def retype(presentation: Any) -> None:
    """Every paragraph of every text of the slides becomes longer by `LONGER`, in its own words;
    single letters and numbers stay.
    """
    for slide in presentation.slides:
        for paragraph in slide._element.iter(_A + "p"):
            runs = [run for run in paragraph.iter(_A + "t") if run.text]
            words = "".join(run.text for run in runs)
            if len(words) > 3:
                more = words[: math.ceil(LONGER * len(words))].strip()
                runs[-1].text = f"{runs[-1].text} {more}"


def reset(presentation: Any) -> None:
    """The command « Réinitialiser »: placeholders forget what is not their layout's, but a
    table keeps its looks.
    """
    for slide in presentation.slides:
        for shape in slide.placeholders:
            if not shape.has_table:
                _forget(shape._element)


def _forget(shape: Any) -> None:
    for properties in shape.iter(_P + "spPr"):
        for child in list(properties):
            properties.remove(child)
    for body in shape.iter(_A + "bodyPr"):
        body.attrib.clear()
        for child in list(body):
            body.remove(child)
    for styles in shape.iter(_A + "lstStyle"):
        for child in list(styles):
            styles.remove(child)
    for run in shape.iter(_A + "rPr", _A + "endParaRPr", _A + "pPr"):
        for name in set(run.attrib) - {"lang"}:
            del run.attrib[name]
        for child in list(run):
            run.remove(child)


def change_photos(presentation: Any) -> None:
    """Every photo in a placeholder becomes another one, of another shape: upright, plain grey."""
    for slide in presentation.slides:
        for shape in slide.placeholders:
            blip = shape._element.find(f".//{_A}blip")
            if shape._element.tag == _P + "pic" and blip is not None:
                relation = slide.part.get_or_add_image_part(_grey())[1]
                blip.set(
                    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed",
                    relation,
                )


def _grey() -> io.BytesIO:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 500), (120, 120, 120)).save(buffer, "PNG")
    buffer.seek(0)
    return buffer
