"""A small edition on disk, made for the hall and for colleagues, and its bag."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ceremonie.archiving import bag
from ceremonie.archiving.door import Wanted
from ceremonie.audiences import Audience
from ceremonie.desk import archive
from ceremonie.edition import manifest
from ceremonie.production import produce
from ceremonie.tools import office

from ..conftest import BOARD, Outcome

NAME = ("Zélie", "Quatremère")
RIGHTS = """\
droits:
  - {personne: P012, mineur: non, nom: oui, signataires: [elle-même], portees: [captation, salle],
     debut: 2023-11-01, fin: 2025-12-31}
"""


def _board(text: str) -> str:
    """The hall may be told who is seen there, others may not."""
    named = text.replace("titre: Boxe éducative", f"titre: Boxe avec {' '.join(NAME)}")
    return named.replace("personnes: aucune", "personnes: [P012]") + RIGHTS


@pytest.fixture(scope="session")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with an edition and its bag; nobody changes anything in it."""
    root = tmp_path_factory.mktemp("refaire")
    home, cache = root / "assets" / "2023", root / "cache"
    home.mkdir(parents=True)
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(home / "photo.jpg")
    (home / "storyboard.yaml").write_text(_board(BOARD), "utf-8")
    (home / "clef.csv").write_text(f"Identifiant;Prénom;Nom\nP012;{NAME[0]};{NAME[1]}\n", "utf-8")
    output = root / "output"
    audiences = (Audience.HALL, Audience.INTERNAL)
    made = produce(home, draft=True, audiences=audiences, workers=1, output=output, cache=cache)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office, "program", lambda: None)
        archive(made.folder, Wanted(draft=True, assets=root / "assets"), cache=cache)
    return root


@dataclass(frozen=True)
class House:
    """The same, to be changed; `away` is a bag that came to others, who have nothing else."""

    root: Path
    away: Path
    run: Callable[..., Outcome]

    @property
    def bag(self) -> Path:
        return self.root / "output" / "2023-archive"

    @property
    def board(self) -> Path:
        return self.root / "assets" / "2023" / "storyboard.yaml"

    @property
    def again(self) -> Path:
        return self.away.with_name("2023-archive-refaite")

    def left_behind(self) -> list[str]:
        """What runs have left beside the bag."""
        return [one.name for one in self.away.parent.iterdir() if one != self.away]


@pytest.fixture
def house(
    sealed: Path,
    tmp_path: Path,
    ceremonie: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> House:
    root = Path(shutil.copytree(sealed, tmp_path / "Chez nous (été)"))
    away = tmp_path / "ailleurs" / "salle 3" / "2023-archive"
    shutil.copytree(root / "output" / "2023-archive", away)
    monkeypatch.chdir(away.parent)

    def run(place: Path, *arguments: str | Path) -> Outcome:
        return ceremonie("refaire", place, "--travaux", "1", *arguments)

    return House(root, away, run)


def told(folder: Path, **also: Any) -> None:
    """Other facts in the manifest of a bag's edition."""
    file = folder / "data" / "edition" / manifest.NAME
    facts = json.loads(file.read_text("utf-8")) | also
    facts.pop(manifest.OWN_DIGEST)
    file.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")


def resealed(folder: Path) -> None:
    """The lists of a bag, of what is in it now."""
    lists = (bag.MANIFEST, bag.TAG_MANIFEST)
    for name in lists:
        (folder / name).unlink()
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    payload = [name for name in names if name.startswith("data/")]
    sizes = [(folder / name).stat().st_size for name in payload]
    info = (folder / bag.INFO).read_text("utf-8").partition("Payload-Oxum")[0]
    (folder / bag.INFO).write_text(f"{info}Payload-Oxum: {sum(sizes)}.{len(sizes)}\n", "utf-8")
    (folder / bag.MANIFEST).write_text(_lines(folder, payload), "utf-8")
    tags = sorted({*names, bag.MANIFEST} - {*payload})
    (folder / bag.TAG_MANIFEST).write_text(_lines(folder, tags), "utf-8")


def _lines(folder: Path, names: list[str]) -> str:
    digests = (hashlib.sha512((folder / name).read_bytes()).hexdigest() for name in names)
    return "".join(f"{d}  {bag.written(n)}\n" for d, n in zip(digests, names, strict=True))
