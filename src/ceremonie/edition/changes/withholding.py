"""What may no longer be recalled of a former edition: of whoever took their agreement back, whose
name is withheld now, and of media that are no longer given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ceremonie.comparing import Content, Difference, Entry, Evening, Likened, Presence
from ceremonie.edition.appearance import How
from ceremonie.mentions import Mentions


def _anybody(person: str, *, named: bool = False, heard: bool = False) -> bool:
    return True


@dataclass(frozen=True)
class Withholding:
    """By `may_be` it is asked of somebody whether they may be seen; be `named` or `heard`, where
    that is asked. `names` finds those that may not be told, `sources` are the digests of media of
    the storyboard that are not given, or not as they are.
    """

    may_be: Callable[..., bool] = _anybody
    names: Mentions = field(default_factory=Mentions)
    sources: frozenset[str] = frozenset()

    def of(self, changes: Likened, now: Content) -> Likened:
        """The same, with nothing in it that may not be recalled."""
        shown = {digest for one in (*now.slides, *now.shots) for digest in one.media}

        def each(some: tuple[Difference, ...]) -> tuple[Difference, ...]:
            return tuple(self._difference(one, frozenset(shown)) for one in some)

        before, after = changes.evenings
        return replace(
            changes,
            slides=each(changes.slides),
            shots=each(changes.shots),
            evenings=(self.evening(before), after),
        )

    def _difference(self, one: Difference, shown: frozenset[str]) -> Difference:
        if one.before is None:
            return one
        before = self._without_notes(one.before, one.after)
        recalled = before if self._may_recall(before, shown) else _emptied(before)
        return replace(one, before=recalled)

    def _without_notes(self, entry: Entry, after: Entry | None) -> Entry:
        """Where nothing but the notes names somebody (they tell what comes next), only these are as
        they are now.
        """
        if not any(self.names.within(entry.notes)) or any(self.names.within(_seen(entry))):
            return entry
        people = (one for one in entry.people if one.how != How.NAMED or self._may_stay(one))
        return replace(entry, notes=after.notes if after else "", people=tuple(people))

    def _may_recall(self, entry: Entry, shown: frozenset[str]) -> bool:
        """A copy that is shown now may be recalled, whatever was done to its source."""
        given = self.sources.isdisjoint(entry.sources) or shown.issuperset(entry.media)
        named = any(self.names.within(f"{_seen(entry)}\n{entry.notes}"))
        return given and not named and all(map(self._may_stay, entry.people))

    def _may_stay(self, one: Presence) -> bool:
        """A face that was blurred may stay so."""
        if one.how == How.SEEN and one.blurred:
            return True
        return self.may_be(one.person, named=one.how == How.NAMED, heard=one.how == How.HEARD)

    def evening(self, evening: Evening) -> Evening:
        """Without who presents it, where that name may not be told."""
        named = any(self.names.within(evening.presenter))
        return replace(evening, presenter="") if named else evening

    def recalled(self, entry: Entry) -> Entry:
        """Of an edition that is there: what may be told of it today. What was blurred in it is no
        longer the file that is not given as it is.
        """
        entry = self._without_notes(entry, None)
        treated = any(one.blurred for one in entry.people)
        shown = frozenset(entry.media) if treated else frozenset()
        return entry if self._may_recall(entry, shown) else _emptied(entry)


def of_both(changes: Likened, before: Withholding, after: Withholding) -> Likened:
    """What differs between two editions that are there, with nothing in it that may not be told
    today of either.
    """

    def each(some: tuple[Difference, ...]) -> tuple[Difference, ...]:
        return tuple(
            replace(
                one,
                before=one.before and before.recalled(one.before),
                after=one.after and after.recalled(one.after),
            )
            for one in some
        )

    was, now = changes.evenings
    return replace(
        changes,
        slides=each(changes.slides),
        shots=each(changes.shots),
        evenings=(before.evening(was), after.evening(now)),
    )


def _seen(entry: Entry) -> str:
    """What is read of it on the screen, and who speaks."""
    return "\n".join((entry.title, *entry.words, *entry.speakers))


def _emptied(entry: Entry) -> Entry:
    """Where it was, and nothing of what it was."""
    place = Entry(entry.id, entry.number, "", (), "", start=entry.start, length=entry.length)
    return replace(place, withheld=True)
