"""Passages in the manner of newspapers, written for the tests, with their quotations and who speaks them.

For each passage: the text, and each quotation as it stands between its marks, with the name of its speaker where a
reader knows it from the passage, and None where no name is given.
"""

PASSAGES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # American style
    (
        "“We have waited long enough,” Mayor Lena Ortiz told the council on Tuesday. “The bridge opens in May.”",
        [("We have waited long enough,", "Lena Ortiz"), ("The bridge opens in May.", "Lena Ortiz")],
    ),
    (
        "The plan is “dead on arrival,” said Sen. Paul Dorn, R-Ohio, who leads the committee. But Rep. Ana Lee, a "
        "Democrat, called it “a start.”",
        [("dead on arrival,", "Paul Dorn"), ("a start.", None)],
    ),
    (
        "Police Chief Robert M. Haines, who joined the force in 1994, said officers had “no choice but to act” when "
        "the man drew a gun.",
        [("no choice but to act", "Robert M. Haines")],
    ),
    (
        "“I never saw it coming,” the driver said. “It was dark.”\n\n“He was lucky,” said Dr. Amy Wu, who treated him. "
        "“Very lucky.”",
        [
            ("I never saw it coming,", None),
            ("It was dark.", None),
            ("He was lucky,", "Amy Wu"),
            ("Very lucky.", "Amy Wu"),
        ],
    ),
    (
        "Asked about the delay, Treasury Secretary Carla Dietz said: “Read the bill.” She would not say more.",
        [("Read the bill.", "Carla Dietz")],
    ),
    (
        "Officials said the outage was “under investigation” and that power would return “by nightfall.”",
        [("under investigation", None), ("by nightfall.", None)],
    ),
    (
        "The report, titled “Rivers at Risk,” was written by Jonas Falk. “Nobody reads reports,” he said.",
        [("Rivers at Risk,", None), ("Nobody reads reports,", "Jonas Falk")],
    ),
    (
        "“If they want war,” Gen. Tomas Reyes said, “they will have it.”",
        [("If they want war,", "Tomas Reyes"), ("they will have it.", "Tomas Reyes")],
    ),
    (
        "“Is this the best we can do?” asked Councilwoman Joy Park. “Really?”",
        [("Is this the best we can do?", "Joy Park"), ("Really?", "Joy Park")],
    ),
    (
        "Harbor Commissioner Neil Abbott met Priya Nair on Monday. “It was a good talk,” he said.",
        [("It was a good talk,", None)],
    ),
    (
        "Deputy Mayor Ellen Frost resigned on Friday after a long dispute.\n\n“I leave with a clear conscience,” she "
        "said.",
        [("I leave with a clear conscience,", "Ellen Frost")],
    ),
    (
        "According to Ned Barlow, an analyst at the bank, “rates have nowhere to go but down.”",
        [("rates have nowhere to go but down.", "Ned Barlow")],
    ),
    (
        "“The numbers speak for themselves,” according to a memo that the paper has seen.",
        [("The numbers speak for themselves,", None)],
    ),
    (
        "“We will appeal,” said a lawyer for Marcus Bell. “This is not over.”",
        [("We will appeal,", None), ("This is not over.", None)],
    ),
    (
        "Ramirez, however, warned that cuts would mean “a very long winter for the poor.” Luisa Ramirez runs the "
        "shelter.",
        [("a very long winter for the poor.", "Luisa Ramirez")],
    ),
    # British style
    (
        "‘It’s a shambles,’ said Sir Keith Marlow, the former transport secretary. ‘The passengers’ patience has "
        "gone.’",
        [("It’s a shambles,", "Keith Marlow"), ("The passengers’ patience has gone.", "Keith Marlow")],
    ),
    (
        "'We're not going anywhere,' Ms Okafor told the BBC. 'The workers' rights come first.' Grace Okafor leads "
        "the union.",
        [("We're not going anywhere,", "Grace Okafor"), ("The workers' rights come first.", "Grace Okafor")],
    ),
    (
        "The so-called ‘bedroom tax’ has been ‘a disaster’, a spokesman for Shelter said.",
        [("bedroom tax", None), ("a disaster", None)],
    ),
    (
        "Boycott ’em, he sang in the ’80s. ‘He told me “leave it alone” and I did,’ said Tom Pike.",
        [("He told me “leave it alone” and I did,", "Tom Pike")],
    ),
    (
        "The Prime Minister said there was “no alternative”. Labour’s Helen Shaw replied that he had “run out of "
        "excuses”.",
        [("no alternative", None), ("run out of excuses", "Helen Shaw")],
    ),
    (
        "“I am, quite frankly, appalled”, wrote Lord Ashby in a letter to The Times.",
        [("I am, quite frankly, appalled", "Ashby")],
    ),
    # Wire style, straight marks
    (
        'MADRID (Reuters) - "The talks were constructive," Foreign Minister Pablo Ruiz told reporters, adding that '
        '"much remains to be done."',
        [("The talks were constructive,", "Pablo Ruiz"), ("much remains to be done.", "Pablo Ruiz")],
    ),
    (
        '"There is no shortage," the Kremlin said in a statement.',
        [("There is no shortage,", "Kremlin")],
    ),
    (
        "``Prices will rise,'' said Otto Brandt, chief economist at Nordbank. ``That is certain.''",
        [("Prices will rise,", "Otto Brandt"), ("That is certain.", "Otto Brandt")],
    ),
    (
        'Shares fell 4 percent. "Investors are nervous," one trader said, asking not to be named. "They want out."',
        [("Investors are nervous,", None), ("They want out.", None)],
    ),
    (
        'At 6\'4" and 250 pounds, Drew Cole is hard to miss. "I eat a lot," Cole says.',
        [("I eat a lot,", "Drew Cole")],
    ),
    (
        'Chancellor Erika Voss said the deal "opens a door that had been closed for 20 years," and Prime Minister Jan '
        'Novak praised it as "historic."',
        [("opens a door that had been closed for 20 years,", "Erika Voss"), ("historic.", None)],
    ),
    (
        'The rebels, said analyst Farid Haddad, "have the hills but not the roads."',
        [("have the hills but not the roads.", "Farid Haddad")],
    ),
    (
        'In the words of one diplomat, it was "theatre, pure and simple."',
        [("theatre, pure and simple.", None)],
    ),
    (
        'Amnesty International said the trial "falls short of any standard of fairness".',
        [("falls short of any standard of fairness", "Amnesty International")],
    ),
    # Several paragraphs, and marks that are not closed
    (
        "In a letter to staff, editor Ruth Adler wrote: “This has been a hard year.\n\n“We lost friends. We lost "
        "readers.\n\n“But we are still here.”",
        [
            (
                "This has been a hard year.\n\n“We lost friends. We lost readers.\n\n“But we are still here.",
                "Ruth Adler",
            )
        ],
    ),
    (
        "“We never agreed to this, said Hugo Lind, the mill’s owner.\n\nThe court disagreed.",
        [("We never agreed to this, said Hugo Lind, the mill’s owner.", None)],
    ),
    (
        "“The ice is thinner every year,” Inuk hunter Paul Aqqaluk said.\n\n“It scares me,” he added.\n\nHe learned to "
        "hunt from his father, who “read the snow like a book.”",
        [
            ("The ice is thinner every year,", "Paul Aqqaluk"),
            ("It scares me,", "Paul Aqqaluk"),
            ("read the snow like a book.", None),
        ],
    ),
    (
        "“One.”\n\n“Two,” said Ida Holm.\n\nShe smiled. “Three.”",
        [("One.", None), ("Two,", "Ida Holm"), ("Three.", None)],
    ),
    # Interviews, posts, headlines
    (
        "Paper: “Why now?”\n\nDana Whitfield: “Because later is too late.”\n\nPaper: “And then?”\n\nWhitfield: "
        "“We’ll see.”",
        [
            ("Why now?", None),
            ("Because later is too late.", "Dana Whitfield"),
            ("And then?", None),
            ("We’ll see.", "Dana Whitfield"),
        ],
    ),
    (
        "“Proud of this team!” the governor tweeted. “So proud,” wrote his rival, Bill Stone, minutes later.",
        [("Proud of this team!", None), ("So proud,", "Bill Stone")],
    ),
    (
        "‘Enough is enough’: nurses to strike in May. Pat Cullis, who speaks for them, said there was “no other way”.",
        [("Enough is enough", None), ("no other way", "Pat Cullis")],
    ),
    (
        "The song “Blue Harbor” was Mia Lund’s last. “She wrote it in a night,” recalls her brother, Aksel Lund.",
        [("Blue Harbor", None), ("She wrote it in a night,", "Aksel Lund")],
    ),
    # Names with particles, initials, other marks and scripts
    (
        "“Europe must act now,” Ursula von der Wiese said. President Luiz da Costa agreed: “We have no time to lose.”",
        [("Europe must act now,", "Ursula von der Wiese"), ("We have no time to lose.", "Luiz da Costa")],
    ),
    (
        "Bashir al-Khatib told state television that his troops “will never leave the city.”",
        [("will never leave the city.", "Bashir al-Khatib")],
    ),
    (
        "„Wir haben Zeit“, sagte Minister Karl Brand. «Nous verrons», a dit son collègue.",
        [("Wir haben Zeit", None), ("Nous verrons", None)],
    ),
    (
        "“Nothing is decided,” U.S. Trade Representative J. D. Calloway said in Washington. O’Neil, his deputy, "
        "nodded.",
        [("Nothing is decided,", "J. D. Calloway")],
    ),
    # Who is quoted is not who is named
    (
        "Danvers was told “to leave the building at once,” according to court papers.",
        [("to leave the building at once,", None)],
    ),
    (
        "Hollis said Mrs. Crane had described the house as “a palace with rats.” Her son disagreed.",
        [("a palace with rats.", None)],
    ),
    (
        "When asked “what went wrong that night,” Sheriff Dale Good said he did not know.",
        [("what went wrong that night,", None)],
    ),
    (
        "Signs reading “Save our school” hung in every window. Teacher Omar Said said “no comment.”",
        [("Save our school", None), ("no comment.", "Omar Said")],
    ),
    (
        "Kowalski and Meyer said in a joint statement that they “regret the confusion.”",
        [("regret the confusion.", None)],
    ),
    (
        "Judge Ines Moran, citing an earlier ruling, said the law was “vague, broad and unfair.” The state’s lawyer, "
        "Kurt Behr, argued it was “none of those.” “We’ll see,” Moran replied.",
        [
            ("vague, broad and unfair.", "Ines Moran"),
            ("none of those.", "Kurt Behr"),
            ("We’ll see,", "Ines Moran"),
        ],
    ),
]
