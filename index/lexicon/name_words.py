"""Words that tell what a capitalised phrase names: titles, given names, what institutions are called, and the like."""

from index.lexicon.places import CITIES, REGIONS

FORMS_OF_ADDRESS = frozenset(
    str.split("""
    Adm Capt Col Dame Dr Drs Gen Gens Gov Govs Lady Lord Lt Maj Messrs Miss Mr Mrs Ms Prof Profs Rep Reps Rev
    Sen Sens Sgt Sir
    """)
)
"""Titles behind which any word is the name of a person: Mr North. Without full stops, as all of these."""
TITLES = FORMS_OF_ADDRESS | frozenset(
    str.split("""
    Admiral Ambassador Archbishop Assemblyman Assemblywoman Ayatollah Baron Bishop Brig Brigadier Captain
    Cardinal Chairman Chairwoman Chancellor Chief Cmdr Colonel Commander Commissioner Congressman Congresswoman
    Councillor Councilman Councilwoman Count Crown Director Emir Emperor General Governor Imam Judge Justice
    King Lieutenant Major Mayor Minister Pastor Pope Premier Pres President President-elect Prince Princess
    Professor Prosecutor Queen Rabbi Representative Reverend Secretary Senator Sergeant Sheikh Sheriff Speaker
    Spokesman Spokesperson Spokeswoman Sultan Superintendent Supt Trooper
    """)
)
"""Stand before the name of a person, and several may follow one another; hardly anything else is called by them."""
ROLES = frozenset(
    str.split("""
    Activist Actor Actress Administrator Adviser Advisor Aide Analyst Assistant Associate Attorney Author
    Campaigner CEO CFO Chair Chairperson Co-founder Coach Columnist Constable COO Coordinator Correspondent
    Counsel CTO Delegate Democrat Deputy Detective Doctor Economist Editor Envoy Executive Farmer Founder Head
    Historian Host Illustrator Inspector Journalist Lawmaker Lawyer Leader Manager Marshal MEP MLA MP MSP Officer
    Ombudsman Owner Parliamentarian Photographer Principal Producer Reporter Republican Researcher Scientist
    Singer Sister Solicitor Strategist Surgeon Teacher Translator Treasurer Warden Whip Writer
    """)
)
"""Stand before the name of a person, too, but may begin or end other names: Executive Order."""
OFFICES = TITLES | ROLES
"""What stands right before the name of a person, and is no part of it."""
QUALIFIERS = frozenset(
    str.split("""
    Acting Economic Ex Financial First Foreign Former Interim Joint Majority Minority National Permanent Press
    Prime Senior Special Then Top Under Vice
    """)
)
"""Stand before an office: Acting President, Deputy Prime Minister."""
BRANCHES = frozenset(
    str.split("""
    Affairs Agriculture Commerce Defence Defense Economy Education Energy Finance Health Home Homeland House
    Intelligence Interior Justice Labor Labour Policy Security Services Staff State States Trade Transportation
    Treasury Veterans War
    """)
)
"""What an office may be of: Secretary of State, Homeland Security Adviser."""
SURNAMES = frozenset(
    str.split("Baron Bishop Cardinal Chancellor Coach Count Head Judge Justice King Major Marshal May Pope Prince")
)
"""Offices and months that are surnames behind a given name: Stephen King, Theresa May."""

INSTITUTIONS = frozenset(
    str.split("""
    Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association Authority Bank
    Board Brigade Bureau Cabinet Center Centre Chamber Church Club College Commission Committee Company Conference
    Congress Corp Corporation Council Court Department Division Federation Force Forces Forum Foundation Front Fund
    Government Group Guard Holdings Hospital House Inc Industries Initiative Institute Institution Journal League
    Legislature Limited Ltd Magazine Media Militia Ministry Mission Movement Museum Navy Network News Office
    Organisation Organization Parliament Partners Party Patrol Police Post Press Reserve School Senate Service
    Services Society Staff Studios Supreme Syndicate Team Technologies Times Treasury Trust Union University
    """)
)
"""One of these words makes an organisation of a phrase, wherever in it."""
ORGANISATIONS = frozenset(
    " ".join(name.split())
    for name in str.split(
        """
    ABC, Al Qaeda, Amazon, American Express, Apple, BBC, Boko Haram, Boeing, British Gas, Burger King, CBS, CIA, CNN,
    Congress, Daesh, EU, European Union, Exxon, Facebook, FBI, Fifa, G7, G20, Gazprom, General Dynamics, General
    Electric, General Mills, General Motors, Google, Hamas, Hezbollah, IMF, Interpol, ISIS, Islamic State, Kremlin,
    Microsoft, Muslim Brotherhood, NASA, NATO, Nato, NBC, NSA, NYT, OPEC, Opec, Oxfam, Pentagon, Reuters, Samsung,
    Senate, Taliban, Tesla, Toyota, Twitter, UN, U.N., UNESCO, UNHCR, Unesco, Unicef, United Nations, WHO, White House,
    Wikileaks, WTO, Yahoo
    """,
        ",",
    )
)
WITH_OF = frozenset(
    str.split("""
    Academy Army Assembly Association Bank Board Bureau Center Centre Chamber Chiefs Church Club College Commission
    Committee Conference Congress Council Court Department Federation Governors House Institute League Ministry
    Museum Office Organisation Organization Palace Party School Society Union University Voice
    """)
)
"""What may go on with "of": Department of Defense, Joint Chiefs of Staff."""
THINGS = frozenset(
    str.split("""
    Act Airport Bowl Chronicle City Corps County Cup Day Deal District East Eastern Edition Embassy Game Games
    Gazette Globe Herald Intelligence Islamic Law National Nations North Northern Pentagon Project Radio
    Register Republic Show South Southern State States Street Studies Today Tonight Tribunal Tribune TV United
    War West Western White
    """)
)
"""Stand in the names of things, institutions and regions, and seldom in those of people."""
BODIES = INSTITUTIONS | WITH_OF | THINGS
"""Words that make a name of several words that of no person."""
PLACE_WORDS = frozenset(
    str.split("""
    Airport Avenue Bay Beach Bridge Canal Canyon City Coast County Desert District Gulf Harbor Harbour Heights Hill
    Hills Island Islands Lake Mountain Mountains Oblast Ocean Palace Park Peninsula Port Province Region River Road
    Sea Square Strait Street Valley Village
    """)
)
"""The last word of a place: Dnieper River; and before "of" in one: Gulf of Mexico."""
PLACE_LEADS = frozenset(str.split("Cape Fort Isle Lake Mount"))
"""The first word of a place: Lake Ohrid."""
PLACES = (
    CITIES
    | REGIONS
    | frozenset(
        name.strip()
        for name in str.split(
            """
    Africa, America, Antarctica, Arctic, Asia, Baghdad, Balkans, Baltics, Bavaria, Bengal, Caribbean, Catalonia,
    Caucasus, Central Asia, Chechnya, Donbas, Donbass, East Asia, Eastern Europe, Europe, Great Britain, Guantanamo
    Bay, Hawaii, Holland, Hollywood, Idlib, Iraqi Kurdistan, Kashmir, Kurdistan, Latin America, Luhansk, Manhattan,
    Middle East, Nagorno-Karabakh, North Africa, Palestine, Punjab, Raqqa, Republic of Ireland, Siberia, Sinai, South
    America, Southeast Asia, Soviet Union, Tibet, Transnistria, Tuscany, United States, Ulster, Vatican, Wall Street,
    Western Europe, Xinjiang, Zaporizhia
    """,
            ",",
        )
    )
) - {"United Nations", "Ore.", "Miss.", "Mass.", "Wash.", "Ill."}

PARTICLES = frozenset(
    str.split("de da dos das dell della del der den di du la las le los van von ter ten bin ben ibn bint al el ul y")
)
"""Small words inside the name of a person: Ursula von der Leyen."""
GIVEN_NAMES = frozenset(
    str.split("""
    Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Alan Albert Alejandro Alex Alexander Alexandra Alexei
    Alexey Alfred Ali Alice Alison Amanda Amir Amy Ana Anatoly Andre Andrea Andrei Andres Andrew Andrey Andriy
    Angela Ann Anna Anne Annie Anthony Antonio Antony Arthur Ashley Barack Barbara Bashar Ben Benjamin Bernard
    Bernie Beth Betty Bill Bob Boris Brad Brandon Brenda Brett Brian Bruce Bryan Carl Carlos Carol Caroline
    Catherine Charles Charlie Chris Christian Christina Christine Christopher Chuck Claire Colin Condoleezza Craig
    Cynthia Dan Daniel David Deborah Denis Dennis Diana Diane Dick Dmitri Dmitry Dominic Don Donald Donna Dorothy
    Doug Douglas Edward Elena Elizabeth Ellen Emily Emma Emmanuel Eric Erik Ernest Eugene Evan Evgeny Fatima
    Fernando Francis Francisco Frank Fred Frederick Gabriel Gary Gene Geoffrey George Gerald Gerhard Gordon Graham
    Grant Greg Gregory Hannah Hans Harold Harriet Harry Hassan Heather Helen Helena Henry Herbert Hillary Howard
    Hugh Hugo Ian Ibrahim Igor Ilham Imran Ingrid Irina Isaac Ivan Jack Jacob Jacques Jake James Jamie Jan Jane
    Janet Jason Javier Jay Jean Jeff Jeffrey Jennifer Jeremy Jerry Jesse Jessica Jill Jim Jimmy Joan Joe Joel Johan
    John Johnny Jon Jonathan Jorge Jose Joseph Joshua Juan Judith Julia Julian Julie Justin Karen Karl Kate
    Katherine Kathleen Kathryn Keith Kelly Ken Kenneth Kevin Khalid Kim Kofi Kyle Larry Laura Lauren Lawrence Lee
    Leo Leon Leonid Lewis Linda Lisa Liz Louis Louise Lucy Luis Luke Lyndon Mahmoud Marc Marco Marcus Margaret Maria
    Marie Mario Mark Martha Martin Mary Matt Matthew Max Megan Mehmet Melissa Michael Michel Michelle Miguel Mike
    Mikhail Mitch Mitt Mohamed Mohammad Mohammed Mona Monica Muhammad Mustafa Nadia Nancy Natalia Natalie Nathan
    Newt Ned Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikolai Nina Noah Nora Oleg Oleksandr
    Oliver Olga Oscar Osama Pablo Pamela Patricia Patrick Paul Paula Pedro Penny Peter Phil Philip Pierre Rachel
    Ralph Ray Raymond Rebecca Recep Ricardo Richard Rick Rob Robert Roberto Robin Roger Roman Ron Ronald Rosa Rose
    Roy Ruth Ryan Saddam Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Sergei Sergey Shane Sharon
    Simon Sofia Sophie Stanley Stefan Stephanie Stephen Steve Steven Stuart Susan Svetlana Sylvia Ted Teresa Terry
    Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Ursula Valerie Vanessa Victor Victoria Viktor
    Vincent Virginia Vitali Vladimir Volodymyr Walter Warren Wayne Wendy William Xavier Xi Yasser Yevgeny Yulia Yuri
    Yusuf Zachary
    """)
)

DEMONYMS = frozenset(
    str.split("""
    Afghan African Albanian Algerian American Arab Argentine Armenian Asian Australian Austrian Azerbaijani Baltic
    Bangladeshi Belarusian Belgian Bosnian Brazilian British Bulgarian Canadian Chechen Chilean Chinese Christian
    Colombian Congolese Croatian Cuban Czech Danish Democrat Democratic Dutch Egyptian English Estonian Ethiopian
    European Finnish French Georgian German Greek Hungarian Indian Indonesian Iranian Iraqi Irish Islamic Israeli
    Italian Japanese Jewish Jordanian Kazakh Kenyan Korean Kurdish Kuwaiti Latvian Lebanese Libyan Lithuanian
    Malaysian Mexican Moldovan Moroccan Muslim Nigerian Norwegian Pakistani Palestinian Peruvian Polish Portuguese
    Qatari Republican Romanian Russian Saudi Scottish Serbian Shiite Slovak Soviet Somali Spanish Sudanese Sunni
    Swedish Swiss Syrian Taiwanese Thai Tunisian Turkish Ukrainian Venezuelan Vietnamese Welsh Western Yemeni
    Zimbabwean Catholic Conservative Liberal Labour Communist Nazi Hindu Buddhist
    """)
)
"""Say where from or of what belief; not names by themselves, nor before one."""

DAYS = frozenset(
    str.split("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    """)
)
"""Days of the week, and months."""
NOT_NAMES = DAYS | frozenset(
    str.split("""
    Advertisement AM CEO Christmas Covid Covid-19 Easter EST GMT God I I'd I'll I'm I've Image Internet OK Photo
    PM Ramadan Read Related Source TV Updated UTC Video
    """)
)
"""Capitalised, and yet not names of what an article is about."""
STARTERS = DAYS | frozenset(
    str.split("""
    A About Above According Across Actually After Afterwards Again Against Ahead All Almost Already Also Although
    Always Amid Among An And Another Any Anyone Anyway Apart Are Around As Aside Asked At Be Because Before Behind
    Below Beside Besides Between Beyond Both But By Certainly Clearly Could Despite During Each Earlier Either
    Else Even Eventually Every Everyone Everything Ex Finally First Following For Former Formerly From Further
    Furthermore He Hence Her Here His How However Hundreds I I've If In Including Indeed Inside Instead Into Is It
    Its I’m Just Last Late Later Least Less Like Many Maybe Meanwhile Moments More Moreover Most Much My Nearly
    Neither Never Nevertheless Next No Nobody None Nonetheless Nor Not Nothing Now Of Officials On Once One Only
    Or Other Others Our Outside Over Perhaps Quite Rather Recently Referring Remember Reports Right-wing Second
    Separately Several She Should Similarly Since So Some Somebody Someone Something Sometimes Soon Sources
    Speaking Still Such That The Their Them Then There Thereafter Therefore These They Third This Those Though
    Thousands Three Through Throughout Thus Today Together Tomorrow Tonight Too Toward Towards Two Under Unless
    Unlike Until Upon Very Was We Well Were What When Whenever Where Whether Which While Who Whoever Whose Why
    With Within Without Would Yes Yesterday Yet You Your
    """)
)
"""Words that begin sentences; as the first words of a phrase, no part of a name."""
OPENERS = STARTERS | frozenset(
    str.split("""
    Back Being Can Citing Did Do Does Early Eight Few Five Four Given Has Have Having Let Military Millions Near
    New Nine Off Out Part People Per Police Prior Say Says Seize Senior Seven Six Ten Than Thanks To Top Up Will
    """)
)
"""The same where a sentence begins; elsewhere the others begin names: Will Smith, New Scotland Yard, Can Kasapoglu."""
MANY = frozenset(
    str.split("""
    Activists Advocates Agents Aides Allies Americans Analysts Asked Attorneys Authorities Britons Campaigners
    Chiefs Christians Clinicians Commentators Conservatives Council Counsel Court Critics Defendant Defenders
    Democrats Detectives Diplomats Doctors Economists Employees Experts Families Fans Father Friends Germans
    Historians Investigators Israelis Jews Journalists Judges Lawmakers Lawyers Leaders Liberals Man Management
    Many Men Ministers Mother Muslims Negotiators Neighbors Neighbours Nothing Observers Officers Officials
    Opponents Opposition Organizers Others Palestinians Parents Participants People Police Politicians
    Proponents Prosecution Prosecutors Protesters Question Report Reports Republicans Researchers Residents
    Russians Scientists Senators Several Source Sources Specialists Staff Statement Student Students Study
    Supporters Survivors Teachers Team Teammates Ukrainians Victims Voters Witnesses Woman Women Workers
    """)
)
"""Nouns that a sentence begins with and that name nobody."""
