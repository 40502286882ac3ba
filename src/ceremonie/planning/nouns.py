"""What the event calls its things, and how French agrees with it: articles, elision, plurals.

Source: « Le bon usage », Grevisse and Goosse, on elision and on the plural of nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ceremonie.planning.typography import capitalised, french, in_words
from ceremonie.storyboard.wordlist import Vocabulary, Word
from ceremonie.text import unaccented


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(" "))


_WHOLE_ARTICLE = re.compile(
    r"""
    h(?: a(?: ck | ie | ka | l(?:age|l|le|te)s?\b | m(?!ec) | n[cdg] | r(?!mon) | s | u )
       | er(?:os|isson)\b | eurt | i(?: bou | erarch | p-?hop | t\b )
       | o(?: bb | ck | ld | rs | t\b | u ) | u(?: b | ee | it(?:aine|ieme)?s?\b | rl | tte ) )
    | onz | oui\b | y[aeiou] | \d
    """,
    re.VERBOSE,
)
"""Beginnings, without accents, before which an article stays whole though a vowel or an h is heard
first: the h that is « aspiré » in words an event may use (handball, hall, halte, hauteur, hockey,
hip-hop, héros; but not haltère, harmonie, hameçon, huître), onze, oui, yoga, figures.
"""

_SILENT = "aeiouyhœæ"

_LINKS = _words("a au aux avec contre de des du en par pour sans sous sur")
"""What follows one of these is said of the noun, and stays as it is: « salles de sport »."""

_JOINING = frozenset({"et", "ou"})
_LINKED = re.compile(r"(?:d|l|qu)’", re.IGNORECASE)

_SINGULAR_AL = _words(
    "aval bal bancal cal carnaval cérémonial chacal choral fatal festival final natal naval régal "
    "récital"
)
_AILS_IN_AUX = _words("bail corail soupirail travail vantail vitrail")
_OUS_IN_OUX = _words("bijou caillou chou genou hibou joujou pou")
_PLAIN_S = _words("bleu landau pneu sarrau émeu")
"""Those that take an s though their ending would take an x."""


@dataclass(frozen=True)
class Noun:
    """A word of the event, ready for the screen, and its agreements."""

    word: str
    plural: str
    feminine: bool = False

    @property
    def elides(self) -> bool:
        """Whether « le » and « de » lose their vowel before it."""
        return elides(self.word)

    @property
    def one(self) -> str:
        """« un atelier », « une épreuve »."""
        return f"{self.agreed('un', 'une')} {self.word}"

    @property
    def the(self) -> str:
        """« l’atelier », « le stand », « la course »."""
        return f"l’{self.word}" if self.elides else f"{self.agreed('le', 'la')} {self.word}"

    @property
    def of_the(self) -> str:
        """« de l’atelier », « du stand », « de la course »."""
        whole = self.elides or self.feminine
        return f"de {self.the}" if whole else f"du {self.word}"

    @property
    def of_several(self) -> str:
        """« d’ateliers », « de stands »."""
        return f"d’{self.plural}" if elides(self.plural) else f"de {self.plural}"

    @property
    def all(self) -> str:
        """« tous les ateliers », « toutes les épreuves »."""
        return f"{self.agreed('tous', 'toutes')} les {self.plural}"

    @property
    def heading(self) -> str:
        """« Atelier »."""
        return capitalised(self.word)

    @property
    def headings(self) -> str:
        """« Ateliers »."""
        return capitalised(self.plural)

    def agreed(self, masculine: str, feminine: str) -> str:
        """The word that goes with it."""
        return feminine if self.feminine else masculine

    def counted(self, count: int, before: str = "") -> str:
        """« une épreuve », « deux épreuves », « deux autres épreuves »; above twenty in figures."""
        number = self.agreed("un", "une") if count == 1 else in_words(count)
        return " ".join(filter(None, (number, before, self.word if count == 1 else self.plural)))


def noun(word: Word) -> Noun:
    """As the storyboard writes it; its plural by rule where none is written."""
    one = french(word.word)
    return Noun(one, french(word.plural or plural(one)), word.gender == "feminin")


def elides(word: str) -> bool:
    """Whether an article loses its vowel before a word: « l’épreuve », « l’heure », « le hall »."""
    bare = unaccented(word.lstrip('«“"([ \u00a0\u202f'))
    return bare[:1] in _SILENT and bare != "" and not _WHOLE_ARTICLE.match(bare)


def plural(phrase: str) -> str:
    """By rule: of a noun with its adjectives, up to what is said of it (« temps forts », « salles
    de sport »).
    """
    return " ".join(_plurals(phrase.split(" ")))


def _plurals(words: list[str]) -> Iterator[str]:
    said = False
    for word in words:
        said = said or unaccented(word) in _LINKS or bool(_LINKED.match(word))
        yield word if said or word in _JOINING else _plural(word)


def _plural(word: str) -> str:
    """Of one word; what ends in s, x or z, in no letter, or is written in capitals, stays."""
    lower = word.casefold()
    if lower[-1:] in {*"sxz"} or not word[-1:].isalpha() or (word.isupper() and len(word) > 1):
        return word
    if lower.endswith("al") and lower not in _SINGULAR_AL:
        return f"{word[:-2]}aux"
    if lower in _AILS_IN_AUX:
        return f"{word[:-3]}aux"
    crossed = lower in _OUS_IN_OUX or lower.endswith(("au", "eu"))
    return f"{word}x" if crossed and lower not in _PLAIN_S else f"{word}s"


@dataclass(frozen=True)
class Nouns:
    """The event's own words. `recorded` is what its film is of; a performance has a name of its own
    only where the event gives it one.
    """

    day: Noun = Noun("jour", "jours")
    recorded: Noun = Noun("journée", "journées", feminine=True)
    workshop: Noun = Noun("atelier", "ateliers")
    stage: Noun = Noun("étape", "étapes", feminine=True)
    testimony: Noun = Noun("témoignage", "témoignages")
    athlete: Noun = Noun("rencontre", "rencontres sportives", feminine=True)
    prize: Noun = Noun("prix", "prix")
    partner: Noun = Noun("partenaire", "partenaires")
    performance: Noun | None = None


HOUSE = Nouns()


def nouns(vocabulary: Vocabulary) -> Nouns:
    """Those of the vocabulary, and the house's for what it does not name."""
    words = {name: getattr(vocabulary, name) for name in type(vocabulary).model_fields}
    own = {name: noun(word) for name, word in words.items() if word}
    return Nouns(**own, **({"recorded": own["day"]} if "day" in own else {}))
