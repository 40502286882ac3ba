"""What may be published, until when, and what happens to what may not."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict, Field

from ceremonie.audiences import Audience
from ceremonie.storyboard.values import Day, Entry, Key, YesNo


class Otherwise(StrEnum):
    """What is done with what an audience may not see or hear."""

    REFUSE = "refuser"
    REMOVE = "retirer"
    BLUR = "flouter"
    REPLACE = "remplacer"


class Fallbacks(Entry):
    model_config = ConfigDict(title="Ce qui est fait sans accord")

    hall: Otherwise = Field(Otherwise.REFUSE, alias="salle", description="dans la salle")
    internal: Otherwise = Field(Otherwise.REMOVE, alias="interne", description="en interne")
    web: Otherwise = Field(Otherwise.REMOVE, alias="internet", description="sur internet")
    social: Otherwise = Field(
        Otherwise.REMOVE, alias="reseaux", description="sur les réseaux sociaux"
    )

    def for_(self, audience: Audience) -> Otherwise:
        return {
            Audience.HALL: self.hall,
            Audience.INTERNAL: self.internal,
            Audience.WEB: self.web,
            Audience.SOCIAL: self.social,
        }[audience]


class Withdrawal(Entry):
    model_config = ConfigDict(title="Retrait d'un accord")

    person: Key = Field(
        alias="personne", description="identifiant pseudonyme : P012", examples=["P012"]
    )
    date: Day = Field(description="jour du retrait", examples=["2024-01-15"])


class PublicationTerms(Entry):
    model_config = ConfigDict(title="Publication")

    start: Day | None = Field(None, alias="debut", description="mise en ligne, AAAA-MM-JJ")
    end: Day | None = Field(None, alias="fin", description="retrait du site, AAAA-MM-JJ")
    contact: Key | None = Field(
        None,
        description="à qui écrire, sur la page à publier : une adresse électronique, une page",
        examples=["communication@exemple.fr"],
    )
    otherwise: Fallbacks = Field(
        Fallbacks(),
        alias="sinon",
        description="ce qui est fait de ce qu'un public ne peut voir : « refuser », « retirer », "
        "« flouter » ou « remplacer »",
    )
    parents: Literal[1, 2] = Field(
        2, description="combien de parents signent pour une personne mineure"
    )
    child: YesNo = Field(
        True, alias="enfant", description="« non » : l'accord des parents suffit sans le sien"
    )
    withdrawals: tuple[Withdrawal, ...] = Field(
        (), alias="retraits", description="accords retirés depuis, quand le registre est un fichier"
    )
