"""Letters of every alphabet that ships: the right face, the right place, the right direction."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.theme.faces import FALLBACKS, FILES, Face, faces, font
from ceremonie.theme.letters import reads_backwards, runs, undrawn
from ceremonie.theme.outlines import outlines
from ceremonie.theme.type import Scale, Style
from ceremonie.theme.typeface import line_glyphs, shape, width

MAIN = FILES[800]
NAMES = (
    "Hội Nguyễn Thị trấn", "Đặng Thị Ngọc Ước", "Łukasz Żółć", "Şükrü Çağlar İnönü", "Ștefan Țâță",
    "Ĉirkaŭ Ĝenerala Ĥoro Ĵaŭdo Ŝipo", "Ṣọlá Adébáyọ̀", "Ɓala Ɗan Ƙano", "Ɖeka Ƒiawo Kɔ́ŋu Ɣeyiɣi",
    "Ḍaḥman Ɣanim Ɛli", "Ngāti Kōrero", "x́ y̌ n̈", "Guðrún Þórðardóttir", "Dvořák Škoda Ňuňo",
    "Tšuɽu Ŋaɱa", "Ħal Għaxaq", "Šķēle Ģirts Ņina",
)  # fmt: skip
"""Vietnamese, Polish, Turkish, Romanian, Esperanto, Yoruba, Hausa, Ewe, Berber, Māori, marks that
no single character holds, Icelandic, Czech, Sámi, Maltese, Latvian.
"""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("weight", FILES)
def test_a_name_in_latin_letters_is_drawn_whole(name: str, form: str, weight: int) -> None:
    written = unicodedata.normalize("NFC" if form == "NFC" else "NFD", name)
    assert undrawn(written, weight) == ""
    glyphs = shape(written, weight).glyphs
    assert all(glyph.number for glyph in glyphs), "no box"
    assert shape(written, weight) == shape(unicodedata.normalize("NFC", name), weight)


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("Γιώργος Αθήνα", "Noto Sans"),
        ("Нина Київ Ђорђе", "Noto Sans"),
        ("محمد علي", "Noto Sans Arabic"),
        ("Արամ Խաչատրյան", "Noto Sans Armenian"),
        ("ნინო საქართველო", "Noto Sans Georgian"),
        ("שלום עולם", "Noto Sans Hebrew"),
    ],
)
def test_an_alphabet_that_ships_is_drawn_by_its_own_face(words: str, family: str) -> None:
    assert undrawn(words) == ""
    assert {run.face.fallback for run in runs(words, 800) if run.face} == {family}
    assert all(glyph.number for glyph in shape(words, 800).glyphs)


def ink(text: str) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each contour, in px from the line's start."""
    found = []
    for glyph in line_glyphs(text, Style(100, 800), 0, 0):
        for contour in outlines(glyph.index, glyph.face):
            xs = [glyph.x + x * glyph.size for x, _ in contour]
            ys = [y * glyph.size - glyph.baseline for _, y in contour]
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


@pytest.mark.parametrize(
    ("marked", "bare", "above"),
    [("nễn", "nen", True), ("nện", "nen", False), ("ox́o", "oxo", True), ("aṣa", "asa", False),
     ("nỷn", "nyn", True), ("oḍo", "odo", False)],
)  # fmt: skip
def test_a_mark_stands_over_its_own_letter(marked: str, bare: str, above: bool) -> None:
    """What is new in the ink lies over (or under) the middle letter and nowhere else."""
    middle = ink("ẹ" + bare[1:2] + "ẹ")  # the bare letter in the face of the marked word
    new = [box for box in ink(marked) if box[1] > 55 or (box[3] < -3 and box[2] - box[0] < 20)]
    assert new
    left, right = width(marked[0], Style(100, 800)), width(marked, Style(100, 800)) - 30
    for box in new:
        centre = (box[0] + box[2]) / 2
        assert left - 15 < centre < right, (marked, box, middle)


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    alone = [shape(letter, 700).glyphs[0].number for letter in "محم"]
    joined = shape("محمد", 700)
    assert len(joined.glyphs) == 4
    assert not {g.number for g in joined.glyphs} & set(alone), "forms of the middle of a word"
    assert [g.x for g in joined.glyphs] == sorted(g.x for g in joined.glyphs)
    assert shape("بيت", 700).advance < sum(shape(letter, 700).advance for letter in "بيت")
    assert shape("محمد", 700, -0.03).advance == joined.advance, "no tracking inside a stroke"


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Association السلام (Créteil)", ["Association ", "السلام ", "(Créteil)"]),
        ("محمد علي", ["محمد علي"]),
        ("أهلا بكم في Créteil (94) مرحبا", [" مرحبا", "Créteil (94)", "أهلا بكم في "]),
        ("Nina, שלום, oui", ["Nina, ", "שלום", ", oui"]),
    ],
)
def test_directions_mix_on_a_line(line: str, seen: list[str]) -> None:
    """Neighbours of one direction, told as they stand from left to right."""
    stretches: list[tuple[bool, list[str]]] = []
    for run in runs(line, 700):
        if not stretches or stretches[-1][0] != run.backwards:
            stretches.append((run.backwards, []))
        text = stretches[-1][1]
        text.insert(0 if run.backwards else len(text), run.text)
    assert [" ".join("".join(text).split()) for _, text in stretches] == [s.strip() for s in seen]


def test_a_text_reads_backwards_where_most_of_its_letters_do() -> None:
    assert reads_backwards("محمد علي")
    assert reads_backwards("أهلا وسهلا بكم في Créteil")
    assert not reads_backwards("Association السلام de Créteil")
    assert not reads_backwards("2024")


@pytest.mark.parametrize(
    ("text", "left"),
    [("Mairie ☺", "Mairie"), ("王小明 et Nina", "et Nina"), ("oui ★ ★ non", "oui non")],
)
def test_what_no_face_draws_is_left_out_and_never_a_box(text: str, left: str) -> None:
    assert width(text, Scale().headline) == pytest.approx(width(left, Scale().headline), abs=0.01)
    assert all(glyph.number for glyph in shape(text, 800).glyphs)


def test_missing_characters_are_told_once_each() -> None:
    assert undrawn("王小明 ★ 王 Nguyễn ★") == "王小明★"
    assert undrawn("a\u200db\u200f\ufe0f\n3^e^\u202f!\u00ad") == ""


@pytest.mark.parametrize("text", ["Nguyễn", "ĉĝĥ", "Київ", "Ṣọlá"])
@pytest.mark.parametrize("weight", FILES)
def test_a_fallback_word_is_as_wide_as_harfbuzz_makes_it(text: str, weight: int) -> None:
    face = faces(weight)[1]
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font(face), buffer, {"liga": False})
    expected = sum(p.x_advance for p in buffer.glyph_positions) / 1000 * face.scale
    assert shape(text, weight).advance == pytest.approx(expected)


def test_letters_of_both_families_are_of_a_height() -> None:
    def top(letter: str, face: Face) -> float:
        glyph = font(face).get_nominal_glyph(ord(letter))
        return max(y for contour in outlines(glyph, face) for _, y in contour) * face.scale

    for weight in FILES:
        first, second = faces(weight)[:2]
        assert top("H", first) == pytest.approx(top("H", second), abs=0.005)
        assert top("x", first) == pytest.approx(top("x", second), abs=0.02)


def test_every_fallback_comes_in_every_weight_with_its_licence() -> None:
    files = [Face(family.file(weight)).path for family in FALLBACKS for weight in FILES]
    assert all(file.is_file() for file in files)
    assert sum(file.stat().st_size for file in files) < 1_200_000
    assert (files[0].parent / "LICENSE-NotoSans.txt").is_file()


letters = st.characters(min_codepoint=0x20, max_codepoint=0x7FF, exclude_categories=["Cs"])


@given(st.text(letters, max_size=30), st.sampled_from(sorted(FILES)))
def test_any_text_is_shaped_without_a_box_and_inside_its_advance(text: str, weight: int) -> None:
    line = shape(text, weight, -0.01)
    assert all(glyph.number for glyph in line.glyphs)
    assert line.ink_left <= line.ink_right or not line.glyphs


@given(st.lists(st.sampled_from(["Nguyễn", "oui", "Київ", "3^e^", "à"]), min_size=2, max_size=6))
def test_words_stand_side_by_side_in_the_order_they_are_read(words: list[str]) -> None:
    line = " ".join(words)
    assert "".join(run.text for run in runs(line, 600)) == line.replace("^", "")
    xs = [glyph.x for glyph in shape(line, 600).glyphs if glyph.y == 0]
    assert all(one <= other + 0.4 for one, other in pairwise(xs))
