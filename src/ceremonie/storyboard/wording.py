"""Every kind of fault in French: what is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import methodcaller
from typing import Any, get_args, get_origin

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import PEOPLE_BY_NAME
from ceremonie.storyboard import (
    dates,
    edition_name,
    examples,
    identifiers,
    query,
    vocabulary,
    wording_amounts,
)
from ceremonie.storyboard.fault import Fault
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.options import EMBLEMS
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.repairs import as_value
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.storyboard.values import Entry
from ceremonie.text import plain, quotable, quoted


def meant_keys(fault: Fault) -> tuple[str, ...]:
    """The keys that an unknown key may stand for: its French word, its synonym, its neighbours."""
    if fault.kind != "extra_forbidden":
        return ()
    return meant(str(fault.path[-1]), vocabulary.entry_at(fault.path[:-1]) or Storyboard)


@lru_cache(maxsize=1024)
def meant(word: str, entry: type[Entry]) -> tuple[str, ...]:
    """The keys of an entry that an unknown one may stand for."""
    keys = vocabulary.fields(entry)
    if (stuck := space_lacking(word)) and stuck["key"] in keys:
        return (stuck["key"],)
    other = vocabulary.other_word(word, entry)
    near = (other,) if other else nearest(word, keys)
    if vocabulary.homes(word) and not any(_plural(word, neighbour) for neighbour in near):
        return (other,) if other else ()
    return near


def _plural(one: str, other: str) -> bool:
    return plain(one).rstrip("s") == plain(other).rstrip("s")


def _unknown_key(fault: Fault) -> Diagnostic:
    word = str(fault.path[-1])
    if stuck := space_lacking(word):
        value = as_value(f"{stuck['value']} : {quotable(fault.value)}")
        return fault.tell("yaml-espace", at_key=True, key=stuck["key"], value=value)
    shared: dict[str, Any] = {"key": quotable(word), "holder": fault.holder}
    if meant := meant_keys(fault):
        return fault.tell("cle-inconnue", at_key=True, remedy=did_you_mean(meant), **shared)
    if homes := vocabulary.homes(word):
        remedy = _belongs(word, homes, fault)
        return fault.tell("cle-deplacee", at_key=True, remedy=remedy, **shared)
    here = vocabulary.fields(vocabulary.entry_at(fault.path[:-1]) or Storyboard)
    remedy = f"les clés possibles ici sont : {', '.join(here)}"
    return fault.tell("cle-inconnue", at_key=True, remedy=remedy, **shared)


def _belongs(key: str, homes: tuple[str, ...], fault: Fault) -> str:
    above = [step for step in fault.path[:-1] if isinstance(step, str)]
    if len(above) > 1 and above[-2] in homes:
        return f"elle va un cran plus haut, dans « {above[-2]} » : retirez de l'espace devant elle"
    if above and "" in homes and _fits_first_level(key, fault.value):
        return "elle va au premier niveau : retirez l'espace devant elle"
    here = vocabulary.fields(vocabulary.entry_at(fault.path[:-1]) or Storyboard)
    below = [home for home in homes if home in here]
    inside = quoted(below or [home for home in homes if home][:3])
    return f"écrivez « {key} » à l'intérieur de {inside}" if inside else "elle va au premier niveau"


def _fits_first_level(key: str, value: Any) -> bool:
    """« film: non » is meant for an item: at the first level, « film » is a block."""
    field = vocabulary.fields(Storyboard)[key]
    return not isinstance(value, str | bool) or vocabulary.entry_in(field.annotation) is None


def _missing_key(fault: Fault) -> Diagnostic:
    key = str(fault.path[-1])
    entry = vocabulary.entry_at(fault.path[:-1]) or Storyboard
    shared: dict[str, Any] = {
        "example": examples.of_key(key, vocabulary.fields(entry)[key], _day(fault))
    }
    if any(True for _ in find(fault.source.data, *fault.path)):
        return fault.tell("cle-vide", at_key=True, **shared)
    return fault.tell("cle-manquante", holder=fault.holder, **shared)


def _not_a_mapping(fault: Fault) -> Diagnostic:
    entry = vocabulary.entry_at(fault.path)
    keys = vocabulary.fields(entry) if entry else {}
    if fault.value is None:
        return fault.tell("element-vide", keys=", ".join(keys))
    if isinstance(fault.value, list):
        return fault.tell("liste-de-trop", keys=", ".join(keys))
    if lacking := space_lacking(fault.value):
        return fault.tell("yaml-espace", **lacking)
    return _block_expected(fault)


def _block_expected(fault: Fault) -> Diagnostic:
    """Also of a block whose keys are the user's own words."""
    block = examples.block(fault.path, quotable(fault.value))
    item = isinstance(fault.path[-1], int)
    one_key = isinstance(block, dict) and len(block) == 1
    example = examples.flow(block)[1:-1] if one_key else examples.flow(block)
    example = f"- {example}" if item else _written(fault, block)
    listed = isinstance(fault.value, list)
    found = "une liste" if listed else f"« {quotable(fault.value)} »"
    return fault.tell("bloc-attendu", found=found, example=example)


def _written(fault: Fault, value: Any) -> str:
    return examples.written(fault.key, value, _day(fault))


def space_lacking(value: Any) -> dict[str, Any]:
    stuck = re.match(r"([^\W\d]\w*):[\u00a0\u202f]*(\S.*)", str(value))
    return {"key": stuck[1], "value": quotable(stuck[2])} if stuck else {}


def _not_a_list(fault: Fault) -> Diagnostic:
    if fault.key == "personnes" and isinstance(fault.value, str):
        return fault.tell("personnes-forme", remedy=_people(fault.value, fault.source.data))
    if isinstance(fault.value, dict):
        return fault.tell("liste-attendue-bloc")
    if fault.value == "":
        return fault.tell("texte-vide")
    entry, field = vocabulary.entry_at(fault.path), vocabulary.field_at(fault.path)
    if field and _takes_one(field.annotation, entry):
        return _not_a_mapping(fault)
    return fault.tell("liste-attendue", example=_written(fault, _list(fault)))


def _list(fault: Fault) -> Any:
    return examples.items(fault.path, _listed(fault))


def _takes_one(annotation: Any, entry: type[Entry] | None) -> bool:
    """Whether one block does as well as a list of them."""
    return get_origin(annotation) is not tuple and entry in get_args(annotation)


_PARTED = ("couleurs", "deroule")
"""Keys of which several values are often written as one text."""


def _listed(fault: Fault) -> list[str]:
    written = quotable(fault.value)
    return re.split(r"\s*[,;]\s*", written) if fault.key in _PARTED else [written]


def _people(written: str, data: Any) -> str:
    """A name is never repeated in what is proposed."""
    if near := nearest(written, ("foule", "aucune")):
        return did_you_mean(near)
    if identifiers.looks_like_a_name(written):
        return PEOPLE_BY_NAME.format(free=identifiers.free(data))
    listed = ", ".join(part.strip() for part in re.split(r"[,;]| et ", quotable(written)))
    return f"pour une liste de personnes : personnes: [{listed}]"


def _not_a_text(fault: Fault) -> Diagnostic:
    match fault.value:
        case None:
            return fault.tell("element-vide", keys="")
        case bool():
            return fault.tell("texte-vrai-faux")
        case dict():
            return fault.tell("texte-attendu", found="un bloc de clés")
        case list():
            return fault.tell("texte-attendu", found="une liste")
    return fault.tell("texte-attendu", found=f"« {quotable(fault.value)} »")


def _neither_yes_nor_no(fault: Fault) -> Diagnostic:
    guess = {"yes": "oui", "y": "oui", "on": "oui", "vrai": "oui", "x": "oui", "1": "oui",
             "no": "non", "n": "non", "off": "non", "faux": "non", "0": "non"}  # fmt: skip
    answer = guess.get(str(fault.value).strip().casefold())
    remedy = f"écrivez {fault.key}: {answer}" if answer else None
    return fault.tell("oui-non", remedy=remedy)


def _not_in_the_list(fault: Fault) -> Diagnostic:
    allowed = _allowed(fault)
    near = nearest(str(fault.value), allowed) if isinstance(fault.value, str) else ()
    remedy = did_you_mean(near) or (f"choisissez {quoted(allowed)}" if allowed else None)
    return fault.tell("valeur-inconnue", remedy=remedy or _one_of_numbers(fault))


def _allowed(fault: Fault) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", str(fault.context.get("expected", ""))))


def _one_of_numbers(fault: Fault) -> str:
    """Without quotation marks, which would be taken over."""
    numbers = re.findall(r"\d+", str(fault.context.get("expected", "")))
    return f"écrivez {', ou '.join(f'{fault.key}: {number}' for number in numbers)}"


def _emblem(fault: Fault) -> Diagnostic:
    near = nearest(str(fault.value), EMBLEMS)
    return fault.tell("embleme-forme", remedy=did_you_mean(near) or _emblem_of(fault))


def _emblem_of(fault: Fault) -> str | None:
    """What was written as the file of a picture, if it may be one."""
    if not re.search(r"[./\\]", str(fault.value)):
        return None
    file = examples.flow(quotable(fault.value))
    return f"pour une image, écrivez embleme: {{fichier: {file}, alt: ce que l'on voit}}"


def _colour_lost(fault: Fault) -> Diagnostic:
    return fault.tell("couleur-diese")


_BARE_HEX = re.compile(r"(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def _colour_form(fault: Fault) -> Diagnostic:
    bare = _BARE_HEX.fullmatch(str(fault.value).strip())
    remedy = f'écrivez "#{bare[0].upper()}"' if bare else None
    return fault.tell("couleur-forme", remedy=remedy)


def _empty_text(fault: Fault) -> Diagnostic:
    return fault.tell("texte-vide")


def _long_text(fault: Fault) -> Diagnostic:
    return fault.tell(
        "texte-demesure", length=len(str(fault.value)), limit=fault.context["max_length"]
    )


def _wrong_pattern(fault: Fault) -> Diagnostic:
    if fault.key == "departement":
        return fault.tell("departement-forme")
    free = edition_name.proposed(str(fault.value))
    return fault.tell("identifiant-forme" if fault.key == "id" else "edition-forme", free=free)


def _too_few(fault: Fault) -> Diagnostic:
    if fault.context["min_length"] == 1:
        return fault.tell("liste-vide", example=_list_example(fault))
    return fault.tell(
        "liste-trop-courte", least=fault.context["min_length"], count=len(fault.value)
    )


def _list_example(fault: Fault) -> str:
    field = vocabulary.field_at(fault.path)
    return examples.of_key(fault.key, field, _day(fault)) if field else ""


def _day(fault: Fault) -> str:
    """A day of the user's own for examples, or how one is written."""
    days = (("ceremonie", "date"), ("jours", EACH, "date"))
    dates_there = (query.day(fault.source.data, *pattern) for pattern in days)
    return next((one.isoformat() for one in dates_there if one), dates.FORM)


def _too_many(fault: Fault) -> Diagnostic:
    limit = fault.context["max_length"]
    extra = Fault(fault.kind, (*fault.path, limit), fault.value, {}, fault.source)
    return extra.tell("liste-trop-longue", key=fault.key, limit=limit, count=len(fault.value))


def _date_form(fault: Fault) -> Diagnostic:
    if isinstance(fault.value, dict | list):
        return fault.tell("date-forme", value="un bloc ou une liste")
    text = str(fault.value)
    if day := dates.meant(text):
        remedy = f"écrivez {fault.key}: {day.isoformat()} (le {dates.said(day)})"
        return fault.tell("date-forme", remedy=remedy)
    return _date_impossible(fault) if dates.written(text) else fault.tell("date-forme")


def _date_impossible(fault: Fault) -> Diagnostic:
    text = str(fault.value).strip()
    day = dates.meant(text)
    remedy = f"vouliez-vous dire {day.isoformat()} (le {dates.said(day)}) ?" if day else None
    last = dates.last_of_month(text)
    if day is None and last is not None:
        remedy = f"écrivez un jour qui existe, par exemple {fault.key}: {last.isoformat()}"
    return fault.tell("date-impossible", why=dates.why_impossible(text), remedy=remedy)


def _reserved(fault: Fault) -> Diagnostic:
    remedy = f"Windows garde ce nom pour lui : écrivez par exemple {fault.key}: {fault.value}-2"
    return fault.tell("edition-forme", remedy=remedy)


def refused(fault: Fault) -> Diagnostic:
    return fault.tell("valeur-refusee")


WORDINGS: dict[str, Callable[[Fault], Diagnostic]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "dict_type": _block_expected,
    "tuple_type": _not_a_list,
    "literal_error": _not_in_the_list,
    "enum": _not_in_the_list,
    "string_type": _not_a_text,
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _wrong_pattern,
    "float_type": wording_amounts.not_a_number,
    "float_parsing": wording_amounts.not_a_number,
    "finite_number": wording_amounts.not_a_number,
    "int_type": wording_amounts.not_whole,
    "int_parsing": wording_amounts.not_whole,
    "int_from_float": wording_amounts.not_whole,
    "int_parsing_size": wording_amounts.not_whole,
    "greater_than": wording_amounts.out_of_bounds,
    "greater_than_equal": wording_amounts.out_of_bounds,
    "less_than_equal": wording_amounts.out_of_bounds,
    "too_short": _too_few,
    "too_long": _too_many,
    "figure_form": methodcaller("tell", "chiffre-forme"),
    "yes_or_no": _neither_yes_nor_no,
    "date_form": _date_form,
    "date_impossible": _date_impossible,
    "edition_reserved": _reserved,
    "duration_form": wording_amounts.duration_form,
    "hour_form": wording_amounts.hour_form,
    "emblem_form": _emblem,
    "colour_lost": _colour_lost,
    "colour_form": _colour_form,
}
"""Every kind of fault that the model can find → how it is told."""
