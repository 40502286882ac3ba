"""output/index.html: which editions stand there, what is told of them, and what it leaves alone."""

from __future__ import annotations

import os
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ceremonie.edition.folder import alone
from ceremonie.edition.standing import around
from ceremonie.production import Part, produce
from ceremonie.shelf.writing import renew

from ..browser import VIOLATIONS, axe, browser, walked
from ..conftest import BOARD, Outcome
from .conftest import Edition

LABEL = {"titre": "Journées de l'égalité", "lieu": "Salle des fêtes, Créteil", "remercies": 14}

INFO = "Internal-Sender-Identifier: {}\nBagging-Date: 2024-01-09\n"


def words(html: str) -> str:
    """What is read, in one line."""
    body = re.sub(r"(?s)^.*<body>", "", html)
    return " ".join(re.sub(r"<[^>]*>", " ", body).replace("\u00a0", " ").split())


def shelf(output: Path) -> str:
    assert renew(output) == ()
    return (output / "index.html").read_text("utf-8")


def three(edition: Edition) -> None:
    edition("2022", "2022-12-02", slides=18, frames=4500, etiquette=LABEL)
    edition("2024", "2024-12-06", slides=21, frames=5250, etiquette=LABEL | {"remercies": 12})
    edition("fête à l'été 100 %", "2023-12-01", demande={"brouillon": True})


def test_a_build_puts_its_edition_on_the_shelf_and_leaves_it_there(
    board: Path, output: Path, tmp_path: Path, ceremonie: Callable[..., Outcome]
) -> None:
    cache, page = tmp_path / "cache", output / "index.html"
    make = partial(produce, only=Part.DECK, draft=True, output=output, cache=cache)
    more = "benevoles: {noms: [Nadia Exemple, Les parents]}\n"
    board.write_text(BOARD.replace("deroule:", f"{more}deroule:"), "utf-8")
    assert not {one.slug for one in make(board).diagnostics if "etagere" in one.slug}
    told = words(page.read_text("utf-8"))
    assert "1 édition, 2023" in told
    assert "1er décembre 2023, Salle des fêtes" in told
    assert "Brouillon" in told
    assert re.search(r"personnes remerciées\s+2\b", told)
    assert "Exemple" not in page.read_text("utf-8")
    assert 'href="./2023/diaporama.pptx"' in page.read_text("utf-8")
    page.unlink()
    assert make(board).unchanged
    assert page.is_file()
    checked = ceremonie("controler", output)
    assert "index.html" not in checked.out + checked.err


def test_editions_stand_by_day_with_what_differs_from_the_one_before(
    edition: Edition, output: Path
) -> None:
    three(edition)
    told = words(shelf(output))
    assert "3 éditions, de 2022 à 2024" in told
    assert told.index("6 décembre 2024") < told.index("1er décembre 2023") < told.index("2 déc")
    edition("2025", "2025-12-05", slides=20, frames=5400, etiquette=LABEL | {"remercies": 13})
    told = words(shelf(output))
    assert "Depuis 2024 : 1 diapositive de moins, 6 s de film de plus, 1 personne de plus" in told


def test_no_word_of_anybody_and_no_address_of_elsewhere_stands_there(
    edition: Edition, output: Path
) -> None:
    three(edition)
    page = shelf(output)
    assert "Nadia" not in page
    assert "//" not in re.sub(r"base64,[^\"]*", "", page)
    assert 'alt="Affiche : Journées de l&#x27;égalité, 2024"' in page


def test_each_link_leads_to_a_file_that_is_there(edition: Edition, output: Path) -> None:
    from urllib.parse import unquote

    three(edition)
    (output / "fête à l'été 100 %" / "conducteur.html").write_text("ici")
    targets = re.findall(r'(?:href|src)="(\./[^"]*)"', shelf(output))
    assert len(targets) == 7
    assert all((output / unquote(one)).is_file() for one in targets)
    assert "./f%C3%AAte%20%C3%A0%20l%27%C3%A9t%C3%A9%20100%20%25/conducteur.html" in targets


def test_the_same_bytes_whatever_the_order_of_the_folder(
    edition: Edition, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(edition)
    first = shelf(output)
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: reversed(list(listed(path))))
    before = (output / "index.html").stat().st_mtime_ns
    assert shelf(output) == first
    assert (output / "index.html").stat().st_mtime_ns == before


def test_a_shelf_in_the_storyboards_own_folder_makes_no_other_edition(
    edition: Edition, output: Path
) -> None:
    folder = edition("2023", "2023-12-01")
    before = around(output, folder, apart=())
    shelf(output)
    assert around(output, folder, apart=()) == before
    (output / "photo.jpg").write_text("une photo")
    assert around(output, folder, apart=()) != before


def test_two_editions_of_a_year_are_told_apart(edition: Edition, output: Path) -> None:
    edition("mai", "2023-05-12", slides=4)
    edition("juin", "2023-06-12", slides=6)
    assert "Depuis mai : 2 diapositives de plus" in words(shelf(output))


def test_what_is_sealed_is_told_wherever_it_lies(edition: Edition, output: Path) -> None:
    edition("2023", "2023-12-01")
    bag = output / "2023-archive"
    bag.mkdir()
    (bag / "bag-info.txt").write_text(INFO.format("2023"), "utf-8")
    with zipfile.ZipFile(output.parent / "coffre-archive.zip", "w") as archive:
        archive.writestr("2023-archive/bag-info.txt", INFO.format("2023"))
    (output / "rien-archive.zip").write_bytes(b"PK\x03\x04 une archive coupee")
    told = words(shelf(output))
    assert "Archivée le 09/01/2024 dans 2023-archive" in told
    assert "Archivée le 09/01/2024 dans coffre-archive.zip" in told
    assert "rien" not in told


def test_neither_former_editions_nor_sticks_nor_what_runs_left_are_editions(
    edition: Edition, output: Path
) -> None:
    edition("2023", "2023-12-01")
    edition("2023-cle", "2023-12-01", cle="salle")
    edition(".2023.0a1b2c3d.ancien", "2023-12-01")
    old = output / ".anciennes" / "2023" / "0001_2023-11-30_10h00"
    old.mkdir(parents=True)
    shutil.copy(output / "2023" / "manifeste.json", old)
    shutil.copytree(output / "2023", output / "2023-refaite")
    assert "1 édition, 2023" in words(shelf(output))


@pytest.mark.parametrize(
    "told",
    [
        {"etiquette": {"titre": "<script>alert(1)</script>\x07", "lieu": ["x"], "remercies": -3}},
        {"etiquette": [], "origine": [], "films": [], "demande": 3, "publics": "non"},
        {"etiquette": {"titre": 3, "lieu": None, "remercies": True}, "origine": {"ceremonie": "x"}},
    ],
)
def test_a_manifest_that_lies_spoils_nothing(edition: Edition, output: Path, told: object) -> None:
    assert isinstance(told, dict)
    edition('"><b onclick=x>', **told)
    edition("2023", "2023-12-01")
    page = shelf(output)
    assert "<script" not in page
    assert "<b onclick" not in page
    assert "2 éditions, 2023" in words(page)


def test_a_page_of_ones_own_is_kept_and_told(edition: Edition, output: Path) -> None:
    edition("2023", "2023-12-01")
    page = output / "index.html"
    page.write_text("<p>À moi.</p>", "utf-8")
    assert [one.slug for one in renew(output)] == ["etagere-etrangere"]
    assert page.read_text("utf-8") == "<p>À moi.</p>"
    page.unlink()
    page.mkdir()
    assert [one.slug for one in renew(output)] == ["etagere-etrangere"]


def test_a_folder_of_no_editions_has_no_shelf(output: Path) -> None:
    assert renew(output) == ()
    assert list(output.iterdir()) == []


def test_a_shelf_that_cannot_be_written_is_a_warning(
    edition: Edition, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "refusé")

    edition("2023", "2023-12-01")
    monkeypatch.setattr("ceremonie.shelf.writing.appearing", refused)
    (told,) = renew(output)
    assert (told.slug, told.severity) == ("etagere-impossible", "avertissement")


def test_a_shelf_that_another_run_holds_for_long_is_a_warning(
    edition: Edition, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition("2023", "2023-12-01")
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    with alone(output / "index.html"):
        assert [one.slug for one in renew(output)] == ["etagere-impossible"]
    assert waits
    assert renew(output) == ()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may do all")
def test_a_folder_that_may_only_be_read_is_a_warning(edition: Edition, output: Path) -> None:
    edition("2023", "2023-12-01")
    output.chmod(0o555)
    try:
        assert [one.slug for one in renew(output)] == ["etagere-impossible"]
    finally:
        output.chmod(0o755)


@pytest.mark.slow
def test_everybody_can_read_it_at_any_width_and_by_keyboard(
    edition: Edition, output: Path, tmp_path: Path
) -> None:
    three(edition)
    shelf(output)
    with browser(tmp_path / "profil") as page:
        for width in (1280, 320):
            page.resize(width, 900)
            page.open(output / "index.html")
            page.run(axe())
            assert page.run(VIOLATIONS) == []
            assert page.run("document.documentElement.scrollWidth") <= width
        own = output.as_uri() + "/"
        assert [url for url in page.asked if not url.startswith((own, "data:"))] == []
        assert len(walked(page).links) >= 5
