"""The work that everybody gets: large photos that grow slowly and flow into one another."""

from __future__ import annotations

import datetime as dt
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ceremonie import media, storyboard
from ceremonie.audiences import Audience
from ceremonie.formats import WIDE
from ceremonie.media.material import Picture
from ceremonie.planning import camera
from ceremonie.planning.drawing import Drawing, Photo
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.rights import Showing
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH, FrameSpan

NAMES = (
    "coucher-de-soleil", "figue", "montagne", "pissenlit", "prairie", "ruisseau", "deux-chiens",
)  # fmt: skip
MEGAPIXELS = (8, 9, 10, 11, 12, 13, 14, 15, 16, 12)
"""The size of each photo of the work; after the names, the first come again as in a mirror."""

QUALITY = 92
"""Of the photos as JPEG: what a camera would write."""

HEAD = """\
edition: "2023"
titre: Mesure
organisateur: Mesure
ceremonie: {date: 2023-12-01, lieu: Salle}
deroule: [titre, jours, cloture]
jours:
  - date: 2023-11-28
    ateliers:
"""
"""Of the storyboard of the work, before its workshops."""

ENDINGS = {".jpg", ".jpeg", ".png", ".webp"}


@dataclass(frozen=True)
class Work:
    """Each photo shows `length` frames and reaches `zoom`; its first `crossfade` frames are mixed
    with the photo before. The whole is repeated `repeats` times.
    """

    photos: tuple[Path, ...]
    length: int = 100
    crossfade: int = 15
    zoom: float = 1.15
    repeats: int = 1

    @property
    def shots(self) -> int:
        return len(self.photos) * self.repeats

    @property
    def frames(self) -> int:
        return self.shots * (self.length - self.crossfade) + self.crossfade


def photos(folder: Path, source: Path, count: int = len(MEGAPIXELS)) -> tuple[Path, ...]:
    """The photos of the work, made of the sample's once and then kept in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    files = tuple(folder / f"{index:02d}.jpg" for index in range(count))
    for index, file in enumerate(files):
        if not file.exists():
            _enlarge(source / f"{NAMES[index % len(NAMES)]}.jpg", index, file)
    return files


def _enlarge(source: Path, index: int, target: Path) -> None:
    from PIL import Image

    with Image.open(source) as opened:
        image = opened.convert("RGB")
    if index >= len(NAMES):
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    scale = (MEGAPIXELS[index] * 1e6 / (image.width * image.height)) ** 0.5
    size = (round(image.width * scale), round(image.height * scale))
    image.resize(size, Image.Resampling.LANCZOS).save(target, quality=QUALITY)


def own_photos(folder: Path, source: Path) -> tuple[Path, ...]:
    """Copies of all pictures of a folder of one's own, in the order of their names."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found = sorted(path for path in source.iterdir() if path.suffix.lower() in ENDINGS)
    copies = (folder / f"{i:02d}{path.suffix.lower()}" for i, path in enumerate(found))
    return tuple(Path(shutil.copy(path, copy)) for path, copy in zip(found, copies, strict=False))


def megapixels(files: tuple[Path, ...]) -> tuple[int, int]:
    """Of the smallest and of the largest photo."""
    from PIL import Image

    found = []
    for file in files:
        with Image.open(file) as image:
            found.append(round(image.width * image.height / 1e6))
    return min(found), max(found)


def different_photos(folder: Path, models: tuple[Path, ...], count: int) -> tuple[Path, ...]:
    """`count` photos of 8 million pixels of which no two are alike: each is a little smaller than
    the one made before it of the same model. Made once, then kept in `folder`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = tuple(folder / f"{index:04d}.jpg" for index in range(count))
    with ThreadPoolExecutor() as pool:
        list(pool.map(_cut, models, (files[i :: len(models)] for i in range(len(models)))))
    return files


def _cut(model: Path, targets: tuple[Path, ...]) -> None:
    from PIL import Image

    if all(target.exists() for target in targets):
        return
    with Image.open(model) as opened:
        image = opened.convert("RGB")
    scale = (MEGAPIXELS[0] * 1e6 / (image.width * image.height)) ** 0.5
    image = image.resize((round(image.width * scale), round(image.height * scale)))
    for less, target in enumerate(targets):
        image.crop((less, less, image.width, image.height)).save(target, quality=QUALITY)


def gathered(work: Work, folder: Path, workers: int) -> tuple[Picture, ...]:
    """The photos through the same door as those of an edition: read, checked, reduced, kept."""
    folder.mkdir(parents=True, exist_ok=True)
    reading = storyboard.read(edition(work))
    with media.at_work(folder / "media", workers=workers) as means:
        examined = media.examine(reading, means)
        materials, told = media.gather(examined, Showing(Audience.HALL, reading.storyboard), means)
    found = {
        e.file: m
        for e, m in materials.media.items()
        if isinstance(e, Media) and isinstance(m, Picture)
    }
    if len(found) != len(work.photos):
        wrong = (*reading.diagnostics, *examined.diagnostics, *told)
        raise SystemExit("\n".join(d.render() for d in wrong))
    return tuple(found[photo.name] for photo in work.photos)


def edition(work: Work) -> Path:
    """The least storyboard that names the photos, one workshop each; it lies beside them."""
    path = work.photos[0].parent / "storyboard.yaml"
    path.write_text(HEAD + "".join(map(_workshop, work.photos)), "utf-8")
    return path


def _workshop(photo: Path) -> str:
    return f"""\
      - titre: Atelier {photo.stem}
        commune: Créteil
        medias:
          - fichier: {photo.name}
            alt: Une photo
            legende: Un moment
            personnes: aucune
"""


def planned(work: Work, pictures: tuple[Picture, ...]) -> Plan:
    """The film of the work: nothing in it but the photos."""
    shots = tuple(_shot(work, pictures, index) for index in range(work.shots))
    date = dt.date(2023, 12, 1)
    return Plan("2023", "Mesure", "", "Mesure", date, shots, pages=())


def _shot(work: Work, pictures: tuple[Picture, ...], index: int) -> Shot:
    """A photo that comes again grows a hair further, so that no frame of before serves twice."""
    again, picture = index // len(pictures), pictures[index % len(pictures)]
    photo = Photo(
        name="photo",
        picture=picture,
        x=0,
        y=0,
        width=CANVAS_WIDTH,
        height=CANVAS_HEIGHT,
        camera=camera.zoom(picture, WIDE.whole, work.zoom + again * 1e-4, work.length),
    )
    step = work.length - work.crossfade
    last = index == work.shots - 1
    return Shot(
        id=f"photo-{index}",
        kind="photo",
        section=Section.DAYS,
        title=f"Photo {index}",
        span=FrameSpan(index * step, index * step + (work.length if last else step)),
        transition=Transition(Move.DISSOLVE, work.crossfade) if index else CUT,
        drawing=Drawing(Colour.INK, (photo,), work.length),
    )
