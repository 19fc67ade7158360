"""Weighing: what stands of all that reports say, since when, on whose word, and what contradicts it."""

from newsreel.weighing.copies import Copies, imprint_of, near_copies
from newsreel.weighing.speakers import Press
from newsreel.weighing.weigh import Weighed, turns, weigh

__all__ = ["Copies", "Press", "Weighed", "imprint_of", "near_copies", "turns", "weigh"]
