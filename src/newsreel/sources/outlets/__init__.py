"""Who is who among outlets: their names in every script, and where they belong.

The rows stand in en.yml, ko.yml and ja.yml, by the language that they publish in; add one there. They are validated
when loaded; VocabularyError names the file and the row.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from newsreel.model import Source
from newsreel.model.errors import VocabularyError

LANGUAGES = ("en", "ko", "ja")
_ROW = {"names", "country", "group"}
_COUNTRY_LENGTH = 2


@cache
def outlets() -> tuple[Source, ...]:
    """Every outlet that newsreel knows by itself, in the order of the files."""
    found = tuple(_source(row, language) for language in LANGUAGES for row in _rows(language))
    _no_name_twice(found)
    return found


@cache
def outlet_names() -> dict[str, str]:
    """The fullest name of an outlet by every name that it goes by."""
    return {name: source.names[0] for source in outlets() for name in source.names}


def _rows(language: str) -> list[Any]:
    text = resources.files(__name__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    try:
        rows = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    except yaml.YAMLError as error:
        raise VocabularyError(str(error), where=f"outlets/{language}.yml") from error
    return list(rows)


def _source(row: Any, language: str) -> Source:
    where = f"outlets/{language}.yml, {row}"
    if not isinstance(row, dict) or not set(row) <= _ROW or not row.get("names"):
        raise VocabularyError("a row has names, country and group", where=where)
    names, country = row["names"], row.get("country", "")
    if not all(isinstance(name, str) and name.strip() for name in names) or len(set(names)) != len(names):
        raise VocabularyError("names are words, each once", where=where)
    if len(country) != _COUNTRY_LENGTH or not country.isupper():
        raise VocabularyError(f"{country!r} is no country of ISO 3166-1", where=where)
    return Source(tuple(names), row.get("group", ""), language, country)


def _no_name_twice(sources: tuple[Source, ...]) -> None:
    owner: dict[str, Source] = {}
    for source in sources:
        for name in source.names:
            other = owner.setdefault(name, source)
            if other is not source and (other.group != source.group or not source.group):
                raise VocabularyError(f"{name!r} is also {other.names[0]}", where=f"outlets/{source.language}.yml")
