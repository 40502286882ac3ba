"""The command line's grammar: commands, options, help and usage errors, all in French."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Sequence
from typing import NoReturn

from ceremonie import __version__, option_groups, words
from ceremonie import argument_values as values
from ceremonie.command import name as command_name
from ceremonie.synonyms import OTHER_NAMES

PARTS = ("diaporama", "film")
CODECS = ("prores", "dnxhd")
FORMS, FILMS = ("dossier", "zip", "tar"), ("h264", "ffv1")


class GrammarError(Exception):
    """Wrong usage; the text is French and complete."""


class Answer(Exception):  # noqa: N818 - it is no error
    """The help or the version, where it was asked for; the text is complete."""


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse, in French; it raises instead of leaving the program."""

    def __init__(self, **given: object) -> None:
        super().__init__(formatter_class=_Help, add_help=False, **given)  # type: ignore[arg-type]
        self._positionals.title = words.ARGUMENTS
        self._optionals.title = words.OPTIONS
        self.add_argument("--aide", "--help", "-h", action="help", help=words.HELP)

    def error(self, message: str) -> NoReturn:
        message = _french(message, self.known())
        see = words.SEE_HELP.format(command=self.prog)
        raise GrammarError(f"{message}\n   aide : {see}")

    def _print_message(self, message: str, file: object = None) -> NoReturn:
        raise Answer(message)

    def own(self) -> list[str]:
        return [name for action in self._actions for name in action.option_strings]

    def below(self) -> dict[str, _Parser]:
        """The parsers of the commands, by name."""
        parsers: dict[str, _Parser] = {}
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers |= action.choices
        return parsers

    def known(self) -> list[str]:
        """The commands and the options of this parser, and the options of those below it."""
        below = self.below()
        return [*below, *self.own(), *(name for p in below.values() for name in p.own())]


def _french(message: str, names: Sequence[str]) -> str:
    """argparse's sentence in French, with the nearest word that is known."""
    for pattern, sentence in _SENTENCES:
        if match := re.match(pattern, message):
            return sentence(names, *match.groups())
    return message


def _bad_choice(names: Sequence[str], name: str, value: str) -> str:
    if name.startswith("-"):
        choices = _CHOICES.get(name, PARTS)
        return words.CHOICE.format(value=value, name=name, choices=", ".join(choices))
    return _unknown(names, value)


_CHOICES = {
    "--modele": words.MODELS,
    "--regie": CODECS,
    "--forme": FORMS,
    "--film": FILMS,
}


def _unknown(names: Sequence[str], word: str) -> str:
    message = words.UNKNOWN.format(what=word)
    french = [name for name in OTHER_NAMES.get(word.lower(), ()) if name in names]
    near = french or difflib.get_close_matches(word.lower(), names, 1)
    return f"{message} ; {words.DID_YOU_MEAN.format(what=near[0])}" if near else message


_SENTENCES: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"(?s)argument (\S+): invalid choice: ['\"](.*?)['\"](?:,.*)? \(choose from", _bad_choice),
    (r"the following arguments are required: (.*)", lambda _, w: words.MISSING.format(what=w)),
    (r"argument (\S+): expected one argument", lambda _, n: words.NEEDS_VALUE.format(name=n)),
    (r"argument (\S+): ignored explicit", lambda _, n: words.TAKES_NO_VALUE.format(name=n)),
    (
        r"(?s)ambiguous option: ([^\s=]+).* could match (.*)",
        lambda _, n, choices: words.AMBIGUOUS.format(name=n, choices=choices),
    ),
    (r"argument \S+: (.*)", lambda _, sentence: sentence),
)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Raises GrammarError, or Answer where help or version were asked for."""
    parser = _parser()
    first = arguments[0].partition("=")[0] if arguments else ""
    if first.startswith("--") and first in parser.known() and first not in parser.own():
        parser.error(words.AFTER_COMMAND.format(command=command_name(), name=first))
    options, rest = parser.parse_known_args(_joined(arguments))
    if rest:
        _refuse(rest[0], parser, parser.below()[options.command])
    return options


def _refuse(word: str, parser: _Parser, command: _Parser) -> NoReturn:
    """Say whether it is unknown to this command alone, to all, or one word too many."""
    name = word.partition("=")[0]
    if not word.startswith("-"):
        command.error(words.TOO_MANY.format(what=word))
    if name in parser.known():
        command.error(words.OTHER_COMMAND.format(name=name, command=command.prog))
    command.error(_unknown(command.own(), name))


def _parser() -> _Parser:
    parser = _Parser(
        prog=command_name(),
        description=words.DESCRIPTION,
        epilog=words.EPILOGUE.format(command=command_name()),
    )
    parser.add_argument(
        "--version", action="version", version=f"ceremonie {__version__}", help=words.VERSION
    )
    _trace(parser)
    commands = parser.add_subparsers(
        title=words.COMMANDS, dest="command", metavar="COMMANDE", required=True
    )
    _produce(commands.add_parser("produire", help=words.PRODUCE, description=words.PRODUCE))
    check = commands.add_parser("verifier", help=words.CHECK, description=words.CHECK)
    check.add_argument("storyboard", metavar="STORYBOARD", help=words.STORYBOARD)
    option_groups.shapes(check, words.FORMAT_CHECK)
    option_groups.audiences(check, words.PUBLIC_CHECK)
    option_groups.means(check)
    check.add_argument("--code-local", action="store_true", help=words.CODE_LOCAL_CHECK)
    check.add_argument("--sortie", metavar="DIR", default="output", help=words.OUTPUT_CHECK)
    option_groups.json(check)
    new = commands.add_parser("nouvelle", help=words.NEW, description=words.NEW)
    new.add_argument("edition", metavar="EDITION", help=words.EDITION)
    new.add_argument(
        "--modele",
        metavar="MODELE",
        choices=words.MODELS,
        default=words.MODELS[0],
        help=words.MODEL.format(models=", ".join(words.MODELS)),
    )
    new.add_argument("--dossier", metavar="DIR", default="assets", help=words.FOLDER)
    _reread(commands.add_parser("relire", help=words.REREAD, description=words.REREAD))
    _import(commands.add_parser("importer", help=words.IMPORT, description=words.IMPORT))
    _template(commands.add_parser("gabarit", help=words.TEMPLATE, description=words.TEMPLATE))
    _photos(commands.add_parser("photos", help=words.PHOTOS, description=words.PHOTOS))
    _table(commands.add_parser("tableau", help=words.TABLE, description=words.TABLE))
    _withdraw(commands.add_parser("retrait", help=words.WITHDRAW, description=words.WITHDRAW))
    _consents(commands.add_parser("accords", help=words.CONSENTS, description=words.CONSENTS))
    _stick(commands.add_parser("cle", help=words.STICK, description=words.STICK))
    _control(commands.add_parser("controler", help=words.CONTROL, description=words.CONTROL))
    _archive(commands.add_parser("archiver", help=words.ARCHIVE, description=words.ARCHIVE))
    _rebuild(commands.add_parser("refaire", help=words.REBUILD, description=words.REBUILD))
    _compare(commands.add_parser("comparer", help=words.COMPARE, description=words.COMPARE))
    commands.add_parser("schema", help=words.SCHEMA, description=words.SCHEMA)
    cache = commands.add_parser("cache", help=words.CACHE_COMMAND, description=words.CACHE_COMMAND)
    option_groups.cache(cache)
    cache.add_argument("--vider", action="store_true", help=words.EMPTY)
    option_groups.json(cache)
    for command in parser.below().values():
        _trace(command)
    return parser


def _produce(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("storyboard", metavar="STORYBOARD", help=words.STORYBOARD)
    parser.add_argument("--seulement", metavar="{diaporama,film}", choices=PARTS, help=words.ONLY)
    option_groups.shapes(parser, words.FORMAT)
    option_groups.audiences(parser, words.PUBLIC)
    parser.add_argument("--regie", metavar="{prores,dnxhd}", choices=CODECS, help=words.MASTER)
    parser.add_argument("--brouillon", action="store_true", help=words.DRAFT)
    parser.add_argument("--grappe", metavar="ADRESSE", help=words.CLUSTER)
    parser.add_argument("--sortie", metavar="DIR", default="output", help=words.OUTPUT)
    parser.add_argument("--remplacer", action="store_true", help=words.REPLACE)
    parser.add_argument("--garder", metavar="N", type=values.editions, help=words.KEEP)
    parser.add_argument("--ouvrir", action="store_true", help=words.OPEN)
    option_groups.means(parser)
    option_groups.own_scenes(parser)
    option_groups.json(parser)


def _reread(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diaporama", metavar="DIAPORAMA", help=words.REREAD_DECK)
    parser.add_argument("--appliquer", action="store_true", help=words.APPLY)
    parser.add_argument("--storyboard", metavar="STORYBOARD", help=words.REREAD_STORYBOARD)
    option_groups.workers(parser)
    option_groups.cache(parser)
    option_groups.own_scenes(parser)
    option_groups.json(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tableau", metavar="TABLEAU", help=words.IMPORT_TABLE)
    parser.add_argument("--appliquer", action="store_true", help=words.IMPORT_APPLY)
    parser.add_argument("--storyboard", metavar="STORYBOARD", help=words.IMPORT_STORYBOARD)
    option_groups.json(parser)


def _template(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("storyboard", metavar="STORYBOARD", help=words.STORYBOARD)
    parser.add_argument("--vers", metavar="FICHIER", default="gabarit.pptx", help=words.TO_FILE)
    parser.add_argument("--remplacer", action="store_true", help=words.REPLACE_FILE)
    option_groups.workers(parser)
    option_groups.cache(parser)
    option_groups.own_scenes(parser)


def _photos(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("storyboard", metavar="EDITION", help=words.STORYBOARD)
    parser.add_argument("dossier", metavar="DOSSIER", help=words.PHOTOS_FOLDER)
    parser.add_argument("--essai", action="store_true", help=words.PHOTOS_TRIAL)
    parser.add_argument("--jour", metavar="JOUR", help=words.PHOTOS_DAY)
    option_groups.workers(parser)
    option_groups.cache(parser)
    option_groups.json(parser)


def _table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("storyboard", metavar="EDITION", help=words.STORYBOARD)
    parser.add_argument("--vers", metavar="FICHIER", help=words.TO_TABLE)


def _withdraw(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("personne", metavar="IDENTIFIANT", help=words.WITHDRAW_PERSON)
    parser.add_argument("--appliquer", action="store_true", help=words.WITHDRAW_APPLY)
    parser.add_argument("--date", metavar="JOUR", type=values.day, help=words.WITHDRAW_DAY)
    option_groups.output(parser)
    option_groups.assets(parser)
    parser.add_argument(
        "--aussi", metavar="DIR", action="append", default=[], help=words.WITHDRAW_ALSO
    )
    option_groups.workers(parser)
    option_groups.cache(parser)
    option_groups.own_scenes(parser)
    option_groups.json(parser)


def _consents(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("storyboard", metavar="EDITION", help=words.STORYBOARD)
    option_groups.audiences(parser, words.PUBLIC_CONSENTS, ())
    parser.add_argument("--avant", metavar="JOUR", type=values.day, help=words.BEFORE)
    parser.add_argument("--fiches", metavar="DOSSIER", help=words.PAPERS)
    parser.add_argument("--remplacer", action="store_true", help=words.REPLACE_PAPERS)
    option_groups.json(parser)


def _stick(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("edition", metavar="DOSSIER", help=words.STICK_EDITION)
    parser.add_argument("--zip", action="store_true", help=words.STICK_ZIP)
    parser.add_argument(
        "--vers", metavar="CHEMIN", action="append", default=[], help=words.STICK_TO
    )
    parser.add_argument("--fat32", action="store_true", help=words.STICK_FAT32)
    parser.add_argument(
        "--installation",
        metavar="SYSTEMES",
        type=values.systems,
        default=(),
        help=words.STICK_INSTALLATION.format(systems=", ".join(words.SYSTEMS)),
    )
    option_groups.output(parser)
    option_groups.cache(parser)
    option_groups.json(parser)


def _control(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="DOSSIER", help=words.CONTROL_FOLDER)
    parser.add_argument("--complet", action="store_true", help=words.CONTROL_THOROUGH)
    option_groups.json(parser)


def _archive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("edition", metavar="DOSSIER", help=words.STICK_EDITION)
    for name, choices, sentence in (
        ("--forme", FORMS, words.ARCHIVE_FORM),
        ("--film", FILMS, words.ARCHIVE_FILM),
    ):
        told = f"{{{','.join(choices)}}}"
        parser.add_argument(name, metavar=told, choices=choices, default=choices[0], help=sentence)
    parser.add_argument("--vers", metavar="CHEMIN", help=words.ARCHIVE_TO)
    parser.add_argument("--brouillon", action="store_true", help=words.ARCHIVE_DRAFT)
    parser.add_argument("--storyboard", metavar="STORYBOARD", help=words.ARCHIVE_STORYBOARD)
    option_groups.output(parser)
    option_groups.assets(parser)
    option_groups.cache(parser)
    option_groups.json(parser)


def _rebuild(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sac", metavar="ARCHIVE", help=words.REBUILD_BAG)
    parser.add_argument("--vers", metavar="DOSSIER", help=words.REBUILD_TO)
    parser.add_argument("--storyboard", metavar="STORYBOARD", help=words.REBUILD_STORYBOARD)
    option_groups.assets(parser)
    parser.add_argument("--malgre-retrait", action="store_true", help=words.REBUILD_DESPITE)
    option_groups.workers(parser)
    option_groups.own_scenes(parser)
    option_groups.json(parser)


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("avant", metavar="AVANT", help=words.COMPARE_BEFORE)
    parser.add_argument("apres", metavar="APRES", help=words.COMPARE_AFTER)
    parser.add_argument("--vers", metavar="FICHIER", help=words.COMPARE_TO)
    parser.add_argument("--remplacer", action="store_true", help=words.REPLACE_FILE)
    option_groups.output(parser)
    option_groups.assets(parser)
    option_groups.json(parser)


_FORMAT_LIST = re.compile(r"(?:--format=)?[\d:/\s,]+")


def _joined(arguments: Sequence[str]) -> list[str]:
    """« --format 16:9, 1:1 » as it is meant: with one value."""
    joined: list[str] = []
    for word in arguments:
        before = joined[-1] if joined else ""
        both = _FORMAT_LIST.fullmatch(before) and _FORMAT_LIST.fullmatch(word)
        if both and (before.rstrip().endswith(",") or word.lstrip().startswith(",")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _trace(parser: argparse.ArgumentParser) -> None:
    """Before or after the command; given once is enough."""
    parser.add_argument("--trace", action="store_true", default=argparse.SUPPRESS, help=words.TRACE)
