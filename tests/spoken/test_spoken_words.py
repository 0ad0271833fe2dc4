"""What is written, and what is said: a table to read and to add to."""

import json
import subprocess
import sys

import pytest

from bulletin.model import Edit
from bulletin.voice.spoken import changes, spoken

MONEY = {
    "The state owes ₦4.7bn.": "The state owes four point seven billion naira.",
    "Fuel is N897/litre.": "Fuel is eight hundred and ninety-seven naira per litre.",
    "Rice at N78,500 a bag": "Rice at seventy-eight thousand five hundred naira a bag",
    "They shared N600 million naira.": "They shared six hundred million naira.",
    "an N95 mask": "an N ninety-five mask",
    "N95 million": "ninety-five million naira",
    "A dollar is ₦1,490.25 today.": "A dollar is one thousand four hundred and ninety naira twenty-five kobo today.",
    "₦1,490/$1": "one thousand four hundred and ninety naira to the dollar",
    "Tea costs KSh80 or KES 80.": "Tea costs eighty Kenyan shillings or eighty Kenyan shillings.",
    "GH¢0.75 and GHS 3bn": "seventy-five pesewas and three billion cedis",
    "R18.50, but the R21 highway": "eighteen rand fifty cents, but the R twenty-one highway",
    "2,500 FCFA": "two thousand five hundred C-F-A francs",
    "UGX 40m, TSh900 and ETB 12": "forty million Ugandan shillings, nine hundred Tanzanian shillings and twelve birr",
    "a $40m loan": "a forty million dollar loan",
    "$3-4 billion, £6m-£8m": "three to four billion dollars, six to eight million pounds",
    "$1, $0.05, £2.01": "one dollar, five cents, two pounds and one penny",
    "US$9m": "nine million U-S dollars",
    "₹3 crore, Rs 1,25,000": "three crore rupees, one hundred and twenty-five thousand rupees",
    "USD/NGN rose; the EUR/USD pair": "the U-S dollar against the naira rose; the euro U-S dollar pair",
    "Kz4bn, Frw2tn, MK7 billion": "four billion kwanzas, two trillion Rwandan francs, seven billion kwacha",
    "Zambia's K9.50": "Zambia's nine kwacha fifty ngwee",
    "In Banjul it is D30.": "In Banjul it is thirty dalasis.",
    "the D8 summit and a P5 veto": "the D eight summit and a P five veto",
    "China pays ¥9bn": "China pays nine billion yuan",
    "KES131.50/USD": "one hundred and thirty-one Kenyan shillings fifty cents to the U-S dollar",
    "on the N3, near the N2 highways": "on the N three, near the N two highways",
    "Pay an N500 fee between £6-£9.": "Pay a five hundred naira fee between six and nine pounds.",
    "$90/oz, $8/m²": "ninety dollars per ounce, eight dollars per square metre",
    "20€, 70p, -$5m": "twenty euros, seventy pence, minus five million dollars",
}
NUMBERS = {
    "4,018,226 people": "four million eighteen thousand two hundred and twenty-six people",
    "Rates of 27.5%, 3-4% and 0.25%": "Rates of twenty-seven point five percent, three to four percent and zero point two five percent",
    "18 per cent": "eighteen per cent",
    "between 20-30 people": "between twenty and thirty people",
    "Enyimba won 4-0.": "Enyimba won four nil.",
    "They lost 1-3 at home.": "They lost one three at home.",
    "children aged 6-9": "children aged six to nine",
    "passed by 71-22": "passed by seventy-one to twenty-two",
    "2/3 of them, ½, 3¼": "two thirds of them, one half, three and a quarter",
    "the 31st state": "the thirty-first state",
    "a 40-year-old and a 9-year-old": "a forty-year-old and a nine-year-old",
    "a 41-year-old": "a forty-one year-old",
    "700k and 1.9mn users": "seven hundred thousand and one point nine million users",
    "8m people ran the 100m": "eight million people ran the one hundred metres",
    "-6°C to 41°C": "minus six degrees Celsius to forty-one degrees Celsius",
    "34km, 1kg, a 6km road": "thirty-four kilometres, one kilogram, a six kilometre road",
    "530 km² or 53,000 ha": "five hundred and thirty square kilometres or fifty-three thousand hectares",
    "80kg (176lb)": "eighty kilograms, one hundred and seventy-six pounds",
    "5'9\" tall": "five feet nine inches tall",
    "1.6m bpd, 450MW, 90 km/h": "one point six million barrels a day, four hundred and fifty megawatts, ninety kilometres an hour",
    "odds of 7:2, 24/7, 4-3-3": "odds of seven to two, twenty-four seven, four three three",
    "2 + 3 = 5 & ~60": "two plus three equals five and about sixty",
    "٤٥ １２ 𝟟": "forty-five twelve seven",
    "Bill No. 9, Nos. 4 and 5": "Bill number nine, numbers four and five",
    "3,07,418 cases": "three hundred and seven thousand four hundred and eighteen cases",
    "2,7 million": "two point seven million",
    "shares rose +1.4%, oil fell by -2%": "shares rose one point four percent, oil fell by two percent",
    "a 50/50 or 50:50 split": "a fifty-fifty or fifty-fifty split",
    "a blood pressure of 135/85": "a blood pressure of one hundred and thirty-five over eighty-five",
    "Section 12B and Room 4B": "Section twelve B and Room four B",
    "a 1-in-50-year flood": "a one-in-fifty-year flood",
    "100,000s of birds": "hundreds of thousands of birds",
    "31µg/m³ of NO2": "thirty-one micrograms a cubic metre of N-O two",
    "6.45° N, 7°30'15\"E": "six point four five degrees north, seven degrees thirty minutes fifteen seconds east",
    "2nd with 41 pts (GD +17)": "second with forty-one points, goal difference plus seventeen",
    "scored in the 88' and 45+2'": "scored in the eighty-eighth minute and the forty-fifth minute plus two",
    "won 4-2 pens; ran it in 12:35.36": "won four two on penalties; ran it in twelve minutes thirty-five point three six seconds",
    "Psalm 23:1-4, Matt. 5:9": "Psalm twenty-three one to four, Matthew five nine",
    "007": "zero zero seven",
    "It won 52.3% to 47.7%.": "It won fifty-two point three percent to forty-seven point seven percent.",
    "10⁶ m², said.¹": "ten to the power six square metres, said.",
}
TIMES = {
    "on 14 Feb. 2026": "on the fourteenth of February twenty twenty-six",
    "the 14 February vote": "the fourteenth of February vote",
    "on Feb. 14, 2026": "on February fourteenth twenty twenty-six",
    "on 02/11/1963": "on the second of November nineteen sixty-three",
    "2026-02-14": "the fourteenth of February twenty twenty-six",
    "30 May-2 June": "the thirtieth of May to the second of June",
    "In March 12 boats sank": "In March twelve boats sank",
    "in 1914, 2008 and 2019": "in nineteen fourteen, two thousand and eight and twenty nineteen",
    "About 1950 people came in 1950.": "About one thousand nine hundred and fifty people came in nineteen fifty.",
    "1600 soldiers": "one thousand six hundred soldiers",
    "the 1970s and '80s": "the nineteen seventies and eighties",
    "from 2011-2015": "from twenty eleven to twenty fifteen",
    "mid-2024": "mid-twenty twenty-four",
    "in Q3, Q2 profit in H1 2026": "in the third quarter, second-quarter profit in the first half of twenty twenty-six",
    "FY26, an Audi Q3": "financial year twenty twenty-six, an Audi Q three",
    "between 5-7pm": "between five and seven P-M",
    "3°C by 2100": "three degrees Celsius by twenty-one hundred",
    "at 6:45 p.m. WAT": "at six forty-five P-M W-A-T",
    "at 6.05pm, 8am": "at six oh five P-M, eight A-M",
    "He left at 9 p.m. The road was clear.": "He left at nine P-M. The road was clear.",
    "19:30 GMT and 0500hrs": "nineteen thirty G-M-T and zero five hundred hours",
    "8-10am, 9am-1pm": "eight to ten A-M, nine A-M to one P-M",
}
NAMES = {
    "EFCC, INEC and NDLEA": "E-F-C-C, Inec and N-D-L-E-A",
    "The US told us.": "The U-S told us.",
    "the WHO, and who pays": "the W-H-O, and who pays",
    "the UK's MPs": "the U-K's M-P's",
    "an APC-led house": "an A-P-C led house",
    "U.N. envoys left the U.K. They flew.": "U-N envoys left the U-K. They flew.",
    "Pope Pius XII, King George VI, Elizabeth I": "Pope Pius the twelfth, King George the sixth, Elizabeth the first",
    "World War I, Part IV, Group C": "World War one, Part four, Group C",
    "Malcolm X and I": "Malcolm X and I",
    "T.Y. Danjuma, Dr. O. A. Bello": "T-Y Danjuma, Doctor O-A Bello",
    "Engr. Ojo, Alh. Sule and Barr. Eze": "Engineer Ojo, Alhaji Sule and Barrister Eze",
    "Rt. Hon. Obi met Lt. Gen. Yusuf": "Right Honourable Obi met Lieutenant General Yusuf",
    "St. Luke's, 4 Marina St.": "Saint Luke's, four Marina Street.",
    "Acme Ltd. said. It sold Bolt Inc.": "Acme Limited said. It sold Bolt Incorporated.",
    "Kano vs. Jos, e.g. in 5G": "Kano versus Jos, for example in five G",
    "Flight QP506, an A320": "Flight Q-P five zero six, an A-three twenty",
    "a 737 MAX, F-35s, AK-47": "a seven thirty-seven Max, F thirty-fives, A-K forty-seven",
    "COVID-19, H1N1, CO2, U-17": "Covid nineteen, H one N one, C-O two, under seventeen",
    "R&B, AT&T": "R and B, A-T and T",
    "GOVERNOR SIGNS LAW AS NLC ENDS STRIKE": "Governor Signs law as N-L-C Ends Strike",
    "They met AKUFO-ADDO in OUAGADOUGOU and N'DJAMENA.": "They met Akufo-Addo in Ouagadougou and N'Djamena.",
    "WANG YI SEES BIYA IN YAOUNDE": "Wang Yi Sees Biya in Yaounde",
    "He did NOT resign.": "He did not resign.",
}
ADDRESSES = {
    "Dial 199 or 0705 123 4567": "Dial one nine nine or zero seven zero five, one two three, four five six seven",
    "+234 809 555 0101": "plus two three four, eight zero nine, five five five, zero one zero one",
    "*737*1# now": "star seven three seven star one hash now",
    "Text JOIN to 32811": "Text Join to three two eight one one",
    "BVN 22212345678": "B-V-N two two two one two three four five six seven eight",
    "Go to www.99fm.ng/live.": "Go to W-W-W dot ninety-nine F-M dot N-G slash live.",
    "desk_2@radio.org": "desk underscore two at radio dot org",
    "#KanoVotes2027 @wazobia_1": "hashtag Kano Votes twenty twenty-seven at wazobia underscore one",
}
PUNCTUATION = {
    "“Stop,” he said – ‘now’.": "Stop, he said – now.",
    "Lagos (Nigeria) [sic]": "Lagos, Nigeria, sic",
    "• One • Two → three": "One, Two, three",
    "Well... yes! 🎉™": "Well, yes!",
    "===== News =====": "News",
    "Ile-Ifẹ̀ ta ƙofa": "Ile-Ifẹ̀ ta ƙofa",
    "\x00\ud800\u202e": "",
}
TABLE = MONEY | NUMBERS | TIMES | NAMES | ADDRESSES | PUNCTUATION


@pytest.mark.parametrize(("raw", "said"), TABLE.items(), ids=range(len(TABLE)))
def test_is_said_so(raw: str, said: str) -> None:
    assert spoken(raw) == said


def test_plain_prose_stays_as_it_is() -> None:
    prose = "Farmers' leaders from Ilé-Ifẹ̀ won't wait; they ask: who pays? The minister, a lawyer, hasn't said."
    assert spoken(prose) == prose
    assert changes(prose) == ()


def test_a_station_s_own_words_win() -> None:
    words = {"NNPC": "the oil company", "5G": "five gee", "naira": "nye-ra", "Owerri": "O where ri 2"}
    assert (
        spoken("NNPC has 5G; Naira fell in Owerri.", words=words)
        == "the oil company has five gee; nye-ra fell in O where ri two."
    )
    assert spoken("NNPC's men", words=words) == "the oil company's men"
    assert spoken("NNPCL and nairaland", words=words) == "N-N-P-C-L and nairaland"


def test_the_trace_names_each_rule_and_its_words() -> None:
    assert changes("EFCC found N2bn in Mt. Kisi.") == (
        Edit("title", "Mt.", "Mount"),
        Edit("money", "N2bn", "two billion naira"),
        Edit("capitals", "EFCC", "E-F-C-C"),
    )


@pytest.mark.parametrize(
    ("language", "raw", "said"),
    [
        ("fr", "Il a 3,5 % et 1 200 €.", "Il a trois virgule cinq pour cent et mille deux cents euros."),
        ("pt", "25 pessoas", "vinte e cinco pessoas"),
        ("sw", "mwaka 2025", "mwaka elfu mbili na ishirini na tano"),
        ("ha", "mutane 115", "mutane ɗari da goma sha biyar"),
        ("yo", "12", "ọ̀kan èjì"),
        ("en-NG", "12", "twelve"),
        ("no-such", "7", "syv"),
        ("", "7", "seven"),
    ],
)
def test_other_languages_have_their_numbers_said(language: str, raw: str, said: str) -> None:
    assert spoken(raw, language) == said


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import bulletin.voice.spoken.english, sys, json; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
    assert not {"num2words", "numpy", "hibari", "onnxruntime"} & set(loaded)
