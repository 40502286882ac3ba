"""Run every test, then lint and types; with arguments, run `pytest` with them.

python scripts/test.py -m "not slow"     # what takes seconds, of every room
"""

from __future__ import annotations

import sys

from _environment import ROOT, prepare, run

SIDE_BY_SIDE = (
    "-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder",
)  # fmt: skip
"""Files of tests on all cores, in the order of `tests/conftest.py`; not many at a time, since tests
start processes of their own.
"""

CHECKS = (("pytest", *SIDE_BY_SIDE), ("ruff", "check"), ("ruff", "format", "--check"), ("mypy",))


def main() -> int:
    """All checks are run, whatever one of them says."""
    prepare("tests")
    given = sys.argv[1:]
    checks = [("pytest", *_spread(given), *given)] if given else CHECKS
    codes = [run("-m", *check, where=ROOT) for check in checks]
    return next((code for code in codes if code), 0)


def _spread(given: list[str]) -> tuple[str, ...]:
    """Nothing but marks: all files are meant."""
    return SIDE_BY_SIDE if given[0] == "-m" and len(given) == 2 else ()


if __name__ == "__main__":
    sys.exit(main())
