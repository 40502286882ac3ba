"""Run every test, then lint and types; with arguments, run `pytest` with them."""

from __future__ import annotations

import sys

from _environment import ROOT, prepare, run

CHECKS = (("pytest",), ("ruff", "check"), ("ruff", "format", "--check"), ("mypy",))


def main() -> int:
    """All checks are run, whatever one of them says."""
    prepare("tests")
    given = sys.argv[1:]
    checks = [("pytest", *given)] if given else CHECKS
    codes = [run("-m", *check, where=ROOT) for check in checks]
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
