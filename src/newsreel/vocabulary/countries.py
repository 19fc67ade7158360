"""Countries are one in every language: countries.tsv (CLDR's names, and the press's; training/countries.py)."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def country_codes() -> dict[str, str]:
    """Name of a country, as English, Korean or Japanese reports write it -> its ISO 3166-1 code."""
    text = resources.files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: code for code, *names in rows for name in names}
