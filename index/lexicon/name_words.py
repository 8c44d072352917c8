"""Words that tell what a capitalised phrase names: titles, given names, what institutions are called, and the like."""

from index.lexicon.places import CITIES, REGIONS

TITLES = frozenset(
    str.split("""
    Admiral Adm Ambassador Archbishop Ayatollah Baron Bishop Brigadier Brig Capt Captain Cardinal Chairman
    Chairwoman Chancellor Chief Cmdr Col Colonel Commander Commissioner Congressman Congresswoman Count Crown Dame
    Director Dr Emperor Emir Gen General Gov Governor Judge Justice King Lady Lieutenant Lord Lt Major Maj Mayor
    Minister Miss Mr Mrs Ms Pastor Pope Premier President President-elect Prince Princess Prof Professor Prosecutor
    Queen Rabbi Rep Representative Rev Reverend Secretary Sen Senator Sergeant Sgt Sheikh Sheriff Sir Speaker
    Spokesman Spokesperson Spokeswoman Sultan
    """)
)
"""Before the name of a person; several may follow one another. Without full stops."""
BEFORE_TITLES = frozenset(
    str.split("""
    Acting Adviser Advisor Aide Assistant Associate Attorney Chief Defence Defense Deputy Economic Economy Energy Ex
    Executive Finance Financial Former Foreign Health Home Interior Interim Joint Justice Labour Labor Majority
    Minority National Policy Press Prime Vice First Deputy Senior Security Special State Then Top Trade Treasury
    Under Envoy Correspondent Editor
    """)
)
"""Between or before titles: National Security Adviser, Defense Secretary, Deputy Prime Minister."""
ROLES = frozenset(str.split("Adviser Advisor Attorney Envoy Aide Correspondent Editor Leader Head Officer Counsel"))
"""End an office that is named before its holder: National Security Adviser Jake Sullivan."""

DEPARTMENTS = frozenset(
    str.split(
        "State Defense Defence Labor Commerce Transportation Energy Education Agriculture Health Intelligence War"
    )
)
"""What a person before whose name it stands is secretary or director of."""

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
    name.strip()
    for name in str.split(
        """
    ABC, Al Qaeda, Amazon, Apple, BBC, Boko Haram, Boeing, CBS, CIA, CNN, Congress, Daesh, EU, European Union, Exxon,
    Facebook, FBI, Fifa, G7, G20, Gazprom, Google, Hamas, Hezbollah, IMF, Interpol, ISIS, Kremlin, Microsoft, NASA,
    NATO, Nato, NBC, NSA, NYT, OPEC, Opec, Oxfam, Pentagon, Reuters, Samsung, Senate, Taliban, Tesla, Toyota, Twitter,
    UN, U.N., UNESCO, UNHCR, Unesco, Unicef, United Nations, WHO, White House, Wikileaks, WTO, Yahoo
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

NOT_NAMES = frozenset(
    str.split("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Christmas Easter Ramadan
    Internet Covid Covid-19 God I I'm I've I'd I'll OK TV AM PM GMT EST UTC CEO Read Photo Image Video Related
    Source Updated Advertisement
    """)
)
"""Capitalised, and yet not names of what an article is about."""
STARTERS = frozenset(
    str.split("""
    A About Above According Across After Again Against All Almost Already Also Although Always Amid Among An And
    Another Any Anyone Apart Are Around As Aside Asked At Back Be Because Before Behind Being Below Beside Besides
    Between Beyond Both But By Can Citing Could Despite Did Do Does During Each Earlier Early Either Eight Even
    Every Everyone Everything Few Five Following For Four From Given Has Have Having He Hence Her Here His How
    However Hundreds If In Including Indeed Inside Instead Into Is It Its Just Last Late Later Least Less Let Like
    Many Maybe Meanwhile Military Millions More Moreover Most Much My Near Nearly Neither Never Nevertheless New
    Next Nine No Nobody None Nor Not Nothing Now Of Off Officials On Once One Only Or Other Others Our Out Outside
    Over Part People Per Perhaps Prior Police Rather Referring Remember Reports Say Says Second Seize Senior Seven
    Several She Should Since Six So Some Someone Something Sometimes Soon Sources Speaking Still Such Ten Than
    Thanks That The Their Them Then There Therefore These They Third This Those Though Thousands Three Through
    Throughout Thus To Today Together Tomorrow Tonight Too Top Toward Towards Two Under Unless Unlike Until Up Upon
    Was We Were What When Whenever Where Whether Which While Who Whose Why Will With Within Without Would Yes
    Yesterday Yet You Your
    """)
)
"""Words that begin sentences and headlines; as the first word of a phrase there, no part of a name."""
