"""Names that are spelt, titled or pronounced in two ways. All that is compared stands in the
storyboard itself: nothing is proposed from the register or the key to names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.messages.evening import NEAREST_NAME
from ceremonie.planning.cueing import people, spelling
from ceremonie.planning.cueing.roll import everyone
from ceremonie.planning.cues import Speaker
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.query import leaves
from ceremonie.storyboard.suggestions import nearest
from ceremonie.text import plain, quoted

FUNCTIONS = frozenset(("orateur", "auteur"))
"""Keys of names that have their function beside them; an athlete's discipline is none."""

PRONUNCIATIONS: NodePath = ("conducteur", "prononciations")
RIGHTS = "droits"

Said = tuple[str, NodePath]
"""What is said of a name, and where."""


def check(board: Storyboard) -> Iterator[Diagnostic]:
    """Each with both places."""
    roll = tuple(everyone(board))
    for same in _by_name(roll):
        yield from _spelt(same)
        yield from _given("fonction-deux-fois", same, _functions(same))
    for same in _by_name((*roll, *people.others(board))):
        yield from _given("prononciation-deux-fois", same, _pronunciations(same))
    yield from _near(roll)
    yield from _untitled(roll)
    yield from _unsaid(board, roll)


def _by_name(roll: Iterable[Speaker]) -> Iterable[list[Speaker]]:
    """Those who bear one name, however it is written."""
    by_name: dict[spelling.Key, list[Speaker]] = {}
    for one in roll:
        by_name.setdefault(spelling.key(one.name), []).append(one)
    return by_name.values()


def _spelt(same: Sequence[Speaker]) -> Iterator[Diagnostic]:
    """Every way to write a name but the most frequent, where each stands first."""
    count = Counter(spelling.as_seen(one.name) for one in same)
    usual = max(count, key=lambda name: count[name])
    first = next(one for one in same if spelling.as_seen(one.name) == usual)
    for name in count:
        if name != usual:
            other = next(one for one in same if spelling.as_seen(one.name) == name)
            yield _two("nom-deux-fois", other, first)


def _two(
    slug: str, one: Speaker, other: Speaker, severity: Severity = Severity.WARNING
) -> Diagnostic:
    name, also = one.name, (other.path,)
    return problem(slug, path=one.path, also=also, severity=severity, name=name, other=other.name)


def _functions(same: Iterable[Speaker]) -> Iterator[Said]:
    """Of people alone: two may be called « Une élève »."""
    for one in same:
        if one.position and one.path[-1] in FUNCTIONS and spelling.is_person(one.name):
            yield one.position, (*one.path[:-1], "fonction")


def _pronunciations(same: Iterable[Speaker]) -> Iterator[Said]:
    for one in same:
        if one.pronunciation:
            own = one.path[: len(PRONUNCIATIONS)] == PRONUNCIATIONS
            yield one.pronunciation, one.path if own else (*one.path[:-1], "prononciation")


def _given(slug: str, same: Sequence[Speaker], each: Iterable[Said]) -> Iterator[Diagnostic]:
    """What is said of one name otherwise than at first."""
    different: dict[str, Said] = {}
    for text, path in each:
        different.setdefault(plain(text), (text, path))
    (first, place), *others = [*different.values()] or [("", ())]
    for text, path in others:
        yield problem(
            slug,
            path=path,
            also=(place,),
            severity=Severity.WARNING,
            name=same[0].name,
            first=first,
            second=text,
        )


def _near(roll: Iterable[Speaker]) -> Iterator[Diagnostic]:
    """A remark for two names that one slip tells apart: they may be two people's."""
    once = {spelling.key(one.name): one for one in reversed(tuple(roll))}
    people_named = [one for one in reversed(once.values()) if spelling.is_person(one.name)]
    for one, other in combinations(people_named, 2):
        if spelling.are_near(one.name, other.name):
            yield _two("nom-presque-pareil", other, one, Severity.NOTE)


def _untitled(roll: Iterable[Speaker]) -> Iterator[Diagnostic]:
    """A remark for who speaks under a name alone; a role says itself what somebody is."""
    for one in roll:
        said = one.position or spelling.has_function(one.name)
        if one.path[-1] == "orateur" and not said and spelling.is_person(one.name):
            yield problem(
                "orateur-sans-fonction", path=one.path, severity=Severity.NOTE, name=one.name
            )


def _unsaid(board: Storyboard, roll: Sequence[Speaker]) -> Iterator[Diagnostic]:
    """Pronunciations of names that nobody says."""
    if not board.conduct.pronunciations:
        return
    texts = [french(text) for text in _texts(board)]
    for name in board.conduct.pronunciations:
        if not any(map(_says(name), texts)):
            near = nearest(name, dict.fromkeys(one.name for one in roll))
            yield problem(
                "prononciation-inutile",
                path=(*PRONUNCIATIONS, name),
                severity=Severity.WARNING,
                remedy=NEAREST_NAME.format(near=quoted(near)) if near else None,
                name=name,
            )


def _says(name: str) -> Callable[[str], bool]:
    return lambda text: people.is_said(french(name), text)


def _texts(board: Storyboard) -> Iterator[str]:
    for path, value in leaves(board.model_dump(mode="json", by_alias=True)):
        if isinstance(value, str) and path[0] != RIGHTS and path[:2] != PRONUNCIATIONS:
            yield value
