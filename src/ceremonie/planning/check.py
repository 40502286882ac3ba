"""What must hold before a pixel exists: every text fits and can be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.planning import alphabets
from ceremonie.planning.drawing import Anchor, Caption, Drawing, Role, Text
from ceremonie.planning.holding import WELCOME
from ceremonie.planning.model import Plan
from ceremonie.planning.origin import Origins
from ceremonie.planning.typesetting import excess
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.faces import Family
from ceremonie.theme.letters import undrawn
from ceremonie.theme.typeface import width

EDGE = 24
"""px from the frame's edge: a line that comes nearer is cut off by many projectors."""

SUBTITLES = "sous_titres"
"""The key of a medium whose file has the words of its captions."""


@dataclass(frozen=True)
class _Shown:
    """Words of a scene, without what is raised or parted; `most` of their signs would fit. With
    `source` they are no words of the storyboard, but of a file that this key names.
    """

    path: NodePath
    words: str
    most: int | None = None
    source: NodePath | None = None


def check(storyboard: Storyboard, plan: Plan) -> tuple[Diagnostic, ...]:
    """One diagnostic for each key whose text does not fit, one for each alphabet that is missing,
    whatever shows them.
    """
    texts = list(dict.fromkeys(_texts(plan)))
    origins = Origins(storyboard)
    return (*_too_long(texts, origins), *_not_drawn(texts, origins, plan.family))


def _texts(plan: Plan) -> Iterator[_Shown]:
    for cut in plan.in_each_shape:
        for shot in cut.shots:
            yield from _words(shot.drawing, shot.path)
    for page in plan.pages:
        yield from _words(page.drawing, page.path)
    if plan.welcome:
        yield from _texts(plan.welcome.loop)
        yield from _texts(plan.welcome.countdown) if plan.welcome.countdown else ()
        yield from _words(plan.welcome.card, WELCOME)


def _words(drawing: Drawing, path: NodePath) -> Iterator[_Shown]:
    for element in drawing.elements:
        match element:
            case Text(role=role) if role is not Role.DECORATION:
                most = _most(element, drawing.format.width)
                yield _Shown(path, element.text.replace("^", ""), most)
            case Caption(cue=cue):
                yield _Shown(path, " ".join(cue.lines), source=(*path, SUBTITLES))


def _most(text: Text, canvas: int) -> int | None:
    """How many signs fit where not all do: into its place, or at least into the frame."""
    if text.most is not None or text.angle:
        return text.most
    room = {
        Anchor.START: canvas - EDGE - text.x,
        Anchor.MIDDLE: 2 * min(text.x, canvas - text.x) - 2 * EDGE,
        Anchor.END: text.x - EDGE,
    }[text.anchor]
    widest = max(text.lines, key=lambda line: width(line, text.style))
    fitting = excess(widest, text.style, room)
    return None if fitting is None else len(text.text) - len(widest) + fitting


def _too_long(texts: Iterable[_Shown], origins: Origins) -> Iterator[Diagnostic]:
    """The shortest room counts where several scenes show the same words."""
    fewest: dict[tuple[NodePath, str], int] = {}
    for shown in texts:
        if shown.most is not None:
            path, words = origins.of(shown.path, shown.words)
            most = max(0, shown.most - max(0, len(shown.words) - len(words)))
            fewest[path, words] = min(most, fewest.get((path, words), most))
    for (path, words), most in fewest.items():
        yield problem("texte-trop-long", path=path, text=_short(words), count=len(words), most=most)


def _not_drawn(texts: Iterable[_Shown], origins: Origins, family: Family) -> Iterator[Diagnostic]:
    by_alphabet: dict[str, dict[str, list[NodePath]]] = {}
    for shown in texts:
        for character in undrawn(shown.words, family=family):
            path = shown.source or origins.of(shown.path, shown.words)[0]
            same = by_alphabet.setdefault(alphabets.name(character), {})
            same.setdefault(character, []).append(path)
    for alphabet, places_of in by_alphabet.items():
        paths = dict.fromkeys(path for places in places_of.values() for path in places)
        first, *others = paths
        yield problem(
            "caractere-absent",
            path=first,
            also=tuple(others),
            severity=Severity.WARNING,
            alphabet=alphabet,
            characters=_listed(places_of),
        )


def _listed(characters: Iterable[str], most: int = 12) -> str:
    all_of_them = list(characters)
    rest = " …" if len(all_of_them) > most else ""
    return " ".join(all_of_them[:most]) + rest


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
