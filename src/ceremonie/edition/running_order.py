"""conducteur.html: what comes when, on the slides and in the film, with the presenter's notes."""

from __future__ import annotations

from ceremonie.edition.page import element, page, table
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Page, Plan
from ceremonie.planning.typography import full_date
from ceremonie.units import FRAME_RATE, clock


def _named(slide: Page) -> str:
    """Who turns the pages must know which are passed over."""
    return f"{slide.title}\n{FRENCH.hidden}" if slide.hidden else slide.title


def running_order(plan: Plan) -> str:
    """The HTML of `conducteur.html`: every slide and shot with its time and its notes."""
    slides = [(str(number), _named(p), p.notes) for number, p in enumerate(plan.pages, 1)]
    shots = [
        (
            clock(s.span.start),
            FRENCH.parts[s.section],
            s.title,
            f"{float(len(s.span) / FRAME_RATE):.0f} s",
        )
        for s in plan.shots
    ]
    return page(
        plan,
        f"Conducteur – {plan.title}",
        f"Cérémonie du {full_date(plan.date)}. Le film dure {clock(plan.frames)}.",
        (
            element("h2", "Les diapositives"),
            table(("N°", "Diapositive", "Notes"), slides),
            element("h2", "Le film"),
            table(("Temps", "Partie", "Plan", "Durée"), shots),
        ),
    )
