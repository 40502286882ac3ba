"""SECURITY.md promises nothing that no test holds."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = sorted(
    set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "SECURITY.md").read_text("utf-8")))
)


def test_promises_name_their_tests() -> None:
    rows = [
        line
        for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines()
        if line.startswith("|") and not line.startswith(("| promise", "|---"))
    ]
    assert len(rows) >= 15
    assert all("`tests/" in row for row in rows)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_exists(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
