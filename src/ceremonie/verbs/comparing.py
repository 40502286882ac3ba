"""`ceremonie comparer`: arguments in, what differs out."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ceremonie import console, words
from ceremonie.diagnostics import ExitCode


def compare(options: Namespace) -> int:
    """Run the command; returns its exit code."""
    from ceremonie.comparison.sides import Places
    from ceremonie.desk import compare

    page = Path(options.vers) if options.vers else None
    places = Places(Path(options.sortie), Path(options.dossier))
    compared = compare(options.avant, options.apres, places, page=page, replace=options.remplacer)
    if options.json:
        console.print_json(compared.as_json)
    else:
        console.tell(compared.diagnostics)
        console.say_each(compared.lines)
        if page:
            console.say(words.COMPARE_WRITTEN.format(path=page))
    return ExitCode.DONE
