"""All that is known of where a person is: storyboards, editions, and what is left of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, UsageError
from ceremonie.edition import manifest, origin
from ceremonie.edition.appearance import BLURRED, NAME, SOURCE
from ceremonie.messages import problem
from ceremonie.storyboard import identifiers
from ceremonie.text import quotable
from ceremonie.unchanged import Digests
from ceremonie.withdrawal.holding import OURS, Holding, Kind
from ceremonie.withdrawal.holdings import Search
from ceremonie.withdrawal.mentions import Board, boards


@dataclass(frozen=True)
class Places:
    """Where to look: the folder of outputs, those of storyboards, further ones, and the cache."""

    output: Path
    assets: tuple[Path, ...]
    further: tuple[Path, ...]
    cache: Path


@dataclass(frozen=True)
class Traces:
    """`boards` are all storyboards that were read, `holdings` all that was found to hold an
    edition; `cut` says that not every folder was looked into.
    """

    person: str
    boards: tuple[Board, ...]
    holdings: tuple[Holding, ...]
    cut: bool = False

    @property
    def naming(self) -> tuple[Board, ...]:
        """The storyboards that speak of the person."""
        return tuple(board for board in self.boards if board.mentions)

    @property
    def editions(self) -> tuple[Holding, ...]:
        return self._of(Kind.EDITION)

    @property
    def remains(self) -> tuple[Holding, ...]:
        """What runs have left behind that shows the person, or may: nobody knows what is in it; and
        all former editions of those that are in question.
        """
        left = (one for one in self._of(Kind.REMAINS) if one.may_show(self.person))
        return (*left, *self._formers)

    @property
    def _formers(self) -> tuple[Holding, ...]:
        """All of an edition of which one shows the person, or whose storyboard speaks of them."""
        every = self._of(Kind.FORMER)
        about = [*(one.path.parent.name for one in every if one.may_show(self.person))]
        about += [board.edition for board in self.naming]
        return tuple(one for one in every if one.path.parent.name in about)

    @property
    def elsewhere(self) -> tuple[Holding, ...]:
        """Copies, bags and archives that show the person, or may."""
        others = (one for one in self.holdings if one.kind not in OURS)
        return tuple(one for one in others if one.may_show(self.person) or one.of(self.person))

    def _of(self, kind: Kind) -> tuple[Holding, ...]:
        return tuple(one for one in self.holdings if one.kind is kind)

    def board_of(self, holding: Holding) -> Board | None:
        """The storyboard that an edition is made from."""
        named = [board for board in self.boards if board.edition == holding.edition]
        origin_facts = holding.facts.get(manifest.ORIGIN)
        folder = origin_facts.get(origin.FOLDER) if isinstance(origin_facts, dict) else None
        own = [board for board in named if origin.folder_of(board.path) == folder]
        return next(iter((*own, *named)), None)

    def clues(self, holding: Holding) -> tuple[str, ...]:
        """The media of the person from which something was made whose manifest tells of nobody."""
        told = (one for other in self.holdings for one in other.of(self.person) if SOURCE in one)
        names = {str(one[SOURCE]["sha256"]): str(one[SOURCE][NAME]) for one in told}
        found = names.keys() & holding.made_from if not holding.is_known else ()
        return tuple(sorted(names[digest] for digest in found))

    def is_to_be_remade(self, holding: Holding) -> bool:
        """Whether an edition shows the person, quotes them, or may show them, since its storyboard
        speaks of them.
        """
        if any(not one.get(BLURRED) for one in holding.of(self.person)):
            return True
        board = self.board_of(holding)
        return bool(board and board.mentions) and holding.may_show(self.person)

    @property
    def to_remake(self) -> tuple[Holding, ...]:
        return tuple(one for one in self.editions if self.is_to_be_remade(one))

    @property
    def doubtful(self) -> tuple[Holding, ...]:
        """Editions of which nobody can say who is in them, and no storyboard of the person's is
        there to make them again.
        """
        others = (one for one in self.editions if not self.is_to_be_remade(one))
        return tuple(one for one in others if one.may_show(self.person))


def traces(person: str, places: Places) -> Traces:
    """Raises UsageError where the identifier looks like a name, or nobody knows it."""
    person = person.strip()
    if not person or identifiers.looks_like_a_name(person):
        raise UsageError(problem("retrait-nom"))
    found = looked_up(person, places)
    if not found.naming and not any(one.of(person) for one in found.holdings):
        raise UsageError(_unknown(found))
    return found


def looked_up(person: str, places: Places) -> Traces:
    """The same, whoever it is."""
    search = Search(places.output, Digests(), (places.cache, *places.assets))
    holdings = tuple(search.holdings(places.further))
    return Traces(person, boards(places.assets, person), holdings, search.cut)


def _unknown(found: Traces) -> Diagnostic:
    """A near identifier is never proposed: it is another person."""
    silent = [one for one in found.holdings if not one.is_known]
    return problem(
        "retrait-introuvable",
        name=quotable(found.person),
        boards=len(found.boards),
        holdings=len(found.holdings) - len(silent),
        silent=len(silent),
    )
