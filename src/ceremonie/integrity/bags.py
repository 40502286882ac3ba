"""A BagIt bag (RFC 8493): the seam where its own manifests are to be checked.

Until then, the editions in its payload are.
"""

from __future__ import annotations

from pathlib import Path

from ceremonie.diagnostics import UsageError
from ceremonie.edition import manifest
from ceremonie.integrity import editions
from ceremonie.integrity.editions import Advance, Checked
from ceremonie.messages import problem

PAYLOAD = "data"


def checked(folder: Path, advance: Advance, *, thorough: bool) -> Checked:
    """Raises UsageError where no edition lies in its payload."""
    inside = sorted(path.parent for path in (folder / PAYLOAD).rglob(manifest.NAME))
    outermost = [one for one in inside if not any(other in one.parents for other in inside)]
    if not outermost:
        raise UsageError(problem("controle-rien", name=folder))
    parts = [editions.checked(one, advance, thorough=thorough) for one in outermost]
    told = tuple(diagnostic for one in parts for diagnostic in one.diagnostics)
    return Checked(folder, sum(o.files for o in parts), sum(o.size for o in parts), told)
