"""From a file to a storyboard, and the traps of YAML on the way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ceremonie.storyboard import read
from ceremonie.storyboard.decode import MAXIMUM_BYTES
from ceremonie.storyboard.model import Figure
from ceremonie.storyboard.reading import read_bytes

from .boards import MINIMAL, VALID, reading, slugs


@pytest.mark.parametrize("file", sorted(VALID.glob("*.yaml")), ids=lambda file: file.stem)
def test_valid_storyboards_are_read_without_a_word(file: Path) -> None:
    found = read(file)
    assert [diagnostic.render() for diagnostic in found.diagnostics] == []
    assert found.storyboard is not None


def test_scalars_mean_what_they_look_like() -> None:
    board = read(VALID / "scalaires.yaml").storyboard
    assert board is not None
    assert (board.edition, board.title, board.subtitle) == ("2023", "2024", "2023-11-28")
    assert (board.organiser, board.ceremony.place) == ("NO", "18:30")
    assert board.ceremony.date == dt.date(2023, 12, 1)
    day = board.days[0]
    assert (day.title, day.notes) == ("1.50", "0612345678")
    first, second = day.workshops
    assert (first.title, first.participants, first.venue, first.text) == (
        "on",
        "1e3",
        "0x1F",
        "12:30",
    )
    assert first.illustrative
    assert second.illustrative
    assert [figure.value for figure in board.figures] == [20, 1200, "20", "12,5"]
    assert board.figures[0].label == "12:30"
    assert (board.athletes[0].name, board.athletes[0].number) == ("yes", "07")
    assert board.testimonies == ()
    assert board.relay is not None
    assert board.relay.department == "94"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("16:9", ("16:9",)),
        ("1:1", ("1:1",)),
        ("[16:9, 9:16]", ("16:9", "9:16")),
        ("16:9, 1:1", ("16:9", "1:1")),
        ('"9:16"', ("9:16",)),
        ("[9:16,16:9,1:1]", ("9:16", "16:9", "1:1")),
        ("", ("16:9",)),
    ],
)
def test_formats_are_read_as_they_are_written(written: str, meant: tuple[str, ...]) -> None:
    board = reading(MINIMAL + f"film:\n  format: {written}\n").storyboard
    assert board is not None
    assert board.film.shapes == meant


def test_leading_zero_of_a_department_is_kept() -> None:
    found = reading(MINIMAL + "flamme: {departement: 01, etapes: []}\n")
    assert found.source.data["flamme"]["departement"] == "01"


def test_aliases_give_the_same_values() -> None:
    board = read(VALID / "alias.yaml").storyboard
    assert board is not None
    assert board.days[0].workshops == board.days[1].workshops
    assert board.ceremony.place == board.organiser


@pytest.mark.parametrize("prefix", ["", "#\n", "---\n", "%YAML 1.2\n---\n"])
def test_document_openings(prefix: str) -> None:
    assert reading(prefix + MINIMAL).storyboard is not None


def test_missing_file_proposes_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "storyboard.yaml").write_text(MINIMAL, "utf-8")
    (told,) = read(tmp_path / "storybord.yaml").diagnostics
    assert told.slug == "storyboard-introuvable"
    assert told.remedy == "vouliez-vous dire « storyboard.yaml » ?"
    (alone,) = read(tmp_path / "nulle-part" / "storyboard.yaml").diagnostics
    assert alone.slug == "storyboard-introuvable"
    assert "ceremonie nouvelle" in alone.remedy


def test_folder_proposes_its_storyboard(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text(MINIMAL, "utf-8")
    (told,) = read(tmp_path).diagnostics
    assert told.slug == "storyboard-dossier"
    assert told.remedy.endswith("edition.yaml")


def test_unreadable_and_huge_files(tmp_path: Path) -> None:
    huge = tmp_path / "storyboard.yaml"
    huge.write_bytes(b"# " + b"x" * MAXIMUM_BYTES)
    assert [d.slug for d in read(huge).diagnostics] == ["storyboard-trop-gros"]
    assert [d.slug for d in read(tmp_path / "\0").diagnostics] == ["storyboard-illisible"]


def test_the_file_is_named_as_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(VALID.parent)
    (told, *_) = read(Path("broken") / "dates.yaml").diagnostics
    assert told.render().startswith(
        f"{Path('broken') / 'dates.yaml'}:5:9  erreur [date-impossible]"
    )


def test_faults_of_every_stage_are_told_together_in_the_order_of_the_text() -> None:
    text = MINIMAL.replace("2023-12-01", "2023-12-32") + (
        "titre: deux fois\nflamme:\n  etapes:\n    - commune: Crétail\n    - commune: Vincennes\n"
        "coloris: bleu\n"
    )
    found = [d for d in reading(text).diagnostics if d.place]
    assert [d.slug for d in found] == [
        "date-impossible", "cle-double", "commune-inconnue", "cle-inconnue",
    ]  # fmt: skip
    lines = [d.place.line for d in found if d.place]
    assert lines == sorted(lines)


def test_a_warning_leaves_the_storyboard_usable() -> None:
    found = reading(MINIMAL.replace("Boxe éducative", "Boxe #1"))
    assert [d.slug for d in found.diagnostics] == ["diese"]
    assert found.storyboard is not None


def test_english_names_of_the_code_are_not_keys() -> None:
    assert slugs(MINIMAL.replace("organisateur", "organiser")) == {"cle-inconnue"}


@pytest.mark.parametrize("name", ["aux", "CON", "nul", "Prn", "com1", "LPT9"])
def test_an_edition_that_windows_could_not_make_a_folder_of_is_refused(name: str) -> None:
    told = reading(MINIMAL.replace("edition: 2023", f"edition: {name}")).diagnostics
    assert [d.slug for d in told] == ["edition-forme"]
    assert f"edition: {name}-2" in told[0].remedy


@pytest.mark.parametrize("name", ["auxerre", "console", "com", "lpt10", "nul-2"])
def test_a_name_that_only_begins_like_a_reserved_one_is_taken(name: str) -> None:
    assert not reading(MINIMAL.replace("edition: 2023", f"edition: {name}")).diagnostics


@pytest.mark.parametrize(
    ("edition", "ceremony", "slugs_told"),
    [
        ("2024", "2023-12-01", {"edition-annee"}),
        ("fete-2022", "2023-12-01", {"edition-annee"}),
        ("2023-2024", "2023-12-01", set()),
        ("2022", "2023-02-01", {"jour-apres-ceremonie"}),
        ("essai", "2023-12-01", set()),
    ],
)
def test_the_year_of_an_edition_is_that_of_its_ceremony(
    edition: str, ceremony: str, slugs_told: set[str]
) -> None:
    text = MINIMAL.replace("edition: 2023", f'edition: "{edition}"')
    assert slugs(text.replace("2023-12-01", ceremony)) == slugs_told


@pytest.mark.parametrize(
    ("first", "ceremony", "is_old"),
    [
        ("2030-09-15", "2031-06-20", False),
        ("2030-10-01", "2031-07-10", False),
        ("2030-11-28", "2031-12-01", True),
        ("2030-10-02", "2031-09-15", True),
    ],
)
def test_a_school_year_is_one_edition_and_the_days_of_the_last_one_are_told(
    first: str, ceremony: str, is_old: bool
) -> None:
    text = MINIMAL.replace("2023-12-01", ceremony).replace("2023-11-28", first)
    assert ("date-ancienne" in slugs(text)) is is_old


@pytest.mark.parametrize("key", ["commune: Créteil", "organisateur: Préfecture du Val-de-Marne"])
def test_no_remedy_proposes_facts_of_our_sample(key: str) -> None:
    text = (
        MINIMAL.replace(key, "").replace("2023-12-01", "2031-12-01").replace("2023-11", "2031-11")
    )
    for told in reading(text.replace("edition: 2023", "edition: 2031")).diagnostics:
        assert not any(word in told.remedy for word in ("Créteil", "Val-de-Marne", "94", "2023"))


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0:02", "2"),
        ("1:30", "90"),
        ("00:00:05", "5"),
        ("1:02:03,5", "3723.5"),
        ("2 min 5 s", "125"),
    ],
)
def test_a_time_as_players_show_it_is_answered_with_its_seconds(written: str, seconds: str) -> None:
    entry = f'{{fichier: musique.mp3, credit: x, de: "{written}"}}'
    (told,) = reading(f"{MINIMAL}musique: {entry}\n").diagnostics
    assert told.slug == "nombre-attendu"
    assert told.remedy == f"comptez en secondes : de: {seconds}"
    mended = entry.replace(f'"{written}"', seconds)
    assert reading(f"{MINIMAL}musique: {mended}\n").diagnostics == ()


def test_the_former_name_of_a_key_is_read_as_its_name_of_today() -> None:
    text = (VALID / "complet.yaml").read_text("utf-8")
    former = read_bytes(text.replace("participants:", "public:").encode(), Path("s.yaml"))
    assert "public:" not in text
    assert former.diagnostics == ()
    assert former.storyboard == read_bytes(text.encode(), Path("s.yaml")).storyboard


def test_a_key_under_both_of_its_names_is_told() -> None:
    text = (VALID / "complet.yaml").read_text("utf-8")
    line = next(line for line in text.splitlines() if "participants:" in line)
    both = text.replace(line, line + "\n" + line.replace("participants", "public"))
    (told,) = read_bytes(both.encode(), Path("s.yaml")).diagnostics
    assert told.slug == "cle-double"
    assert told.place is not None
    assert told.place.line == text.splitlines().index(line) + 2
    assert "participants (ou public)" in told.message


def test_a_figure_with_decimals_has_the_spaces_of_thousands_too() -> None:
    values = [12.5, 12000.5, -1234567.8, 1e30]
    figures = [Figure.model_validate({"valeur": value, "libelle": "pas"}) for value in values]
    written = ["12,5", "12\u202f000,5", "-1\u202f234\u202f567,8", "1e+30"]
    assert [figure.value for figure in figures] == written
