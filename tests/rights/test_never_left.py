"""Nobody who is not covered is left in what an audience is given, whatever is combined."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.media.entries import entries
from ceremonie.rights import Showing, showing, unnamed
from ceremonie.rights.occasion import occasion
from ceremonie.rights.register import register
from ceremonie.rights.verdict import Court
from ceremonie.storyboard import Reading
from ceremonie.storyboard.name_key import Named, NameKey

from .boards import EVERYWHERE, Entry, board, clip, line, photo, read, workshop

PEOPLE = {"P1": "Inès Durand", "P2": "Jean-Noël Cœur", "P3": "Aïcha Benali", "P4": "Zoé Le Goff"}
KEY = NameKey({person: Named(name, (name,)) for person, name in PEOPLE.items()})
POLICIES = ("refuser", "retirer", "flouter", "remplacer")
BOARDS = 30


def agreement(chance: random.Random, person: str) -> Entry:
    return line(
        person,
        mineur=chance.choice(("oui", "non")),
        signataires=chance.choice((["mère", "père", "enfant"], ["elle-même"], ["mère"])),
        portees=chance.sample(EVERYWHERE, chance.randint(1, 5)),
        nom=chance.choice(("oui", "non")),
        voix=chance.choice(("oui", "non")),
        fin=chance.choice(("2024-12-07", "2025-06-01", "2026-12-31")),
    )


def medium(chance: random.Random) -> Entry:
    people = chance.sample(sorted(PEOPLE), chance.randint(0, 3))
    make, more = chance.choice((photo, clip)), dict[str, Any]()
    if chance.random() < 0.5:
        more["sinon"] = chance.choice(POLICIES)
    if people and chance.random() < 0.4:
        box = {"x": 0.1, "y": 0.1, "largeur": 0.2, "hauteur": 0.2}
        more["flous"] = [{"personne": chance.choice(people), "boites": [box]}]
    if chance.random() < 0.4:
        other = {"fichier": "autre.jpg", "alt": text(chance), "personnes": people[:1] or "aucune"}
        more["remplacement"] = other
    return make(*people, alt=text(chance), legende=text(chance), **more)


def text(chance: random.Random) -> str:
    name = chance.choice(sorted(PEOPLE.values()))
    return chance.choice(("Bravo", f"Bravo {name}", f"{name.upper()} gagne", f"Avec {name}."))


def item(chance: random.Random, name: str, **more: Any) -> Entry:
    person = chance.choice(sorted(PEOPLE))
    extra = {"sans_nom": text(chance)} if chance.random() < 0.3 else {}
    return {name: PEOPLE[person], "qui": person, "notes": text(chance), **extra, **more}


def combined(chance: random.Random) -> Entry:
    athletes = [item(chance, "nom", discipline="Judo", photo=medium(chance)) for _ in range(3)]
    for one in athletes:
        one["photo"]["fichier"] = "portrait.jpg"
    pair = {"avant": medium(chance), "apres": medium(chance)}
    moment = {"type": "projection", "titre": text(chance), "media": medium(chance)}
    return board(
        workshop(medium(chance), medium(chance), texte=text(chance), avant_apres=pair),
        register=[agreement(chance, one) for one in PEOPLE if chance.random() < 0.8],
        publication={"sinon": {str(one): chance.choice(POLICIES) for one in Audience}},
        athletes=athletes,
        temoignages=[item(chance, "auteur", citation=text(chance), extrait=medium(chance))],
        moments=[moment],
        deroule=["titre", "athletes 2", "jours", "athletes 3", "athletes 1", "moments", "cloture"],
    )


def test_nobody_who_is_not_covered_is_left_whatever_is_combined() -> None:
    chance = random.Random(13)
    for _ in range(BOARDS):
        reading = replace(read(combined(chance)), key=KEY)
        assert reading.storyboard is not None, [d.render() for d in reading.diagnostics]
        for audience in Audience:
            one = showing(reading, audience)
            assert_nobody_is_named(one, reading)
            assert_nobody_is_seen_or_heard(one, reading)
            assert_places_lead_back(one, reading)


def assert_nobody_is_named(one: Showing, reading: Reading) -> None:
    told = repr(one.storyboard).casefold()
    for names in unnamed(reading, one.audience).values():
        assert not any(name.casefold() in told for name in names)


def assert_nobody_is_seen_or_heard(one: Showing, reading: Reading) -> None:
    data = reading.source.data
    court = Court(register(data), occasion(data, one.audience))
    assert one.storyboard is not None
    for path, entry in entries(one.storyboard):
        treatment = one.treatments.get(one.origin(path))
        boxed = {blur.person for blur in entry.blurs}
        listed = entry.people if isinstance(entry.people, tuple) else ()
        for person in {*listed, *filter(None, boxed)}:
            verdict = court.verdict(person)
            if not verdict.covered:
                assert treatment
                assert treatment.whole or (person in boxed and treatment.regions)
            if verdict.unheard and entry.file.endswith(".mp4"):
                assert treatment
                assert treatment.muted


def assert_places_lead_back(one: Showing, reading: Reading) -> None:
    """What still stands in the storyboard stands in the source where `origin` leads."""
    assert one.storyboard is not None
    for path, entry in entries(one.storyboard):
        node = reading.source.data
        for step in one.origin(path):
            node = node[step]
        assert node["fichier"] == entry.file
