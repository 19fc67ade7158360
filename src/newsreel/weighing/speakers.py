"""Who speaks: the names that claims give as their source, told apart into outlets, parties, and nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newsreel.model import Ref, Statement
from newsreel.weighing.naming import bare, fold, in_two_scripts, like_an_agency, like_an_outlet, nobody, office

_OFFICE_OF = {"platform": "platform", "production_company": "makers", "distributor": "distributor"}
_UNCERTAIN = frozenset({"planned", "considering", "denied", "confirmed", "unannounced"})


class Speaker(NamedTuple):
    """`kind`: outlet, party, unnamed (sources without a name) or press (reports at large); `name` as printed."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Press:
    """What weighing is told of the press.

    `outlets`: every name of the outlets that are known, → the form to use for all names of one; the publishers of the
    statements are added to them. Hand in one mapping, unchanged, again and again: it is prepared once. `aliases`:
    further forms of the names of outlets or parties → the form to use. `copies`: the id of a report that is a near-copy
    → the id of the report that it copies (`copies.near_copies` finds them).
    """

    outlets: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)


class _Known(NamedTuple):
    """The outlets of a Press, prepared: their keys by folded name, and their printed names by key."""

    outlets: Mapping[str, str]
    keys: Mapping[str, str]
    names: Mapping[str, str]


_prepared: list[_Known] = []
_KEPT = 4


def _known(outlets: Mapping[str, str]) -> _Known:
    for known in _prepared:
        if known.outlets is outlets:
            return known
    names = {f"outlet:{fold(name)}": name for name in outlets.values()}
    keys = {fold(name): key for key, name in names.items()}
    keys |= {fold(form): f"outlet:{fold(name)}" for form, name in outlets.items()}
    _prepared.insert(0, _Known(outlets, keys, names))
    del _prepared[_KEPT:]
    return _prepared[0]


class Speakers:
    """Tells who speaks. Learns, claim by claim, which names are parties to what, and nothing from later ones."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self._aliases = {fold(form): name for form, name in press.aliases.items()}
        self._known = _known(press.outlets)
        self._outlets: dict[str, str] = {}
        self._parties: dict[str, str] = {}
        self._offices: dict[tuple[str, str], str] = {}
        self._same: dict[str, str] = {}
        self._entities: dict[str, str] = {}
        self._met: set[tuple[str, tuple[str, ...]]] = set()
        self._makers: set[tuple[str, str]] = set()
        self._of_persons: set[str] = set()
        self.names: dict[str, str] = {}

    def outlet(self, name: str) -> str:
        """The key of an outlet of that name, which from now on is one."""
        found = self._outlets.get(name)
        if found is None:
            known = self._aliases.get(fold(name), name)
            found = self._known.keys.get(fold(known)) or f"outlet:{fold(known)}"
            self._outlets.update(dict.fromkeys((name, fold(name), fold(known)), found))
            self.names.setdefault(found, self._known.names.get(found, known or name))
        return found

    def _outlet_called(self, key: str) -> str | None:
        """The key of the outlet that is known under a folded name."""
        found = self._outlets.get(key)
        if found is None:
            found = self._known.keys.get(key)
            if found is not None:
                self.names.setdefault(found, self._known.names[found])
        return found

    def meet(self, statements: Iterable[Statement]) -> None:
        """Learn who is concerned from the claims of one report, before asking who speaks in it."""
        for s in statements:
            obj = s.claim.object
            if isinstance(obj, Ref) and s.object is not None and obj.kind in {"organization", "person"}:
                key = self._learn(s.object, obj.names)
                if s.claim.predicate in _OFFICE_OF:
                    self._makers.add((s.subject, key))
                    self._offices.setdefault((_OFFICE_OF[s.claim.predicate], s.subject), key)
                elif s.claim.predicate == "agency":
                    self._offices.setdefault(("agency", s.subject), key)
                    self._of_persons.add(key)
                if obj.kind == "person":
                    self._of_persons.add(key)
            if (person := _person(s)) and s.claim.by:
                self._bind_agency(person, s.claim.by)
            if s.claim.subject.kind == "person":
                self._learn(s.subject, s.claim.subject.names)
            elif s.claim.predicate == "org_kind" and s.claim.object == "outlet":
                for name in s.claim.subject.names:
                    self.outlet(name)

    def _bind_agency(self, person: str, names: Iterable[str]) -> None:
        """A person has one agency at a time: "the agency" and its names in other scripts are one party."""
        for name in map(bare, names):
            if office(name) or not like_an_agency(name):
                continue
            key = self._parties.get(fold(name)) or f"party:{fold(self._aliases.get(fold(name), name))}"
            held = self._offices.setdefault(("agency", person), key)
            self.names.setdefault(held, name)
            if held != key and (held.startswith("party:agency of ") or in_two_scripts(name, self.names[held])):
                self._same.setdefault(key, held)

    def speaks_for(self, speaker: Speaker, work: str) -> bool:
        """Whether a party speaks for a whole production: who makes or shows it does, a person and an agency do not."""
        if (work, speaker.key) in self._makers:
            return True
        kind = office(speaker.name)
        return kind != "agency" and speaker.key not in self._of_persons and not like_an_agency(speaker.name)

    def _learn(self, entity: str, names: tuple[str, ...]) -> str:
        """The key of the party that an entity is: that of its name, where it spoke before anything was said of it."""
        key = self._entities.get(entity, "")
        if not key:
            forms = [form for name in names for form in (fold(name), fold(self._aliases.get(fold(name), name)))]
            key = next((f"party:{form}" for form in forms if f"party:{form}" in self.names), f"party:{entity}")
            self._entities[entity] = key
        if (entity, names) not in self._met:
            self._met.add((entity, names))
            for name in names:
                self._parties.setdefault(fold(name), key)
        return key

    def speakers(self, s: Statement) -> list[Speaker]:
        """Those on whose word a claim is made; empty where the outlet speaks for itself."""
        found: list[Speaker] = []
        for name in s.claim.by:
            speaker = self._speaker(name, s, s.claim.status)
            if speaker is not None and all(speaker.key != other.key for other in found):
                found.append(speaker)
        parties = [speaker for speaker in found if speaker.kind == "party"]
        # "Ilgan Sports reported that the agency confirmed": the party's word, whoever carries it.
        return parties if parties and s.claim.status == "confirmed" else found

    def amid(self, s: Statement) -> list[Speaker]:
        """Those whom the report of a claim passes on where it tells its news: outlets, and parties that confirm."""
        return self._voices(s, s.claim.amid)

    def within(self, s: Statement) -> list[Speaker]:
        """Those whom the sentence of a claim passes on: outlets, and parties that confirm."""
        return self._voices(s, s.claim.within)

    def _voices(self, s: Statement, voices: Iterable[tuple[str, str]]) -> list[Speaker]:
        found: dict[str, Speaker] = {}
        for status, name in voices:
            speaker = self._speaker(name, s, status)
            if speaker is not None and speaker.kind in ({"outlet", "party"} if status == "confirmed" else {"outlet"}):
                found.setdefault(speaker.key, speaker)
        return list(found.values())

    def _speaker(self, name: str, s: Statement, status: str) -> Speaker | None:
        if not name.strip():
            return None
        if kind := office(name):
            return self._office(kind, name, s)
        if kind := nobody(name):
            return Speaker(kind, kind, name)
        return self._named(bare(name), s, status)

    def _named(self, name: str, s: Statement, status: str) -> Speaker | None:
        """An outlet or a party; None for the publisher itself ("told Lantern TV")."""
        key = fold(self._aliases.get(fold(name), name))
        outlet = self._outlet_called(key)
        if outlet is not None and outlet == self._outlets.get(s.outlet):
            return None
        party = self._parties.get(fold(name)) or self._parties.get(key)
        confirmed = status == "confirmed"
        # A broadcaster is a party to what it carries, even where it is known for its news.
        if outlet is not None and not (party and (confirmed or (s.subject, party) in self._makers)):
            return Speaker("outlet", outlet, name)
        if party or confirmed or self._party_by_default(name, status):
            return self._party(party or f"party:{key}", name)
        return Speaker("outlet", self.outlet(name), name)

    @staticmethod
    def _party_by_default(name: str, status: str) -> bool:
        return status in _UNCERTAIN and not like_an_outlet(name)

    def _party(self, key: str, name: str) -> Speaker:
        key = self._same.get(key, key)
        if self.names.setdefault(key, name) != name and office(self.names[key]):
            self.names[key] = name
        return Speaker("party", key, name)

    def _office(self, kind: str, name: str, s: Statement) -> Speaker:
        of = (_person(s) or s.subject) if kind == "agency" else s.subject
        key = self._offices.setdefault((kind, of), f"party:{kind} of {of}")
        self.names.setdefault(key, name)
        return Speaker("party", key, name)


def _person(s: Statement) -> str:
    """The person that a claim is about, or ""."""
    obj = s.claim.object
    if isinstance(obj, Ref) and obj.kind == "person" and s.object is not None:
        return s.object
    return s.subject if s.claim.subject.kind == "person" else ""
