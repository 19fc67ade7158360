"""The id of a mention comes from its content, as every id does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreel.model import mention_id
from newsreel.model.canonical import identity


@given(report=st.text(), local=st.text())
def test_a_mentions_id_is_that_of_its_canonical_json(report: str, local: str) -> None:
    assert mention_id(report, local) == identity({"report": report, "local": local})
