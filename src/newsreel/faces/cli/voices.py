"""How outlets and parties are called in the terminal: by a name in Latin letters where they go by one."""

from __future__ import annotations

from functools import cache

from newsreel.model import Fact, Origin


def called_voice(voice: str, report: str) -> str:
    """The name of a voice; the id of its report where that does not say who published it."""
    return _latin_names().get(voice, voice) or report


def name_of(origin: Origin) -> str:
    """The name of an origin's voice."""
    return called_voice(origin.voice, origin.report)


def first_voice(fact: Fact) -> str:
    """The name of the voice that a fact was first heard from."""
    return name_of(fact.origins[0]) if fact.origins else fact.first_report


@cache
def _latin_names() -> dict[str, str]:
    """The first name in Latin letters, else the fullest, of every known outlet, by every name that it goes by."""
    from newsreel.pipeline import outlets

    shown = {source.names: next(filter(str.isascii, source.names), source.names[0]) for source in outlets()}
    return {name: latin for names, latin in shown.items() for name in names}
