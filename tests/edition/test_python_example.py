"""The Python example of the README, as a program of its own; and the same without its guard."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
GUARD = re.compile(r'^if __name__ == "__main__":.*\n', re.MULTILINE)


def example() -> str:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    return str(code)


def run(code: str, board: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The program beside `assets/`, where the example looks for its storyboard."""
    (tmp_path / "assets").mkdir()
    board.parent.rename(tmp_path / "assets" / "2023")
    program = tmp_path / "programme.py"
    program.write_text(code, "utf-8")
    return subprocess.run(
        [sys.executable, program], cwd=tmp_path, capture_output=True, text=True, check=False
    )


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system keeps what the example's run leaves behind."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))


@pytest.mark.slow
def test_the_example_makes_an_edition(board: Path, tmp_path: Path) -> None:
    done = run(example(), board, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[0] == str(Path("brouillons", "2023"))
    assert (tmp_path / "brouillons" / "2023" / "film.mp4").is_file()


def test_without_its_guard_it_is_told_what_is_missing(board: Path, tmp_path: Path) -> None:
    code = re.sub(r"^    ", "", GUARD.sub("", example()), flags=re.MULTILINE)
    assert "__main__" not in code
    done = run(code, board, tmp_path)
    last = done.stderr[done.stderr.rindex("ceremonie.diagnostics.") :]
    assert done.returncode == 1
    assert "[processus-non-demarres]" in last
    assert 'if __name__ == "__main__":' in last
    assert "ceremonie.diagnostics.MachineError" in last
    assert "rendu-interrompu" not in done.stderr
    assert not (tmp_path / "brouillons" / "2023").exists()
