"""Faults of numbers, lengths and hours in French: what is wrong, and what to write instead."""

from __future__ import annotations

import re

from pydantic.fields import FieldInfo

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages.vocabulary import (
    HOUR_MEANT,
    HOUR_OR_MINUTES,
    HOUR_RANGE,
    MIDNIGHT,
    MINUTES_MEANT,
)
from ceremonie.storyboard import durations, hours, vocabulary
from ceremonie.storyboard.fault import Fault

_WHOLE_HOURS = re.compile(r"\d{1,2}\s*([:hH]\s*(\d{2})?)?")


def not_a_number(fault: Fault) -> Diagnostic:
    if isinstance(fault.value, dict | list):
        return fault.tell("nombre-attendu", value="un bloc ou une liste")
    return fault.tell("nombre-attendu", remedy=_number_meant(fault, str(fault.value).strip()))


def _number_meant(fault: Fault, written: str) -> str | None:
    """What to write, where that is a number which the key takes."""
    if comma := re.fullmatch(r"(\d+)\s*,\s*(\d+)", written):
        proposed = ("écrivez le nombre avec un point", f"{comma[1]}.{comma[2]}")
    elif length := durations.seconds(written):
        proposed = ("comptez en secondes", f"{length:g}")
    elif unit := re.fullmatch(r"(\d+(?:\.\d+)?)\s*[^\W\d]+", written):
        proposed = ("écrivez le nombre seul", unit[1])
    else:
        return None
    how, number = proposed
    accepted = vocabulary.accepts(fault.path, float(number))
    return f"{how} : {fault.key}: {number}" if accepted else None


def not_whole(fault: Fault) -> Diagnostic:
    field = vocabulary.field_at(fault.path)
    usual = field.default if field and isinstance(field.default, int) else 1
    return fault.tell("entier-attendu", key=fault.key, example=usual)


def out_of_bounds(fault: Fault) -> Diagnostic:
    field = vocabulary.field_at(fault.path)
    bounds = _bounds(field)
    if field and durations.is_length(field.rebuild_annotation()):
        expected = _length_within(bounds)
        return fault.tell("nombre-hors-bornes", expected=expected + _in_minutes(fault))
    return fault.tell("nombre-hors-bornes", expected=_number_within(bounds))


def _bounds(field: FieldInfo | None) -> dict[str, float]:
    return {
        name: getattr(rule, name)
        for rule in (field.metadata if field else ())
        for name in ("ge", "gt", "le")
        if getattr(rule, name, None) is not None
    }


def _number_within(bounds: dict[str, float]) -> str:
    least = bounds.get("ge", bounds.get("gt", 0))
    most = f"{bounds['le']:g}" if "le" in bounds else ""
    if "gt" in bounds:
        above = f"un nombre plus grand que {least:g}"
        return f"{above}, et {most} au plus" if most else above
    return f"un nombre de {least:g} à {most}" if most else "0 ou plus"


def _length_within(bounds: dict[str, float]) -> str:
    most = durations.written(bounds["le"])
    if least := bounds.get("ge"):
        return f"une durée de {durations.written(least)} à {most}"
    return f"une durée plus longue que 0, {most} au plus"


def _in_minutes(fault: Fault) -> str:
    """What to write where a number without a unit counted minutes."""
    length = durations.minutes_meant(fault.value)
    if not length or not vocabulary.accepts(fault.path, length):
        return ""
    return MINUTES_MEANT.format(key=fault.key, minutes=durations.written(length))


def duration_form(fault: Fault) -> Diagnostic:
    return fault.tell("duree-forme", remedy=f"écrivez par exemple {fault.key}: 2 min 45")


def hour_form(fault: Fault) -> Diagnostic:
    if isinstance(fault.value, dict | list):
        return fault.tell("heure-forme", value="un bloc ou une liste")
    return fault.tell("heure-forme", remedy=_hour_meant(fault))


def _hour_meant(fault: Fault) -> str | None:
    if hours.is_midnight(fault.value):
        return MIDNIGHT.format(key=fault.key)
    match hours.meant(fault.value):
        case (first, second):
            return HOUR_OR_MINUTES.format(
                key=fault.key,
                hour=hours.written(first),
                number=fault.value,
                other=hours.written(second),
            )
        case (hour,):
            return HOUR_MEANT.format(key=fault.key, hour=hours.written(hour))
    if _WHOLE_HOURS.fullmatch(str(fault.value).strip()):
        return HOUR_RANGE.format(key=fault.key)
    return None
