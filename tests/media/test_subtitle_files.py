"""Subtitle files as players read them: forms, encodings, markup, signs, captions that roll."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from ceremonie.diagnostics import Severity
from ceremonie.media.fault import UnusableError
from ceremonie.media.subtitles import Track, breaking, cues, hurried, parsing, read
from ceremonie.media.subtitles.reading import track

Cues = list[tuple[float, float, str]]


def said(text: str | bytes, name: str = "a.srt") -> Cues:
    """Seconds and words; nothing is told."""
    made = tracked(text, name)
    assert not made.diagnostics, [d.message for d in made.diagnostics]
    return listed(made)


def tracked(text: str | bytes, name: str = "a.srt") -> Track:
    data = text.encode() if isinstance(text, str) else text
    return track(data, name, ("sous_titres",))


def listed(made: Track) -> Cues:
    return [(float(s.start), float(s.stop), s.text) for s in made.spoken]


def one(words: str, name: str = "a.srt") -> str:
    """The words of a single cue."""
    ((_, _, text),) = said(f"1\n00:00:01,000 --> 00:00:05,000\n{words}\n", name)
    return text


TWO = [(0.0, 2.5, "Bonjour à tous."), (3.0, 5.5, "Merci d'être venus.")]
"""What every form of the same two subtitles says."""

FIRST, SECOND = "00:00:00,000 --> 00:00:02,500", "00:00:03,000 --> 00:00:05,500"
BONJOUR, MERCI = "Bonjour à tous.", "Merci d'être venus."
ORDINARY = f"1\n{FIRST}\n{BONJOUR}\n\n2\n{SECOND}\n{MERCI}\n"


@pytest.mark.parametrize(
    "text",
    [
        ORDINARY,
        ORDINARY.rstrip("\n"),
        ORDINARY.replace("\n\n", "\n"),
        ORDINARY.replace("\n\n", "\n \n"),
        ORDINARY.replace("\n\n", "\n\t\n"),
        ORDINARY.replace("\n", "\n\n"),
        ORDINARY.replace("\n", "\r"),
        ORDINARY.replace("\n", "\r\n"),
        ORDINARY.replace("\n", "\r\r\n"),
        "\n\n \n" + ORDINARY,
        f"{FIRST}\n{BONJOUR}\n{SECOND}\n{MERCI}",
        f"{FIRST}\n{BONJOUR}\n\n\n\n{SECOND}\n{MERCI}\n\n",
        f"7\n{FIRST}\n{BONJOUR}\n12\n{SECOND}\n{MERCI}\n",
        ORDINARY.replace("00:00:", "00:").replace(",", "."),
        ORDINARY.replace("00:00:", "0:0:").replace(",000", ",0").replace(",500", ",5"),
        ORDINARY.replace(" --> ", "-->"),
        ORDINARY.replace(" --> ", "   \u00a0--> \t"),
        ORDINARY.replace(",500\n", ",500  X1:40 X2:600 Y1:20 Y2:50\n"),
        ORDINARY.replace("2\n00", "\ufeff2\n00"),
        ORDINARY.replace("2\n00", "\u200e2\u200f\n\u202a00"),
        ORDINARY.replace(",000 --> ", " --> "),
    ],
)  # fmt: skip
def test_a_timing_always_begins_a_subtitle(text: str) -> None:
    assert said(text) == TWO


def test_empty_lines_lose_no_words() -> None:
    text = f"1\n{FIRST}\nOui\n\nplus bas\n \nencore\n\n2\n{SECOND}\nNon\n"
    assert said(text) == [(0.0, 2.5, "Oui\nplus bas\nencore"), (3.0, 5.5, "Non")]


def test_a_countdown_without_numbers_keeps_its_figures() -> None:
    times = ["00:00:01.000 --> 00:00:02.000", "00:00:02.000 --> 00:00:03.000"]
    text = f"{times[0]}\n3\n\n{times[1]}\n2\n"
    assert said(text) == [(1.0, 2.0, "3"), (2.0, 3.0, "2")]
    assert said("WEBVTT\n\n" + text, "a.vtt") == [(1.0, 2.0, "3"), (2.0, 3.0, "2")]
    numbered = f"1\n{times[0]}\n3\n\n2\n{times[1]}\n2\n"
    assert said(numbered) == [(1.0, 2.0, "3"), (2.0, 3.0, "2")]


def test_words_behind_a_timing_are_said() -> None:
    assert said(f"1\n{FIRST} Bonjour\nà tous\n") == [(0.0, 2.5, "Bonjour\nà tous")]


HEAD = "WEBVTT\nKind: captions\nLanguage: fr\n\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + f"{FIRST}\n{BONJOUR}\n\n{SECOND}\n{MERCI}\n",
        f"WEBVTT\n{FIRST}\n{BONJOUR}\n\n{SECOND}\n{MERCI}\n",
        f"WEBVTT - Titre\n\nun\n{FIRST} align:start position:0%\n{BONJOUR}\n\n"
        f"deux\n{SECOND} line:-1 align:middle\n{MERCI}\n",
        HEAD + "STYLE\n::cue(b) {\n  color: red\n}\n\nREGION\nid:a\nwidth:40%\n\n"
        f"NOTE pour nous\nseulement\n\n{FIRST}\n{BONJOUR}\n\nNOTE\nà relire\n\n{SECOND}\n{MERCI}\n",
        HEAD + f"{FIRST}\n{BONJOUR}\n{SECOND}\n{MERCI}\n",
        "\ufeff" + HEAD.replace("\n", "\r\n") + f"{FIRST}\r\n{BONJOUR}\r\n\r\n{SECOND}\r\n{MERCI}",
        HEAD + f"{FIRST}\n{BONJOUR}\n\n\ufeffWEBVTT\nKind: captions\n\n{SECOND}\n{MERCI}\n",
        HEAD + f"{FIRST}\n<v Léa><c.jaune>Bonjour</c> à tous.</v>\n\n{SECOND}\n"
        "<lang fr>Merci</lang> <i>d'être</i> venus.\n",
    ],
)  # fmt: skip
def test_every_part_of_a_vtt_file(text: str) -> None:
    text = text.replace(",", ".")
    assert said(text, "a.vtt") == TWO
    assert said(text, "nommé autrement.srt") == TWO


ROLLING = """WEBVTT
Kind: captions
Language: fr

00:00:00.080 --> 00:00:02.270 align:start position:0%
 
bonjour<00:00:00.400><c> à</c><00:00:00.800><c> tous</c>

00:00:02.270 --> 00:00:02.280 align:start position:0%
bonjour à tous
 

00:00:02.280 --> 00:00:04.000 align:start position:0%
bonjour à tous
et<00:00:02.500><c> merci</c>

00:00:04.000 --> 00:00:04.010 align:start position:0%
et merci
 

00:00:04.010 --> 00:00:06.000 align:start position:0%
et merci
d'être<00:00:04.500><c> venus</c>
"""  # noqa: W293


def test_captions_that_roll_are_shown_once() -> None:
    """As YouTube makes them by machine, and as converters make a .srt of them."""
    expected = [
        (0.08, 2.28, "bonjour à tous"),
        (2.28, 4.01, "et merci"),
        (4.01, 6.0, "d'être venus"),
    ]
    assert said(ROLLING, "a.vtt") == expected
    bare = ROLLING.replace("<c>", "").replace("</c>", "").replace(" align:start position:0%", "")
    stamps = ("00:00:00.400", "00:00:00.800", "00:00:02.500", "00:00:04.500")
    for stamp in stamps:
        bare = bare.replace(f"<{stamp}>", "")
    assert said(bare.split("fr\n\n")[1]) == expected


def test_what_two_people_repeat_is_not_taken_for_rolling() -> None:
    text = f"1\n{FIRST}\n- Oui ?\n- Oui.\n\n2\n00:00:02,500 --> 00:00:04,000\n- Oui.\n- Non.\n"
    assert [words for _, _, words in said(text)] == ["- Oui ?\n- Oui.", "- Oui.\n- Non."]


SBV = f"0:00:00.000,0:00:02.500\n{BONJOUR}\n\n0:00:03.000,0:00:05.500\n{MERCI}\n"
STYLES = """[Script Info]
; Script generated by Aegisub
Title: Notre film
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20
"""
EVENTS = (
    STYLES
    + """
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
)


def event(words: str, times: str = "0:00:00.00,0:00:02.50", name: str = "") -> str:
    return f"Dialogue: 0,{times},Default,{name},0,0,0,,{words}\n"


ASS = EVENTS + event(BONJOUR) + event(MERCI, "0:00:03.00,0:00:05.50")
SSA = (
    ASS.replace("V4+ Styles", "V4 Styles")
    .replace("Format: Layer", "Format: Marked")
    .replace("Dialogue: 0", "Dialogue: Marked=0")
)


@pytest.mark.parametrize("name", ["a.srt", "a.vtt", "a.sbv", "a.ass"])
@pytest.mark.parametrize(
    "text",
    [
        SBV,
        SBV.replace("\n", "\r\n"),
        ASS,
        SSA,
        "\ufeff" + ASS.replace("\n", "\r\n"),
        ASS + event("à revoir").replace("Dialogue", "Comment"),
        ASS[len(STYLES) :].replace("\nFormat: Layer, Start", "\nFormat:Layer,Start"),
        ASS[len(EVENTS) :],
        ASS.replace("Bonjour", "{à relire}{\\pos(400,570)\\an8}Bon{\\k20}jour{\\r}"),
        ASS
        + event("{\\an7\\p1}m 0 0 l 100 0 100 100{\\p0}")
        + event(BONJOUR).replace(" 0,", " 1,"),
    ],
)
def test_forms_show_in_the_text_whatever_the_file_is_called(text: str, name: str) -> None:
    assert said(text, name) == TWO


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Oui, non, peut-être", "Oui, non, peut-être"),
        ("Oui\\N{\\i1}non{\\i0}", "Oui\nnon"),
        ("Oui\\nnon\\h!", "Oui non\u00a0!"),
        ("{\\p1}m 0 0 l 9 9{\\p0}Oui{\\p2}m 1 1", "Oui"),
        ("{\\pbo5}Oui {", "Oui {"),
    ],
)
def test_words_of_substation_are_plain(written: str, seen: str) -> None:
    ((_, _, words),) = said(EVENTS + event(written), "a.ass")
    assert words == seen


@pytest.mark.parametrize(
    "faulty",
    [
        event("Perdu", "0:00:03.00,0:00:01.00"),
        event("Perdu", "bientôt,0:00:01.00"),
        "Dialogue: 0,0:00:01.00,0:00:02.00,Perdu\n",
    ],
)
def test_faulty_events_are_told_at_their_line(faulty: str) -> None:
    made = tracked(EVENTS + faulty + event(MERCI, "0:00:03.00,0:00:05.50"), "a.ass")
    (told,) = made.diagnostics
    assert (told.slug, told.severity) == ("sous-titres-ligne", Severity.ERROR)
    assert f"ligne {EVENTS.count(chr(10)) + 1} " in told.message
    assert "Dialogue: 0,0:00:01.00" in str(told.remedy)
    assert listed(made) == TWO[1:]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"WEBVTT\n\n{FIRST}\n<v Léa>Oui ?\n<v Tom>Non.</v>\n", ["–\u00a0Oui ?\n–\u00a0Non."]),
        (f"WEBVTT\n\n{FIRST}\n<v Léa>Oui ?\n\n{SECOND}\n<v Tom>Non.", ["Oui ?", "–\u00a0Non."]),
        (f"WEBVTT\n\n{FIRST}\n<v Léa>Oui.\n\n{SECOND}\n<v Léa>Si !", ["Oui.", "Si !"]),
        (EVENTS + event("Oui ?", name="Léa") + event("Non.", "0:00:03.00,0:00:05.00", "Tom"),
         ["Oui ?", "–\u00a0Non."]),
        (SBV.replace("Merci", ">> Merci"), [BONJOUR, f"–\u00a0{MERCI}"]),
    ],
)  # fmt: skip
def test_a_dash_shows_that_another_speaks_and_no_name_does(text: str, seen: list[str]) -> None:
    assert [
        words for _, _, words in said(text.replace(",500", ".500").replace(",000", ".000"))
    ] == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("(Rires)", "[Rires]"),
        ("*rires*", "[rires]"),
        ("<i>[Rires.]</i>", "[Rires.]"),
        ("♫ La la ♫", "♪ La la ♪"),
        ("Oui (non) *peut-être*", "Oui (non) *peut-être*"),
    ],
)
def test_sounds_stand_in_brackets_and_music_behind_its_note(written: str, seen: str) -> None:
    assert one(written) == seen


ACCENTS = ORDINARY.replace("venus.", "venus, Noël ; çà et là, un œuf à 10 €.")


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
    ],
)
@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
def test_unicode_of_every_editor(codec: str, mark: bytes, name: str) -> None:
    (_, (_, _, words)) = said(mark + ACCENTS.encode(codec), name)
    assert words == "Merci d'être venus, Noël ; çà et là, un œuf à 10 €."


def test_files_put_one_behind_the_other() -> None:
    mark = b"\xef\xbb\xbf"
    later = f"1\n{SECOND}\n{MERCI}\n".encode()
    assert said(mark + f"1\n{FIRST}\n{BONJOUR}\n\n".encode() + mark + later) == TWO
    mixed = tracked(f"1\n{FIRST}\n{BONJOUR}\n\n".encode() + later.decode().encode("cp1252"))
    assert listed(mixed) == TWO


@pytest.mark.parametrize(
    ("codec", "told"),
    [("cp1252", "Windows-1252"), ("latin-1", "Windows-1252"), ("mac-roman", "MacRoman")],
)
@pytest.mark.parametrize("words", ["L'été, déjà", "Ça a été très bien", "À l'hôpital, un élève"])
def test_one_byte_encodings_are_guessed_and_told(codec: str, told: str, words: str) -> None:
    made = tracked(f"1\n{FIRST}\n{words}\n".encode(codec))
    assert [s.text for s in made.spoken] == [words]
    (warning,) = made.diagnostics
    assert warning.severity is Severity.WARNING
    assert told in warning.message


def test_letters_of_windows_are_no_proof_of_a_mac() -> None:
    made = tracked(f"1\n{FIRST}\nŠkoda, été, Žofie\n".encode("cp1252"))
    assert [s.text for s in made.spoken] == ["Škoda, été, Žofie"]


@pytest.mark.parametrize(
    "words",
    [
        "si a < b et c > d alors fini",
        "Je <3 le basket",
        "a<b, c>d",
        "<rire> Merci <3",
        "2 > 1 et 1 < 2",
        "<- par ici ->",
        "« A --> B »",
        "{sourire} et {fin}",
        "AT&T, cafés&parcs, R&D",
        "b < i > u",
        "le 12 -> 14 mai",
    ],
)
def test_what_only_looks_like_a_tag_stays(words: str) -> None:
    assert one(words) == words
    assert one(words, "a.vtt") == words


@pytest.mark.parametrize(
    "marked",
    [
        "<i>Oui</i>, <b>non</b>",
        "<I>Oui</I>, <U>non</U >",
        "<font color=\"#ffff00\" face='Arial'>Oui</font>, <font size=12>non</font>",
        "{\\an8}Oui, {\\i1}non{\\i0}",
        "{y:i}Oui, non",
        "<v Léa Martin>Oui, non",
        "<v.fort Léa>Oui</v>, <c.jaune.fond>non</c>",
        "<ruby>Oui<rt></rt></ruby>, <span style='color: red'>non</span>",
        "Oui,<00:00:01.500> <c>non</c>",
        "<i><b>Oui</b>, non",
    ],
)
def test_real_tags_go(marked: str) -> None:
    assert one(marked) == "Oui, non"
    assert one(marked, "a.vtt") == "Oui, non"


@pytest.mark.parametrize("marked", ["Oui<br>non", "Oui<br />non", "Oui\\Nnon", "<b>Oui</b>\nnon"])
def test_breaks_within_a_line(marked: str) -> None:
    assert one(marked) == "Oui\nnon"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("R&amp;D", "R&D"),
        ("&lt;b&gt; gras", "<b> gras"),
        ("10&nbsp;€", "10\u00a0€"),
        ("l&#39;&#xE9;t&eacute;", "l'été"),
        ("a&#10;b&#0;", "a b\ufffd"),
        ("&inconnu; &amp", "&inconnu; &amp"),
    ],
)
def test_character_references(written: str, seen: str) -> None:
    assert one(written) == seen
    assert one(written, "a.vtt") == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Il a 10\u00a0000\u202f€", "Il a 10\u00a0000\u202f€"),
        ("Il a\t10\u2007000 €", "Il a 10\u00a0000 €"),
        ("un\u2028deux\u2029trois\x85quatre", "un deux trois quatre"),
        ("un\u2009deux\u3000trois\x0bquatre", "un deux trois quatre"),
        ("\ufeffun\u200b \u200edeux\u2060 tr\u00adois\ufe0f", "un deux trois"),
        ("\u202bun\u202c \u2066deux\u2069", "un deux"),
        ("\u202bשלום (1)\u200f\u202c\ufeff", "\u202bשלום (1)\u200f\u202c"),
        ("می\u200cخواهم\u200e!", "می\u200cخواهم\u200e!"),
        ("e\u0301te\u0301", "été"),
        ("  un   deux  ", "un deux"),
    ],
)
def test_spaces_stay_and_marks_vanish(written: str, seen: str) -> None:
    assert one(written) == seen


@pytest.mark.parametrize(
    ("timing", "line"),
    [
        ("00:00:03,000 --> 00:00:01,000", 2),
        ("-00:00:01,000 --> 00:00:02,000", 2),
        ("00:00:01,000 --> 00:00:01,000", 2),
        ("00:00:01,000 -> 00:00:02,000", 2),
        ("00:00:01,000 → 00:00:02,000", 2),
        ("00h00 --> 00h02", 2),
        ("00:00:01,000 00:00:02,000", 2),
        ("00:00:01,000 --> bientôt 2", 2),
        ("1 --> 2", 2),
    ],
)
def test_a_faulty_timing_is_told_at_its_line(timing: str, line: int) -> None:
    made = tracked(f"1\n{timing}\nPerdu\n\n2\n{SECOND}\n{MERCI}\n")
    (told,) = made.diagnostics
    assert (told.slug, told.severity) == ("sous-titres-ligne", Severity.ERROR)
    assert f"ligne {line} " in told.message
    assert listed(made) == TWO[1:]


def test_faulty_timings_between_good_ones_are_all_told() -> None:
    faulty = "3\nbientôt\nPerdu\n\n4\n\n00:00:09 --> 00:00:08\nPerdu\n\n5\nplus tard\nX\n"
    text = f"{ORDINARY}\n{faulty}"
    made = tracked(text)
    lines = [d.message.split("ligne ")[1].split(" ")[0] for d in made.diagnostics]
    assert lines == ["10", "15", "19"]
    assert listed(made) == TWO


def test_words_above_every_timing_are_told_not_refused() -> None:
    made = tracked("Sous-titres : service communication\n\n" + ORDINARY)
    (told,) = made.diagnostics
    assert (told.slug, told.severity) == ("sous-titres-sans-minutage", Severity.WARNING)
    assert "ligne 1 " in told.message
    assert listed(made) == TWO


@pytest.mark.parametrize("data", [b"", b"Bonjour\n", b"\x89PNG\r\n\x1a\n" * 50, b"1\n\n2\n\n3\n"])
def test_a_file_that_says_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableError) as refused:
        tracked(data)
    assert refused.value.slug == "sous-titres-illisibles"


def test_a_file_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.srt"
    file.write_text(ORDINARY * 40_000)
    with pytest.raises(UnusableError):
        read(file, file.name, ())


def test_many_quick_subtitles_are_told_in_few_messages() -> None:
    text = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},500\nBeaucoup trop de mots ici\n\n"
        for n in range(1, 50)
    )
    told = hurried(tracked(text), (), Fraction(0), None)
    assert [d.slug for d in told] == ["sous-titres-rapides"] * 5 + ["sous-titres-rapides-autres"]
    assert "44 autres sous-titres, de 00:06 à 00:49" in told[-1].message


def test_no_break_spaces_hold_where_lines_are_cut() -> None:
    words = (
        "Une aide de mille euros et puis de 10\u00a0000\u202f€ pour tous les clubs du département"
    )
    made = tracked(f"1\n00:00:00,000 --> 00:00:09,000\n{words}\n")
    lines = [line for cue in cues(made, Fraction(0), 250) for line in cue.lines]
    assert " ".join(lines) == words
    assert any("10\u00a0000\u202f€" in line for line in lines)
    assert all(len(line) <= 36 for line in lines)


def test_a_text_of_no_break_spaces_is_cut_between_words() -> None:
    words = "Tous les mots de ce texte sont tenus ensemble par leur origine sur une page"
    made = tracked(f"1\n00:00:00,000 --> 00:00:09,000\n{words.replace(' ', chr(0xA0))}\n")
    lines = [line for cue in cues(made, Fraction(0), 250) for line in cue.lines]
    assert " ".join(lines).replace("\u00a0", " ") == words


@pytest.mark.parametrize("empty", ["\n", " \n", "\n5\n"])
def test_any_number_of_empty_lines_is_passed_over_once(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of them would keep the program busy for hours if each asked for the next words."""
    asked: list[int] = []
    words = "1\n00:00:01,000 --> 00:00:02,000\nBonjour\n"
    looked = parsing._File._below

    def below(file: parsing._File, at: int, stop: int) -> int:
        asked.append(at)
        return looked(file, at, stop)

    monkeypatch.setattr(parsing._File, "_below", below)
    made = tracked(words + empty * 1000 + words.replace("1", "2"))
    assert len(made.spoken) >= 1
    assert len(asked) <= 2 * 1000 * empty.count("5") + 4


def test_thousands_of_subtitles_at_once_are_broken_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file of them would keep the program busy for hours if each asked how all are broken."""
    asked: list[int] = []
    broken = breaking._broken

    def counted(words: tuple[breaking._Word, ...]) -> breaking.Screens:
        asked.append(len(words))
        return broken(words)

    monkeypatch.setattr(breaking, "_broken", counted)
    text = "".join(
        f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},500\nTous ensemble encore {n}\n\n"
        for n in range(1, 3000)
    )
    shown = cues(tracked(text), Fraction(0), 100_000)
    words = 4 * 2999
    assert sum(len(line.split()) for cue in shown for line in cue.lines) == words
    assert sum(asked) <= 3 * words
