"""A claim once its names have identities: one row a statement, as in FollowTheMoney's statement model."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsreel.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Statement:
    """What one report says of one entity.

    `id` is the claim's id. `subject` and `object` are entity ids; `object` is None where the claim's object is a
    value or nothing. `outlet` is the publisher's name as the report gives it, `published` the report's day.
    """

    id: str
    claim: Claim
    subject: str
    object: str | None
    published: dt.date
    outlet: str
    language: str
