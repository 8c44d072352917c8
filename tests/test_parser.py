"""What was typed, read as a query."""

import random
from datetime import date

import pytest

from search.clauses import And, Between, Everything, Not, Nothing, Or, Phrase, Prefix, Source, Word
from search.language.dialects.dialect_reading import read_query
from search.language.lexer import AS_MANY_IN_PHRASES, MAX_CLAUSES, MAX_DEPTH, MAX_LENGTH, MAX_PATTERNS
from search.language.parser import Reading, parse
from search.language.serializer import written
from search.query import Syntax

READINGS = [
    # words
    ("", "", []),
    (" \t\n", "", []),
    ("milley", "milley", []),
    ("Milley peace talks", "Milley AND peace AND talks", []),
    ("Milley, (peace); talks!", "Milley AND peace AND talks", []),
    ("Milley’s O'Brien", "Milley’s AND O'Brien", []),
    ("mid-term AT&T 19:30", '"mid-term" AND AT&T AND "19:30"', []),
    ("J. K. Rowling AT & T R&D", "J. K. AND Rowling AND AT & T AND R&D", []),
    ("(J. K. OR C#) -.Net", "(J. K. OR C#) AND NOT .Net", []),
    ("東京都 地", '"東京都" AND 地', []),
    ("peace peace", "peace", []),
    ("Kyiv kyiv", "Kyiv AND kyiv", []),
    ('"a b", (c); d', '"a b" AND c AND d', []),
    ("[peace] {talks} what?", "peace AND talks", ["too common to narrow the search: what"]),
    ("peace — talks", "peace AND talks", ["no word to look for in “—”: left out"]),
    ("heating oil/gas oil", "heating AND oil AND gas", []),
    ("km/h", '"km/h"', []),
    ('"oil/gas"', '"oil/gas"', []),
    ("peace - talks &&& 😀", "peace AND talks", ["no word to look for in “-”, “&&&”, “😀”: left out"]),
    # common words
    (
        "the talks in Kyiv",
        "talks AND Kyiv",
        ["too common to narrow the search: the, in; put a word in quotation marks to ask for it"],
    ),
    ("The", "The", []),
    ("to be", "to AND be", []),
    ("the source:CNN", "the AND source:CNN", []),
    ("WHO and IT", "WHO AND IT", ["too common to narrow the search: and;"]),
    ('"the" war', "the AND war", []),
    ("+the war", "the AND war", []),
    ("the AND war", "the AND war", []),
    ("the OR war", "the OR war", []),
    ("war NOT the -of", "war AND NOT the AND NOT of", []),
    ("title:(the war)", "title:the AND title:war", []),
    ("(the war) AND x", "war AND x", ["too common to narrow the search: the;"]),
    # phrases
    ('"seize the moment"', '"seize the moment"', []),
    ('"bank  of\tEngland!"', '"bank of England"', []),
    ("“a b” „c d“ «e f» »g h« ＂i j＂", '"a b" AND "c d" AND "e f" AND "g h" AND "i j"', []),
    ('"a b', '"a b"', ["the quotation mark has no partner: read to the end as a phrase"]),
    ('peace "', "peace", ["the quotation mark has no partner: left out"]),
    ('peace ""', "peace", ["nothing between the quotation marks: left out"]),
    ('peace "—"', "peace", ["no word to look for in “—”: left out"]),
    ('"NOT" "AND OR"', '"NOT" AND "AND OR"', []),
    ('say"seize the moment"now', 'say AND "seize the moment" AND now', []),
    ('"Ukraine"-Russia', "Ukraine AND Russia", []),
    ('"peace talk*"', '"peace talk*"', []),
    # operators
    ("x AND y", "x AND y", []),
    ("x OR y", "x OR y", []),
    ("x and y", "x AND y", ["too common to narrow the search: and;"]),
    ("x y OR z", "(x AND y) OR z", []),
    ("x OR y AND z", "x OR (y AND z)", []),
    ("x OR NOT y z", "x OR (NOT y AND z)", []),
    ("x && y || !z", "(x AND y) OR NOT z", []),
    ("x &&y", "x AND y", []),
    ("x ! y", "x AND y", ["no word to look for in “!”: left out"]),
    ("NOT x", "NOT x", []),
    ("NOT (NOT x)", "NOT (NOT x)", []),
    ("NOT (x OR y)", "NOT (x OR y)", []),
    ("AND", '"AND"', ["nothing to join: “AND” read as a word"]),
    ("(OR) NOT &&", '"OR" AND "NOT"', ["nothing to join: “OR”, “NOT” read as a word"]),
    ("x AND", "x", ["nothing to join with “AND”: left out"]),
    ("OR x", "x", ["nothing to join with “OR”: left out"]),
    ("x OR OR y", "x OR y", ["nothing to join with “OR”: left out"]),
    ("x AND OR y", "x OR y", ["nothing to join with “AND”: left out"]),
    ("x OR AND y", "x OR y", ["nothing to join with “AND”: left out"]),
    ("x NOT", "x", ["nothing follows “NOT”: left out"]),
    ("NOT AND x", "x", ["nothing follows “NOT”: left out", "nothing to join with “AND”: left out"]),
    ("NOT NOT x", "NOT x", ["one sign is enough: “NOT NOT” read once"]),
    ("x AND — y", "x AND y", ["no word to look for in “—”: left out"]),
    (
        "x NOT * y",
        "x AND y",
        ["a star or question mark needs letters beside it, as in negotiat*, *gate or wom?n: “NOT *” left out"],
    ),
    (
        "peace or war",
        "peace AND war",
        ["a word in small letters: “or”; OR and NOT in capitals are operators", "too common to narrow the search: or;"],
    ),
    # exclusion and demand
    ("-russia", "NOT russia", []),
    ('x -"a b" -(y z) -title:w -AND', 'x AND NOT "a b" AND NOT (y AND z) AND NOT title:w AND NOT "AND"', []),
    ("!x (-y)", "NOT x AND NOT y", []),
    ("mid-term x-y", '"mid-term" AND "x-y"', []),
    ("–x —y", "x AND y", []),
    ("--x", "NOT x", ["one sign is enough: “--” read as -"]),
    ("-+x", "NOT x", ["one sign is enough: “-+” read as -"]),
    ("+x ++y", "x AND y", ["one sign is enough: “++” read as +"]),
    ("C++ a+b", 'C++ AND "a+b"', []),
    # brackets
    ("(x OR y) z", "(x OR y) AND z", []),
    ("((x)) (y (z))", "x AND y AND z", []),
    ("x () y", "x AND y", []),
    ("-() x", "x", ["nothing follows “-”: left out"]),
    ("(x OR (y z", "x OR (y AND z)", ["a bracket was not closed: closed at the end"]),
    ("x) y", "x AND y", ["a closing bracket has no partner: left out"]),
    # fields
    ("title:biden", "title:biden", []),
    ("TITLE:biden Body: talks", "title:biden AND body:talks", []),
    ('title:"seize the moment"', 'title:"seize the moment"', []),
    ("title:(x OR y z*)", "title:x OR (title:y AND title:z*)", []),
    ("title:(x body:y)", "title:x AND body:y", []),
    ("title:-x body:+y", "NOT title:x AND body:y", []),
    ("title:-body:x", "title AND NOT body:x", ["nothing follows “title:”: read as a word"]),
    ("title: NOT x", "title AND NOT x", ["nothing follows “title:”: read as a word"]),
    ("title:AND", 'title:"AND"', []),
    ("title:foo:bar", 'title:"foo:bar"', []),
    ("title:", "title", ["nothing follows “title:”: read as a word"]),
    ("title: since:2022", "title AND since:2022-01-01", ["nothing follows “title:”: read as a word"]),
    ("title:* x", "x", ["a star or question mark needs letters beside it"]),
    ("title:— x", "x", ["no word to look for in “title:—”: left out"]),
    ("source:CNN", "source:CNN", []),
    ("source:CNN, x", "source:CNN AND x", []),
    ('source:"The New Voice of Ukraine"', 'source:"The New Voice of Ukraine"', []),
    ('source:(CNN OR "The New York Times")', 'source:CNN OR source:"The New York Times"', []),
    ("source:(New York Times OR CNN)", 'source:"The New York Times" OR source:CNN', []),
    ("source:nyt", 'source:"The New York Times"', []),
    ("source:www.rte.ie", "source:RTÉ", []),
    ("source:the-example.com", 'source:"the-example.com"', []),
    ("-source:RT", "NOT source:RT", []),
    ("story:3f0a9c, x", "story:3f0a9c AND x", []),
    ("story:(3f0a OR 9c*) -story:ab", '(story:3f0a OR story:"9c*") AND NOT story:ab', []),
    ("STORY:", "STORY", ["nothing follows “STORY:”: read as a word"]),
    ("source:New*", "source:New", ["a star or question mark in the name of a source is not searched for: “New*”"]),
    (
        "foo:bar",
        "foo AND bar",
        [
            "no field is called “foo”: read as words; the fields are title, body, stem, said, speaker, source, story,"
            " date, since, until, about, author, place, person, org, cites, url, site, path, format, language, dated,"
            " length, id, has and like"
        ],
    ),
    ('-artist:"John Smith"', 'NOT (artist AND "John Smith")', ["no field is called “artist”"]),
    # what is known of articles
    ('author:smith author:"Jane Smith"', 'author:smith AND author:"Jane Smith"', []),
    ("-author:(Jane Smith OR Doe)", 'NOT (author:"Jane Smith" OR author:Doe)', []),
    ("byline:smith by:jane_smith inauthor:doe", 'author:smith AND author:"jane smith" AND author:doe', []),
    ("author:smi*", "author:smi", ["a star or question mark in a name is not searched for: “author:smi*”"]),
    ("place:Kherson location:Kyiv cites:AP", "place:Kherson AND place:Kyiv AND cites:AP", []),
    ("url:https://x.org/a?b=1 inurl:2022/11", 'url:"https://x.org/a?b=1" AND url:2022/11', []),
    ("path:/saved/*.html path:news", 'path:"/saved/*.html" AND path:news', []),
    ("format:PDF filetype:html ext:txt", "format:PDF AND format:html AND format:txt", []),
    ("site:cnn.com", "site:cnn.com OR source:CNN", []),
    ("site:edition.cnn.com site:x.org/a", "site:edition.cnn.com AND site:x.org/a", []),
    ("-site:https://www.x.org/ site: y.org", "NOT site:x.org AND site:y.org", []),
    ("length>800 length < 3,000", "length>800 AND length<3000", []),
    (
        "wc>=800 length:<=99 length:500..800 length:7",
        "length>799 AND length<100 AND length:500..800 AND length:7..7",
        [],
    ),
    ("length:>=0 length:many", "length>=0", ["not a number of words: “length:many”, left out"]),
    ("id:54ce1f9f2a187429", "id:54ce1f9f2a187429", []),
    ("has:author -has:Date has:outlet", "has:author AND NOT has:date AND has:source", []),
    ("x has:subject has:hope", "x", ["“has:subject”, “has:hope” left out: has: asks for author, date, language,"]),
    ('person:"Mark Milley" org:NATO', '"Mark Milley" AND NATO', []),
    ("intitle:trump headline:biden intext:x", "title:trump AND title:biden AND body:x", []),
    ("intitle: kherson", "title:kherson", []),
    ("allintitle: miners strike benefits", "title:miners AND title:strike AND title:benefits", []),
    ("(allintitle:a b) c", "title:a AND title:b AND c", []),
    ("pub:guardian publication:(New York Times)", 'source:"The Guardian" AND source:"The New York Times"', []),
    (
        "section:a talks AND subject:war -tone:5",
        "talks",
        ["cannot be asked here, and left out: “section:a” (pages and sections of newspapers are not known), “subject"],
    ),
    ("x OR section:a", "x", ["cannot be asked here"]),
    ("section:a OR x AND y", "x AND y", ["cannot be asked here"]),
    ("section:a", "NOT *", ["cannot be asked here, and left out", "there is no word to look for"]),
    ("Place: Ritz by: me re: budget", "Place AND Ritz AND re AND budget", ["too common to narrow the search: by, me"]),
    ("author: source:CNN", "author AND source:CNN", []),
    (
        "Source: Joan Rivers' doc did biopsy, selfie",
        "Source AND Joan AND Rivers AND doc AND biopsy AND selfie",
        ["a sentence follows “Source:”: read as a word", "too common to narrow the search: did"],
    ),
    (
        'AED site: Family "Flyer" repudiates a statement',
        "AED AND site AND Family AND Flyer AND repudiates AND statement",
        ["a sentence follows “site:”: read as a word", "too common to narrow the search: a"],
    ),
    (
        "they say that the tower is on fire https://t.co/x pic.twitter.com/y",
        "say AND tower AND fire",
        ["an address in a sentence is not looked for: “https://t.co/x”, “pic.twitter.com/y”", "too common"],
    ),
    ("source: nyt peace talks kyiv war", 'source:"The New York Times" AND peace AND talks AND kyiv AND war', []),
    ("site: rte.ie peace talks kyiv war", "(site:rte.ie OR source:RTÉ) AND peace AND talks AND kyiv AND war", []),
    ("Source: apple AND path social cred war", "source:apple AND path AND social AND cred AND war", []),
    ("source: apple path social cred", "source:apple AND path AND social AND cred", []),
    ("author:source:CNN", "author AND source:CNN", ["nothing follows “author:”: read as a word"]),
    ("x OR foo:(y OR z)", "x OR (foo AND (y OR z))", ["no field is called “foo”"]),
    ("10:53 https://example.com/x", '"10:53" AND "https://example.com/x"', []),
    (r"C:\path Milley: said", r'"C:\path" AND Milley AND said', []),
    # days
    ("since:2022", "since:2022-01-01", []),
    ("until:2022", "until:2022-12-31", []),
    (
        "since:2022-11 until:2022/02",
        "since:2022-11-01 AND until:2022-02-28",
        ["no single day is since:2022-11-01 and until:2022-02-28"],
    ),
    ("date:2022-11-12", "date:2022-11-12", []),
    ("date:2022.11.12 OR date:2022/1/5", "date:2022-11-12 OR date:2022-01-05", []),
    ("date:2022-11", "date:2022-11", []),
    ("date:2022", "date:2022", []),
    ("date:2022-11-01..2022-11-30", "date:2022-11", []),
    ("date:2022-11-03..2022-12", "date:2022-11-03..2022-12-31", []),
    ("date:2022-11..", "since:2022-11-01", []),
    ("date:..2022-11", "until:2022-11-30", []),
    ('SINCE: 2022-11-01, until:"2022-11-30"', "since:2022-11-01 AND until:2022-11-30", []),
    ("-date:2022", "NOT date:2022", []),
    ("date:0001..9999-12", "date:0001-01-01..9999-12-31", []),
    ("about:2022-11-09", "about:2022-11-09", []),
    ("About:2022 milley", "about:2022 AND milley", []),
    ("about:2022-11..", "about:2022-11-01..", []),
    ("about:..2022-11 OR -about:2022-11", "about:..2022-11-30 OR NOT about:2022-11", []),
    ("about:2022-12..2022-01", "about:2022", ["the last day of “2022-12..2022-01” comes before the first"]),
    ("about:nato", "NOT *", ["not a day: “about:nato”, left out", "there is no word to look for"]),
    ("about: nato", "about AND nato", ["not a day: “about:nato”"]),
    ("date:2022-12..2022-01", "date:2022", ["the last day of “2022-12..2022-01” comes before the first"]),
    (
        "since: soon",
        "since AND soon",
        [
            "not a day: “since:soon”, read as words; write a day as 2022-11-12, a month as 2022-11,"
            " a year as 2022, from one day to another as 2022-11-01..2022-11-12"
        ],
    ),
    ("x since:2022-02-30", "x", ["not a day: “since:2022-02-30”, left out"]),
    ("until:2022-13 x -date:0000", "x", ["not a day: “until:2022-13”, “date:0000”, left out"]),
    ("before:2017-02 after:2016", "until:2017-01-31 AND since:2016-12-31", []),
    ("after:2022-11-01 before:2022-12-01", "since:2022-11-01 AND until:2022-11-30", []),
    ("pubdate:2022-11 published:2022", "date:2022-11 AND date:2022", []),
    ("date>2021 date>=2022-02", "since:2022-01-01 AND since:2022-02-01", []),
    ("date < 2022-11-09 date<=2022-10", "until:2022-11-08 AND until:2022-10-31", []),
    ("date>9999-12-31 x", "x", ["not a day: “date:>9999-12-31”, left out"]),
    ("until:2022..2023", "until:2023-12-31", ["only one end of these days counts: “2022..2023” read as until:2023-"]),
    ("since:2022 to 2023", "since:2022-01-01", ["only one end of these days counts: “2022 to 2023” read as since:202"]),
    ("since:9 Nov 2022 talks", "since:2022-11-09 AND talks", []),
    ("talks date:Nov. 9, 2022 -nato", "talks AND date:2022-11-09 AND NOT nato", []),
    ('about:"November 2022" talks', "about:2022-11 AND talks", []),
    ("date:2022-11-09 to 2022-11-15 talks", "date:2022-11-09..2022-11-15 AND talks", []),
    ("since:2022 to talks", "since:2022-01-01 AND talks", ["too common to narrow the search: to;"]),
    ("since:last week", "week", ["not a day: “since:last”, left out"]),
    ("-date:1 May 2022~", "NOT date:2022-05-01", ["only words and phrases are weig"]),
    (
        "talks since:11/12/2022",
        "talks AND since:2022-11-12",
        ["“11/12/2022” may be 2022-11-12 or 2022-12-11: either day is taken in; write a day as 2022-11-12 to mean one"],
    ),
    ("date:11/12/2022 talks", "(date:2022-11-12 OR date:2022-12-11) AND talks", ["“11/12/2022” may be 2022-11-12 or"]),
    ("since:", "since", ["nothing follows “since:”: read as a word"]),
    ("since:(2022)", "since AND 2022", ["not a day: “since:(”"]),
    # stars
    ("negot*", "negot*", []),
    ("Zürich* Milley’s*", "zurich* AND milley*", []),
    ("US* negot**, x", "us* AND negot* AND x", []),
    ("*", "", []),
    ("NOT *", "NOT *", []),
    ("* x", "x", ["a star or question mark needs letters beside it, as in negotiat*, *gate or wom?n: “*” left out"]),
    ("neg*ting *ing title:*o*", "neg*ting AND *ing AND title:*o*", []),
    ("-*ing +*gate", "NOT *ing AND *gate", []),
    ("NEG*Ting Zü*ch d'Est*", "neg*ting AND zu*ch AND est*", []),
    ("ne**ts ne***", "ne*ts AND ne*", []),
    ("don*'t don'* *'t Biden's*", "don*t AND don* AND *t AND biden*", []),
    ("U.S.* 100,0?0 155m?x", "us* AND 100 AND 0?0 AND 155m?x", ["a star or question mark cannot stand in a phrase"]),
    ("mid-* x", "mid AND x", ["a star or question mark needs letters beside it, as in negotiat*"]),
    (
        "-mid-ter*",
        "NOT (mid AND ter*)",
        ["a star or question mark cannot stand in a phrase: “mid-ter*” read as mid AND ter*"],
    ),
    ("a-b-c*d-e-f a*-a*", '"a-b" AND c*d AND "e-f" AND a*', ["a star or question mark cannot stand in a phrase:"]),
    ("東京*", '"東京"', ["a star or question mark adds nothing where words have no spaces between them: “東京*”"]),
    ("ｶ*", "ｶ", ["a star or question mark adds nothing"]),
    ("\ufe70* x", "\ufe70 AND x", ["a star or question mark needs letters beside it"]),
    ("x" * 150 + "*", "x" * 100 + "*", []),
    ("x" * 150 + "*ing", "x" * 100 + "*", []),
    # question marks
    ("wom?n te??ing", "wom?n AND te??ing", []),
    ("the ?slip flow? x", "slip AND flow AND x", ["too common to narrow the search: the;"]),
    ("wom?n*ly w?*?n b?* ?*s", "wom?n*ly AND w??*n AND b?* AND ?*s", []),
    (
        "what happened? who? me wh?? (x?)",
        "happened AND wh AND x",
        ["too common to narrow the search: what, who, me"],
    ),
    ("-?*at +??*ot title:?*g foo:?*x", "NOT ?*at AND ??*ot AND title:?*g AND foo AND ?*x", ["no field"]),
    ("-?cat title:?og", "cat AND title:og", []),
    ("https://a.org/x?id=7", '"https://a.org/x?id=7"', []),
    ("?id=", "id", []),
    ("x?id=", '"x id"', []),
    ("? ?? x", "x", ["no word to look for in “?”, “??”: left out"]),
    ("?* x", "x", ["a star or question mark needs letters beside it, as in negotiat*, *gate or wom?n: “?*” left out"]),
    ('"who?me"', "who?me", []),
    ('"seize *a moment*" ="bank of e?gland"', '"seize *a moment*" AND ="bank of e?gland"', []),
    (
        '"a * moment*"',
        '"a moment*"',
        ["a star or question mark needs letters beside it, as in negotiat*, *gate or wom?n: “a * moment*” left out"],
    ),
    ('"who? me"', '"who? me"', []),
    ("source:(Who?What x)", 'source:"Who What x"', ["a star or question mark in the name of a source"]),
    # words like this one
    ("milley~ kiev~ Zürich~1", "milley~2 AND kiev~1 AND zurich~1", []),
    ("=milley ==Talks", "=milley AND =talks", []),
    ('="peace talks" title:="Talks" -=war', '="peace talks" AND title:=talks AND NOT =war', []),
    ('="peace talks', '="peace talks"', ["the quotation mark has no partner: read to the end as a phrase"]),
    (
        "=peace-talks =negotiat* =kiev-b*",
        '="peace-talks" AND negotiat* AND =kiev AND b*',
        ["a star or question mark cannot"],
    ),
    (
        "=milley~1 = =*",
        "=milley",
        ["no word to look for in “=”: left out", "a star or", "only words and phrases are weig"],
    ),
    ("=东京 x=y since:=2022", '="东京" AND "x=y" AND since:2022-01-01', []),
    (f"={'l' * 99}’ll", f"{'l' * 99}’ll", ["too long to be looked for in exactly this form"]),
    ("milley~0 Talks~0", "=milley AND =talks", []),
    ("title:(milley~ OR -kiev~2)", "title:milley~2 OR NOT title:kiev~2", []),
    ("the~ or~1, US~.", "the~1 AND or~1 AND usa~1", []),
    ("milley~2. kiev~1?", "milley~2 AND kiev~1", []),
    ("नमस्ते~1", "नमस्ते~1", []),
    (
        "milley~3",
        "milley~2",
        ["a word can differ by two edits, and by fewer than it has letters: “milley~3” read as mi"],
    ),
    ("milley~0.8", "milley~2", ["a word can differ by two edits, and by fewer than it has letters: “milley~0.8” read"]),
    ("us~2 w~", "us~1 AND =w", ["a word can differ by two edits, and by fewer than it has letters: “us~2” read as"]),
    (
        "milley~^2~1",
        "milley~2^2",
        ["only words and phrases are weighted, and only single words are matched nearly: “~1” left"],
    ),
    (
        "mid-term~",
        '"mid-term"',
        ["only words and phrases are weighted, and only single words are matched nearly: “~” left out"],
    ),
    ("東京~ 東~", '"東京" AND =東', ["only words and phrases are weig", "a word can differ"]),
    ("ｶｷ~1", '"ｶｷ"', ["only words and phrases are weig"]),
    ("x" * 99 + "'ll~1", "x" * 99 + "'ll", ["only words and phrases are weig"]),
    ("source:CNN~ since:2022~1", "source:CNN AND since:2022-01-01", ["only words and phrases are weig"]),
    ("~50 — ~", "50", ["no word to look for in “—”, “~”: left out"]),
    # quotations
    ('said:"seize the moment" said:talks peace', 'said:"seize the moment" AND said:talks AND peace', []),
    ("said:(peace OR -war) said:the", "(said:peace OR NOT said:war) AND said:the", []),
    ("Speaker:Milley diplomacy", "speaker:Milley AND diplomacy", []),
    ('speaker:"Mark Milley" AND "peace talks" +war', 'speaker:"Mark Milley" AND "peace talks" AND war', []),
    ("speaker:(Mark Milley) peace OR war", '(speaker:"Mark Milley" AND peace) OR war', []),
    ("peace (speaker:Milley war)", "peace AND (speaker:Milley AND war)", []),
    ("speaker:Milley", "speaker:Milley", []),
    ("speaker:=Zelensky said:war", "speaker:=Zelensky AND war", []),
    ("speaker:Milley the source:CNN", "speaker:Milley AND source:CNN", ["too common to narrow the search: the"]),
    ("speaker:Milley title:war since:2022", "speaker:Milley AND title:war AND since:2022-01-01", []),
    ("speaker:Milley peace since:2022", "speaker:Milley AND peace AND since:2022-01-01", []),
    ("speaker:Milley -war", "speaker:Milley AND NOT (speaker:Milley AND war)", []),
    ("-speaker:Milley war", "NOT speaker:Milley AND war", []),
    ("speaker:(A OR B) war", "(speaker:A AND war) OR (speaker:B AND war)", []),
    ("speaker:A speaker:B war", "(speaker:A AND war) AND (speaker:B AND war)", []),
    ("speaker:Milley (war OR title:war)", "speaker:Milley AND ((speaker:Milley AND war) OR title:war)", []),
    (
        "speaker:Milley neg* war",
        "neg* AND (speaker:Milley AND war)",
        ["patterns are not told apart inside quotations: “neg*” looked for in the whole article"],
    ),
    ("said:milley~", "milley~2", ["patterns are not told apart inside quotations: “milley~2” looked for"]),
    ("speaker:Mil* said:", "speaker:Mil AND said", ["a star or question mark in the name of a sp", "nothing follows"]),
    (
        "".join(f"speaker:{name} " for name in "cdefgh") + "war",
        f"speaker:h AND {' AND '.join(f'(speaker:{name} AND war)' for name in 'cdefg')}",
        ["only the first 5 speakers side by side are asked what they said"],
    ),
    # what other engines read
    ('peace^2 "x y"^3 -z^4', 'peace^2 AND "x y"^3 AND NOT z', []),
    ("talks^0.4 kyiv^20", "talks AND kyiv^9", ["a weight is a whole number from 1 to 9: “^0.4” read as ^1, "]),
    ("talks^2 w/5 kyiv atleast2(war^3)", "(talks w/5 kyiv) AND atleast2(war)", []),
    ("source:CNN^2 (peace talks)^3", "source:CNN AND peace AND talks", ["only words and phrases are weighted"]),
    (
        '"x y"~5^2 z^2 v*~0.8',
        "((x pre/6 y) OR (y pre/4 x)) AND z^2 AND v*",
        ["only words and phrases are weighted, and only single words are matched"],
    ),
    ("age:>12", "age AND 12", ["no field is called “age”"]),
    ("media_id:2 kyiv", "2 AND kyiv", ["no field is called “media_id”: what is"]),
    # nothing
    ("—", "NOT *", ["there is no word to look for"]),
    ("&&& 😀 ()", "NOT *", ["there is no word to look for"]),
    (
        "-* || !",
        "NOT *",
        ["a star or question mark needs", "nothing to join with “||”", "there is no word to look for"],
    ),
]


@pytest.mark.parametrize(("typed", "read_as", "notes"), READINGS)
def test_it_reads_what_was_typed(typed: str, read_as: str, notes: list[str]) -> None:
    reading = parse(typed)
    assert written(reading.clause) == read_as
    assert len(reading.notes) == len(notes), reading.notes
    for note, beginning in zip(reading.notes, notes, strict=True):
        assert note.startswith(beginning)


def test_days_between_which_something_was_published_are_no_sentence_whose_and_is_a_word() -> None:
    days = And((Between(date(2001, 1, 1), None), Between(None, date(2003, 12, 31))))
    assert parse("since:2001-01-01 AND until:2003-12-31").clause == days
    assert parse("-since:2001-01-01 AND NOT until:2003-12-31").clause == And(tuple(map(Not, days.parts)))


def test_it_gives_a_tree_of_stems() -> None:
    assert parse('"seize the moments" negotiating -title:Réunion* source:CNN since:2022-11').clause == And(
        (
            Phrase("seize the moments", ("seize", "the", "moment")),
            Word("negotiating", "negotiate"),
            Not(Prefix("reunion", "title")),
            Source("CNN"),
            Between(date(2022, 11, 1), None),
        )
    )


LOOSENED = [
    ("milley", None),
    ("milley peace", "milley OR peace"),
    ("milley peace -russia since:2022", "(milley OR peace) AND NOT russia AND since:2022-01-01"),
    ("since:2022 milley source:CNN peace", "(milley OR peace) AND since:2022-01-01 AND source:CNN"),
    ("milley source:CNN", None),
    ("milley AND peace", None),
    ("milley OR peace", None),
    ("milley peace OR war", "milley OR peace OR war"),
    ('"a b" c* (x OR y)', '"a b" OR c* OR x OR y'),
    ("(milley AND peace) OR war talks", "(milley AND peace) OR war OR talks"),
    ("(milley AND peace) war", "milley AND peace"),
    ("(milley peace) AND war", "(milley OR peace) AND war"),
    ("milley peace AND war talks", "(milley OR talks) AND peace AND war"),
    ("milley peace AND NOT russia", "(milley OR peace) AND NOT russia"),
    ("source:CNN AND milley peace", "(milley OR peace) AND source:CNN"),
    ("milley AND NOT russia AND peace", None),
    ("+milley peace talks", "(peace OR talks) AND milley"),
    ("+milley peace", "milley"),
    ('+milley peace "the"', "milley"),
    ("+(milley peace) war", "milley OR peace"),
    ("(milley source:CNN) peace", "(milley OR peace) AND source:CNN"),
    ("((milley source:CNN) OR war) peace", "(milley AND source:CNN) OR war OR peace"),
    ("(milley OR source:CNN) peace", None),
    ("milley AND source:CNN -russia", None),
    ("peace -(milley war)", None),
    ("title:(milley peace)", "title:milley OR title:peace"),
    ("source:(New York) milley", None),
    ('milley "the" peace', "milley OR peace"),
    ('milley "the"', "milley"),
    ("+the milley peace", "(milley OR peace) AND the"),
    ("+the milley", None),
    ("to be", "to OR be"),
    ("mid-ter* talks", "(mid AND ter*) OR talks"),
]


@pytest.mark.parametrize(("typed", "read_as"), LOOSENED)
def test_it_loosens_words_that_stand_side_by_side(typed: str, read_as: str | None) -> None:
    loosened = parse(typed).loosened
    assert (loosened and written(loosened)) == read_as


CHURCHILL = '"we shall fight them on the beaches at dawn today" OR fight OR beaches OR dawn OR today OR churchill'
FILLED = [
    ("milley peace", "milley OR peace", 2),
    ("milley milley peace talks", "milley^2 OR peace OR talks", 4),
    ('milley peace "seize the moment"', '(milley OR peace) AND "seize the moment"', 2),
    ('milley "seize the moment"', '(milley OR "seize the moment") AND "seize the moment"', 1),
    ("+milley peace talks", "(peace OR talks) AND milley", 2),
    ("title:milley peace -russia", "(peace OR title:milley) AND title:milley AND NOT russia", 1),
    ("what is known about the state-of-the-art jets", 'known OR "state-of-the-art" OR state OR art OR jets', 4),
    ('"we shall fight them on the beaches at dawn today" churchill', CHURCHILL, 5),
    (
        "He says the “fake news” did NOT tell us what he meant by it",
        'says OR "fake news" OR fake OR news OR not OR tell OR us OR meant',
        7,
    ),
    ("milley source:CNN", None, 1),
    ("peace AND talks", None, 0),
    ("(peace OR truce) kherson", "peace OR truce OR kherson", 2),
    ('"seize the moment"', None, 1),
    ("title:(peace talks)", None, 0),
    ("SPEAKER AND AUTHOR NOT IN THE US", "speaker OR author OR not OR us", 4),
]


@pytest.mark.parametrize(("typed", "read_as", "words"), FILLED)
def test_it_knows_which_words_give_way_and_that_phrases_and_fields_do_not(
    typed: str, read_as: str | None, words: int
) -> None:
    reading = parse(typed)
    assert (reading.filled and written(reading.filled), reading.words) == (read_as, words)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("NATO AND EU", "NATO AND EU"),
        ("NATO OR EU", "NATO AND EU"),
        ("NATO || EU", "NATO || EU"),
        ("NATO -EU", "NATO && -EU"),
        ("IS IT KNOWN HOW US AND EU TRADE", "known AND us AND eu AND trade"),
        ("US", "US"),
        ("Nato OR EU", "Nato OR EU"),
        ("“milley peace", "milley AND peace"),
        ("the ‘“milley peace” talks„", '"milley peace" AND talks'),
    ],
)
def test_it_reads_capitals_and_lone_curly_marks_as_people_mean_them(typed: str, read_as: str) -> None:
    clause = parse(typed).clause
    assert written(clause) == read_as
    assert parse(written(clause)).clause == clause


NASTY = [
    *('"', "“", '""', "(", ")", "()", ")(", "((", '("', '")', "[", "]", "{", "}", "<", ">", "'", "’", "`"),
    *("AND", "OR", "NOT", "&&", "||", "!", "-", "+", "--", "AND AND", "NOT NOT", "OR NOT AND", "-AND", "- -", "+-!"),
    *(
        ":",
        "::",
        "title:",
        ":title",
        "title::",
        "title:title:",
        "-title:-",
        "source:",
        "source:()",
        "since:",
        "date:..",
    ),
    *(
        "*",
        "**",
        "* *",
        "***a***",
        "?",
        "~",
        "^",
        "\\",
        "/",
        "%",
        "\\(",
        "a\\",
        "/.*/",
        "a^",
        '"a"~',
        "{0}",
        "{}",
        "%s",
    ),
    *(
        "\x00",
        "a\x00b",
        "\x1b[31m",
        "\ud800",
        "a\udfff",
        "\ufffe",
        "\U0010ffff",
        "\u202emilley\u202c",
        "\u200f",
        "\u0301",
    ),
    *(
        "😀",
        "👩‍👩‍👧",
        "السلام عليكم",
        "שלום",
        "नमस्ते",
        "ﬁnance",
        "İstanbul",
        "ß*",
        "\u3000",
        "\u2028",
        "\u00ad",
        "\u200b",
    ),
    *(
        "<script>alert(1)</script>",
        "'; DROP TABLE articles;--",
        "../../etc/passwd",
        "since:99999999-99-99",
        "date:٢٠٢٢",
    ),
    *("x" * 10_000, "x " * 5_000, '"' * 10_000, "-" * 10_000, "*" * 10_000, "😀" * 10_000, " " * 10_000, "東" * 10_000),
    *("(" * 10_000, ")" * 10_000, "(" * 10_000 + "x", "(x " * 10_000, "()" * 10_000, "-(" * 10_000, "title:(" * 10_000),
    *("NOT " * 10_000 + "x", "AND " * 10_000, "x OR " * 10_000, "title:" * 10_000, "title:-" * 10_000, "foo:" * 10_000),
    *("(x OR (y z " * 1_000, "NOT (" * 500 + "x", "(" * 60 + "x" + ")" * 60, "a:b" * 3_000, "since:2022 " * 1_000),
]


@pytest.mark.parametrize("typed", NASTY, ids=lambda typed: ascii(typed[:20]))
def test_it_never_fails_on_nasty_text(typed: str) -> None:
    reading = parse(typed)
    assert reading.clause != Everything() or typed.strip(" \x00\u3000\u2028\u200f*") == ""
    (written(reading.clause) + "".join(reading.notes)).encode()


def test_it_reads_two_thousand_random_strings() -> None:
    chance = random.Random(2)
    characters = [*' \t\n"“()[]{}:*?-+!&|~^\\/.,;\x00\ud800\u202eaAéßя東👩\u200d🏽0129']
    pieces = [*characters, " AND ", " OR ", " NOT ", "title:", "source:", "since:2022 "]
    for _ in range(2_000):
        reading = parse("".join(chance.choices(pieces, k=chance.randrange(200))))
        assert isinstance(reading, Reading)
        (written(reading.clause) + "".join(reading.notes)).encode()


def test_it_cuts_a_long_query_between_words() -> None:
    reading = parse("negotiate " * (MAX_LENGTH // 10 - 1) + "peace talks")
    assert reading.notes == ("only the first 2,000 characters were read",)
    assert reading.clause == And((Word("negotiate", "negotiate"), Word("peace", "peace")))


def test_it_reads_a_query_of_the_longest_length_whole() -> None:
    assert parse(" " * 9 + "x" * MAX_LENGTH + " ") == Reading(Word("x" * MAX_LENGTH, "x" * 100), None, ())


def test_it_reads_only_so_many_words() -> None:
    reading = parse(" OR ".join(f"w{number}" for number in range(MAX_CLAUSES + 1)))
    assert isinstance(reading.clause, Or)
    assert len(reading.clause.parts) == MAX_CLAUSES
    assert "only the first 200 words and phrases were read" in reading.notes


@pytest.mark.parametrize("pattern", ["w{}*y", "w{}~1", "*w{}", "w?{}"])
def test_it_reads_only_so_many_words_that_are_looked_for_among_all(pattern: str) -> None:
    words = [pattern.format(number) for number in range(100, 101 + MAX_PATTERNS)]
    reading = parse(" OR ".join(words))
    assert isinstance(reading.clause, Or)
    assert [written(part) for part in reading.clause.parts] == words[:-1]
    assert (
        f"too many words with wildcards or ~: only {MAX_PATTERNS} can be read, and nothing after them" in reading.notes
    )


@pytest.mark.parametrize("syntax", ["native", "lucene"])
def test_it_reads_fewer_of_these_words_in_phrases(syntax: Syntax) -> None:
    most = MAX_PATTERNS // AS_MANY_IN_PHRASES
    for words, is_read in ((most, True), (most + 1, False)):
        phrase = " ".join(["*a*"] * words)
        reading = read_query(f'talks "{phrase}"', syntax=syntax)
        assert ("too many words with wildcards" in " ".join(reading.notes)) is not is_read


def test_it_does_not_count_words_that_can_be_looked_up() -> None:
    reading = parse(" ".join(f"w{number}* w{number}~0" for number in range(MAX_CLAUSES // 2)))
    assert isinstance(reading.clause, And)
    assert (len(reading.clause.parts), reading.notes) == (MAX_CLAUSES, ())


def test_it_leaves_out_brackets_that_are_too_deep() -> None:
    deep = parse("(x OR " * (MAX_DEPTH + 1) + "NOT (y z" + ")" * (MAX_DEPTH + 2))
    assert deep.notes == ("brackets more than 50 deep were left out",)
    assert parse("(" * MAX_DEPTH + "x" + ")" * MAX_DEPTH) == Reading(Word("x", "x"), None, ())


def test_it_ignores_marks_of_direction_and_controls() -> None:
    assert parse("\u202eMil\u200fley\u202c\x00peace\x07") == parse("Milley peace")


def test_it_counts_days_from_the_day_on_which_it_is_asked() -> None:
    assert written(parse("since:last week talks", date(2022, 11, 11)).clause) == "since:2022-10-30 AND talks"
    assert written(parse("about:yesterday OR date:9 nov", date(2022, 11, 11)).clause) == (
        "about:2022-11-10 OR date:2022-11-09"
    )


def test_it_replaces_broken_characters() -> None:
    assert parse("peace\ud800talks").clause == Phrase("peace\ufffdtalks", ("peace", "talk"))


def test_it_names_a_few_of_many_slips_in_one_note() -> None:
    assert parse("x " + " ".join("#" * length for length in range(1, 9))).notes == (
        "no word to look for in “#”, “##”, “###”, “####”, “#####” and 3 more: left out",
    )


def test_it_shortens_what_a_note_repeats() -> None:
    assert parse("x " + "#" * 100).notes == (f"no word to look for in “{'#' * 40}…”: left out",)


def test_it_finds_nothing_where_there_is_no_word() -> None:
    assert parse("…") == Reading(Nothing(), None, ("there is no word to look for",))
