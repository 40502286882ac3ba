"""rapport.html and rapport.json: what was made, how long it is, what deserves a second look."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import annex
from ceremonie.edition.outputs import REPORT_FACTS, REPORT_PAGE
from ceremonie.edition.page import element, page, table
from ceremonie.planning import omissions, stillness
from ceremonie.planning.drawing import Footage, Photo
from ceremonie.planning.language import Language
from ceremonie.planning.model import Plan
from ceremonie.planning.presence import presence
from ceremonie.planning.typography import HARD, full_date
from ceremonie.storyboard.programme import Section
from ceremonie.units import clock

PUBLICS = "publics"
OF_THE_HALL = (
    *("brouillon", "film", "diaporama", "fichiers", "credits", "gabarit"),
    *(annex.OUTCOMES, annex.MEASURES),
)
"""What the report tells of all audiences but the hall, and what it tells of the hall."""

HEADINGS = {
    Audience.HALL: "Pour la salle",
    Audience.INTERNAL: "Pour l’interne, dans « interne »",
    Audience.WEB: "Pour internet, dans « internet »",
    Audience.SOCIAL: "Pour les réseaux sociaux, dans « reseaux »",
}

NOTHING_OMITTED = "Tout le storyboard paraît dans le film, sur une diapositive ou dans les notes."
LEFT_OUT = "laisses_de_cote"
NOTHING_LEFT_OUT = "Tout ce que le storyboard montre est donné à chaque public."
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
        PUBLICS: {},
        "avertissements": [_told(d) for d in diagnostics],
        "pas_montre": [_told(d) for d in diagnostics if d.slug in omissions.SLUGS],
        LEFT_OUT: [],
        "credits": list(credits_of(plan)),
    }


def read(folder: Path) -> dict[str, Any]:
    """What the report in this folder tells; empty where there is none that can be read."""
    try:
        told = json.loads(folder.joinpath(REPORT_FACTS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def of_the_hall(told: Mapping[str, Any]) -> dict[str, Any]:
    """What a report tells of the hall."""
    return {key: told[key] for key in OF_THE_HALL if key in told}


def publics(told: Mapping[str, Any], audiences: Collection[Audience]) -> dict[str, Any]:
    """What a report tells of each of these audiences."""
    by_name = told.get(PUBLICS, {})
    return {str(one): by_name[one] for one in audiences if one in by_name}


def left_out(told: Mapping[str, Any], audiences: Collection[Audience]) -> list[dict[str, str]]:
    """What these audiences are not given, as a report tells it: `public`, `personne` (by
    identifier), `pourquoi`, `fait`, `ou`.
    """
    return [one for one in told.get(LEFT_OUT, ()) if one["public"] in audiences]


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
    """Without the folders of this machine, which may name a person; what has no line is an output,
    whose name begins in the edition.
    """
    facts = diagnostic.as_json()
    return facts | {"fichier": Path(facts["fichier"]).name} if facts["ligne"] else facts


def write(folder: Path, plan: Plan, facts: Mapping[str, Any]) -> None:
    """Writes `rapport.json` and `rapport.html`."""
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    folder.joinpath(REPORT_FACTS).write_text(text, "utf-8", newline="\n")
    folder.joinpath(REPORT_PAGE).write_text(_html(plan, facts), "utf-8", newline="\n")


def _remarks(remarks: Sequence[Mapping[str, Any]], none: str) -> str:
    """A table of problems with their lines or cells; where there are none, a sentence that says
    so.
    """
    rows = [(_where(one), one["message"], one["aide"] or "") for one in remarks]
    return table(("Ligne", "Remarque", "Aide"), rows) if rows else element("p", none)


def _where(remark: Mapping[str, Any]) -> str:
    """« 12 », « Ateliers, C4 »; empty where there is no place."""
    if remark["case"]:
        return f"{remark['feuille']}, {remark['case']}"
    if remark["fichier"] and not remark["ligne"]:
        return ", ".join(filter(None, (remark["fichier"], remark["endroit"])))
    return str(remark["ligne"] or "")


def _film(film: Mapping[str, Any], language: Language) -> str:
    """In a sentence or two; of pictures where days have any."""
    days = language.days_of_workshops
    still = f"{_percent(film['images_repetees'])} d’images où rien ne bouge."
    seen = film["photos_des_jours"]
    if not seen["a_l_ecran"]:
        return f"{_length(film)}, {still}"
    return (
        f"{_length(film)}, {still} Pendant {days}, une photo ou une vidéo est à l’écran "
        f"{_percent(seen['a_l_ecran'])} du temps, et seule, en plein écran, "
        f"{_percent(seen['plein_ecran'])}."
    )


def _length(film: Mapping[str, Any]) -> str:
    return f"Film : {film['plans']} plans, {film['duree']}"


def _percent(part: float) -> str:
    return f"{round(100 * part)}{HARD}%"


def _parts(parts: Sequence[Mapping[str, Any]], language: Language) -> Iterator[str]:
    """What takes the film's time."""
    rows = [
        (language.parts[Section(one["partie"])], one["duree"], f"{one['pour_cent']}{HARD}%")
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


def _files(sizes: Mapping[str, int]) -> str:
    rows = [(readable_size(size), name) for name, size in sizes.items()]
    return table(("Taille", "Fichier"), rows)


def _for_others(publics: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What lies in the folder of each audience but the hall."""
    for audience, told in publics.items():
        mark = " (brouillon)" if told["brouillon"] else ""
        yield element("h3", HEADINGS[Audience(audience)] + mark)
        yield _files(told["fichiers"])
        yield element("p", f"{_length(told['film'])}.")


def _left_out(left_out: Sequence[Mapping[str, str]]) -> str:
    """What was done without whom, for whom, and why; by identifier."""
    keys = ("public", "personne", "pourquoi", "fait", "ou")
    rows = [tuple(one[key] for key in keys) for one in left_out]
    head = ("Public", "Personne", "Pourquoi", "Ce qui est fait", "Où")
    return table(head, rows) if rows else element("p", NOTHING_LEFT_OUT)


def _html(plan: Plan, facts: Mapping[str, Any]) -> str:
    film, deck, publics = facts["film"], facts["diaporama"], facts[PUBLICS]
    omitted = facts["pas_montre"]
    warnings = [w for w in facts["avertissements"] if w not in omitted]
    body = [
        element("h2", "Ce qui a été produit"),
        *([element("h3", HEADINGS[Audience.HALL])] if publics else []),
        _files(facts["fichiers"]),
        element(
            "p", f"{_film(film, plan.language)} Diaporama : {deck['diapositives']} diapositives."
        ),
        *_parts(film["parties"], plan.language),
        *_for_others(publics),
        *_template(facts.get("gabarit")),
        element("h2", "Accessibilité"),
        *annex.section(facts.get(annex.OUTCOMES)),
        element("h2", "À regarder de plus près"),
        _remarks(warnings, "Rien à signaler."),
        element("h2", "Ce qui n’est pas montré"),
        _remarks(omitted, NOTHING_OMITTED),
        element("h2", "Ce qui est laissé de côté, faute d’accord"),
        _left_out(facts[LEFT_OUT]),
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
