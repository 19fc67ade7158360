"""What running the command line gives, for the types of tests."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What a run said and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]
