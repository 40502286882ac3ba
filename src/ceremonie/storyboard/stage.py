"""What happens on the stage: speeches, performances, scenes of one's own, interludes, thanks."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from ceremonie.storyboard.evening import Pronounced, StageCueChoice
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.values import (
    Entry,
    FullScreen,
    Identifier,
    InFilm,
    Key,
    Line,
    Nameless,
    OnStage,
    Seconds,
    Signed,
    Text,
    Who,
    YesNo,
)


class SpeechEntry(Entry):
    model_config = ConfigDict(title="Prise de parole")

    id: Identifier = None
    speaker: Line = Field(alias="orateur", description="qui parle", examples=["La maire"])
    position: Line | None = Field(None, alias="fonction", description="sa fonction")
    who: Who = None
    nameless: Nameless = None
    pronounced: Pronounced = None
    summary: Text | None = Field(
        None, alias="resume", description="ce qu'il en reste, 140 signes environ"
    )
    points: tuple[Line, ...] = Field((), description="le déroulé de l'allocution, pour les notes")
    portrait: Media | None = Field(None, description="portrait de qui parle")
    signed: Signed = False
    seconds: Seconds = None
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Comparison(Entry):
    model_config = ConfigDict(title="Avant et après")

    before: Media = Field(
        alias="avant", description="photo d'avant", examples=[{"fichier": "photos/avant.jpg"}]
    )
    after: Media = Field(
        alias="apres", description="photo d'après", examples=[{"fichier": "photos/apres.jpg"}]
    )
    caption: Line | None = Field(None, alias="legende", description="ce qui a changé")


class Interlude(Entry):
    model_config = ConfigDict(title="Moment de la cérémonie")

    id: Identifier = None
    kind: Literal["entracte", "photo", "projection", "texte", "lien"] = Field(
        "texte",
        alias="type",
        description="« entracte », « photo » de groupe, « projection » d'un film, « texte » libre "
        "ou « lien » à flasher",
    )
    title: Line = Field(alias="titre", description="son titre", examples=["Entracte"])
    text: Text | None = Field(None, alias="texte", description="une ou deux phrases")
    media: Media | None = Field(None, description="photo, ou film à projeter")
    comparison: Comparison | None = Field(
        None, alias="avant_apres", description="deux photos, avant et après"
    )
    link: Key | None = Field(
        None, alias="lien", description="adresse à ouvrir par un code QR : https://…"
    )
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Volunteers(Entry):
    model_config = ConfigDict(title="Bénévoles")

    title: Line = Field("Merci aux bénévoles", alias="titre", description="au-dessus de leurs noms")
    message: Text | None = Field(None, description="une phrase pour eux")
    names: tuple[Line, ...] = Field(
        min_length=1,
        alias="noms",
        description="un nom ou un groupe par ligne",
        examples=[["Les bénévoles de l'accueil"]],
    )
    seconds: Seconds = None
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Performance(Entry):
    model_config = ConfigDict(title="Numéro du spectacle")

    id: Identifier = None
    title: Line = Field(alias="titre", description="nom du numéro", examples=["Chorale"])
    artists: Line | None = Field(None, alias="artistes", description="qui le joue")
    pronounced: Pronounced = None
    text: Text | None = Field(None, alias="texte", description="une phrase")
    media: Media | None = Field(None, alias="media", description="photo")
    pictogram: Key = Field("musique", alias="pictogramme", description="à défaut de photo")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class CustomScene(Entry):
    model_config = ConfigDict(title="Scène sur mesure")

    id: Identifier = None
    title: Line = Field(
        alias="titre", description="nom de la scène", examples=["La vague des couloirs"]
    )
    code: Key = Field(
        description="le fichier Python, à partir du dossier du storyboard",
        examples=["scenes/vague.py"],
    )
    function: Key = Field(
        "scene", alias="fonction", description="la fonction du fichier qui rend le clip"
    )
    alternative: Text = Field(
        alias="alt",
        description="ce que l'on y voit, pour qui ne le voit pas",
        examples=["Des vagues de couleur traversent l'écran"],
    )
    credit: Line | None = Field(None, description="auteur et licence")
    people: tuple[Key, ...] | Literal["foule", "aucune"] | None = Field(
        None,
        alias="personnes",
        description="qui l'on y reconnaît : identifiants du registre, « foule » ou « aucune »",
    )
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")
