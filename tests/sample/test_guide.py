"""The guide says everything that there is to say, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from ceremonie.arguments import parse
from ceremonie.messages import PROBLEMS
from ceremonie.storyboard import model
from ceremonie.storyboard.reading import read_bytes
from ceremonie.theme import pictogram

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide.md").read_text("utf-8")
MODELS = [
    found
    for found in vars(model).values()
    if isinstance(found, type) and issubclass(found, BaseModel) and found is not BaseModel
]
HEAD = """\
edition: essai
titre: Essai
organisateur: Mairie
ceremonie: {date: 2024-12-06, lieu: salle}
jours: [{date: 2024-12-03}]
"""


@pytest.mark.parametrize("entry", MODELS, ids=lambda m: m.__name__)
def test_every_key_is_described(entry: type[BaseModel]) -> None:
    for name, field in entry.model_fields.items():
        assert f"| `{field.alias or name}` | {field.description} |" in GUIDE


def test_every_message_is_documented_and_no_other() -> None:
    chapter = GUIDE[GUIDE.index("## 10.") : GUIDE.index("### Les codes de sortie")]
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", chapter, re.M)) == set(PROBLEMS)


def test_every_pictogram_is_listed_and_no_other() -> None:
    chapter = GUIDE[GUIDE.index("## 11.") :]
    assert tuple(re.findall(r"`([a-z0-9-]+)`", chapter)) == pictogram.names()


def test_its_examples_are_read() -> None:
    for example in re.findall(r"```yaml\n(.*?)```", GUIDE, re.S):
        own = set(re.findall(r"^(\w+):", example, re.M))
        head = [x for x in HEAD.splitlines() if x.partition(":")[0] not in own]
        text = "\n".join(head) + "\n" + example
        found = read_bytes(text.encode(), Path("guide.yaml")).diagnostics
        assert [d.render() for d in found if d.severity == "erreur"] == [], example


def test_its_commands_exist() -> None:
    commands = re.findall(r"^ceremonie (.+)$", GUIDE, re.M)
    assert len(commands) >= 3
    for command in commands:
        parse(command.split())
