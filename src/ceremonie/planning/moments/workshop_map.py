"""The map of where the workshops were: each commune with how many of them it had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ceremonie.planning import ground
from ceremonie.planning.map_content import Place, WorkshopMap
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.prepared import Prepared, prepared
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.nouns import Noun
from ceremonie.planning.reading import Length, readable, skimmed
from ceremonie.planning.typography import capitalised, french
from ceremonie.storyboard.ground import MapChoice
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.towns import town_of
from ceremonie.territory.values import Commune, Territory

LABELS = 12
"""Communes that are named; those with fewer workshops are dots."""

SECONDS = 6
"""In which the map is looked at, where its names take no longer."""

TITLE_SECONDS = 4

COMMUNE = Noun("commune", "communes", feminine=True)
DISTRICT = Noun("arrondissement", "arrondissements")
QUARTER = Noun("quartier", "quartiers")

DEPARTMENT = Noun("département", "départements")

LONGEST = 40
"""Signs of a territory's name."""

NUMBERED = " Arrondissement"
"""How the official name of a district ends, which nobody says."""

CONTRACTED = {"Le ": "Au ", "Les ": "Aux "}


def moments(script: Script) -> tuple[Moment, ...]:
    """One, where a map is asked for and no relay takes it, and where a commune is known."""
    territory = ground.of(script.storyboard, script.materials)
    if territory is None or not _is_asked(script.storyboard):
        return ()
    told = _Map(script, script.storyboard.map or MapChoice(), territory)
    return (told.moment(),) if told.communes else ()


def _is_asked(storyboard: Storyboard) -> bool:
    """Beside a relay, which has a map already, only where `deroule` names it."""
    if "order" in storyboard.model_fields_set:
        return any(act.part is Section.MAP for act in storyboard.acts)
    return storyboard.map is not None and storyboard.relay is None


@dataclass(frozen=True)
class _Commune:
    """A commune by its official name and as its first workshop names it, and all its workshops."""

    official: str
    town: str
    workshops: tuple[Prepared, ...]

    @property
    def label(self) -> str:
        return self.town.removesuffix(NUMBERED)


@dataclass(frozen=True)
class _Map:
    script: Script
    choice: MapChoice
    territory: Territory

    @cached_property
    def communes(self) -> tuple[_Commune, ...]:
        """Those of the territory, in the order of their first workshop."""
        groups: dict[Commune, list[Prepared]] = {}
        for one in self._workshops():
            town = self.script.materials.town(town_of(self.script.storyboard, one.workshop))
            if commune := self.territory.commune(town):
                groups.setdefault(commune, []).append(one)
        return tuple(
            _Commune(commune.name, self._town(ones[0]), tuple(ones))
            for commune, ones in groups.items()
        )

    def _workshops(self) -> Iterator[Prepared]:
        days = range(len(self.script.storyboard.days))
        return (one for day in days for one in prepared(self.script, day))

    def _town(self, one: Prepared) -> str:
        return french(town_of(self.script.storyboard, one.workshop))

    @property
    def title(self) -> str:
        return french(self.choice.title or "") or self._where

    @property
    def _where(self) -> str:
        """« Dans douze communes », « Dans toute la ville », « À Bron »."""
        noun, count = self._noun, len(self.communes)
        if count == 1:
            return _at(self.communes[0].label, noun)
        if count == len(self.territory.communes):
            return f"Dans {noun.all}" if noun is COMMUNE else "Dans toute la ville"
        return f"Dans {noun.counted(count)}"

    @property
    def _noun(self) -> Noun:
        """What the map is made of."""
        if not self.territory.codes:
            return QUARTER
        districts = all(one.name.endswith(NUMBERED) for one in self.territory.communes)
        return DISTRICT if districts else COMMUNE

    @property
    def total(self) -> str:
        return self.script.language.workshops(sum(len(one.workshops) for one in self.communes))

    @property
    def content(self) -> WorkshopMap:
        return WorkshopMap(
            title=self.title,
            territory=self.territory,
            places=tuple(self._places()),
            total=self.total,
            detail=self._territory,
            mention=french(self.choice.mention or ""),
        )

    @property
    def _territory(self) -> str:
        """By its name, unless that lists more departments than fit on a line, or is what a program
        has called contours of one's own.
        """
        name, count = french(self.territory.name), len(self.territory.codes)
        if len(name) <= LONGEST:
            return name
        return capitalised(DEPARTMENT.counted(count)) if count else ""

    def _places(self) -> Iterator[Place]:
        """Those with the most workshops are named; counts stand beside counts alone."""
        ranked = sorted(self.communes, key=lambda one: -len(one.workshops))
        named = {one.town for one in ranked[:LABELS]}
        single = len(ranked[0].workshops) == 1
        for one in self.communes:
            yield Place(
                town=one.official,
                label=one.label if one.town in named else "",
                count=len(one.workshops),
                symbol=one.workshops[0].subject.symbol if single else "",
            )

    def moment(self) -> Moment:
        content = self.content
        return Moment(
            id="carte",
            kind="carte",
            section=Section.MAP,
            title=content.title,
            path=("carte",),
            screen=content,
            slide=content,
            length=_length(content),
            notes=Notes(say=(self._said,), know=(*self._known, *self._listed())),
        )

    @property
    def _said(self) -> str:
        if self._noun is QUARTER and len(self.communes) == 1:
            return f"{self.total} dans le quartier {self._where}."
        return f"{self.total} {self._where[:1].lower()}{self._where[1:]}."

    @property
    def _known(self) -> tuple[str, ...]:
        return items(self.choice.mention, self.choice.notes)

    def _listed(self) -> Iterator[str]:
        for one in self.communes:
            yield f"{one.label} : {', '.join(workshop.title for workshop in one.workshops)}"


def _at(label: str, noun: Noun) -> str:
    """« À Bron », « Au Kremlin-Bicêtre »; a quarter by its name."""
    if noun is QUARTER:
        return label
    article = next((one for one in CONTRACTED if label.startswith(one)), "")
    return f"{CONTRACTED[article]}{label.removeprefix(article)}" if article else f"À {label}"


def _length(content: WorkshopMap) -> Length:
    """Names on a map are found rather than read through."""
    names = [place.label for place in content.places if place.label]
    title = readable(TITLE_SECONDS, content.title, content.total).least
    least = max(title, skimmed(0, *names).least)
    usual = readable(SECONDS, content.title, content.total, *names)
    return Length(least, max(least, usual.usual), usual.most)
