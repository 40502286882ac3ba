"""`ceremonie archiver`: arguments in, what was sealed out."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie import console, words
from ceremonie.diagnostics import ExitCode

if TYPE_CHECKING:
    from ceremonie.archiving.door import Sealed


def seal(options: Namespace) -> int:
    """Run the command; returns its exit code."""
    from ceremonie.archiving.aiming import Form
    from ceremonie.archiving.door import Wanted
    from ceremonie.desk import archive

    wanted = Wanted(
        to=Path(options.vers) if options.vers else None,
        form=Form(options.forme),
        lossless=options.film == "ffv1",
        draft=options.brouillon,
        storyboard=Path(options.storyboard) if options.storyboard else None,
        assets=Path(options.dossier),
    )
    try:
        with console.progress() as progress:
            sealed = archive(
                options.edition,
                wanted,
                output=options.sortie,
                cache=options.cache,
                progress=progress,
            )
    except KeyboardInterrupt:
        console.complain(words.ARCHIVE_INTERRUPTED)
        return ExitCode.INTERRUPTED
    if options.json:
        console.print_json(sealed.as_json)
    else:
        console.tell(sealed.diagnostics)
        console.say_each(_lines(sealed))
    return ExitCode.DONE


def _lines(sealed: Sealed) -> Iterator[str]:
    files, size = words.counted(len(sealed.files), "fichier"), words.sized(sealed.size)
    yield words.ARCHIVE_DONE.format(path=sealed.path, files=files, size=size)
    if sealed.path.is_dir():
        yield words.ARCHIVE_NEXT
