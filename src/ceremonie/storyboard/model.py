"""The storyboard's vocabulary: the one glossary between the French words and the English code.

Every field has its French key as alias and its description in French; every class has its French
name as title (the JSON Schema and the guide quote them). Values are frozen; sequences are tuples.
Beside the parts of a ceremony, which stand here: `values`, `media`, `options`, `rights`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from ceremonie.storyboard.media import Media, Music
from ceremonie.storyboard.options import DeckOptions, FilmOptions, Theme
from ceremonie.storyboard.programme import Section, Topic
from ceremonie.storyboard.rights import Consent
from ceremonie.storyboard.values import (
    DEFAULT_DEPARTMENT,
    DEPARTMENT_CODE,
    Day,
    EditionName,
    Entry,
    FullScreen,
    InFilm,
    Key,
    Line,
    Seconds,
    Text,
    YesNo,
    figure,
)


class Ceremony(Entry):
    model_config = ConfigDict(title="Cérémonie de clôture")

    date: Day = Field(description="jour de la cérémonie, AAAA-MM-JJ", examples=["2023-12-01"])
    place: Line = Field(alias="lieu", description="où elle se tient", examples=["Salle des fêtes"])


class Opening(Entry):
    model_config = ConfigDict(title="Mot d'ouverture")

    speaker: Line | None = Field(None, alias="orateur", description="qui ouvre la cérémonie")
    position: Line | None = Field(None, alias="fonction", description="sa fonction")
    message: Text = Field(
        description="le message d'ouverture, 140 signes environ", examples=["Le sport rassemble."]
    )
    mention: Line | None = Field(None, description="précision sous le message")
    points: tuple[Line, ...] = Field((), description="le déroulé de l'allocution, pour les notes")
    seconds: Seconds = None
    in_film: InFilm = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Stage(Entry):
    model_config = ConfigDict(title="Étape du relais")

    town: Key = Field(
        alias="commune",
        description="commune traversée, nom officiel",
        examples=["Nom de la commune"],
    )
    date: Day | None = Field(None, description="jour du passage")
    action: Line | None = Field(None, description="ce qui s'y est passé")


class Relay(Entry):
    model_config = ConfigDict(title="Relais de la flamme")

    title: Line = Field("La Flamme en relais", alias="titre", description="titre de la carte")
    department: Annotated[str, StringConstraints(pattern=DEPARTMENT_CODE)] = Field(
        DEFAULT_DEPARTMENT, alias="departement", description="code du département, entre guillemets"
    )
    stages: tuple[Stage, ...] = Field(
        min_length=2,
        max_length=12,
        alias="etapes",
        description="étapes dans l'ordre du parcours",
        examples=[[{"commune": "Première commune"}, {"commune": "Deuxième commune"}]],
    )
    mention: Line | None = Field(None, description="précision sous la carte")
    seconds: Seconds = None
    in_film: InFilm = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Workshop(Entry):
    model_config = ConfigDict(title="Atelier")

    title: Line = Field(alias="titre", description="nom de l'atelier", examples=["Boxe éducative"])
    town: Line = Field(
        alias="commune", description="commune où il s'est tenu", examples=["Nom de la commune"]
    )
    venue: Line | None = Field(None, alias="lieu", description="gymnase, école, stade…")
    participants: Line | None = Field(None, description="qui est venu : collégiens, seniors…")
    topic: Topic = Field(Topic.SPORT, alias="thematique", description="thème de l'atelier")
    pictogram: Key | None = Field(
        None, alias="pictogramme", description="pictogramme, à défaut celui du thème"
    )
    text: Text | None = Field(None, alias="texte", description="deux ou trois phrases")
    partners: tuple[Line, ...] = Field((), alias="partenaires", description="qui l'a porté")
    media: tuple[Media, ...] = Field((), alias="medias", description="photos et extraits vidéo")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class EventDay(Entry):
    model_config = ConfigDict(title="Jour")

    date: Day = Field(description="AAAA-MM-JJ", examples=["2023-11-28"])
    title: Line | None = Field(None, alias="titre", description="thème du jour")
    workshops: tuple[Workshop, ...] = Field((), alias="ateliers", description="ateliers du jour")
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Figure(Entry):
    model_config = ConfigDict(title="Chiffre clé")

    value: Annotated[int | Line, BeforeValidator(figure)] = Field(
        alias="valeur",
        description="nombre entier, ou texte court",
        examples=[20],
    )
    label: Line = Field(
        alias="libelle", description="ce que le nombre compte", examples=["ateliers"]
    )
    above: Line | None = Field(None, alias="surtitre", description="mots au-dessus du nombre")


class Testimony(Entry):
    model_config = ConfigDict(title="Témoignage")

    quote: Text = Field(
        alias="citation",
        description="les mots, sans guillemets",
        examples=["On a joué tous ensemble."],
    )
    author: Line = Field(alias="auteur", description="qui parle", examples=["Une collégienne"])
    position: Line | None = Field(None, alias="fonction", description="à quel titre")
    clip: Media | None = Field(None, alias="extrait", description="extrait vidéo")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Athlete(Entry):
    model_config = ConfigDict(title="Sportive ou sportif")

    name: Line = Field(alias="nom", description="nom ou rôle", examples=["Athlète handisport"])
    sport: Line = Field(alias="discipline", description="sport pratiqué", examples=["Athlétisme"])
    club: Line | None = Field(None, description="club ou comité")
    record: Line | None = Field(None, alias="palmares", description="titre, sélection, objectif")
    number: Line | None = Field(None, alias="dossard", description="deux ou trois signes")
    photo: Media | None = Field(None, description="portrait")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Prize(Entry):
    model_config = ConfigDict(title="Prix remis")

    title: Line = Field(alias="titre", description="nom du prix", examples=["Prix du fair-play"])
    winner: Line = Field(
        alias="laureat",
        title="Lauréat",
        description="qui le reçoit : une équipe, une classe, un nom ou un rôle",
        examples=["Une classe de cinquième"],
    )
    presenter: Line | None = Field(
        None, alias="remis_par", title="Remis par", description="qui le remet"
    )
    photo: Media | None = Field(None, description="photo, quand il y a quatre prix au plus")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Partner(Entry):
    model_config = ConfigDict(title="Partenaire")

    name: Line = Field(
        alias="nom",
        description="nom affiché s'il n'y a pas de logo",
        examples=["Nom du partenaire"],
    )
    logo: Media | None = Field(None, description="logo, PNG à fond transparent")
    rank: int = Field(2, ge=1, le=3, alias="rang", description="1 (principal) à 3")


class Performance(Entry):
    model_config = ConfigDict(title="Numéro du spectacle")

    title: Line = Field(alias="titre", description="nom du numéro", examples=["Chorale"])
    artists: Line | None = Field(None, alias="artistes", description="qui le joue")
    text: Text | None = Field(None, alias="texte", description="une phrase")
    media: Media | None = Field(None, alias="media", description="photo")
    pictogram: Key = Field("musique", alias="pictogramme", description="à défaut de photo")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class CustomScene(Entry):
    model_config = ConfigDict(title="Scène sur mesure")

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
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Closing(Entry):
    model_config = ConfigDict(title="Fin de la cérémonie")

    title: Line = Field("Merci", alias="titre", description="un mot")
    message: Text | None = Field(None, description="une phrase")
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class CreditBlock(Entry):
    model_config = ConfigDict(title="Rubrique du générique")

    title: Line = Field(alias="titre", description="rubrique", examples=["Remerciements"])
    lines: tuple[Line, ...] = Field(
        min_length=1,
        alias="lignes",
        description="une ligne par mention",
        examples=[["Merci à toutes et à tous"]],
    )


class Storyboard(Entry):
    model_config = ConfigDict(title="Storyboard d'une cérémonie")

    edition: EditionName = Field(
        description="nom court de l'édition (dossier de sortie) : lettres, chiffres, tirets",
        examples=["2023"],
    )
    title: Line = Field(
        alias="titre",
        description="titre de l'événement",
        examples=["Titre de l'événement"],
    )
    short_title: Line | None = Field(
        None,
        alias="titre_court",
        description="le titre en deux ou trois mots, affiché en grand sous le titre entier",
        examples=["Égalité des chances"],
    )
    subtitle: Line | None = Field(None, alias="sous_titre", description="lieu, édition, dates")
    organiser: Line = Field(
        alias="organisateur", description="qui organise", examples=["Nom de l'organisateur"]
    )
    ceremony: Ceremony = Field(
        alias="ceremonie",
        description="la cérémonie de clôture",
        examples=[{"date": "2023-12-01", "lieu": "Salle des fêtes"}],
    )
    theme: Theme = Field(Theme(), description="apparence")
    opening: Opening | None = Field(None, alias="ouverture", description="le mot d'ouverture")
    relay: Relay | None = Field(None, alias="flamme", description="le relais dans les communes")
    days: tuple[EventDay, ...] = Field(
        min_length=1,
        max_length=7,
        alias="jours",
        description="les jours et leurs ateliers",
        examples=[[{"date": "2023-11-28", "titre": "Bouger ensemble"}]],
    )
    figures: tuple[Figure, ...] = Field(
        (), max_length=9, alias="chiffres", description="les chiffres clés"
    )
    testimonies: tuple[Testimony, ...] = Field(
        (), alias="temoignages", description="la parole des participants"
    )
    athletes: tuple[Athlete, ...] = Field((), description="les sportives et sportifs invités")
    prizes: tuple[Prize, ...] = Field((), alias="prix", description="les prix remis")
    partners: tuple[Partner, ...] = Field((), alias="partenaires", description="les partenaires")
    performances: tuple[Performance, ...] = Field(
        (), alias="spectacle", description="les numéros joués sur scène"
    )
    custom_scenes: tuple[CustomScene, ...] = Field(
        (), max_length=20, alias="sur_mesure", description="les scènes écrites en Python"
    )
    closing: Closing = Field(
        Closing(title="Merci", message=None, notes=None), alias="cloture", description="la fin"
    )
    credits: tuple[CreditBlock, ...] = Field((), alias="generique", description="le générique")
    music: Music | tuple[Music, ...] | None = Field(
        None, alias="musique", description="musique du film : un morceau, ou plusieurs à la suite"
    )
    order: tuple[Section, ...] = Field(
        tuple(Section), alias="deroule", description="ordre des parties"
    )
    film: FilmOptions = Field(
        FilmOptions(without=(), crossfade=0.48),
        description="propre au film",
        examples=[{"duree": "2 min 45"}],
    )
    deck: DeckOptions = Field(
        DeckOptions(without=()), alias="diaporama", description="propre au diaporama"
    )
    rights: tuple[Consent, ...] = Field((), alias="droits", description="registre des accords")

    @property
    def tracks(self) -> tuple[Music, ...]:
        """Every piece of music, in the order in which they are written."""
        if isinstance(self.music, Music):
            return (self.music,)
        return self.music or ()
