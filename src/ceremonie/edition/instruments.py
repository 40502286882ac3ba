"""With what an edition is painted and encoded, beyond its inputs, its options and the versions of
libraries that `manifest` tells: so that somebody who makes it again can say what differs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ceremonie import film
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.resolved import resolved
from ceremonie.theme.faces import Family
from ceremonie.unchanged import digest_of

ENCODERS, FONTS, ENVIRONMENT = "encodeurs", "polices", "environnement"
RESOLVED = "storyboard_resolu"
"""Keys of the manifest. The storyboard is told by the digest of its resolved form alone, which an
archive holds as a file: it may name people, and a manifest calls them by identifier.
"""

VARIABLES = ("SOURCE_DATE_EPOCH",)
"""Of the environment, those that make a difference."""

FONT_ENDINGS = (".ttf", ".otf")


def told(
    board: Storyboard, shipped: Iterable[Mapping[str, Path]], families: Iterable[Family]
) -> dict[str, Any]:
    """For the manifest, under keys of its own. `shipped` are font files by name, for each audience;
    of `families`, all files that are the event's own count, be they ones that may not be passed on.
    """
    return {
        ENCODERS: film.encoders(),
        FONTS: _fonts(shipped, families),
        ENVIRONMENT: {name: os.environ[name] for name in VARIABLES if name in os.environ},
        RESOLVED: {"sha256": hashlib.sha256(resolved(board)).hexdigest()},
    }


def _fonts(shipped: Iterable[Mapping[str, Path]], families: Iterable[Family]) -> dict[str, str]:
    """Name → SHA-256."""
    every = {name: path for files in shipped for name, path in files.items()}
    own = {one.name: one.path for family in families for one in family.files}
    fonts = {n: p for n, p in (every | own).items() if n.endswith(FONT_ENDINGS)}
    return {name: digest_of(path) for name, path in sorted(fonts.items())}
