"""Numbers with units: 70km, 45°C, 1,171 km², 5'11", 2.5-3%, 15m people, 900k."""

from __future__ import annotations

import re
from typing import NamedTuple

from .money import scale_of
from .numerals import NUMBER, is_one, said
from .rule import DIGITS, Match, Rule, clause_before, qualifies, to, word_after, word_before


class Unit(NamedTuple):
    """What one and many are called."""

    one: str
    many: str


def _s(one: str) -> Unit:
    return Unit(one, one + "s")


UNITS = {
    "km": _s("kilometre"), "kms": _s("kilometre"), "cm": _s("centimetre"), "mm": _s("millimetre"), "nm": _s("nanometre"),
    "µm": _s("micrometre"), "μm": _s("micrometre"), "mi": _s("mile"), "ft": Unit("foot", "feet"), "yd": _s("yard"), "yds": _s("yard"),
    "in": Unit("inch", "inches"), "inch": Unit("inch", "inches"), "nmi": _s("nautical mile"),
    "km/h": Unit("kilometre an hour", "kilometres an hour"), "kmh": Unit("kilometre an hour", "kilometres an hour"),
    "kph": Unit("kilometre an hour", "kilometres an hour"), "kmph": Unit("kilometre an hour", "kilometres an hour"),
    "mph": Unit("mile an hour", "miles an hour"), "m/s": Unit("metre a second", "metres a second"), "kt": _s("knot"), "kts": _s("knot"),
    "km^2": _s("square kilometre"), "sq km": _s("square kilometre"), "sqkm": _s("square kilometre"), "sq. km": _s("square kilometre"),
    "km2": _s("square kilometre"), "m^2": _s("square metre"), "sq m": _s("square metre"), "sqm": _s("square metre"),
    "sq. m": _s("square metre"), "m2": _s("square metre"), "sq ft": Unit("square foot", "square feet"),
    "sq. ft": Unit("square foot", "square feet"), "sqft": Unit("square foot", "square feet"), "ft^2": Unit("square foot", "square feet"),
    "sq mi": _s("square mile"), "sq. mi": _s("square mile"), "sq miles": _s("square mile"), "cm^2": _s("square centimetre"),
    "mi^2": _s("square mile"), "mm^2": _s("square millimetre"), "mi^3": _s("cubic mile"), "mm^3": _s("cubic millimetre"),
    "m^3": _s("cubic metre"), "m3": _s("cubic metre"), "cu m": _s("cubic metre"), "cbm": _s("cubic metre"), "cm^3": _s("cubic centimetre"),
    "km^3": _s("cubic kilometre"), "cc": _s("c c"), "cu ft": Unit("cubic foot", "cubic feet"), "ft^3": Unit("cubic foot", "cubic feet"),
    "cusecs": Unit("cusec", "cusecs"), "ha": _s("hectare"), "kg": _s("kilogram"), "kgs": _s("kilogram"), "g": _s("gram"), "gm": _s("gram"),
    "mg": _s("milligram"), "µg": _s("microgram"), "μg": _s("microgram"), "mcg": _s("microgram"), "lb": _s("pound"), "lbs": _s("pound"),
    "oz": _s("ounce"), "t": _s("tonne"), "MT": Unit("metric tonne", "metric tonnes"), "mt": Unit("metric tonne", "metric tonnes"),
    "l": _s("litre"), "L": _s("litre"), "ml": _s("millilitre"), "mL": _s("millilitre"), "cl": _s("centilitre"),
    "µg/m^3": Unit("microgram a cubic metre", "micrograms a cubic metre"), "μg/m^3": Unit("microgram a cubic metre", "micrograms a cubic metre"),
    "W": _s("watt"), "kW": _s("kilowatt"), "KW": _s("kilowatt"), "MW": _s("megawatt"), "GW": _s("gigawatt"), "TW": _s("terawatt"),
    "MWp": _s("megawatt peak"), "kWh": _s("kilowatt hour"), "KWh": _s("kilowatt hour"), "kwh": _s("kilowatt hour"), "MWh": _s("megawatt hour"),
    "GWh": _s("gigawatt hour"), "TWh": _s("terawatt hour"), "V": _s("volt"), "kV": _s("kilovolt"), "KV": _s("kilovolt"),
    "kVA": Unit("kilovolt amp", "kilovolt amps"), "KVA": Unit("kilovolt amp", "kilovolt amps"), "MVA": Unit("megavolt amp", "megavolt amps"),
    "mAh": Unit("milliamp hour", "milliamp hours"), "Hz": Unit("hertz", "hertz"), "kHz": Unit("kilohertz", "kilohertz"),
    "MHz": Unit("megahertz", "megahertz"), "GHz": Unit("gigahertz", "gigahertz"), "KB": _s("kilobyte"), "kB": _s("kilobyte"),
    "MB": _s("megabyte"), "GB": _s("gigabyte"), "TB": _s("terabyte"), "PB": _s("petabyte"), "Mbps": Unit("megabit a second", "megabits a second"),
    "Mb/s": Unit("megabit a second", "megabits a second"), "Gbps": Unit("gigabit a second", "gigabits a second"),
    "kbps": Unit("kilobit a second", "kilobits a second"), "bpd": Unit("barrel a day", "barrels a day"), "b/d": Unit("barrel a day", "barrels a day"),
    "bbl": _s("barrel"), "bbl/d": Unit("barrel a day", "barrels a day"), "bopd": Unit("barrel of oil a day", "barrels of oil a day"),
    "kbpd": Unit("thousand barrels a day", "thousand barrels a day"), "mbpd": Unit("million barrels a day", "million barrels a day"),
    "mb/d": Unit("million barrels a day", "million barrels a day"), "mbd": Unit("million barrels a day", "million barrels a day"),
    "boe": Unit("barrel of oil equivalent", "barrels of oil equivalent"), "scf": Unit("standard cubic foot", "standard cubic feet"),
    "mmscfd": Unit("million standard cubic feet a day", "million standard cubic feet a day"), "bcf": Unit("billion cubic feet", "billion cubic feet"),
    "tcf": Unit("trillion cubic feet", "trillion cubic feet"), "TCF": Unit("trillion cubic feet", "trillion cubic feet"),
    "mmbtu": Unit("million British thermal units", "million British thermal units"), "mtpa": Unit("million tonnes a year", "million tonnes a year"),
    "°C": Unit("degree Celsius", "degrees Celsius"), "° C": Unit("degree Celsius", "degrees Celsius"), "ºC": Unit("degree Celsius", "degrees Celsius"),
    "°F": Unit("degree Fahrenheit", "degrees Fahrenheit"), "° F": Unit("degree Fahrenheit", "degrees Fahrenheit"),
    "degC": Unit("degree Celsius", "degrees Celsius"), "°": _s("degree"), "deg": _s("degree"),
    "hr": _s("hour"), "hrs": _s("hour"), "min": _s("minute"), "mins": _s("minute"), "sec": _s("second"), "secs": _s("second"),
    "ms": _s("millisecond"), "yr": _s("year"), "yrs": _s("year"), "mth": _s("month"), "mths": _s("month"), "wk": _s("week"), "wks": _s("week"),
    "dB": _s("decibel"), "ppm": Unit("part per million", "parts per million"), "rpm": Unit("revolution a minute", "revolutions a minute"),
    "C": Unit("degree Celsius", "degrees Celsius"), "psi": Unit("pound per square inch", "pounds per square inch"), "hPa": _s("hectopascal"), "kPa": _s("kilopascal"), "mbar": _s("millibar"),
    "s": _s("second"), "kJ": _s("kilojoule"), "kcal": _s("kilocalorie"), "cal": _s("calorie"), "hp": Unit("horsepower", "horsepower"), "bhp": Unit("brake horsepower", "brake horsepower"),
    "tCO2": Unit("tonne of CO2", "tonnes of CO2"), "tCO2e": Unit("tonne of CO2 equivalent", "tonnes of CO2 equivalent"),
    "MtCO2": Unit("million tonnes of CO2", "million tonnes of CO2"), "%": Unit("percent", "percent"), "pc": Unit("percent", "percent"),
    "pct": Unit("percent", "percent"), "pp": Unit("percentage point", "percentage points"), "ppt": Unit("percentage point", "percentage points"),
    "ppts": Unit("percentage point", "percentage points"), "bp": Unit("basis point", "basis points"), "bps": Unit("basis point", "basis points"),
    "‰": Unit("per mille", "per mille"), "pts": _s("point"), "ov": _s("over"), "g/km": Unit("gram a kilometre", "grams a kilometre"), "GtCO2": Unit("billion tonnes of CO2", "billion tonnes of CO2"), "Gt": Unit("billion tonnes", "billion tonnes"), "Mt": Unit("million tonnes", "million tonnes"), "pt": _s("point"), "Pts": _s("point"), "knots": _s("knot"),
    "µg/m3": Unit("microgram a cubic metre", "micrograms a cubic metre"), "μg/m3": Unit("microgram a cubic metre", "micrograms a cubic metre"),
    "ug/m3": Unit("microgram a cubic metre", "micrograms a cubic metre"), "kg/m3": Unit("kilogram a cubic metre", "kilograms a cubic metre"),
    "m3/s": Unit("cubic metre a second", "cubic metres a second"), "m^3/s": Unit("cubic metre a second", "cubic metres a second"),
}  # fmt: skip
# These mean a unit only when they touch the number: "5 in 10" is no five inches.
_TOUCHING = frozenset("s C in t l L g V W min hp deg cal yd kt gm sec".split())
_LETTERED = frozenset(
    "section class form annex article chapter part room block flat gate row plot house ward stage terminal seat hall suite shop wing grade form bus group level appendix schedule no number".split()
)
_TRACK = frozenset("60 100 110 200 400 800 1500 3000 5000 10000".split())
# "100m" is a length beside these, and a hundred million elsewhere.
_RACES = frozenset(
    "sprint race races final finals hurdles freestyle relay butterfly backstroke breaststroke medley heats heat semi-final".split()
)
_LENGTH_AFTER = frozenset(
    "tall high deep wide long away above below dash pool record runner champion title gold silver bronze event swim"
    " steeplechase radius offshore inland underground underwater downstream upstream apart thick dam tower statue wall"
    " trench fence drop fall climb dive tunnel crater rise men's women's".split()
)
_LENGTH_BEFORE = re.compile(
    r"(?:height|depth|width|length|distance|altitude|radius|diameter|tall|wide|deep|high|within|ran|jump(?:ed)?|leap"
    r"|threw|throws?|cleared|swam|sprint|waves?|walked|fell|metres?|dash|hurdles|relay)[\w ]{0,24}$"
)
_JOINED = re.compile(r"(?:,| and| or|, and) \d{2,5}m ([A-Za-z'-]{1,20})")
_COUNTED = frozenset(
    "people voters users customers subscribers children barrels bags tonnes dollars naira jobs viewers".split()
)
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_END = r"(?![\w^]|\.\d)"
_WORD_SCALE = (
    r"(?P<scale>(?: ?-?(?:hundred|thousand|million|billion|trillion|lakh|crore)s?| ?(?:mn|bn|tn|trn)|[km](?= )))?"
)


def _unit(match: Match) -> str | None:
    name, number, gap = match["unit"], match["number"], match["gap"]
    unit = UNITS[name]
    if name == "s" and "." not in number:
        return None  # only races are timed so: 9.58s
    if name == "C" and word_before(match).lower() in _LETTERED:
        return None  # Section 4C
    if (gap and name in _TOUCHING) or (name == "in" and match.string[match.end() : match.end() + 1] == "-"):
        return None  # 5 in 10; 1-in-100
    scale = scale_of(match["scale"])
    one = qualifies(match) or (is_one(number) and not scale)
    low = ""
    if match["low"]:
        low = f"{said(match['low'])} {to(match)} "
    minus = "minus " if match["minus"] else ""
    words = f"{minus}{low}{said(number)} {scale} {unit.one if one else unit.many}".replace("  ", " ")
    return words + (" " if match.string[match.end() : match.end() + 1] == "(" else "")


def _metres_or_millions(match: Match) -> str:
    number, low = match["number"], f"{said(match['low'])} {to(match)} " if match["low"] else ""
    after = word_after(match)
    if match["gap"] and after not in _COUNTED:
        return f"{low}{said(number)} {'metre' if qualifies(match) or is_one(number) else 'metres'}"
    if after.lower() in _RACES:
        return f"{low}{said(number)} metre"
    joined = _JOINED.match(match.string, match.end())
    if joined and (joined[1].lower() in _RACES or joined[1].lower() in _LENGTH_AFTER):
        return f"{low}{said(number)} metre"  # "the 200m and 400m races"
    track = number in _TRACK and word_before(match) in ("the", "di", "women's", "men's") and after not in _COUNTED
    if (
        track
        or "," in number
        or after.lower() in _LENGTH_AFTER
        or (after not in _COUNTED and _LENGTH_BEFORE.search(clause_before(match)))
    ):
        unit = "metre" if qualifies(match) or is_one(number) else "metres"
        return f"{low}{said(number)} {unit}"
    return f"{low}{said(number)} million"


def _scaled(match: Match) -> str | None:
    if len(match["scale"]) == 1 and word_before(match).lower() in _LETTERED:
        return None  # Room 4B
    low = f"{said(match['low'])} {to(match)} " if match["low"] else ""
    return f"{low}{said(match['number'])} {scale_of(match['scale'])}"


def _feet(match: Match) -> str:
    feet, inches = match[1], match[2]
    words = f"{said(feet)} {'foot' if is_one(feet) else 'feet'}"
    return f"{words} {said(inches)} {'inch' if is_one(inches) else 'inches'}" if inches else words


def _per(match: Match) -> str:
    return UNITS[match[1]].one


def _dual(match: Match) -> str:
    return f"{match[1]} {match[2]}, "


_LOW = rf"(?P<low>(?:{NUMBER})(?=(?:(?:%|°C?|km|kg)? ?[-–—]| to) ?[\d.]))?(?(low)(?:(?:%|°C?|km|kg)? ?[-–—]| to) ?)"
_START = r"(?P<minus>(?<![\w)])[-](?=[\d.]))?(?<![\w.,:/])(?<!\d[-–])"


def _hours_minutes(match: Match) -> str:
    hours, minutes = match.groups()
    return f"{said(hours)} {'hour' if is_one(hours) else 'hours'} {said(minutes)} {'minute' if is_one(minutes) else 'minutes'}"


RULES = (
    Rule("hours and minutes", re.compile(r"(?<![\w.,])(\d{1,2})h ?(\d{1,2})m(?:ins?)?(?!\w)"), _hours_minutes, DIGITS),
    Rule("feet and inches", re.compile(r"(?<![\w.,])(\d{1,2}) ?(?:ft\.?|') ?(\d{1,2}) ?(?:inches|ins?\b\.?|\")"), _feet, DIGITS),
    Rule("two units", re.compile(rf"(?<![\w.,])((?:{NUMBER})) ?((?:km|kg|cm|mm|ft|lb|lbs|mph|kph|°C|°F|m|mi|ha|acres|hectares|miles|metres|kilometres|feet))/(?=\d)"), _dual, DIGITS),
    Rule("per unit", re.compile(rf"(?<=\bper )({_UNIT})(?![\w^/])"), _per),
    Rule("unit", re.compile(rf"{_START}{_LOW}(?P<number>{NUMBER}){_WORD_SCALE}(?P<gap> ?)-?(?P<unit>{_UNIT}){_END}"), _unit, DIGITS),
    Rule("metres or millions", re.compile(rf"(?<![\w.,:/-]){_LOW}(?P<number>{NUMBER})(?:(?P<gap> )|-)?m(?![\w^/'.&])"), _metres_or_millions, DIGITS),
    Rule(
        "thousands and millions",
        re.compile(rf"(?<![\w.,:/-]){_LOW}(?P<number>{NUMBER}) ?(?P<scale>mln|bln|trn|mn|bn|Bn|BN|tn|k|(?<=\d\d)K|M|(?<=\d)B)(?![\w&/-])"),
        _scaled,
        DIGITS,
    ),
)  # fmt: skip
