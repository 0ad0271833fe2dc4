"""Sentences that a site sets around its stories.  Each rule judges one sentence (or one line) by how it begins."""

from __future__ import annotations

import re

_NETWORKS = r"(?:facebook|twitter|instagram|whatsapp|telegram|youtube|tiktok|linkedin|threads|bluesky|x)\b"

SHARE = re.compile(
    rf"(?i)(?:why not )?(?:follow|find|like|join|connect with|visit) (?:us|bbc|our|the|me|@\w+|[\w:&' ]{{2,50}}).{{0,80}}\b(?:on|via) .{{0,30}}{_NETWORKS}"
    rf"|(?:suivez|rejoignez|likez|siga|sigam|sígue|síguenos|curta|tufuate|fuata)(?:-nous|-nos|nos)?\b.{{0,60}}{_NETWORKS}"
    r"|\W{0,3}follow (?:.{0,40} )?@\w+|(?:you can )?follow .{2,60} here\s?:"
    r"|(?:kindly |please )?share (?:this|our|the) (?:story|article|post|news|page|report)\b"
    r"|(?:kindly |please )?share this\s?:?\s?$"
    rf"|share (?:on|via|to) {_NETWORKS}"
    r"|(?:facebook|twitter|x|whatsapp|telegram|email|linkedin|pinterest|copy link|print)(?:[\s,|/]{1,3}(?:facebook|twitter|x|whatsapp|telegram|e?mail|linkedin|pinterest|copy link|print|share)){1,10}\s?$"
)
CONTACT = re.compile(
    r"(?i)(?:you can (?:also )?)?(?:send|email|e-mail|whatsapp|text) (?:us )?(?:your |in your )?(?:story ideas?|stories|news|tips|pictures|photos|videos|us\b)"
    r"|(?:if you|do you|have you) (?:have|got|want|know) (?:got )?(?:a|an|any) (?:story|news|tip|information|idea)\b.{0,60}(?:email|e-mail|suggest|share|send|contact|get in touch|whatsapp|\?|@)"
    r"|(?:contact|email|reach|write to) (?:us|the (?:author|reporter|editor|newsroom))\b"
    r"|(?:write to|send to|reach out to|get in touch|e-?mail|contact)(?: us| me| him| her)?(?: at| on| by)?[:\s]{1,3}[\w.+-]{1,60}@[\w-]{1,60}\.\w{2}|get in touch\s?:"
    r"|(?:got|have you got) a (?:story|tip|news tip)\b|(?:e-?mail|call|contact) our (?:newsroom|newsdesk|news desk|editors?)\b"
    r"|have you been affected\b|share your (?:story|stories|views|thoughts) with us\b|do you need the services of\b"
    r"|tell us (?:by|what|about|your)\b|how will you be affected\b"
    r"|if you are reading this page and can.{0,3}t see the form"
    r"|are you affected by (?:the )?(?:issues|this)\b|share your experiences\b"
    r"|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}\.?$"
)
SUBSCRIBE = re.compile(
    r"(?i)(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|alerts?|channels?|updates?|briefings?|podcasts?|inbox|e-?paper|digest)\b"
    r"|subscribe (?:to|now|today|here)\b|(?:click|tap) (?:here|to|the link)\b|click\s?to\s?read"
    r"|(?:download|get|install) (?:our|the) .{0,30}\bapp\b|join (?:our|the) .{0,50}\b(?:whatsapp|telegram)\b"
    r"|get (?:the )?(?:latest|breaking|all|daily|more) .{0,60}\b(?:delivered|inbox|here|updates|alerts|app)\b"
    r"|listen to .{2,40} (?:live (?:at|on)|on bbc sounds|here)\b|for (?:more|the latest) (?:news|stories|updates|information)\b.{0,20}(?:visit|follow|click|log on|go to)"
    r"|visit (?:our|us)\b|watch (?:it )?live on\b|(?:this|the) (?:video|content) (?:can ?not|is not) (?:be )?(?:played|available)"
    r"|(?:please )?(?:enable|turn on) javascript|to play this video you need"
)
ALSO_READ = re.compile(
    r"(?i)\W{0,3}(?:(?:also|must|see|don.t miss)[ -]?(?:read|watch|see|listen)?|read(?: also| more| next| full story| the full story)?|related(?: stories| articles| news| posts?)?|recommended|"
    r"watch(?: also| live| more| video)?|listen|video|videos|photos?|gallery|in pictures|podcast|explainer|trending|more on this|top stor(?:y|ies)|editor.s picks?)\s{0,3}(?:[:|>»]|\s[–—-]\s)"
    r"|(?:read|see|watch) (?:our|the) (?:full|original|rest of the) (?:coverage|article|story|report|interview|statement|video)s?(?: here| below)?\W{0,3}$|read the original\b.{0,30}$"
    r"|continue reading\b.{0,60}$|keep reading\b.{0,20}$|lire la suite\b.{0,40}$|leia mais\b.{0,60}$|seguir leyendo\b.{0,40}$"
    r"|read (?:more|also)\b(?! than)|\W{0,3}(?:also read|read also)\b"
)
MOMENT = re.compile(r"(?i)(?:watch|see|listen to|hear) (?:the moment|how|as|live|more|again)\b.{0,150}[^.!?]$")
CONTRIBUTED = re.compile(r"(?i).{2,120}\bcontributed (?:to|reporting (?:to|for)) this (?:report|story|article|piece)\b")
HELPED = re.compile(
    r"(?:Reporters? |Correspondents? )?(?P<names>[A-Z].{2,120}?) (?:also )?(?:contributed|assisted)(?: (?:to|with))?(?: (?:reporting|research|additional reporting))?(?: from .{2,40})?\.?"
)
CREDITS = re.compile(
    r"\(?(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]esearch|[Gg]raphics?|[Pp]roduction|[Dd]ata analysis|[Dd]ata)"
    r"|Compiled|Edited|Written|Produced|Filmed|Translated|Video|Pictures?|Photography|Photographs?|Photos?|Illustrations?|Video journalists?|Video producers?)(?: by|:| via| courtesy of) (?P<names>.{2,150})"
)
COPYRIGHT = re.compile(
    r"(?i)(?:\W{0,3}copyright\b(?=.{0,40}(?:\d{4}|©|reserved|\(c\)))|©|\(c\)\s{0,2}\d{4}|.{0,60}\ball rights reserved\b|.{2,60}\s©)"
    r"|no part of this (?:publication|website|material|article|story)\b.{0,40}\bmay be\b|unauthori[sz]ed (?:use|copying|reproduction)\b.{0,60}\b(?:material|content|article|website|prohibited)\b"
    r"|tous droits réservés|todos os direitos reservados|todos los derechos reservados|haki zote zimehifadhiwa"
    r"|this material,? .{0,60}may not be (?:published|reproduced|broadcast)|.{0,120}may not be reproduced, published"
    r"|.{0,60}\bis not responsible for the content of external (?:sites|links)|.{0,200}express(?:ed)? written (?:permission|consent)"
)
SYNDICATED = re.compile(
    r"(?i)\W{0,3}(?:except for the headline|disclaimer:|this (?:story|article|report|copy) (?:has not been|was not|is|was) (?:edited|created|published|auto-generated|originally published|first published|generated)\b)"
    r"|\W{0,3}(?:the (?:writer|author) tweets\b|the post (?:.{1,300})?(?:appeared|was) first (?:appeared )?on\b|(?:this|the) (?:article|post|story) .{0,120}(?:appeared first|first appeared) (?:on|in)\b)"
    r"|(?:l.article|o post|el post|la entrada) .{1,300} (?:est apparu en premier sur|apareceu primeiro em|apareció primero en)\b"
    r"|\W{0,3}(?:views expressed|the views expressed|the opinions expressed)\b|\W{0,3}first published (?:on|at|in)\b.{0,60}$"
)
MORE_TO_COME = re.compile(
    r"(?i)\W{0,3}(?:more (?:updates?|details?|info(?:rmation)?|news|to)\b.{0,25}\b(?:follow|come|later|soon|shortly)\b.{0,20}$|more (?:follows|soon)\b.{0,10}$|details (?:later|shortly|soon|to follow)\b.{0,10}$"
    r"|(?:this|dis) (?:is|na) (?:a )?(?:developing|breaking)\b.{0,20}\b(?:story|news|tory)\b|(?:please )?(?:check back|refresh (?:this|the) page|stay tuned)\b"
    r"|(?:this|our) live (?:page|blog|coverage|feed) (?:is now|has now|has) (?:closed|ended|finished)\b|we will (?:bring you|have|post|publish) more\b.{0,60}$"
    r"|this (?:story|page|article|report|live page) (?:is being|will be|has been|was|is) updated\b)"
)
ADVERT = re.compile(
    r"(?i)\W{0,3}(?:advertisements?|ads?|sponsored(?: content| post)?|promoted(?: content)?|partner content|loading|skip (?:ad|to (?:content|main))|close)\W{0,3}$"
    r"|text ad\b|(?:article|story|content|text) continues (?:below|after)|support .{1,40}journalism\b|\W{0,3}donate\b.{0,60}$|make a (?:donation|contribution)\b|become a (?:member|subscriber|supporter)\b|enjoy(?:ing|ed)? (?:this|our) (?:story|article)\b|advertise (?:with|on|here)\b.{0,60}$|to advertise\b.{0,60}\b(?:call|contact|email)\b"
    r"|tired of ads\b|this (?:website|site) uses cookies\b|we use cookies\b|accept (?:all )?cookies\b"
)
SHOUTED = re.compile(
    r"(?i)\W{0,3}(?:urgent update|attention|sponsored|opportunity|notice)\s?[:!].{0,300}\b(?:click here|learn more|whatsapp|call now|apply now|register now|earn (?:from|up to|money|dollars|in))\b"
)
APPEAL = re.compile(  # a site that asks for money: it speaks of journalism, of us and of you
    r"(?i)(?=.{0,400}\bjournalism\b)(?=.{0,400}\b(?:you|your|we|our)\b)(?:at [\w ]{2,40}, )?(?:our|we|by (?:contributing|donating|supporting|subscribing)|if you|(?:please )?(?:help|support|donate|consider)|with your|your|for as little)\b"
)
COUNTER = re.compile(
    r"(?i)(?:hits|post views?|views?|comments?|shares?|likes?|reads?|page views?)\s{0,3}:?\s{0,3}[\d,.]{0,9}\s?[km]?$"
    r"|[\d,.]{1,9}\s?[km]? (?:comments?|shares?|views?|likes?|reads?|min(?:ute)?s?(?: read)?)$"
    r"|(?:estimated )?reading time\b.{0,30}$|leave a (?:comment|reply)\b.{0,30}$|(?:no|add|view|post) comments?(?: yet)?$"
    r"|(?:tags?|topics?|keywords?|filed under|categor(?:y|ies))\s{0,2}:.{0,200}$|(?:previous|next) (?:article|post|story)\b.{0,150}$|home\s?[>»/|].{0,150}$|skip to\b.{0,30}$|back to top$"
)
SAYING = re.compile(r"[\"“”]|\b(?:said|says|told|added|according to)\b")
LINK_CHARACTERS = 220  # a longer "link" has run into a sentence of the story
SMALL = frozenset(
    "and by in for of the editing writing reporting additional with from via de van da el at images image handout also".split()
)


def share_line(text: str) -> bool:
    """ "Follow us on Facebook", "Share this story"."""
    return bool(SHARE.match(text))


def contact_line(text: str) -> bool:
    """ "Send your story ideas to ...", "If you have a story suggestion, email ..."."""
    return bool(CONTACT.match(text))


def subscribe_line(text: str) -> bool:
    """ "Sign up for our newsletter", "Click here", "Listen to ... live at 12:45"."""
    return bool(SUBSCRIBE.match(text))


def also_read_link(text: str) -> bool:
    """ "READ ALSO: ...", "Read more about ...", "Watch: ...", "Watch the moment ..."."""
    return len(text) < LINK_CHARACTERS and bool(ALSO_READ.match(text) or MOMENT.match(text))


def reporting_credit(text: str) -> bool:
    """ "A Name contributed to this report.", "Reporting by A Name; Editing by Another"."""
    if CONTRIBUTED.match(text):
        return True
    match = HELPED.fullmatch(text) or CREDITS.match(text)
    return bool(match and _only_names(match["names"]))


def copyright_line(text: str) -> bool:
    """ "© 2026 ...", "All rights reserved. This material ... may not be reproduced"."""
    return bool(COPYRIGHT.match(text))


def syndication_note(text: str) -> bool:
    """ "The post ... appeared first on ...", "This story has not been edited by ..."."""
    return bool(SYNDICATED.match(text))


def promise_of_more(text: str) -> bool:
    """ "More to follow", "This is a developing story", "More updates go follow later..."."""
    return bool(MORE_TO_COME.match(text))


def advertisement(text: str) -> bool:
    """ "ADVERTISEMENT", "Story continues below", "Support ...'s journalism"."""
    return bool(ADVERT.match(text) or (APPEAL.match(text) and not SAYING.search(text)))


def shouted_advert(text: str) -> bool:
    """ "URGENT UPDATE: earn from home. Click here": the whole line, for its sentences alone read like news."""
    return len(text) < 500 and bool(SHOUTED.match(text))


def page_counter(text: str) -> bool:
    """ "Post Views: 312", "5 min read", "Tags: fuel, Lagos", "Leave a comment"."""
    return bool(COUNTER.match(text))


def _only_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= 16 and all(word[0].isupper() or word.lower() in SMALL for word in words)


SENTENCE_RULES = (
    share_line,
    contact_line,
    subscribe_line,
    also_read_link,
    reporting_credit,
    copyright_line,
    syndication_note,
    promise_of_more,
    advertisement,
    page_counter,
)
LINE_RULES = (shouted_advert,)
