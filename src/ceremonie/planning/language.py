"""The fixed words that the ceremony is told in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ceremonie.planning.typography import HARD, SMALL_WORDS, in_words
from ceremonie.storyboard.programme import Section


@dataclass(frozen=True)
class Language:
    """Words that stand on the screen though no storyboard says them. `parts` is what each part is
    called in the running order, the deck's sections and the film's chapters; `chapters` are
    those that stand in the chapter of another part; `small_words` are those of a title that say
    nothing on their own.
    """

    parts: Mapping[Section, str]
    chapters: Mapping[Section, Section]
    numbered_day: str
    stage: str
    two_stages: str
    two_towns: str
    all_stages: str
    workshops_of_the_day: str
    testimony: str
    excerpt: str
    illustrative_text: str
    illustration: str
    click_clip: str
    encounter: str
    click_custom: str
    say: str
    do: str
    know: str
    lasting: str
    following: str
    about: str
    welcome: str
    ceremony: str
    organised_by: str
    give_the_floor: str
    call_on_stage: str
    thank_all: str
    workshop: str
    workshops: str
    other_workshops: str
    click_workshop: str
    leads_back: str
    hidden: str
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
    leave_credits: str
    programme: str
    click_part: str
    one_partner: str
    several_partners: str
    principal_partner: str
    principal_partners: str
    supporting: str
    accompanying: str
    helping: str
    thank_partners: str
    small_words: frozenset[str]
    prize: str
    presented_by: str
    prize_columns: tuple[str, str, str]

    def day(self, index: int) -> str:
        """« Jour 1 » for the first, whose index is 0."""
        return self.numbered_day.format(number=index + 1)

    def chapter(self, section: Section) -> str:
        """The chapter of the film that a part stands in."""
        return self.parts[self.chapters.get(section, section)]

    def part(self, title: str, number: int) -> str:
        """The title of one of the slides that tell something together, counted from 0."""
        if not number:
            return title
        return f"{title}, {self.next_part}" + (f"{HARD}{number}" if number > 1 else "")

    def going_on(self, title: str) -> str:
        """The title of what began on another screen or in another column; said once."""
        return title if title.endswith(self.continued) else f"{title} {self.continued}"

    def with_partners(self, count: int) -> str:
        """« Avec nos dix partenaires »."""
        words = self.one_partner if count == 1 else self.several_partners
        return words.format(count=in_words(count))

    def with_principal_partners(self, count: int) -> str:
        """« Nos deux principaux partenaires »."""
        words = self.principal_partner if count == 1 else self.principal_partners
        return words.format(count=in_words(count))


FRENCH = Language(
    parts={
        Section.TITLE: "Titre",
        Section.OPENING: "Ouverture",
        Section.RELAY: "La flamme en relais",
        Section.DAYS: "Les ateliers",
        Section.FIGURES: "En chiffres",
        Section.FILM: "Le film des journées",
        Section.TESTIMONIES: "Témoignages",
        Section.ATHLETES: "Rencontres sportives",
        Section.PRIZES: "Les prix",
        Section.PERFORMANCES: "Sur scène",
        Section.CUSTOM: "Sur mesure",
        Section.PARTNERS: "Nos partenaires",
        Section.CLOSING: "Remerciements",
        Section.CREDITS: "Générique",
    },
    chapters={
        Section.TITLE: Section.OPENING,
        Section.PARTNERS: Section.CLOSING,
        Section.CREDITS: Section.CLOSING,
    },
    numbered_day=f"Jour{HARD}{{number}}",
    stage=f"Étape{HARD}{{number}} sur{HARD}{{count}}",
    two_stages=f"Étapes{HARD}{{first}} et{HARD}{{last}} sur{HARD}{{count}}",
    two_towns="{first} et {last}",
    all_stages="{count} étapes",
    workshops_of_the_day="les ateliers du jour",
    testimony="Témoignage",
    excerpt="l’extrait",
    illustrative_text="Texte d’illustration.",
    illustration="(illustration)",
    click_clip="Cliquer pour lancer l’extrait.",
    encounter="Rencontre",
    click_custom="Cliquer pour lancer la scène.",
    say="À DIRE",
    do="À FAIRE",
    know="À SAVOIR",
    lasting="DURÉE",
    following="ENSUITE",
    about="environ {length}",
    welcome="Afficher pendant l’installation du public.",
    ceremony="{title}, cérémonie de clôture : {where}",
    organised_by="Organisation : {organiser}",
    give_the_floor="Donner la parole à : {who}.",
    call_on_stage="Inviter sur scène : {who}.",
    thank_all="Remercier, puis rallumer la salle.",
    workshop="un atelier",
    workshops="ateliers",
    other_workshops="autres ateliers",
    click_workshop="Cliquer sur un atelier pour montrer sa diapositive.",
    hidden="(cachée, à un clic des ateliers du jour)",
    leads_back="Cliquer sur le repère, en bas à droite, pour revenir à tous les ateliers.",
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
    leave_credits="Laisser le générique pendant la sortie du public.",
    programme="Au programme",
    click_part="Cliquer sur une ligne pour aller à sa partie.",
    one_partner="Avec notre partenaire",
    several_partners="Avec nos {count} partenaires",
    principal_partner="Notre principal partenaire",
    principal_partners="Nos {count} principaux partenaires",
    supporting="Avec le soutien de",
    accompanying="Ils nous ont accompagnés",
    helping="Avec l’aide de",
    thank_partners="Remercier les partenaires.",
    small_words=SMALL_WORDS,
    prize="Prix",
    presented_by="Remis par {presenter}",
    prize_columns=("Prix", "Lauréat", "Remis par"),
)
