"""The peers' own environment, with exactly what requirements/peers.txt names."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from benchmark.places import FOLDER, LOCK
from ceremonie.tools import ffmpeg

VENV = FOLDER / "venv"


def prepared() -> Path:
    """The environment's interpreter; installed first where it or its lock is new."""
    stamp, key = VENV / "installed", _key()
    if not (stamp.is_file() and stamp.read_text("utf-8") == key):
        print("Installing the peers into .bench/venv…", file=sys.stderr)
        venv.create(VENV, clear=True, with_pip=True)
        exact = ("--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(LOCK))
        command = [str(python()), "-P", "-m", "pip", "install", "--quiet", "--no-input", *exact]
        subprocess.run(command, check=True, env=surroundings())
        stamp.write_text(key, "utf-8")
    return python()


def python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def surroundings() -> dict[str, str]:
    """Nothing of another Python reaches in; our own ffmpeg stands first on the path, for all."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    path = f"{_programs()}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "IMAGEIO_FFMPEG_EXE": ffmpeg.executable()}


def _programs() -> Path:
    folder = FOLDER / "programs"
    folder.mkdir(parents=True, exist_ok=True)
    found = Path(ffmpeg.executable())
    program = folder / f"ffmpeg{found.suffix if found.suffix == '.exe' else ''}"
    if not program.exists() or program.stat().st_size != found.stat().st_size:
        shutil.copy2(found, program)
    return folder


def _key() -> str:
    return hashlib.sha256(f"{sys.version}\n".encode() + LOCK.read_bytes()).hexdigest()
