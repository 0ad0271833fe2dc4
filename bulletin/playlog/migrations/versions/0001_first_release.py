"""The first release: articles seen, bulletins, choices, airings, marks, happenings."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, most: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(most), nullable=False, server_default="")


def _time(name: str, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, autoincrement=False)


def _real(name: str, nullable: bool = True) -> sa.Column[float]:
    return sa.Column(name, sa.Float(53), nullable=nullable)


def _id(name: str, most: int = 64) -> sa.Column[str]:
    return sa.Column(name, sa.String(most), nullable=False)


def _of_bulletin(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["station", "slot"],
        ["bulletins.station", "bulletins.slot"],
        name=f"fk_{table}_bulletins",
        ondelete="CASCADE",
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "seen",
        _id("article"),
        _id("item", 16),
        _text("wire", 500),
        _text("guid", 500),
        _text("url", 2000),
        _text("link", 16),
        _text("source", 200),
        _text("headline", 500),
        _text("words", 500),
        _text("slug", 80),
        _text("category", 64),
        _text("language", 64),
        _time("published", nullable=True),
        _time("first_seen"),
        _time("last_seen"),
        sa.PrimaryKeyConstraint("article", "item", name="pk_seen"),
        sqlite_with_rowid=False,
    )
    for column in ("item", "link", "slug", "last_seen"):
        _index("seen", column)
    op.create_table(
        "tellings",
        _id("event"),
        _id("article"),
        sa.PrimaryKeyConstraint("event", "article", name="pk_tellings"),
        sqlite_with_rowid=False,
    )
    _index("tellings", "article")
    op.create_table(
        "bulletins",
        _id("station", 200),
        _time("slot"),
        _id("status", 10),
        _id("token"),
        _id("holder", 200),
        _whole("attempt"),
        _time("began"),
        _time("changed"),
        _time("until", nullable=True),
        _text("template", 200),
        _text("script", 2000),
        _text("script_hash", 64),
        _text("name", 200),
        _text("title", 500),
        _text("voice", 200),
        _text("folder", 2000),
        _text("audio", 2000),
        _real("duration_seconds"),
        _real("loudness_lufs"),
        _real("true_peak_dbtp"),
        _text("reason", 1000),
        _text("kept", 10),
        sa.Column("considered", sa.Integer(), nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("station", "slot", name="pk_bulletins"),
    )
    _index("bulletins", "slot")
    op.create_table(
        "choices",
        _id("station", 200),
        _time("slot"),
        _whole("number"),
        _id("event"),
        _id("article"),
        _id("item", 16),
        sa.Column("place", sa.Integer()),
        _real("score", nullable=False),
        sa.Column("breaking", sa.Boolean(), nullable=False),
        sa.Column("is_update", sa.Boolean(), nullable=False),
        _text("reason", 1000),
        sa.PrimaryKeyConstraint("station", "slot", "number", name="pk_choices"),
        _of_bulletin("choices"),
        sqlite_with_rowid=False,
    )
    _index("choices", "event", "station", "slot")
    _index("choices", "slot")
    op.create_table(
        "airings",
        _id("station", 200),
        _time("slot"),
        _whole("number"),
        _id("event"),
        _id("article"),
        _text("slug", 80),
        _text("headline", 500),
        _text("words", 500),
        _text("copy", 20000),
        _text("category", 64),
        sa.PrimaryKeyConstraint("station", "slot", "number", name="pk_airings"),
        _of_bulletin("airings"),
    )
    _index("airings", "event")
    _index("airings", "slug")
    op.create_table(
        "marks",
        _id("station", 200),
        _id("event"),
        _id("kind", 10),
        _time("until", nullable=True),
        _time("made"),
        _text("note", 1000),
        sa.PrimaryKeyConstraint("station", "event", "kind", name="pk_marks"),
    )
    op.create_table(
        "happenings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        _id("station", 200),
        _time("slot"),
        _time("at"),
        _id("what"),
        _text("by", 200),
        _text("note", 1000),
        sa.PrimaryKeyConstraint("id", name="pk_happenings"),
        _of_bulletin("happenings"),
    )
    _index("happenings", "station", "slot")
