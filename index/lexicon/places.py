"""The places that stand alone in datelines, and the countries and states that follow a smaller place."""

import re

CITIES = frozenset(
    " ".join(name.split())
    for name in str.split(
        """
    Abu Dhabi, Abuja, Accra, Addis Ababa, Aleppo, Algiers, Almaty, Amman, Amsterdam, Ankara, Antananarivo, Asuncion,
    Athens, Atlanta, Auckland, Baghdad, Baku, Baltimore, Bamako, Bangalore, Bangkok, Barcelona, Basra, Beijing,
    Beirut, Belfast, Belgrade, Berlin, Bern, Bogota, Boston, Brasilia, Bratislava, Brazzaville, Bridgetown,
    Brisbane, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Cairo, Canberra, Cape Town, Caracas,
    Casablanca, Chennai, Chicago, Chisinau, Cincinnati, Cleveland, Colombo, Copenhagen, Dakar, Dallas, Damascus, Dar
    es Salaam, Delhi, Denver, Detroit, Dhaka, Djibouti, Doha, Donetsk, Dubai, Dublin, Dushanbe, Edinburgh,
    Frankfurt, Freetown, Gaza, Gaza City, Geneva, Gibraltar, Glasgow, Guatemala City, Guayaquil, Hanoi, Harare,
    Havana, Helsinki, Ho Chi Minh City, Hong Kong, Honolulu, Houston, Indianapolis, Islamabad, Istanbul, Jakarta,
    Jerusalem, Johannesburg, Juba, Kabul, Kampala, Kandahar, Karachi, Kathmandu, Kharkiv, Khartoum, Kherson, Kiev,
    Kigali, Kinshasa, Kolkata, Kramatorsk, Kuala Lumpur, Kuwait City, Kyiv, La Paz, Lagos, Lahore, Las Vegas,
    Lausanne, Libreville, Lilongwe, Lima, Lisbon, Ljubljana, London, Los Angeles, Luanda, Lusaka, Luxembourg, Lviv,
    Lyon, Macau, Madrid, Managua, Manila, Maputo, Mariupol, Marseille, Melbourne, Mexico City, Miami, Milan,
    Milwaukee, Minneapolis, Minsk, Mogadishu, Monaco, Monrovia, Montevideo, Montreal, Moscow, Mosul, Mumbai, Munich,
    Muscat, Nairobi, New Delhi, New Orleans, New York, Niamey, Nicosia, Nouakchott, Odesa, Odessa, Oklahoma City,
    Oslo, Ottawa, Ouagadougou, Panama City, Paris, Perth, Philadelphia, Phnom Penh, Phoenix, Pittsburgh, Podgorica,
    Port-au-Prince, Prague, Pretoria, Pristina, Pyongyang, Quebec City, Quito, Rabat, Ramallah, Reykjavik, Riga, Rio
    de Janeiro, Riyadh, Rome, Rotterdam, Salt Lake City, San Antonio, San Diego, San Francisco, San Jose, San Juan,
    San Marino, San Salvador, Sanaa, Santiago, Santo Domingo, Sao Paulo, São Paulo, Sarajevo, Seattle, Seoul,
    Sevastopol, Shanghai, Shenzhen, Simferopol, Singapore, Skopje, Sofia, St. Louis, St. Petersburg, Stockholm,
    Strasbourg, Suva, Sydney, Taipei, Tallinn, Tashkent, Tbilisi, Tegucigalpa, Tehran, Tel Aviv, The Hague, Tirana,
    Tokyo, Toronto, Tripoli, Tunis, Ulaanbaatar, United Nations, Vancouver, Vatican City, Vienna, Vientiane,
    Vilnius, Warsaw, Washington, Wellington, Windhoek, Wuhan, Yangon, Yaounde, Yerevan, Zagreb, Zaporizhzhia,
    Zurich, Zürich
    """,
        ",",
    )
)
"""Cities that newspapers name without their country; one that is above all a name or a word is left out."""

REGIONS = frozenset(
    " ".join(name.split())
    for name in str.split(
        """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain,
    Bangladesh, Belarus, Belgium, Belize, Benin, Bolivia, Bosnia, Botswana, Brazil, Britain, Bulgaria, Burkina Faso,
    Burma, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Crimea, Croatia,
    Cuba, Cyprus, Czech Republic, Denmark, Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, England,
    Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Gaza Strip, Germany, Ghana, Greece, Greenland,
    Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel,
    Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Lithuania, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania,
    Mexico, Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand,
    Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Panama, Papua
    New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Saudi
    Arabia, Scotland, Senegal, Serbia, Sierra Leone, Slovakia, Slovenia, Somalia, South Africa, South Korea, South
    Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand,
    Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, U.K., UK, U.S., US,
    USA, Uruguay, Uzbekistan, Venezuela, Vietnam, Wales, West Bank, Yemen, Zambia, Zimbabwe, Alabama, Ala., Alaska,
    Arizona, Ariz., Arkansas, Ark., California, Calif., Colorado, Colo., Connecticut, Conn., Delaware, Del., D.C.,
    DC, Florida, Fla., Georgia, Ga., Hawaii, Idaho, Illinois, Ill., Indiana, Ind., Iowa, Kansas, Kan., Kentucky,
    Ky., Louisiana, La., Maine, Maryland, Md., Massachusetts, Mass., Michigan, Mich., Minnesota, Minn., Mississippi,
    Miss., Missouri, Mo., Montana, Mont., Nebraska, Neb., Nevada, Nev., New Hampshire, N.H., New Jersey, N.J., New
    Mexico, N.M., New York, N.Y., North Carolina, N.C., North Dakota, N.D., Ohio, Oklahoma, Okla., Oregon, Ore.,
    Pennsylvania, Pa., Rhode Island, R.I., South Carolina, S.C., South Dakota, S.D., Tennessee, Tenn., Texas, Utah,
    Vermont, Vt., Virginia, Va., Washington, Wash., West Virginia, W.Va., Wisconsin, Wis., Wyoming, Wyo., Alberta,
    British Columbia, Manitoba, Nova Scotia, Ontario, Quebec, Saskatchewan
    """,
        ",",
    )
)
"""Countries, and the states and provinces of North America as they are written and abbreviated."""


def is_known_place(place: str) -> bool:
    """The place is a city that needs no country, several such cities, or any place before a country or state."""
    smaller, comma, region = place.partition(", ")
    if comma:
        return bool(smaller) and region.upper() in LARGE_REGIONS
    return all(city.strip().upper() in LARGE_CITIES for city in re.split(r"/| and | AND ", place))


LARGE_CITIES = frozenset(city.upper() for city in CITIES)
LARGE_REGIONS = frozenset(region.upper() for region in REGIONS)
