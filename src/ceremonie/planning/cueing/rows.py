"""A row for each passage: its words, who speaks, what those at work do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from ceremonie.diagnostics import NodePath
from ceremonie.planning.cueing import people
from ceremonie.planning.cueing.cue import Cues, Owner, in_columns
from ceremonie.planning.cueing.lengths import lengths
from ceremonie.planning.cueing.passages import Passage, division, passages
from ceremonie.planning.cues import Aside, CueRow, Speaker
from ceremonie.planning.moment import PROGRAMME, Moment
from ceremonie.planning.typography import french, sentence
from ceremonie.storyboard.evening import StageCue
from ceremonie.storyboard.items import stage_seconds
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.steps import Act, Step
from ceremonie.storyboard.values import Entry
from ceremonie.storyboard.walking import those

CUE = "cue"
"""The field of every part and item at which the technicians may do something."""

ORDER, HOUR = "deroule", ("regie", "heure")
"""The key of the running order, and the keys of a fixed hour."""

SILENT = frozenset({Section.TITLE, Section.FILM, Section.CREDITS})
"""Parts in which nobody speaks, unless there are words for it."""


def entries(board: Storyboard) -> Mapping[NodePath, Entry]:
    """All parts and items that may have cues, by the way to them; not the entries of `deroule`."""
    return dict(those(board, _is_staged))


def _is_staged(value: object) -> TypeGuard[Entry]:
    wanted = isinstance(value, Entry) and CUE in type(value).model_fields
    return wanted and not isinstance(value, Step)


def cue_of(entry: Entry) -> StageCue | None:
    cue: StageCue | None = getattr(entry, CUE)
    return cue


@dataclass
class Rows:
    """Those of one storyboard, one after the other, not yet on the clock."""

    board: Storyboard
    _cues: Cues = field(default_factory=Cues)

    def __post_init__(self) -> None:
        self._entries = entries(self.board)
        self._acts = {act.place: act for act in self.board.acts}

    def all(self, slides: Sequence[Moment]) -> tuple[CueRow, ...]:
        cued = frozenset(path for path, entry in self._entries.items() if cue_of(entry))
        divided = division(self.board.acts, cued, stage_seconds(self.board))
        told = passages(slides, divided)
        times = lengths(told, self._acts, self.board.conduct.pace)
        rows = zip(told, times, strict=True)
        return tuple(self._row(n, *row) for n, row in enumerate(rows, 1))

    def _row(self, number: int, passage: Passage, time: tuple[float, bool]) -> CueRow:
        given = tuple(self._given(passage))
        cue = self._cues.of(given)
        row = replace(
            _shown(number, passage, time),
            fixed=cue.hour,
            fixed_at=_hour_of(given),
            sound=french(cue.sound or ""),
            light=french(cue.light or ""),
            screen=french(cue.screen or ""),
            words=french(cue.words or ""),
            columns=in_columns(cue, self.board.conduct.columns),
        )
        return self._spoken(row, passage, cue)

    def _given(self, passage: Passage) -> Iterator[tuple[Owner, StageCue | None]]:
        """That of the entry of `deroule` first."""
        if act := self._act(passage):
            yield (act.place,), act.cue
        for length in range(len(passage.path), 0, -1):
            path = passage.path[:length]
            if path in self._entries:
                yield (passage.step, *path), cue_of(self._entries[path])

    def _act(self, passage: Passage) -> Act | None:
        """None for the slide of the running order, which `deroule` does not name."""
        return None if passage.path == (PROGRAMME,) else self._acts.get(passage.step)

    def _spoken(self, row: CueRow, passage: Passage, cue: StageCue) -> CueRow:
        """With who is named and who speaks. The presenter's microphone is open for the presenter
        alone.
        """
        conduct, told = self.board.conduct, list(self._items(passage))
        themselves = self._named(path for path in told if people.speaks(self._entries[path]))
        presented = conduct.presenter if row.say or row.section not in SILENT else None
        own = cue.voice or " puis ".join(map(_introduced, themselves))
        microphone = conduct.microphone if presented and not own else None
        return replace(
            row,
            speakers=self._named(told),
            voice=french(own or presented or ""),
            microphone=french(cue.microphone or microphone or ""),
        )

    def _named(self, paths: Iterable[NodePath]) -> tuple[Speaker, ...]:
        return tuple(one for path in paths for one in people.named(self._entries[path], path))

    def _items(self, passage: Passage) -> Iterator[NodePath]:
        """The ways to the parts or items that it tells."""
        if passage.path in self._entries:
            yield passage.path
        elif act := self._act(passage):
            for index in self.board.items.told(act, self.board.acts):
                if (path := (str(act.part), index)) in self._entries:
                    yield path


def _hour_of(given: Iterable[tuple[Owner, StageCue | None]]) -> NodePath:
    """The way to the first fixed hour: of the entry of `deroule`, or of a part or an item."""
    owners = (owner for owner, cue in given if cue and cue.hour)
    owner = next(owners, None)
    return (*(_path(owner)), *HOUR) if owner else ()


def _path(owner: Owner) -> NodePath:
    return (ORDER, *owner) if len(owner) == 1 else owner[1:]


def _shown(number: int, passage: Passage, time: tuple[float, bool]) -> CueRow:
    """What its slides say and show."""
    first, notes = passage.first, [moment.notes for moment in passage.moments]
    return CueRow(
        number=number,
        id=first.id,
        section=first.section,
        part=first.part,
        title=_title(passage),
        start=0.0,
        seconds=time[0],
        planned=time[1],
        path=passage.path,
        slides=passage.slides,
        asides=tuple(Aside(number, one.kind, one.hidden) for number, one in passage.asides),
        film=_film(passage),
        playing=sum(one.playing for one in notes),
        heard=any(one.film or (one.clip and one.clip.has_sound) for one in passage.moments),
        say=_all(one.say for one in notes),
        do=_once(_all(one.do for one in notes)),
        know=_once(_all(one.know for one in notes)),
    )


def _title(passage: Passage) -> str:
    """That of its slide; several slides of a part bear its name."""
    whole = len(passage.path) == 1 and len(passage.seen) > 1
    return passage.first.part if whole else passage.first.title


def _all(texts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(french(text) for some in texts for text in some)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _film(passage: Passage) -> tuple[int, int] | None:
    """The recap film is played from its first frame to its last."""
    frames = sum(moment.notes.playing for moment in passage.moments if moment.film)
    return (0, frames - 1) if frames else None


def _introduced(speaker: Speaker) -> str:
    return sentence(speaker.name, speaker.position)
