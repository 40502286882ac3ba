"""A storyboard with all its values, those of its spreadsheet and those that nobody wrote."""

from __future__ import annotations

import json

from ceremonie.storyboard.model import Storyboard


def resolved(board: Storyboard) -> bytes:
    """As JSON, the same for the same storyboard; without the register of consents, of which an
    archive keeps a form without names.
    """
    told = board.model_dump(mode="json", by_alias=True)
    told.pop("droits", None)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
