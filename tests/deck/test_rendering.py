"""What LibreOffice shows of a deck: baselines and ink where the plan put them, with any font."""

from __future__ import annotations

import os
import subprocess
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from ceremonie.deck import shipped, write
from ceremonie.planning.drawing import Anchor, Drawing, Text
from ceremonie.planning.model import Page
from ceremonie.progress import silent
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width
from tests.conftest import require
from tests.deck import sample

Ink = NDArray[np.bool_]
"""Which pixels of a rendering, rows × columns, are dark."""

TOLERANCE = 2.0
"""px of the canvas; the rendering below has one pixel for each."""

BASELINE = 260
EDGES = (10, 220, 440, 700, 990, 1340, 1900)
"""One column for each text; a text begins, or ends, 60 px inside its own."""

CASES = (
    (Style(36, 700, 1.25), 4, Anchor.START),
    (Style(48, 400, 1.25), 1, Anchor.END),
    (Style(60, 400, 1.1), 3, Anchor.START),
    (Style(88, 800, 1.1), 4, Anchor.MIDDLE),
    (Style(120, 800, 1.0), 1, Anchor.END),
    (Style(200, 800, 0.97), 2, Anchor.START),
)


def _texts() -> list[Text]:
    return [
        sample.words(f"texte {k}", ("H",) * lines, _x(left, right, anchor), BASELINE, style,
                     Colour.WHITE, colour=Colour.BLACK, anchor=anchor)
        for k, ((style, lines, anchor), (left, right)) in enumerate(
            zip(CASES, pairwise(EDGES), strict=True)
        )
    ]  # fmt: skip


def _x(left: float, right: float, anchor: Anchor) -> float:
    return {"start": left + 60, "middle": (left + right) / 2, "end": right - 60}[anchor]


@pytest.fixture(scope="module")
def with_our_fonts(tmp_path_factory: pytest.TempPathFactory) -> Ink:
    folder = tmp_path_factory.mktemp("ours")
    return _rendered(folder, {"FONTCONFIG_FILE": str(_fonts(folder))})


@pytest.fixture(scope="module")
def with_a_fallback(tmp_path_factory: pytest.TempPathFactory) -> Ink:
    return _rendered(tmp_path_factory.mktemp("fallback"), {})


def _rendered(folder: Path, environment: dict[str, str]) -> Ink:
    require("soffice")
    require("pdftoppm")
    page = Page("essai", "essai", Section.DAYS, "Essai", Drawing(Colour.WHITE, tuple(_texts())),
                "Notes.")  # fmt: skip
    write(sample.plan(page), folder / "d.pptx", film=None, progress=silent)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(folder / "d.pptx")],
        check=True, capture_output=True, timeout=120, env={**os.environ, **environment},
    )  # fmt: skip
    subprocess.run(
        ["pdftoppm", "-r", "144", "-gray", "-singlefile", "d.pdf", "d"],
        check=True, timeout=60, cwd=folder,
    )  # fmt: skip
    with Image.open(folder / "d.pgm") as image:
        return np.asarray(image) < 128


def _fonts(folder: Path) -> Path:
    """A configuration that adds our fonts for this run only."""
    path, fonts = folder / "fonts.conf", next(iter(shipped().values())).parent
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{fonts}</dir><cachedir>{folder / 'fonts'}</cachedir></fontconfig>"
    )
    return path


@pytest.mark.parametrize("fonts", ["with_our_fonts", "with_a_fallback"])
def test_baselines_lie_where_the_plan_put_them(fonts: str, request: pytest.FixtureRequest) -> None:
    ink: Ink = request.getfixturevalue(fonts)
    for (style, lines, _), (left, right) in zip(CASES, pairwise(EDGES), strict=True):
        rows = ink[:, left:right].any(axis=1).astype(int)
        ends = np.flatnonzero(np.diff(rows, append=0) == -1) + 1
        wanted = [BASELINE + n * style.line_height for n in range(lines)]
        assert len(ends) == lines, style
        assert ends == pytest.approx(wanted, abs=TOLERANCE), style


def test_ink_begins_and_ends_where_the_plan_put_it(with_our_fonts: Ink) -> None:
    for (style, _, anchor), (left, right) in zip(CASES, pairwise(EDGES), strict=True):
        columns = np.flatnonzero(with_our_fonts[:, left:right].any(axis=0)) + left
        wide = width("H", style)
        shift = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        first = _x(left, right, anchor) - shift
        assert columns[0] == pytest.approx(first, abs=TOLERANCE), style
        assert columns[-1] + 1 == pytest.approx(first + wide, abs=TOLERANCE), style
