"""`Produire.bat`, `Produire.command` and `Produire.desktop`: an edition made by a double-click.

They are the same in every edition, since they look for the program from where they lie: upwards for
a checkout or a stick's installation, then on the PATH.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template

from ceremonie.diagnostics import ExitCode, UsageError
from ceremonie.messages import problem
from ceremonie.starting import wording
from ceremonie.starting.wording import without_accents

BATCH, COMMAND, DESKTOP = "Produire.bat", "Produire.command", "Produire.desktop"
LAUNCHERS = (BATCH, COMMAND, DESKTOP)

LEVELS = 24
"""Folders that are looked at on the way up under Windows, lest a loop never end; its paths of 260
signs seldom have half as many.
"""

EXECUTABLE = 0o111

_BESIDE_DESKTOP = (
    'file=$1; case $file in file://*) file=${file#file://}; printf -v file %b "${file//%/\\\\x}";; '
    'esac; exec sh "$(dirname -- "$file")/Produire.command"'
)
"""Runs `Produire.command` beside the entry, whose place `%k` tells as a path or as an URI."""


class _Marked(Template):
    """« @word », since « $ » and « % » are the scripts' own."""

    delimiter = "@"


def add(folder: Path) -> tuple[Path, ...]:
    """Write those of LAUNCHERS that `folder` has not; returns the ones that were written.

    Raises UsageError where they cannot be written.
    """
    missing = [folder / name for name in LAUNCHERS if not (folder / name).exists()]
    try:
        for path in missing:
            path.write_bytes(content(path.name))
            path.chmod(path.stat().st_mode | EXECUTABLE)
    except OSError as error:
        raise UsageError(problem("edition-impossible", name=folder)) from error
    return tuple(missing)


def content(name: str) -> bytes:
    """The bytes of one of LAUNCHERS."""
    source = resources.files("ceremonie") / "data" / "departs" / name
    words = {BATCH: _batch, COMMAND: _shell, DESKTOP: _desktop}[name]()
    text = _Marked(source.read_text("utf-8")).substitute(words)
    return as_batch(text) if name == BATCH else text.encode("utf-8")


def as_batch(text: str) -> bytes:
    """A batch file: `cmd` loses its way to labels without CRLF, and reads no code page but its own.

    Raises UnicodeEncodeError where something is not ASCII.
    """
    return text.replace("\n", "\r\n").encode("ascii")


def _batch() -> Mapping[str, str]:
    endings = "\n".join(
        f'if "%CODE%"=="{code:d}" echo {without_accents(sentence)}& goto close'
        for code, sentence in wording.ENDINGS.items()
    )
    plain = {key: without_accents(sentence) for key, sentence in _sentences().items()}
    return plain | {"sentences": endings, "levels": str(LEVELS)}


def _shell() -> Mapping[str, str]:
    endings = "\n".join(
        f'    {code:d}) echo "{sentence}" ;;' for code, sentence in wording.ENDINGS.items()
    )
    return _sentences() | {"sentences": endings}


def _desktop() -> Mapping[str, str]:
    return _sentences() | {"command": desktop_argument(_BESIDE_DESKTOP)}


def _sentences() -> dict[str, str]:
    return {
        "title": wording.TITLE,
        "purpose": wording.PURPOSE,
        "no_code": wording.NO_CODE,
        "linux": wording.LINUX,
        "not_found": wording.NOT_FOUND,
        "beside": wording.BESIDE,
        "on_path": wording.ON_PATH,
        "what_to_do": wording.WHAT_TO_DO,
        "no_python": wording.NO_PYTHON,
        "closed_folder": wording.CLOSED_FOLDER,
        "press": wording.PRESS,
        "other": wording.OTHER_ENDING,
        "machine": str(int(ExitCode.MACHINE)),
    }


def desktop_argument(text: str) -> str:
    """One quoted argument of an `Exec` line (Desktop Entry Specification 1.5, "The Exec key"): the
    quoting of the argument, then the escape of backslashes that all strings have, and `%%`.
    """
    quoted = re.sub(r'(["`$\\])', r"\\\1", text)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
