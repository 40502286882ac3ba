"""An edition made in whatever differs between computers."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

BACKWARDS = """
import os
_listdir, _scandir = os.listdir, os.scandir
os.listdir = lambda *given: _listdir(*given)[::-1]
class _Entries(list):
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def __next__(self):
        if not self: raise StopIteration
        return self.pop(0)
    def close(self): pass
os.scandir = lambda *given: _Entries(list(_scandir(*given))[::-1])
"""
"""Each folder lists its files in the contrary order."""

Contents = Mapping[str, bytes]


@dataclass(frozen=True)
class Way:
    """How an edition is made otherwise; `home` is the name of the folder that holds all."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    workers: int = 2
    home: str = "maison"
    umask: int = 0o022
    touched: bool = False
    elsewhere: bool = False
    warm: bool = False
    backwards: bool = False


WAYS = (
    Way("one worker", workers=1),
    Way("four workers", workers=4),
    Way("time zone", {"TZ": "Pacific/Kiritimati"}),
    Way("language C, no UTF-8", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Way("language of Turkey", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Way("order of sets", {"PYTHONHASHSEED": "4711", "OMP_NUM_THREADS": "5"}),
    Way("home", {"HOME": "/nulle/part"}),
    Way("folder with a difficult name", home="L'été : « ailleurs »"),
    Way("called from elsewhere", elsewhere=True),
    Way("umask", umask=0o077),
    Way("photos saved at another time", touched=True),
    Way("warm cache", warm=True),
    Way("folders listed backwards", backwards=True),
    Way("no SOURCE_DATE_EPOCH", {"SOURCE_DATE_EPOCH": ""}),
)
USUAL = {"SOURCE_DATE_EPOCH": "1733961600", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


def call(python: str, way: Way, root: Path, arguments: tuple[str, ...]) -> None:
    environment = {**os.environ, **USUAL, **way.environment}
    if way.backwards:
        hooks = root / "crochets"
        hooks.mkdir(exist_ok=True)
        (hooks / "sitecustomize.py").write_text(BACKWARDS, "utf-8")
        former = os.environ.get("PYTHONPATH", "")
        environment["PYTHONPATH"] = f"{hooks}{os.pathsep}{former}"
    done = subprocess.run(
        [python, "-m", "ceremonie", *arguments],
        cwd=root.parent if way.elsewhere else root,
        env=environment,
        umask=way.umask,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{way.name}: {done.stderr.decode('utf-8', 'replace')}")


def made(python: str, way: Way, sources: Path, place: Path, options: tuple[str, ...]) -> Contents:
    """The edition and its bag, by name."""
    root = place / way.home
    shutil.copytree(sources, root / "assets")
    if way.touched:
        for number, file in enumerate(sorted((root / "assets").rglob("*.*"))):
            os.utime(file, (time.time() - 86_400 * number,) * 2)
    here = f"{way.home}/" if way.elsewhere else ""
    where = ("--sortie", f"{here}output", "--cache", f"{here}cache")
    produce = ("produire", f"{here}assets/2023", *options, "--travaux", str(way.workers), *where)
    call(python, way, root, produce)
    if way.warm:
        shutil.rmtree(root / "output")
        call(python, way, root, produce)
    draft = ("--brouillon",) if "--brouillon" in options else ()
    given = ("--storyboard", f"{here}assets/2023", *draft, "--cache", f"{here}cache")
    call(python, way, root, ("archiver", f"{here}output/2023", *given))
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return {path.relative_to(root / "output").as_posix(): path.read_bytes() for path in files}


def differing(one: Contents, other: Contents) -> Iterator[str]:
    for name in sorted(one.keys() | other.keys()):
        if one.get(name) != other.get(name):
            missing = "" if name in one and name in other else " (not in both)"
            yield f"{name}{missing}"
