"""Logos in SVG: a plain drawing becomes a picture; what moves, runs, fetches or grows is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ceremonie.media.material import Picture
from ceremonie.media.plain_drawing import NotPlainError, plain

from .editions import Edition

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DISC = '<circle cx="50" cy="50" r="40" fill="#0B6E4F"/>'


def svg(body: str, size: str = 'viewBox="0 0 100 100"') -> str:
    return f"<svg {SVG} {size}>{body}</svg>"


def spots(pattern: int) -> str:
    """Ten shapes filled with a pattern."""
    return f'<path fill="url(#p{pattern})" d="M0 0h1"/>' * 10


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    folder = tmp_path / "edition"
    folder.mkdir()
    logo = {"fichier": "logo.svg", "alt": "Un disque vert", "personnes": "aucune"}
    return Edition(folder, tmp_path / "cache", {"theme": {"logo": logo}})


def test_a_plain_drawing_becomes_a_picture_with_its_transparency(edition: Edition) -> None:
    (edition.folder / "logo.svg").write_text(svg(DISC, 'width="30mm" height="20mm"'), "utf-8")
    materials, told = edition.gather()
    assert not told
    (picture,) = materials.media.values()
    assert isinstance(picture, Picture)
    assert picture.alpha
    assert max(picture.width, picture.height) >= 1000
    pixels = np.asarray(Image.open(picture.path))
    middle = pixels[pixels.shape[0] // 2, pixels.shape[1] // 2]
    assert middle.tolist() == [0x0B, 0x6E, 0x4F, 255]
    assert pixels[0, 0, 3] == 0


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<rect width="9" height="9" onclick="x()"/>', "script"),
        ("<foreignObject><p>x</p></foreignObject>", "page incluse"),
        ('<circle r="9"><animate attributeName="r" to="1"/></circle>', "animation"),
        ("<style>@keyframes x {}</style>", "animation"),
        ('<image href="http://exemple.fr/x.png"/>', "image incluse"),
        ('<use xlink:href="autre.svg#a"/>', "lien"),
        ("<style>@import url(http://exemple.fr/a.css);</style>", "lien"),
        ('<rect fill="url(http://exemple.fr/a.svg#b)"/>', "lien"),
        ("<text>La Ville</text>", "texte"),
        ('<g id="a"><use href="#a"/></g>', "répétées"),
        (
            '<g id="g0"><path d="M0 0h1"/></g>'
            + "".join(f'<g id="g{n + 1}">{f"""<use href="#g{n}"/>""" * 2}</g>' for n in range(40)),
            "répétées",
        ),
        (
            "".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(5_000)),
            "répétées",
        ),
        (
            "".join(f'<pattern id="p{n}">{spots(n + 1)}</pattern>' for n in range(12)),
            "répétées",
        ),
        ("<g>" * 150 + "</g>" * 150, "répétées"),
    ],
)
def test_what_is_not_plain_is_told_with_what_it_holds(
    edition: Edition, body: str, reason: str
) -> None:
    (edition.folder / "logo.svg").write_text(svg(body + DISC), "utf-8")
    (told,) = edition.inspect()
    assert (told.slug, told.path) == ("dessin-refuse", ("theme", "logo", "fichier"))
    assert reason in told.message
    assert "PNG" in (told.remedy or "")


@pytest.mark.parametrize(
    "text",
    [
        "pas un dessin",
        "<svg>",
        svg(DISC, ""),
        svg(DISC, 'viewBox="0 0 0 100"'),
        svg(DISC, 'viewBox="0 0 100000 1"'),
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
    ],
)
def test_what_is_no_drawing_is_told(edition: Edition, text: str) -> None:
    (edition.folder / "logo.svg").write_text(text, "utf-8")
    assert [(d.slug, d.path) for d in edition.inspect()] == [
        ("media-abime", ("theme", "logo", "fichier"))
    ]


def test_entities_are_not_unfolded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("&b;")
    with pytest.raises(NotPlainError, match="ENTITY"):
        plain(bomb.encode())


def test_many_shapes_may_share_a_gradient_that_leans_on_another() -> None:
    gradients = (
        '<linearGradient id="a"><stop offset="0" stop-color="#0B6E4F"/></linearGradient>'
        '<linearGradient id="b" xlink:href="#a"/>'
    )
    assert plain(svg(gradients + '<path fill="url(#b)" d="M0 0h9v9z"/>' * 2_000).encode())


def test_a_drawing_in_place_of_a_photo_is_told_as_before(edition: Edition) -> None:
    (edition.folder / "logo.svg").write_text(svg(DISC), "utf-8")
    told = edition.inspect({"fichier": "logo.svg", "alt": "Un dessin", "personnes": "aucune"})
    assert [d.slug for d in told] == ["media-format"]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 200), st.integers(0, 20))
def test_whatever_the_bytes_are_they_are_plain_or_refused(noise: bytes, at: int, lost: int) -> None:
    whole = svg(DISC).encode()
    for data in (noise, whole[:at] + noise + whole[at + lost :]):
        try:
            assert plain(data).ratio > 0
        except (NotPlainError, ValueError):
            continue
