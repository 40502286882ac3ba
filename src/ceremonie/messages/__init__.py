"""The catalogue of problems: what each slug says to the user, and the remedy. All in French.

A problem is made by `problem("slug", path=…, name=value)`; the values fill the braces. Each room of
the program has its table here. The guide's chapter on problems documents every slug of them; a test
compares both.
"""

from ceremonie.messages.abridging import MOST_OF_A_KIND, abridged, others
from ceremonie.messages.catalogue import PROBLEMS, problem
from ceremonie.messages.film import SHOT, SOUND
from ceremonie.messages.media import (
    DISGUISED_ELSE,
    SCENE_CAUSES,
    SCENE_FILES,
    SCENE_LINE,
    SCENE_SIZE,
)
from ceremonie.messages.plan import (
    ALONE_IN_ITS_RANK,
    ENLARGED,
    FRAMED_SMALL,
    IN_A_FILM,
    ON_SCREEN,
    PART_UNFILMED,
    PART_UNNAMED,
    PART_WITHOUT,
    REMEDY_UNFILMED,
    REMEDY_UNNAMED,
    REMEDY_WITHOUT,
    TRIMMED,
    UNSEEN_KEY,
    UNSEEN_MEDIA,
    UNSEEN_PHOTOS,
    UNSEEN_WORDS,
)
from ceremonie.messages.reading import HIDDEN_ENDING
from ceremonie.messages.territory import DISTRICT_MISSING, ELSEWHERE
from ceremonie.messages.vocabulary import PEOPLE_BY_NAME
from ceremonie.messages.whole import IN_ONE_PIECE, NO_ITEM, RESERVED_NAME, SOME_ITEMS
from ceremonie.messages.wording import decimal, listed

__all__ = [
    "ALONE_IN_ITS_RANK",
    "DISGUISED_ELSE",
    "DISTRICT_MISSING",
    "ELSEWHERE",
    "ENLARGED",
    "FRAMED_SMALL",
    "HIDDEN_ENDING",
    "IN_A_FILM",
    "IN_ONE_PIECE",
    "MOST_OF_A_KIND",
    "NO_ITEM",
    "ON_SCREEN",
    "PART_UNFILMED",
    "PART_UNNAMED",
    "PART_WITHOUT",
    "PEOPLE_BY_NAME",
    "PROBLEMS",
    "REMEDY_UNFILMED",
    "REMEDY_UNNAMED",
    "REMEDY_WITHOUT",
    "RESERVED_NAME",
    "SCENE_CAUSES",
    "SCENE_FILES",
    "SCENE_LINE",
    "SCENE_SIZE",
    "SHOT",
    "SOME_ITEMS",
    "SOUND",
    "TRIMMED",
    "UNSEEN_KEY",
    "UNSEEN_MEDIA",
    "UNSEEN_PHOTOS",
    "UNSEEN_WORDS",
    "abridged",
    "decimal",
    "listed",
    "others",
    "problem",
]
