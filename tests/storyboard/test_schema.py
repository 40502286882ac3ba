"""The schema: French throughout, and of one mind with the reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from ceremonie.diagnostics import errors
from ceremonie.storyboard import read
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.schema import schema, schema_text

from .boards import VALID

BROKEN = VALID.parent / "broken"
AGREED = (
    "bornes", "cles-anglaises", "cles-inconnues", "cles-manquantes", "cles-mal-rangees",
    "edition-et-departement", "liste-pour-bloc", "listes-longueurs", "nombres", "personnes",
    "registre", "textes-trop-longs", "types", "valeurs-inconnues", "dates", "jours-vides",
    "cles-vides",
)  # fmt: skip
"""Broken storyboards whose faults a schema can see."""


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("file", sorted(VALID.glob("*.yaml")), ids=lambda file: file.stem)
def test_accepts_what_the_reader_accepts(file: Path, validator: Any) -> None:
    assert [error.message for error in validator.iter_errors(read(file).source.data)] == []


@pytest.mark.parametrize("name", AGREED)
def test_refuses_what_the_reader_refuses(name: str, validator: Any) -> None:
    found = read(BROKEN / f"{name}.yaml")
    assert errors(found.diagnostics)
    assert not validator.is_valid(found.source.data)


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield from node.get("properties", {}).items()
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


def test_every_key_has_title_and_description() -> None:
    found = list(properties(schema()))
    assert len(found) > 90
    for key, told in found:
        assert told["title"][0].isupper(), key
        assert len(told["description"]) > 3, key


def test_every_required_key_has_an_example() -> None:
    bodies = [schema(), *schema()["$defs"].values()]
    for body in bodies:
        for key in body.get("required", ()):
            assert body["properties"][key].get("examples"), (body["title"], key)


def test_no_english_word_of_the_code_shows() -> None:
    shown = set(schema_text().replace("/", '"').split('"'))
    classes = set(Storyboard.model_json_schema()["$defs"])
    assert not shown & (classes | {"Storyboard", "subtitle", "organiser", "workshops"})


def test_text_round_trips() -> None:
    assert json.loads(schema_text()) == schema()


def test_editor_reads_dates_as_texts(validator: Any) -> None:
    """As YAML 1.2 has them; a reader of 1.1 makes dates of them."""
    data = yaml.load((VALID / "minimal.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert validator.is_valid(data)
