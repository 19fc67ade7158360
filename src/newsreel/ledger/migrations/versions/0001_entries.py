"""The table of entries, which the database lets nobody change."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_REFUSAL = "entries are never changed or deleted"
_SQLITE = """
CREATE TRIGGER entry_no_{verb} BEFORE {verb} ON entry
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
_POSTGRES_FUNCTION = """
CREATE FUNCTION entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$
"""
_POSTGRES = """
CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
FOR EACH STATEMENT EXECUTE FUNCTION entry_refuse()
"""


def upgrade() -> None:
    """Create the table and the triggers that keep it."""
    text = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    op.create_table(
        "entry",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("id", text, nullable=False, unique=True),
        sa.Column("kind", text, nullable=False),
        sa.Column("payload", text, nullable=False),
    )
    if op.get_context().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(_SQLITE.format(verb=verb, refusal=_REFUSAL))
        return
    op.execute(_POSTGRES_FUNCTION.format(refusal=_REFUSAL))
    op.execute(_POSTGRES)


def downgrade() -> None:
    """Entries are never given up; an older newsreel cannot open a newer ledger."""
    raise RuntimeError(_REFUSAL)
