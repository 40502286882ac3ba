"""Letters of subtitles that the film cannot draw: told by `verifier` as for all other texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.production import check
from tests.media.editions import H264, Edition, colours

BOARD = """\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture
ceremonie: {date: 2023-12-01, lieu: Salle}
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe
        commune: Créteil
        medias:
          - {fichier: a.mp4, alt: Vue, personnes: aucune}
          - fichier: b.mp4
            alt: Vue
            personnes: aucune
            sous_titres: b.srt
"""
LINE = 15
"""Where the storyboard names the subtitles."""


def checked(edition: Edition, tmp_path: Path, *words: str) -> list[Diagnostic]:
    for name in ("a.mp4", "b.mp4"):
        edition.record(name, *colours("640x360", seconds=len(words) * 4), *H264)
    cues = [
        f"{n + 1}\n00:00:{n * 4:02},000 --> 00:00:{n * 4 + 4:02},000\n{text}\n\n"
        for n, text in enumerate(words)
    ]
    (edition.folder / "b.srt").write_text("".join(cues), "utf-8")
    (edition.folder / "storyboard.yaml").write_text(BOARD, "utf-8")
    told = check(edition.folder / "storyboard.yaml", cache=tmp_path / "cache")
    return [d for d in told if d.slug == "caractere-absent"]


@pytest.mark.parametrize(
    "words",
    ["Grâce à Việt Đức, Łódź, İzmir", "Ελλάδα", "Україна", "مرحبا بالعالم", "10\u202f000\u00a0€"],
)
def test_what_the_film_draws_is_not_told(edition: Edition, tmp_path: Path, words: str) -> None:
    assert checked(edition, tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "alphabets"),
    [
        (("中文字幕", "Boxe : 拳击"), ["chinois"]),
        (("한국어", "Merci", "감사합니다"), ["coréen"]),
        (("Bravo 🔥", "🏃 Allez 字"), ["émojis", "chinois"]),
    ],
)
def test_each_alphabet_that_is_missing_is_told_once_where_the_subtitles_are_named(
    edition: Edition, tmp_path: Path, words: tuple[str, ...], alphabets: list[str]
) -> None:
    told = checked(edition, tmp_path, *words)
    assert len(told) == len(alphabets)
    assert all(any(a in d.message for d in told) for a in alphabets), [d.message for d in told]
    assert {d.severity for d in told} == {Severity.WARNING}
    assert {d.place.line for d in told if d.place} == {LINE}
