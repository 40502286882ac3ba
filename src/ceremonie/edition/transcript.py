"""transcription.html: all that the film shows and says, for whoever cannot see or hear it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby

from ceremonie.edition.page import element, page
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.told import Kind, Told
from ceremonie.planning.typography import HARD, closed
from ceremonie.text import plain
from ceremonie.units import clock

Timed = Callable[[int], str]
"""From a frame of the film, the HTML of its time."""


def transcript(plan: Plan) -> str:
    """The HTML of `transcription.html`: what is read, seen and said in the film, by chapters."""
    return page(
        plan,
        f"Transcription du film – {plan.title}",
        f"Le film dure {clock(plan.frames)}. Tout ce que l’on y lit, voit et entend, dans l’ordre.",
        chapters(plan),
    )


def chapters(plan: Plan, timed: Timed | None = None, *, level: int = 2) -> Iterator[str]:
    """The HTML of the transcript's body: a heading of this `level` for each chapter, one below it
    for each thing told there.
    """
    teller = _Teller(level, timed or _clock)
    yield from _before(plan)
    for chapter, together in groupby(plan.shots, key=_chapter(plan)):
        yield from teller.chapter(chapter, list(together), plan)


def starts(plan: Plan) -> tuple[tuple[str, int], ...]:
    """The chapters of the film, each with the frame that it begins at."""
    every = groupby(plan.shots, key=_chapter(plan))
    return tuple((name, next(shots).span.start) for name, shots in every)


def _chapter(plan: Plan) -> Callable[[Shot], str]:
    return lambda shot: shot.chapter or plan.part(shot)


def _clock(frame: int) -> str:
    return f"<time>{clock(frame)}</time>"


@dataclass
class _Teller:
    """Writes chapter after chapter; what a picture shows, and a credit, are told once."""

    level: int
    timed: Timed
    once: set[tuple[Kind, str]] = field(default_factory=set)

    def chapter(self, name: str, shots: Sequence[Shot], plan: Plan) -> Iterator[str]:
        head = f"h{self.level}"
        time = self.timed(shots[0].span.start)
        yield f"<{head}>{time} {escape(name)}</{head}>"
        lines = [line for shot in shots for line in _shot(plan, shot)]
        yield from self._lines(_headed(_joined(self._new(lines)), name))

    def _new(self, lines: Iterable[Told]) -> Iterator[Told]:
        for line in lines:
            known = (line.kind, plain(line.text))
            if line.kind not in (Kind.SEEN, Kind.CREDIT) or known not in self.once:
                yield line
            self.once.add(known)

    def _lines(self, lines: Iterable[Told]) -> Iterator[str]:
        for kind, together in groupby(lines, key=lambda line: line.kind):
            if kind in (Kind.ITEM, Kind.CREDIT):
                yield "<ul>"
                yield from (element("li", line.text) for line in together)
                yield "</ul>"
            else:
                yield from (self._line(line) for line in together)

    def _line(self, line: Told) -> str:
        if line.kind is Kind.HEADING:
            return element(f"h{self.level + 1}", _beside(line))
        if line.kind is Kind.SEEN:
            return element("p", f"À l’image{HARD}: {closed(line.text)}", "vu")
        if line.kind is Kind.HEARD:
            return element("p", f"{line.beside}{HARD}: {line.text}", "entendu")
        if line.kind in (Kind.QUOTE, Kind.SPEECH):
            return _said(line)
        return element("p", closed(line.text))


def _said(line: Told) -> str:
    """The words whole, then who says them."""
    is_quote = line.kind is Kind.QUOTE
    words = f"«{HARD}{line.text}{HARD}»" if is_quote else closed(line.text)
    who = element("p", f"– {closed(line.beside)}", "qui") if line.beside else ""
    return f"<blockquote>{element('p', words)}{who}</blockquote>"


def _beside(line: Told) -> str:
    return f"{line.text}, {line.beside}" if line.beside else line.text


def _joined(lines: Iterable[Told]) -> list[Told]:
    """What goes on in the next shot is one with what it began with."""
    whole: list[Told] = []
    for line in lines:
        place = _begun(whole, line)
        if place is None:
            whole.append(line)
        else:
            whole[place] = replace(whole[place], text=f"{whole[place].text} {line.text}")
    return whole


def _begun(lines: Sequence[Told], line: Told) -> int | None:
    """Where the line of its kind stands that it goes on from."""
    places = range(len(lines) - 1, -1, -1)
    kin = (place for place in places if line.begun and lines[place].kind is line.kind)
    return next(kin, None)


def _headed(lines: Iterable[Told], chapter: str) -> Iterator[Told]:
    """Without headings that say the chapter again, or what the heading before has said; of the
    day, which the chapter names, its place remains.
    """
    said = ""
    for line in lines:
        if line.kind is not Kind.HEADING:
            yield line
            continue
        placed = replace(line, beside=_within(line.beside, chapter))
        if plain(_beside(placed)) not in (plain(chapter), said):
            yield placed
            said = plain(_beside(placed))


def _within(beside: str, chapter: str) -> str:
    """« Créteil » of « Jour 2, Créteil » in the chapter « Jour 2, mercredi 29 novembre »."""
    first, _, rest = beside.partition(", ")
    return rest if first and f"{chapter}, ".startswith(f"{first}, ") else beside


def _shot(plan: Plan, shot: Shot) -> Iterator[Told]:
    """What it shows, what is described of it, what is heard."""
    yield from shot.told
    for one in plan.described:
        if one.span.start in shot.span:
            yield Told(Kind.HEARD, closed(one.text), "Audiodescription")
    yield from _heard(plan, shot)


def _heard(plan: Plan, shot: Shot) -> Iterator[Told]:
    """Its subtitles: what people say, and what else there is to hear."""
    lines = [" ".join(s.lines) for s in plan.subtitles if s.span.start in shot.span]
    for is_sound, together in groupby(lines, key=_is_sound):
        words = " ".join(line.strip("[]() ") if is_sound else line for line in together)
        if is_sound:
            yield Told(Kind.HEARD, closed(words), "On entend")
        else:
            yield Told(Kind.HEARD, f"«{HARD}{words}{HARD}»", "Paroles")


def _is_sound(line: str) -> bool:
    """« [Les oiseaux chantent.] », « (Rires) », « ♪ »."""
    return line[:1] in "[(♪"


def _before(plan: Plan) -> Iterator[str]:
    """Why nothing is described; that there is music, and whose it is where no credits say it."""
    lines = (line.text for shot in plan.shots for line in shot.told if line.kind is Kind.CREDIT)
    credited = plain(" ".join(lines))
    authors = dict.fromkeys(cue.source.credit for cue in plan.music if cue.source.credit)
    if plan.undescribed:
        yield element("p", f"Sans audiodescription{HARD}: {closed(plan.undescribed)}", "entendu")
    if plan.narration:
        yield element("p", "La seconde piste sonore du film dit ce qu’il montre.", "entendu")
    if plan.music:
        yield element("p", "De la musique accompagne le film.", "entendu")
    for author in authors:
        if plain(author) not in credited:
            yield element("p", f"Musique{HARD}: {closed(author)}", "entendu")
