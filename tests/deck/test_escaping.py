"""Words that look like markup are words in every part of the deck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from ceremonie.deck import write
from ceremonie.deck.package.media import captions
from ceremonie.deck.package.unpacked import Opened
from ceremonie.media.material import SubtitleCue
from ceremonie.planning.drawing import Element, Footage, Photo
from ceremonie.planning.model import Page, Plan
from ceremonie.progress import silent
from tests.deck import sample

NASTY = (
    "Sport & santé : 5 < 7 et 9 > 8",
    "</a:t><p:pic/> ]]> <!-- fin -->",
    "&amp; \"entre guillemets\" 'et apostrophes'",
    "un\x00 deux\x0b trois\x1f quatre",
    "--> 00:00:01.000 --> 00:00:02.000",
)


def shown(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())


def of(element: Element, text: str) -> Element:
    """The element with these words about it."""
    if isinstance(element, Photo):
        return replace(element, picture=replace(element.picture, alternative=text))
    if isinstance(element, Footage):
        cues = (SubtitleCue(10, 60, (text,)),)
        clip = replace(element.clip, alternative=text, caption=text, subtitles=cues)
        return replace(element, clip=clip)
    return element


def about(plan: Plan, text: str) -> Plan:
    def told() -> Iterator[Page]:
        for page in plan.pages:
            elements = tuple(of(element, text) for element in page.drawing.elements)
            drawing = replace(page.drawing, elements=elements)
            yield replace(page, drawing=drawing, notes=f"{text}\n{text}")

    return replace(plan, pages=tuple(told()))


@pytest.mark.parametrize("text", NASTY)
def test_a_deck_with_words_that_look_like_markup_opens_and_says_them(
    tmp_path: Path, text: str
) -> None:
    target = tmp_path / "diaporama.pptx"
    write(about(sample.whole(tmp_path), text), target, film=None, progress=silent)
    parts = Opened(target).parts
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    slides = list(Presentation(str(target)).slides)
    described = {e.get("descr") for s in slides for e in s._element.iter() if e.get("descr")}
    assert shown(text) in described
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides]
    assert all(shown(text) in words for words in notes[:-1]), "the last tells of a missing film"
    tracks = [data for name, data in parts.items() if name.endswith(".vtt")]
    assert tracks
    assert all(data == captions((SubtitleCue(10, 60, (text,)),)) for data in tracks)


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (("a & b",), "a &amp; b"),
        (("5 < 7 --> 8",), "5 &lt; 7 --&gt; 8"),
        (("<i>oui</i>", "non"), "&lt;i&gt;oui&lt;/i&gt;\nnon"),
        (("un\n\ndeux", "  ", "trois"), "un\ndeux\ntrois"),
        (("a\x00b\x1bc",), "abc"),
    ],
)
def test_captions_are_text_that_no_player_reads_as_markup(
    lines: tuple[str, ...], written: str
) -> None:
    head = "WEBVTT\n\n00:00:00.400 --> 00:00:02.400\n"
    assert captions((SubtitleCue(10, 60, lines),)).decode() == f"{head}{written}\n"
