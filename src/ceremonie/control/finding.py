"""What a check found in a finished edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ceremonie.diagnostics import Diagnostic, Place, Severity
from ceremonie.messages import problem


@dataclass(frozen=True)
class Measured:
    """How much there is and how much there may be, as words with their unit (« 3,9:1 », « 4,5:1 »);
    `source` is the standard that says so, with its criterion (« RGAA 4.1, critère 3.2 »). Empty
    where nothing is measured.
    """

    measure: str = ""
    threshold: str = ""
    source: str = ""


NOTHING_MEASURED = Measured()


@dataclass(frozen=True)
class Finding:
    """A diagnostic whose place is in an output, with what was measured there."""

    diagnostic: Diagnostic
    measured: Measured = NOTHING_MEASURED

    @property
    def code(self) -> str:
        return self.diagnostic.slug

    @property
    def file(self) -> str:
        """Relative to the folder that was looked at, with slashes."""
        return self.diagnostic.place.file if self.diagnostic.place else ""

    def as_json(self) -> dict[str, Any]:
        return self.diagnostic.as_json() | {
            "mesure": self.measured.measure or None,
            "seuil": self.measured.threshold or None,
            "source": self.measured.source or None,
        }


def finding(
    slug: str,
    place: Place,
    *,
    measured: Measured = NOTHING_MEASURED,
    severity: Severity = Severity.ERROR,
    **values: Any,
) -> Finding:
    """Of a slug of the catalogue; `values` fill its words."""
    return Finding(problem(slug, place=place, severity=severity, **values), measured)
