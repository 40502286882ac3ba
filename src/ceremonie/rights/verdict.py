"""One person, one audience: whether they may be seen, heard and named, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.messages import problem
from ceremonie.messages.rights import WHERE, WHY
from ceremonie.rights.occasion import Occasion
from ceremonie.rights.register import Agreement, Register, Withdrawn
from ceremonie.rights.signatures import missing
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.source import Source


@dataclass(frozen=True)
class Lack:
    """What an agreement does not cover: the slug of the problem, and what its message says. `line`
    leads to what it stands in.
    """

    slug: str
    values: Mapping[str, Any]
    line: NodePath | None = None

    def told(self, person: str, path: NodePath, source: Source) -> Diagnostic:
        """At the place where the person is shown, heard or named."""
        line = source.place(self.line).beside if self.line is not None else ""
        return problem(
            self.slug, path=path, name=identifiers.shown(person), line=line, **self.values
        )

    @property
    def why(self) -> str:
        return WHY[self.slug].format(**self.values)


@dataclass(frozen=True)
class Verdict:
    """`lacks` keep a person from being shown at all. One of whom nothing can be known, because the
    register could not be read, is not `judged`.
    """

    person: str
    lacks: tuple[Lack, ...] = ()
    agreement: Agreement | None = None
    judged: bool = True

    @property
    def covered(self) -> bool:
        return not self.lacks

    @property
    def unnamed(self) -> tuple[Lack, ...]:
        """What keeps the person from being named."""
        return self._beside("droits-nom", "names_shown")

    @property
    def unheard(self) -> tuple[Lack, ...]:
        """What keeps the person from being heard."""
        return self._beside("droits-voix", "voice_heard")

    def _beside(self, slug: str, allowed: str) -> tuple[Lack, ...]:
        if self.lacks or self.agreement is None or getattr(self.agreement, allowed):
            return self.lacks
        return (Lack(slug, {}, self.agreement.path),)


@dataclass(frozen=True)
class Court:
    """Whoever judges asks here, so that nothing is decided twice."""

    register: Register
    occasion: Occasion

    @cached_property
    def _known(self) -> dict[str, Verdict]:
        return {}

    def verdict(self, person: str) -> Verdict:
        if person not in self._known:
            self._known[person] = self._judged(person)
        return self._known[person]

    def _judged(self, person: str) -> Verdict:
        agreement = self.register.agreements.get(person)
        if withdrawn := self.register.withdrawn.get(person):
            return Verdict(person, (_withdrawn(withdrawn),), agreement)
        if agreement is None:
            where = {"where": WHERE[self.occasion.audience]}
            unknown = Lack("droits-inconnus", where)
            return Verdict(person, (unknown,), judged=self.register.whole)
        return Verdict(person, tuple(self._lacks(agreement)), agreement)

    def _lacks(self, agreement: Agreement) -> Iterator[Lack]:
        """What keeps an agreement from covering the occasion; what of it cannot be read is told by
        the vocabulary.
        """
        occasion, line = self.occasion, agreement.path
        if agreement.signatories and (lacking := missing(agreement, self.register)):
            yield Lack("droits-signatures", {"missing": lacking}, line)
        if agreement.scopes and occasion.audience not in agreement.scopes:
            scope = {"use": occasion.use, "scope": occasion.audience}
            yield Lack("droits-portee", scope, line)
        end, start = agreement.end, agreement.start
        if end and occasion.last and end < occasion.last:
            yield Lack("droits-echus", {"day": end, "until": occasion.until}, line)
        if start and occasion.first and start > occasion.first:
            yield Lack("droits-a-venir", {"day": start, "since": occasion.since}, line)


def _withdrawn(withdrawn: Withdrawn) -> Lack:
    return Lack("droits-retires", {"day": withdrawn.day}, withdrawn.path)
