"""Who may be named: in what says « qui », and by the key file in every other text."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from ceremonie.audiences import Audience
from ceremonie.diagnostics import NodePath, Severity
from ceremonie.media.quotes import hushed
from ceremonie.media.subtitles import Track
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.planning.cueing import evening
from ceremonie.planning.cueing.check import check
from ceremonie.rights import Showing, quoting, showing
from ceremonie.rights import unnamed as rights_unnamed
from ceremonie.storyboard.name_key import Named, NameKey

from .boards import board, line, photo, read, shown, slugs, workshop

HALL, _, WEB, _ = Audience
KEY = NameKey(
    {
        "P1": Named("Inès Durand", ("Inès Durand", "Durand Inès"), "une élève de cinquième"),
        "P2": Named("Jean-Noël Cœur", ("Jean-Noël Cœur",)),
    }
)
UNNAMED = line("P1", nom="non")
HALL_ONLY = line("P1", portees=["salle"])
PARTS: dict[str, tuple[str, dict[str, Any], str]] = {
    "temoignages": ("auteur", {"citation": "On a gagné."}, "Anonyme"),
    "athletes": ("nom", {"discipline": "Judo"}, "Athlète"),
    "prix": ("laureat", {"titre": "Fair-play"}, "Lauréat ou lauréate"),
    "discours": ("orateur", {}, "L'orateur ou l'oratrice"),
}


def item(part: str, **more: Any) -> dict[str, Any]:
    name, others, _ = PARTS[part]
    return {name: "Inès Durand", "qui": "P1", **others, **more}


def named_in(data: dict[str, Any], audience: Audience = WEB) -> Showing:
    """With the key file beside the storyboard."""
    reading = replace(read(data), key=KEY)
    assert reading.storyboard is not None, [d.render() for d in reading.diagnostics]
    return showing(reading, audience)


def words(one: Showing) -> str:
    assert one.storyboard is not None
    return repr(one.storyboard)


@pytest.mark.parametrize("part", PARTS)
def test_whoever_may_not_be_named_is_told_by_a_role(part: str) -> None:
    other = {**item(part), PARTS[part][0]: "Quelqu'un d'autre"}
    del other["qui"]
    data = board(register=[UNNAMED], **{part: [other, item(part)]})
    one = shown(data, WEB)
    assert "Inès" not in words(one)
    assert f"'{PARTS[part][2]}'" in words(one) or f'"{PARTS[part][2]}"' in words(one)
    (remark,) = one.diagnostics
    assert (remark.slug, remark.path) == ("nom-remplace", (part, 1, "qui"))
    assert "« P1 » (accord sans « nom »)" in remark.message
    assert [left.done for left in one.left_out] == ["nom remplacé"]


@pytest.mark.parametrize("part", ["temoignages", "discours"])
def test_the_words_for_a_name_are_those_written_else_the_function(part: str) -> None:
    written = board(register=[UNNAMED], **{part: [item(part, sans_nom="Une judokate")]})
    assert "Une judokate" in words(shown(written, WEB))
    data = board(register=[UNNAMED], **{part: [item(part, fonction="Judokate")]})
    one = shown(data, WEB)
    assert words(one).count("'Judokate'") == 1


@pytest.mark.parametrize("part", PARTS)
def test_whoever_is_not_covered_leaves_with_the_whole_item(part: str) -> None:
    other = {**item(part), PARTS[part][0]: "Quelqu'un d'autre"}
    del other["qui"]
    data = board(
        register=[HALL_ONLY],
        deroule=["titre", f"{part} 1", "cloture", f"{part} 2"],
        **{part: [item(part), other]},
    )
    one = shown(data, WEB)
    assert "Inès" not in words(one)
    assert one.storyboard is not None
    assert one.storyboard.order == ("titre", "cloture", f"{part} 1")
    assert one.origin((part, 0, "notes")) == (part, 1, "notes")
    assert one.origin(("deroule", 2)) == ("deroule", 3)
    assert slugs(one.diagnostics) == ["element-retire"]


def test_the_opening_leaves_too() -> None:
    opening = {"orateur": "Inès Durand", "qui": "P1", "message": "Le sport rassemble."}
    one = shown(board(register=[HALL_ONLY], ouverture=opening), WEB)
    assert one.storyboard is not None
    assert one.storyboard.opening is None


def test_an_item_known_by_its_id_is_still_meant_by_it() -> None:
    first, second = item("prix"), {**item("prix"), "id": "fair-play", "qui": "P9"}
    data = board(
        register=[HALL_ONLY, line("P9")], deroule=["titre", "fair-play"], prix=[first, second]
    )
    one = shown(data, WEB)
    assert one.storyboard is not None
    assert one.storyboard.order == ("titre", "fair-play")
    assert [act.index for act in one.storyboard.acts] == [None, 0]


def test_blurring_keeps_the_item_without_its_name() -> None:
    data = board(
        register=[HALL_ONLY],
        publication={"sinon": {"internet": "flouter"}},
        temoignages=[item("temoignages")],
    )
    one = shown(data, WEB)
    assert "On a gagné." in words(one)
    assert "Inès" not in words(one)


def test_the_hall_refuses_a_name_that_may_not_be_said() -> None:
    one = shown(board(register=[UNNAMED], temoignages=[item("temoignages")]))
    (told,) = one.diagnostics
    assert (told.slug, told.severity) == ("droits-nom", Severity.ERROR)
    assert told.path == ("temoignages", 0, "qui")
    assert "Inès" not in words(one)


TEXTS = (
    "Inès Durand a gagné",
    "avec INES DURAND.",
    "bravo à Durand Inès !",
    "Merci, Jean Noel Coeur",
    "Jean-Noël Cœur,\nvenu de loin",
)


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_found_in_every_text_and_replaced(text: str) -> None:
    media = photo(alt=text, legende=text)
    data = board(
        workshop(media, texte=text, notes=text, partenaires=[text]),
        register=[UNNAMED],
        benevoles={"noms": [text]},
        cloture={"titre": "Merci", "message": text},
    )
    one = named_in(data)
    for name in ("Durand", "DURAND", "Cœur", "Coeur"):
        assert name not in words(one)
    assert set(slugs(one.diagnostics)) == {"nom-remplace"}
    assert len(one.diagnostics) == 7
    assert len(one.left_out) == 7


def test_a_name_is_replaced_by_the_words_of_the_key_as_the_sentence_wants_them() -> None:
    data = board(workshop(texte="Inès Durand gagne. Avec Inès Durand, on rit."), register=[UNNAMED])
    one = named_in(data)
    assert one.storyboard is not None
    said = one.storyboard.days[0].workshops[0].text
    assert said == "Une élève de cinquième gagne. Avec une élève de cinquième, on rit."


def test_the_hall_refuses_a_name_in_a_text_by_its_identifier_alone() -> None:
    one = named_in(board(workshop(texte="Bravo Inès Durand"), register=[UNNAMED]), HALL)
    (told,) = one.diagnostics
    assert (told.slug, told.severity) == ("nom-dans-texte", Severity.ERROR)
    assert told.place is not None
    assert told.place.line > 1
    assert "« P1 »" in told.message
    assert "Durand" not in told.render()


def test_who_may_be_named_is_named() -> None:
    data = board(workshop(texte="Bravo Inès Durand"), register=[line("P1")])
    one = named_in(data)
    assert one.diagnostics == ()
    assert "Inès Durand" in words(one)


def test_a_word_in_another_word_is_no_name() -> None:
    one = named_in(board(workshop(texte="Inès et le durandal"), register=[UNNAMED]))
    assert "Inès et le durandal" in words(one)


def test_what_leaves_is_not_told_a_second_time_for_its_words() -> None:
    media = photo("P1", alt="Inès Durand sourit")
    one = named_in(board(workshop(media), register=[HALL_ONLY]))
    assert slugs(one.diagnostics) == ["media-retire"]


def test_a_name_in_subtitles_is_told_at_their_clip() -> None:
    reading = replace(read(board(register=[UNNAMED])), key=KEY)
    path: NodePath = ("jours", 0, "ateliers", 0, "medias", 0)
    quotes = {path: "Je suis Inès\nDurand.\n\nEt voilà."}
    one = quoting(showing(reading, WEB), quotes, reading.source)
    assert [(d.slug, d.path) for d in one.diagnostics] == [("nom-remplace", (*path, "sous_titres"))]
    assert one.naming.said(quotes[path]) == "Je suis une élève de cinquième.\n\nEt voilà."
    refused = quoting(showing(reading, HALL), quotes, reading.source)
    assert slugs(refused.diagnostics) == ["nom-dans-texte"]


SPLIT = {
    "at the end of a cue": ("Voici Inès|Durand, qui court.", "Voici une élève|qui court."),
    "over a whole cue": ("Voici Inès|Durand|Elle court.", "Voici une élève|Elle court."),
    "twice": ("Inès Durand et Inès|Durand rient.", "Une élève et une élève|rient."),
    "nowhere": ("Inès.|Durand rit.", "Inès.|Durand rit."),
}
"""Cues with a bar between them, and what is left of them."""


@pytest.mark.parametrize("case", SPLIT)
def test_a_name_that_goes_on_in_the_next_subtitle_is_replaced_once(case: str) -> None:
    written, said = SPLIT[case]
    texts = written.split("|")
    cues = tuple(Spoken(Fraction(n), Fraction(n + 1), (text,)) for n, text in enumerate(texts))
    names = NameKey({"P1": Named("Inès Durand", ("Inès Durand",), "une élève")})
    reading = replace(read(board(register=[UNNAMED])), key=names)
    track = hushed(Track("a.srt", cues), showing(reading, WEB).naming)
    assert "|".join(one.text for one in track.spoken) == said


@pytest.mark.parametrize("audience", [HALL, WEB])
@pytest.mark.parametrize(
    ("part", "path"),
    [
        ({"thematiques": [{"nom": "Judo, Inès Durand"}]}, ("thematiques", 0, "nom")),
        ({"vocabulaire": {"prix": {"mot": "prix Inès Durand"}}}, ("vocabulaire", "prix", "mot")),
        (
            {"moments": [{"type": "lien", "titre": "Le site", "lien": "https://a.fr/ines-durand"}]},
            ("moments", 0, "lien"),
        ),
    ],
)
def test_a_name_in_words_that_nothing_can_replace_is_refused_everywhere(
    part: dict[str, Any], path: NodePath, audience: Audience
) -> None:
    (told,) = named_in(board(register=[UNNAMED], **part), audience).diagnostics
    assert (told.slug, told.path, told.severity) == ("nom-dans-texte", path, Severity.ERROR)


@pytest.mark.parametrize("part", PARTS)
def test_how_a_name_is_said_goes_with_it(part: str) -> None:
    data = board(register=[UNNAMED], **{part: [item(part, prononciation="i-nesse")]})
    assert "i-nesse" not in words(named_in(data))
    unsaid = item(part, prononciation="i-nesse")
    del unsaid["qui"]
    assert "i-nesse" not in words(named_in(board(register=[UNNAMED], **{part: [unsaid]})))


EVENING: tuple[dict[str, Any], ...] = (
    {"conducteur": {"presentateur": "Inès Durand"}},
    {"discours": [{"orateur": "Le maire", "regie": {"top": "quand Inès Durand entre"}}]},
    {
        "conducteur": {"colonnes": ["Aide"]},
        "discours": [{"orateur": "Le maire", "regie": {"colonnes": {"Aide": "Inès Durand"}}}],
    },
)


@pytest.mark.parametrize("keys", EVENING)
def test_a_name_is_found_in_what_only_those_at_work_read(keys: dict[str, Any]) -> None:
    data = board(register=[UNNAMED], **keys)
    assert "Inès" not in words(named_in(data))
    refused = named_in(data, Audience.HALL)
    assert [d.slug for d in refused.diagnostics if d.severity is Severity.ERROR] == [
        "nom-dans-texte"
    ]


@pytest.mark.parametrize("audience", [HALL, WEB])
def test_a_column_is_never_called_by_a_name_that_may_not_be_said(audience: Audience) -> None:
    cue = {"colonnes": {"Inès Durand": "au micro", "Aide": "un verre d'eau"}}
    data = board(register=[UNNAMED], discours=[{"orateur": "Le maire", "regie": cue}])
    one = named_in(data, audience)
    (refused,) = one.diagnostics
    assert (refused.slug, refused.severity) == ("nom-dans-texte", Severity.ERROR)
    assert refused.path == ("discours", 0, "regie", "colonnes", "Inès Durand")
    assert "Inès" not in refused.render()
    assert one.storyboard
    columns = one.storyboard.speeches[0].cue
    assert columns
    assert list(columns.columns) == ["Aide"]
    told = [d.render() for d in check(one.storyboard, evening(one.storyboard, ()))]
    assert "Aide" in " ".join(told)
    assert "Inès" not in " ".join(told)


def test_a_pronunciation_for_a_name_that_may_not_be_said_is_dropped() -> None:
    said = {"Inès Durand": "i-nesse", "Créteil": "cré-teille"}
    data = board(register=[UNNAMED], conducteur={"prononciations": said})
    for audience in (WEB, Audience.HALL):
        shown_words = words(named_in(data, audience))
        assert "cré-teille" in shown_words
        assert "i-nesse" not in shown_words


def test_a_dropped_pronunciation_is_an_error_where_the_name_is_refused_else_in_the_report() -> None:
    data = board(register=[UNNAMED], conducteur={"prononciations": {"Inès Durand": "i-nesse"}})
    (refused,) = named_in(data, Audience.HALL).diagnostics
    assert (refused.slug, refused.severity) == ("nom-dans-texte", Severity.ERROR)
    assert refused.place is not None
    assert refused.place.excerpt == ()
    one = named_in(data)
    assert one.diagnostics == ()
    assert [left.done for left in one.left_out] == ["prononciation retirée"]


def test_a_hidden_name_within_another_pronunciation_is_replaced_and_told() -> None:
    said = {"Créteil": "comme le dit Inès Durand", "Inès Durand": "i-nesse"}
    data = board(register=[UNNAMED], conducteur={"prononciations": said})
    one = named_in(data)
    assert "Inès" not in words(one)
    assert "comme le dit une élève de cinquième" in words(one)
    assert slugs(one.diagnostics) == ["nom-remplace"]


@pytest.mark.parametrize("place", ["titre", "auteur", "licence"])
def test_what_is_declared_of_music_names_nobody_who_may_not_be_named(place: str) -> None:
    music = {"fichier": "air.ogg", place: "Air d'Inès Durand"}
    assert "Durand" not in words(named_in(board(register=[UNNAMED], musique=music)))


def test_a_name_that_stands_beside_its_identifier_is_known_without_a_key() -> None:
    """In captions, and as a name that is pronounced; what names nobody is no name."""
    data = board(
        workshop(photo("P1", legende="Avec Ines DURAND et Une Élève")),
        register=[UNNAMED],
        temoignages=[item("temoignages"), {**item("temoignages"), "auteur": "Une Élève"}],
        conducteur={"prononciations": {"Inès Durand": "i-nesse"}},
    )
    told = words(shown(data, WEB))
    assert "DURAND" not in told
    assert "i-nesse" not in told
    assert "et Une Élève" in told
    assert rights_unnamed(read(data), WEB) == {"P1": ("Inès Durand",)}


@pytest.mark.parametrize("contact", ["Inès Durand, au gymnase", "ines.durand@exemple.fr"])
def test_a_name_in_the_contact_of_the_page_is_told_at_its_line(contact: str) -> None:
    data = board(register=[UNNAMED], publication={"contact": contact})
    (told,) = named_in(data).diagnostics
    assert (told.slug, told.severity) == ("nom-dans-texte", Severity.ERROR)
    assert told.path == ("publication", "contact")
    assert told.place is not None
    assert not named_in(data, HALL).diagnostics
