"""Words by which a story in French, Hausa or Swahili is known to be grave, so that no light sound stands beside it.

A short list for each, from how the BBC's services in these languages tell of such things.  It errs to the grave side,
and an editor decides.  What is never said in English stories (the method of a suicide, the name of a minor) cannot be
told from other words here: docs/languages.md says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from .patterns import regex

_KINDS = {
    "fr": {
        "suicide": r"suicid\w*|mis fin à ses jours|s'est donné la mort",
        "sexual violence": r"viol(?:s|é|ée|és|ées|er|eur|eurs)?|violences? sexuelles?|agressions? sexuelles?|inceste|pédophil\w*",
        "a minor": r"mineure?s?|fillettes?|garçonnets?|nourrissons?|bébés?|écolières?|écoliers?|enfants?",
        "death": r"morte?s?|mortel(?:s|le|les)?|décès|décédée?s?|tuée?s?|tuer|tuerie|meurtres?|meurtrière?s?|assassin\w*|cadavres?|noyée?s?|massacres?|deuil|obsèques",
        "an accusation that is not proven": r"accusée?s?|soupçonnée?s?|présumée?s?|inculpée?s?|mise? en examen|arrêtée?s?|interpellée?s?",
    },
    "ha": {
        "suicide": r"kashe kan(?:sa|ta|su)|kunar bakin wake",
        "sexual violence": r"f[yɗ]aɗe|fyade|cin zarafi|lalata da",
        "a minor": r"yara|yaro|yarinya|'?ƴan mata|jariri|jarirai|ƙananan yara|ɗalibai",
        "death": r"mutu|mutuwa\w*|mutuwar|mace-mace|mamata|gawa|gawar|gawarwaki\w*|kashe|kashe-kashe|kisa|kisan|rasu|rasuwa\w*|rasa ransu|rasa rayukan?su|hallaka|halaka|nutse|jana'iza|marigayi",
        "an accusation that is not proven": r"zarg[ie]\w*|ake zargi|tuhum\w*|kama|tsare",
    },
    "sw": {
        "suicide": r"kujiua|alijiua|amejiua|walijiua|kujitoa uhai|alijinyonga|amejinyonga",
        "sexual violence": r"\w*baka(?:ji|wa)?|ubakaji|unyanyasaji wa kingono|udhalilishaji|ulawiti",
        "a minor": r"watoto|mtoto|wasichana|msichana|wavulana|mvulana|kichanga|wanafunzi",
        "death": r"\w*fariki\w*|kifo|vifo|kufa|alikufa|amekufa|wamekufa|walikufa|\w*uawa|\w*ua watu|\w*meua\w*|\w*liua\w*|mauaji|maiti|mwili wa|miili|marehemu|mazishi|\w*poteza maisha|waliopoteza maisha|walizama",
        "an accusation that is not proven": r"\w*tuhumiwa|tuhuma|watuhumiwa|mtuhumiwa|washukiwa|mshukiwa|\w*shtakiwa|\w*kamatwa|\w*daiwa",
    },
}
_PATTERNS = {
    language: {kind: regex(rf"(?<!\w)(?:{words})(?!\w)") for kind, words in kinds.items()}
    for language, kinds in _KINDS.items()
}
LONGEST = 20_000  # letters that are looked at


def sensitive_in(texts: Iterable[str], language: str) -> tuple[str, ...]:
    """A warning for the editor where the texts touch on one of the five kinds; () in a language without a list."""
    low = " ".join(texts)[:LONGEST].lower().replace("’", "'")
    kinds = [kind for kind, pattern in _PATTERNS.get(language, {}).items() if pattern.search(low)]
    if not kinds:
        return ()
    return (f"a sensitive story ({', '.join(kinds)}): read it before it is aired, and put no light sting beside it",)
