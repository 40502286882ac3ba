"""What a storyboard says that no shot, no slide and no note will show: told, at its line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media import kinds
from ceremonie.media.kinds import Kind
from ceremonie.messages import (
    PART_UNFILMED,
    PART_UNNAMED,
    PART_WITHOUT,
    REMEDY_UNFILMED,
    REMEDY_UNNAMED,
    REMEDY_WITHOUT,
    UNSEEN_KEY,
    UNSEEN_MEDIA,
    UNSEEN_PHOTOS,
    UNSEEN_WORDS,
    listed,
    problem,
)
from ceremonie.planning.model import Plan
from ceremonie.planning.moments.workshop import FILMED
from ceremonie.planning.tracing import Marked, Trace, seen
from ceremonie.storyboard.items import LIVE
from ceremonie.storyboard.media import waits
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.text import quotable

OMITTED, PART, TOO_MANY = "pas-montre", "partie-ecartee", "photo-de-trop"
SLUGS = (OMITTED, PART, TOO_MANY, "partie-oubliee", "element-oublie")
"""The problems that say what an edition will not show; the report has a list of its own for it."""

FILE, CREDIT = "fichier", "credit"

HEADING: tuple[NodePath, ...] = (("titre",), ("organisateur",), ("ceremonie", "lieu"))
"""What every storyboard has to say: it names the files and documents even of an edition whose
`deroule` leaves the title out.
"""

SYSTEMATIC = 3
"""A key that is shown nowhere, however often it is written, is told once from so many times on."""


def check(storyboard: Storyboard, trace: Trace, traced: Plan) -> Iterator[Diagnostic]:
    """A warning for every word and medium that `traced`, the plan of the marked storyboard, does
    not hold. Reading has already told the parts and the items that `deroule` forgets.
    """
    marks = seen(traced)
    parts = _parts_away(trace, traced)
    left_out = storyboard.items.left_out(storyboard.acts)
    unseen = [
        m
        for mark, m in trace.marks.items()
        if mark not in marks and m.path[0] not in parts and m.path not in HEADING
        if not _within(m.path, left_out)
        if not waits(m.path)
    ]
    media = [m for m in unseen if m.medium]
    hidden = {*(m.path for m in media), *trace.missing}
    words = [m for m in unseen if not m.medium and not _within(m.path, hidden)]
    yield from _parts(storyboard, parts)
    yield from _media(media, seen_media=[m for m in trace.marks.values() if m not in unseen])
    yield from _words(storyboard, trace, words)


def _within(path: NodePath, places: Iterable[NodePath]) -> bool:
    return any(path[: len(place)] == place for place in places)


def _parts_away(trace: Trace, plan: Plan) -> frozenset[Section]:
    """Parts that say something and have neither a shot nor a slide; the title is one key of many
    that other parts show too.
    """
    there = {*(shot.section for shot in plan.shots), *(page.section for page in plan.pages)}
    filled = {m.path[0] for m in trace.marks.values() if len(m.path) > 1}
    return frozenset(s for s in Section if s in filled and s not in there)


def _parts(storyboard: Storyboard, parts: Iterable[Section]) -> Iterator[Diagnostic]:
    """Reading tells a part that `deroule` forgets, except the days."""
    for part in sorted(parts):
        if part in _named(storyboard) or part is Section.DAYS:
            yield _warning(PART, (str(part),), name=part, why=_why(storyboard, part))


def _named(storyboard: Storyboard) -> frozenset[Section]:
    """The parts that `deroule` names, be it by one of their items."""
    return frozenset(act.part for act in storyboard.acts)


def _why(storyboard: Storyboard, part: Section) -> str:
    """A part may be in neither because none of its items is in the film."""
    if part not in _named(storyboard):
        return PART_UNNAMED
    return PART_WITHOUT if part in storyboard.film.without else PART_UNFILMED


def _media(unseen: Sequence[Marked], seen_media: Sequence[Marked]) -> Iterator[Diagnostic]:
    """Those of one list are told together: all that do not find their place in a workshop."""
    for place, media in _by_list(unseen).items():
        what, where = _names(media), media[0].path
        full = len(_by_list(seen_media).get(place, ())) >= FILMED
        yield _warning(TOO_MANY if full else OMITTED, (*where, FILE), what=what, count=FILMED)


def _names(media: Sequence[Marked]) -> str:
    """« la photo « a » », « les photos « a » et « b » »."""
    names = [f"« {quotable(m.text)} »" for m in media]
    if len(media) == 1:
        return f"{kinds.noun(media[0].text, media[0].path)} {names[0]}"
    pictures = all(kinds.of(m.text) is Kind.PICTURE for m in media)
    return f"{UNSEEN_PHOTOS if pictures else UNSEEN_MEDIA} {listed(names)}"


def _by_list(media: Iterable[Marked]) -> dict[NodePath, list[Marked]]:
    lists = defaultdict(list)
    for medium in media:
        lists[medium.path[:-1]].append(medium)
    return lists


def _words(storyboard: Storyboard, trace: Trace, unseen: Iterable[Marked]) -> Iterator[Diagnostic]:
    """Each at its line; but a key that is shown nowhere at all is told once."""
    written = Counter(_pattern(m.path) for m in trace.marks.values() if not m.medium)
    for key, marked in _by_key(unseen).items():
        remedy = _remedy(storyboard, key)
        if len(marked) == written[key] >= SYSTEMATIC:
            what = UNSEEN_KEY.format(key=key[-1], count=len(marked))
            yield _warning(OMITTED, marked[0].path, what=what, remedy=remedy)
            continue
        for one in marked:
            what = UNSEEN_WORDS.format(key=key[-1], text=quotable(one.text))
            yield _warning(OMITTED, one.path, what=what, remedy=remedy)


def _by_key(words: Iterable[Marked]) -> dict[tuple[str, ...], list[Marked]]:
    keys = defaultdict(list)
    for one in words:
        keys[_pattern(one.path)].append(one)
    return keys


def _pattern(path: NodePath) -> tuple[str, ...]:
    """The keys that lead there, whichever element of their lists."""
    return tuple(step for step in path if isinstance(step, str))


def _remedy(storyboard: Storyboard, key: tuple[str, ...]) -> str | None:
    """Words whose part is left out of the film or of the deck are shown where it is brought back;
    None where only the catalogue's remedy helps.
    """
    home = Section.CREDITS if key[-1] == CREDIT else key[0]
    without = {"film": storyboard.film.without, "diaporama": storyboard.deck.without}
    places = [f"« {name}: sauf »" for name, parts in without.items() if home in parts]
    if home in set(Section) - _named(storyboard):
        return REMEDY_UNNAMED.format(part=home)
    live = home in LIVE and home not in storyboard.film.without
    if places and live:
        return REMEDY_UNFILMED.format(part=home)
    return REMEDY_WITHOUT.format(part=home, places=listed(places)) if places else None


def _warning(slug: str, path: NodePath, *, remedy: str | None = None, **values: Any) -> Diagnostic:
    return problem(slug, path=path, severity=Severity.WARNING, remedy=remedy, **values)
