"""What is said in the event's own words, agreements included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ceremonie.planning.nouns import Nouns
from ceremonie.planning.typography import HARD, capitalised, in_sentence, in_words
from ceremonie.storyboard.programme import Section


@dataclass(frozen=True)
class OwnWords:
    """What names a thing of the event says it with its noun."""

    nouns: Nouns

    def day(self, index: int) -> str:
        """« Jour 1 » for the first, whose index is 0."""
        return f"{self.nouns.day.heading}{HARD}{index + 1}"

    def stage(self, number: int, count: int) -> str:
        """« Étape 2 sur 5 »."""
        return f"{self.nouns.stage.heading}{HARD}{number} sur{HARD}{count}"

    def two_stages(self, first: int, last: int, count: int) -> str:
        """« Étapes 2 et 3 sur 5 »."""
        both = f"{self.nouns.stage.headings}{HARD}{first} et{HARD}{last}"
        return f"{both} sur{HARD}{count}"

    def all_stages(self, count: int) -> str:
        """« Cinq étapes »."""
        return capitalised(self.nouns.stage.counted(count))

    def workshops(self, count: int, *, other: bool = False) -> str:
        """« Six ateliers », or « Six autres ateliers »."""
        before = ("autre" if count == 1 else "autres") if other else ""
        return capitalised(self.nouns.workshop.counted(count, before))

    @property
    def workshops_of_the_day(self) -> str:
        return f"les {self.nouns.workshop.plural} {self.nouns.day.of_the}"

    @property
    def days_of_workshops(self) -> str:
        return f"les {self.nouns.day.plural} {self.nouns.workshop.of_several}"

    @property
    def click_workshop(self) -> str:
        return f"Cliquer sur {self.nouns.workshop.one} pour montrer sa diapositive."

    @property
    def leads_back(self) -> str:
        every = self.nouns.workshop.all
        return f"Cliquer sur le repère, en bas à droite, pour revenir à {every}."

    @property
    def hidden(self) -> str:
        return f"à un clic des {self.nouns.workshop.plural} {self.nouns.day.of_the}"

    @property
    def testimony(self) -> str:
        return self.nouns.testimony.heading

    @property
    def encounter(self) -> str:
        return self.nouns.athlete.heading

    @property
    def prize(self) -> str:
        return self.nouns.prize.heading

    @property
    def performance(self) -> str:
        """« Sur scène », where the event has no word for its performances."""
        own = self.nouns.performance
        return own.heading if own else "Sur scène"

    def presented_by(self, presenter: str) -> str:
        """« Remis par une adjointe »."""
        return f"{self._presented} {in_sentence(presenter)}"

    @property
    def prize_columns(self) -> tuple[str, str, str]:
        """The heads of a table of prizes."""
        return self.prize, "Lauréat", self._presented

    @property
    def _presented(self) -> str:
        return self.nouns.prize.agreed("Remis par", "Remise par")

    def with_partners(self, count: int) -> str:
        """« Avec nos dix partenaires »."""
        partner = self.nouns.partner
        if count == 1:
            return f"Avec notre {partner.word}"
        return f"Avec nos {in_words(count)} {partner.plural}"

    def with_principal_partners(self, count: int) -> str:
        """« Nos deux principaux partenaires »."""
        partner = self.nouns.partner
        if count == 1:
            return f"Notre {partner.agreed('principal', 'principale')} {partner.word}"
        principal = partner.agreed("principaux", "principales")
        return f"Nos {in_words(count)} {principal} {partner.plural}"

    @property
    def accompanying(self) -> str:
        return self.nouns.partner.agreed("Ils nous ont accompagnés", "Elles nous ont accompagnés")

    @property
    def thank_partners(self) -> str:
        return f"Remercier les {self.nouns.partner.plural}."


def own_parts(nouns: Nouns, days: int) -> Mapping[Section, str]:
    """What the parts are called that are named after their things, at an event of so many days."""
    performance, recorded = nouns.performance, nouns.recorded
    return {
        Section.DAYS: f"Les {nouns.workshop.plural}",
        Section.FILM: f"Le film {f'des {recorded.plural}' if days > 1 else recorded.of_the}",
        Section.TESTIMONIES: nouns.testimony.headings,
        Section.ATHLETES: nouns.athlete.headings,
        Section.PRIZES: f"Les {nouns.prize.plural}",
        Section.PERFORMANCES: performance.headings if performance else "Sur scène",
        Section.PARTNERS: f"Nos {nouns.partner.plural}",
    }
