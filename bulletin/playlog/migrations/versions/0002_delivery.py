"""What each target has of a bulletin, and which script it was that a person approved.

Both are read out of the happenings of the first release, which had no other place for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column, and fill them with what is known."""
    op.add_column("bulletins", sa.Column("approved_hash", sa.String(64), nullable=False, server_default=""))
    op.create_table(
        "deliveries",
        sa.Column("station", sa.String(200), nullable=False),
        sa.Column("slot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("target", sa.String(200), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("identity", sa.String(1000), nullable=False, server_default=""),
        sa.Column("note", sa.String(1000), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("station", "slot", "target", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["station", "slot"],
            ["bulletins.station", "bulletins.slot"],
            name="fk_deliveries_bulletins",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["state"])
    op.execute(
        "INSERT INTO deliveries (station, slot, target, state, tries, changed)"
        """ SELECT station, slot, "by", 'delivered', count(*), max("at") FROM happenings WHERE what = 'delivered'"""
        """ GROUP BY station, slot, "by" """
    )
    op.execute(  # not where the script was written anew since
        "UPDATE bulletins SET approved_hash = script_hash WHERE EXISTS (SELECT 1 FROM happenings AS approval"
        " WHERE approval.station = bulletins.station AND approval.slot = bulletins.slot AND approval.what = 'approved'"
        " AND NOT EXISTS (SELECT 1 FROM happenings AS later WHERE later.station = approval.station"
        " AND later.slot = approval.slot AND later.what = 'scripted' AND later.id > approval.id))"
    )
