"""What the presenter reads beside a slide: what to say, what to do, how long it takes, what
follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.planning.language import Language
from ceremonie.planning.typography import HARD, french
from ceremonie.units import seconds

STEP = 5
"""Seconds: what is spoken is not known more closely."""


@dataclass(frozen=True)
class Notes:
    """What to `say`, what to `do`, what is good to `know`, each item on lines of its own, perhaps
    in the words of the storyboard; and how many frames are `playing` by themselves. Where the
    storyboard says how many seconds it is `on_stage`, that is how long it takes; it is `alone`
    where no other slide shares that time.
    """

    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    know: tuple[str, ...] = ()
    playing: int = 0
    on_stage: float | None = None
    alone: bool = True

    def spoken(self, pace: int) -> float:
        """Seconds that its words take at so many words a minute."""
        words = (word for item in self.say for word in item.split())
        return 60 * sum(any(map(str.isalnum, word)) for word in words) / pace


def items(*texts: str | None) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(text for text in texts if text)


def worded(notes: Notes, following: str, language: Language, pace: int) -> str:
    """The notes of a slide as lines; those that would say nothing are left out. `following` is the
    title of the slide that « next » leads to, `pace` how many words are said in a minute.
    """
    lasting = f"({duration(notes.playing)})" if notes.playing else ""
    blocks = (
        (language.say, notes.say),
        (language.do, _with(notes.do, lasting)),
        (language.know, notes.know),
        (language.lasting, (_length(notes, language, pace),)),
        (language.following, (following,)),
    )
    return "\n".join(line for head, items in blocks for line in _block(head, items))


def duration(frames: int) -> str:
    """« 25 s », « 1 min 10 »."""
    return said(float(seconds(frames)))


def said(length: float) -> str:
    """Of so many seconds: « 25 s », « 1 min 10 », « 1 h 05 »."""
    return _clock(max(1, round(length)))


def _length(notes: Notes, language: Language, pace: int) -> str:
    """What is planned goes before all else; what is spoken is told about; what plays is known to
    the second.
    """
    if notes.on_stage:
        planned = said(notes.on_stage)
        return planned if notes.alone else language.in_all.format(length=planned)
    speaking = notes.spoken(pace)
    if not speaking:
        return duration(notes.playing) if notes.playing else ""
    whole = speaking + float(seconds(notes.playing))
    return language.about.format(length=_clock(STEP * max(1, round(whole / STEP))))


def _clock(whole: int) -> str:
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        hours, minutes = divmod(minutes + round(rest / 60), 60)
        return f"{hours}{HARD}h" + (f"{HARD}{minutes:02d}" if minutes else "")
    if not minutes:
        return f"{rest}{HARD}s"
    return f"{minutes}{HARD}min" + (f"{HARD}{rest:02d}" if rest else "")


def _with(items: tuple[str, ...], lasting: str) -> tuple[str, ...]:
    """The last of them says how long it lasts, before its full stop."""
    if not items or not lasting:
        return items
    last = items[-1].removesuffix(".")
    return (*items[:-1], f"{last} {lasting}.")


def _block(head: str, items: Sequence[str]) -> Iterator[str]:
    """A single line stands beside its head; several stand below it."""
    lines = [line for item in items for line in french(item).split("\n") if line]
    if len(lines) == 1:
        yield f"{head}{HARD}: {lines[0]}"
    elif lines:
        yield f"{head}{HARD}:"
        yield from lines
