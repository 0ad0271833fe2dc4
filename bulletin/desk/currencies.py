"""What money and measures are called: the sign or short form as it is written, and one and many in words.  Data, no rules.

The words are the ones in use in English-language news; the codes are those of ISO 4217.
"""

from __future__ import annotations

SIGNS = {
    "$": ("dollar", "dollars"), "£": ("pound", "pounds"), "€": ("euro", "euros"), "₦": ("naira", "naira"),
    "¥": ("yen", "yen"), "₹": ("rupee", "rupees"), "₵": ("cedi", "cedis"), "₽": ("rouble", "roubles"),
    "US$": ("US dollar", "US dollars"), "U.S.$": ("US dollar", "US dollars"), "A$": ("Australian dollar", "Australian dollars"),
    "AU$": ("Australian dollar", "Australian dollars"), "C$": ("Canadian dollar", "Canadian dollars"),
    "CA$": ("Canadian dollar", "Canadian dollars"), "NZ$": ("New Zealand dollar", "New Zealand dollars"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars"), "S$": ("Singapore dollar", "Singapore dollars"),
    "N$": ("Namibian dollar", "Namibian dollars"), "R$": ("real", "reais"), "GH¢": ("cedi", "cedis"), "GH₵": ("cedi", "cedis"),
    "GHC": ("cedi", "cedis"), "GHS": ("cedi", "cedis"), "Ksh": ("Kenyan shilling", "Kenyan shillings"),
    "KSh": ("Kenyan shilling", "Kenyan shillings"), "KSH": ("Kenyan shilling", "Kenyan shillings"),
    "Kshs": ("Kenyan shilling", "Kenyan shillings"), "KES": ("Kenyan shilling", "Kenyan shillings"),
    "UGX": ("Ugandan shilling", "Ugandan shillings"), "USh": ("Ugandan shilling", "Ugandan shillings"),
    "TSh": ("Tanzanian shilling", "Tanzanian shillings"), "TZS": ("Tanzanian shilling", "Tanzanian shillings"),
    "Sh": ("shilling", "shillings"), "Shs": ("shilling", "shillings"), "Rs": ("rupee", "rupees"), "Rs.": ("rupee", "rupees"),
    "INR": ("rupee", "rupees"), "PKR": ("Pakistani rupee", "Pakistani rupees"), "NGN": ("naira", "naira"),
    "USD": ("US dollar", "US dollars"), "EUR": ("euro", "euros"), "GBP": ("pound", "pounds"), "ZAR": ("rand", "rand"),
    "CAD": ("Canadian dollar", "Canadian dollars"), "AUD": ("Australian dollar", "Australian dollars"),
    "JPY": ("yen", "yen"), "CNY": ("yuan", "yuan"), "RMB": ("yuan", "yuan"), "AED": ("dirham", "dirhams"),
    "CHF": ("Swiss franc", "Swiss francs"), "CFA": ("CFA franc", "CFA francs"), "FCFA": ("CFA franc", "CFA francs"),
    "XOF": ("CFA franc", "CFA francs"), "XAF": ("CFA franc", "CFA francs"), "ZMW": ("kwacha", "kwacha"), "MWK": ("kwacha", "kwacha"),
    "ETB": ("birr", "birr"), "RWF": ("Rwandan franc", "Rwandan francs"),
}  # fmt: skip
LETTERS = {"N": ("naira", "naira"), "R": ("rand", "rand"), "K": ("kwacha", "kwacha")}  # money only in some company

SCALE_WORDS = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "million": "million", "b": "billion", "bn": "billion",
    "bln": "billion", "billion": "billion", "t": "trillion", "tn": "trillion", "trn": "trillion", "tr": "trillion", "trillion": "trillion",
    "thousand": "thousand", "hundred": "hundred", "lakh": "lakh", "lakhs": "lakh", "lac": "lakh", "crore": "crore",
    "crores": "crore", "cr": "crore",
}  # fmt: skip

UNITS = {
    "km/h": ("kilometre an hour", "kilometres an hour"), "kmph": ("kilometre an hour", "kilometres an hour"),
    "km/hr": ("kilometre an hour", "kilometres an hour"), "km/hour": ("kilometre an hour", "kilometres an hour"),
    "kmh": ("kilometre an hour", "kilometres an hour"), "kph": ("kilometre an hour", "kilometres an hour"),
    "mph": ("mile an hour", "miles an hour"), "sq km": ("square kilometre", "square kilometres"),
    "sq. km": ("square kilometre", "square kilometres"), "sqkm": ("square kilometre", "square kilometres"),
    "km²": ("square kilometre", "square kilometres"), "km2": ("square kilometre", "square kilometres"),
    "sq m": ("square metre", "square metres"), "sqm": ("square metre", "square metres"), "m²": ("square metre", "square metres"),
    "sq ft": ("square foot", "square feet"), "sq. ft": ("square foot", "square feet"), "sqft": ("square foot", "square feet"),
    "sq mi": ("square mile", "square miles"), "km": ("kilometre", "kilometres"), "kms": ("kilometre", "kilometres"),
    "cm": ("centimetre", "centimetres"), "cms": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"), "ft": ("foot", "feet"),
    "kg": ("kilogram", "kilograms"), "kgs": ("kilogram", "kilograms"), "mg": ("milligram", "milligrams"), "gm": ("gram", "grams"),
    "gms": ("gram", "grams"), "ml": ("millilitre", "millilitres"), "ha": ("hectare", "hectares"), "lbs": ("pound", "pounds"),
    "lb": ("pound", "pounds"), "kW": ("kilowatt", "kilowatts"), "MW": ("megawatt", "megawatts"), "GW": ("gigawatt", "gigawatts"),
    "kWh": ("kilowatt hour", "kilowatt hours"), "MWh": ("megawatt hour", "megawatt hours"),
    "GWh": ("gigawatt hour", "gigawatt hours"), "kV": ("kilovolt", "kilovolts"), "bpd": ("barrel a day", "barrels a day"),
    "hrs": ("hour", "hours"), "mins": ("minute", "minutes"), "secs": ("second", "seconds"), "yrs": ("year", "years"),
    "°C": ("degree Celsius", "degrees Celsius"), "°F": ("degree Fahrenheit", "degrees Fahrenheit"), "ºC": ("degree Celsius", "degrees Celsius"),
}  # fmt: skip

# What is counted in round figures: things and people that nobody counts to the last one.
COUNTED = frozenset(
    "people persons men women children cases patients students pupils teachers nurses doctors workers employees staff jobs"
    " households families homes houses buildings residents inhabitants villagers citizens migrants refugees evacuees pilgrims"
    " passengers travellers motorists drivers vehicles cars motorcycles trucks lorries buses bikes phones computers laptops"
    " tests samples infections recoveries doses vaccines vaccinations beds soldiers troops officers policemen personnel"
    " inmates prisoners detainees candidates applicants applications registrations schools hospitals clinics shops businesses"
    " companies firms farmers traders members supporters fans spectators visitors tourists guests viewers listeners readers"
    " subscribers customers users followers protesters demonstrators delegates volunteers graduates copies complaints"
    " trees seedlings books bags tonnes tons litres barrels acres hectares miles kilometres villages animals cattle birds"
    " individuals youths beneficiaries pensioners depositors investors shareholders orders signatures flights displaced".split()
)
