"""What is looked at for accessibility, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ceremonie.control.finding import Finding
from ceremonie.diagnostics import Severity
from ceremonie.messages import decimal


class State(StrEnum):
    """As an audit of the RGAA says it; `LOOK` is for people to judge."""

    MET = "conforme"
    UNMET = "non conforme"
    LOOK = "à regarder"
    WITHOUT = "sans objet"


@dataclass(frozen=True)
class Criterion:
    """`code` is also the slug of what is found wrong. `asks` is what is looked at, in words;
    `threshold` how much there may be, empty where nothing is counted; `source` the standard.
    """

    code: str
    asks: str
    threshold: str
    source: str


@dataclass(frozen=True)
class Outcome:
    """`measure` is how much there is, in words: the worst of all, or why there is nothing.
    `subject` is what was looked at: a file, or what several are.
    """

    criterion: Criterion
    state: State
    measure: str = ""
    findings: tuple[Finding, ...] = ()
    subject: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "objet": self.subject,
            "code": self.criterion.code,
            "critere": self.criterion.asks,
            "resultat": str(self.state),
            "mesure": self.measure or None,
            "seuil": self.criterion.threshold or None,
            "source": self.criterion.source,
            "constats": [one.as_json() for one in self.findings],
        }


def judged(criterion: Criterion, findings: Iterable[Finding], measure: str = "") -> Outcome:
    """Not met where one finding is an error; to be looked at where all are milder."""
    every = tuple(findings)
    wrong = any(one.diagnostic.severity is Severity.ERROR for one in every)
    state = State.UNMET if wrong else State.LOOK if every else State.MET
    return Outcome(criterion, state, measure, every)


def without(criterion: Criterion, why: str) -> Outcome:
    """There is nothing to look at."""
    return Outcome(criterion, State.WITHOUT, why)


def counted(count: int, noun: str) -> str:
    """« 1 page », « 3 pages »."""
    return f"{count} {noun}{'s' if count > 1 else ''}"


def signed(value: float) -> str:
    """« −23 », « −16,2 »: with a minus, not a hyphen."""
    return decimal(value, 1).replace("-", "\u2212")
