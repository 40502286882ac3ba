"""The guide says everything that there is to say, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from ceremonie import pictograms
from ceremonie.arguments import Answer, parse
from ceremonie.diagnostics import ExitCode
from ceremonie.messages import PROBLEMS
from ceremonie.storyboard import model
from ceremonie.storyboard.reading import read_bytes

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide.md").read_text("utf-8")
MODELS = [
    found
    for found in vars(model).values()
    if isinstance(found, type) and issubclass(found, BaseModel) and found is not BaseModel
]
OF_OTHERS = {"--user", "--nthreads", "--nworkers", "--paquets", "--version"}
"""Options of pip, of Dask, of `scripts/build.py`, and of no command alone."""

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
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.+?) (?<!\\)\| (.+) \|$", chapter, re.M)
    assert [code for code, _, _ in rows] == list(PROBLEMS)
    for code, meaning, remedy in rows:
        assert len(meaning) > 10, code
        assert len(remedy) > 10, code


def test_every_pictogram_is_listed_and_no_other() -> None:
    chapter = GUIDE[GUIDE.index("## 11.") : GUIDE.index("## 12.")]
    assert tuple(re.findall(r"`([a-z0-9-]+)`", chapter)) == pictograms.names()


def test_its_examples_are_read() -> None:
    for example in re.findall(r"```yaml\n(.*?)```", GUIDE, re.S):
        own = set(re.findall(r"^(\w+):", example, re.M))
        head = [x for x in HEAD.splitlines() if x.partition(":")[0] not in own]
        text = "\n".join(head) + "\n" + example
        found = read_bytes(text.encode(), Path("guide.yaml")).diagnostics
        assert [d.render() for d in found if d.severity == "erreur"] == [], example


def test_every_exit_code_is_listed_and_no_other() -> None:
    chapter = GUIDE[GUIDE.index("### Les codes de sortie") : GUIDE.index("## 11.")]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", chapter, re.M)] == list(ExitCode)


@pytest.mark.parametrize(
    "command",
    [
        "produire",
        "verifier",
        "nouvelle",
        "photos",
        "relire",
        "importer",
        "cle",
        "archiver",
        "refaire",
        "schema",
    ],
)
def test_every_option_is_named(command: str) -> None:
    with pytest.raises(Answer) as answer:
        parse([command, "--help"])
    for option in set(re.findall(r"--[a-z]+", str(answer.value))):
        assert option in GUIDE


def test_every_option_it_names_exists() -> None:
    helps = ""
    for command in (
        "produire",
        "verifier",
        "nouvelle",
        "relire",
        "importer",
        "gabarit",
        "photos",
        "retrait",
        "accords",
        "cle",
        "controler",
        "archiver",
        "refaire",
        "schema",
        "cache",
    ):
        with pytest.raises(Answer) as answer:
            parse([command, "--help"])
        helps += str(answer.value)
    named = set(re.findall(r"(?<![\w-])--[a-z]+", GUIDE)) - OF_OTHERS
    assert named <= set(re.findall(r"--[a-z]+", helps))


def test_its_links_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.M)
    anchors = {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}
    targets = re.findall(r"\]\(#([^)]+)\)", GUIDE)
    assert targets
    assert set(targets) <= anchors


def test_its_commands_exist() -> None:
    commands = re.findall(r"^ceremonie (.+)$", GUIDE, re.M)
    assert len(commands) >= 3
    for command in commands:
        parse(command.split())
