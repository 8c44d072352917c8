"""Queries as other search engines write them: how they are read, when they are recognised, and what they find."""

import json
import re
from collections.abc import Sequence
from datetime import date
from time import process_time
from typing import get_args

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from index.article import Article, Published
from search.clause_walks import nodes
from search.clauses import Phrase, Word
from search.find import find
from search.language.dialects.dialect_reading import GRAMMARS, may_be_read_otherwise, read_query
from search.language.dialects.dialect_recognizer import DIALECT_SIGNS, recognized, weights_of
from search.language.lexer import AS_MANY_IN_PHRASES, MAX_CLAUSES, MAX_DEPTH, MAX_LENGTH, MAX_PATTERNS
from search.language.nearness import MOST_NESTED, nesting
from search.language.parser import parse
from search.language.serializer import written
from search.query import Syntax
from search.request import Request
from tests.scan_engine import ScanEngine
from tests.test_command import ROOT, SEEDS

TODAY = date(2022, 11, 30)
READINGS: list[tuple[Syntax, str, str, list[str]]] = [
    ("nexis", "source:CNN cat w/5 dog", "(cat w/5 dog) AND source:CNN", []),
    # nexis
    (
        "nexis",
        "ukraine or kyiv w/5 ceasefire or truce",
        "(ukraine OR kyiv) w/5 (ceasefire OR truce)",
        [],
    ),
    (
        "nexis",
        "bankrupt! w/25 discharg! and student or college w/5 loan",
        "(bankrupt* w/25 discharg*) AND ((student OR college) w/5 loan)",
        [],
    ),
    (
        "nexis",
        "hlead(biden) and atleast5(putin) and not trump or sanctions",
        "hlead(biden) AND atleast5(putin) AND NOT (trump OR sanctions)",
        [],
    ),
    (
        "nexis",
        "marks and spencer w/5 profit",
        "marks AND (spencer w/5 profit)",
        [],
    ),
    (
        "nexis",
        '"marks and spencer" w/5 profit',
        '"marks and spencer" w/5 profit',
        [],
    ),
    (
        "nexis",
        "oil w/10 price w/3 cap",
        "oil w/10 (price w/3 cap)",
        [],
    ),
    (
        "nexis",
        "headline(kherson) and byline(smith pre/2 jones) and date aft 11/01/2022",
        "title:kherson AND author:smith AND author:jones AND since:2022-11-02",
        ["not asked of where it stands in th", "“11/01/2022” read as 2022-11-01"],
    ),
    (
        "nexis",
        "apple not w/3 juice or pie and length > 500",
        "(apple not w/3 (juice OR pie)) AND length>500",
        [],
    ),
    (
        "nexis",
        "allcaps(AIDS) w/s wom*n and not (test! or trial)",
        "(allcaps(AIDS) w/s wom?n) AND NOT (test* OR trial)",
        [],
    ),
    (
        "nexis",
        "peace talks W/P milley AND publication(new york times)",
        '("peace talks" w/p milley) AND source:"The New York Times"',
        [],
    ),
    (
        "nexis",
        "zelensk! /5 (visit or meet!) and term(united nations #85plus#)",
        "zelensk* w/5 (visit OR meet*)",
        ["a code of the vendor, which articl"],
    ),
    (
        "nexis",
        '“grain deal” and (turkey or turkiye) w/10 "black sea',
        '"grain deal" AND ((turkey OR turkiye) w/10 "black sea")',
        ["the quotation mark has no partner:"],
    ),
    (
        "nexis",
        "a not w/s b and c w/seg d",
        "(a not w/s b) AND (c w/seg d)",
        [],
    ),
    (
        "nexis",
        "a onear/3 b +p c",
        "(a pre/3 b) pre/p c",
        [],
    ),
    (
        "nexis",
        "work! pre/p comp!",
        "work* pre/p comp*",
        [],
    ),
    (
        "nexis",
        "person(biden) and company(apple)",
        "biden AND apple",
        ["read as the name in the article, n"],
    ),
    (
        "nexis",
        "singular(computer) or plural(loans)",
        "=computer OR =loans",
        [],
    ),
    (
        "nexis",
        "load-date aft 2022-01-01 and talks",
        "talks",
        ["only the days of publication are k"],
    ),
    (
        "nexis",
        "bank*** and not w",
        "bank{0,3} AND NOT w",
        [],
    ),
    (
        "nexis",
        "kherson w / 5 retreat",
        "kherson w/5 retreat",
        ["spaces that do not belong there ar"],
    ),
    (
        "nexis",
        "kherson w/5 source:CNN",
        "kherson AND source:CNN",
        ["nothing can stand near what is exc"],
    ),
    (
        "nexis",
        "lead(x) highlight(y) dateline(kyiv)",
        "(hlead(body:x) pre/1 hlead(y)) AND place:kyiv",
        [],
    ),
    (
        "nexis",
        "atleast3(caps(Apple))",
        "atleast3(caps(Apple))",
        [],
    ),
    (
        "nexis",
        "and kherson or",
        "kherson",
        ["nothing to join with “and”, “or”: "],
    ),
    (
        "nexis",
        "(a or b",
        "a OR b",
        ["a bracket was not closed: closed a"],
    ),
    # factiva
    (
        "factiva",
        "oil or gas near5 price",
        "oil OR (gas w/5 price)",
        [],
    ),
    (
        "factiva",
        "world cup adj5 rugby",
        '"world cup" pre/5 rugby',
        [],
    ),
    (
        "factiva",
        "president w/2 biden",
        "president pre/2 biden",
        [],
    ),
    (
        "factiva",
        "hd=northern ireland and td=peace agreement",
        'title:"northern ireland" AND body:"peace agreement"',
        [],
    ),
    (
        "factiva",
        "hd=nokia near5 ericsson or samsung",
        "(title:nokia w/5 title:ericsson) OR samsung",
        [],
    ),
    (
        "factiva",
        "atleast5 microsoft and wc>500",
        "atleast5(microsoft) AND length>500",
        [],
    ),
    (
        "factiva",
        "nokia same ericsson not siemens or samsung",
        "((nokia w/p ericsson) AND NOT siemens) OR samsung",
        [],
    ),
    (
        "factiva",
        "toyota/F50/ and recall$3",
        "first50(toyota) AND recall{0,3}",
        [],
    ),
    (
        "factiva",
        "boeing 747/N30/british airways",
        '"boeing 747" w/30 "british airways"',
        [],
    ),
    (
        "factiva",
        '"peas and carrots" and rst=j',
        '"peas and carrots"',
        ["a code of the vendor, which articl"],
    ),
    (
        "factiva",
        "ukraine and grain or wheat not corn",
        "(ukraine AND grain) OR (wheat AND NOT corn)",
        [],
    ),
    (
        "factiva",
        "date from 20220101 to 20220630 and (grain deal) near10 (turkey or russia) not ns=gspo",
        'date:2022-01-01..2022-06-30 AND ("grain deal" w/10 (turkey OR russia))',
        ["a code of the vendor, which articl"],
    ),
    (
        "factiva",
        "closing date and bids",
        '"closing date" AND bids',
        [],
    ),
    (
        "factiva",
        "date after -7 and hd = x",
        "since:2022-11-24 AND title:x",
        ["spaces that do not belong there ar"],
    ),
    (
        "factiva",
        "president % clinton",
        "president pre/2 clinton",
        ["“%” is one word between two others"],
    ),
    (
        "factiva",
        "upd after -7 and x",
        "x",
        ["only the days of publication are k"],
    ),
    (
        "factiva",
        "[a or b] and lp=c",
        "(a OR b) AND hlead(body:c)",
        [],
    ),
    (
        "factiva",
        "date 20220101",
        "date:2022-01-01",
        [],
    ),
    (
        "factiva",
        "x adj y",
        "x pre/1 y",
        [],
    ),
    (
        "factiva",
        "near 5 kherson",
        "kherson",
        ["spaces that do not belong there ar", "nothing to join with “near5”: left"],
    ),
    ("factiva", "trump not near5 russia", "trump not w/5 russia", ["“not near5”: the first at least onc"]),
    ("factiva", "a and b not adj3 c or d", "(a AND (b not pre/3 c)) OR d", ["“not adj3”: the first at least once"]),
    ("factiva", "a and not same b", "a not w/p b", ["“and not same”: the first at least "]),
    ("factiva", "(a b)/N3/c not adj2 d", '("a b" w/3 c) not pre/2 d', ["“not adj2”: the first at least once"]),
    ("factiva", "a not and b", "a AND NOT b", ["nothing to join with “and”: left ou"]),
    ("factiva", "not near5 a", "NOT a", ["nothing to join with “near5”: left "]),
    ("nexis", "a and b not pre/5 c", "a AND (b not pre/5 c)", ["“not pre/5”: the first at least onc"]),
    ("proquest", "a NOT NEAR/3 b", "a not w/3 b", ["“NOT NEAR/3”: the first at least on"]),
    ("westlaw", "a not /s b & c", "(a not w/s b) AND c", ["“not /s”: the first at least once w"]),
    ("google", "a NOT AROUND(2) b", "a not w/3 b", ["“NOT AROUND(2)”: the first at least"]),
    ("factiva", "iphone and date 201703", "iphone AND date:2017-03", []),
    ("factiva", "date before 201703 and x", "until:2017-02-28 AND x", []),
    # nearness of other dialects
    (
        "nexis",
        "a near5 b and c adj2 d",
        "(a w/5 b) AND (c pre/2 d)",
        ["of another language, and read as i"],
    ),
    (
        "factiva",
        "a pre/3 b /s c",
        "(a pre/3 b) w/s c",
        ["of another language, and read as i"],
    ),
    (
        "proquest",
        "a /5 b w/p c",
        "(a w/5 b) w/p c",
        ["of another language, and read as i"],
    ),
    ("westlaw", "a near/5 b", "a w/5 b", ["of another language, and read as i"]),
    ("google", "intitle:a w/5 b", "title:a w/5 b", ["of another language, and read as i"]),
    ("lucene", "a pre/5 b AND c", "(a pre/5 b) AND c", ["of another language, and read as i"]),
    # fields that a dialect has not
    ("nexis", "LOC(syria) and x", "x", ["a code of the vendor, which articl"]),
    ("nexis", "diskw(brexit) and court(s)", "brexit AND (court pre/1 s)", ["no field is called “diskw”: what is a"]),
    ("nexis", "not(a) and b", "NOT (a AND b)", []),
    ("proquest", "fulltext(brexit) AND x", "brexit AND x", ["no field is called “fulltext”: what i"]),
    ("proquest", 'MAINSUBJECT.EXACT("war") AND x', "x", ["a code of the vendor, which articl"]),
    ("proquest", 'PUB.EXACT("cnn") AND x', "source:CNN AND x", []),
    ("westlaw", "zz(brexit) & x", "brexit AND x", ["no field is called “zz”: what is as"]),
    # days in brackets
    (
        "nexis",
        "date(geq(3/1/2017) and leq(3/31/2017)) and brexit",
        "since:2017-03-01 AND until:2017-03-31 AND brexit",
        ["“3/1/2017” read as 2017-03-01"],
    ),
    ("nexis", "DATE(GT(20170301) & LT(20170331))", "since:2017-03-02 AND until:2017-03-30", []),
    ("nexis", "date(aft 2016) and x", "since:2017-01-01 AND x", []),
    ("nexis", "date(2017) and x", "date:2017 AND x", []),
    ("lucene", "date:[NOW-7DAYS TO NOW] AND x", "since:2022-11-23 AND until:2022-11-30 AND x", []),
    ("lucene", "date:[now-1M/d TO *] AND x", "since:2022-10-31 AND x", []),
    ("lucene", "date:[now-5m TO now] AND x", "since:2022-11-30 AND until:2022-11-30 AND x", []),
    ("lucene", "date:[now-9999y TO now] AND x", "since:0001-01-01 AND until:2022-11-30 AND x", []),
    ("google", "brexit daterange:2457800-2457850", "brexit", ["cannot be asked here, and left out"]),
    # proquest
    (
        "proquest",
        "climate change AND policy OR law",
        "(climate AND change AND policy) OR law",
        [],
    ),
    (
        "proquest",
        "TI(kherson) AND AU(smith)",
        "title:kherson AND author:smith",
        [],
    ),
    (
        "proquest",
        "nuclear NEAR/3 weapon* PRE/2 iran",
        "nuclear w/3 (weapon{0,5} pre/2 iran)",
        [],
    ),
    (
        "proquest",
        '"grain deal" NOT turkey OR russia',
        '="grain deal" AND NOT (turkey OR russia)',
        [],
    ),
    (
        "proquest",
        "(peace OR truce) NEAR/10 talks",
        "(peace OR truce) w/10 talks",
        [],
    ),
    (
        "proquest",
        '"{peace talk}" AND kyiv',
        '"peace talk" AND kyiv',
        [],
    ),
    (
        "proquest",
        'PUB("new york times") AND PD(20220101-20220630) AND kherson',
        'source:"The New York Times" AND date:2022-01-01..2022-06-30 AND kherson',
        [],
    ),
    (
        "proquest",
        "kherson near retreat",
        "kherson w/4 retreat",
        [],
    ),
    (
        "proquest",
        "economy OR inflation AND fed NOT ecb",
        "(economy OR (inflation AND fed)) AND NOT ecb",
        [],
    ),
    (
        "proquest",
        "TI,AB(wom?n vot[*3]) AND YR(2020)",
        "((title:wom?n AND title:vot{0,3}) OR (hlead(wom?n) AND hlead(vot{0,3}))) AND date:2020",
        [],
    ),
    (
        "proquest",
        'SU.EXACT("elections") AND LOC(france) AND macron',
        "macron",
        ["a code of the vendor, which articl"],
    ),
    (
        "proquest",
        "kherson W/5 retreat AND NOT mud",
        "(kherson w/5 retreat) AND NOT mud",
        [],
    ),
    (
        "proquest",
        "S1 AND kherson",
        "kherson",
        ["refers to an earlier search, which"],
    ),
    (
        "proquest",
        "PD(>20220101) AND a W/DOC b",
        "since:2022-01-02 AND a AND b",
        [],
    ),
    (
        "proquest",
        "educat?? AND PER(biden)",
        "educat{2} AND biden",
        ["read as the name in the article, n"],
    ),
    (
        "proquest",
        "a NOT W/3 b",
        "a not w/3 b",
        [],
    ),
    # westlaw
    (
        "westlaw",
        "peace truce /5 talks negotiat!",
        "(peace OR truce) w/5 (=talks OR negotiat*)",
        [],
    ),
    (
        "westlaw",
        '"peace talks" /s kyiv kiev & milley',
        '("peace talks" w/s (kyiv OR kiev)) AND milley',
        [],
    ),
    (
        "westlaw",
        "oil +3 price /p cap % opec & gas",
        "((oil pre/3 price) w/p cap) AND NOT (opec AND gas)",
        [],
    ),
    (
        "westlaw",
        "ti(kherson) & da(aft 11/01/2022)",
        "title:kherson AND since:2022-11-02",
        ["“11/01/2022” read as 2022-11-01"],
    ),
    (
        "westlaw",
        'dog or canine /s bit! /p suspect & "wrongful death"',
        '(((dog OR canine) w/s bit*) w/p suspect) AND "wrongful death"',
        [],
    ),
    (
        "westlaw",
        "#damage /3 property & atleast5(fire)",
        "(=damage w/3 property) AND atleast5(fire)",
        [],
    ),
    (
        "westlaw",
        "cat or dog /50 custody /10 contract!",
        "(cat OR dog) w/50 (custody w/10 contract*)",
        [],
    ),
    (
        "westlaw",
        "cat & dog or bird & custody",
        "cat AND (dog OR bird) AND custody",
        [],
    ),
    (
        "westlaw",
        "biden +s biden",
        "biden pre/s biden",
        [],
    ),
    (
        "westlaw",
        "good-will /5 c.b.c.",
        '("good-will" OR goodwill) w/5 (c.b.c. OR "c b c")',
        [],
    ),
    (
        "westlaw",
        'milley but not "mark milley" trump',
        'milley AND NOT ("mark milley" OR trump)',
        [],
    ),
    (
        "westlaw",
        "adv: object*** /5 wom*n",
        "object{0,3} w/5 wom?n",
        [],
    ),
    (
        "westlaw",
        "da(aft 2000 & bef 2004)",
        "since:2001-01-01 AND until:2003-12-31",
        [],
    ),
    (
        "westlaw",
        "da(aft 1/1/2017 & bef 4/1/2017)",
        "since:2017-01-02 AND until:2017-03-31",
        ["“4/1/2017” read as 2017-04-01"],
    ),
    (
        "westlaw",
        "sy,di(immigration) & court",
        "court",
        ["a code of the vendor, which articl"],
    ),
    (
        "westlaw",
        "ti,sy(immigration) & court",
        "title:immigration AND court",
        ["of these fields, those that are co"],
    ),
    (
        "westlaw",
        "da(last 30 days) & cat",
        "since:2022-10-31 AND cat",
        [],
    ),
    (
        "westlaw",
        "cat dog source:CNN",
        "(cat OR dog) AND source:CNN",
        [],
    ),
    (
        "westlaw",
        "lp(a) so(times) sy(x) & te(b)",
        "hlead(body:a) AND source:times AND b",
        ["a code of the vendor, which articl"],
    ),
    (
        "westlaw",
        "a not /3 b",
        "a not w/3 b",
        [],
    ),
    # google
    (
        "google",
        "vacation london OR paris",
        "vacation AND (london OR paris)",
        [],
    ),
    (
        "google",
        '"peace talks" kyiv OR moscow -nato',
        '="peace talks" AND (kyiv OR moscow) AND NOT nato',
        [],
    ),
    (
        "google",
        "intitle:kherson retreat",
        "title:kherson AND retreat",
        [],
    ),
    (
        "google",
        "allintitle:miners strike benefits",
        "title:miners AND title:strike AND title:benefits",
        [],
    ),
    (
        "google",
        "oil AROUND(3) price",
        "oil w/4 price",
        [],
    ),
    (
        "google",
        "kherson site:rte.ie after:2022-11-01 before:2022-12-01",
        "kherson AND (site:rte.ie OR source:RTÉ) AND since:2022-11-01 AND until:2022-11-30",
        [],
    ),
    (
        "google",
        "milley source:new_york_times",
        'milley AND source:"The New York Times"',
        [],
    ),
    (
        "google",
        '"seize the * moment"',
        '="seize the" pre/5 =moment',
        [],
    ),
    (
        "google",
        "war and peace",
        "war AND peace",
        ["too common to narrow the search: a"],
    ),
    (
        "google",
        "intitle: kherson",
        "title:kherson",
        ["spaces that do not belong there ar"],
    ),
    (
        "google",
        "kyiv|kiev grain",
        "(kyiv OR kiev) AND grain",
        [],
    ),
    (
        "google",
        "“grain deal” -site:cnn.com when:7d",
        '="grain deal" AND NOT (site:cnn.com OR source:CNN) AND since:2022-11-23',
        [],
    ),
    (
        "google",
        "+talks ~peace",
        "=talks AND peace",
        [],
    ),
    (
        "google",
        "author:smith inurl:2022",
        "author:smith AND url:2022",
        [],
    ),
    (
        "google",
        "a NOT b AND c",
        "a AND NOT b AND c",
        [],
    ),
    # lucene
    (
        "lucene",
        "biden AND putin OR xi",
        "(biden AND putin) OR xi",
        ["AND binds tighter than OR here; Lu"],
    ),
    (
        "lucene",
        "biden OR putin AND xi",
        "biden OR (putin AND xi)",
        ["AND binds tighter than OR here; Lu"],
    ),
    (
        "lucene",
        "title:peace talks",
        "title:peace AND talks",
        [],
    ),
    (
        "lucene",
        "title:(peace OR truce) AND -nato",
        "(title:peace OR title:truce) AND NOT nato",
        [],
    ),
    (
        "lucene",
        '"peace talks"~3',
        "(peace pre/4 talks) OR (talks pre/2 peace)",
        [],
    ),
    (
        "lucene",
        "negotiat* AND wom?n AND milley~1",
        "negotiat* AND wom?n AND milley~1",
        [],
    ),
    (
        "lucene",
        "published:[2022-01-01 TO 2022-06-30] AND kyiv",
        "since:2022-01-01 AND until:2022-06-30 AND kyiv",
        [],
    ),
    (
        "lucene",
        "published:{2022-01-01 TO *} AND kyiv",
        "since:2022-01-02 AND kyiv",
        [],
    ),
    (
        "lucene",
        "+kyiv -nato talks",
        "kyiv AND NOT nato AND (kyiv OR talks)",
        ["beside words with a + these only a"],
    ),
    (
        "lucene",
        'kyiv^4 && (talks || truce) && !"grain deal"',
        'kyiv^4 AND (talks OR truce) AND NOT "grain deal"',
        [],
    ),
    (
        "lucene",
        'author:"john smith" AND publication:guardian AND length:[500 TO *]',
        'author:"john smith" AND source:"The Guardian" AND length>499',
        [],
    ),
    (
        "lucene",
        'kyiv AND OR "open',
        "kyiv AND open",
        ["the quotation mark has no partner:", "nothing to join with “OR”: left ou"],
    ),
    (
        "lucene",
        "NOT nato",
        "NOT nato",
        [],
    ),
    (
        "lucene",
        "kyiv OR NOT nato",
        "kyiv OR NOT nato",
        [],
    ),
    (
        "lucene",
        "_exists_:author /neg.*/ x",
        "has:author AND x",
        ["cannot be asked here, and left out"],
    ),
    (
        "lucene",
        '"open',
        "open",
        ["the quotation mark has no partner:"],
    ),
    (
        "lucene",
        "a\\:b",
        '"a:b"',
        [],
    ),
    ("lucene", "*:*", "", []),
    ("lucene", "* AND NOT nato", "NOT nato", []),
    ("lucene", "NOT nato AND kyiv", "NOT nato AND kyiv", []),
    ("lucene", "kyiv NOT *", "kyiv", ["a star or question mark needs lett"]),
    ("lucene", "kyiv^2 (peace truce)^3", "kyiv^2 AND peace AND truce", ["only words and phrases are weighte"]),
    ("lucene", '"peace talks"^2.6 kyiv', '"peace talks"^3 AND kyiv', ["a weight is a whole number from 1 "]),
    ("lucene", "venue:(peace OR truce)", "peace OR truce", ["no field is called “venue”: what i"]),
    ("lucene", "price:[1 TO 5] AND size:>3 AND kyiv", "kyiv", ["cannot be asked here, and left out"]),
    ("lucene", "kyiv\\* caf\\u00e9", "kyiv AND café", []),
    ("lucene", "date:* AND kyiv", "has:date AND kyiv", []),
    ("lucene", "text:/neg.*/^2 OR kyiv", "kyiv", ["cannot be asked here, and left out"]),
    ("lucene", "*^2 \\?1", "1", []),
    (
        "lucene",
        "domain:rte.ie content:x",
        "(site:rte.ie OR source:RTÉ) AND body:x",
        [],
    ),
]
"""Each typed form in its dialect, the tree in our words, and how what is said of it begins."""


@pytest.mark.parametrize(("syntax", "typed", "read_as", "notes"), READINGS)
def test_it_reads_what_was_typed(syntax: Syntax, typed: str, read_as: str, notes: list[str]) -> None:
    reading = read_query(typed, TODAY, syntax)
    assert (written(reading.clause), reading.syntax) == (read_as, syntax)
    assert len(reading.notes) == len(notes), reading.notes
    assert all(note.startswith(beginning) for note, beginning in zip(reading.notes, notes, strict=True))


@pytest.mark.parametrize(("syntax", "typed"), [row[:2] for row in READINGS])
def test_our_words_for_it_read_back_as_the_same(syntax: Syntax, typed: str) -> None:
    clause = read_query(typed, TODAY, syntax).clause
    assert parse(written(clause), TODAY).clause == clause
    assert read_query(written(clause), TODAY).clause == clause


OPERATORS = [(grammar.name, form) for grammar in GRAMMARS.values() for form in grammar.joints]


@pytest.mark.parametrize(("name", "example"), [(name, form.example) for name, form in OPERATORS])
def test_each_operator_of_a_grammar_says_more_than_the_words_beside_it(name: str, example: str) -> None:
    operators = [form.pattern for own, form in OPERATORS if own == name and form.example == example]
    clause = read_query(example, TODAY, name).clause  # type: ignore[arg-type]
    assert operators
    assert clause != parse(f'"{example}"').clause


@pytest.mark.parametrize("name", GRAMMARS)
def test_each_way_of_its_own_is_read(name: Syntax) -> None:
    for form in GRAMMARS[name].specials:
        reading = read_query(form.example, TODAY, name)
        is_plain = isinstance(reading.clause, Word | Phrase) and reading.clause.field is None
        assert reading.notes or not is_plain, form.example


PIECES = st.sampled_from(
    [
        *("a", "war", "peace talks", '"x y"', "w/5", "pre/3", "not w/2", "/s", "+p"),
        *("w/seg", "and", "OR", "AND NOT", "not", "(", ")", "[", "]"),
        *("hd=", "ti(", "TI,AB(", "headline(", "atleast5(", "atleast3 ", "site:", "cnn.com", "or not"),
        *("date aft 11/01/2022", "da(", "2022", "&", "%", "!", "recycl!", "wom*n", "x**"),
        *("$3", "/F50/", "/N3/", "near5", "adj2", "same", "-", "+", "~"),
        *("^2", "|", "intitle:", "allintitle:", "allcaps(", "hlead(", "length > 5", '"', "“"),
        *("published:[2022 TO *]", "#x", "=y", "source:CNN", "rst=j", "term(a)", "S1", "NEAR/3", "PRE/2"),
        *("{a}", "*", "the", "\x00", "\ud800", "AROUND(3)", "title:", "said:war"),
        *("東京", "don’t", "U.S.", '"a b"~5', "first9(", "🗞️", "~2", "~0.8"),
    ]
)
TYPED = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " "])), max_size=16).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)
syntaxes = st.sampled_from([None, "native", *GRAMMARS])


@settings(deadline=None)  # the first example imports the stemmer
@given(TYPED | st.text(), syntaxes)
@example("the site: * ", "google")
@example("published:[2022 TO *] not x", "nexis")
@example("🗞️~2 x", "nexis")
@example("a aaw/seg a", "nexis")
@example("0 A\U00040000", "proquest")
@example("AND NOT a^2", None)
@example("TI,AB(a title:a", None)
@example("title: atleast3 ^2 title:^2", None)
@example("A:*0", None)
@example("ti(aatleast3 TI,AB(atleast5(aa", "proquest")
def test_whatever_is_typed_is_read_and_our_words_for_it_read_back(typed: str, syntax: Syntax | None) -> None:
    clause = read_query(typed, TODAY, syntax).clause
    text = written(clause)
    assume(len(text) <= MAX_LENGTH and text.count("(") <= MAX_DEPTH and len(text.split()) <= MAX_CLAUSES)
    assume(len(re.findall(r"[?*~]", text)) * AS_MANY_IN_PHRASES <= MAX_PATTERNS)  # those of a phrase count as several
    assert parse(text, TODAY).clause == clause
    assert read_query(text, TODAY).clause == clause


DEEP = [
    "not " * 500 + "x",
    "title: " * 280 + "x",
    "TI,AB(" * 300 + "x",
    " ".join(f"a w/{number % 9 + 1} b" for number in range(150)),
    "(a b) w/5 " * 100 + "(c d)",
    "(a AND b) w/5 " * 100 + "(c AND d)",
    "a not w/3 " * 190 + "b",
    "allcaps(hlead(" * 60 + "x",
    "TI,AB(a b) AND " * 120 + "c",
]


@pytest.mark.parametrize("typed", DEEP)
@pytest.mark.parametrize("syntax", GRAMMARS)
def test_what_lies_deep_or_multiplies_is_bounded(typed: str, syntax: Syntax) -> None:
    clause = read_query(typed, TODAY, syntax).clause
    assert sum(1 for _ in nodes(clause)) < 4_000
    assert nesting(clause) <= MAX_DEPTH + MOST_NESTED


RECOGNISED = [(syntax, typed) for syntax, typed, *_ in READINGS if recognized(typed) is not None]


def test_it_recognises_most_of_what_is_written_in_a_dialect_and_hardly_any_of_it_wrongly() -> None:
    right = [typed for syntax, typed in RECOGNISED if recognized(typed) == syntax]
    wrong = {typed for syntax, typed in RECOGNISED if recognized(typed) != syntax}
    assert len(right) > len(READINGS) / 2
    assert wrong <= AMBIGUOUS


AMBIGUOUS = {
    *("president w/2 biden", "kherson W/5 retreat AND NOT mud", "author:smith inurl:2022", "a not /3 b"),
    *("president % clinton", "+talks ~peace"),
    *("kherson w/5 source:CNN", "a NOT W/3 b"),
    *(
        "peace truce /5 talks negotiat!",
        "cat or dog /50 custody /10 contract!",
        "good-will /5 c.b.c.",
        "LOC(syria) and x",
        *("a near5 b and c adj2 d", "a pre/3 b /s c", "a /5 b w/p c", "a near/5 b", "a pre/5 b AND c"),
    ),
}
"""What means other things in several dialects, or the same in ours."""


@pytest.mark.parametrize("piece", ["*", " * ", "a_", "ab,", "/a* ", "[*1", "a:/a.", '"', "w/5 "])
def test_no_more_is_looked_at_than_is_read(piece: str) -> None:
    for start in ("", "/", '"', "ti,"):
        read = (start + piece * MAX_LENGTH)[:MAX_LENGTH]
        assert weights_of(f"{read} hd=kherson date aft 2022") == weights_of(read)


@pytest.mark.parametrize("sign", DIALECT_SIGNS, ids=lambda sign: sign.example)
def test_each_sign_of_a_dialect_weighs_for_it(sign: object) -> None:
    assert isinstance(sign, type(DIALECT_SIGNS[0]))
    weights = weights_of(sign.example)
    assert all(weights[name] >= weight for name, weight in sign.weights.items())


def headlines() -> list[str]:
    """Headlines of the seeds, and of the collections that are there."""
    found = [line for path in SEEDS.iterdir() for line in path.read_text("utf-8").splitlines() if line.strip()]
    for path in (ROOT / ".data").glob("*/corpus.jsonl"):
        if path.parent.name in ("allsides_abp", "newsarticles2017", "bbc2005", "fnc1"):
            with path.open(encoding="utf-8") as lines:
                found += [title for line in lines if (title := json.loads(line).get("title"))]
    return found


def test_no_headline_is_taken_for_a_query_of_a_dialect() -> None:
    assert [title for title in headlines() if recognized(title) is not None] == []


PASTED = [
    "Trial date is set for 12 May",
    "Buy Now! Save 50% & more",
    "N95 masks are back",
    "#filiblizzard hits the Senate",
    "Biden & Xi: what to know",
    "re: budget Trump: a life",
    "24/7 news w/o a break",
]


@pytest.mark.parametrize("typed", PASTED)
def test_it_stays_with_what_was_typed_where_it_is_not_sure(typed: str) -> None:
    reading = read_query(typed, TODAY)
    assert (reading.syntax, reading.clause) == ("native", parse(typed, TODAY).clause)


def test_it_tells_in_which_dialect_it_read_and_which_it_may_be() -> None:
    reading = read_query("big cat w/5 dog", TODAY)
    assert (reading.syntax, written(reading.clause)) == ("nexis", '"big cat" w/5 dog')
    assert reading.notes[0] == "read as Nexis writes it; it may be Factiva, too"


def test_it_reads_as_ours_what_means_the_same_and_says_nothing_of_words_that_are_operators() -> None:
    assert read_query("immigration w/5 court", TODAY).syntax == "native"
    assert read_query("(ukraine OR kyiv) w/5 (ceasefire OR truce)", TODAY).syntax == "native"
    reading = read_query("hlead(kherson) and milley w/10 talks", TODAY)
    assert (reading.syntax, reading.notes) == ("nexis", ("read as Nexis writes it; it may be Factiva, too",))


def test_it_tells_whether_another_language_would_read_it_otherwise() -> None:
    assert read_query("president w/2 biden").syntax == "native"
    assert may_be_read_otherwise("president w/2 biden")
    assert not may_be_read_otherwise("president biden")
    assert not may_be_read_otherwise("title:kherson -nato")


@pytest.mark.parametrize(
    ("typed", "syntax", "read_as"),
    [
        ("iphone and date 201703", "factiva", "iphone AND date:2017-03"),
        ("geographic(syria) and chemical weapons", "nexis", '"chemical weapons"'),
        ("title(war) and country(usa)", "nexis", "title:war"),
        ("SECTION(sports) and football", "nexis", "football"),
        ("company(apple) and iphone", "nexis", "apple AND iphone"),
        ("(climate change or global warming) /s (epa)", "nexis", '("climate change" OR "global warming") w/s epa'),
        ("supreme court near/5 gorsuch", "nexis", '"supreme court" w/5 gorsuch'),
        ("date > 3/1/2017 and brexit", "nexis", "since:2017-03-02 AND brexit"),
        ("co=apple and iphone", "factiva", "iphone"),
        ("su(elections) AND brexit", "proquest", "brexit"),
        ("ab(brexit) and ti(may)", "proquest", "hlead(brexit) AND title:may"),
        ("so(cnn) & te(brexit)", "westlaw", "source:CNN AND brexit"),
        ("brexit|leave london", "google", "(brexit OR leave) AND london"),
        ('"the * house"', "google", "=the pre/5 =house"),
        ("title:/tru.*/ AND brexit", "lucene", "brexit"),
        # which are words beside brackets
        ("person(s) of the year", "native", "person AND s AND year"),
        ("law(s) in section(s) 4", "native", "law AND s AND section AND 4"),
        ("9 /11 attacks", "native", "9 AND 11 AND attacks"),
        ("trump | bbc news", "native", "trump AND bbc AND news"),
        ("/r/news", "native", '"r/news"'),
    ],
)
def test_it_tells_a_dialect_by_its_fields_and_connectors(typed: str, syntax: Syntax, read_as: str) -> None:
    reading = read_query(typed, TODAY)
    assert (reading.syntax, written(reading.clause)) == (syntax, read_as)


def article(number: int, title: str, body: str, **known: object) -> Article:
    """An article of these words."""
    day = date(2022, 11, number)
    published = Published(day, day, "day", "stated", str(day))
    return Article(f"a{number}", f"/news/{number}.txt", title, True, body, published=published, **known)  # type: ignore[arg-type]


NEWS = [
    article(1, "Kherson retreat", "Immigration was before the court. Talks of peace went on.", author="Jane Smith"),
    article(2, "Court news", "The court sat.\n\nImmigration rose, and other things were said that day in Kherson."),
    article(
        3, "Peace talks", "Oil price cap talks. Russia’s RICO case.", source="CNN", url="https://edition.cnn.com/a"
    ),
    article(4, "Grain deal", "AIDS and aids. Women talk of the price of oil, and a cap on prices of oil came."),
]
FOUND: list[tuple[Syntax, str, list[int]]] = [
    ("nexis", "immigration w/5 court", [1, 2]),
    ("nexis", "immigration w/s court", [1]),
    ("nexis", "court pre/3 immigration", [2]),
    ("nexis", "headline(kherson) or byline(jones)", [1]),
    ("nexis", "byline(smith)", [1]),
    ("nexis", "hlead(kherson)", [1, 2]),
    ("nexis", "allcaps(aids) and wom*n", [4]),
    ("nexis", "oil w/3 price and not publication(cnn)", [4]),
    ("nexis", "atleast2(oil)", [4]),
    ("nexis", "date aft 11/2/2022 and talk!", [3, 4]),
    ("factiva", "hd=peace talks", [3]),
    ("factiva", "oil w/2 price", [3]),
    ("factiva", "oil near2 price", [3, 4]),
    ("factiva", "cap/F4/ or sn=cnn", [3]),
    ("factiva", "court same immigration", [1]),
    ("proquest", "TI(peace) AND oil PRE/1 price", [3]),
    ("proquest", "AU(smith) OR PUB(cnn)", [1, 3]),
    ("westlaw", "kherson grain", [1, 2, 4]),
    ("westlaw", "court /p immigration & da(2022)", [1]),
    ("google", "site:cnn.com oil", [3]),
    ("google", "kherson before:2022-11-02", [1]),
    ("google", "oil AROUND(0) price", [3]),
    ("lucene", '"price oil"~3', [3, 4]),
    ("lucene", "+oil -russia deal", [4]),
    ("native", "immigration w/5 court", [1, 2]),
    ("native", "author:smith site:cnn.com OR has:author", [1]),
    ("native", "length>16", [4]),
]
"""What articles are found."""


@pytest.mark.parametrize(("syntax", "typed", "found"), FOUND)
def test_it_finds(syntax: Syntax, typed: str, found: Sequence[int]) -> None:
    results = find(ScanEngine(NEWS), Request(typed, syntax=syntax, copies="all"), TODAY)
    assert sorted(hit.id for hit in results.hits) == [f"a{number}" for number in found]


LOOKALIKES = [
    "capſ(talks)", "firſt5(talks)", "fırst5(talks)", "atleaſt3(talks)", "atleast٣(talks)", "atleast𝟓(talks)",
    "first٥(talks)",
    "talks w/ſ kyiv", "talks w/ſeg kyiv", "talks pre/ſ peace", "talks w/٥ kyiv", "talks w/𝟓 kyiv", "not w/٣ x",
    "tİtle(talks)",
    "AU( length:1.. ſource: LNK w/𝟓 NOT", "hlead(talKs)", "K w/5 ı",
]  # fmt: skip
"""Letters and digits that look like those of operators, or are the same in small letters."""


@pytest.mark.parametrize("typed", LOOKALIKES)
@pytest.mark.parametrize("syntax", [None, *get_args(Syntax)])
def test_letters_and_digits_that_look_like_those_of_an_operator_are_words(typed: str, syntax: Syntax | None) -> None:
    reading = read_query(typed, TODAY, syntax)
    assert parse(written(reading.clause)).clause is not None


@pytest.mark.parametrize("piece", ["_", "1", "A", "a-", "ab,", "a:(", '"', "w/5 "])
def test_what_is_longer_than_anything_that_is_read_takes_no_longer(piece: str) -> None:
    began = process_time()
    reading = read_query((piece * 100_000)[:100_000])
    assert process_time() - began < 1
    assert reading == read_query((piece * 100_000)[: MAX_LENGTH + 1])
    assert any("characters" in note for note in reading.notes)
