"""`produire` and `verifier`."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ceremonie import console, interrupts, shown, words
from ceremonie.diagnostics import ExitCode, Severity, errors, remarkable

if TYPE_CHECKING:
    from ceremonie.production import Edition


def produce(options: Namespace) -> int:
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
            keep=options.garder,
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


def verify(options: Namespace) -> int:
    with interrupts.held():  # lest it be lost, as in `produce`
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
