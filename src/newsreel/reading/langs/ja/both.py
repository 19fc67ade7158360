"""What is said of two works or more at once: どちらも佐藤花の監督・脚本で, 3本ともすでに上映中."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.mainwork import in_passing

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence
    from newsreel.reading.frames import Draft

_BOTH = re.compile(
    r"[◆■●・\s　]*(?:どちら|いずれ|両作(?:品)?|両方|両者|(?P<many>[2-5２-５二三四五])(?:本|作品?)|全[作部])"
    r"(?:とも|も)"
)
_NUMBERS = {"2": 2, "２": 2, "二": 2, "3": 3, "３": 3, "三": 3, "4": 4, "４": 4, "四": 4, "5": 5, "５": 5, "五": 5}
# What may be the same of several works.
_SHARED = frozenset(
    {"director", "screenwriter", "producer", "platform", "distributor", "production_company", "production_status",
     "composer", "cast_member", "release_date", "country", "work_type"}
)  # fmt: skip


def spread(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with those of such a sentence made for every work that the sentences before named last."""
    found = []
    for draft in drafts:
        works = _works(document, draft.sentence) if draft.predicate in _SHARED else []
        if len(works) > 1 and not any(m.kind == "W" for m in draft.sentence.mentions):
            found += [dataclasses.replace(draft, subject=work, slots=dict(draft.slots)) for work in works]
        else:
            found.append(draft)
    return found


def _works(document: Document, sentence: Sentence) -> list[Referent]:
    """The works that a sentence opens with as all of them; none where it does not."""
    match = _BOTH.match(document.text, sentence.start, sentence.end)
    if match is None or not sentence.index:
        return []
    wanted = _NUMBERS.get(match["many"] or "", 0)
    named: list[Referent] = []
    for before in reversed(document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        here = [
            m.referent
            for m in before.mentions
            if m.kind == "W" and m.referent is not None and not m.indirect and not in_passing(document, before, m)
        ]
        named = list(dict.fromkeys([*here, *named]))
        if len(named) >= max(2, wanted):
            break
    return named if len(named) == (wanted or 2) else []


# So many sentences back the works may stand.
_BACK = 8
