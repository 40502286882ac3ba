"""Communes are those of the department, as the map knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard.departments import Department, department, known_departments
from ceremonie.storyboard.query import EACH, find, texts
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.storyboard.values import DEFAULT_DEPARTMENT, DEPARTMENT_CODE
from ceremonie.text import quotable, quoted

_STAGES = ("flamme", "etapes", EACH, "commune")
_WORKSHOPS = ("jours", EACH, "ateliers", EACH, "commune")


def check(source: Source) -> Iterator[Diagnostic]:
    """A stage elsewhere has no place on the map; a workshop elsewhere is only worth a look."""
    if not isinstance(source.data, dict) or not source.data.get("flamme"):
        return
    path, code = next(
        ((p, str(v)) for p, v in find(source.data, "flamme", "departement") if v is not None),
        (("flamme",), DEFAULT_DEPARTMENT),
    )
    if not re.fullmatch(DEPARTMENT_CODE, code):
        return
    here = department(code)
    if here is None:
        codes = quoted(known_departments(), "et")
        yield problem(
            "departement-inconnu",
            path=path,
            place=source.place(path),
            code=quotable(code),
            known=codes,
        )
        return
    for pattern, severity in ((_STAGES, Severity.ERROR), (_WORKSHOPS, Severity.WARNING)):
        for place, name in texts(source.data, *pattern):
            if here.commune(name) is None:
                yield _unknown(source, place, name, here, severity)


def _unknown(
    source: Source, path: NodePath, name: str, here: Department, severity: Severity
) -> Diagnostic:
    near = did_you_mean(nearest(name, [commune.name for commune in here.communes]))
    return problem(
        "commune-inconnue",
        path=path,
        place=source.place(path),
        severity=severity,
        remedy=near or None,
        name=quotable(name),
        code=here.code,
    )
