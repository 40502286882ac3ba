"""A prompter of a long evening, opened in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ceremonie.edition.prompter import prompter

from ...browser import Page, browser
from ...plan.materials import planned

PHONE, LYING, TABLET, DESK = (360, 640), (640, 360), (1024, 600), (1280, 900)
"""CSS px of windows: two of one telephone, upright and lying."""

SPEECH = " ".join(f"Voici la phrase numéro {n} d'un long discours." for n in range(12))


@pytest.fixture(scope="package")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An evening with an hour, a long speech third, and a name that is hard to say."""
    plan = planned(
        ceremonie={"date": "2024-12-06", "lieu": "Espace Albert-Camus", "heure": "18:30"},
        chiffres=[{"valeur": 30, "libelle": "centres"}],
        ouverture={
            "orateur": "La maire", "fonction": "maire de Bron", "message": "Bravo.",
            "notes": SPEECH, "points": [f"Point numéro {n}" for n in range(20)],
            "prononciation": "la mair",
        },
        temoignages=[{"citation": "On a couru ensemble.", "auteur": "Une élève"}],
        conducteur={"presentateur": "Une animatrice", "micro": "HF 1"},
        deroule=["titre", "ouverture", "chiffres", "temoignages", "cloture"],
    )  # fmt: skip
    path = tmp_path_factory.mktemp("prompteur") / "prompteur.html"
    path.write_text(prompter(plan), "utf-8")
    return path


@pytest.fixture(scope="package")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profil")) as page:
        yield page


@pytest.fixture
def page(chromium: Page, file: Path) -> Page:
    """As it is opened for the first time, on a desk."""
    return opened(chromium, file, DESK)


def opened(page: Page, file: Path, size: tuple[int, int]) -> Page:
    page.resize(*size)
    page.open(file)
    page.run("sessionStorage.clear()")
    page.run("location.hash = ''")
    page.reload()
    return page


@contextmanager
def beforehand(page: Page, script: str) -> Iterator[None]:
    """What every page finds done already when it begins."""
    added = page.send("Page.addScriptToEvaluateOnNewDocument", source=script)
    try:
        yield
    finally:
        page.send("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])


def on_screen(page: Page) -> list[str]:
    """The passages that are seen."""
    return list(
        page.run(
            """[...document.querySelectorAll(".passage")]
            .filter((one) => one.offsetHeight).map((one) => one.id)"""
        )
    )


def count(page: Page) -> int:
    return int(page.run("document.querySelectorAll('.passage').length"))


def reach(page: Page, passage: str) -> None:
    """By one key; those before it may be longer than the screen, too."""
    for _ in range(50):
        if on_screen(page) == [passage]:
            return
        page.press("ArrowRight")
    pytest.fail(f"{passage} does not come")
