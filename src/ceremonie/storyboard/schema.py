"""JSON Schema of the storyboard (draft 2020-12): completion and help in an editor, in French."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from ceremonie.pictograms import names as pictograms
from ceremonie.storyboard.former_keys import RENAMED, Renamed
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.query import EACH
from ceremonie.storyboard.vocabulary import entry_at
from ceremonie.text import unaccented

FILE_NAME = "storyboard.schema.json"
"""Lies beside a storyboard, whose first line names it."""

_ACCENTED = {
    "a": "Fin de l'extrait",
    "alt": "Texte de remplacement",
    "athletes": "Athlètes",
    "ceremonie": "Cérémonie",
    "cloture": "Clôture",
    "credit": "Crédit",
    "de": "Début de l'extrait",
    "debut": "Début",
    "departement": "Département",
    "deroule": "Déroulé",
    "edition": "Édition",
    "etapes": "Étapes",
    "generique": "Générique",
    "legende": "Légende",
    "libelle": "Libellé",
    "media": "Média",
    "medias": "Médias",
    "palmares": "Palmarès",
    "portees": "Portées",
    "sur_mesure": "Sur mesure",
    "temoignages": "Témoignages",
    "embleme": "Emblème",
    "thematique": "Thématique",
    "theme": "Thème",
    "x": "De gauche à droite",
    "y": "De haut en bas",
}
"""Titles of the keys that are not their own title: keys carry no accents, titles do."""

_KINDS = {
    "Role": "Couleur d'un thème",
    "Section": "Partie",
    "Scope": "Usage accepté",
    "Otherwise": "Ce qui est fait sans accord",
}
_NOTHING = {"type": "null"}


def schema() -> dict[str, Any]:
    """The schema: French keys, a title and a description on every one of them."""
    made = Storyboard.model_json_schema(by_alias=True)
    kinds = made.pop("$defs")
    titles = {kind: _KINDS.get(kind) or body["title"] for kind, body in kinds.items()}
    names = {kind: _name(title) for kind, title in titles.items()}
    whole = {
        "$schema": GenerateJsonSchema.schema_dialect,
        **_mapping(made),
        "$defs": {names[kind]: _kind(titles[kind], body) for kind, body in kinds.items()},
    }
    renamed: dict[str, Any] = _renamed(whole, names)
    return renamed


def schema_text() -> str:
    """The schema as it is shipped and printed."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _name(title: str) -> str:
    """A title as a part of an address: « Cérémonie de clôture » → ceremonie-de-cloture."""
    return re.sub(r"[^a-z]+", "-", unaccented(title))


def _kind(title: str, body: dict[str, Any]) -> dict[str, Any]:
    if "enum" in body:
        return {"title": title, "enum": body["enum"]}
    return _mapping(body)


def _mapping(body: dict[str, Any]) -> dict[str, Any]:
    required = set(body.get("required", ()))
    properties = {
        key: _property(key, value, key in required) for key, value in body["properties"].items()
    } | _former(body["title"], body["properties"])
    kept: dict[str, Any] = {
        name: body[name] for name in ("title", "type", "required") if name in body
    }
    return {**kept, "additionalProperties": False, "properties": properties}


def _former(title: str, properties: dict[str, Any]) -> dict[str, Any]:
    """The former names of its keys, which are still read."""
    return {
        renamed.former: {
            **_property(renamed.former, properties[renamed.key] | {"title": None}, required=False),
            "description": f"ancien nom de « {renamed.key} »",
            "deprecated": True,
        }
        for renamed in RENAMED
        if _holder(renamed) == title
    }


def _holder(renamed: Renamed) -> str | None:
    entry = entry_at(tuple(0 if step is EACH else step for step in renamed.pattern))
    return entry.model_config.get("title") if entry else None


def _property(key: str, body: dict[str, Any], required: bool) -> dict[str, Any]:
    """What the reader takes: a number where a text is asked for, an optional key left empty."""
    title = _ACCENTED.get(key) or _given(key, body) or key.replace("_", "-").capitalize()
    facts = {"title": title, "description": body["description"]}
    facts |= {name: body[name] for name in ("default", "examples") if body.get(name) is not None}
    if key == "pictogramme":
        body = {"enum": list(pictograms())}
    shape = _shape(
        {k: v for k, v in body.items() if k not in {"title", "description", "default", "examples"}}
    )
    return {**facts, **(shape if required else _or_nothing(shape))}


def _given(key: str, body: dict[str, Any]) -> str | None:
    """The title that the field itself has, not the one that pydantic makes of its key."""
    title: str | None = body.get("title")
    return title if title and title != key.replace("_", " ").title() else None


def _shape(body: dict[str, Any]) -> dict[str, Any]:
    body = {name: value for name, value in body.items() if name != "title"}
    if "anyOf" in body:
        branches = [_shape(branch) for branch in body["anyOf"]]
        return {"anyOf": [b for n, b in enumerate(branches) if b not in branches[:n]]}
    if body.get("type") == "string" and not {"enum", "const", "format"} & body.keys():
        return {**body, "type": ["string", "number"]}
    if "items" in body:
        return {**body, "items": _shape(body["items"])}
    return body


def _or_nothing(shape: dict[str, Any]) -> dict[str, Any]:
    branches = shape.get("anyOf", [shape])
    return {"anyOf": [*branches, *([] if _NOTHING in branches else [_NOTHING])]}


def _renamed(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _renamed(value, names) for key, value in node.items()}
    if isinstance(node, list):
        return [_renamed(value, names) for value in node]
    if isinstance(node, str) and node.startswith("#/$defs/"):
        return "#/$defs/" + names[node.removeprefix("#/$defs/")]
    return node
