"""Who says so and how sure, in English: cues found in a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import Cue, load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_SLOT = re.compile(r"\{([A-Z]+):(\w+)\}")


@cache
def _rows() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """The compiled rows of data/cues.yml."""
    def slot(m: re.Match[str]) -> str:
        return f"(?P<{m[2]}>[{''.join(map(kind_char, m[1]))}]{NUMBER_CLASS})"

    return [
        (re.compile(_SLOT.sub(slot, pattern)), row)
        for row in load_data("en", "cues")["cues"]
        for pattern in row["patterns"]
    ]


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order; of an outlet's words the outlet is named, of a party's the party."""
    masked = sentence.masked
    if masked is None:
        return []
    found = []
    for pattern, row in _rows():
        for m in pattern.finditer(masked.text):
            by: tuple[str, ...] = ()
            status = row["status"]
            if "voice" in m.groupdict() and m["voice"]:
                mention = masked.mentions_in(m["voice"])[0]
                name = mention.referent.name if mention.referent else mention.text
                if mention.indirect and mention.referent is None:
                    continue
                outlet = lexicon.organizations().get(mention.text) == "outlet" or lexicon.organizations().get(name) == "outlet"
                if row.get("outlet") and status == "confirmed" and outlet:
                    status = "reported"
                if row.get("only") == "outlet" and not outlet and mention.kind in "POW":
                    status = "confirmed"
                by = (name,)
            elif row.get("by"):
                by = (m.group(row["by"]) if row["by"] in m.groupdict() else row["by"],)
            found.append(
                Cue(
                    masked.position(m.start()), masked.position(m.end(), end=True), status, by,
                    row.get("reach", "sentence"), bool(row.get("carries")), f"en/cue/{row['id']}",
                )
            )
    return sorted(found, key=lambda c: c.start)
