"""A deck is in the event's own colours, by the names of its theme."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ceremonie.deck import write
from ceremonie.theme.palette import HOUSE, Colour

from ..plan.materials import planned


def test_the_deck_s_theme_has_the_event_s_colours_and_no_other(tmp_path: Path) -> None:
    plan = planned(theme={"couleurs": ["#1B5E20", "#FDD835", "#FF7043"]})
    write(plan, tmp_path / "d.pptx", film=None, progress=lambda step, part: None)
    with zipfile.ZipFile(tmp_path / "d.pptx") as deck:
        parts = {name: deck.read(name).decode() for name in deck.namelist() if "xml" in name}
    theme = parts["ppt/theme/theme1.xml"]
    assert re.search(r'<a:accent1><a:srgbClr val="FF7043"', theme)
    assert re.search(r'<a:accent2><a:srgbClr val="FDD835"', theme)
    assert re.search(r'<a:accent3><a:srgbClr val="1B5E20"', theme)
    own = (Colour.PAPER, Colour.BRIGHT, Colour.MIDDLE, Colour.DEEP, Colour.INK)
    assert not [n for n, text in parts.items() for c in own if HOUSE.hex(c) in text]
