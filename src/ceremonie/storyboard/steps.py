"""What `deroule` names: a part whole, or one of its items by its number or its `id`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.evening import StageCue, StageCueChoice
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry, Key, OnStage

LISTS = (
    Section.SPEECHES,
    Section.DAYS,
    Section.FIGURES,
    Section.TESTIMONIES,
    Section.ATHLETES,
    Section.PRIZES,
    Section.PERFORMANCES,
    Section.INTERLUDES,
    Section.CUSTOM,
    Section.PARTNERS,
)
"""Parts whose items may be named singly."""

AGAIN = frozenset({Section.INTERLUDES})
"""Parts whose items may be named more than once: an interval comes back."""

_NUMBERED = re.compile(r"(?P<part>[^\W\d_][\w-]*)\s*[: ]\s*(?P<number>\d{1,4})")


class Step(Entry):
    model_config = ConfigDict(title="Entrée du déroulé")

    part: Key = Field(
        alias="partie",
        description="une partie, un de ses éléments (« athletes 2 ») ou un `id`",
        examples=["temoignages"],
    )
    on_stage: OnStage = None
    cue: StageCueChoice = None


def _as_written(value: Any) -> Any:
    """`- athletes: 2` means « athletes 2 »; further keys stay."""
    name = _singled(value)
    if name is None:
        return value
    rest = {key: inner for key, inner in value.items() if key not in LISTS}
    return {"partie": name, **rest} if rest else name


def _singled(value: Any) -> str | None:
    """« athletes 2 » for a mapping that says so by its key."""
    if not isinstance(value, dict) or "partie" in value:
        return None
    named = [(key, number) for key, number in value.items() if key in LISTS]
    if len(named) != 1 or not re.fullmatch(r"\d{1,4}", str(named[0][1])):
        return None
    return f"{named[0][0]} {named[0][1]}"


def name_of(value: Any) -> str | None:
    """What an entry of `deroule` names, valid or not; None where it names nothing."""
    name = _singled(value) or (value.get("partie") if isinstance(value, dict) else value)
    if isinstance(name, bool) or not isinstance(name, str | int | float):
        return None
    return str(name).strip() or None


StepChoice = Annotated[Key | Step, BeforeValidator(_as_written)]


def numbered(name: str) -> tuple[str, int] | None:
    """« athletes 2 » as the name of its part and its number."""
    match = _NUMBERED.fullmatch(name)
    return (match["part"], int(match["number"])) if match else None


@dataclass(frozen=True)
class Act:
    """What an entry of `deroule` shows: a part, without its items that stand singly elsewhere, or
    where there is an `index` that item of it alone. `place` is the entry's own, from 0; `on_stage`
    the seconds that it is given, `cue` what the technicians do.
    """

    part: Section
    index: int | None
    place: int
    on_stage: float | None = None
    cue: StageCue | None = None


@dataclass(frozen=True)
class Items:
    """The `id` of every item of each part that is a list, or None for one that has none."""

    ids: Mapping[Section, tuple[str | None, ...]]

    def meant(self, name: str) -> tuple[Section, int | None] | None:
        """The part or the item of this name; None where there is none."""
        if name in set(Section):
            return Section(name), None
        for part, names in self.ids.items():
            if name in names:
                return part, names.index(name)
        return self._counted(name)

    def _counted(self, name: str) -> tuple[Section, int] | None:
        part, number = numbered(name) or ("", 0)
        if part in LISTS and 0 < number <= len(self.ids[Section(part)]):
            return Section(part), number - 1
        return None

    def acts(self, order: Sequence[str | Step]) -> Iterator[Act]:
        """Those entries that name something."""
        for place, step in enumerate(order):
            entry = step if isinstance(step, Step) else Step.model_construct(part=step)
            if meant := self.meant(entry.part):
                part, index = meant
                yield Act(part, index, place, on_stage=entry.on_stage, cue=entry.cue)

    def told(self, act: Act, acts: Sequence[Act]) -> tuple[int, ...]:
        """The items, by their indices, that an act shows of its part."""
        if act.index is not None:
            return (act.index,)
        single = {(other.part, other.index) for other in acts}
        every = range(len(self.ids.get(act.part, ())))
        return tuple(index for index in every if (act.part, index) not in single)

    def left_out(self, acts: Sequence[Act]) -> tuple[NodePath, ...]:
        """The items that no act shows though others of their part have one of their own."""
        whole = {act.part for act in acts if act.index is None}
        single = {(act.part, act.index) for act in acts}
        partly = {act.part for act in acts} - whole
        return tuple(
            (str(part), index)
            for part, names in self.ids.items()
            if part in partly
            for index in range(len(names))
            if (part, index) not in single
        )
