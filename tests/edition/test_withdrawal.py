"""Someone takes their agreement back: where they are in what was made, and that they are gone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ..conftest import Outcome

pytestmark = pytest.mark.slow  # one edition is made for all of them, and made again once

Run = Callable[..., Outcome]

BOARD = """\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture du Val-de-Marne
ceremonie:
  date: 2023-12-01
  lieu: Salle des fêtes
publication: {debut: 2023-12-02, fin: 2024-06-30, sinon: {salle: retirer}}
audiodescription: {raison: Tout ce qui se voit est dit.}
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe éducative
        commune: Créteil
        medias:
          - fichier: photos/groupe.jpg
            alt: Deux élèves en garde
            personnes: [P012, P013]
          - fichier: photos/seule.jpg
            alt: Une élève court
            personnes: [P013]
temoignages:
  - citation: On a joué tous ensemble.
    auteur: Ada Lovelace
    qui: P012
    portrait:
      fichier: photos/portrait.jpg
      alt: Une élève sourit
      personnes: [P012]
droits:
  - personne: P012
    mineur: non
    signataires: [elle-même]
    portees: [captation, salle, interne, internet]
    nom: oui
    debut: 2023-01-01
    fin: 2025-01-01
  - personne: P013
    mineur: non
    signataires: [elle-même]
    portees: [captation, salle, interne, internet]
    debut: 2023-01-01
    fin: 2025-01-01
deroule: [titre, jours, temoignages, film, cloture]
film: {sauf: [jours]}
"""


def _place(folder: Path, text: str = BOARD) -> Path:
    photos = folder / "assets" / "2023" / "photos"
    photos.mkdir(parents=True)
    for turn, name in enumerate(("groupe", "seule", "portrait")):
        picture = Image.linear_gradient("L").rotate(90 * turn).resize((1440, 960))
        picture.convert("RGB").save(photos / f"{name}.jpg")
    (photos.parent / "storyboard.yaml").write_text(text, "utf-8")
    key = "identifiant;nom\nP012;Lovelace Ada\nP013;Curie Marie\n"
    (photos.parent / "clef.csv").write_text(key, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A storyboard and its edition for the hall and the web, made once for all tests."""
    from ceremonie.production import produce

    place = _place(tmp_path_factory.mktemp("place"))
    produce(
        place / "assets" / "2023",
        draft=True,
        audiences=("salle", "internet"),
        output=place / "output",
        cache=place / "cache",
    )
    return place


@pytest.fixture
def place(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _manifest(place: Path) -> dict[str, Any]:
    told = json.loads((place / "output" / "2023" / "manifeste.json").read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def _where(place: Path, person: str) -> set[tuple[str, str, str, int | None]]:
    return {
        (one["public"], one["fichier"], one["comment"], one.get("diapositive"))
        for one in _manifest(place)["personnes"].get(person, ())
    }


def test_the_manifest_tells_of_each_person_every_file_slide_and_moment(place: Path) -> None:
    everywhere = _where(place, "P012")
    assert everywhere >= {
        ("salle", "diaporama.pptx", "vu", 4),
        ("salle", "diaporama.pptx", "nommé", 4),  # in the notes of the slide before
        ("salle", "diaporama.pptx", "nommé", 5),
        ("salle", "diaporama.pptx", "vu", 6),
        ("salle", "film.mp4", "vu", None),
        ("salle", "film.mp4", "nommé", None),
        ("salle", "planche.jpg", "vu", None),
        ("salle", "transcription.html", "nommé", None),
        ("salle", "conducteur.html", "nommé", 5),
        ("internet", "internet/film.mp4", "nommé", None),
        ("internet", "internet/transcription.html", "nommé", None),
        ("internet", "internet/page.html", "nommé", None),
    }
    assert {file for _, file, _, _ in _where(place, "P013")} == {"diaporama.pptx", "contenu.json"}


def test_a_person_is_on_screen_while_the_shot_of_their_medium_lasts(place: Path) -> None:
    shown = [o for o in _manifest(place)["personnes"]["P012"] if o["fichier"] == "film.mp4"]
    report = json.loads((place / "output" / "2023" / "rapport.json").read_text("utf-8"))
    length = report["film"]["images"] / 25
    assert {one["source"]["chemin"] for one in shown if "source" in one} == {"photos/portrait.jpg"}
    assert all(0 < one["de"] < one["a"] <= length for one in shown)


def test_the_manifest_calls_people_by_identifier_alone_and_says_what_was_asked_for(
    place: Path,
) -> None:
    text = (place / "output" / "2023" / "manifeste.json").read_text("utf-8")
    assert "Lovelace" not in text
    told = _manifest(place)
    assert told["demande"]["publics"] == ["salle", "internet"]
    assert told["demande"]["brouillon"] is True
    assert told["personnes_inconnues"] == []
    published = place / "output" / "2023" / "internet" / "manifeste.json"
    assert "personnes" not in published.read_text("utf-8")


RETRAIT = ("retrait", "P012", "--cache", "cache")
APPLY = (*RETRAIT, "--appliquer", "--date", "2023-11-30")


def _storyboard(place: Path) -> Path:
    return place / "assets" / "2023" / "storyboard.yaml"


def _never(*_: object, **__: object) -> None:
    raise AssertionError("nothing was to be made")


def _untouched(place: Path) -> dict[Path, tuple[int, int]]:
    files = (path for path in place.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in files}


def test_a_person_is_found_in_storyboard_edition_and_everything_beside_it(
    ceremonie: Run, place: Path
) -> None:
    edition = place / "output" / "2023"
    shutil.copytree(edition, place / "clef" / "2023")
    shutil.copytree(edition, place / "sac" / "data" / "2023")
    (place / "sac" / "bagit.txt").write_text("BagIt-Version: 1.0\n", "utf-8")
    shutil.make_archive(str(place / "envoi"), "zip", place / "output", "2023")
    shutil.copytree(edition, place / "output" / ".2023.0123abcd.ancien")
    (place / "output" / ".2023.4567cdef.partiel").mkdir()
    before = _untouched(place)
    outcome = ceremonie(*RETRAIT)
    assert outcome.code == 0
    assert "assets/2023/storyboard.yaml" in outcome.out
    assert "  ligne 17 : vu dans photos/groupe.jpg" in outcome.out
    assert "diaporama.pptx : diapositives 4 et 5 (nommé, vu) ; " in outcome.out
    assert "    internet/film.mp4 : 0:" in outcome.out
    assert (
        "à refaire : ceremonie produire assets/2023/storyboard.yaml --public salle,internet "
        "--brouillon\n" in outcome.out
    )
    assert "output/.2023.0123abcd.ancien (reste d'une production)" in outcome.out
    assert "output/.2023.4567cdef.partiel (reste d'une production)" in outcome.out
    for sealed in ("clef/2023 (copie)", "sac (paquet scellé)", "envoi.zip (archive zip)"):
        assert f"{sealed}\n  aux mêmes endroits que output/2023\n" in outcome.out
    assert "Lovelace" not in outcome.out
    assert _untouched(place) == before


def test_what_was_published_and_copied_is_known_by_what_it_was_made_from(
    ceremonie: Run, place: Path
) -> None:
    shutil.copytree(place / "output" / "2023" / "internet", place / "site")
    told = ceremonie(*RETRAIT).out
    assert "site (copie)\n  publié : " in told
    assert "fait avec des médias de cette personne : photos/" in told


def test_as_json_every_appearance_stands_with_its_edition(ceremonie: Run, place: Path) -> None:
    told = json.loads(ceremonie(*RETRAIT, "--json").out)
    assert [one["dossier"] for one in told["editions"]] == ["output/2023"]
    assert told["editions"][0]["apparitions"] == _manifest(place)["personnes"]["P012"]
    assert told["storyboards"][0]["retire"] is False


def test_nobody_is_proposed_for_an_unknown_identifier_and_nothing_is_done(
    ceremonie: Run, place: Path
) -> None:
    before = _untouched(place)
    outcome = ceremonie("retrait", "P021", "--cache", "cache", "--appliquer")
    assert outcome.code == 2
    assert "[retrait-introuvable]" in outcome.err
    assert "P012" not in outcome.err
    assert "P013" not in outcome.err
    assert _untouched(place) == before


def test_a_name_is_refused_and_not_repeated(ceremonie: Run, place: Path) -> None:
    outcome = ceremonie("retrait", "Ada Lovelace", "--cache", "cache", "--appliquer")
    assert outcome.code == 2
    assert "[retrait-nom]" in outcome.err
    assert "Lovelace" not in outcome.err


def test_a_day_that_is_none_is_refused(ceremonie: Run, place: Path) -> None:
    outcome = ceremonie("retrait", "P012", "--date", "2023-02-30")
    assert outcome.code == 2
    assert "AAAA-MM-JJ" in outcome.err


def test_an_edition_of_an_older_program_is_unknown_and_never_nothing(
    ceremonie: Run, place: Path
) -> None:
    path = place / "output" / "2023" / "manifeste.json"
    older = _manifest(place)
    del older["personnes"]
    path.write_text(json.dumps(older), "utf-8")
    shutil.copytree(path.parent, place / "output" / "2019")
    (place / "output" / "2019" / "manifeste.json").write_text(
        json.dumps({**older, "edition": "2019"}), "utf-8"
    )
    outcome = ceremonie(*RETRAIT)
    known, _, doubtful = outcome.out.partition("À vérifier à la main")
    assert "output/2023 (édition)" in known
    assert "inconnu" in known
    assert "à refaire : ceremonie produire" in known
    assert "output/2019 (édition)" in doubtful
    assert "Aucune édition" not in outcome.out


def test_what_people_put_into_an_edition_is_left_to_them(ceremonie: Run, place: Path) -> None:
    edition = place / "output" / "2023"
    (edition / "diaporama-de-Jo.pptx").write_bytes(b"by hand")
    assert "à vérifier vous-même : diaporama-de-Jo.pptx" in ceremonie(*RETRAIT).out


def test_applied_the_person_is_gone_from_every_output_and_what_was_left_is_purged(
    ceremonie: Run, place: Path
) -> None:
    edition = place / "output" / "2023"
    shutil.copytree(edition, place / "clef" / "2023")
    shutil.copytree(edition, place / "output" / ".2023.0123abcd.ancien")
    (place / "output" / ".2023.4567cdef.partiel").mkdir()
    sealed = _untouched(place / "clef")
    outcome = ceremonie(*APPLY)
    assert outcome.code == 0
    assert "P012 n'est plus dans aucune édition" in outcome.out
    assert "    retrait: 2023-11-30\n" in _storyboard(place).read_text("utf-8")
    assert _where(place, "P012") == set()
    assert _where(place, "P013")
    assert _manifest(place)["demande"]["publics"] == ["salle", "internet"]
    assert (edition / "internet" / "film.mp4").is_file()
    assert [one.name for one in (place / "output").iterdir()] == ["2023"]
    assert json.loads(ceremonie("cache", "--cache", "cache", "--json").out)["fichiers"] == 0
    assert _untouched(place / "clef") == sealed
    assert "clef/2023 (copie)" in outcome.out
    for page in (edition / "transcription.html", edition / "conducteur.html"):
        assert "Lovelace" not in page.read_text("utf-8")


def test_what_the_storyboard_refuses_stays_and_is_told_with_its_remedy(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _storyboard(place)
    path.write_text(path.read_text("utf-8").replace(", sinon: {salle: retirer}", ""), "utf-8")
    (place / "output" / ".2023.4567cdef.partiel").mkdir()
    monkeypatch.setattr("ceremonie.film.render", _never)
    outcome = ceremonie(*APPLY)
    assert outcome.code == 1
    assert "[droits-retires]" in outcome.err
    assert "[retrait-refuse]  « output/2023 » montre encore « P012 »" in outcome.err
    assert "« publication: {sinon: {salle: retirer}} »" in outcome.err
    assert "P012 est encore visible" in outcome.out
    assert "retrait: 2023-11-30" in path.read_text("utf-8")
    assert _where(place, "P012")
    assert [one.name for one in (place / "output").iterdir()] == ["2023"]


def test_a_storyboard_that_may_not_be_written_keeps_its_edition_and_is_told(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _storyboard(place).read_bytes()
    _storyboard(place).chmod(0o444)
    monkeypatch.setattr("ceremonie.desk.produce", _never)
    outcome = ceremonie(*APPLY)
    assert outcome.code == 3
    assert "[retrait-non-ecrit]" in outcome.err
    assert "[retrait-reste]" in outcome.err
    assert "retraits: [{personne: P012, date: 2023-11-30}]" in outcome.err
    assert _storyboard(place).read_bytes() == before


def test_another_run_at_work_ends_it_and_the_same_command_goes_on(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ceremonie import cache
    from ceremonie.edition import folder

    with folder.alone(place / "output" / "2023"), cache.in_use(place / "cache"):
        outcome = ceremonie(*APPLY)
    assert outcome.code == 6
    assert {"[edition-en-cours]", "[cache-occupe]", "[retrait-reste]"} <= {
        word for word in outcome.err.split() if word.startswith("[")
    }
    assert _storyboard(place).read_text("utf-8").count("retrait: 2023-11-30") == 1
    asked: list[dict[str, Any]] = []

    def made(_: object, **options: Any) -> None:
        asked.append(options)
        raise KeyboardInterrupt

    monkeypatch.setattr("ceremonie.desk.produce", made)
    outcome = ceremonie(*APPLY)
    assert outcome.code == 130
    assert "relancez la même commande" in outcome.err
    assert asked[0]["audiences"] == ("salle", "internet")
    assert asked[0]["draft"] is True
    assert _storyboard(place).read_text("utf-8").count("retrait: 2023-11-30") == 1


def test_of_a_register_in_a_file_the_withdrawal_stands_in_the_storyboard(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _storyboard(place)
    head, _, register = path.read_text("utf-8").partition("droits:\n")
    lines, _, tail = register.partition("deroule:")
    (path.parent / "registre.yaml").write_text(lines, "utf-8")
    path.write_text(f"{head}droits: registre.yaml\nderoule:{tail}", "utf-8")
    assert "  registre.yaml, ligne 1 : registre\n" in ceremonie(*RETRAIT).out
    monkeypatch.setattr("ceremonie.desk.produce", _never_made)
    ceremonie(*APPLY)
    assert "retraits: [{personne: P012, date: 2023-11-30}]" in path.read_text("utf-8")
    assert (path.parent / "registre.yaml").read_text("utf-8") == lines
    assert "accord retiré" in ceremonie(*RETRAIT).out


def _never_made(*_: object, **__: object) -> None:
    from ceremonie.diagnostics import BusyError
    from ceremonie.messages import problem

    raise BusyError(problem("edition-en-cours", name="2023"))


def _withdrawn(place: Path) -> None:
    board = _storyboard(place)
    text = board.read_text("utf-8")
    withdrawal = "retraits: [{personne: P012, date: 2023-11-30}], sinon"
    board.write_text(text.replace("sinon", withdrawal, 1), "utf-8")


PRODUCE = ("produire", "assets/2023", "--brouillon", "--cache", "cache")


@pytest.mark.parametrize(
    ("only", "dropped"),
    [
        ("diaporama", ("film.mp4", "planche.jpg", "film.fr.srt", "transcription.html")),
        ("film", ("diaporama.pptx",)),
    ],
)
def test_the_part_that_is_not_made_goes_where_somebody_in_it_has_withdrawn(
    ceremonie: Run, place: Path, only: str, dropped: tuple[str, ...]
) -> None:
    _withdrawn(place)
    outcome = ceremonie(*PRODUCE, "--seulement", only)
    assert outcome.code == 0, outcome.err
    assert "[partie-sans-accord]" in outcome.err
    assert "« P012 »" in outcome.err
    edition = place / "output" / "2023"
    assert not [name for name in dropped if (edition / name).exists()]
    assert _where(place, "P012") == set()
    assert ("film.mp4" in _manifest(place)["films"]) is (only == "film")


def test_the_part_that_is_not_made_stays_where_everybody_in_it_still_agrees(
    ceremonie: Run, place: Path
) -> None:
    board = _storyboard(place)
    board.write_text(board.read_text("utf-8").replace("Boxe éducative", "Boxe"), "utf-8")
    film = (place / "output" / "2023" / "film.mp4").read_bytes()
    outcome = ceremonie(*PRODUCE, "--seulement", "diaporama")
    assert outcome.code == 0, outcome.err
    assert "partie-sans-accord" not in outcome.err
    assert (place / "output" / "2023" / "film.mp4").read_bytes() == film
