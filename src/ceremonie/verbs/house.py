"""`nouvelle`, `schema`, `cache`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ceremonie import command, console, words
from ceremonie.diagnostics import ExitCode


def new(options: Namespace) -> int:
    from ceremonie.starting import launchers
    from ceremonie.storyboard.template import new_edition

    path = new_edition(options.edition, Path(options.dossier), options.modele)
    console.say(words.CREATED.format(path=path))
    if added := launchers.add(path.parent):
        console.say(words.LAUNCHERS.format(names=", ".join(one.name for one in added)))
    console.say(words.NEXT.format(command=command.name(), path=command.argument(path)))
    return ExitCode.DONE


def schema(_: Namespace) -> int:
    from ceremonie.storyboard.schema import schema_text

    console.say(schema_text(), end="")
    return ExitCode.DONE


def cache(options: Namespace) -> int:
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
