"""What comes back from colleagues, and what is sent to them."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie import collected, command, console, interrupts, shown, words
from ceremonie.diagnostics import ExitCode

if TYPE_CHECKING:
    from ceremonie.sorting.door import Sorted


def reread(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `produce`
        from ceremonie.desk import reread
        from ceremonie.production import told_in_french

    with console.progress() as progress:
        found = reread(
            options.diaporama,
            storyboard=options.storyboard,
            code_local=options.code_local,
            cache=options.cache,
            workers=options.travaux,
            progress=progress,
        )
    if options.appliquer and not found.empty:
        with told_in_french():
            found.apply()
    if options.json:
        console.print_json(found.as_json())
    else:
        console.tell(found.diagnostics)
        console.say_each(shown.reread(found, applied=options.appliquer))
    return ExitCode.DONE


def import_table(options: Namespace) -> int:
    from ceremonie.desk import import_table
    from ceremonie.production import told_in_french

    found = import_table(options.tableau, storyboard=options.storyboard)
    applied = options.appliquer and not (found.wrong or found.empty)
    if applied:
        with told_in_french():
            found.apply()
    if options.json:
        console.print_json(found.as_json())
    else:
        console.tell(found.diagnostics)
        console.say_each(shown.imported(found, applied=applied))
    return ExitCode.STORYBOARD if found.wrong else ExitCode.DONE


def template(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `produce`
        from ceremonie.desk import template

    with console.progress() as progress:
        path = template(
            options.storyboard,
            options.vers,
            replace=options.remplacer,
            code_local=options.code_local,
            cache=options.cache,
            workers=options.travaux,
            progress=progress,
        )
    console.say(words.TEMPLATE_WRITTEN.format(path=path))
    return ExitCode.DONE


def photos(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `produce`
        from ceremonie.desk import sort_photos

    try:
        with console.progress() as progress:
            sorting = sort_photos(
                options.storyboard,
                options.dossier,
                day=options.jour,
                write=not options.essai,
                cache=options.cache,
                workers=options.travaux,
                progress=progress,
            )
    except KeyboardInterrupt:
        console.complain(words.PHOTOS_INTERRUPTED)
        return ExitCode.INTERRUPTED
    if options.json:
        console.print_json(sorting.as_json())
        return ExitCode.DONE
    console.tell(sorting.diagnostics)
    console.say_each(sorting.summary)
    console.say(_sorted(options, sorting))
    return ExitCode.DONE


def _sorted(options: Namespace, sorting: Sorted) -> str:
    if sorting.empty:
        return words.PHOTOS_NONE.format(folder=options.dossier)
    if options.essai:
        return words.PHOTOS_TOLD
    return "\n".join((words.PHOTOS_DONE.format(path=sorting.path), words.PHOTOS_NEXT))


def table(options: Namespace) -> int:
    from ceremonie.desk import table

    path = table(options.storyboard, options.vers)
    console.say(words.TABLE_WRITTEN.format(path=path, name=path.name, command=command.name()))
    return ExitCode.DONE


def consents(options: Namespace) -> int:
    from ceremonie.desk import consent_papers, consents

    before = dt.date.fromisoformat(options.avant) if options.avant else None
    found = consents(options.storyboard, audiences=options.public, before=before)
    papers: tuple[Path, ...] = ()
    if options.fiches:
        papers = consent_papers(found, options.fiches, replace=options.remplacer)
    if options.json:
        console.print_json(found.as_json() | {"fiches": [str(path) for path in papers]})
    else:
        console.tell(found.diagnostics)
        console.say_each(collected.lines(found, papers))
    return ExitCode.STORYBOARD if found.diagnostics else ExitCode.DONE
