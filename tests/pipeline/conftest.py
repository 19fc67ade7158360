"""The pipeline's suite runs on the ledgers that the ledger's suite makes."""

from tests.ledger.conftest import place, server

__all__ = ["place", "server"]
