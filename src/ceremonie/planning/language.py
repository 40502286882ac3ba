"""The words that the ceremony is told in: fixed ones, and the event's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ceremonie.leaning import SMALL_WORDS
from ceremonie.planning.nouns import HOUSE, nouns
from ceremonie.planning.own_words import OwnWords, own_parts
from ceremonie.planning.typography import HARD
from ceremonie.storyboard.durations import MINUTE
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section


@dataclass(frozen=True)
class Language(OwnWords):
    """Words that stand on the screen though no storyboard says them. `parts` is what each part is
    called in the running order, the deck's sections and the film's chapters; `chapters` are
    those that stand in the chapter of another part; `small_words` are those of a title that say
    nothing on their own.
    """

    parts: Mapping[Section, str]
    chapters: Mapping[Section, Section]
    two_towns: str
    excerpt: str
    illustrative_text: str
    illustration: str
    click_clip: str
    click_custom: str
    say: str
    do: str
    know: str
    lasting: str
    following: str
    about: str
    in_all: str
    welcome: str
    ceremony: str
    organised_by: str
    give_the_floor: str
    speech: str
    speech_says: str
    light_interpreter: str
    announce_interval: str
    pause_of: str
    click_screening: str
    leave_code: str
    screened: str
    call_on_stage: str
    thank_all: str
    workshop_excerpt: str
    supported_by: str
    supporters: str
    photo: str
    photos: str
    click_film: str
    let_film_run: str
    film_missing: str
    film_by_hand: str
    place_to_film: str
    continued: str
    next_part: str
    pictures: str
    music: str
    illustrative_credit: tuple[str, tuple[str, ...]]
    map_credit: tuple[str, tuple[str, ...]]
    leave_credits: str
    programme: str
    click_part: str
    supporting: str
    helping: str
    small_words: frozenset[str]
    names: str
    of_whole: str
    source: str
    sources: str
    before: str
    after: str
    before_and_after: str
    walk_in: str
    begins: str
    begins_in: str
    goes_on: str
    waiting: str
    black: str
    hidden_card: str
    begin_black: str
    stay_black: str
    last_minute: str
    type_here: str
    show_last_minute: str

    def chapter(self, section: Section) -> str:
        """The chapter of the film that a part stands in."""
        return self.parts[self.chapters.get(section, section)]

    def part(self, title: str, number: int) -> str:
        """The title of one of the slides that tell something together, counted from 0."""
        if not number:
            return title
        return f"{title}, {self.next_part}" + (f"{HARD}{number}" if number > 1 else "")

    def pause(self, seconds: float) -> str:
        """« Une pause de 15 minutes »."""
        minutes = max(1, round(seconds / MINUTE))
        unit = "minutes" if minutes > 1 else "minute"
        return self.pause_of.format(length=f"{minutes}{HARD}{unit}")

    def going_on(self, title: str) -> str:
        """The title of what began on another screen or in another column; said once."""
        return title if title.endswith(self.continued) else f"{title} {self.continued}"


FRENCH = Language(
    nouns=HOUSE,
    parts={
        **own_parts(HOUSE, days=2),
        Section.TITLE: "Titre",
        Section.OPENING: "Ouverture",
        Section.SPEECHES: "Prises de parole",
        Section.RELAY: "La flamme en relais",
        Section.MAP: "Sur la carte",
        Section.FIGURES: "En chiffres",
        Section.INTERLUDES: "En salle",
        Section.CUSTOM: "Sur mesure",
        Section.VOLUNTEERS: "Les bénévoles",
        Section.CLOSING: "Remerciements",
        Section.CREDITS: "Générique",
    },
    chapters={
        Section.TITLE: Section.OPENING,
        Section.VOLUNTEERS: Section.CLOSING,
        Section.PARTNERS: Section.CLOSING,
        Section.CREDITS: Section.CLOSING,
    },
    two_towns="{first} et {last}",
    excerpt="l’extrait",
    illustrative_text="Texte d’illustration.",
    illustration="(illustration)",
    click_clip="Cliquer pour lancer l’extrait.",
    click_custom="Cliquer pour lancer la scène.",
    say="À DIRE",
    do="À FAIRE",
    know="À SAVOIR",
    lasting="DURÉE",
    following="ENSUITE",
    about="environ {length}",
    in_all="{length} en tout",
    welcome="Afficher pendant l’installation du public.",
    ceremony="{title}, cérémonie de clôture : {where}",
    organised_by="Organisation : {organiser}",
    give_the_floor="Donner la parole à : {who}.",
    speech="Prise de parole",
    speech_says="L’essentiel : {summary}",
    light_interpreter="Garder dans la lumière la personne qui interprète en langue des signes.",
    announce_interval="Rallumer la salle, puis annoncer le retour.",
    pause_of="Une pause de {length}",
    click_screening="Baisser la lumière, puis cliquer pour lancer la projection.",
    leave_code="Laisser la diapositive à l’écran, le temps que chacun flashe le code.",
    screened="Projection",
    call_on_stage="Inviter sur scène : {who}.",
    thank_all="Remercier, puis rallumer la salle.",
    workshop_excerpt="extrait",
    supported_by="Avec {partners}",
    supporters="Avec : {partners}.",
    photo="Photo : {captions}.",
    photos="Photos : {captions}.",
    click_film="Baisser la lumière, puis cliquer pour lancer le film.",
    let_film_run="Ne plus cliquer pendant le film\u00a0: un clic le met en pause. À la fin, "
    "l’écran est noir.",
    film_missing="Le film n’est pas dans ce diaporama\u00a0: l’ouvrir à part, "
    "ou commenter les images.",
    film_by_hand="Ouvrir «\u00a0film.mp4\u00a0», dans le même dossier que ce diaporama.",
    place_to_film="Place au film",
    continued="(suite)",
    next_part="suite",
    pictures="Images",
    music="Musique",
    illustrative_credit=("Illustration", ("Une partie des textes est illustrative.",)),
    map_credit=(
        "Carte",
        ("Contours IGN ADMIN EXPRESS, noms Insee et DGCL, Licence Ouverte 2.0, modifiés",),
    ),
    leave_credits="Laisser le générique pendant la sortie du public.",
    programme="Au programme",
    click_part="Cliquer sur une ligne pour aller à sa partie.",
    supporting="Avec le soutien de",
    helping="Avec l’aide de",
    small_words=SMALL_WORDS,
    names=f"Noms{HARD}: {{names}}.",
    of_whole=f"sur{HARD}{{whole}}",
    source=f"Source{HARD}: {{sources}}",
    sources=f"Sources{HARD}: {{sources}}",
    before="Avant",
    after="Après",
    before_and_after="avant et après",
    walk_in="Accueil",
    begins="La cérémonie va commencer",
    begins_in="La cérémonie commence dans",
    goes_on="La cérémonie reprend dans un instant",
    waiting="En attendant : {part}",
    black="Écran noir",
    hidden_card="Diapositive masquée : en attendant la suite, taper H, ou son numéro puis Entrée.",
    begin_black="Passer à la suite quand la salle est prête.",
    stay_black="Rester sur ce noir jusqu’à ce que le projecteur soit éteint.",
    last_minute="Dernière minute",
    type_here="Tapez ici ce qui vient d’arriver",
    show_last_minute="Diapositive masquée : pour la montrer, taper son numéro puis Entrée ; "
    "ou, avant le diaporama, clic droit sur sa vignette, « Masquer la diapositive » : elle ne "
    "l’est plus.",
)


def spoken(storyboard: Storyboard) -> Language:
    """French, with the storyboard's own words."""
    own = nouns(storyboard.vocabulary)
    parts = {**FRENCH.parts, **own_parts(own, len(storyboard.days))}
    return replace(FRENCH, nouns=own, parts=parts)
