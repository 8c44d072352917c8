"""A story as four outlets tell it, for tests of what they say differently."""

from dataclasses import replace
from datetime import date

from index.article import Article
from tests.press import published

WIRE = Article(
    id="wire",
    path="wire.txt",
    title="Prisoners to be exchanged",
    title_is_stated=True,
    body=(
        "The two governments agreed on Wednesday to exchange 1,140 prisoners at the bridge of Ilmar. "
        "Buses will carry the prisoners from Tarnow to the border in the morning. "
        "The exchange was delayed by snow in the mountains, police said. "
        "Relatives waited with 340 candles for the buses and a word from the border."
    ),
    source="Northern Wire",
    published=published(date(2022, 11, 18)),
    story="exchange",
    family="wire",
)
RADIO = replace(
    WIRE,
    id="radio",
    path="radio.txt",
    body=(
        "The two governments agreed on Thursday to exchange 1,200 prisoners at the bridge of Ilmar. "
        "Buses will carry the prisoners from Tarnow to the border in the morning. "
        "The exchange was delayed by snow in the mountains, doctors said. "
        "Fuel for the buses was paid by Marchetti, a merchant of the border town."
    ),
    source="Kaldera Radio",
    published=published(date(2022, 11, 19)),
)
LEDGER = replace(
    WIRE,
    id="ledger",
    path="ledger.txt",
    body=(
        "The two governments agreed on 16 November to exchange about 1,200 prisoners at the bridge of Ilmar. "
        "Buses will carry the prisoners from Kessel to the border in the morning. "
        "Trade with the valley has been closed since the year of the flood."
    ),
    source="Daily Ledger",
    published=published(date(2022, 11, 20)),
    family=None,
)
UNDATED_COPY = replace(WIRE, id="copy", path="copy.txt", source="Copy Post", published=None, wording="w")
EXCHANGE = (WIRE, RADIO, LEDGER)
