"""Plans of small storyboards whose pictures are as large as their names say: `a-1600x1200.jpg`;
`blanc` is all white on a transparent ground."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ceremonie.diagnostics import Diagnostic
from ceremonie.formats import Shape
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.material import Clip, Material, Materials, Missing, Picture
from ceremonie.planning import plan
from ceremonie.planning.drawing import Drawing, Photo, Text
from ceremonie.planning.model import Plan
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.stage import CustomScene

HEAD: dict[str, Any] = {
    "edition": "essai",
    "titre": "Fête du sport de Bron",
    "organisateur": "Ville de Bron",
    "ceremonie": {"date": "2024-12-06", "lieu": "Espace Albert-Camus"},
    "jours": [{"date": "2024-12-03"}],
}


def planned(*, shapes: Sequence[Shape] = (Shape.WIDE,), **keys: Any) -> Plan:
    board = Storyboard.model_validate({**HEAD, **keys})
    media: dict[Medium, Material] = {entry: material(entry) for _, entry in mediums(board)}
    return plan(board, Materials(media), shapes)


def material(entry: Medium) -> Material:
    name = entry.code if isinstance(entry, CustomScene) else entry.file
    size = re.search(r"(\d+)x(\d+)", name)
    if not size:
        return Missing(name)
    wide, high = int(size[1]), int(size[2])
    if isinstance(entry, CustomScene):
        return Clip(name, wide, high, 50, False, Picture(name, wide, high, ""), entry.alternative)
    words = entry.alternative or entry.caption or ""
    said = (words, entry.caption, entry.credit)
    if name.endswith(".mp4"):
        return Clip(name, wide, high, 50, True, Picture(name, wide, high, words), *said)
    white = ((255, 255, 255, 1.0),) if "blanc" in name else ()
    return Picture(name, wide, high, *said, swatches=white)


def workshop(*media: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    """Of Natation, in Bron; a medium that is a name alone has a description."""
    entries = [{"fichier": m, "alt": f"Vue {m}"} if isinstance(m, str) else m for m in media]
    return {"titre": "Natation", "commune": "Bron", "medias": entries, **more}


def day(*workshops: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"date": "2024-12-03", "ateliers": list(workshops)}]


def told(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, tuple[str | int, ...] | None]]:
    return [(d.slug, d.path) for d in diagnostics]


def film(made: Plan, shot: str) -> Drawing:
    return next(s.drawing for s in made.shots if s.id == shot)


def slide(made: Plan, page: str) -> Drawing:
    return next(p.drawing for p in made.pages if p.id == page)


def texts(drawing: Drawing) -> list[str]:
    return [e.text for e in drawing.elements if isinstance(e, Text)]


def photos(drawing: Drawing) -> Iterator[Photo]:
    return (e for e in drawing.elements if isinstance(e, Photo))
