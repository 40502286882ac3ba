"""Subtitles at the door: files of either format, on the frames of the cut clip."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceremonie.diagnostics import Severity
from ceremonie.media.material import Clip, SubtitleCue
from tests.media.editions import H264, Edition, colours

SRT = """1
00:00:00,400 --> 00:00:01,200
<i>Été</i>

2
00:00:01,200 --> 00:00:02,000
{\\an8}Oui
déjà
"""


@pytest.fixture
def filmed(edition: Edition) -> Edition:
    edition.record("a.mp4", *colours("64x36", seconds=4), *H264)
    return edition


def subtitled(edition: Edition, data: str | bytes, name: str = "a.srt", **more: object) -> Clip:
    write(edition.folder / name, data)
    return edition.clip("a.mp4", sous_titres=name, **more)


def write(file: Path, data: str | bytes) -> None:
    file.write_bytes(data.encode() if isinstance(data, str) else data)


def told(edition: Edition, data: str | bytes, name: str = "a.srt") -> tuple[str, ...]:
    write(edition.folder / name, data)
    return edition.refused("a.mp4", sous_titres=name)


def test_srt(filmed: Edition) -> None:
    assert subtitled(filmed, SRT).subtitles == (
        SubtitleCue(10, 28, ("Été",)),
        SubtitleCue(30, 50, ("Oui", "déjà")),
    )


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + SRT.encode(), SRT.replace("\n", "\r\n")])
def test_byte_order_mark_and_windows_lines(filmed: Edition, data: str | bytes) -> None:
    assert subtitled(filmed, data).subtitles[0].lines == ("Été",)


def test_vtt(filmed: Edition) -> None:
    text = (
        "WEBVTT - titre\n\nNOTE rien\nde plus\n\nSTYLE\n::cue {}\n\n"
        "repère\n00:00.400 --> 00:01.200 align:start\n<v Léa>Oui &amp; non</v>\n"
    )
    clip = subtitled(filmed, text, "a.vtt")
    assert clip.subtitles == (SubtitleCue(10, 30, ("Oui & non",)),)


def test_latin_1_is_read_with_a_warning(filmed: Edition) -> None:
    assert told(filmed, SRT.encode("latin-1")) == ("sous-titres-encodage",)
    materials, _ = filmed.gather({"fichier": "a.mp4", "alt": "x", "sous_titres": "a.srt"})
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    assert clip.subtitles[0].lines == ("Été",)


def test_times_follow_the_cut(filmed: Edition) -> None:
    clip = subtitled(filmed, SRT, de=0.8, a=2)
    assert clip.subtitles == (
        SubtitleCue(0, 8, ("Été",)),
        SubtitleCue(10, 30, ("Oui", "déjà")),
    )


def test_long_lines_are_wrapped_and_long_texts_parted(filmed: Edition) -> None:
    words = "Nous avons couru ensemble autour du stade, puis nous avons chanté tous en chœur " * 2
    write(filmed.folder / "a.srt", f"1\n00:00:00,000 --> 00:00:04,000\n{words}\n")
    materials, found = filmed.gather({"fichier": "a.mp4", "alt": "x", "sous_titres": "a.srt"})
    assert {d.slug for d in found} == {"sous-titres-rapides"}
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    assert len(clip.subtitles) > 1
    assert all(len(cue.lines) <= 2 for cue in clip.subtitles)
    assert all(len(line) <= 36 for cue in clip.subtitles for line in cue.lines)
    said = " ".join(line for cue in clip.subtitles for line in cue.lines)
    assert said == " ".join(words.split())
    pairs = zip(clip.subtitles, clip.subtitles[1:], strict=False)
    assert all(after.start - before.stop == 2 for before, after in pairs)


@pytest.mark.parametrize(
    ("text", "seconds", "hurried"),
    [("a" * 14, 1, False), ("a" * 15, 1, True), ("a" * 36, 3, False), ("a" * 36, 2, True)],
)
def test_reading_speed(filmed: Edition, text: str, seconds: int, hurried: bool) -> None:
    """Twelve signs in one second, 36 in three, one fifth more tolerated; no silence follows."""
    then = f"2\n00:00:0{seconds},080 --> 00:00:04,000\nOui\n"
    found = told(filmed, f"1\n00:00:00,000 --> 00:00:0{seconds},080\n{text}\n\n{then}")
    assert found == (("sous-titres-rapides",) if hurried else ())


def test_silence_gives_its_time_to_what_would_be_too_quick(filmed: Edition) -> None:
    """36 signs are read in three seconds: first from the silence after them, then before, never
    past the end of the clip.
    """
    words = "a" * 36
    after = subtitled(filmed, f"1\n00:00:00,400 --> 00:00:01,400\n{words}\n")
    assert after.subtitles == (SubtitleCue(10, 85, (words,)),)
    before = subtitled(filmed, f"1\n00:00:01,400 --> 00:00:02,400\n{words}\n")
    assert before.subtitles == (SubtitleCue(25, 100, (words,)),)
    followed = (
        f"1\n00:00:00,400 --> 00:00:01,400\n{words}\n\n2\n00:00:03,000 --> 00:00:04,000\nOui\n"
    )
    assert subtitled(filmed, followed).subtitles == (
        SubtitleCue(0, 73, (words,)),
        SubtitleCue(75, 100, ("Oui",)),
    )


def test_what_outlasts_the_clip_is_told_at_its_line(filmed: Edition) -> None:
    late = SRT + "\n3\n00:00:09,000 --> 00:00:10,000\nTrop tard\n"
    write(filmed.folder / "a.srt", late)
    (found,) = filmed.inspect({"fichier": "a.mp4", "alt": "x", "sous_titres": "a.srt"})
    assert (found.slug, found.severity) == ("sous-titres-plus-longs", Severity.WARNING)
    assert "ligne 11 " in found.message
    assert "00:04" in found.message
    cut = {"fichier": "a.mp4", "alt": "x", "sous_titres": "a.srt", "a": 3}
    assert not filmed.inspect(cut)


@pytest.mark.parametrize(
    "timing", ["00:00:01 -> 00:00:02", "00:00:03,000 --> 00:00:01,000", "bientôt"]
)
def test_faulty_timings_are_told_at_their_line(filmed: Edition, timing: str) -> None:
    write(filmed.folder / "a.srt", SRT + f"\n3\n{timing}\nPerdu\n")
    (found,) = filmed.inspect({"fichier": "a.mp4", "alt": "x", "sous_titres": "a.srt"})
    assert found.slug == "sous-titres-ligne"
    assert "ligne 11" in found.message


@pytest.mark.parametrize("data", [b"\n\n", b"WEBVTT\n", b"\0\1\2"])
def test_nothing_said(filmed: Edition, data: bytes) -> None:
    assert told(filmed, data) == ("sous-titres-illisibles",)


def test_missing_subtitles_leave_the_clip(filmed: Edition) -> None:
    entry = {"fichier": "a.mp4", "alt": "x", "sous_titres": "b.srt"}
    materials, found = filmed.gather(entry)
    assert [d.message for d in found] == ["le fichier de sous-titres « b.srt » n'existe pas"]
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)


def test_words_before_the_cut_are_told_and_left_out(filmed: Edition) -> None:
    write(filmed.folder / "a.srt", "1\n00:00:00,000 --> 00:00:00,900\nOui\n")
    entry = {"fichier": "a.mp4", "alt": "Un stade", "sous_titres": "a.srt", "de": 1, "a": 2}
    materials, told = filmed.gather(entry)
    assert [(d.slug, d.severity) for d in told] == [("sous-titres-hors-extrait", Severity.WARNING)]
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    assert clip.subtitles == ()


def test_two_who_speak_at_once_are_shown_together(filmed: Edition) -> None:
    both = "1\n00:00:01,000 --> 00:00:02,000\n- Oui\n\n2\n00:00:01,000 --> 00:00:03,000\n- Non\n"
    assert subtitled(filmed, both).subtitles == (SubtitleCue(25, 75, ("- Oui", "- Non")),)


def test_one_who_is_interrupted_gives_way(filmed: Edition) -> None:
    over = "1\n00:00:00,000 --> 00:00:03,000\nOui\n\n2\n00:00:01,000 --> 00:00:02,000\nNon\n"
    cues = subtitled(filmed, over).subtitles
    assert cues == (SubtitleCue(0, 23, ("Oui",)), SubtitleCue(25, 50, ("Non",)))
