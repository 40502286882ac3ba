"""What must hold before a pixel exists: every text fits and can be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.plan.drawing import Drawing, Role, Text
from ceremonie.plan.scene import Path, Scene
from ceremonie.theme.letters import undrawn


def check(scenes: Iterable[Scene]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each text and each trouble with it, whatever shows it."""
    found = [
        diagnostic
        for scene in scenes
        for drawing in (scene.shot, scene.page)
        if drawing
        for diagnostic in _drawing(drawing, scene.path)
    ]
    return tuple(dict.fromkeys(found))


def _drawing(drawing: Drawing, path: Path) -> Iterator[Diagnostic]:
    for element in drawing.elements:
        if isinstance(element, Text) and element.role is not Role.DECORATION:
            yield from _text(element, path)


def _text(text: Text, path: Path) -> Iterator[Diagnostic]:
    words = text.text.replace("^", "")
    if not text.fits:
        yield problem("texte-trop-long", path=path, text=_short(words), count=len(words))
    if missing := undrawn(text.text, text.style.weight):
        yield problem(
            "caractere-absent",
            path=path,
            severity=Severity.WARNING,
            text=_short(words),
            characters=" ".join(missing),
        )


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
