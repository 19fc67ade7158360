"""Identities that come from content: canonical JSON and its hash.

Canonical JSON as in RFC 8785 for the values used here (strings, integers, booleans, null, lists, objects with string
keys): keys sorted, no white space, UTF-8, no floats.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

ID_LENGTH = 20
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> str:
    """The one JSON text of a value; equal values give equal texts."""
    return _ENCODER.encode(value)


def identity(value: Any) -> str:
    """The id of a value: the first 20 hexadecimal digits (80 bits) of the SHA-256 of its canonical JSON."""
    return identity_of_text(canonical(value))


def identity_of_text(text: str) -> str:
    """The id of a value whose canonical JSON is at hand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
