"""Build one edition over and over, in whatever differs between computers, and name what differs.

python scripts/same_bytes.py
python scripts/same_bytes.py --python /other/venv/bin/python   # another Python with the program
python scripts/same_bytes.py --definitif                       # no draft, with a technician's film

The edition has photos, a clip that is heard, music, a spreadsheet, and is made for the hall and for
colleagues, in two shapes. Its bag is compared too.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from _environment import demand_tests  # noqa: E402

demand_tests(Path(__file__))

from tests import workshops  # noqa: E402
from tests.edition.ways import WAYS, Way, differing, made  # noqa: E402

from ceremonie.tools import ffmpeg  # noqa: E402

CLIP = (
    *("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30:duration=2"),
    *("-f", "lavfi", "-i", "sine=frequency=440:duration=2"),
    *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"),
)
MUSIC = ("-f", "lavfi", "-i", "sine=frequency=220:duration=3")


def board(folder: Path) -> Path:
    """Two photos, a clip, music and a spreadsheet of one workshop."""
    folder.parent.mkdir(parents=True)
    path = workshops.storyboard(folder)
    ffmpeg.run((*CLIP, ffmpeg.file_output(folder / "extrait.mp4")))
    ffmpeg.run((*MUSIC, ffmpeg.file_output(folder / "musique.ogg")))
    text = workshops.HEAD + workshops.workshop("Boccia", "photo-0-0.jpg", "photo-1-0.jpg")
    text += workshops.workshop("Escrime", "extrait.mp4")
    text += "musique: {fichier: musique.ogg}\ntableau: tableau.csv\n"
    sheet = "date;titre;commune\n2023-11-28;Judo;Créteil\n"
    (folder / "tableau.csv").write_text(sheet, "utf-8-sig")
    path.write_text(text, "utf-8")
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", action="append", default=[])
    parser.add_argument("--definitif", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--keep", type=Path, help="where what differs is kept")
    options = parser.parse_args()
    making: tuple[str, ...] = ("--public", "salle,interne", "--format", "16:9,1:1")
    making += ("--regie", "prores") if options.definitif else ("--brouillon",)
    pythons = [
        (way, sys.executable) for way in WAYS if way.name in options.only or not options.only
    ]
    if options.python:
        pythons = [(Way(python), python) for python in options.python]
    with tempfile.TemporaryDirectory(prefix="same-") as folder:
        sources = board(Path(folder) / "sources" / "2023").parents[1]
        wanted = made(sys.executable, Way("usual"), sources, Path(folder) / "usual", making)
        print(f"{len(wanted)} files, {sum(map(len, wanted.values())) / 1e6:.1f} MB", flush=True)
        wrong = 0
        for number, (way, python) in enumerate(pythons):
            place = Path(folder) / str(number)
            found = made(python, way, sources, place, making)
            names = list(differing(wanted, found))
            wrong += bool(names)
            print(f"{way.name}: {', '.join(names) if names else 'identical'}", flush=True)
            if names and options.keep:
                shutil.copytree(place, options.keep / str(number))
                shutil.copytree(Path(folder) / "usual", options.keep / "usual", dirs_exist_ok=True)
            shutil.rmtree(place)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
