"""What is told of the boxes around faces, once it is known what their medium is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media import telling
from ceremonie.media.examination import Examination
from ceremonie.media.inspection import Named
from ceremonie.media.tasks import MOVING, Task
from ceremonie.messages import decimal, problem
from ceremonie.storyboard.checks.blurs import BLURS, BOXES, number
from ceremonie.storyboard.query import EACH, find
from ceremonie.units import seconds

AT = "instant"


def told(named: Named, task: Task, answer: Examination) -> Iterator[Diagnostic]:
    """A picture has one moment; a clip those between its bounds, one after the other."""
    if task.kind in MOVING:
        end = task.cut.start + seconds(answer.frames)
        for path, boxes in _lists(named):
            yield from _out_of_order(path, boxes)
            yield from _outside(path, boxes, task.cut.start, end)
    else:
        surplus = [path for path, boxes in _lists(named) if len(boxes) > 1]
        yield from (problem("flou-plusieurs-boites", path=(*path, 1)) for path in surplus)


def _lists(named: Named) -> Iterator[tuple[NodePath, list[Any]]]:
    for step, boxes in find(named.entry, BLURS, EACH, BOXES):
        if isinstance(boxes, list):
            yield (*named.path, *step), boxes


def _out_of_order(path: NodePath, boxes: list[Any]) -> Iterator[Diagnostic]:
    for index, (before, box) in enumerate(pairwise(boxes), start=1):
        if (at := _instant(box)) <= (earlier := _instant(before)):
            times: dict[str, Any] = {"at": decimal(at, 2), "before": decimal(earlier, 2)}
            yield _told("flou-ordre", (*path, index), box, times)


def _outside(
    path: NodePath, boxes: list[Any], start: Fraction, end: Fraction
) -> Iterator[Diagnostic]:
    for index, box in enumerate(boxes):
        at = _instant(box)
        if not start <= at < end:
            times: dict[str, Any] = {
                "at": decimal(at, 2),
                "start": decimal(start, 2),
                "end": decimal(end, 2),
            }
            yield _told("flou-hors-extrait", (*path, index), box, times)


def _told(slug: str, path: NodePath, box: Any, times: dict[str, Any]) -> Diagnostic:
    """At the instant, where one is written."""
    written = isinstance(box, dict) and AT in box
    return problem(slug, path=(*path, AT) if written else path, **times)


def _instant(box: Any) -> float:
    return number(box, AT) or 0.0


def lost(named: Named, task: Task, veiled: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Where a face was lost, in seconds of the file: there all of the picture is blurred."""
    start = task.cut.start
    spans = [[float(start + seconds(frame)) for frame in span] for span in veiled]
    if spans:
        yield problem(
            "flou-perdu",
            path=(*named.path, BLURS),
            severity=Severity.WARNING,
            name=named.name,
            spans=telling.told(spans),
        )
