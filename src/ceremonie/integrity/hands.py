"""Whether a program of a person has saved a file: what tells a change from damage.

Office documents say by which program they were saved, and when: ours say `ceremonie` (the deck),
and the same moment for « created » and « modified ». A flipped byte cannot write another name there
and leave every checksum right. Other files tell nothing of the kind.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

OFFICE = frozenset({".pptx", ".ppsx", ".potx", ".xlsx"})
OURS = frozenset({"ceremonie", "Microsoft Excel"})
"""What `app.xml` says in what we write: the deck, and the spreadsheets of XlsxWriter."""

_APP, _CORE = "docProps/app.xml", "docProps/core.xml"
_TERMS = "{http://purl.org/dc/terms/}"


def program(file: Path) -> str:
    """The program that saved it after us, as the file itself tells; empty where nothing tells it.
    The file is whole.
    """
    if file.suffix.lower() not in OFFICE:
        return ""
    with zipfile.ZipFile(file) as archive:
        names = set(archive.namelist())
        app, core = (
            ElementTree.fromstring(archive.read(name)) if name in names else None
            for name in (_APP, _CORE)
        )
    name = (app.findtext("{*}Application") or "") if app is not None else ""
    saved = core is not None and _differ(core)
    if not saved and name in OURS:
        return ""
    return name or "un autre programme"


def _differ(core: ElementTree.Element) -> bool:
    return core.findtext(f"{_TERMS}created") != core.findtext(f"{_TERMS}modified")
