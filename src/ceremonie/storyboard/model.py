"""The storyboard's vocabulary: the one glossary between the French words and the English code.

Every field has its French key as alias and its description in French; every class has its French
name as title (the JSON Schema and the guide quote them). Values are frozen; sequences are tuples.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ceremonie.storyboard import dates
from ceremonie.storyboard.programme import Section, Topic
from ceremonie.storyboard.words import is_reserved


@dataclass(frozen=True)
class Said:
    """Marks the type of a field whose words are meant for people, in the hall or on the stage: the
    plan tells those that it shows nowhere.
    """


SAID = Said()

_LINE = StringConstraints(strip_whitespace=True, min_length=1, max_length=160)
_TEXT = StringConstraints(strip_whitespace=True, min_length=1, max_length=600)

Text = Annotated[str, _TEXT, SAID]
Line = Annotated[str, _LINE, SAID]
Key = Annotated[str, _LINE]
"""What steers the program: a file, an identifier, a name that must be known."""

DEPARTMENT_CODE = r"^(\d{2,3}|2[AB])$"
DEFAULT_DEPARTMENT = "94"


def _day(value: Any) -> dt.date:
    """A date is written AAAA-MM-JJ; pydantic alone would also take instants and numbers."""
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and dates.is_iso(value.strip()):
        if found := dates.day(value.strip()):
            return found
        raise PydanticCustomError("date_impossible", "this day does not exist")
    raise PydanticCustomError("date_form", "a date is written AAAA-MM-JJ")


Day = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


def _yes_or_no(value: Any) -> bool:
    """`oui` and `non`, or YAML's own `true` and `false`; no number, no English word."""
    answers = {"oui": True, "non": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in answers:
        return answers[value.strip().casefold()]
    raise PydanticCustomError("yes_or_no", "neither yes nor no")


YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["oui", "non", True, False]})
]


def _figure(value: Any) -> Any:
    """« 1 200 » is a number as it is written in French; 12.5 is shown as it is, not counted."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise PydanticCustomError("figure_form", "neither a number nor a text")
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}([ \u00a0\u202f]\d{3})+", value.strip()):
        return int(re.sub(r"\D", "", value))
    return str(value) if isinstance(value, float) else value


def _not_reserved(name: str) -> str:
    if is_reserved(name):
        raise PydanticCustomError("edition_reserved", "no folder may have this name under Windows")
    return name


EditionName = Annotated[
    str, StringConstraints(pattern=r"^[\w-]{1,40}$"), AfterValidator(_not_reserved)
]


class Entry(BaseModel):
    """What every mapping shares: unknown keys are refused, values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        validate_by_name=True,
        validate_by_alias=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, data: Any) -> Any:
        """A key left without a value (`athletes:`) counts as not written."""
        if not isinstance(data, dict) or None not in data.values():
            return data
        names = {*cls.model_fields, *(field.alias for field in cls.model_fields.values())}
        return {k: v for k, v in data.items() if v is not None or k not in names}


class Scope(StrEnum):
    """What a person agreed to."""

    CAPTURE = "captation"
    HALL = "salle"
    INTERNAL = "interne"
    WEB = "internet"
    SOCIAL = "reseaux"


class FocusPoint(Entry):
    model_config = ConfigDict(title="Point à garder dans le cadre")

    x: float = Field(0.5, ge=0, le=1, description="de gauche (0) à droite (1)")
    y: float = Field(0.5, ge=0, le=1, description="de haut (0) en bas (1)")


class Media(Entry):
    model_config = ConfigDict(title="Média")

    file: Key = Field(
        alias="fichier",
        description="le fichier, à partir du dossier du storyboard",
        examples=["photos/relais.jpg"],
    )
    alternative: Text | None = Field(
        None, alias="alt", description="ce que l'on voit, pour qui ne le voit pas"
    )
    caption: Line | None = Field(None, alias="legende", description="légende courte")
    credit: Line | None = Field(None, alias="credit", description="auteur et licence")
    focus: FocusPoint = Field(
        FocusPoint(x=0.5, y=0.5), alias="cadrage", description="le point à garder dans le cadre"
    )
    people: tuple[Key, ...] | Literal["foule", "aucune"] | None = Field(
        None,
        alias="personnes",
        description="qui l'on reconnaît : identifiants du registre, « foule » ou « aucune »",
    )
    start: float = Field(0, ge=0, alias="de", description="début de l'extrait, en secondes")
    stop: float | None = Field(None, gt=0, alias="a", description="fin de l'extrait, en secondes")
    subtitles: Key | None = Field(
        None, alias="sous_titres", description="fichier de sous-titres .srt ou .vtt de l'extrait"
    )


class Ceremony(Entry):
    model_config = ConfigDict(title="Cérémonie de clôture")

    date: Day = Field(description="jour de la cérémonie, AAAA-MM-JJ", examples=["2023-12-01"])
    place: Line = Field(alias="lieu", description="où elle se tient", examples=["Salle des fêtes"])


class Theme(Entry):
    model_config = ConfigDict(title="Apparence")

    motion: Literal["normal", "reduit"] = Field(
        "normal", alias="mouvement", description="« reduit » supprime les animations du film"
    )
    logo: Media | None = Field(None, description="logo de l'organisateur, posé sur le titre")


class Opening(Entry):
    model_config = ConfigDict(title="Mot d'ouverture")

    speaker: Line | None = Field(None, alias="orateur", description="qui ouvre la cérémonie")
    position: Line | None = Field(None, alias="fonction", description="sa fonction")
    message: Text = Field(
        description="le message d'ouverture, 140 signes environ", examples=["Le sport rassemble."]
    )
    mention: Line | None = Field(None, description="précision sous le message")
    points: tuple[Line, ...] = Field((), description="le déroulé de l'allocution, pour les notes")
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
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Workshop(Entry):
    model_config = ConfigDict(title="Atelier")

    title: Line = Field(alias="titre", description="nom de l'atelier", examples=["Boxe éducative"])
    town: Line = Field(
        alias="commune", description="commune où il s'est tenu", examples=["Nom de la commune"]
    )
    venue: Line | None = Field(None, alias="lieu", description="gymnase, école, stade…")
    audience: Line | None = Field(None, alias="public", description="collégiens, seniors…")
    topic: Topic = Field(Topic.SPORT, alias="thematique", description="thème de l'atelier")
    pictogram: Key | None = Field(
        None, alias="pictogramme", description="pictogramme, à défaut celui du thème"
    )
    text: Text | None = Field(None, alias="texte", description="deux ou trois phrases")
    partners: tuple[Line, ...] = Field((), alias="partenaires", description="qui l'a porté")
    media: tuple[Media, ...] = Field((), alias="medias", description="photos et extraits vidéo")
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class EventDay(Entry):
    model_config = ConfigDict(title="Jour")

    date: Day = Field(description="AAAA-MM-JJ", examples=["2023-11-28"])
    title: Line | None = Field(None, alias="titre", description="thème du jour")
    workshops: tuple[Workshop, ...] = Field((), alias="ateliers", description="ateliers du jour")
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Figure(Entry):
    model_config = ConfigDict(title="Chiffre clé")

    value: Annotated[int | Line, BeforeValidator(_figure)] = Field(
        alias="valeur",
        description="nombre (il est compté à l'écran) ou texte court",
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


class Music(Entry):
    model_config = ConfigDict(title="Musique")

    file: Key = Field(alias="fichier", description="fichier de son", examples=["musique.ogg"])
    credit: Line | None = Field(None, description="auteur et licence")
    start: float = Field(0, ge=0, alias="de", description="début, en secondes")


class FilmOptions(Entry):
    model_config = ConfigDict(title="Ce qui est propre au film")

    without: tuple[Section, ...] = Field((), alias="sauf", description="parties absentes du film")
    crossfade: float = Field(
        0.48, ge=0, le=2, alias="fondu", description="durée des fondus enchaînés, en secondes"
    )


class DeckOptions(Entry):
    model_config = ConfigDict(title="Ce qui est propre au diaporama")

    without: tuple[Section, ...] = Field(
        (), alias="sauf", description="parties absentes du diaporama"
    )


class Consent(Entry):
    model_config = ConfigDict(title="Accord de droit à l'image")

    person: Key = Field(
        alias="personne", description="identifiant pseudonyme : P012", examples=["P012"]
    )
    minor: YesNo = Field(alias="mineur", description="mineur ou non", examples=["oui"])
    signatories: tuple[Key, ...] = Field(
        min_length=1,
        alias="signataires",
        description="qui a signé",
        examples=[["mère", "père", "enfant"]],
    )
    scopes: tuple[Scope, ...] = Field(
        min_length=1,
        alias="portees",
        description="usages acceptés",
        examples=[["captation", "salle"]],
    )
    show_name: YesNo = Field(False, alias="nom", description="le nom peut être dit")
    hear_voice: YesNo = Field(False, alias="voix", description="la voix peut être entendue")
    start: Day = Field(alias="debut", description="valable à partir du", examples=["2023-11-01"])
    end: Day = Field(alias="fin", description="valable jusqu'au", examples=["2024-12-31"])
    withdrawn: Day | None = Field(None, alias="retrait", description="retiré le")
    proof: Key | None = Field(None, alias="preuve", description="empreinte SHA-256 de l'accord")


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
    subtitle: Line | None = Field(None, alias="sous_titre", description="lieu, édition, dates")
    organiser: Line = Field(
        alias="organisateur", description="qui organise", examples=["Nom de l'organisateur"]
    )
    ceremony: Ceremony = Field(
        alias="ceremonie",
        description="la cérémonie de clôture",
        examples=[{"date": "2023-12-01", "lieu": "Salle des fêtes"}],
    )
    theme: Theme = Field(Theme(motion="normal", logo=None), description="apparence")
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
    music: Music | None = Field(None, alias="musique", description="musique du film")
    order: tuple[Section, ...] = Field(
        tuple(Section), alias="deroule", description="ordre des parties"
    )
    film: FilmOptions = Field(FilmOptions(without=(), crossfade=0.48), description="propre au film")
    deck: DeckOptions = Field(
        DeckOptions(without=()), alias="diaporama", description="propre au diaporama"
    )
    rights: tuple[Consent, ...] = Field((), alias="droits", description="registre des accords")
