"""One slide with every element type, compared as text with the one that was looked at."""

from __future__ import annotations

import difflib
from pathlib import Path

from lxml import etree

from ceremonie.deck import write
from ceremonie.deck.markup.xml import Node, find
from ceremonie.deck.package.unpacked import Opened
from ceremonie.progress import silent
from tests.deck import sample

GOLDEN = Path(__file__).parent / "golden" / "tout.xml"
_LETTERS = {"moveTo": "M", "lnTo": "L", "close": "Z"}


def canonical(root: Node) -> str:
    """Indented, attributes in alphabetical order, paths as one line of letters and points."""
    copy = etree.fromstring(etree.tostring(root, method="c14n"))
    for path in find(copy, "//a:path"):
        path.text = " ".join(_step(step) for step in path)
        for step in list(path):
            path.remove(step)
    etree.indent(copy)
    return str(etree.tostring(copy, encoding="unicode")) + "\n"


def _step(step: Node) -> str:
    if etree.QName(step).localname == "arcTo":
        return "A " + " ".join(step.get(name) for name in ("wR", "stAng", "swAng"))
    points = (f"{point.get('x')},{point.get('y')}" for point in find(step, "a:pt"))
    return " ".join((_LETTERS[etree.QName(step).localname], *points))


def test_every_element_becomes_its_native_shape(tmp_path: Path) -> None:
    write(sample.plan(sample.everything(tmp_path)), tmp_path / "d.pptx", film=None, progress=silent)
    opened = Opened(tmp_path / "d.pptx")
    found = canonical(opened.root(opened.slides[0]))
    (tmp_path / "tout.xml").write_text(found, encoding="utf-8")
    wanted = GOLDEN.read_text(encoding="utf-8")
    difference = difflib.unified_diff(wanted.splitlines(), found.splitlines(), lineterm="")
    assert found == wanted, f"see {tmp_path / 'tout.xml'}\n" + "\n".join(difference)
