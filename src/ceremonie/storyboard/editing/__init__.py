"""Changes of a storyboard's values, written into the text as its author would have written them.

    changes ─▶ edit ─▶ Revision: the text before and after, the changes that were refused
                       ─▶ difference (shown)   ─▶ write (atomic)

Only the signs of a value are replaced; comments, order, quotes, blocks and line ends stay as they
are, byte by byte. What comes out is read again by the storyboard's own reader: where anything else
than what was meant has changed, or is wrong now, the change is refused and the rest is kept.
"""

from ceremonie.storyboard.editing.changes import Change, Reorder, Set
from ceremonie.storyboard.editing.revision import Refusal, Revision, difference, edit, write

__all__ = ["Change", "Refusal", "Reorder", "Revision", "Set", "difference", "edit", "write"]
