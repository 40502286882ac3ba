"""Subtitle files beside ffmpeg, and any files at all: in order, never two at a time, every word."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ceremonie.media.fault import UnusableError
from ceremonie.media.subtitles import Track, cues
from ceremonie.media.subtitles.charter import GAP, LINE_LENGTH, LINES, needed, signs
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.tools import ffmpeg

from .test_subtitle_files import BONJOUR, FIRST, HEAD, MERCI, ORDINARY, SECOND, listed, tracked

ONE_BLOCK = re.compile(r"\d+\n(\S+) --> (\S+)\n(.*?)\n\n", re.DOTALL)


def as_ffmpeg_reads(text: str, form: str, folder: Path) -> list[tuple[float, float, str]]:
    """What a player built on it shows: ffmpeg's own copy of the file, as SubRip without markup."""
    source, copy = folder / f"a.{form}", folder / "copie.srt"
    source.write_bytes(text.encode())
    given = ("-f", {"srt": "srt", "vtt": "webvtt"}[form], *ffmpeg.file_input(source))
    ffmpeg.run((*given, "-c:s", "text", "-f", "srt", ffmpeg.file_output(copy)))
    found = ONE_BLOCK.findall(copy.read_text("utf-8").replace("\r\n", "\n") + "\n\n")
    return [(second(start), second(stop), words.strip()) for start, stop, words in found]


def second(stamp: str) -> float:
    hours, minutes, seconds = stamp.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (ORDINARY, "srt"),
        (ORDINARY.replace("\n\n", "\n"), "srt"),
        (ORDINARY.replace("\n\n", "\n\n\n\n"), "srt"),
        (ORDINARY.replace("\n", "\r\n"), "srt"),
        (f"1\n{FIRST}\nOui\n\nplus bas\n\n2\n{SECOND}\nNon\n", "srt"),
        (f"1\n{FIRST}\nIl en reste\n3\n\n2\n{SECOND}\nNon\n", "srt"),
        (f"1\n{FIRST}\n<i>Oui</i>, <b>non</b> {{\\an8}}\n2\n{SECOND}\nJe <3 le sport\n", "srt"),
        (f"1\n{FIRST} X1:10 X2:20\nOui\n\n2\n{SECOND}\nNon", "srt"),
        (f"{HEAD}{FIRST}\n{BONJOUR}\n\n{SECOND}\n{MERCI}\n".replace(",", "."), "vtt"),
        (f"{HEAD}NOTE rien\n\nid\n{FIRST} line:1\n<v Léa>Oui</v>\n".replace(",", "."), "vtt"),
    ],
)  # fmt: skip
def test_players_built_on_ffmpeg_show_the_same(text: str, form: str, tmp_path: Path) -> None:
    ours = listed(tracked(text, f"a.{form}"))
    assert ours == as_ffmpeg_reads(text, form, tmp_path)


stamps = st.builds(
    "{:02}:{:02}:{:02}{}{:03}".format,
    st.integers(0, 1), st.integers(0, 59), st.integers(0, 59), st.sampled_from(",."),
    st.integers(0, 999),
)  # fmt: skip
pieces = st.one_of(
    stamps,
    st.sampled_from(
        ["\n", "\n\n", "\r\n", " ", " --> ", "1\n", "2", "<i>", "</c>", "<", ">", "&amp;",
         "{\\an8}",
         "WEBVTT\n", "NOTE ", "STYLE\n", "\ufeff", "\u00a0", "\u2028", "Oui", "align:start", "é"]
    ),
    st.text(max_size=5),
)  # fmt: skip
files = st.lists(pieces, max_size=40).map("".join)


@given(st.one_of(st.binary(max_size=200), files.map(lambda text: text.encode("utf-8", "replace"))))
@example(b"00:00:00,000 --> 00:00:00,001\n" + b"a" * 200)
@example(b"\xff\xfe0")
@example(b"1\n" * 3 + b"00:01 --> 00:02\n<v \n")
@settings(max_examples=400, deadline=None)
def test_any_file_gives_ordered_cues_or_one_refusal(data: bytes) -> None:
    for name in ("a.srt", "a.vtt"):
        try:
            made = tracked(data, name)
        except UnusableError:
            continue
        assert all(d.remedy and d.render().encode() for d in made.diagnostics)
        assert [s.start for s in made.spoken] == sorted(s.start for s in made.spoken)
        shown = cues(made, Fraction(1, 3), 4000)
        assert all(0 <= cue.start < cue.stop <= 4000 for cue in shown)
        assert all(a.stop <= b.start for a, b in pairwise(shown))
        assert all(1 <= len(cue.lines) <= 2 for cue in shown)
        assert all(0 < len(line) <= 36 for cue in shown for line in cue.lines)


words = st.text("abcdéœ'?!,<>&{}-\u00a0 ", min_size=1, max_size=90).filter(
    lambda text: (
        text.replace("\u00a0", " ").strip()
        and "<" not in text[:-1]
        and "&" not in text
        and ">>" not in text  # so video sites say that another speaks: shown as a dash
    )
)


@given(
    st.lists(words, min_size=1, max_size=6), st.sampled_from(["\n\n", "\n", "\n \n", "\r\n\r\n"])
)
@settings(max_examples=100, deadline=None)
def test_every_word_is_shown(texts: list[str], apart: str) -> None:
    text = "".join(
        f"{n}\n00:{n:02}:00,000 --> 00:{n:02}:50,000\n{words}{apart}"
        for n, words in enumerate(texts, 1)
    )
    shown = cues(tracked(text), Fraction(0), 25 * 60 * 10)
    seen = "".join("".join(line.split()) for cue in shown for line in cue.lines)
    assert seen == "".join("".join(words.split()) for words in texts)


phrases = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzéàç’,.!?", min_size=1, max_size=14), min_size=1, max_size=20
).map(" ".join)
said = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 5000), phrases), max_size=8)


@given(said)
@settings(max_examples=200, deadline=None)
def test_the_charter_holds_whatever_is_said_when(spoken: list[tuple[int, int, str]]) -> None:
    """Milliseconds from the beginning of the one before, its length, its words: none is lost or
    out of its turn, two frames are between two, and none is quicker than it was if there was time.
    """
    starts = list(accumulate(wait for wait, _, _ in spoken))
    last = max(
        (start + span for start, (_, span, _) in zip(starts, spoken, strict=True)), default=1
    )
    length = last * 25 // 1000 + 1 + sum(len(words) for *_, words in spoken)
    track = Track("a.srt", tuple(
        Spoken(Fraction(start, 1000), Fraction(start + span, 1000), (words,))
        for start, (_, span, words) in zip(starts, spoken, strict=True)
    ))  # fmt: skip
    shown = cues(track, Fraction(0), length)
    told = " ".join(line for cue in shown for line in cue.lines)
    assert told == " ".join(words for *_, words in spoken)
    assert all(0 <= cue.start < cue.stop <= length for cue in shown)
    assert all(after.start - before.stop >= GAP for before, after in pairwise(shown))
    assert all(len(cue.lines) <= LINES for cue in shown)
    assert all(len(line) <= LINE_LENGTH for cue in shown for line in cue.lines)
    alone = [cue for cue, after in pairwise(shown) if after.start - cue.start > 400]
    assert all(cue.stop - cue.start >= needed(signs(cue.lines)) for cue in alone)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("On a gagné le tournoi de Jean Dupont contre les 12 équipes du lycée, et tout le monde "
         "était content.",
         [["On a gagné le tournoi de Jean Dupont", "contre les 12 équipes du lycée,"],
          ["et tout le monde était content."]]),
        ("Bonjour à tous et bienvenue à cette cérémonie de clôture.",
         [["Bonjour à tous et bienvenue", "à cette cérémonie de clôture."]]),
        ("Merci. Nous avons beaucoup appris ici.", [["Merci.", "Nous avons beaucoup appris ici."]]),
        ("Cela nous a coûté à peu près la somme de 12 000 euros.",
         [["Cela nous a coûté", "à peu près la somme de 12 000 euros."]]),
        ("Nous avons reçu la visite de Marie-George Buffet.",
         [["Nous avons reçu la visite", "de Marie-George Buffet."]]),
    ],
)  # fmt: skip
def test_lines_end_where_an_idea_does(said: str, shown: list[list[str]]) -> None:
    """After punctuation or before a conjunction or preposition; an article stays with its noun, a
    number with what it counts, and a name is whole.
    """
    made = cues(tracked(f"1\n00:00:00,000 --> 00:00:20,000\n{said}\n"), Fraction(0), 500)
    assert [list(cue.lines) for cue in made] == shown


def test_a_line_that_ends_in_an_article_is_broken_anew_and_others_stay() -> None:
    (cue,) = cues(tracked("1\n00:00:00,000 --> 00:00:05,000\nOn a vu le\nstade."), Fraction(0), 500)
    assert cue.lines == ("On a vu le stade.",)
    (cue,) = cues(tracked("1\n00:00:00,000 --> 00:00:05,000\nOn a vu\nle stade."), Fraction(0), 500)
    assert cue.lines == ("On a vu", "le stade.")
