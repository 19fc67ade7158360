"""What holds for all tests: none is a test of time, so that drawn examples have no deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
