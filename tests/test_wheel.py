"""The package as people get it: a wheel alone, where nothing knows of its source."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the tool that the lock names; nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder))
    run(sys.executable, "-m", "pip", "wheel", *options, str(ROOT), where=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter with the wheel; its dependencies are those of this environment, whose own
    link to the source is not followed from there.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts, packages = (Path(path(folder, name)) for name in ("scripts", "purelib"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    own = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (packages / "dependencies.pth").write_text("\n".join(sorted(own)), "utf-8")
    return scripts / ("python.exe" if os.name == "nt" else "python")


def path(folder: Path, name: str) -> str:
    scheme = "nt_venv" if os.name == "nt" else "posix_venv"
    places = {"base": str(folder), "platbase": str(folder)}
    return sysconfig.get_path(name, scheme, places)


def run(*command: str | Path, where: Path) -> str:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=where,
        env=bare | {"PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_holds_the_data_and_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "ceremonie/py.typed",
        "ceremonie/data/fonts/AtkinsonHyperlegibleNext_800ExtraBold.ttf",
        "ceremonie/data/fonts/LICENSE-AtkinsonHyperlegibleNext.txt",
        "ceremonie/data/pictograms/handball.svg",
        "ceremonie/data/pictograms/LICENSE-Apache-2.0.txt",
        "ceremonie/data/territoires/94.bin",
        "ceremonie/data/faces/centerface.onnx",
        "ceremonie/data/faces/LICENSE-MIT.txt",
        "ceremonie/data/modele/journees.yaml",
    ):
        assert name in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert not [n for n in names if n.startswith(("tests", "assets", "docs", "scripts"))]


def test_a_new_edition_is_produced_from_the_wheel_alone(python: Path, tmp_path: Path) -> None:
    told = run(python, "-c", "import ceremonie; print(ceremonie.__file__)", where=tmp_path)
    assert not Path(told.strip()).is_relative_to(ROOT / "src")
    run(python, "-m", "ceremonie", "nouvelle", "2024", where=tmp_path)
    options = ("--brouillon", "--cache", tmp_path / "cache")
    board = Path("assets", "2024", "storyboard.yaml")
    told = run(python, "-m", "ceremonie", "produire", board, *options, where=tmp_path)
    made = tmp_path / "output" / "2024"
    assert str(Path("output", "2024", "film.mp4")) in told
    assert zipfile.is_zipfile(made / "diaporama.pptx")
    film = (made / "film.mp4").read_bytes()
    assert film[4:8] == b"ftyp"
