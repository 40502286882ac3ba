"""`ceremonie refaire`: arguments in, what was made again out."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie import console, interrupts, words
from ceremonie.diagnostics import ExitCode

if TYPE_CHECKING:
    from ceremonie.rebuilding.door import Rebuilt
    from ceremonie.rebuilding.versions import Lock


def rebuild(options: Namespace) -> int:
    """Run the command; returns its exit code."""
    with interrupts.held():  # lest it be lost, as in `produce`
        from ceremonie.desk import rebuild
        from ceremonie.rebuilding.door import Wanted

    wanted = Wanted(
        to=Path(options.vers) if options.vers else None,
        storyboard=Path(options.storyboard) if options.storyboard else None,
        assets=Path(options.dossier),
        code_local=options.code_local,
        despite=options.malgre_retrait,
    )
    try:
        with console.progress() as progress:
            rebuilt = rebuild(options.sac, wanted, workers=options.travaux, progress=progress)
    except KeyboardInterrupt:
        console.complain(words.REBUILD_INTERRUPTED)
        return ExitCode.INTERRUPTED
    if options.json:
        console.print_json(rebuilt.as_json)
    else:
        console.tell(rebuilt.diagnostics)
        console.say_each(_lines(rebuilt))
    return ExitCode.DONE if rebuilt.is_same else ExitCode.CHECK


def _lines(rebuilt: Rebuilt) -> Iterator[str]:
    yield words.REBUILD_DONE.format(path=rebuilt.path)
    for verdict, sentence in words.REBUILD_VERDICTS.items():
        alike = [one for one in rebuilt.outcomes if one.verdict == verdict]
        if alike:
            files = words.counted(len(alike), "fichier")
            yield f"  {sentence} : {files}"
            yield from (f"    {one.name} ({one.why})" for one in alike if one.why)
    if rebuilt.is_identical:
        yield words.REBUILD_SAME
    if rebuilt.lock:
        yield from _to_install(rebuilt.lock)


def _to_install(lock: Lock) -> Iterator[str]:
    yield "\n" + words.REBUILD_LOCK.format(python=lock.python, program=lock.program)
    yield from (f"  {one}" for one in lock.packages)
    yield words.REBUILD_COMMANDS
    yield from (f"  {one}" for one in lock.commands)
