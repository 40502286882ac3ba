"""Who is heard, invited and honoured: testimonies, athletes, prizes."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from ceremonie.storyboard.evening import Pronounced, StageCueChoice
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.values import (
    Entry,
    FullScreen,
    Identifier,
    InFilm,
    Line,
    Nameless,
    OnStage,
    Seconds,
    Text,
    Who,
    YesNo,
)


class Testimony(Entry):
    model_config = ConfigDict(title="Témoignage")

    id: Identifier = None
    quote: Text = Field(
        alias="citation",
        description="les mots, sans guillemets",
        examples=["On a joué tous ensemble."],
    )
    author: Line = Field(alias="auteur", description="qui parle", examples=["Une collégienne"])
    position: Line | None = Field(None, alias="fonction", description="à quel titre")
    who: Who = None
    nameless: Nameless = None
    pronounced: Pronounced = None
    portrait: Media | None = Field(None, description="portrait de qui parle")
    clip: Media | None = Field(None, alias="extrait", description="extrait vidéo")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Athlete(Entry):
    model_config = ConfigDict(title="Sportive ou sportif")

    id: Identifier = None
    name: Line = Field(alias="nom", description="nom ou rôle", examples=["Athlète handisport"])
    sport: Line = Field(alias="discipline", description="sport pratiqué", examples=["Athlétisme"])
    club: Line | None = Field(None, description="club ou comité")
    record: Line | None = Field(None, alias="palmares", description="titre, sélection, objectif")
    number: Line | None = Field(None, alias="dossard", description="deux ou trois signes")
    who: Who = None
    nameless: Nameless = None
    pronounced: Pronounced = None
    photo: Media | None = Field(None, description="portrait")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Prize(Entry):
    model_config = ConfigDict(title="Prix remis")

    id: Identifier = None
    title: Line = Field(alias="titre", description="nom du prix", examples=["Prix du fair-play"])
    winner: Line = Field(
        alias="laureat",
        title="Lauréat",
        description="qui le reçoit : une équipe, une classe, un nom ou un rôle",
        examples=["Une classe de cinquième"],
    )
    who: Who = None
    nameless: Nameless = None
    pronounced: Pronounced = None
    presenter: Line | None = Field(
        None, alias="remis_par", title="Remis par", description="qui le remet"
    )
    photo: Media | None = Field(None, description="photo, quand il y a quatre prix au plus")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")
