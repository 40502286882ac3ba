"""What the command line prints: results on one stream, what is to be told on the other."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, TextIO

from ceremonie import words
from ceremonie.advancing import advancing
from ceremonie.diagnostics import Diagnostic, MachineError, Severity, errors, remarkable
from ceremonie.files import disk_is_full
from ceremonie.messages import problem
from ceremonie.progress import Progress


def tell(diagnostics: Iterable[Diagnostic]) -> None:
    """Problems, each with its place, and how many they are: on the error stream."""
    problems = tuple(diagnostics)
    for diagnostic in problems:
        complain(diagnostic.render() + "\n")
    if problems:
        complain(summary(problems))


def complain(text: str) -> None:
    """A line on the error stream; where nobody reads it any more, nothing happens."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def say(text: str, end: str = "\n") -> None:
    """A text on the output stream. A reader that has left (`| head`) changes nothing about a run
    and how it ends; a result for which there is no room is an error.
    """
    try:
        print(text, end=end, flush=True)
    except OSError as error:
        _silence(sys.stdout)
        if disk_is_full(error):
            raise MachineError(problem("disque-plein")) from error


def say_each(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _silence(stream: TextIO) -> None:
    """What comes later goes nowhere, nor does what Python still holds when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def print_json(facts: dict[str, Any]) -> None:
    """What `--json` asks for, on the output stream."""
    say(json.dumps(facts, ensure_ascii=False, indent=1))


def speak_utf8() -> None:
    """A Windows console may not know every sign; a missing one must not stop a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and warnings they are; what is merely told is left out."""
    wrong = sum(diagnostic.count for diagnostic in errors(diagnostics))
    every = sum(diagnostic.count for diagnostic in remarkable(diagnostics))
    return words.SUMMARY.format(
        errors=words.counted(wrong, str(Severity.ERROR)),
        warnings=words.counted(every - wrong, str(Severity.WARNING)),
    )


def progress() -> AbstractContextManager[Progress]:
    """How far a run is, on the error stream."""
    return advancing(complain)
