"""What is told of what an audience is not given: problems where it is refused, else remarks, and
lines for the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.messages import rights as words
from ceremonie.messages.wording import listed
from ceremonie.rights.items import Done, Told
from ceremonie.rights.left_out import LeftOut
from ceremonie.rights.media import Judged, Medium, Placed
from ceremonie.rights.naming import Mentioned, Naming
from ceremonie.rights.register import Register
from ceremonie.rights.verdict import Lack, Verdict
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.publication import Otherwise
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

_OF_MEDIA = {
    Otherwise.REMOVE: "media-retire",
    Otherwise.BLUR: "media-floute",
    Otherwise.REPLACE: "media-remplace",
}
_OF_ITEMS = {Done.REMOVED: "element-retire", Done.NAMELESS: "nom-remplace"}


def of_withdrawals(register: Register) -> Iterator[Diagnostic]:
    if register.whole:
        for name, withdrawn in register.strangers:
            yield problem(
                "retrait-inconnu",
                path=withdrawn.path,
                severity=Severity.WARNING,
                name=identifiers.shown(name),
            )


def of_unsaid(medium: Medium, audience: Audience, source: Source) -> Iterator[Diagnostic]:
    """Whoever may be in it: an error where anybody may see it; what a crowd says, only there."""
    if source.unread(medium.path):
        return
    if not medium.said:
        mild = Severity.ERROR if audience.manner.public else Severity.WARNING
        yield problem("personnes-absentes", path=(*medium.path, medium.key), severity=mild)
    if medium.voices_unsaid and audience.manner.public:
        yield problem("voix-absentes", path=(*medium.path, medium.key))


def of_medium(one: Judged, audience: Audience, source: Source) -> Iterator[Diagnostic]:
    if one.refused:
        yield from _refused(one, source)
        return
    if one.done:
        people = one.unseen or one.unheard
        reasons = [*_reasons(_lacks(people, "lacks" if one.unseen else "unheard"))]
        reasons += [words.NO_SUBSTITUTE] if one.hidden else []
        yield _remark(_OF_MEDIA[one.done], one, audience, reasons)
    if one.muffled and one.done in (None, Otherwise.BLUR):
        yield _remark("media-muet", one, audience, _reasons(_lacks(one.unheard, "unheard")))


def of_item(one: Told, audience: Audience, source: Source) -> Iterator[Diagnostic]:
    lacks = one.verdict.unnamed
    if one.done is Done.REFUSED:
        yield from _at(one.who, one.verdict, lacks, source)
        return
    yield problem(
        _OF_ITEMS[one.done],
        path=one.who,
        severity=Severity.WARNING,
        where=words.WHERE[audience],
        why=listed([*_reasons([(one.verdict.person, lacks)])]),
        words=quotable(one.words),
    )


def of_text(
    one: Mentioned, audience: Audience, naming: Naming, source: Source
) -> Iterator[Diagnostic]:
    """The words themselves are not shown: they would bring the name into reports. What is dropped
    is told where the name is refused; else it goes with the name, which is told where it is said.
    """
    refused = naming.refuses or one.fixed
    if one.verdict.judged if refused else not one.dropped:
        yield problem(
            "nom-dans-texte" if refused else "nom-remplace",
            path=one.path,
            place=replace(source.place(one.path), width=1, excerpt=()),
            severity=Severity.ERROR if refused else Severity.WARNING,
            where=words.WHERE[audience],
            name=identifiers.shown(one.verdict.person),
            why=_why(one.verdict.unnamed)
            if refused
            else listed([*_reasons([(one.verdict.person, one.verdict.unnamed)])]),
            words=quotable(one.words),
        )


def media_left_out(one: Judged, audience: Audience) -> Iterator[LeftOut]:
    """A line for each person, whatever is done; nothing of what is refused, which is not made."""
    done = {
        Otherwise.REMOVE: words.REMOVED,
        Otherwise.BLUR: words.BLURRED_WHOLE if one.whole else words.BLURRED,
        Otherwise.REPLACE: words.REPLACED,
    }
    if one.refused:
        return
    if one.done:
        for person, lacks in _lacks(one.unseen, "lacks"):
            yield LeftOut(audience, person, _why(lacks), done[one.done], one.path)
    if one.muffled and one.done is not Otherwise.REMOVE:
        muted = words.REPLACED if one.done is Otherwise.REPLACE else words.MUTED
        for person, lacks in _lacks(one.unheard, "unheard"):
            yield LeftOut(audience, person, _why(lacks), muted, one.path)


def item_left_out(one: Told, audience: Audience) -> Iterator[LeftOut]:
    if one.done is not Done.REFUSED:
        done = words.ITEM_REMOVED if one.done is Done.REMOVED else words.NAMELESS
        why = _why(one.verdict.unnamed)
        yield LeftOut(audience, one.verdict.person, why, done, one.path)


def text_left_out(one: Mentioned, audience: Audience, naming: Naming) -> Iterator[LeftOut]:
    if not naming.refuses and not one.fixed:
        why = _why(one.verdict.unnamed)
        done = words.UNPRONOUNCED if one.dropped else words.NAMELESS
        yield LeftOut(audience, one.verdict.person, why, done, one.path)


def _refused(one: Judged, source: Source) -> Iterator[Diagnostic]:
    for path, verdict in one.unseen:
        yield from _at(path, verdict, verdict.lacks, source)
    seen = {verdict.person for _, verdict in one.unseen}
    if not one.medium.silent:
        for path, verdict in one.unheard:
            if verdict.person not in seen:
                yield from _at(path, verdict, verdict.unheard, source)


def _at(
    path: NodePath, verdict: Verdict, lacks: Iterable[Lack], source: Source
) -> Iterator[Diagnostic]:
    if verdict.judged:
        yield from (lack.told(verdict.person, path, source) for lack in lacks)


def _remark(slug: str, one: Judged, audience: Audience, reasons: Iterable[str]) -> Diagnostic:
    return problem(
        slug,
        path=(*one.path, one.medium.key),
        severity=Severity.WARNING,
        where=words.WHERE[audience],
        why=listed([*reasons]),
    )


def _lacks(people: Iterable[Placed], what: str) -> Iterator[tuple[str, tuple[Lack, ...]]]:
    for _, verdict in people:
        yield verdict.person, getattr(verdict, what)


def _reasons(people: Iterable[tuple[str, tuple[Lack, ...]]]) -> Iterator[str]:
    """« P012 » (accord sans « internet »)."""
    for person, lacks in people:
        yield f"« {identifiers.shown(person)} » ({_why(lacks)})"


def _why(lacks: Iterable[Lack]) -> str:
    return ", ".join(lack.why for lack in lacks)
