"""Articles that the desk's tests share, written for them."""

from __future__ import annotations

from datetime import UTC, datetime

from bulletin.model import Article

THURSDAY = datetime(2025, 9, 4, 15, 0, tzinfo=UTC)

BRIDGE = Article(
    id="0123456789ab",
    headline="Amodu bridge closed after cracks found",
    paragraphs=(
        "The bridge over the River Amodu was closed on Thursday after engineers found cracks in two of its pillars.",
        'Engr. Bola Ige, head of the state roads agency, said: "We found cracks that nobody had reported to us before."',
        "He ordered lorries to use the ferry at Ikot, which carries 40 vehicles an hour.",
        "However, traders at the Ikot market said the ferry could not carry their goods before the weekend.",
        "The bridge was built in 1974 and carries 9,000 vehicles a day, according to the roads agency.",
        "Repairs will cost N2.5bn (about $1.6m) and take six months, Governor Ada Obi said.",
        "Who will pay for them?",
        "Read also: Ten bridges to see before you die",
        "Source: The Amodu Times",
    ),
    source="The Amodu Times",
    published=THURSDAY,
)

SUMMIT = Article(
    id="ba9876543210",
    headline="Peace force pledge",
    paragraphs=(
        "Dozens of countries pledged on Friday to send troops to the border as a guarantee of peace.",
        "At the summit in Lome on Thursday, 14 countries agreed to provide forces to guard the peace.",
        "The talks will go on in Accra next month.",
    ),
)
