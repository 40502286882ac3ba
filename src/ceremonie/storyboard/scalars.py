"""What a plain scalar means: the core schema of YAML 1.2 (section 10.3.2), and nothing beyond it.

`12:30`, `2023-11-28`, `NO`, `yes` are texts. A number that would not print back as it was written
(`01`, `1.50`, `0x1F`) stays text too: it may be a phone number, a department, a bib; fields that
want a number read it all the same.
"""

from __future__ import annotations

import re

Plain = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}\.[0-9]{1,9}")


def meaning(text: str) -> Plain:
    """The value of a scalar written without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text) and str(int(text)) == text:
        return int(text)
    if _DECIMAL.fullmatch(text) and str(float(text)) == text:
        return float(text)
    return text
