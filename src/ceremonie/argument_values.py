"""What stands after the options of the command line, read; in French where it is none of it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from argparse import ArgumentTypeError
from collections.abc import Iterable
from decimal import Decimal

from ceremonie import words
from ceremonie.audiences import Audience
from ceremonie.cache import GIGABYTE
from ceremonie.formats import Shape
from ceremonie.text import plain

FORMATS, AUDIENCES = ", ".join(Shape), ", ".join(Audience)


def shapes(value: str) -> tuple[Shape, ...]:
    """Shapes parted by commas; one too many does no harm."""
    return tuple(Shape(_one_of(Shape, part, words.NOT_A_FORMAT)) for part in _parts(value))


def audiences(value: str) -> tuple[Audience, ...]:
    """Audiences parted by commas, with or without their accents."""
    names = (_one_of(Audience, plain(part), words.NOT_A_PUBLIC) for part in _parts(value))
    return tuple(map(Audience, names))


def systems(value: str) -> tuple[str, ...]:
    """The systems that a stick brings the program for, each once."""
    names = (_one_of(words.SYSTEMS, plain(part), words.NOT_A_SYSTEM) for part in _parts(value))
    return tuple(dict.fromkeys(names))


def _parts(value: str) -> list[str]:
    parts = [part.strip() for part in value.split(",")]
    return [part for part in parts if part or not any(parts)]


def _one_of(choices: Iterable[str], value: str, sentence: str) -> str:
    every = tuple(map(str, choices))
    if value in every:
        return value
    near = difflib.get_close_matches(value, every, 1)
    choose = words.CHOOSE.format(what=", ".join(every))
    hint = words.DID_YOU_MEAN.format(what=near[0]) if near else choose
    raise ArgumentTypeError(sentence.format(value=value, hint=hint))


def day(value: str) -> str:
    """As the storyboard writes days."""
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise ArgumentTypeError(words.NOT_A_DAY.format(value=value)) from error


def count(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise ArgumentTypeError(words.NOT_A_NUMBER.format(value=value))
    return int(value)


def editions(value: str) -> int:
    """How many; 0 is none of them."""
    if not value.isascii() or not value.isdigit():
        raise ArgumentTypeError(words.NOT_A_COUNT.format(value=value))
    return int(value)


def size(value: str) -> int:
    """Bytes, from gigabytes with a comma or a point."""
    if not re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,9})?", value, re.ASCII):
        raise ArgumentTypeError(words.NOT_A_SIZE.format(value=value))
    return round(Decimal(value.replace(",", ".")) * GIGABYTE)
