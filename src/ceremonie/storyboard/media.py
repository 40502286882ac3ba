"""What is shown and heard: photos, clips, music."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry, Key, Line, Percent, Text

Manner = Literal["plein", "fond", "coupé"]
"""How the sound of a clip lies with the music."""


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
    start: float = Field(0, ge=0, alias="de", description="début de l'extrait, en secondes")
    stop: float | None = Field(None, gt=0, alias="a", description="fin de l'extrait, en secondes")
    subtitles: Key | None = Field(
        None, alias="sous_titres", description="fichier de sous-titres .srt ou .vtt de l'extrait"
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
    credit: Line | None = Field(None, description="auteur et licence")
    start: float = Field(0, ge=0, alias="de", description="début, en secondes")
    stop: float | None = Field(None, gt=0, alias="a", description="fin, en secondes")
    part: Section | None = Field(
        None, alias="partie", description="la partie du film avec laquelle elle commence"
    )
    volume: Percent = Field(100, ge=0, le=200, description="en pour cent de son niveau")
