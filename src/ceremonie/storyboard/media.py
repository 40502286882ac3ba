"""What is shown and heard: photos, clips, music."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.publication import Otherwise
from ceremonie.storyboard.values import TOLD, Entry, Key, Line, Percent, Text

Declared = Annotated[Key, TOLD]
"""What is said of music where it is declared: in a paper of the house, never on a screen."""

Manner = Literal["plein", "fond", "coupé"]
"""How the sound of a clip lies with the music."""


CLIPS = (
    ".mp4", ".mov", ".m4v", ".webm", ".mkv", ".avi", ".3gp", ".mts", ".m2ts", ".mpg", ".mpeg",
)  # fmt: skip
"""Endings of the files that move and are heard."""

UNSORTED = "a_classer"
"""The key of a day's media that wait for their workshop."""


def waits(path: NodePath) -> bool:
    """Whether what stands there is shown to nobody until somebody moves it, so that nothing about
    it is judged before.
    """
    return UNSORTED in path


def is_clip(file: str) -> bool:
    """By its name; where that is odd, rather too often."""
    name = file.casefold()
    return any(ending in name for ending in CLIPS)


class FocusPoint(Entry):
    model_config = ConfigDict(title="Point à garder dans le cadre")

    x: float = Field(0.5, ge=0, le=1, description="de gauche (0) à droite (1)")
    y: float = Field(0.5, ge=0, le=1, description="de haut (0) en bas (1)")


class Box(Entry):
    model_config = ConfigDict(title="Boîte autour d'un visage")

    left: float = Field(ge=0, le=1, alias="x", description="bord gauche, de 0 à 1", examples=[0.4])
    top: float = Field(ge=0, le=1, alias="y", description="bord haut, de 0 à 1", examples=[0.2])
    width: float = Field(
        gt=0, le=1, alias="largeur", description="part de la largeur", examples=[0.1]
    )
    height: float = Field(
        gt=0, le=1, alias="hauteur", description="part de la hauteur", examples=[0.2]
    )
    at: float = Field(
        0, ge=0, alias="instant", description="pour une vidéo : la seconde du fichier"
    )


class Blur(Entry):
    model_config = ConfigDict(title="Endroit à flouter")

    person: Key | None = Field(
        None, alias="personne", description="qui s'y voit ; à défaut, toujours flouté"
    )
    boxes: tuple[Box, ...] = Field(
        min_length=1,
        alias="boites",
        description="une boîte pour une photo ; pour une vidéo, une par image clé",
        examples=[[{"x": 0.4, "y": 0.2, "largeur": 0.1, "hauteur": 0.2}]],
    )


class Substitute(Entry):
    model_config = ConfigDict(title="Image de remplacement")

    file: Key = Field(
        alias="fichier",
        description="l'image, à partir du dossier du storyboard",
        examples=["photos/ballon.jpg"],
    )
    alternative: Text | None = Field(
        None, alias="alt", description="ce que l'on voit, pour qui ne le voit pas"
    )
    credit: Line | None = Field(None, description="auteur et licence")
    people: tuple[Key, ...] | Literal["foule", "aucune"] | None = Field(
        None,
        alias="personnes",
        description="qui l'on reconnaît : identifiants du registre, « foule » ou « aucune »",
    )


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
    focus: FocusPoint | None = Field(
        None,
        alias="cadrage",
        description="le point à garder dans le cadre ; à défaut, les visages qui s'y voient",
        examples=[{"x": 0.5, "y": 0.3}],
    )
    people: tuple[Key, ...] | Literal["foule", "aucune"] | None = Field(
        None,
        alias="personnes",
        description="qui l'on reconnaît : identifiants du registre, « foule » ou « aucune »",
    )
    heard: tuple[Key, ...] | Literal["aucune"] | None = Field(
        None,
        alias="voix",
        description="qui l'on y entend : identifiants du registre, ou « aucune » ; à défaut, "
        "toutes les personnes que l'on y voit",
    )
    blurs: tuple[Blur, ...] = Field(
        (),
        alias="flous",
        description="où flouter qui n'a pas donné son accord ; à défaut, toute l'image",
    )
    otherwise: Otherwise | None = Field(
        None,
        alias="sinon",
        description="ce qui est fait de ce média là où il ne peut être montré, au lieu de ce que "
        "dit « publication »",
    )
    substitute: Substitute | None = Field(
        None, alias="remplacement", description="l'image montrée à sa place"
    )
    start: float = Field(0, ge=0, alias="de", description="début de l'extrait, en secondes")
    stop: float | None = Field(None, gt=0, alias="a", description="fin de l'extrait, en secondes")
    subtitles: Key | None = Field(
        None,
        alias="sous_titres",
        description="fichier de sous-titres de l'extrait : .srt, .vtt, .ass, .ssa ou .sbv",
    )
    sound: Manner | None = Field(
        None,
        alias="son",
        description="son de l'extrait : « plein » (la musique s'efface), « fond » (il se mêle à la "
        "musique) ou « coupé » ; à défaut, selon qu'on y parle",
    )
    flashes: Literal["refuser", "attenuer"] = Field(
        "refuser",
        alias="flashs",
        description="« attenuer » baisse le contraste des images de l'extrait qui clignotent",
    )


class Music(Entry):
    model_config = ConfigDict(title="Musique")

    file: Key = Field(alias="fichier", description="fichier de son", examples=["musique.ogg"])
    title: Declared | None = Field(None, alias="titre", description="titre du morceau")
    author: Declared | None = Field(None, alias="auteur", description="qui l'a écrit")
    licence: Declared | None = Field(
        None, description="licence ou autorisation", examples=["CC BY 4.0"]
    )
    credit: Line | None = Field(None, description="auteur et licence")
    start: float = Field(0, ge=0, alias="de", description="début, en secondes")
    stop: float | None = Field(None, gt=0, alias="a", description="fin, en secondes")
    part: Section | None = Field(
        None, alias="partie", description="la partie du film avec laquelle elle commence"
    )
    volume: Percent = Field(100, ge=0, le=200, description="en pour cent de son niveau")
