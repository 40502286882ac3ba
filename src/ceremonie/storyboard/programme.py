"""The parts of a ceremony and the topics of its workshops, by their words in a storyboard."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    SPORT = "sport"
    HANDISPORT = "handisport"
    HEALTH = "santé"
    WORK = "insertion professionnelle"
    CULTURE = "culture"
    TOGETHER = "inclusion"


TOPIC_PICTOGRAM: dict[Topic, str] = {
    Topic.SPORT: "handball",
    Topic.HANDISPORT: "fauteuil",
    Topic.HEALTH: "bien-etre",
    Topic.WORK: "metier",
    Topic.CULTURE: "musique",
    Topic.TOGETHER: "ensemble",
}
"""What stands for a workshop without a pictogram of its own."""


class Section(StrEnum):
    """The parts of a ceremony, in its own order; `film` is where the deck shows the film."""

    TITLE = "titre"
    OPENING = "ouverture"
    RELAY = "flamme"
    DAYS = "jours"
    FIGURES = "chiffres"
    FILM = "film"
    TESTIMONIES = "temoignages"
    ATHLETES = "athletes"
    PRIZES = "prix"
    PERFORMANCES = "spectacle"
    CUSTOM = "sur_mesure"
    PARTNERS = "partenaires"
    CLOSING = "cloture"
    CREDITS = "generique"
