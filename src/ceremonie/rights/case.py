"""All that is judged of a storyboard for an audience, on the raw tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeGuard

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.rights import items, media, naming, occasion, telling
from ceremonie.rights.items import Done, Told
from ceremonie.rights.known import known
from ceremonie.rights.left_out import LeftOut
from ceremonie.rights.media import Judged
from ceremonie.rights.naming import Mentioned, Naming
from ceremonie.rights.policy import policy
from ceremonie.rights.redaction import Cuts
from ceremonie.rights.regions import region
from ceremonie.rights.register import RIGHTS, register
from ceremonie.rights.verdict import Court
from ceremonie.storyboard import Reading
from ceremonie.storyboard.media import Blur, Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.publication import Otherwise
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.walking import those
from ceremonie.treatment import AS_IT_IS, Treatment


@dataclass(frozen=True)
class Case:
    """All that was judged for an audience."""

    audience: Audience
    court: Court
    media: tuple[Judged, ...]
    people: tuple[Told, ...]
    naming: Naming
    mentioned: tuple[Mentioned, ...]

    @classmethod
    def of(cls, reading: Reading, audience: Audience) -> Case:
        data, usual = reading.source.data, policy(reading.source.data, audience)
        read = register(data, whole=_whole(reading))
        court = Court(read, occasion.occasion(data, audience))
        refuses = usual.usual is Otherwise.REFUSE
        names = naming.naming(known(reading.key, data), court, refuses=refuses)
        return cls(
            audience,
            court,
            tuple(media.judged(one, court, usual) for one in media.mediums(data)),
            tuple(items.told(data, court, usual)),
            names,
            tuple(
                one
                for one in naming.mentioned(data, names)
                if not (audience.is_hall and one.path == naming.CONTACT)
            ),
        )

    @property
    def cuts(self) -> Cuts:
        removed = [one.path for one in self.people if one.done is Done.REMOVED]
        return Cuts(
            gone=frozenset([one.path for one in self.media if one.gone] + removed),
            replaced=_paths(one for one in self.media if one.substitute),
            wordless=_paths(one for one in self.media if one.wordless),
            nameless={one.path: one.words for one in self.people if one.done is not Done.REMOVED},
        )

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        return (
            *(left for one in self.media for left in telling.media_left_out(one, self.audience)),
            *(left for one in self.people for left in telling.item_left_out(one, self.audience)),
            *(
                left
                for one in self.texts
                for left in telling.text_left_out(one, self.audience, self.naming)
            ),
        )

    @cached_property
    def texts(self) -> tuple[Mentioned, ...]:
        """Those that say a name; but where it is that of an item, and in what nobody is given."""
        judged = {one.name for one in self.people}
        cuts = self.cuts
        gone = frozenset[NodePath]() if self.naming.refuses else cuts.gone | cuts.replaced
        return tuple(
            one for one in self.mentioned if one.path not in judged and not _is_in(one.path, gone)
        )

    def told(self, source: Source) -> Iterator[Diagnostic]:
        yield from occasion.faults(source, self.audience)
        yield from telling.of_withdrawals(self.court.register)
        for one in self.media:
            for medium in filter(None, (one.medium, one.substitute)):
                yield from telling.of_unsaid(medium, self.audience, source)
            yield from telling.of_medium(one, self.audience, source)
        for person in self.people:
            yield from telling.of_item(person, self.audience, source)
        for text in self.texts:
            yield from telling.of_text(text, self.audience, self.naming, source)

    def treatments(self, storyboard: Storyboard) -> Iterator[tuple[NodePath, Treatment]]:
        entries = dict(those(storyboard, _is_media))
        for one in self.media:
            if entry := entries.get(one.path):
                treatment = self._treatment(one, entry)
                if treatment != AS_IT_IS:
                    yield one.path, treatment

    def _treatment(self, one: Judged, entry: Media) -> Treatment:
        """A box of nobody is blurred always; those of others where they may not be seen."""
        whole = one.done is Otherwise.BLUR and one.whole
        boxes = [blur for blur in entry.blurs if self._hides(blur)]
        return Treatment(whole, tuple(map(region, boxes)), one.muted)

    def _hides(self, blur: Blur) -> bool:
        return blur.person is None or not self.court.verdict(blur.person).covered


def _whole(reading: Reading) -> bool:
    """Whether all lines of the register could be read."""
    written = reading.source.data.get(RIGHTS) if isinstance(reading.source.data, dict) else None
    unread = isinstance(written, str) and reading.storyboard is None
    return not unread and not reading.source.unread((RIGHTS,))


def _is_in(path: NodePath, places: frozenset[NodePath]) -> bool:
    """Whether it is inside of one of these; what stands in for a medium is not."""
    inside = any(path[:length] in places for length in range(1, len(path) + 1))
    return inside and media.SUBSTITUTE not in path


def _paths(media: Iterable[Judged]) -> frozenset[NodePath]:
    return frozenset(one.path for one in media)


def _is_media(value: object) -> TypeGuard[Media]:
    return isinstance(value, Media)
