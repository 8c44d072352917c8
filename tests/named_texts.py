"""Short news texts of our own, and the seeds, each with what it names, as a reader would list it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gold:
    """What a text names, by kind."""

    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    others: tuple[str, ...] = ()


def listed(text: str) -> tuple[str, ...]:
    """Names between semicolons."""
    return tuple(name.strip() for name in text.split(";") if name.strip())


def gold(people: str, organisations: str, places: str, others: str = "") -> Gold:
    """The names of a text, between semicolons."""
    return Gold(*map(listed, (people, organisations, places, others)))


TEXTS: dict[str, tuple[str, Gold]] = {
    "a summit": (
        "Germany and France agreed on Tuesday to send more aid, Chancellor Anna Weber said in Brussels. Weber had met "
        "French President Luc Moreau at the Elysee Palace the day before.\n\n“We will not wait,” Moreau told "
        "reporters. “Winter is coming.” The European Investment Bank (EIB) is to lend the money; the EIB has done so "
        "before. Officials at the Ministry of Finance declined to comment, and Finance Minister Piet van Dijk was "
        "travelling. Aid workers near Lake Ohrid said the trucks were late. Trucks were late last year, too.",
        gold(
            "Anna Weber; Luc Moreau; Piet van Dijk",
            "European Investment Bank; Ministry of Finance",
            "Germany; France; Brussels; Elysee Palace; Lake Ohrid",
        ),
    ),
    "a trial": (
        "A court in Lagos sentenced Chinedu Bello, 52, to nine years in prison on Monday. Bello’s lawyer, Amina Yusuf, "
        "said he would appeal to the Supreme Court.\n\nProsecutors told Judge Ngozi Eze that Bello had taken bribes "
        "from Delta Shipping Ltd while he sat in the Senate. Police searched his house in the village of Okoro in "
        "March. Supporters outside wept. “He is innocent,” said Mr Musa, a neighbour. The Economic and Financial "
        "Crimes Commission had arrested him at Murtala Airport.",
        gold(
            "Chinedu Bello; Amina Yusuf; Ngozi Eze; Musa",
            "Supreme Court; Delta Shipping Ltd; Senate; Economic and Financial Crimes Commission",
            "Lagos; Okoro; Murtala Airport",
        ),
    ),
    "a storm": (
        "SAN JUAN — Hurricane Berta tore roofs off houses in Puerto Rico on Saturday and moved on towards Florida. "
        "Gov. María Ortiz asked the United States for help. The U.S. Coast Guard sent two ships; so did the Royal Navy."
        "\n\nBerta is the third storm of the season. Forecasters at the National Weather Service expect it to reach "
        "the Gulf of Mexico by Monday. Residents of Miami filled sandbags. “I’ve never seen this,” said Sam O’Neill, "
        "who lives on Ocean Drive. Ortiz said 14 people were missing.",
        gold(
            "María Ortiz; Sam O’Neill",
            "Coast Guard; Royal Navy; National Weather Service",
            "Puerto Rico; Florida; United States; Gulf of Mexico; Miami; SAN JUAN",
            "Hurricane Berta; Ocean Drive",
        ),
    ),
    "a company": (
        "Shares of Nordlys fell by a tenth after Chief Executive Ingrid Dahl resigned. The Norwegian company makes "
        "batteries. Its chairman, Tor A. Lunde, will lead it for now, the Financial Times reported, citing two people "
        "who know Dahl.\n\nNordlys lost contracts in China and South Korea last year. Analysts at Fjord Bank had "
        "warned of that in May. Neither Dahl nor Lunde answered calls. The Oslo exchange asked for an explanation, "
        "and the OECD published one of its own: Western subsidies.",
        gold(
            "Ingrid Dahl; Tor A. Lunde",
            "Financial Times; Fjord Bank; OECD",
            "China; South Korea; Oslo",
            "Nordlys",
        ),
    ),
}

SEEDS: dict[str, Gold] = {
    "000": gold(
        "Mark Milley; Joe Biden; Antony Blinken; Jake Sullivan; Vladimir Putin; Volodymyr Zelensky; Ned Price",
        "Joint Chiefs of Staff; Economic Club of New York; CNN; State Department; Kremlin",
        "Ukraine; United States; Russia; Kherson; Moscow; Kyiv",
    ),
    "001": gold(
        "Mark A. Milley; Vladimir Putin; Biden; Jake Sullivan; Volodymyr Zelenskyy",
        "Joint Chiefs of Staff; NYT; White House; Economic Club of New York; Washington Post; United Nations; "
        "National Security and Defense Council; President’s Office",
        "Ukraine; Russia; United States; Kyiv",
        "World War I",
    ),
    "002": gold(
        "Mark Milley; Joe Biden; Vladimir Putin; Jake Sullivan; Vladimir Zelensky",
        "New York Times; White House; Joint Chiefs of Staff",
        "US; Ukraine; Kiev; Moscow; Russia; Kherson; Dnieper River; Washington",
    ),
    "003": gold(
        "Mark Milley; Biden; Antony Blinken; Jake Sullivan; Sergey Lavrov; Nikolai Patrushev",
        "Joint Chiefs of Staff; CNN; State Department; Economic Club of New York; White House; NATO",
        "Ukraine; Russia; Kyiv; Moscow; Kherson; US; Germany",
    ),
    "004": gold(
        "Mark Milley; Vladimir Putin; Joe Biden; Jake Sullivan; Bill Taylor",
        "Joint Chiefs of Staff; Economic Club of New York; CNN; US Institute of Peace; G20",
        "Ukraine; Russia; Europe; US",
    ),
}
