"""The storyboard's vocabulary: the one glossary between the French words and the English code.

Every field has its French key as alias and its description in French; every class has its French
name as title (the JSON Schema and the guide quote them). Values are frozen; sequences are tuples.
Beside the parts of a ceremony, which stand here: `values`, `media`, `options`, `rights`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from ceremonie.storyboard.access import AudioDescription
from ceremonie.storyboard.archive import ArchiveTerms
from ceremonie.storyboard.evening import Conduct, Pronounced, StageCueChoice, Welcome
from ceremonie.storyboard.ground import MapChoice
from ceremonie.storyboard.hours import Hour
from ceremonie.storyboard.media import UNSORTED, Media, Music
from ceremonie.storyboard.options import DeckOptions, FilmOptions, Theme
from ceremonie.storyboard.people import Athlete, Prize, Testimony
from ceremonie.storyboard.programme import SPORT, Section
from ceremonie.storyboard.publication import PublicationTerms
from ceremonie.storyboard.rights import Consents
from ceremonie.storyboard.stage import (
    Comparison,
    CustomScene,
    Interlude,
    Performance,
    SpeechEntry,
    Volunteers,
)
from ceremonie.storyboard.steps import LISTS, Act, Items, StepChoice
from ceremonie.storyboard.topics import TopicName
from ceremonie.storyboard.values import (
    DEPARTMENT_CODE,
    Day,
    EditionName,
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
    figure,
)
from ceremonie.storyboard.wordlist import OwnTopic, Vocabulary


class Ceremony(Entry):
    model_config = ConfigDict(title="Cérémonie de clôture")

    date: Day = Field(description="jour de la cérémonie, AAAA-MM-JJ", examples=["2023-12-01"])
    place: Line = Field(alias="lieu", description="où elle se tient", examples=["Salle des fêtes"])
    hour: Hour | None = Field(
        None, alias="heure", description="heure à laquelle elle commence", examples=["18:30"]
    )
    end: Hour | None = Field(
        None, alias="heure_fin", description="heure à laquelle la salle est rendue"
    )


class Opening(Entry):
    model_config = ConfigDict(title="Mot d'ouverture")

    speaker: Line | None = Field(None, alias="orateur", description="qui ouvre la cérémonie")
    position: Line | None = Field(None, alias="fonction", description="sa fonction")
    who: Who = None
    nameless: Nameless = None
    pronounced: Pronounced = None
    message: Text = Field(
        description="le message d'ouverture, 140 signes environ", examples=["Le sport rassemble."]
    )
    mention: Line | None = Field(None, description="précision sous le message")
    points: tuple[Line, ...] = Field((), description="le déroulé de l'allocution, pour les notes")
    portrait: Media | None = Field(None, description="portrait de qui ouvre la cérémonie")
    signed: Signed = False
    seconds: Seconds = None
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
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
    department: Annotated[str, StringConstraints(pattern=DEPARTMENT_CODE)] | None = Field(
        None,
        alias="departement",
        description="code du département, entre guillemets ; à défaut, celui des communes",
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
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Workshop(Entry):
    model_config = ConfigDict(title="Atelier")

    title: Line = Field(alias="titre", description="nom de l'atelier", examples=["Boxe éducative"])
    town: Line | None = Field(
        None,
        alias="commune",
        description="commune où il s'est tenu, à défaut celle de l'en-tête",
        examples=["Nom de la commune"],
    )
    venue: Line | None = Field(None, alias="lieu", description="gymnase, école, stade…")
    participants: Line | None = Field(None, description="qui est venu : collégiens, seniors…")
    topic: TopicName = Field(SPORT.name, alias="thematique", description="thème de l'atelier")
    pictogram: Key | None = Field(
        None, alias="pictogramme", description="pictogramme, à défaut celui du thème"
    )
    text: Text | None = Field(None, alias="texte", description="deux ou trois phrases")
    partners: tuple[Line, ...] = Field((), alias="partenaires", description="qui l'a porté")
    media: tuple[Media, ...] = Field((), alias="medias", description="photos et extraits vidéo")
    comparison: Comparison | None = Field(
        None, alias="avant_apres", description="deux photos, avant et après"
    )
    illustrative: YesNo = Field(False, alias="illustratif", description="texte d'illustration")
    seconds: Seconds = None
    in_film: InFilm = None
    full_screen: FullScreen = False
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class EventDay(Entry):
    model_config = ConfigDict(title="Jour")

    id: Identifier = None
    date: Day | None = Field(None, description="AAAA-MM-JJ", examples=["2023-11-28"])
    name: Line | None = Field(
        None, alias="nom", description="son nom, au lieu de « Jour 1 »", examples=["Samedi"]
    )
    title: Line | None = Field(None, alias="titre", description="thème du jour")
    workshops: tuple[Workshop, ...] = Field((), alias="ateliers", description="ateliers du jour")
    unsorted: tuple[Media, ...] = Field(
        (), alias=UNSORTED, description="photos et extraits qui attendent leur atelier"
    )
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")


class Bar(Entry):
    model_config = ConfigDict(title="Barre d'un chiffre clé")

    label: Line = Field(alias="libelle", description="ce que la barre compte", examples=["Samedi"])
    value: float = Field(ge=0, alias="valeur", description="sa longueur", examples=[120])


class Figure(Entry):
    model_config = ConfigDict(title="Chiffre clé")

    value: Annotated[int | Line, BeforeValidator(figure)] | None = Field(
        None,
        alias="valeur",
        description="nombre, ou texte court ; rien pour des barres",
        examples=[20],
    )
    label: Line = Field(
        alias="libelle", description="ce que le nombre compte", examples=["ateliers"]
    )
    shape: Literal["nombre", "anneau", "barres"] = Field(
        "nombre", alias="forme", description="« nombre », « anneau » (une part) ou « barres »"
    )
    total: float | None = Field(
        None, gt=0, alias="sur", description="ce dont le nombre est une part, 100 à défaut"
    )
    unit: Line | None = Field(None, alias="unite", description="unité : %, km, heures…")
    bars: tuple[Bar, ...] = Field((), max_length=6, alias="barres", description="deux à six barres")
    source: Line | None = Field(None, description="d'où vient le nombre")
    above: Line | None = Field(None, alias="surtitre", description="mots au-dessus du nombre")


class Partner(Entry):
    model_config = ConfigDict(title="Partenaire")

    name: Line = Field(
        alias="nom",
        description="nom affiché s'il n'y a pas de logo",
        examples=["Nom du partenaire"],
    )
    pronounced: Pronounced = None
    logo: Media | None = Field(None, description="logo, PNG à fond transparent")
    rank: int = Field(2, ge=1, le=3, alias="rang", description="1 (principal) à 3")


class Closing(Entry):
    model_config = ConfigDict(title="Fin de la cérémonie")

    title: Line = Field("Merci", alias="titre", description="un mot")
    message: Text | None = Field(None, description="une phrase")
    on_stage: OnStage = None
    cue: StageCueChoice = None
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
    town: Line | None = Field(
        None, alias="commune", description="la commune des ateliers qui n'en disent pas d'autre"
    )
    organiser: Line = Field(
        alias="organisateur", description="qui organise", examples=["Nom de l'organisateur"]
    )
    ceremony: Ceremony = Field(
        alias="ceremonie",
        description="la cérémonie de clôture",
        examples=[{"date": "2023-12-01", "lieu": "Salle des fêtes"}],
    )
    theme: Theme = Field(Theme(), description="apparence")
    vocabulary: Vocabulary = Field(
        Vocabulary(), alias="vocabulaire", description="les mots de l'événement"
    )
    topics: tuple[OwnTopic, ...] = Field(
        (), max_length=12, alias="thematiques", description="les thèmes de l'événement"
    )
    table: Key | None = Field(
        None,
        alias="tableau",
        description="tableur de l'édition, dont les lignes rejoignent le storyboard",
        examples=["tableau.xlsx"],
    )
    opening: Opening | None = Field(None, alias="ouverture", description="le mot d'ouverture")
    speeches: tuple[SpeechEntry, ...] = Field(
        (), alias="discours", description="les prises de parole, après l'ouverture"
    )
    relay: Relay | None = Field(None, alias="flamme", description="le relais dans les communes")
    map: MapChoice | None = Field(
        None, alias="carte", description="la carte : du relais, ou à défaut des ateliers"
    )
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
    interludes: tuple[Interlude, ...] = Field(
        (), max_length=40, alias="moments", description="entracte, photo de groupe, texte libre…"
    )
    custom_scenes: tuple[CustomScene, ...] = Field(
        (), max_length=20, alias="sur_mesure", description="les scènes écrites en Python"
    )
    volunteers: Volunteers | None = Field(
        None, alias="benevoles", description="les bénévoles remerciés"
    )
    closing: Closing = Field(
        Closing(title="Merci", message=None, notes=None), alias="cloture", description="la fin"
    )
    credits: tuple[CreditBlock, ...] = Field((), alias="generique", description="le générique")
    music: Music | tuple[Music, ...] | None = Field(
        None, alias="musique", description="musique du film : un morceau, ou plusieurs à la suite"
    )
    order: tuple[StepChoice, ...] = Field(
        tuple(Section), alias="deroule", description="ordre des parties et de leurs éléments"
    )
    film: FilmOptions = Field(
        FilmOptions(without=(), crossfade=0.48),
        description="propre au film",
        examples=[{"duree": "2 min 45"}],
    )
    deck: DeckOptions = Field(
        DeckOptions(without=()), alias="diaporama", description="propre au diaporama"
    )
    conduct: Conduct = Field(
        Conduct(), alias="conducteur", description="qui présente, et les colonnes du conducteur"
    )
    welcome: Welcome | None = Field(
        None, alias="accueil", description="ce que montre l'écran pendant que la salle se remplit"
    )
    rights: Consents = Field(
        (),
        alias="droits",
        description="registre des accords : ses lignes, ou le fichier où elles sont",
        examples=["registre.xlsx"],
    )
    publication: PublicationTerms = Field(
        PublicationTerms(), description="ce qui peut être publié, jusqu'à quand, et sinon quoi"
    )
    description: AudioDescription | None = Field(
        None, alias="audiodescription", description="ce que le film montre, dit à qui ne voit pas"
    )
    archive: ArchiveTerms | None = Field(
        None, description="ce que les archives demandent d'une édition versée"
    )

    @model_validator(mode="before")
    @classmethod
    def _bare_welcome(cls, data: Any) -> Any:
        """`accueil:` with nothing below it asks for a walk-in, all of whose keys may be left out;
        it must not count as not written, as other keys without a value do.
        """
        bare = isinstance(data, dict) and "accueil" in data and data["accueil"] is None
        return {**data, "accueil": {}} if bare else data

    @property
    def tracks(self) -> tuple[Music, ...]:
        """Every piece of music, in the order in which they are written."""
        if isinstance(self.music, Music):
            return (self.music,)
        return self.music or ()

    @property
    def items(self) -> Items:
        """The items that `deroule` may name."""
        names = {field.alias or name: name for name, field in type(self).model_fields.items()}
        lists = {part: getattr(self, names[part]) for part in LISTS}
        return Items({p: tuple(getattr(i, "id", None) for i in one) for p, one in lists.items()})

    @property
    def acts(self) -> tuple[Act, ...]:
        """What is shown, in the order of `deroule`."""
        return tuple(self.items.acts(self.order))
