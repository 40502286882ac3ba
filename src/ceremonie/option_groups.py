"""Options that several commands have in common, each with its words."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ceremonie import argument_values as values
from ceremonie import words
from ceremonie.audiences import Audience
from ceremonie.cache import GIGABYTE, MOST_BYTES


def shapes(parser: argparse.ArgumentParser, sentence: str) -> None:
    parser.add_argument(
        "--format",
        metavar="FORMATS",
        type=values.shapes,
        default=(),
        help=sentence.format(formats=values.FORMATS),
    )


def audiences(
    parser: argparse.ArgumentParser,
    sentence: str,
    usual: Sequence[Audience] = (Audience.HALL,),
) -> None:
    parser.add_argument(
        "--public",
        metavar="PUBLICS",
        type=values.audiences,
        default=usual,
        help=sentence.format(audiences=values.AUDIENCES),
    )


def means(parser: argparse.ArgumentParser) -> None:
    """What a run works with."""
    workers(parser)
    cache(parser)
    parser.add_argument(
        "--cache-max",
        metavar="GO",
        type=values.size,
        default=MOST_BYTES,
        help=words.CACHE_MAX.format(most=MOST_BYTES // GIGABYTE),
    )


def output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sortie", metavar="DIR", default="output", help=words.WITHDRAW_OUTPUT)


def assets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dossier", metavar="DIR", default="assets", help=words.WITHDRAW_FOLDER)


def workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--travaux", metavar="N", type=values.count, help=words.WORKERS)


def cache(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cache", metavar="DIR", help=words.CACHE)


def own_scenes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--code-local", action="store_true", help=words.CODE_LOCAL)


def json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=words.JSON)
