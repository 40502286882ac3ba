"""What an edition records of itself, and the sheet of what differs from the build before.

content of the plan ─┐
record of the former ┴▶ differences ─▶ without what may not be recalled ─▶ contenu.json
edition's folder                                                           └▶ ce-qui-a-change.html

The sheet is written from the record alone, so a build of which nothing differs writes both again as
they were: it tells of the last build that changed something.
"""

from ceremonie.edition.changes.comparison import Former, compared, former
from ceremonie.edition.changes.people import appearances
from ceremonie.edition.changes.pictures import pictures
from ceremonie.edition.changes.sheet import Heading, sheet
from ceremonie.edition.changes.withholding import Withholding, of_both
from ceremonie.edition.changes.writing import write

__all__ = [
    "Former",
    "Heading",
    "Withholding",
    "appearances",
    "compared",
    "former",
    "of_both",
    "pictures",
    "sheet",
    "write",
]
