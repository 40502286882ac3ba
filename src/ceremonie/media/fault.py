"""A media file that cannot be used, told before the places that name it are known."""

from __future__ import annotations

from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem


class UnusableError(Exception):
    """Carries the slug and the values of the problem; `at` tells it at an entry."""

    def __init__(self, slug: str, *, remedy: str | None = None, **values: Any) -> None:
        super().__init__(slug, values)
        self.slug = slug
        self.remedy = remedy
        self.values = values

    def at(self, path: NodePath, severity: Severity = Severity.ERROR) -> Diagnostic:
        return problem(self.slug, path=path, severity=severity, remedy=self.remedy, **self.values)
