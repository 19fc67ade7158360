"""What the API takes, in pydantic: reports, judgements and corrections as they are handed in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(max_length=2_000_000)]
Line = Annotated[str, Field(max_length=2_000)]


class ReportIn(BaseModel):
    """A report handed in: its text, and what is not in it."""

    model_config = ConfigDict(extra="forbid")

    text: Text
    date: dt.date | None = None
    outlet: Line = ""
    url: Line = ""


class JudgementIn(BaseModel):
    """A person's word: `left` and `right` are ids of entities or mentions."""

    model_config = ConfigDict(extra="forbid")

    left: Line
    right: Line
    verdict: Literal["same", "different", "unsure", "undecided"]
    because: Line
    by: Line


class CorrectionIn(BaseModel):
    """A person's word that a claim was read wrongly."""

    model_config = ConfigDict(extra="forbid")

    because: Line
    by: Line
