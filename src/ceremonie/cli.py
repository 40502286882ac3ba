"""Arguments in, exit code out: the only module that exits; with `verbs` and `console` it prints."""

from __future__ import annotations

import gc
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence

from ceremonie import command, console, interrupts, words
from ceremonie.arguments import Answer, GrammarError, parse
from ceremonie.diagnostics import CeremonieError, ExitCode
from ceremonie.verbs import comparing, editions, house, office, producing, rebuilding, sealing

SELDOM = 20_000
"""New objects after which Python looks for rubbish (700 by itself): a plan is made of hundreds of
thousands of small values that stay. `verifier` of 500 workshops takes a tenth less time.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code of the contract."""
    console.speak_utf8()
    gc.set_threshold(SELDOM)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = parse(given)
    except GrammarError as error:
        console.complain(f"{command.name()} : {error}")
        return ExitCode.USAGE
    except Answer as answer:
        text = str(answer)
        return _guarded(lambda _: _say(text), Namespace())
    return _guarded(_COMMANDS[options.command], options)


def _guarded(run: Callable[[Namespace], int], options: Namespace) -> int:
    with interrupts.stoppable() as stop:
        try:
            return _ended(run, options)
        except CeremonieError as error:  # raised by printing
            console.tell(error.diagnostics)
            return error.exit_code
        except KeyboardInterrupt:
            console.complain(words.INTERRUPTED)
            return ExitCode.INTERRUPTED
        except Exception as error:  # noqa: BLE001 - the edge: no traceback reaches a user
            if "trace" in options:
                traceback.print_exc()
            if stop.asked:
                console.complain(words.INTERRUPTED)
                return ExitCode.INTERRUPTED
            console.complain(words.INTERNAL.format(cause=f"{type(error).__name__} ({error})"))
            return ExitCode.RENDERING


def _ended(run: Callable[[Namespace], int], options: Namespace) -> int:
    try:
        return run(options)
    except CeremonieError as error:
        if "trace" in options:
            traceback.print_exc()
        console.tell(error.diagnostics)
        if getattr(options, "json", False):
            console.print_json({"diagnostics": [d.as_json() for d in error.diagnostics]})
        return error.exit_code


def _say(text: str) -> int:
    console.say(text, end="")
    return ExitCode.DONE


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "produire": producing.produce,
    "verifier": producing.verify,
    "nouvelle": house.new,
    "relire": office.reread,
    "importer": office.import_table,
    "gabarit": office.template,
    "photos": office.photos,
    "tableau": office.table,
    "retrait": editions.withdraw,
    "accords": office.consents,
    "cle": editions.stick,
    "controler": editions.control,
    "archiver": sealing.seal,
    "refaire": rebuilding.rebuild,
    "comparer": comparing.compare,
    "schema": house.schema,
    "cache": house.cache,
}
