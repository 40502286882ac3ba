"""Audio description: texts at their place in the film, for players and in the transcript."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from ceremonie import media, rights
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Severity
from ceremonie.edition.documents import write_words
from ceremonie.edition.outputs import DESCRIPTIONS, TRANSCRIPT
from ceremonie.media.material import Materials
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.production import check
from ceremonie.storyboard import read
from tests.music import tone, write

SLUG = "audiodescription-absente"


def board(folder: Path, described: Any = None) -> Path:
    text = {
        "edition": "2023",
        "titre": "Journées de l'égalité des chances",
        "organisateur": "Préfecture du Val-de-Marne",
        "ceremonie": {"date": "2023-12-01", "lieu": "Salle des fêtes"},
        "publication": {"debut": "2023-12-02", "fin": "2024-12-02"},
        "jours": [{"date": "2023-11-28", "ateliers": [{"titre": "Boxe", "commune": "Créteil"}]}],
        **({} if described is None else {"audiodescription": described}),
    }
    file = folder / "storyboard.yaml"
    file.write_text(yaml.safe_dump(text, allow_unicode=True), "utf-8")
    return file


def planned(folder: Path, *texts: dict[str, Any]) -> Plan:
    storyboard = read(board(folder, {"textes": list(texts)})).storyboard
    assert storyboard is not None
    return plan(storyboard, Materials({}))


@pytest.mark.parametrize(
    ("described", "audience", "told"),
    [
        (None, Audience.WEB, True),
        ({}, Audience.WEB, True),
        ({"raison": "Tout ce qui se voit est dit."}, Audience.WEB, False),
        ({"textes": [{"partie": "titre", "texte": "Une piste."}]}, Audience.WEB, False),
        ({"enregistrement": "voix.wav"}, Audience.WEB, False),
        (None, Audience.HALL, False),
    ],
)
def test_the_web_asks_for_descriptions_or_a_reason_and_the_hall_does_not(
    described: Any, audience: Audience, told: bool, tmp_path: Path
) -> None:
    found = check(board(tmp_path, described), cache=tmp_path / "cache", audiences=(audience,))
    assert [d.severity for d in found if d.slug == SLUG] == [Severity.ERROR] * told
    assert not [d for d in found if d.slug == "pas-montre"]


def test_texts_stand_at_their_part_in_the_track_and_in_the_transcript(tmp_path: Path) -> None:
    made = planned(
        tmp_path,
        {"partie": "jours", "apres": 1, "texte": "Un gymnase, vu d'en haut."},
        {"partie": "titre", "texte": "Une piste se dessine."},
    )
    days = next(shot for shot in made.shots if shot.section == "jours").span.start
    assert [(one.span.start, one.text) for one in made.described] == [
        (0, "Une piste se dessine."),
        (days + 25, "Un gymnase, vu d’en haut."),
    ]
    write_words(tmp_path, made)
    track = tmp_path.joinpath(DESCRIPTIONS).read_text("utf-8")
    assert track.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.400\nUne piste se dessine.")
    told = tmp_path.joinpath(TRANSCRIPT).read_text("utf-8")
    assert told.index("Une piste se dessine.") < told.index("Un gymnase, vu d’en haut.")


def test_why_there_is_none_is_printed(tmp_path: Path) -> None:
    storyboard = read(board(tmp_path, {"raison": "Tout est dit."})).storyboard
    assert storyboard is not None
    write_words(tmp_path, plan(storyboard, Materials({})))
    assert not tmp_path.joinpath(DESCRIPTIONS).exists()
    assert "Tout est dit." in tmp_path.joinpath(TRANSCRIPT).read_text("utf-8")


@pytest.mark.parametrize(
    ("texts", "slug", "key"),
    [
        ([("titre", 0, "x" * 60), ("titre", 2, "y")], "audiodescription-trop-longue", "texte"),
        ([("flamme", 0, "x")], "audiodescription-hors-film", "partie"),
        ([("titre", 5000, "x")], "audiodescription-hors-film", "partie"),
    ],
    ids=["next", "part", "after"],
)
def test_what_cannot_be_read_in_time_or_has_no_moment_is_told_at_its_line(
    texts: list[tuple[str, float, str]], slug: str, key: str, tmp_path: Path
) -> None:
    entries = [{"partie": part, "apres": after, "texte": text} for part, after, text in texts]
    (found,) = [d for d in planned(tmp_path, *entries).diagnostics if d.slug == slug]
    assert found.path == ("audiodescription", "textes", 0, key)
    assert found.severity is Severity.WARNING


RECORDED = ("audiodescription", "enregistrement")


def recorded(folder: Path, audience: Audience) -> tuple[Plan, set[str]]:
    """The plan of what an audience is given, and the files that it is made from."""
    reading = read(board(folder, {"enregistrement": "voix.wav"}))
    assert reading.storyboard is not None
    with media.at_work(folder / "cache") as means:
        examined, given = media.examine(reading, means), rights.showing(reading, audience)
        sources = media.sources(examined, given)
    made = plan(reading.storyboard, examined.materials(given))
    return made, {path.name for path in sources}


@pytest.mark.parametrize(
    ("wave", "slug"),
    [
        (None, "media-introuvable"),
        (b"RIFF", "media-abime"),
        (np.zeros(48_000), "son-muet"),
        (tone(300, 90), "audiodescription-depasse"),
    ],
    ids=["missing", "broken", "silent", "long"],
)
def test_a_recording_that_cannot_be_heard_is_told_at_its_key(
    wave: Any, slug: str, tmp_path: Path
) -> None:
    if isinstance(wave, bytes):
        tmp_path.joinpath("voix.wav").write_bytes(wave)
    elif wave is not None:
        write(tmp_path / "voix.wav", 0.2 * wave)
    file = board(tmp_path, {"enregistrement": "voix.wav"})
    told = check(file, cache=tmp_path / "cache", audiences=(Audience.WEB,))
    (found,) = [one for one in told if one.path == RECORDED]
    assert found.slug == slug
    assert found.place is not None
    assert found.place.line


def test_a_recording_is_a_sound_track_for_all_but_the_hall(tmp_path: Path) -> None:
    write(tmp_path / "voix.wav", 0.2 * tone(300, 3))
    web, sources = recorded(tmp_path, Audience.WEB)
    assert web.narration is not None
    assert web.narration.samples == 3 * 48_000
    assert "voix.wav" in sources
    write_words(tmp_path, web)
    assert "seconde piste sonore" in tmp_path.joinpath(TRANSCRIPT).read_text("utf-8")
    hall, sources = recorded(tmp_path, Audience.HALL)
    assert hall.narration is None
    assert "voix.wav" not in sources


def test_what_the_end_of_the_film_would_cut_is_told(tmp_path: Path) -> None:
    late = float(planned(tmp_path).frames / 25 - 2)
    made = planned(tmp_path, {"partie": "titre", "apres": late, "texte": "x" * 60})
    (found,) = [d for d in made.diagnostics if d.slug == "audiodescription-trop-longue"]
    assert "4 s" in found.message
    assert made.described[-1].span.stop == made.frames
