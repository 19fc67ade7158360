"""Resolving: which names are one thing, across scripts, languages and reports."""

from newsreel.resolving.catalog import link_catalog
from newsreel.resolving.explaining import Explanation
from newsreel.resolving.identities import Identities, Question
from newsreel.resolving.replaying import Clash, replay
from newsreel.resolving.resolver import Resolver, resolve

__all__ = ["Clash", "Explanation", "Identities", "Question", "Resolver", "link_catalog", "replay", "resolve"]
