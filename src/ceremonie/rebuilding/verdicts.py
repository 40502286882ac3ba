"""Each file of the edition in the bag against the one that was made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.edition import manifest
from ceremonie.edition.outputs import REPORT
from ceremonie.integrity.decks import ENDINGS as DECKS
from ceremonie.integrity.opening import FILMS
from ceremonie.rebuilding import likeness, packages, texts
from ceremonie.rebuilding.likeness import Likeness
from ceremonie.unchanged import digest_of

PICTURES = frozenset({".jpg", ".jpeg", ".png"})
PACKAGES = DECKS | {".xlsx"}

Advance = Callable[[float], None]
"""Is told which part is done."""


class Verdict(StrEnum):
    """What became of a file, as reports say it."""

    SAME = "identique"
    ALIKE = "meme_contenu"
    OTHER = "different"
    MISSING = "manquant"
    ADDED = "en_plus"
    LEFT = "non_refait"
    BY_HAND = "a_la_main"

    @property
    def is_fault(self) -> bool:
        return self in {Verdict.OTHER, Verdict.MISSING, Verdict.ADDED}


@dataclass(frozen=True)
class Outcome:
    """Of one file, by its name in the edition; `why` tells in French what was compared."""

    name: str
    verdict: Verdict
    why: str = ""

    @property
    def as_json(self) -> dict[str, Any]:
        return {"fichier": self.name, "verdict": str(self.verdict), "detail": self.why}


def outcomes(
    sealed: Path,
    again: Path,
    left: tuple[Audience, ...],
    advance: Advance,
    *,
    named: bool,
) -> tuple[Outcome, ...]:
    """`sealed` is the edition in the bag, `again` the one that was made of it without the audiences
    that are `left`; `named` where the key to names was there.
    """
    promised = {**manifest.made(sealed), manifest.NAME: ""}
    there = {*manifest.names(sealed), manifest.NAME}
    made = {*manifest.names(again), manifest.NAME}
    every = sorted(there | made)
    judged = []
    for number, name in enumerate(every):
        advance(number / len(every))
        at = sealed / name, again / name
        if name not in made:
            judged.append(_gone(name, promised, left))
        elif name not in there:
            judged.append(Outcome(name, Verdict.ADDED, "l'archive ne l'a pas"))
        else:
            judged.append(_judged(name, *at, promised, left=bool(left), named=named))
    return tuple(judged)


def _gone(name: str, promised: Mapping[str, str], left: tuple[Audience, ...]) -> Outcome:
    if any(name.startswith(f"{one.folder}/") for one in left if one.folder):
        return Outcome(name, Verdict.LEFT, "il y faut la clé des noms, que l'archive n'a pas")
    if name not in promised:
        return Outcome(name, Verdict.BY_HAND, "ajouté à la main après la production")
    return Outcome(name, Verdict.MISSING, "il n'a pas été refait")


def _judged(
    name: str,
    first: Path,
    second: Path,
    promised: Mapping[str, str],
    *,
    left: bool,
    named: bool,
) -> Outcome:
    digest, again = digest_of(first), digest_of(second)
    if digest == again:
        return Outcome(name, Verdict.SAME)
    if promised.get(name) and digest != promised[name]:
        if again == promised[name]:
            return Outcome(name, Verdict.BY_HAND, "refait comme il avait été produit ; l'archive a "
                           "la version modifiée à la main")  # fmt: skip
        return Outcome(name, Verdict.BY_HAND, "modifié à la main : rien à quoi le comparer")
    alike = compared(first, second, named=named)
    if left and name in REPORT and not alike.alike:
        return Outcome(name, Verdict.LEFT, "il parle aussi des publics qui ne sont pas refaits")
    return Outcome(name, Verdict.ALIKE if alike.alike else Verdict.OTHER, alike.why)


def compared(first: Path, second: Path, *, named: bool = True) -> Likeness:
    """Whether files of other bytes are the same to people."""
    ending = second.suffix.lower()
    for endings, compare in _readers(named=named):
        if ending in endings:
            return compare(first, second)
    return Likeness(False, "octets différents, et rien d'autre à comparer")


def _readers(*, named: bool) -> Iterator[tuple[frozenset[str], packages.Compare]]:
    again = partial(compared, named=named)
    yield frozenset(FILMS), likeness.of_films
    yield PICTURES, likeness.of_pictures
    yield PACKAGES, partial(packages.of_packages, compare=again)
    yield texts.ENDINGS, partial(texts.of_texts, named=named)
