"""What is done with editions that are there."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path

from ceremonie import console, interrupts, shown, words
from ceremonie.diagnostics import ExitCode


def withdraw(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `produce`
        from ceremonie import desk
        from ceremonie.withdrawal import facts, telling, wording

    where: desk.Looking = {
        "output": options.sortie,
        "assets": options.dossier,
        "further": options.aussi,
        "cache": options.cache,
    }
    output = Path(options.sortie)
    if not options.appliquer:
        traces = desk.traces(options.personne, **where)
        if options.json:
            console.print_json(facts.of(traces, output))
        else:
            console.say_each((*telling.lines(traces, output), wording.TOLD))
        return ExitCode.DONE
    try:
        with console.progress() as progress:
            applied = desk.withdraw(
                options.personne,
                day=options.date or dt.date.today().isoformat(),
                code_local=options.code_local,
                workers=options.travaux,
                progress=progress,
                **where,
            )
    except KeyboardInterrupt:
        console.complain(wording.INTERRUPTED)
        return ExitCode.INTERRUPTED
    console.tell(applied.diagnostics)
    if options.json:
        console.print_json(facts.done(applied, output))
    else:
        console.say_each(telling.done(applied, output))
    return applied.exit_code


def stick(options: Namespace) -> int:
    from ceremonie.desk import stick

    try:
        with console.progress() as progress:
            sticks = stick(
                options.edition,
                to=options.vers,
                zipped=options.zip,
                fat32=options.fat32,
                systems=options.installation,
                output=options.sortie,
                cache=options.cache,
                progress=progress,
            )
    except KeyboardInterrupt:
        console.complain(words.STICK_INTERRUPTED)
        return ExitCode.INTERRUPTED
    if options.json:
        console.print_json(sticks.as_json)
    else:
        console.tell(sticks.diagnostics)
        console.say_each(shown.sticks(sticks))
    return ExitCode.DONE


def control(options: Namespace) -> int:
    from ceremonie.desk import control

    with console.progress() as progress:
        controlled = control(options.dossier, thorough=options.complet, progress=progress)
    if options.json:
        console.print_json(controlled.as_json)
    else:
        console.say_each(shown.controlled(controlled))
    return ExitCode.DONE if controlled.is_whole else ExitCode.CHECK
