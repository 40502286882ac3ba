"""What a remedy shows can be pasted: each of its examples is taken by the key at hand."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from ceremonie.diagnostics import Diagnostic, NodePath, errors
from ceremonie.messages.vocabulary import PROBLEMS
from ceremonie.storyboard import dates, vocabulary
from ceremonie.storyboard.values import Entry

from ..sample.appearances import full_board
from .boards import reading

WHOLE: Any = full_board().model_dump(mode="json", by_alias=True, exclude_none=True)
WRONG: tuple[Any, ...] = (
    *("un mot", 'dit "oui"', "", "12 min", "0,5", 99999, True),
    ["a", "b"],
    {"x": 1},
)
_EXAMPLE = r"(?<![\w-]){key}: (.+?)(?= ; |, ou | \(|$)"


def blocks(value: Any, path: NodePath = ()) -> Iterator[tuple[type[Entry], NodePath]]:
    """Every block of the storyboard, with its kind."""
    children = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict) and (kind := vocabulary.entry_at(path)):
        yield kind, path
    for step, inner in children:
        if isinstance(inner, dict | list):
            yield from blocks(inner, (*path, step))


PLACES = dict(reversed([*blocks(WHOLE)]))


HEAD = {
    **{key: WHOLE[key] for key in ("edition", "titre", "organisateur", "ceremonie")},
    "jours": [{"date": WHOLE["ceremonie"]["date"]}],
}


def board_with(path: NodePath, keys: dict[str, Any]) -> tuple[Diagnostic, ...]:
    """Faults of a storyboard with these values at a block of it, and with little besides."""
    data: Any = copy.deepcopy({**HEAD, **({path[0]: WHOLE[path[0]]} if path else {})})
    block = data
    for step in path:
        block = block[step]
    block.update(keys)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000)
    return errors(reading(text).diagnostics)


def examples(fault: Diagnostic, key: str) -> list[str]:
    """But for the form of a date, where no day is known."""
    told = re.findall(_EXAMPLE.format(key=key), fault.remedy)
    return [one for one in told if dates.FORM not in one]


def faults_at(path: NodePath, faults: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Of the values themselves, not of how they go with others."""
    told = [one for one in faults if one.slug in PROBLEMS and one.path]
    return [one for one in told if one.path and one.path[: len(path)] == path]


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_every_example_of_a_remedy_is_taken_by_its_key(kind: type[Entry]) -> None:
    path = PLACES[kind]
    for wrong in WRONG:
        faults = board_with(path, dict.fromkeys(vocabulary.fields(kind), wrong))
        proposed: dict[str, list[str]] = {}
        for key in vocabulary.fields(kind):
            for fault in faults_at((*path, key), faults):
                assert not re.search(r"\[['\"]|\{['\"]|None|True", fault.message), "as in Python"
                proposed.setdefault(key, []).extend(examples(fault, key))
        for turn in range(max(map(len, proposed.values()), default=0)):
            texts = {key: found[turn] for key, found in proposed.items() if turn < len(found)}
            values = {k: reading(f"{k}: {text}").source.data[k] for k, text in texts.items()}
            again = board_with(path, values)
            refused = {
                (key, str(wrong), texts[key], fault.render())
                for key in texts
                for fault in faults_at((*path, key), again)
            }
            assert not refused


def test_a_choice_of_numbers_is_told() -> None:
    (rate,) = faults_at(("film",), board_with(("film", "regie"), {"cadence": 30}))
    assert rate.remedy == "écrivez cadence: 25, ou cadence: 50"


def test_a_list_where_words_have_words_is_called_one() -> None:
    faults = board_with(("conducteur",), {"prononciations": ["a"]})
    (one,) = faults_at(("conducteur",), faults)
    assert (one.slug, "pas une liste" in one.message) == ("bloc-attendu", True)
