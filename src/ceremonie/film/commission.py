"""Which films are asked for, and of which pieces each is made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ceremonie.audiences import HALL_LOUDNESS
from ceremonie.captions import TimedLines
from ceremonie.film.coding.encode import DRAFT, FULL, LIGHT, SPARING, SPARING_DRAFT, Quality
from ceremonie.film.coding.master import Master, MasterFiles
from ceremonie.film.sound.stems import STEMS, Form
from ceremonie.film.work import segments
from ceremonie.film.work.segments import Segment
from ceremonie.formats import Shape
from ceremonie.planning.model import Plan


@dataclass(frozen=True)
class Commission:
    """The film of an audience, in the shapes of its plan, each with its target. `loudness` is in
    LUFS. What is said is a track of text where `texted` is set; the film in its first shape is
    written once more, smaller, to `light` if that is given.
    """

    plan: Plan
    targets: Mapping[Shape, Path]
    loudness: float = HALL_LOUDNESS
    texted: bool = False
    light: Path | None = None
    master: tuple[Master, MasterFiles] | None = None
    sparing: bool = False

    @property
    def quality(self) -> Quality:
        return SPARING if self.sparing else FULL

    @property
    def words(self) -> tuple[TimedLines, ...]:
        """Those of its track."""
        said = self.plan.subtitles if self.texted else ()
        return tuple((one.span.start, one.span.stop, one.lines) for one in said)


@dataclass(frozen=True)
class Sound:
    """The sound of a film, mixed from `plan`: `mix` is the key of the mix, `key` that of its file
    at this loudness, in LUFS. It is `described` where it holds the voice that does so; `form` is
    what of it the file holds.
    """

    plan: Plan = field(repr=False)
    mix: str
    loudness: float
    described: bool = False
    form: Form = Form.CODED

    @property
    def key(self) -> str:
        return _digest(f"{self.mix} {self.loudness} {self.form}")


@dataclass(frozen=True)
class Part:
    """A segment of a film: `key` is that of its file in the film's own quality, `painted` that of
    the file at the quality that its frames are painted for.
    """

    key: str
    painted: str
    segment: Segment


@dataclass(frozen=True)
class Film:
    """A file to be written: a plan of one shape in one quality. Its first sound is the film's own,
    a second one its audio description; `stems` are written beside a `master`, each to its file.
    """

    plan: Plan
    target: Path
    quality: Quality
    parts: tuple[Part, ...]
    sounds: tuple[Sound, ...]
    words: tuple[TimedLines, ...]
    master: Master | None = None
    stems: Mapping[Path, Sound] = field(default_factory=dict)

    @property
    def heard(self) -> tuple[Sound, ...]:
        """All sound that is needed for it."""
        return (*self.sounds, *self.stems.values())


def films(commission: Commission, *, draft: bool) -> Iterator[Film]:
    """All files of a commission. A draft is so small that its lighter film is the same."""
    drafted = SPARING_DRAFT if commission.sparing else DRAFT
    quality = drafted if draft else commission.quality
    each = commission.plan.in_each_shape
    sounds = tuple(_sounds(each[0], commission.loudness, draft=draft))
    for number, plan in enumerate(each):
        parts = _parts(plan, quality)
        target = commission.targets[plan.format.shape]
        film = Film(plan, target, quality, parts, sounds, commission.words)
        yield film
        if commission.light and number == 0:
            yield _lighter(film, commission.light)
        if commission.master and number == 0 and not draft:
            yield _mastered(film, commission.loudness, *commission.master)


def _lighter(film: Film, target: Path) -> Film:
    if film.quality is DRAFT:
        return replace(film, target=target)
    parts = tuple(replace(part, key=segments.lighter(part.key)) for part in film.parts)
    return replace(film, target=target, quality=LIGHT, parts=parts)


def _mastered(film: Film, loudness: float, master: Master, files: MasterFiles) -> Film:
    """Made of the frames that the film is made of, painted once for both, and of its mix."""
    quality, (own, *_) = master.quality, film.sounds
    parts = tuple(replace(p, key=_digest(f"{p.key} {quality}")) for p in film.parts)
    whole, *apart = (replace(own, loudness=loudness, form=f) for f in (Form.WHOLE, *STEMS))
    each = zip((files.music, files.speech), apart, strict=True)
    stems = {target: sound for target, sound in each if target}
    return Film(film.plan, files.film, quality, parts, (whole,), (), master, stems)


def _parts(film: Plan, quality: Quality) -> tuple[Part, ...]:
    painted = _abrupt(film) if quality is DRAFT else film
    keys = segments.keys(segments.segments(painted, quality.reach), quality)
    return tuple(Part(key, key, segment) for segment, key in keys.items())


def _abrupt(plan: Plan) -> Plan:
    shots = (replace(shot, drawing=shot.drawing.abrupt()) for shot in plan.shots)
    return replace(plan, shots=tuple(shots))


def _sounds(plan: Plan, loudness: float, *, draft: bool) -> Iterator[Sound]:
    mix = _mix(plan, draft=draft)
    yield Sound(plan, mix, loudness)
    if plan.narration:
        yield Sound(plan, _digest(f"{mix} {plan.narration}"), loudness, described=True)


def _mix(plan: Plan, *, draft: bool) -> str:
    heard = (plan.music, plan.speech, plan.frames, plan.loops)
    return _digest(repr((*heard, draft, segments.renderer())))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
