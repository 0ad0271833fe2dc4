"""Each rule: what it takes out of a text, by name, and what it leaves.  A new rule gets a line here."""

import pytest

from bulletin.model import Removal
from bulletin.wire.cleaning import clean
from bulletin.wire.raw import Raw

BEFORE = "The market in Oyo opened again on Monday after two weeks."
AFTER = "Traders said that they were glad to be back at work."


def cleaned(*paragraphs: str, headline: str = "Market opens") -> tuple[tuple[str, ...], tuple[Removal, ...]]:
    article = clean(Raw(paragraphs, origin="test", headline=headline))
    return article.paragraphs, article.removed


LINES = [  # a line between two paragraphs, and the rule that takes it
    ("Recommended Stories", "link widget"),
    ("list of 3 itemsend of list", "link widget"),
    ("- list 2 of 4Harbour gets a crane", "link widget"),
    ("You may also be interested in:", "link widget"),
    ("Kindly share this story:", "share line"),
    ("Follow BBC East on Facebook, on Twitter, or on Instagram.", "share line"),
    ("Why not follow our pages on Facebook, Twitter and Instagram?", "share line"),
    ("Follow The Lagoon Newspaper on WhatsApp", "share line"),
    ("Send your story ideas to: desk@example.org", "contact line"),
    ("If you have a story suggestion email desk@example.org", "contact line"),
    ("Sign up for our daily newsletter and never miss a thing.", "subscribe line"),
    ("CLICK TO READ MORE", "subscribe line"),
    ("Read more on how the strike will affect you here", "also read link"),
    ("Watch the moment the bridge is lifted into place", "also read link"),
    ("A wire reporter in Oyo contributed to this report.", "reporting credit"),
    ("Reporting by Ada Mensah in Accra; Editing by Tom Field", "reporting credit"),
    ("Video journalist: Amina Yusuf-Hart", "reporting credit"),
    ("© 2026 Lagoon Courier", "copyright line"),
    ("All rights reserved. This material may not be reproduced in whole or in part.", "copyright line"),
    ("The post Market opens again appeared first on Lagoon Courier.", "source line"),
    ("This story has not been edited by our staff.", "syndication note"),
    ("More updates go follow later...", "promise of more"),
    ("This is a developing story.", "promise of more"),
    ("ADVERTISEMENT", "advertisement"),
    ("TEXT AD: Learn to bake in ten days", "advertisement"),
    ("Support LAGOON COURIER's journalism of integrity", "advertisement"),
    ("Post Views: 312", "page counter"),
    ("5 min read", "page counter"),
    ("Image source, Getty Images", "photo caption"),
    ("Traders unload yams on Monday [File: A Name/Reuters]", "photo caption"),
    ("Scroll down for video.", "scroll line"),
    ("window.dataLayer = window.dataLayer || [];", "code line"),
    ('"', "lone mark"),
    ("Sur le même sujet", "link widget"),
    ("- liste 2 sur 4Le port reçoit une grue", "link widget"),
    ("À lire aussi : Le port reçoit une grue", "also read inside"),
    ("Suivez-nous sur Facebook.", "share line"),
    ("Got a story? Email our newsroom: desk@example.org", "contact line"),
    ("Our journalism needs your help to go on.", "advertisement"),
    ("URGENT UPDATE: You can now earn from home. Click here.", "shouted advert"),
    ("No part of this publication may be copied or sold.", "copyright line"),
    ("Ada Obi and Tom Field contributed reporting.", "reporting credit"),
    ("Tous droits réservés.", "copyright line"),
    ("This live page is now closed.", "promise of more"),
    ("View this post on Instagram", "view post"),
    ("[Coast News]", "bracketed line"),
    ("-- AFP", "agency credit"),
    ("https://example.org/2026/03/market.html", "address alone"),
    ("Uncertain", "sub heading"),
    ("Traders unloading yams at the gate on Monday morning", "label line"),
    (BEFORE, "said before"),
    ("Market opens", "headline again"),
]


@pytest.mark.parametrize(("line", "reason"), LINES)
def test_a_line_of_furniture_goes(line: str, reason: str) -> None:
    paragraphs, removed = cleaned(BEFORE, AFTER, line, "A council meeting on Friday will decide about the fees.")

    assert paragraphs == (BEFORE, AFTER, "A council meeting on Friday will decide about the fees.")
    assert {removal.reason for removal in removed} == {reason}


INSIDE = [  # words inside a paragraph, what stays, and the rule
    ("It fell last year.ALSO READ| Ship calls at Tema", "It fell last year.", "also read inside"),
    ("It fell last year. (Also read: Ship calls at Tema) It rose in May.", "It fell last year. It rose in May.", "also read inside"),
    ("It fell last year.Read more:Ships wait at TemaThe port is full.", "It fell last year. The port is full.", "also read inside"),
    ("It fell last year.(With inputs from ANI)It rose in May.", "It fell last year. It rose in May.", "agency credit"),
    ("It fell last year. (Reuters)", "It fell last year.", "agency credit"),
    ("It fell last year. PTI SJR AKJ", "It fell last year.", "agency credit"),
    ("Ada Obi (pictured) sells yams.", "Ada Obi sells yams.", "photo pointer"),
    ("It stands by the gate. (HT Photo) It is old.", "It stands by the gate. It is old.", "photo pointer"),
    ("It fell.Also read: Ships call at TemaThe port is full.", "It fell. The port is full.", "also read inside"),
    ("It fell last year. [With inputs from Reuters]", "It fell last year.", "agency credit"),
    ("It fell last year. (With agency inputs)", "It fell last year.", "agency credit"),
    ("It fell last year. — Agence France-Presse", "It fell last year.", "agency credit"),
    ("It fell last year. (Ada Obi/AFP)", "It fell last year.", "agency credit"),
    ("It fell last year. (Photo: Ada Obi/AFP)", "It fell last year.", "agency credit"),
    ("It fell last year. -30-", "It fell last year.", "end mark"),
    ("Ada Obi [pictured] sells yams.", "Ada Obi sells yams.", "photo pointer"),
    ("Ada Obi (second from left) sells yams.", "Ada Obi sells yams.", "photo pointer"),
    ("It fell. Scroll down for videos. Tearful: A trader on Monday.It rose.", "It fell. It rose.", "scroll line"),
    ("It fell last year.KEY POINTS OF THE DEAL:It rose in May.", "It fell last year. It rose in May.", "heading in capitals"),
    ('It opened.[{"@context":"x","@type":"y"}]', "It opened.", "leaked code"),
    ("“We won,” he said.THE LAST MATCHIt rained.", "“We won,” he said. It rained.", "heading in capitals"),
    ('It has five stars.{"@context":"http://schema.org","a":{"b":1}}It opens today.', "It has five stars. It opens today.", "leaked code"),
    ("He ran #Lagos2026https://t.co/AbCdEfGhIjAda Obi won.", "He ran #Lagos2026 Ada Obi won.", "short link"),
    ("She went home. “Follow @lagoon for more", "She went home.", "follow handle"),
    ("She is glad.#yam @ada_obi A post shared by Ada Obi (@ada_obi) on Aug 2, 2017 at 6:20am PDT She went home.", "She is glad. She went home.", "embedded post"),
    ("“It is not funny😠😠.” He left.", "“It is not funny.” He left.", "emoji"),
    ("It opened. [caption id=12]It closed.", "It opened. It closed.", "shortcode"),
    ("He spoke. Follow us on Facebook and Twitter.", "He spoke.", "share line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), INSIDE)
def test_furniture_inside_a_paragraph_goes(text: str, expected: str, reason: str) -> None:
    paragraphs, removed = cleaned(BEFORE, AFTER, text)

    assert paragraphs == (BEFORE, AFTER, expected)
    assert {removal.reason for removal in removed} == {reason}


@pytest.mark.parametrize(
    "opening",
    [
        "(CNN)",
        "(CNN) -- ",
        "LAGOS, Nigeria (AP) — ",
        "LAGOS — ",
        "ABUJA, Nov 20 (NAN) – ",
        "NAIROBI (Reuters) - ",
        "New Delhi, Jul 7 (PTI) ",
        "From Sajid Rahman Islamabad, Mar 14 (PTI) ",
        "From K J Rao Beijing, Jan 11 (PTI) ",
        "Abuja – ",
        "Port Harcourt - ",
        "URGENT UPDATE: ",
        "DAKAR, Senegal, July 7, 2026 (APX) – ",
        "(CNN Español) — ",
        "Written by Ada Obi Updated on March 12, 2026 ",
        "By. A Wire Service. PUBLISHED:. 14:11 EST, 25 October 2013. |. UPDATED:. 15:36 EST, 25 October 2013. ",
    ],
)
def test_what_stands_before_the_first_word_goes(opening: str) -> None:
    paragraphs, removed = cleaned(opening + BEFORE, AFTER)

    assert paragraphs == (BEFORE, AFTER)
    assert [removal.text for removal in removed] == [opening.strip()]


STAYS = [  # news that looks like furniture
    "Kano – the oldest city of the north – has a new market.",
    "The All Progressives Congress (APC) held its meeting in Kaduna.",
    "Read more than one book a week, the minister told pupils.",
    "Copyright law will change next year, the ministry said.",
    "Radio Delta is the largest radio station in the state to go off the air this year.",
    "Follow the river on foot and you reach the dam in an hour.",
    "“More details will follow the vote,” she said.",
    "Videos under the hashtag have been viewed two million times.",
    "The UN, WHO, UNICEF and the AU sent teams to the camp.",
    "Watch makers in Geneva sold fewer watches to West Africa.",
    "Source of the Nile festival draws 9,000 visitors to Jinja.",
    "Photographers from six states met in Jos, and Ada Obi was their host.",
    "Our journalism is under threat, the union of reporters said in Accra.",
    "“By donating blood you save a life,” the nurse told the crowd.",
    "Three states contributed to the fund for the victims of the flood.",
    "He told the court that the article first appeared in a magazine.",
    "Unauthorised use of the road is to be fined, the council said.",
    "By Monday evening the water had reached the school.",
    "Tell us the truth, the crowd shouted at the gates.",
    "U.S. President and E.U. leaders met at 3.30 p.m. in Accra.",
    "He lives on the left (west) bank of the river.",
    "“No”, said the judge.",
    "The oil price rose by 2% (Reuters polled 30 traders).",
]


@pytest.mark.parametrize("text", STAYS)
def test_news_stays(text: str) -> None:
    assert cleaned(text, BEFORE, AFTER) == ((text, BEFORE, AFTER), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It spread on social media.The state acted.", "It spread on social media. The state acted."),
        ("It has been free.For Ada, it is home.", "It has been free. For Ada, it is home."),
        ('"We are lost."She wept.', '"We are lost." She wept.'),
        ('He was calm."We are lost," he said.', 'He was calm. "We are lost," he said.'),
        ("It cost 2.5m in the U.S. in all.", "It cost 2.5m in the U.S. in all."),
        ("Write to www.Example.Com or a.Bee@example.org for it.", "Write to www.Example.Com or a.Bee@example.org for it."),
        ("The territory?s leader didn?t come.", "The territory’s leader didn’t come."),
        ("?The rule is odd? an official said.", "“The rule is odd” an official said."),
        ("Who pays? they asked. Nobody knew.", "Who pays? they asked. Nobody knew."),
        ("'We are lost.'She wept.", "'We are lost.' She wept."),
        ("It cost Â£11,000 to visit the cafÃ©.", "It cost £11,000 to visit the café."),
        ("D\ufeffi lead\u200ber don co\u00adme.", "Di leader don come."),
        ("It\u00a0is \u00a0 late.", "It is late."),
    ],
)  # fmt: skip
def test_what_was_broken_on_the_way_is_put_right(text: str, expected: str) -> None:
    assert cleaned(text, BEFORE, AFTER)[0][0] == expected


def test_a_widget_takes_its_links_and_leaves_the_story() -> None:
    widget = (
        "Recommended Stories",
        "list of 2 items- list 1 of 2Ships wait at Tema",
        "- list 2 of 2Yams are dear",
        "end of list",
    )

    assert cleaned(BEFORE, *widget, AFTER)[0] == (BEFORE, AFTER)


def test_the_site_speaking_of_itself_goes() -> None:
    about = "9Radio is the Sahel's Leading Internet Radio that aims to take its music to every village."

    assert cleaned(BEFORE, AFTER, "9Radio", about)[0] == (BEFORE, AFTER)


def test_a_paragraph_keeps_its_words_when_its_credit_goes() -> None:
    assert cleaned(BEFORE, AFTER, "It fell. (Reuters)")[0] == (BEFORE, AFTER, "It fell.")
    assert cleaned(BEFORE, AFTER, "The minister said work would begin in May")[1] == ()


def test_the_trailer_of_a_feed_names_its_source() -> None:
    article = clean(Raw((BEFORE, "It goes on… The post Market opens appeared first on BusinessDay."), origin="test"))

    assert article.source == "BusinessDay"
    assert article.paragraphs == (BEFORE, "It goes on…")
    assert article.warnings == ("the text is cut off at its end: it may be the summary of a feed",)


def test_a_quotation_over_two_paragraphs_is_closed_in_each() -> None:
    assert cleaned("She said: “We came home.", "“We were glad.”", AFTER)[0] == (
        "She said: “We came home.”",
        "“We were glad.”",
        AFTER,
    )
    assert cleaned('She said: "We came home.', '"We were glad."', AFTER)[0] == (
        'She said: "We came home."',
        '"We were glad."',
        AFTER,
    )
    assert cleaned("She said: ‘We came home.", "‘It’s good.’", AFTER)[0] == (
        "She said: ‘We came home.’",
        "‘It’s good.’",
        AFTER,
    )


def test_doubts_are_told_and_the_words_stay() -> None:
    article = clean(
        Raw(
            (BEFORE, "uts to the timetable came on Friday.", "He paid ?5m, ?she? says.", "It goes on…"),
            origin="test",
        )
    )

    assert article.paragraphs[1] == "uts to the timetable came on Friday."
    assert [warning.split(",")[0].split(" (")[0] for warning in article.warnings] == [
        "paragraph 2 begins in the middle of a sentence",
        "question marks stand where other marks were",
        "the text is cut off at its end: it may be the summary of a feed",
    ]
