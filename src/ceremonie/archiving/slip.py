"""bordereau.csv: the transfer slip, in the columns that ReSIP imports to make a SEDA package.

A line for each folder and file: `File` is its path from where the slip lies, and the tree of paths
is that of the archive units; all other columns are ways to elements of SEDA 2.1, `Content.` or
`Management.` and the names of elements parted by dots, with numbers for those that are repeated
(github.com/ProgrammeVitam/sedatools, sedalib, `CSVMetadataToDataObjectPackageImporter`). UTF-8
without a byte order mark, which ReSIP would take for a part of the first head.
"""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from ceremonie.archiving import layout, wording
from ceremonie.archiving.bag import PAYLOAD, BagFile, Written
from ceremonie.edition.delimited import delimited
from ceremonie.storyboard.model import Storyboard

GROUP, ITEM = "RecordGrp", "Item"

HEADS = (
    "File",
    "Content.DescriptionLevel",
    "Content.Title",
    "Content.ArchivalAgencyArchiveUnitIdentifier",
    "Content.Description",
    "Content.Coverage.Spatial",
    "Content.OriginatingAgency.Identifier",
    "Content.Writer.FullName",
    "Content.StartDate",
    "Content.EndDate",
    "Management.AppraisalRule.Rule",
    "Management.AppraisalRule.StartDate",
    "Management.AppraisalRule.FinalAction",
)
TAG = "Content.Tag.{}"

FATES = {"conserver": "Keep", "eliminer": "Destroy"}
"""As SEDA says it; it has no word for what is to be sorted, which the description tells."""


def slip(board: Storyboard, files: Iterable[Written]) -> BagFile:
    subjects = board.archive.subjects if board.archive else ()
    heads = (*HEADS, *(TAG.format(number) for number in range(len(subjects))))
    names = sorted(one.name for one in files if one.is_payload)
    folders = {str(p) for n in names for p in PurePosixPath(n).parents} - {"."}
    lines = [_of_the_whole(board, subjects)]
    lines += [_of_part(name, board, folders) for name in sorted({*folders, *names} - {PAYLOAD})]
    rows = [[line.get(head, "") for head in heads] for line in lines]
    return BagFile(layout.SLIP, delimited(heads, rows).removeprefix(codecs.BOM_UTF8))


def first_day(board: Storyboard) -> dt.date:
    days = [day.date for day in board.days if day.date]
    return min([*days, board.ceremony.date])


def last_day(board: Storyboard) -> dt.date:
    days = [day.date for day in board.days if day.date]
    return max([*days, board.ceremony.date])


def _of_the_whole(board: Storyboard, subjects: Iterable[str]) -> dict[str, str]:
    """What is said of the whole holds for what is in it."""
    terms = board.archive
    place = ", ".join(filter(None, (board.ceremony.place, board.town)))
    told = {
        "File": PAYLOAD,
        "Content.DescriptionLevel": GROUP,
        "Content.Title": f"{board.title} ({board.edition})",
        "Content.ArchivalAgencyArchiveUnitIdentifier": terms and terms.shelf_mark,
        "Content.Description": wording.of_whole(board),
        "Content.Coverage.Spatial": place,
        "Content.OriginatingAgency.Identifier": terms and terms.service,
        "Content.Writer.FullName": (terms and terms.author) or board.organiser,
        "Content.StartDate": first_day(board).isoformat(),
        "Content.EndDate": last_day(board).isoformat(),
        **_retention(board),
        **{TAG.format(number): subject for number, subject in enumerate(subjects)},
    }
    return {head: value for head, value in told.items() if value}


def _retention(board: Storyboard) -> Mapping[str, str | None]:
    terms = board.archive
    if terms is None or not (terms.rule or terms.fate in FATES):
        return {}
    return {
        "Management.AppraisalRule.Rule": terms.rule,
        "Management.AppraisalRule.StartDate": board.ceremony.date.isoformat(),
        "Management.AppraisalRule.FinalAction": FATES.get(terms.fate or ""),
    }


def _of_part(name: str, board: Storyboard, folders: set[str]) -> dict[str, str]:
    told = {
        "File": name,
        "Content.DescriptionLevel": GROUP if name in folders else ITEM,
        "Content.Title": wording.title(name),
        "Content.Description": wording.purpose(name),
    }
    if name == layout.EDITION:
        day = board.ceremony.date.isoformat()
        told |= {"Content.StartDate": day, "Content.EndDate": day}
    return told
