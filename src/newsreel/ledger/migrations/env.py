"""Alembic's entry: runs the migrations on the connection that `newsreel.ledger.opening` hands over."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
context.run_migrations()
