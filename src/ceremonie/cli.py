"""Arguments in, exit code out: the only module that prints or exits."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
import threading
import time
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ceremonie import command, interrupts, words
from ceremonie.arguments import Answer, GrammarError, parse
from ceremonie.diagnostics import (
    CeremonieError,
    Diagnostic,
    ExitCode,
    MachineError,
    Severity,
    errors,
    remarkable,
)
from ceremonie.files import disk_is_full
from ceremonie.messages import decimal, problem
from ceremonie.progress import Progress, Step

if TYPE_CHECKING:
    from ceremonie.production import Edition, InTemplate, Reread
    from ceremonie.storyboard.editing import Passage


SELDOM = 20_000
"""New objects after which Python looks for rubbish (700 by itself): a plan is made of hundreds of
thousands of small values that stay. `verifier` of 500 workshops takes a tenth less time.
"""

SILENT = 2.0
"""Seconds after which plain lines say again how far a step is, while it tells that it goes on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code of the contract."""
    _speak_utf8()
    gc.set_threshold(SELDOM)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = parse(given)
    except GrammarError as error:
        _complain(f"{command.name()} : {error}")
        return ExitCode.USAGE
    except Answer as answer:
        text = str(answer)
        return _guarded(lambda _: _say(text), Namespace())
    return _guarded(_COMMANDS[options.command], options)


def _guarded(run: Callable[[Namespace], int], options: Namespace) -> int:
    try:
        with _stoppable():
            return _ended(run, options)
    except CeremonieError as error:  # raised by printing
        _tell(error.diagnostics)
        return error.exit_code
    except KeyboardInterrupt:
        _complain(words.INTERRUPTED)
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: no traceback reaches a user
        if "trace" in options:
            traceback.print_exc()
        _complain(words.INTERNAL.format(cause=f"{type(error).__name__} ({error})"))
        return ExitCode.RENDERING


def _ended(run: Callable[[Namespace], int], options: Namespace) -> int:
    try:
        return run(options)
    except CeremonieError as error:
        if "trace" in options:
            traceback.print_exc()
        _tell(error.diagnostics)
        if getattr(options, "json", False):
            _print_json({"diagnostics": [d.as_json() for d in error.diagnostics]})
        return error.exit_code


def _say(text: str) -> int:
    _print(text, end="")
    return ExitCode.DONE


def _produce(options: Namespace) -> int:
    with interrupts.held():  # some code takes every exception for an attribute that is not there
        from ceremonie.production import Part, produce

    with _progress() as progress:
        edition = produce(
            options.storyboard,
            only=Part(options.seulement) if options.seulement else None,
            shapes=options.format,
            draft=options.brouillon,
            workers=options.travaux,
            cluster=options.grappe,
            output=options.sortie,
            replace_other=options.remplacer,
            cache=options.cache,
            cache_max=options.cache_max,
            progress=progress,
            code_local=options.code_local,
        )
    _tell(edition.diagnostics)
    if options.json:
        _print_json(_described(edition))
    else:
        _summarise(edition, draft=options.brouillon)
    return ExitCode.DONE


def _described(edition: Edition) -> dict[str, Any]:
    return {
        "dossier": str(edition.folder),
        "inchange": edition.unchanged,
        "sorties": [path.name for path in edition.files],
        "diagnostics": [d.as_json() for d in edition.diagnostics],
        "durees": {str(step): round(s, 2) for step, s in edition.durations.items()},
    }


def _summarise(edition: Edition, *, draft: bool) -> None:
    warnings = words.counted(len(remarkable(edition.diagnostics)), str(Severity.WARNING))
    sentence = words.UP_TO_DATE if edition.unchanged else words.DONE
    _print(sentence.format(folder=edition.folder, warnings=warnings))
    for path in edition.files:
        _print(f"  {path}")
    if edition.template:
        _print(_in_template(edition.template))
    if draft:
        _print(words.DRAFT_MADE)


def _in_template(one: InTemplate) -> str:
    slides = words.counted(one.pages, "diapositive")
    layouts = words.counted(one.layouts, "disposition")
    return words.IN_TEMPLATE.format(name=one.name, slides=slides, layouts=layouts)


def _check(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
        from ceremonie.production import survey

    with _progress() as progress:
        surveyed = survey(
            options.storyboard,
            code_local=options.code_local,
            shapes=options.format,
            output=options.sortie,
            cache=options.cache,
            cache_max=options.cache_max,
            workers=options.travaux,
            progress=progress,
        )
    diagnostics = surveyed.diagnostics
    wrong = errors(diagnostics)
    if options.json:
        told = [d.as_json() for d in diagnostics]
        _print_json({"diagnostics": told, "film": surveyed.film})
    else:
        for diagnostic in diagnostics:
            _print(diagnostic.render(), end="\n\n")
        if surveyed.film and surveyed.film["images"]:
            _print(words.film_lasts(surveyed.film))
        _print(_count(diagnostics) if remarkable(diagnostics) else words.ALL_WELL)
    return ExitCode.STORYBOARD if wrong else ExitCode.DONE


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    wrong = sum(diagnostic.count for diagnostic in errors(diagnostics))
    every = sum(diagnostic.count for diagnostic in remarkable(diagnostics))
    return words.SUMMARY.format(
        errors=words.counted(wrong, str(Severity.ERROR)),
        warnings=words.counted(every - wrong, str(Severity.WARNING)),
    )


def _new(options: Namespace) -> int:
    from ceremonie.storyboard.template import new_edition

    path = new_edition(options.edition, Path(options.dossier))
    _print(words.CREATED.format(path=path))
    _print(words.NEXT.format(command=command.name(), path=command.argument(path)))
    return ExitCode.DONE


def _reread(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
        from ceremonie.production import reread

    with _progress() as progress:
        found = reread(
            options.diaporama,
            storyboard=options.storyboard,
            code_local=options.code_local,
            cache=options.cache,
            workers=options.travaux,
            progress=progress,
        )
    if options.appliquer and not found.empty:
        found.apply()
    if options.json:
        _print_json(found.as_json())
    else:
        _tell(found.diagnostics)
        _show(found, applied=options.appliquer)
    return ExitCode.DONE


def _show(found: Reread, *, applied: bool) -> None:
    """Each change with its lines before and after."""
    if found.empty:
        _print(words.REREAD_NOTHING if not found.diagnostics else words.REREAD_NO_MORE)
        return
    for passage, slide in found.passages:
        _print(_passage(str(found.path), passage, slide), end="\n\n")
    if applied:
        for photo in found.photos:
            _print(words.REREAD_PHOTO.format(path=photo.file))
    _print(words.REREAD_APPLIED.format(path=found.path) if applied else words.REREAD_TOLD)


def _passage(file: str, passage: Passage, slide: int | None) -> str:
    lines = words.REREAD_LINE if passage.first == passage.last else words.REREAD_LINES
    where = lines.format(file=file, line=passage.first, last=passage.last)
    head = words.REREAD_SLIDE.format(where=where, slide=slide) if slide else where
    before, after = (
        (f"  - {line}" for line in passage.before),
        (f"  + {line}" for line in passage.after),
    )
    return "\n".join((head, *before, *after))


def _template(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
        from ceremonie.production import template

    with _progress() as progress:
        path = template(
            options.storyboard,
            options.vers,
            replace=options.remplacer,
            code_local=options.code_local,
            cache=options.cache,
            workers=options.travaux,
            progress=progress,
        )
    _print(words.TEMPLATE_WRITTEN.format(path=path))
    return ExitCode.DONE


def _schema(_: Namespace) -> int:
    from ceremonie.storyboard.schema import schema_text

    return _say(schema_text())


def _cache(options: Namespace) -> int:
    from ceremonie import cache

    place = cache.folder(options.cache)
    entries = cache.empty(place) if options.vider else cache.entries(place)
    size = sum(entry.size for entry in entries)
    if options.json:
        _print_json({"dossier": str(place), "fichiers": len(entries), "octets": size})
        return ExitCode.DONE
    sentence = words.CACHE_EMPTIED if options.vider else words.CACHE_TOLD
    files = words.counted(len(entries), "fichier")
    _print(sentence.format(folder=place, files=files, size=words.sized(size)))
    return ExitCode.DONE


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "produire": _produce,
    "verifier": _check,
    "nouvelle": _new,
    "relire": _reread,
    "gabarit": _template,
    "schema": _schema,
    "cache": _cache,
}


def _tell(diagnostics: Iterable[Diagnostic]) -> None:
    problems = tuple(diagnostics)
    for diagnostic in problems:
        _complain(diagnostic.render() + "\n")
    if problems:
        _complain(_count(problems))


def _complain(text: str) -> None:
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _print(text: str, end: str = "\n") -> None:
    """A reader that has left (`| head`) changes nothing about a run and how it ends; a result for
    which there is no room is an error.
    """
    try:
        print(text, end=end, flush=True)
    except OSError as error:
        _silence(sys.stdout)
        if disk_is_full(error):
            raise MachineError(problem("disque-plein")) from error


def _silence(stream: TextIO) -> None:
    """What comes later goes nowhere, nor does what Python still holds when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _print_json(facts: dict[str, Any]) -> None:
    _print(json.dumps(facts, ensure_ascii=False, indent=1))


def _speak_utf8() -> None:
    """A Windows console may not know every sign; a missing one must not stop a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Being told to end counts as Ctrl-C: things are put in order first."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are not for other threads
        return
    former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


@contextlib.contextmanager
def _progress() -> Iterator[Progress]:
    """A bar with the step and the time left on a terminal, plain lines elsewhere."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        tasks: dict[Step, Any] = {}

        def show(step: Step, part: float) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(str(step), total=1.0)
            bar.update(tasks[step], completed=part)

        yield show


class _Lines:
    """A line when a step begins to take time, every tenth of it, and when it ends; one at least
    every two seconds in between.
    """

    def __init__(self) -> None:
        self.tenths: dict[Step, int] = {}
        self.began: dict[Step, float] = {}
        self.last = 0.0

    def __call__(self, step: Step, part: float) -> None:
        now = time.monotonic()
        spent = now - self.began.setdefault(step, now)
        tenth, seen = int(part * 10 + 1e-9), self.tenths.get(step, -1)
        if tenth <= seen and (seen >= 10 or now - self.last < SILENT):
            return
        self.tenths[step], self.last = tenth, now
        if tenth >= 10:
            _complain(words.STEP_DONE.format(step=step, seconds=decimal(spent)))
        else:
            _complain(words.progress(step, part, spent))
