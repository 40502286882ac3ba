"""How near the cuts of a film are to the beats of its music."""

from __future__ import annotations

from fractions import Fraction

from ceremonie.media.material import Sound, Tempo
from ceremonie.planning.model import Cue, Plan, Shot
from ceremonie.units import FRAME_RATE, SAMPLE_RATE

NEAR = 40
"""ms from a beat that nobody notices."""


def near(plan: Plan) -> float | None:
    """The part of the cuts, 0 to 1, that are on a beat as far as anybody notices; None where no
    music, or not all of it, has a steady beat.
    """
    cuts = plan.shots[1:]
    if not cuts or not steady(plan):
        return None
    return sum(abs(away(plan, shot)) <= NEAR for shot in cuts) / len(cuts)


def steady(plan: Plan) -> bool:
    """Whether there is a beat all along."""
    sounds = [cue.source for cue in plan.music]
    return bool(sounds) and all(isinstance(s, Sound) and s.tempo for s in sounds)


def heard(plan: Plan, second: Fraction) -> Cue:
    """The piece under an instant of the film; of two that change, the one that comes."""
    begun = [c for c in plan.music if Fraction(c.start) / SAMPLE_RATE <= second]
    return begun[-1] if begun else plan.music[0]


def tempo_at(plan: Plan, second: Fraction) -> Tempo:
    """The beat under an instant of a film that is steady."""
    sound = heard(plan, second).source
    assert isinstance(sound, Sound)
    assert sound.tempo
    return sound.tempo


def in_beats(plan: Plan, second: Fraction) -> Fraction:
    """An instant of the film counted in beats of the sound that is heard there; 0 begins a bar."""
    cue, tempo = heard(plan, second), tempo_at(plan, second)
    instant = second + Fraction(cue.offset - cue.start, SAMPLE_RATE)
    return (instant - Fraction(tempo.first)) / Fraction(tempo.period) - tempo.downbeat


def away(plan: Plan, shot: Shot) -> float:
    """ms from the cut to the nearest beat."""
    second = Fraction(shot.span.start) / FRAME_RATE
    count = in_beats(plan, second)
    return float(count - round(count)) * tempo_at(plan, second).period * 1000
