"""rapport.html and rapport.json: what was made, how long it is, what deserves a second look."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic
from ceremonie.edition.outputs import REPORT_FACTS, REPORT_PAGE
from ceremonie.edition.page import element, page, table
from ceremonie.planning import omissions, stillness
from ceremonie.planning.drawing import Footage, Photo
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Plan
from ceremonie.planning.presence import presence
from ceremonie.planning.typography import HARD, full_date
from ceremonie.storyboard.programme import Section
from ceremonie.units import clock

NOTHING_OMITTED = "Tout le storyboard paraît dans le film, sur une diapositive ou dans les notes."
SIZES = ("octets", "Ko", "Mo", "Go")


def readable_size(size: float) -> str:
    """« 12 Mo »."""
    unit = 0
    while size >= 1000 and unit < len(SIZES) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.0f} {SIZES[unit]}"


def credits_of(plan: Plan) -> tuple[str, ...]:
    """The credit of every picture and clip that is shown, once."""
    lines = [
        e.picture.credit if isinstance(e, Photo) else e.clip.credit
        for drawing in (*(s.drawing for s in plan.shots), *(p.drawing for p in plan.pages))
        for e in drawing.elements
        if isinstance(e, Photo | Footage)
    ]
    return tuple(dict.fromkeys(credit for credit in lines if credit))


def facts(
    plan: Plan,
    diagnostics: Sequence[Diagnostic],
    files: Mapping[str, int],
    *,
    draft: bool,
) -> dict[str, Any]:
    """The report as data; `files` are sizes in bytes by name. What differs from one run to the
    next has no place in it: an edition can be made again, byte for byte.
    """
    return {
        "edition": plan.edition,
        "titre": plan.title,
        "brouillon": draft,
        "film": film_facts(plan),
        "diaporama": {"diapositives": len(plan.pages)},
        "fichiers": dict(files),
        "avertissements": [_told(d) for d in diagnostics],
        "pas_montre": [_told(d) for d in diagnostics if d.slug in omissions.SLUGS],
        "credits": list(credits_of(plan)),
    }


def film_facts(plan: Plan) -> dict[str, Any]:
    """How long the film is, and each of its parts; what moves, what pictures have of the days."""
    pictures = presence(plan)
    return {
        "images": plan.frames,
        "plans": len(plan.shots),
        "duree": clock(plan.frames),
        "images_repetees": round(stillness.repeated(plan), 3),
        "photos_des_jours": {
            "a_l_ecran": round(pictures.screen, 3),
            "plein_ecran": round(pictures.full, 3),
        },
        "parties": [
            {
                "partie": str(part),
                "images": frames,
                "duree": clock(frames),
                "pour_cent": round(100 * frames / plan.frames),
            }
            for part, frames in plan.shares.items()
        ],
    }


def _told(diagnostic: Diagnostic) -> dict[str, Any]:
    """Without the folders of this machine, which may name a person."""
    facts = diagnostic.as_json()
    return facts | {"fichier": Path(facts["fichier"]).name} if facts["fichier"] else facts


def write(folder: Path, plan: Plan, facts: Mapping[str, Any]) -> None:
    """Writes `rapport.json` and `rapport.html`."""
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    folder.joinpath(REPORT_FACTS).write_text(text, "utf-8", newline="\n")
    folder.joinpath(REPORT_PAGE).write_text(_html(plan, facts), "utf-8", newline="\n")


def _remarks(remarks: Sequence[Mapping[str, Any]], none: str) -> str:
    """A table of problems with their lines; where there are none, a sentence that says so."""
    rows = [(str(one["ligne"] or ""), one["message"], one["aide"] or "") for one in remarks]
    return table(("Ligne", "Remarque", "Aide"), rows) if rows else element("p", none)


def _film(film: Mapping[str, Any]) -> str:
    """In a sentence or two; of pictures where days have any."""
    length = f"Film : {film['plans']} plans, {film['duree']}"
    still = f"{_percent(film['images_repetees'])} d’images où rien ne bouge."
    seen = film["photos_des_jours"]
    if not seen["a_l_ecran"]:
        return f"{length}, {still}"
    return (
        f"{length}, {still} Pendant les jours d’ateliers, une photo ou une vidéo est à l’écran "
        f"{_percent(seen['a_l_ecran'])} du temps, et seule, en plein écran, "
        f"{_percent(seen['plein_ecran'])}."
    )


def _percent(part: float) -> str:
    return f"{round(100 * part)}{HARD}%"


def _parts(parts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What takes the film's time."""
    rows = [
        (FRENCH.parts[Section(one["partie"])], one["duree"], f"{one['pour_cent']}{HARD}%")
        for one in parts
    ]
    if rows:
        yield table(("Partie du film", "Durée", "Part"), rows)


def _template(facts: Mapping[str, Any] | None) -> Iterator[str]:
    """Which slides went on which layouts of a template of others."""
    if facts is None:
        return
    yield element("h2", f"Le gabarit « {facts['fichier']} »")
    head = ("Diapositives", "Disposition du gabarit", "Choisie", "Nombre", "Sans place")
    rows = [
        (one["genre"], one["disposition"], one["par"], str(one["diapositives"]), one["sans_place"])
        for one in facts["dispositions"]
    ]
    yield table(head, rows)


def _html(plan: Plan, facts: Mapping[str, Any]) -> str:
    film, deck = facts["film"], facts["diaporama"]
    omitted = facts["pas_montre"]
    warnings = [w for w in facts["avertissements"] if w not in omitted]
    body = [
        element("h2", "Ce qui a été produit"),
        table(
            ("Taille", "Fichier"),
            [(readable_size(n), name) for name, n in facts["fichiers"].items()],
        ),
        element("p", f"{_film(film)} Diaporama : {deck['diapositives']} diapositives."),
        *_parts(film["parties"]),
        *_template(facts.get("gabarit")),
        element("h2", "À regarder de plus près"),
        _remarks(warnings, "Rien à signaler."),
        element("h2", "Ce qui n’est pas montré"),
        _remarks(omitted, NOTHING_OMITTED),
        element("h2", "Crédits des images"),
        *(element("p", credit) for credit in facts["credits"]),
    ]
    lead = f"Édition {plan.edition}, cérémonie du {full_date(plan.date)}"
    return page(
        plan,
        f"Rapport – {plan.title}",
        lead + (" (brouillon)" if facts["brouillon"] else ""),
        body,
    )
