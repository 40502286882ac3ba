"""A clip in which somebody speaks has words to read, or says why not; told for each audience."""

from __future__ import annotations

import pytest

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.production import check
from tests.media.editions import H264, Edition, colours
from tests.music import birds, speech, write

SLUG = "paroles-sans-sous-titres"
CLIP = {"fichier": "parle.mp4", "alt": "Une élève raconte", "personnes": "aucune"}
SAID = "1\n00:00:01,000 --> 00:00:04,000\nOn a couru longtemps.\n"


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Three seconds without a voice, then four with one; and a clip of birds."""
    edition = Edition(tmp_path_factory.mktemp("2023"), tmp_path_factory.mktemp("cache"))
    for name, sound in (("parle", speech(4)), ("oiseaux", birds(4))):
        write(edition.folder / f"{name}.wav", sound)
        later = ("-itsoffset", "3", "-i", str(edition.folder / f"{name}.wav"))
        edition.record(f"{name}.mp4", *colours("64x36", seconds=7), *later, *H264, "-c:a", "aac")
    edition.folder.joinpath("parle.srt").write_text(SAID, "utf-8")
    return edition


def told(edition: Edition, *audiences: str, **entry: object) -> list[Diagnostic]:
    reading = edition.reading({**CLIP, **entry})
    found = check(reading.path, cache=edition.workspace, audiences=audiences)
    return [one for one in found if one.slug == SLUG]


@pytest.mark.parametrize(
    ("audiences", "severity"),
    [
        (("salle",), Severity.WARNING),
        (("interne",), Severity.WARNING),
        (("internet",), Severity.ERROR),
        (("reseaux",), Severity.ERROR),
        (("salle", "internet"), Severity.ERROR),
    ],
)
def test_speech_without_words_is_told_once_at_its_line_as_gravely_as_its_public_asks(
    filmed: Edition, audiences: tuple[str, ...], severity: Severity
) -> None:
    (found,) = told(filmed, *audiences)
    assert found.severity is severity
    assert found.path == ("jours", 0, "ateliers", 0, "medias", 0, "fichier")
    assert found.place is not None
    assert "dès 00:02" in found.message  # a coder begins a little before its first sample


@pytest.mark.parametrize(
    "entry",
    [
        {"sous_titres": "parle.srt"},
        {"voix": "aucune"},
        {"son": "coupé"},
        {"a": 2},
        {"fichier": "oiseaux.mp4"},
    ],
    ids=lambda entry: next(iter(entry)),
)
def test_words_a_statement_silence_or_birds_answer_it(
    filmed: Edition, entry: dict[str, object]
) -> None:
    assert not told(filmed, "internet", **entry)


def test_words_outside_of_the_excerpt_are_no_answer(filmed: Edition) -> None:
    """They were said before it begins."""
    assert told(filmed, "internet", sous_titres="parle.srt", de=4)
