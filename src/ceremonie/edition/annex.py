"""What the report, and the annex beside a published film, say of accessibility."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from ceremonie.edition.outputs import ANNEX_FACTS, ANNEX_PAGE
from ceremonie.edition.page import element, page, table
from ceremonie.planning.model import Plan

OUTCOMES, MEASURES = "accessibilite", "mesures"
"""What the report holds: the criteria, and what was measured."""

LEAD = (
    "Ce que le programme a mesuré dans ce dossier, critère par critère. Ce tableau peut être joint "
    "à une déclaration d’accessibilité ; il ne remplace pas un audit : le sens d’un texte de "
    "remplacement ou d’une description se juge à la lecture."
)

NOT_MEASURED = "Un brouillon n’est pas mesuré : produisez l’édition définitive."


def write(folder: Path, plan: Plan, told: Mapping[str, Any]) -> None:
    """`accessibilite.json` and `accessibilite.html`."""
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    folder.joinpath(ANNEX_FACTS).write_text(text, "utf-8", newline="\n")
    body = section(told.get(OUTCOMES))
    title = f"Accessibilité – {plan.title}"
    folder.joinpath(ANNEX_PAGE).write_text(page(plan, title, LEAD, body), "utf-8", newline="\n")


def section(outcomes: Sequence[Mapping[str, Any]] | None) -> Iterator[str]:
    """A sentence, the criteria, and what was found; one sentence alone for a draft."""
    if outcomes is None:
        yield element("p", NOT_MEASURED)
        return
    yield element("p", _counted(outcomes))
    heads = ("Résultat", "Ce qui est regardé", "Mesure", "Seuil", "Source")
    for subject, group in groupby(outcomes, key=itemgetter("objet")):
        yield element("h3", subject)
        yield table(heads, [_row(one) for one in group])
    findings = [finding for one in outcomes for finding in one["constats"]]
    if findings:
        yield element("h3", "Ce qui a été trouvé")
        rows = [(_where(f), f["message"], f["mesure"] or "", f["aide"] or "") for f in findings]
        yield table(("Endroit", "Constat", "Mesure", "Aide"), rows)


def _row(outcome: Mapping[str, Any]) -> tuple[str, ...]:
    keys = ("resultat", "critere", "mesure", "seuil", "source")
    return tuple(outcome[key] or "–" for key in keys)


def _counted(outcomes: Sequence[Mapping[str, Any]]) -> str:
    """« 20 critères conformes, 1 non conforme, 2 à regarder, 5 sans objet »."""
    counted = Counter(one["resultat"] for one in outcomes)
    parts = [
        f"{count} {state + 's' if count > 1 and state.endswith('conforme') else state}"
        for state, count in counted.items()
    ]
    return f"{len(outcomes)} critères regardés : {', '.join(parts)}."


def _where(finding: Mapping[str, Any]) -> str:
    """« diaporama.pptx, diapositive 3 », « page.html, ligne 12 », « film.mp4, 0:12,4 »."""
    inside = finding["endroit"] or (finding["ligne"] and f"ligne {finding['ligne']}")
    return ", ".join(filter(None, (finding["fichier"], inside)))
