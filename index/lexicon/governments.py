"""Names that newspapers use of one government: its capital or seat, its country in one word or more, and its people."""

GOVERNMENTS = (
    *("Washington|D.C.|United States|US|USA|America|American", "London|United Kingdom|UK|Britain|British|England"),
    *("Moscow|Kremlin|Russia|Russian|Russian Federation", "Beijing|China|Chinese", "Pyongyang|North Korea|North|DPRK"),
    *("Seoul|South Korea|South|Korea", "Tokyo|Japan|Japanese", "Berlin|Germany|German", "Paris|France|French"),
    *("Rome|Italy|Italian", "Madrid|Spain|Spanish", "Lisbon|Portugal|Portuguese", "Dublin|Ireland|Irish"),
    *("Ankara|Turkey|Turkish|Türkiye", "Kyiv|Kiev|Ukraine|Ukrainian", "Warsaw|Poland|Polish", "Minsk|Belarus"),
    *("Budapest|Hungary|Hungarian", "Athens|Greece|Greek", "Vienna|Austria|Austrian", "Bern|Switzerland|Swiss"),
    *("Brussels|European Union|EU|Europe|European", "Hague|Netherlands|Dutch|Holland", "Stockholm|Sweden|Swedish"),
    *(
        "Oslo|Norway|Norwegian",
        "Copenhagen|Denmark|Danish",
        "Helsinki|Finland|Finnish",
        "Prague|Czech Republic|Czechia",
    ),
    *("Damascus|Syria|Syrian", "Baghdad|Iraq|Iraqi", "Tehran|Iran|Iranian", "Riyadh|Saudi Arabia|Saudi"),
    *("Jerusalem|Israel|Israeli", "Ramallah|Palestinian Authority|Palestine|Palestinian", "Cairo|Egypt|Egyptian"),
    *("Doha|Qatar|Qatari", "Kabul|Afghanistan|Afghan", "Islamabad|Pakistan|Pakistani", "Delhi|New Delhi|India|Indian"),
    *(
        "Ottawa|Canada|Canadian",
        "Canberra|Australia|Australian",
        "Wellington|New Zealand",
        "Mexico City|Mexico|Mexican",
    ),
    *("Brasília|Brazil|Brazilian", "Caracas|Venezuela|Venezuelan", "Havana|Cuba|Cuban", "Pretoria|South Africa"),
    *("Nairobi|Kenya|Kenyan", "Abuja|Nigeria|Nigerian", "Manila|Philippines|Philippine", "Jakarta|Indonesia"),
    *("Kuala Lumpur|Malaysia|Malaysian", "Hanoi|Vietnam|Vietnamese", "Tbilisi|Georgia|Georgian", "Taipei|Taiwan"),
)
"""A government a row, its names with bars between."""
