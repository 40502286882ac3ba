"""Changes of a storyboard's values, written into the text as its author would have written them.

    changes ─▶ edit ─▶ Revision: the text before and after, the changes that were refused
                       ─▶ difference (shown)   ─▶ write (atomic)

Only the signs of a value are replaced; comments, order, quotes, blocks and line ends stay as they
are, byte by byte. What comes out is read again by the storyboard's own reader: where anything else
than what was meant has changed, or is wrong now, the change is refused and the rest is kept.
"""

from ceremonie.storyboard.editing.changes import Add, Change, RefusedError, Reorder, Set
from ceremonie.storyboard.editing.revision import (
    Passage,
    Refusal,
    Revision,
    difference,
    draft,
    edit,
    passages,
    write,
)

__all__ = [
    "Add",
    "Change",
    "Passage",
    "Refusal",
    "RefusedError",
    "Reorder",
    "Revision",
    "Set",
    "difference",
    "draft",
    "edit",
    "passages",
    "write",
]
