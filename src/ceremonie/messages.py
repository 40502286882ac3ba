"""The catalogue of problems: what each slug says to the user, and the remedy. All in French.

A problem is made by `problem("slug", path=…, name=value)`; the values fill the braces. The guide's
chapter on problems documents every slug of this table; a test compares both.
"""

from __future__ import annotations

from typing import NamedTuple

from ceremonie.diagnostics import Diagnostic, Place, Severity


class Wording(NamedTuple):
    message: str
    remedy: str = ""


PROBLEMS: dict[str, Wording] = {
    # reading the storyboard
    # media
    # plan
    # film
    # deck
    # edition and command line
}


def problem(
    slug: str,
    *,
    path: tuple[str | int, ...] | None = None,
    place: Place | None = None,
    severity: Severity = Severity.ERROR,
    remedy: str | None = None,
    **values: object,
) -> Diagnostic:
    """The diagnostic of this slug; `path` leads to the storyboard node that is meant.

    `remedy` replaces the catalogue's own where only the place of the problem knows a better one.
    """
    wording = PROBLEMS[slug]
    return Diagnostic(
        slug,
        wording.message.format(**values),
        place=place,
        remedy=wording.remedy.format(**values) if remedy is None else remedy,
        severity=severity,
        path=path,
    )
