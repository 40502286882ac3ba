"""All problems, and one of them as a diagnostic."""

from __future__ import annotations

from ceremonie import command
from ceremonie.diagnostics import Diagnostic, NodePath, Place, Severity
from ceremonie.messages import (
    accessibility,
    agreements,
    archiving,
    comparison,
    control,
    deck,
    edition,
    evening,
    film,
    importing,
    integrity,
    media,
    plan,
    reading,
    rebuilding,
    register,
    rereading,
    rights,
    sheets,
    sorting,
    stick,
    territory,
    vocabulary,
    whole,
    withdrawal,
)

PROBLEMS = {
    **reading.PROBLEMS,
    **vocabulary.PROBLEMS,
    **whole.PROBLEMS,
    **rights.PROBLEMS,
    **evening.PROBLEMS,
    **territory.PROBLEMS,
    **media.PROBLEMS,
    **plan.PROBLEMS,
    **film.PROBLEMS,
    **deck.PROBLEMS,
    **edition.PROBLEMS,
    **control.PROBLEMS,
    **accessibility.PROBLEMS,
    **rereading.PROBLEMS,
    **register.PROBLEMS,
    **agreements.PROBLEMS,
    **sheets.PROBLEMS,
    **importing.PROBLEMS,
    **sorting.PROBLEMS,
    **withdrawal.PROBLEMS,
    **stick.PROBLEMS,
    **integrity.PROBLEMS,
    **archiving.PROBLEMS,
    **rebuilding.PROBLEMS,
    **comparison.PROBLEMS,
}


def problem(
    slug: str,
    *,
    path: NodePath | None = None,
    place: Place | None = None,
    severity: Severity = Severity.ERROR,
    remedy: str | None = None,
    also: tuple[NodePath, ...] = (),
    **values: object,
) -> Diagnostic:
    """The diagnostic of this slug; `path` leads to the storyboard node that is meant, `also` to
    others that it is about.

    `remedy` replaces the catalogue's own where only the place of the problem knows a better one.
    """
    wording = PROBLEMS[slug]
    return Diagnostic(
        slug,
        wording.message.format(**values),
        place=place,
        remedy=wording.remedy.format(**{"command": command.name(), **values})
        if remedy is None
        else remedy,
        severity=severity,
        path=path,
        also=also,
    )
