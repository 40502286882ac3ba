"""Arguments in, exit code out: the only module that exits, and with `console` that prints."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie import collected, command, console, interrupts, shown, words
from ceremonie.arguments import Answer, GrammarError, parse
from ceremonie.diagnostics import (
    CeremonieError,
    ExitCode,
    Severity,
    errors,
    remarkable,
)

if TYPE_CHECKING:
    from ceremonie.production import Edition
    from ceremonie.sorting.door import Sorted


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


def _produce(options: Namespace) -> int:
    with interrupts.held():  # some code takes every exception for an attribute that is not there
        from ceremonie.desk import shown_by_system
        from ceremonie.production import Part, produce

    with console.progress() as progress:
        edition = produce(
            options.storyboard,
            only=Part(options.seulement) if options.seulement else None,
            shapes=options.format,
            draft=options.brouillon,
            workers=options.travaux,
            cluster=options.grappe,
            output=options.sortie,
            replace_other=options.remplacer,
            audiences=options.public,
            master=options.regie,
            cache=options.cache,
            cache_max=options.cache_max,
            progress=progress,
            code_local=options.code_local,
        )
    console.tell(edition.diagnostics)
    if options.json:
        console.print_json(edition.as_json)
    else:
        _summarise(edition, draft=options.brouillon)
    if options.ouvrir and not shown_by_system(edition):
        console.complain(words.OPEN_BY_HAND.format(folder=edition.folder))
    return ExitCode.DONE


def _summarise(edition: Edition, *, draft: bool) -> None:
    warnings = words.counted(len(remarkable(edition.diagnostics)), str(Severity.WARNING))
    sentence = words.UP_TO_DATE if edition.unchanged else words.DONE
    console.say(sentence.format(folder=edition.folder, warnings=warnings))
    for path in edition.files:
        console.say(f"  {path}")
    if edition.template:
        console.say(shown.in_template(edition.template))
    if draft:
        console.say(words.DRAFT_MADE)


def _check(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
        from ceremonie.production import survey

    with console.progress() as progress:
        surveyed = survey(
            options.storyboard,
            code_local=options.code_local,
            shapes=options.format,
            audiences=options.public,
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
        console.print_json({"diagnostics": told, "film": surveyed.film})
    else:
        for diagnostic in diagnostics:
            console.say(diagnostic.render(), end="\n\n")
        if surveyed.film and surveyed.film["images"]:
            console.say(words.film_lasts(surveyed.film))
        console.say(console.summary(diagnostics) if remarkable(diagnostics) else words.ALL_WELL)
    return ExitCode.STORYBOARD if wrong else ExitCode.DONE


def _new(options: Namespace) -> int:
    from ceremonie.starting import launchers
    from ceremonie.storyboard.template import new_edition

    path = new_edition(options.edition, Path(options.dossier), options.modele)
    console.say(words.CREATED.format(path=path))
    if added := launchers.add(path.parent):
        console.say(words.LAUNCHERS.format(names=", ".join(one.name for one in added)))
    console.say(words.NEXT.format(command=command.name(), path=command.argument(path)))
    return ExitCode.DONE


def _reread(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
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
        _say_each(shown.reread(found, applied=options.appliquer))
    return ExitCode.DONE


def _import(options: Namespace) -> int:
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
        _say_each(shown.imported(found, applied=applied))
    return ExitCode.STORYBOARD if found.wrong else ExitCode.DONE


def _template(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
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


def _photos(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
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
    _say_each(sorting.summary)
    console.say(_sorted(options, sorting))
    return ExitCode.DONE


def _sorted(options: Namespace, sorting: Sorted) -> str:
    if sorting.empty:
        return words.PHOTOS_NONE.format(folder=options.dossier)
    if options.essai:
        return words.PHOTOS_TOLD
    return "\n".join((words.PHOTOS_DONE.format(path=sorting.path), words.PHOTOS_NEXT))


def _table(options: Namespace) -> int:
    from ceremonie.desk import table

    path = table(options.storyboard, options.vers)
    console.say(words.TABLE_WRITTEN.format(path=path, name=path.name, command=command.name()))
    return ExitCode.DONE


def _withdraw(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `_produce`
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
            _say_each((*telling.lines(traces, output), wording.TOLD))
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
        _say_each(telling.done(applied, output))
    return applied.exit_code


def _say_each(lines: Iterable[str]) -> None:
    for line in lines:
        console.say(line)


def _consents(options: Namespace) -> int:
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
        _say_each(collected.lines(found, papers))
    return ExitCode.STORYBOARD if found.diagnostics else ExitCode.DONE


def _stick(options: Namespace) -> int:
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
        _say_each(shown.sticks(sticks))
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
        console.print_json({"dossier": str(place), "fichiers": len(entries), "octets": size})
        return ExitCode.DONE
    sentence = words.CACHE_EMPTIED if options.vider else words.CACHE_TOLD
    files = words.counted(len(entries), "fichier")
    console.say(sentence.format(folder=place, files=files, size=words.sized(size)))
    return ExitCode.DONE


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "produire": _produce,
    "verifier": _check,
    "nouvelle": _new,
    "relire": _reread,
    "importer": _import,
    "gabarit": _template,
    "photos": _photos,
    "tableau": _table,
    "retrait": _withdraw,
    "accords": _consents,
    "cle": _stick,
    "schema": _schema,
    "cache": _cache,
}
