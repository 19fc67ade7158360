"""A story's truth as the claims that a faultless reader would hand to weighing, and no more.

Each voice of the truth becomes a claim of its report with the status and the source that the annotation guide asks for: a
relay names the outlet that it relays, not where that one had it; what is taken over in passing is `stated`, standing in a
sentence of the report that passes somebody on. `terse` makes the reader take down only one claim of each passage with its
source, as texts often have it, and the others as `stated`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from newsreel.model import Claim, Entity, Fact, Period, Ref, Report, Slots, Span, Statement

IN_PASSING = frozenset({"work_type", "country", "genre", "alias", "occupation"})
DATED = frozenset({"release_date", "filming_start", "filming_end", "birth_date", "career_start"})
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
PARTS = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
THIRDS = {"early": 0, "mid": 1, "late": 2}
WIDE = 1000


def edtf(value: str) -> str:
    """The guide's shorthand for a date as EDTF."""
    head, _, tail = value.partition("/")
    if tail in THIRDS and len(head) == 7:
        return Period.third(int(head[:4]), int(head[5:]), THIRDS[tail]).edtf
    year, _, part = value.partition("-")
    code = SEASONS.get(part) or PARTS.get(part)
    return f"{year}-{code}" if code else value


def plain(name: str) -> str:
    """A name without case, width, spaces and punctuation, its words in any order."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold())
    return "".join(sorted(words)) if name.isascii() else "".join(words)


class Story:
    """One story: its truth, its reports' texts, and its statements."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        self.claims: dict[str, dict[str, Any]] = self.truth["origins"]["claims"]
        self.main = Counter(claim["s"] for claim in self.claims.values()).most_common(1)[0][0]
        self._keys = {key: set(map(plain, self._names(key))) for key in self.truth["entities"]}
        self.aliases = self._aliases()

    def day(self, report: str) -> dt.date:
        """The day of a report."""
        return dt.date.fromisoformat(self.truth["reports"][report]["date"])

    def reports(self) -> list[Report]:
        """The reports with their texts, for finding near-copies."""
        found = []
        for key, row in self.truth["reports"].items():
            text = (self.folder / row["file"]).read_text(encoding="utf-8")
            body = text.index("\n\n") + 2
            found.append(Report(key, text, row["lang"], self.day(key), row["outlet"], body=body))
        return found

    def entities(self) -> list[Entity]:
        """The entities, faultless."""
        return [Entity(key, row["kind"], self._names(key)) for key, row in self.truth["entities"].items()]

    def _names(self, entity: str) -> tuple[str, ...]:
        names = self.truth["entities"][entity]["names"]
        return tuple(dict.fromkeys(name for forms in names.values() for name in forms))

    def _aliases(self) -> dict[str, str]:
        """Every form of an outlet's name, as somebody who knows the outlets would have it."""
        found = {}
        outlets = {row["outlet"] for row in self.truth["reports"].values()}
        for key, row in self.truth["entities"].items():
            own = outlets & set(self._names(key))
            if row["kind"] == "organization" and own:
                found.update(dict.fromkeys(self._names(key), min(own)))
        return found

    def means(self, entity: Entity, key: str) -> bool:
        """Whether an entity of the program's bears a name of an entity of the truth, of its kind."""
        return entity.kind == self.truth["entities"][key]["kind"] and bool(
            self._keys[key] & set(map(plain, entity.names))
        )

    def claims_of(self, fact: Fact, entities: Mapping[str, Entity]) -> set[str]:
        """The truth's claims that a fact may stand for: same question, same answer; roles alike."""
        return {key for key, claim in self.claims.items() if self._fits(claim, fact, entities)}

    def _fits(self, claim: dict[str, Any], fact: Fact, entities: Mapping[str, Entity]) -> bool:
        if fact.predicate != claim["p"] or not self._same(fact.subject, claim["s"], entities):
            return False
        o = claim["o"]
        if isinstance(o, str) and o in self.truth["entities"]:
            same = fact.object_is_entity and self._same(str(fact.object), o, entities)
        else:
            same = fact.object == (edtf(o) if isinstance(o, str) and claim["p"] in DATED else o)
        for slot in ("relation", "role"):
            told = getattr(fact.slots, slot)
            if claim.get(slot) and told and token_set_ratio(claim[slot], told) < 80:
                return False
        return same

    def _same(self, entity: str, key: str, entities: Mapping[str, Entity]) -> bool:
        return entity == key or (entity in entities and self.means(entities[entity], key))

    def named(self, claim: Claim, report: Report) -> Statement:
        """A claim that was read, its names with the truth's identities where they bear one of its names."""
        subject = self._identity(claim.subject)
        other = self._identity(claim.object) if isinstance(claim.object, Ref) else None
        return Statement(claim.id, claim, subject, other, self.day(report.id), report.outlet, report.language)

    def _identity(self, ref: Ref) -> str:
        """The truth's entity that a name means: of several of one name the main one, of none one of its own."""
        names = set(map(plain, ref.names))
        found = [
            key for key, row in self.truth["entities"].items() if row["kind"] == ref.kind and self._keys[key] & names
        ]
        return self.main if self.main in found else found[0] if found else f"{ref.kind}: {plain(ref.name)}"

    def statements(self, *, terse: bool = False) -> list[Statement]:
        """What the reports say, as a faultless reader has it."""
        found: list[Statement] = []
        for report in self.truth["reports"]:
            passages: dict[str, int] = {}
            attributed: Counter[str] = Counter()
            for key, claim in self.claims.items():
                for voice in claim["voices"]:
                    if voice["report"] != report or claim["p"] == "note":
                        continue
                    source = self._source(voice)
                    named = source if not self._in_passing(claim, source) else ""
                    if terse and attributed[named] and named and voice["kind"] == "party":
                        named = ""
                    attributed[named] += 1
                    place = self._place(claim, voice, source, passages, len(found))
                    found.append(self._statement(key, claim, report, named, voice, place))
        return found

    def _source(self, voice: dict[str, Any]) -> str:
        if voice["kind"] in {"relay", "distort"}:
            of = voice["of"]
            row = self.truth["reports"].get(of)
            return str(row["outlet"]) if row else self._printed(of)
        return self._printed(voice["origin"]) if voice["kind"] == "party" else ""

    def _printed(self, origin: str) -> str:
        return str(self.truth["origins"]["names"][origin]).split(",")[0]

    def _in_passing(self, claim: dict[str, Any], source: str) -> bool:
        return not source or claim["p"] in IN_PASSING or (claim["s"] != self.main and claim.get("polarity") is None)

    def _place(
        self, claim: dict[str, Any], voice: dict[str, Any], source: str, passages: dict[str, int], number: int
    ) -> Span:
        """Where a claim stands: with what is passed on, or, where the outlet speaks of the production, by itself.

        What a report repeats, and what it says of the sources and the people that it passes news on of, stands there too.
        """
        beside = voice["kind"] == "background" or (
            claim["s"] != self.main and self._is_spoken_of(claim, voice["report"])
        )
        if beside and not source and passages:
            source = next(iter(passages))
        if not source:
            return Span(1_000_000 + WIDE * number, 1_000_000 + WIDE * number + 100)
        start = WIDE * passages.setdefault(source, len(passages))
        return Span(start, start + 500)

    def _is_spoken_of(self, claim: dict[str, Any], report: str) -> bool:
        return any(
            other["s"] == self.main
            and other["o"] == claim["s"]
            and voice["report"] == report
            and voice["kind"] != "own"
            for other in self.claims.values()
            for voice in other["voices"]
        )

    def _statement(
        self, key: str, claim: dict[str, Any], report: str, named: str, voice: dict[str, Any], span: Span
    ) -> Statement:
        day, o = self.day(report), claim["o"]
        entity = isinstance(o, str) and o in self.truth["entities"]
        value = edtf(o) if isinstance(o, str) and claim["p"] in DATED else o
        slots = {k: claim[k] for k in ("character", "role", "billing", "relation", "venue") if claim.get(k)}
        if slots.get("venue") in self.truth["entities"]:
            slots["venue"] = self._names(slots["venue"])[0]
        made = Claim(
            report=report,
            subject=Ref(claim["s"], self.truth["entities"][claim["s"]]["kind"], self._names(claim["s"])),
            predicate=claim["p"],
            object=Ref(o, self.truth["entities"][o]["kind"], self._names(o)) if entity else value,
            status=self._status(key, claim, day, named, voice),
            span=span,
            rule=f"gold/{key}",
            by=(named,) if named else (),
            slots=Slots.from_json(slots),
        )
        row = self.truth["reports"][report]
        return Statement(made.id, made, claim["s"], o if entity else None, day, row["outlet"], row["lang"])

    def _status(self, key: str, claim: dict[str, Any], day: dt.date, named: str, voice: dict[str, Any]) -> str:
        if claim.get("polarity") == "denied":
            return "denied"
        rows = [(m["date"], row) for m in self.truth["as_of"] for row in m["facts"] if key in row["claims"]]
        verdict = next((row["verdict"] for date, row in rows if date >= day.isoformat()), "")
        if claim["o"] is None or verdict == "unannounced":
            return "unannounced"
        if verdict in {"considering", "rumored"}:
            return str(verdict)
        if claim["p"] in DATED and isinstance(claim["o"], str):
            start = Period.parse(edtf(claim["o"])).start
            # What was planned once and never came about is told as a plan ever after.
            never = self.day(claim["first_report"]) < start and all(row["verdict"] != "released" for _, row in rows)
            if start > day or (never and voice["kind"] == "background"):
                return "planned"
        if not named:
            return "stated"
        return "confirmed" if voice["kind"] == "party" else "reported"
