"""Make an edition again from its bag where there is nothing else: by hand, before a release.

    python scripts/rebuild_bag.py output/2023-archive

A new environment is made of the list of packages in the bag (`data/description/paquets.txt`, got
from wherever pip is set up to look) and of a wheel of this source; then `refaire` is run in it with
another home, folder, time zone, locale and hash seed. Whatever comes out otherwise is listed, and
the exit code is that of `refaire`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = Path("data", "description", "paquets.txt")
ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "4711",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("bag", type=Path, help="the folder of a bag")
    parser.add_argument("--keep", type=Path, help="where to work, and to leave what was made")
    parser.add_argument("rest", nargs="*", help="further options of refaire, after --")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="refaire-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return _rebuilt(options.bag.resolve(), folder.resolve(), options.rest)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


def _rebuilt(bag: Path, folder: Path, rest: list[str]) -> int:
    python = _environment(bag, folder)
    home, where = folder / "home", folder / "un autre dossier (été)"
    for place in (home, where):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
    bare = {"PATH": os.defpath, "HOME": str(home), "USERPROFILE": str(home), **ELSEWHERE}
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP") if key in os.environ}
    copy = where / bag.name
    shutil.copytree(bag, copy)
    start = time.monotonic()
    done = subprocess.run(
        [python, "-m", "ceremonie", "refaire", copy.name, "--json", *rest],
        cwd=where,
        env=bare | kept,
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    facts = json.loads(done.stdout)
    _tell(facts, time.monotonic() - start)
    return done.returncode


def _environment(bag: Path, folder: Path) -> Path:
    """Its interpreter."""
    place, wheels = folder / "venv", folder / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    own = ("--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ROOT)
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", *own], check=True)
    (wheel,) = wheels.glob("ceremonie-*.whl")
    for wanted in (("--only-binary", ":all:", "-r", bag / PACKAGES), (wheel,)):
        command = (python, "-m", "pip", "install", "--quiet", "--no-deps", *wanted)
        subprocess.run(command, check=True)
    return python


def _tell(facts: dict[str, object], seconds: float) -> None:
    files = facts.get("fichiers")
    each = files if isinstance(files, list) else []
    same = [one for one in each if one["verdict"] == "identique"]
    print(f"{len(same)} of {len(each)} files have the same bytes ({seconds:.0f} s)")
    for one in each:
        if one["verdict"] != "identique":
            print(f"  {one['fichier']}: {one['verdict']} ({one['detail']})")
    for version in facts.get("versions") or ():  # type: ignore[attr-defined]
        print(f"  {version['nom']}: {version['archive']} in the bag, {version['ici']} here")
    for one in facts.get("diagnostics") or ():  # type: ignore[attr-defined]
        print(f"  {one['gravite']} [{one['code']}] {one['message']}")


if __name__ == "__main__":
    sys.exit(main())
