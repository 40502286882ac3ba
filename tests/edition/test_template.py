"""A storyboard that names an institution's template, from `verifier` to the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from pptx import Presentation

from ceremonie import cli
from ceremonie.diagnostics import ExitCode
from ceremonie.production import check
from tests.deck import templates


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "2023"
    made.mkdir()
    templates.plain(made / "prefecture.pptx", (0, 1))
    return made


def storyboard(folder: Path, template: str, **more: object) -> Path:
    board = {
        "edition": "2023",
        "titre": "Journées de l'égalité des chances",
        "organisateur": "Préfecture du Val-de-Marne",
        "ceremonie": {"date": "2023-12-01", "lieu": "Salle des fêtes"},
        "theme": {"gabarit": template},
        "jours": [{"date": "2023-11-28", "titre": "Bouger", "ateliers": []}],
        **more,
    }
    file = folder / "storyboard.yaml"
    file.write_text(yaml.safe_dump(board, allow_unicode=True, sort_keys=False), "utf-8")
    return file


def told(file: Path, tmp_path: Path) -> dict[str, str]:
    """Slug → where and how `verifier` says it."""
    return {one.slug: one.render() for one in check(file, cache=tmp_path / "cache")}


def test_verifier_tells_at_its_line_what_is_wrong_with_a_template(
    folder: Path, tmp_path: Path
) -> None:
    missing = told(storyboard(folder, "prefectur.pptx"), tmp_path)["media-introuvable"]
    assert "« prefecture.pptx »" in missing
    assert "storyboard.yaml:8:" in missing
    (folder / "abime.pptx").write_bytes((folder / "prefecture.pptx").read_bytes()[:3000])
    assert "storyboard.yaml:8:" in told(storyboard(folder, "abime.pptx"), tmp_path)["gabarit-abime"]
    (folder / "macros.pptm").write_bytes((folder / "prefecture.pptx").read_bytes())
    assert "gabarit-macros" in told(storyboard(folder, "macros.pptm"), tmp_path)
    wide = storyboard(folder, "prefecture.pptx", diaporama={"format": "16:9"})
    assert "4:3" in told(wide, tmp_path)["gabarit-format"]


def test_the_run_says_what_went_where_and_a_changed_template_makes_it_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = storyboard(folder, "prefecture.pptx")
    asked = ["produire", str(file), "--seulement", "diaporama", "--sortie", str(tmp_path / "out")]
    asked += ["--cache", str(tmp_path / "cache")]
    assert cli.main(asked) == ExitCode.DONE
    assert "Gabarit « prefecture.pptx »" in capsys.readouterr().out
    report = json.loads((tmp_path / "out/2023/rapport.json").read_text("utf-8"))["gabarit"]
    assert {one["disposition"] for one in report["dispositions"]} == {
        "Title Slide",
        "Title and Content",
    }
    assert "Title and Content" in (tmp_path / "out/2023/rapport.html").read_text("utf-8")
    before = (tmp_path / "out/2023/diaporama.pptx").read_bytes()
    assert cli.main(asked) == ExitCode.DONE
    assert "Rien n'a changé" in capsys.readouterr().out
    templates.plain(folder / "prefecture.pptx", (0, 1, 2))
    assert cli.main(asked) == ExitCode.DONE
    assert (tmp_path / "out/2023/diaporama.pptx").read_bytes() != before


def test_our_own_design_is_written_as_a_template_and_can_be_built_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = storyboard(folder, "notre.pptx")
    file.write_text(file.read_text("utf-8").replace("theme:\n  gabarit: notre.pptx\n", ""), "utf-8")
    ours = folder / "notre.pptx"
    asked = ["gabarit", str(file), "--vers", str(ours), "--cache", str(tmp_path / "cache")]
    assert cli.main(asked) == ExitCode.DONE
    made = Presentation(str(ours))
    assert len(made.slides) == 0
    assert {"Titre", "Chapitre", "Clôture"} <= {layout.name for layout in made.slide_layouts}
    assert cli.main(asked) == ExitCode.USAGE
    assert "[gabarit-existe]" in capsys.readouterr().err
    assert cli.main([*asked, "--remplacer"]) == ExitCode.DONE
    assert not [
        slug for slug in told(storyboard(folder, "notre.pptx"), tmp_path) if "gabarit" in slug
    ]
