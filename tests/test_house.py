"""How large modules and functions may be, and how modules may lean on each other."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "ceremonie"
MODULES = sorted(PACKAGE.rglob("*.py"))

LINES_OF_A_MODULE = 400
LINES_OF_NINE_FUNCTIONS_IN_TEN = 16
POSITIONAL_ARGUMENTS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PLACES = {name_of(module): module for module in MODULES}


@cache
def tree(name: str) -> ast.Module:
    """Parsed once, and not where tests are only collected."""
    return ast.parse(PLACES[name].read_text("utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_not_too_long(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LINES_OF_A_MODULE


def functions() -> Iterator[Function]:
    for name in PLACES:
        for node in ast.walk(tree(name)):
            if isinstance(node, Function):
                yield node


def length(function: Function) -> int:
    """Lines of the body, from its first statement on; its docstring is left out."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return max((node.end_lineno or 0) for node in body) - body[0].lineno + 1 if body else 0


def test_nine_functions_in_ten_are_short() -> None:
    lengths = sorted(map(length, functions()))
    assert lengths[len(lengths) * 9 // 10] <= LINES_OF_NINE_FUNCTIONS_IN_TEN


def imported(name: str) -> Set[str]:
    """The modules that a module imports when it is imported itself: not those that it imports in a
    function, nor those that only types need.
    """
    return _imported(tree(name)) - {name}


@cache
def _imported(module: ast.Module) -> Set[str]:
    found: set[str] = set()
    for node in module.body:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(inner & PLACES.keys() or {node.module})
    return found & PLACES.keys()


def circle(start: str) -> list[str]:
    """The way from a module back to itself; empty where there is none."""
    ways = [[start, name] for name in sorted(imported(start))]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        if way[-1] == start:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, name] for name in sorted(imported(way[-1]))]
    return []


@pytest.mark.parametrize("name", sorted(PLACES))
def test_no_module_imports_itself_by_way_of_others(name: str) -> None:
    assert circle(name) == []


def test_a_circle_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed, leaning = tree, ast.parse("from ceremonie.messages.catalogue import problem")
    trees = {"ceremonie.diagnostics": leaning}
    monkeypatch.setattr(sys.modules[__name__], "tree", lambda name: trees.get(name) or parsed(name))
    there, back = "ceremonie.diagnostics", "ceremonie.messages.catalogue"
    assert circle(there) == [there, back, there]


IN_THE_PLAN = [name for name in sorted(PLACES) if name.startswith("ceremonie.planning")]


@pytest.mark.parametrize("name", IN_THE_PLAN)
def test_a_call_in_the_plan_names_what_it_hands_on(name: str) -> None:
    calls = (node for node in ast.walk(tree(name)) if isinstance(node, ast.Call))
    crowded = [ast.unparse(call) for call in calls if len(call.args) > POSITIONAL_ARGUMENTS]
    assert crowded == []
