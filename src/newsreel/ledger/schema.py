"""The tables. One holds what is remembered; the others are caches that can be rebuilt from it.

`entry` is only ever added to: the database itself refuses UPDATE and DELETE (migrations/versions/0001_entries.py). Its
`seq` gives the order of adding, its `id` comes from its content, its `payload` is canonical JSON.

The caches hold no number of their own making, so that rebuilt ones are the same to the byte. Days are ISO 8601 text;
text sorts by code point in every database.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text
from sqlalchemy.dialects import postgresql

FOREVER = "9999-12-31"
"""The day on which a statement that nobody took back ends."""

CACHE_LAYOUT = 8
"""Raised whenever a cache's columns or their meaning change: then the caches are rebuilt, not migrated."""

LAYOUT, SETTLED, SETTLED_BY = "layout", "settled", "settled by"
"""What `cache_state` notes: the layout, the place of the last entry that identities and copies follow from, and which
version of the program decided on these."""

_TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
_SEQ = BigInteger().with_variant(Integer(), "sqlite")

ON_DEMAND = {"on demand": True}
"""Marks the caches that are filled when somebody asks, so that equal ledgers may differ in them."""

RECORDED = ("first", "confirmed", "denied", "disputed", "relayed", "changed")
"""What a Record counts."""

memory = MetaData()
caches = MetaData()

entry = Table(
    "entry",
    memory,
    Column("seq", _SEQ, primary_key=True, autoincrement=True),
    Column("id", _TEXT, nullable=False, unique=True),
    Column("kind", _TEXT, nullable=False),
    Column("payload", _TEXT, nullable=False),
)

cache_state = Table(
    "cache_state",
    caches,
    Column("name", _TEXT, primary_key=True),
    Column("value", _TEXT, nullable=False),
    comment="what is known of the caches themselves",
)

report = Table(
    "report",
    caches,
    Column("id", _TEXT, nullable=False),
    Column("snapshot", Integer, nullable=False),
    Column("seq", _SEQ, nullable=False),
    Column("hash", _TEXT, nullable=False),
    Column("published", _TEXT, nullable=False),
    Column("outlet", _TEXT, nullable=False),
    Column("language", _TEXT, nullable=False),
    Column("url", _TEXT, nullable=False),
    Column("title", _TEXT, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("withdrawn", _TEXT, nullable=False),
    PrimaryKeyConstraint("id", "snapshot"),
    Index("report_url", "url"),
    Index("report_hash", "hash"),
    Index("report_outlet", "outlet"),
    comment="every snapshot of every report, by day; claims: how many entries of claims follow its own; "
    "withdrawn: the day from which it does not count, or FOREVER",
)

statement = Table(
    "statement",
    caches,
    Column("claim", _TEXT, primary_key=True),
    Column("since", _TEXT, nullable=False),
    Column("until", _TEXT, nullable=False),
    Column("published", _TEXT, nullable=False),
    Column("seq", _SEQ, nullable=False),
    Column("report", _TEXT, nullable=False),
    Column("subject", _TEXT, nullable=False),
    Column("object", _TEXT),
    Index("statement_subject", "subject"),
    Index("statement_object", "object"),
    Index("statement_report", "report"),
    comment="claims by mention; it stands on the days since <= day < until; published: when it was first said",
)

correction = Table(
    "correction",
    caches,
    Column("claim", _TEXT, primary_key=True),
    Column("seq", _SEQ, nullable=False),
    comment="claims that persons said were misread: they stand on no day; seq: of the first entry that says so",
)

mention = Table(
    "mention",
    caches,
    Column("id", _TEXT, primary_key=True),
    Column("entity", _TEXT, nullable=False),
    Index("mention_entity", "entity"),
    comment="the entity that judgements make of a mention",
)

entity = Table(
    "entity",
    caches,
    Column("id", _TEXT, primary_key=True),
    Column("kind", _TEXT, nullable=False),
    Column("names", _TEXT, nullable=False),
    Column("uses", Integer, nullable=False),
    comment="names: canonical JSON, the name to show first; uses: how many mentions it has",
)

name = Table(
    "name",
    caches,
    Column("key", _TEXT, nullable=False),
    Column("entity", _TEXT, nullable=False),
    PrimaryKeyConstraint("key", "entity"),
    Index("name_entity", "entity"),
    comment="entities by the keys of their names",
)

copy = Table(
    "copy",
    caches,
    Column("report", _TEXT, primary_key=True),
    Column("of", _TEXT, nullable=False),
    Index("copy_of", "of"),
    comment="near-copies: the report that prints another's text, and that other",
)

imprint = Table(
    "imprint",
    caches,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("report", _TEXT, nullable=False),
    Column("published", _TEXT, nullable=False),
    Column("length", Integer, nullable=False),
    Column("bands", _TEXT, nullable=False),
    Index("imprint_published", "published"),
    comment="what near-copies of a snapshot are found by; length: of the article; bands: of its text's signature, in "
    "hexadecimal",
)

gram = Table(
    "gram",
    caches,
    Column("gram", _TEXT, nullable=False),
    Column("key", _TEXT, nullable=False),
    PrimaryKeyConstraint("gram", "key"),
    sqlite_with_rowid=False,
    comment="pieces of names, for search: two characters of Chinese, Japanese and Korean, three of other scripts",
)

resolved = Table(
    "resolved",
    caches,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("upto", _SEQ, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("text", _TEXT, nullable=False),
    info=ON_DEMAND,
    comment="what resolving had found of the entries up to a place, for another process to go on from; by: which "
    "resolving",
)

weighed = Table(
    "weighed",
    caches,
    Column("subject", _TEXT, primary_key=True),
    Column("by", _TEXT, nullable=False),
    Column("told", _TEXT, nullable=False),
    Index("weighed_by", "by"),
    Index("weighed_told", "told"),
    info=ON_DEMAND,
    comment="every subject of which something stands today; by: the weigher that its rows are of, or nothing yet; "
    "told: the same for what was turned of it",
)

weighed_fact = Table(
    "weighed_fact",
    caches,
    Column("subject", _TEXT, nullable=False),
    Column("place", Integer, nullable=False),
    Column("predicate", _TEXT, nullable=False),
    Column("object", _TEXT),
    Column("conflicts", _TEXT, nullable=False),
    Column("fact", _TEXT, nullable=False),
    PrimaryKeyConstraint("subject", "place"),
    Index("weighed_fact_object", "object"),
    info=ON_DEMAND,
    comment="what stands of a subject today; object: an entity; conflicts: the places of those that it is a side of",
)

weighed_conflict = Table(
    "weighed_conflict",
    caches,
    Column("subject", _TEXT, nullable=False),
    Column("place", Integer, nullable=False),
    Column("latest", _TEXT, nullable=False),
    Column("conflict", _TEXT, nullable=False),
    PrimaryKeyConstraint("subject", "place"),
    Index("weighed_conflict_latest", "latest"),
    info=ON_DEMAND,
    comment="where reports contradict each other on a subject today; latest: the day of its latest side",
)

record = Table(
    "record",
    caches,
    Column("subject", _TEXT, nullable=False),
    Column("outlet", _TEXT, nullable=False),
    *(Column(name, Integer, nullable=False) for name in RECORDED),
    Column("ahead_days", _TEXT, nullable=False),
    PrimaryKeyConstraint("subject", "outlet"),
    info=ON_DEMAND,
    comment="what became of an outlet's news of a subject until today; ahead_days: canonical JSON",
)

turned = Table(
    "turned",
    caches,
    Column("subject", _TEXT, nullable=False),
    Column("place", Integer, nullable=False),
    Column("date", _TEXT, nullable=False),
    Column("report", _TEXT, nullable=False),
    Column("fact", _TEXT, nullable=False),
    Column("object", _TEXT),
    Column("kind", _TEXT, nullable=False),
    Column("after", _TEXT, nullable=False),
    Column("before", _TEXT),
    PrimaryKeyConstraint("subject", "place"),
    Index("turned_date", "date", "report", "fact"),
    Index("turned_object", "object"),
    info=ON_DEMAND,
    comment="what reports changed of a subject, as it is told; after and before: the fact",
)

heard = Table(
    "heard",
    caches,
    Column("key", _TEXT, nullable=False),
    Column("subject", _TEXT, nullable=False),
    PrimaryKeyConstraint("key", "subject"),
    Index("heard_subject", "subject"),
    info=ON_DEMAND,
    comment="subjects that were weighed, by the keys of the names of those on whose word something is said",
)
