"""Sentences in the manner of newspapers, with the days that they name as a reader would date them.

Each has the day of its publication; the words in brackets name the days behind the bar. Some name none: what looks
like a day in them is none. The first table was written before the rules that read it, the second after them, against
what they had not been shown. All sentences are ours; no collection of real articles with such marks is at hand.
"""

BEFORE_THE_RULES = (
    ("2022-11-11", "Sullivan told reporters on [Nov. 10|2022-11-10] that nobody is pressing Kyiv."),
    (
        "2022-11-11",
        "The president said [Thursday|2022-11-10] that the talks would resume [next week|2022-11-13..2022-11-19].",
    ),
    ("2022-11-14", "Sullivan addressed the issue on [Friday|2022-11-11] night aboard the plane."),
    (
        "2022-11-14",
        "The call, which will take place on [Wednesday|2022-11-16], is part of an effort to reassure allies.",
    ),
    ("2022-11-13", "In a speech [last week|2022-11-06..2022-11-12], the general said the moment had come."),
    ("2022-11-13", "Little has changed since the [February 24th|2022-02-24] invasion, diplomats said."),
    ("2022-11-13", "The command is set to open in [2023|2023]."),
    ("2022-11-12", "He signed the order in early [October|2022-10], ruling out negotiations."),
    ("2019-06-03", "Prices rose 2.1 percent from [a year earlier|2018], the agency said [Monday|2019-06-03]."),
    ("2019-06-03", "The trial is due to begin on [June 17|2019-06-17] and may last until [August|2019-08]."),
    ("2021-01-05", "She was first elected in [November 2014|2014-11] and won again four years later."),
    ("2021-01-05", "The vaccine was approved [last month|2020-12] after trials that began in [April|2020-04]."),
    ("2021-01-05", "Lawmakers will meet [tomorrow|2021-01-06] to count the votes."),
    ("2021-01-07", "The building was evacuated [yesterday|2021-01-06] and reopened [this morning|2021-01-07]."),
    ("2016-03-02", "Voters in a dozen states went to the polls on Super Tuesday."),
    ("2016-03-02", "Turnout was the highest since the [1990s|1990..1999], officials in Austin said."),
    ("2016-03-02", "About 2000 people marched through the capital, a city of 1950 streets."),
    (
        "2012-10-30",
        "The storm made landfall late on [Monday|2012-10-29] near Atlantic City, and trading stays suspended "
        "through [Tuesday|2012-10-30].",
    ),
    ("2012-10-30", "Schools will reopen on [Thursday|2012-11-01] at the earliest."),
    ("2012-10-30", "The worst such flood, in [1821|1821], drowned the same streets."),
    ("2005-07-08", "Four explosions on [7 July 2005|2005-07-07] killed dozens of commuters."),
    ("2005-07-08", "Police had lowered the threat level [in May|2005-05], the Guardian has learned."),
    ("1987-04-10", "Profit fell in the quarter ended [March 31, 1987|1987-03-31] from [a year ago|1986]."),
    ("1987-04-10", "The dividend is payable [May 15|1987-05-15] to holders of record on [April 30|1987-04-30]."),
    ("1987-04-10", "The bank cut its prime rate [two days ago|1987-04-08]."),
    (
        "2022-11-11",
        "The Washington Post reported on [Nov. 5|2022-11-05] that talks were under way; on [Nov. "
        "7|2022-11-07] five conditions were named.",
    ),
    ("2018-08-20", "The exhibition runs from [May 4 to September 16, 2018|2018-05-04..2018-09-16]."),
    ("2018-08-20", "The summit in Singapore on [12 June|2018-06-12] was the first of its kind."),
    ("2018-08-20", "The ship sank in [1912|1912]; its wreck was found on [September 1, 1985|1985-09-01]."),
    ("2017-02-15", "The minister, who resigned [last night|2017-02-14], had held the post since [2013|2013]."),
    (
        "2017-02-15",
        "A hearing scheduled for [next month|2017-03] has been put off until [the weekend|2017-02-18..2017-02-19].",
    ),
    ("2017-02-15", "Markets are closed on [Monday|2017-02-20] for a holiday, the exchange will say."),
    (
        "2020-04-01",
        "The games, planned for [July 24|2020-07-24] to [Aug. 9|2020-08-09], will now be held [next year|2021].",
    ),
    (
        "2020-04-01",
        "Infections doubled [last weekend|2020-03-28..2020-03-29], according to figures published [on "
        "Tuesday|2020-03-31].",
    ),
    ("2020-04-01", "“Every Friday we close at six,” the owner said. “On Sundays we rest.”"),
    ("2020-04-01", "The order took effect [three weeks ago|2020-03-08..2020-03-14]."),
    ("2015-12-28", "The agreement reached [on 12 December|2015-12-12] enters into force in [2020|2020]."),
    ("2015-12-28", "Her novel “Nineteen Winters” sold 1,998 copies and cost $2015 to print."),
    ("2015-12-28", "The bridge, which opened [in March|2015-03], is to close again on [January 4|2016-01-04]."),
    ("2013-09-17", "The gunman had been arrested in [Sept. 2010|2010-09] and in [2004|2004]."),
    ("2013-09-17", "He may march on; the May sisters will not, and August is his name."),
    ("2013-09-17", "[Today|2013-09-17] the flags fly at half-mast; [on Saturday|2013-09-21] there will be a vigil."),
    ("2001-09-13", "The attacks of [September 11|2001-09-11] closed the exchange until [Monday|2001-09-17]."),
    ("2004-02-03", "Nobody was charged over [9/11|2001-09-11] in Hamburg before [Oct. 2002|2002-10]."),
    ("2004-02-03", "The rover landed on [3 January|2004-01-03] and sent pictures the same day."),
    (
        "2023-08-09",
        "The fires that broke out [Tuesday|2023-08-08] night had burned down the town by "
        "[Wednesday|2023-08-09] morning.",
    ),
    (
        "2023-08-09",
        "Interest rates will peak by [the end of 2023|2023], the bank said in its [2022-12-15|2022-12-15] forecast.",
    ),
    ("2023-08-09", "The [2016 election|2016] divided the party; the [2024|2024] one will too."),
    ("2023-08-09", "Flight 1986 carried 2010 bags, the airline said."),
    ("2023-08-09", "The lease runs out [next September|2023-09], and talks began [last June|2023-06]."),
    ("2010-04-21", "The rig exploded [Tuesday night|2010-04-20] about 50 miles off the coast and sank two days later."),
    (
        "2010-04-21",
        "Ash has grounded flights since [Thursday|2010-04-15]; airports may open [later this "
        "week|2010-04-18..2010-04-24].",
    ),
    ("2010-04-21", "Between [2003|2003] and [2006|2006] the firm was fined twice."),
    ("2010-04-21", "The league's [2009-10|2009..2010] season ends in [June|2010-06]."),
    ("2011-03-14", "Engineers said on [Monday (March 14)|2011-03-14] that the core was stable."),
    (
        "2011-03-14",
        "The quake struck [three days ago|2011-03-11], at 2:46 in the afternoon of [Friday, March 11|2011-03-11].",
    ),
    ("2011-03-14", "It was the strongest since records began in [the late 1800s|1800..1899]."),
    ("2022-02-25", "“We will know more [next Tuesday|2022-03-01],” the minister said."),
    ("2022-02-25", "The assembly is expected to vote on [Friday|2022-02-25]."),
    ("2022-02-25", "Sanctions announced [earlier this week|2022-02-20..2022-02-26] hit banks first."),
)

AFTER_THE_RULES = (
    (
        "2022-11-11",
        "Kherson fell on [Friday, 11 November|2022-11-11], eight months after the invasion of [24 February "
        "2022|2022-02-24].",
    ),
    ("2022-11-11", "Five conditions were named [earlier this month|2022-11]; [last October|2022-10] there were none."),
    ("2022-11-11", "[Last week|2022-10-30..2022-11-05] the general had said nothing of the kind."),
    ("2022-11-11", "Diplomats meet in Bali [next Tuesday|2022-11-15] and [Wednesday|2022-11-16]."),
    ("2019-05-20", "The minister resigned [on Saturday|2019-05-18] over a video filmed in [the summer of 2017|2017]."),
    ("2019-05-20", "Polls open [Thursday|2019-05-23] and close [Sunday|2019-05-26], when results are expected."),
    (
        "2019-05-20",
        "Revenue in the [first quarter of 2019|2019-01..2019-03] was flat, against growth of 4 percent [in 2018|2018].",
    ),
    ("2019-05-20", "He said [Sunday|2019-05-19] that he would step down [this week|2019-05-19..2019-05-25]."),
    ("2019-05-20", "The law, passed [14 years ago|2005], has never been used; a ruling is due [by July|2019-07]."),
    ("2020-03-13", "The league suspended its [2019-20|2019..2020] season [Wednesday night|2020-03-11]."),
    ("2020-03-13", "All schools in the county close [from Monday|2020-03-16] until [April 14|2020-04-14]."),
    ("2020-03-13", "It was the worst day on Wall Street since [Oct. 19, 1987|1987-10-19]."),
    ("2020-03-13", "The patient fell ill in [late December|2019-12] and was tested on [Jan. 3|2020-01-03]."),
    ("2020-03-13", "[A month ago|2020-02], nobody wore a mask; [today|2020-03-13] nobody goes without one."),
    ("2020-03-13", "The 2020 delegates needed are out of reach, his manager said [on Thursday|2020-03-12]."),
    ("2014-07-18", "The airliner was shot down [Thursday|2014-07-17], killing 298 people on the way from Amsterdam."),
    ("2014-07-18", "Another plane of the airline vanished on [8 March|2014-03-08] and has not been found."),
    ("2014-07-18", "The council will meet [later today|2014-07-18]; a vote could follow [on Monday|2014-07-21]."),
    ("2014-07-18", "The annexation [in March|2014-03] led to sanctions, which were widened [two days ago|2014-07-16]."),
    ("2014-07-18", "In the [1980s|1980..1989] he flew 747s; by [1996|1996] he trained others."),
    ("2014-07-18", "Fees rise on [1 August|2014-08-01], the council confirmed [yesterday|2014-07-17]."),
    ("2009-01-16", "The jet ditched in the Hudson [Thursday afternoon|2009-01-15] minutes after take-off."),
    ("2009-01-16", "The president-elect takes office [Tuesday|2009-01-20]."),
    ("2009-01-16", "Sales in [December|2008-12] were the weakest since [1992|1992], when records began."),
    ("2009-01-16", "[Last year|2008] 2008 jobs were lost at the plant, and in [2007|2007] another 310."),
    ("2009-01-16", "He was born on [April 4, 1929|1929-04-04], in a town of 1900 souls."),
    ("2009-01-16", "Talks broke down [over the weekend|2009-01-10..2009-01-11] and will resume [next month|2009-02]."),
    ("2024-01-02", "A quake hit the coast on [New Year's Day|2024-01-01]; warnings were lifted [Tuesday|2024-01-02]."),
    ("2024-01-02", "The tax, announced [last November|2023-11], takes effect [in April|2024-04]."),
    ("2024-01-02", "The runway will stay shut until [Thursday|2024-01-04], the ministry said [on Tuesday|2024-01-02]."),
    ("2024-01-02", "Between [Dec. 28 and Jan. 1|2023-12-28..2024-01-01], 400 drones were launched."),
    ("2024-01-02", "Inflation slowed to 2.9 percent in [November|2023-11], from 10.7 percent [a year earlier|2023]."),
    ("2024-01-02", "The court has until [early 2025|2025] to decide, three years after the [2022 midterms|2022]."),
    (
        "2024-01-02",
        "Trains ran late [on Christmas Eve|2023-12-24], as they did [the weekend|2023-12-30..2023-12-31] before.",
    ),
    ("1999-12-31", "Computers must survive [tonight|1999-12-31]; the [year 2000|2000] begins [tomorrow|2000-01-01]."),
    ("1999-12-31", "Yeltsin took power in [June 1991|1991-06] and gave it up [Friday|1999-12-31]."),
    ("1999-12-31", "The [1999|1999] harvest was poor, and that of [1998|1998] was poorer still."),
    ("2016-06-25", "Britain voted on [Thursday|2016-06-23] to leave; leaders meet [next week|2016-06-26..2016-07-02]."),
    ("2016-06-25", "“We had peace from [May 1945|1945-05] on,” he said on [Friday|2016-06-24]."),
    ("2016-06-25", "The party will choose its head [by October|2016-10], ahead of a conference that month."),
    ("2016-06-25", "It is the biggest fall since [16 September 1992|1992-09-16], known as Black Wednesday."),
    ("2016-06-25", "The series returns in the fall; its last season ended in [05/27/2016|2016-05-27]."),
    (
        "2018-03-07",
        "The two were found on a bench on [Sunday|2018-03-04]; the house was sealed [on Tuesday|2018-03-06].",
    ),
    ("2018-03-07", "He was exchanged [in 2010|2010] for ten others, having been jailed [in August 2006|2006-08]."),
    ("2018-03-07", "A summit is planned [for May|2018-05], the envoy told reporters [Wednesday|2018-03-07]."),
    ("2018-03-07", "May said the attack of [March 4|2018-03-04] was reckless; March rains had washed traces away."),
)
