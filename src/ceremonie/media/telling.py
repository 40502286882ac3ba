"""What a decode showed → an examination with its remarks, or the reason to refuse the medium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ceremonie.media.examination import Examination, Remark
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Extent, Tempo
from ceremonie.messages import decimal
from ceremonie.units import FRAME_RATE, SAMPLE_RATE

Looked = Mapping[str, Any]
"""The answer of `decoding.examining`."""

TOLERANCE = Fraction(1, 2)
"""Seconds that a file may end before the announced duration: sound often lasts longer."""

SHORTEST = Fraction(1, 10)
"""Seconds under which nobody sees what a clip shows: it is a flash of one or two frames."""

LEAST_PLAYED = Fraction(1, 10)
"""Part of an extract that has to play: of less, nothing useful is left."""

SOLID = 250
"""Opacity (8 bits) from which nothing shines through: coders are not exact."""

MOST_SPANS = 3
"""Damaged stretches that are told one by one; of more, the first ones and their number."""


def of_clip(looked: Looked, name: str, start: Fraction, stop: Fraction | None) -> Examination:
    """Raises UnusableError where there is nothing to show between the bounds."""
    if not looked["film"]:
        if looked["samples"]:
            raise UnusableError("video-sans-image", name=name)
        raise damaged(Kind.CLIP, name)
    end = Fraction(looked["end"])
    if not end:
        raise damaged(Kind.CLIP, name)
    check(start, stop, end, name)
    if _mostly_lost(looked, start, min(end, stop or end)):
        raise damaged(Kind.CLIP, name)
    width, height = looked["size"]
    return Examination(
        width=width,
        height=height,
        frames=looked["frames"],
        has_sound=looked["sound"],
        remarks=tuple(_remarks_on_clip(looked, stop)),
        flashes=tuple((first, last) for first, last in looked["flashes"]),
        spoken=tuple((first, last) for first, last in looked["spoken"]),
    )


def of_sound(looked: Looked, name: str, start: Fraction, stop: Fraction | None) -> Examination:
    """Raises UnusableError where there is nothing to hear."""
    if not looked["samples"]:
        raise damaged(Kind.SOUND, name)
    check(start, stop, Fraction(looked["samples"], SAMPLE_RATE), name)
    remarks = tuple(_remarks_on_sound(looked))
    whole = not (looked["cut"] or _ends_before(looked))
    tempo, extent = looked["music"]["tempo"], looked["music"]["extent"]
    return Examination(
        samples=looked["samples"],
        has_sound=True,
        remarks=remarks,
        whole=whole,
        tempo=Tempo(*tempo) if tempo else None,
        extent=Extent(*extent),
    )


def damaged(kind: Kind, name: str) -> UnusableError:
    """The refusal of a file that no decoder reads."""
    return UnusableError("media-abime", noun=kind.noun, name=name)


def check(start: Fraction, stop: Fraction | None, length: Fraction, name: str) -> None:
    """Raises UnusableError where the bounds lie past the end, by a frame or more."""
    if start >= length:
        raise _outside("commence", start, length, name)
    if stop is not None and stop > length + 1 / FRAME_RATE:
        raise _outside("finit", stop, length, name)


def _outside(what: str, wanted: Fraction, length: Fraction, name: str) -> UnusableError:
    return UnusableError(
        "extrait-hors-limites",
        what=what,
        wanted=decimal(wanted, 3),
        name=name,
        seconds=decimal(_tenths(length)),
        bound=_bound(length),
    )


def _tenths(seconds: Fraction) -> Fraction:
    """Rounded down: what is told may be written as a bound."""
    return Fraction(int(seconds * 10), 10)


def _bound(seconds: Fraction) -> str:
    """As it is written in a storyboard, with a point."""
    return f"{float(_tenths(seconds)):g}"


def _mostly_lost(looked: Looked, start: Fraction, stop: Fraction) -> bool:
    lost: float = sum(last - first for first, last in looked["damage"]["image"])
    return lost > float((stop - start) * (1 - LEAST_PLAYED))


def _remarks_on_clip(looked: Looked, stop: Fraction | None) -> Iterator[Remark]:
    end, heard = Fraction(looked["end"]), Fraction(looked["heard_until"])
    if stop is None and heard - end > TOLERANCE:
        ends = (("seconds", decimal(_tenths(end))), ("heard", decimal(_tenths(heard))))
        yield Remark("video-son-plus-long", ends)
    elif stop is None and looked["announced"] and Fraction(looked["announced"]) - end > TOLERANCE:
        yield Remark("video-incomplete", _ends_early(looked))
    yield from _passages(looked)
    if looked["frames"] < SHORTEST * FRAME_RATE:
        milliseconds = str(int(looked["frames"] * 1000 / FRAME_RATE))
        yield Remark("video-une-image", (("milliseconds", milliseconds),))
    elif looked["black"]:
        yield Remark("video-noire")
    yield from _transparent(*looked["opacity"])
    if looked["unreadable"]:
        yield Remark("video-son-illisible")


def _transparent(least: int, most: int) -> Iterator[Remark]:
    """Opacities from 0 to 255; what differs from full by one is rounding."""
    if most <= 1:
        yield Remark("video-transparente", (("how", "entièrement"),))
    elif least < SOLID:
        yield Remark("video-transparente", (("how", "en partie"),))


def _remarks_on_sound(looked: Looked) -> Iterator[Remark]:
    if _ends_before(looked):
        yield Remark("son-incomplet", _ends_early(looked))
    elif looked["cut"]:
        yield Remark("son-coupe", (("seconds", decimal(_tenths(Fraction(looked["end"])))),))
    yield from _passages(looked)
    if not looked["peak"]:
        yield Remark("son-muet")


def _ends_before(looked: Looked) -> bool:
    """Whether it ends before it says, by more than what is missing on the way."""
    if looked["announced"] is None:
        return False
    missing = sum(last - first for first, last in looked["damage"]["son"])
    short = Fraction(looked["announced"]) - Fraction(looked["end"])
    return short - Fraction(missing) > TOLERANCE


def _ends_early(looked: Looked) -> tuple[tuple[str, str], ...]:
    announced, end = Fraction(looked["announced"]), Fraction(looked["end"])
    return (
        ("wanted", decimal(announced)),
        ("seconds", decimal(_tenths(end))),
        ("bound", _bound(end)),
    )


def _passages(looked: Looked) -> Iterator[Remark]:
    damage: Mapping[str, Sequence[tuple[float, float]]] = looked["damage"]
    each = [f"{kind} {told(spans)}" for kind, spans in damage.items() if spans]
    if each:
        yield Remark("media-passages-abimes", (("spans", "\u00a0; ".join(each)),))


def told(spans: Sequence[Sequence[float]]) -> str:
    """« de 3 à 7,5 s » ; « de 3 à 7,5 s, puis à 9 s »."""
    each = [_span(decimal(first), decimal(last)) for first, last in spans[:MOST_SPANS]]
    more = len(spans) - len(each)
    return ", puis ".join(each) + (f", et {more} autres passages" if more else "")


def _span(first: str, last: str) -> str:
    return f"à {first}\u00a0s" if first == last else f"de {first} à {last}\u00a0s"
