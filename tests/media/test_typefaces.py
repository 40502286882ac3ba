"""An event's own typeface: found, made ready, used everywhere; what is no font never stops a run
but tells why.

Noto Sans of this package plays the part of a town's own family.
"""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie import deck
from ceremonie.deck.package.fonts import embedded
from ceremonie.film.coding import encode
from ceremonie.film.painting.stills import paint
from ceremonie.film.work import segments, travelling
from ceremonie.planning import plan
from ceremonie.planning.drawing import Text
from ceremonie.planning.tracing import drawings
from ceremonie.theme.faces import FALLBACKS, OURS, faces
from ceremonie.theme.fontfile import VERSION, NoFontError, instance, read, tables
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

from .editions import Edition

NOTO = {w: faces(w)[1].path.read_bytes() for w in (400, 700, 800)}
VARIABLE = Path(__file__).parent / "data" / "variable.ttf"
CONDITIONS = 8
"""Where OS/2 has fsType."""


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    folder = tmp_path / "edition"
    (folder / "polices").mkdir(parents=True)
    return Edition(folder, tmp_path / "cache", {"theme": {"police": "polices"}})


def given_fonts(edition: Edition, **files: bytes) -> None:
    for name, data in files.items():
        (edition.folder / "polices" / f"{name}.ttf").write_bytes(data)


def licensed(font: bytes, conditions: int) -> bytes:
    """With another fsType."""
    count = struct.unpack(">H", font[4:6])[0]
    for i in range(count):
        tag, _, at, _ = struct.unpack(">4s3I", font[12 + 16 * i : 28 + 16 * i])
        if tag == b"OS/2":
            spot = at + CONDITIONS
            return font[:spot] + struct.pack(">H", conditions) + font[spot + 2 :]
    raise AssertionError


def in_french(font: bytes) -> bytes:
    """With its names in French alone, and none of its version."""
    names = tables(font)[b"name"]
    count, storage = struct.unpack(">2H", names[2:6])
    records = [struct.unpack(">6H", names[6 + 12 * i : 18 + 12 * i]) for i in range(count)]
    renamed = names[:6] + b"".join(
        struct.pack(">6H", *head, 0x40C, 99 if identifier == VERSION else identifier, size, at)
        for *head, _, identifier, size, at in records
    )
    assert len(renamed) == storage
    return font.replace(names, renamed + names[storage:])


def test_the_weights_of_a_folder_are_found_and_the_nearest_stands_in_for_others(
    edition: Edition,
) -> None:
    given_fonts(edition, normal=NOTO[400], gras=NOTO[700])
    materials, _ = edition.gather()
    family = materials.family
    assert family.name == "Noto Sans"
    assert [file.weight for file in family.files] == [400, 700]
    nearest = {weight: family.file(weight) for weight in (400, 600, 700, 800)}
    assert [file.weight for file in nearest.values() if file] == [400, 700, 700, 700]
    assert family.cap_height == pytest.approx(0.714)


def test_film_and_deck_are_written_in_it_and_the_deck_carries_it(
    edition: Edition, tmp_path: Path
) -> None:
    given_fonts(edition, normal=NOTO[400], gras=NOTO[700], titre=NOTO[800])
    materials, told = edition.gather()
    assert [d.slug for d in told] == ["police-lettres"]  # the euro was cut away
    board = edition.reading().storyboard
    assert board
    made = plan(board, materials)
    texts = [e for d in drawings(made) for e in d.elements if isinstance(e, Text)]
    assert {text.style.family for text in texts} == {materials.family}
    house = plan(board, replace(materials, family=OURS))
    first, second = (paint(p.shots[0].drawing) for p in (made, house))
    assert np.abs(first.astype(int) - second).max() > 100

    deck.write(made, tmp_path / "d.pptx", film=None, progress=lambda step, part: None)
    with zipfile.ZipFile(tmp_path / "d.pptx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    theme = parts["ppt/theme/theme1.xml"].decode()
    assert re.findall(r'<a:latin typeface="([^"]*)"', theme) == ["Noto Sans", "Noto Sans"]
    shown = parts["ppt/presentation.xml"].decode()
    assert '<p:font typeface="Noto Sans"' in shown
    assert "<p:bold" in shown
    assert "Atkinson" not in "".join(
        data.decode() for name, data in parts.items() if name.endswith(".xml")
    )
    embedded = [data for name, data in parts.items() if name.endswith(".fntdata")]
    assert any(instance(NOTO[400], None) in data for data in embedded)


def test_headings_are_the_family_s_own_bold(edition: Edition, tmp_path: Path) -> None:
    given_fonts(edition, normal=NOTO[400], gras=NOTO[700])
    materials, _ = edition.gather()
    board = edition.reading().storyboard
    assert board
    deck.write(
        plan(board, materials), tmp_path / "d.pptx", film=None, progress=lambda step, part: None
    )
    with zipfile.ZipFile(tmp_path / "d.pptx") as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        layout = package.read("ppt/slideLayouts/slideLayout1.xml").decode()
    assert re.findall(r'<a:latin typeface="([^"]*)"', theme) == ["Noto Sans", "Noto Sans"]
    headings = re.findall(r"<a:defRPr[^>]*>(?:(?!</a:defRPr>).)*\+mj-lt", layout)
    assert headings
    assert all('b="1"' in heading for heading in headings)


def test_a_font_whose_names_are_in_french_alone_is_embedded_under_them(edition: Edition) -> None:
    given_fonts(edition, normal=in_french(NOTO[400]))
    (file,) = edition.gather()[0].family.files
    assert file.typeface == "Noto Sans"
    header = embedded(file.path.read_bytes())[:400]
    assert "Noto Sans".encode("utf-16-le") in header


@pytest.mark.parametrize("conditions", [0x0002, 0x0004, 0x0200])
def test_a_font_that_may_not_be_embedded_is_told_and_only_the_film_uses_it(
    edition: Edition, conditions: int
) -> None:
    given_fonts(
        edition, normal=licensed(NOTO[400], conditions), gras=licensed(NOTO[700], conditions)
    )
    materials, told = edition.gather()
    assert ("police-licence", ("theme", "police")) in [(d.slug, d.path) for d in told]
    assert materials.family.files
    assert deck.shipped((), materials.family) == {}


@pytest.mark.parametrize("conditions", [0x0000, 0x0008, 0x0108])
def test_a_font_that_may_be_embedded_is_laid_beside_the_deck(
    edition: Edition, conditions: int
) -> None:
    given_fonts(
        edition, normal=licensed(NOTO[400], conditions), gras=licensed(NOTO[700], conditions)
    )
    materials, told = edition.gather()
    assert "police-licence" not in [d.slug for d in told]
    assert len(deck.shipped((), materials.family)) == 2


@pytest.mark.parametrize(
    ("files", "slug"),
    [
        ({"a": b"pas une police"}, "police-illisible"),
        ({"a": NOTO[400][:2000]}, "police-illisible"),
        ({"a": b"wOFF" + NOTO[400][4:]}, "police-illisible"),
        ({}, "dossier-sans-police"),
    ],
)
def test_what_is_no_font_is_told_at_its_line(
    edition: Edition, files: dict[str, bytes], slug: str
) -> None:
    given_fonts(edition, **files)
    materials, told = edition.gather()
    assert [(d.slug, d.path) for d in told] == [(slug, ("theme", "police"))]
    assert materials.family == OURS


def test_each_file_of_a_list_is_told_at_its_own_line(edition: Edition) -> None:
    given_fonts(edition, normal=NOTO[400])
    names = ["polices/normal.ttf", "polices/absent.ttf", "../ailleurs.ttf"]
    edition.top = {"theme": {"police": names}}
    told = [(d.slug, d.path) for d in edition.inspect()]
    assert ("media-introuvable", ("theme", "police", 1)) in told
    assert ("media-hors-dossier", ("theme", "police", 2)) in told
    assert ("police-un-poids", ("theme", "police", 0)) in told


def test_a_segment_depends_on_the_letters_bytes_and_takes_them_along(edition: Edition) -> None:
    given_fonts(edition, normal=NOTO[400], gras=NOTO[700])
    materials, _ = edition.gather()
    board = edition.reading().storyboard
    assert board
    first, *_ = segments.segments(plan(board, materials))
    paths = {file.path for file in materials.family.files}
    assert paths <= travelling.files(first)
    moved = travelling.moved(first, lambda path: Path("/ailleurs") / path.name)
    assert not paths & travelling.files(moved)

    def key(of: segments.Segment) -> str:
        return segments.keys((of,), encode.DRAFT)[of]

    assert key(moved) == key(first)
    given_fonts(edition, gras=licensed(NOTO[700], 8))
    other, *_ = segments.segments(plan(board, edition.gather()[0]))
    assert key(other) != key(first)


def test_letters_that_the_family_lacks_come_from_another_word_by_word(edition: Edition) -> None:
    given_fonts(edition, normal=NOTO[400])
    family = edition.gather()[0].family
    assert [face.fallback for face in faces(400, family)[1:]] == [f.family for f in FALLBACKS]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 155_000), st.integers(0, 400))
def test_whatever_the_bytes_are_they_are_a_font_or_refused(
    noise: bytes, at: int, lost: int
) -> None:
    font = NOTO[400]
    for data in (noise, font[:at] + noise + font[at + lost :]):
        try:
            assert read(data).typeface
            anew = instance(data, None)
            assert read(anew).typeface
            assert anew in embedded(anew)
        except NoFontError:
            continue


def test_a_variable_font_gives_each_weight_to_the_film_and_is_not_embedded(
    edition: Edition,
) -> None:
    """Of variable.ttf, whose letters are boxes, the bars of 800 are twice as wide as those of 400;
    it was drawn for this test.
    """
    given_fonts(edition, variable=VARIABLE.read_bytes())
    materials, told = edition.gather()
    assert [(d.slug, d.path) for d in told] == [("police-non-integree", ("theme", "police"))]
    family = materials.family
    assert [file.weight for file in family.files] == [400, 600, 700, 800]
    plain, heavy = (width("H", Style(100, weight, family=family)) for weight in (400, 800))
    assert heavy == pytest.approx(2 * plain)
    assert deck.shipped((), family) == {}


def test_a_folder_may_be_called_a_number(edition: Edition) -> None:
    given_fonts(edition, normal=NOTO[400], gras=NOTO[700])
    (edition.folder / "polices").rename(edition.folder / "2025")
    edition.top = {"theme": {"police": 2025}}
    materials, _ = edition.gather()
    assert materials.family.name == "Noto Sans"
