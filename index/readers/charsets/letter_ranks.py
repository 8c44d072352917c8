"""Which letters beyond ASCII texts in each language have, those that are most common first."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterRanks:
    """The letters of a language in small type, the most common first; of Latin ones only those beyond ASCII."""

    language: str
    letters: str
    script: str = "LATIN"


LANGUAGES = (
    LetterRanks("English", "’”“—–‘…é£€"),
    LetterRanks("French", "éàèêçôùâîûëïœÿæ"),
    LetterRanks("German", "üäöß"),
    LetterRanks("Spanish", "óíáéñúü¡¿"),
    LetterRanks("Portuguese", "ãçáéíóêõúâàôü"),
    LetterRanks("Italian", "àèùéòìî"),
    LetterRanks("Catalan", "àéèóòíçúïü·"),
    LetterRanks("Dutch", "ëéïüöèàó"),
    LetterRanks("Danish and Norwegian", "åøæéèòô"),
    LetterRanks("Swedish", "äåöéàü"),
    LetterRanks("Finnish", "äöåšž"),
    LetterRanks("Icelandic", "íáðóéöúþæýèø"),
    LetterRanks("Polish", "ęłąóżśćńź"),
    LetterRanks("Czech", "áíěéýžřščůúďťňó"),
    LetterRanks("Slovak", "áíéčýžšľúťôňóďäĺŕ"),
    LetterRanks("Hungarian", "áéöőóüíúű"),
    LetterRanks("Romanian", "ăîâșțşţ"),
    LetterRanks("Croatian and Slovene", "čšžćđ"),
    LetterRanks("Albanian", "ëç"),
    LetterRanks("Turkish", "ıüşçğöİâî"),
    LetterRanks("Lithuanian", "ėųšžąįūčę"),
    LetterRanks("Latvian", "āīēšņūļžķģčŗ"),
    LetterRanks("Estonian", "äõüöšž"),
    LetterRanks("Vietnamese", "đàáạảãâăêôơưéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ\u0300\u0301\u0309\u0303\u0323"),
    LetterRanks("Russian", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "CYRILLIC"),
    LetterRanks("Ukrainian", "оанивітерсклудмпязьгйбчхцжїюєшщфґ’", "CYRILLIC"),
    LetterRanks("Belarusian", "аніеорстлуыкдпмявзьбйгцчшўжхюэфё", "CYRILLIC"),
    LetterRanks("Bulgarian", "аоиетнрсвлкдпмзугъябчцйжхщшюьф", "CYRILLIC"),
    LetterRanks("Serbian and Macedonian", "аоиенсртјвкудпмлзбгшчцжњхљћђџфѓќѕ", "CYRILLIC"),
    LetterRanks("Greek", "αοιετσνηυρπκμλςόίάωδήέγύχθφώβξζψϊΐϋ", "GREEK"),
    LetterRanks("Hebrew", "יוהלארתבשמנדעחקפםכגטצןזסךףץ", "HEBREW"),
    LetterRanks("Arabic", "الينمتروبعهدسفكقحجةأشصطخزضىذغإثءئؤظآًٌٍَُِّـ،؛؟", "ARABIC"),
    LetterRanks("Persian", "ایرنهدمتوسبشکزلگفخعقآجپحصطچضژغثظ\u200cئيك،؛؟", "ARABIC"),
    LetterRanks("Thai", "านรอกเงมวยลดสทตหคปบแไพจใชขโผถธซศภษณฐฎฏฑฒฤฟฝฌฆญ่้ัีิุื็์ำะๆูๅ๊๋ฯ", "THAI"),
)
"""By what is known of texts in general; `tests/test_code_pages.py` holds the choice to sentences in each."""

FOREIGN = "éèüöáçñóíô"
"""Which names from elsewhere have in any language with Latin letters: Genève, Zürich."""

PUNCTUATION = "“”‘’«»–—…„‚ \xa0°§·€£•×©®™\xad№‹›´¡¿′″º"
"""What texts in all of them have; the first are most common."""

CHINESE = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先"
    "回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教"
)
TAIWANESE = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得于著下自之年過發後作裡用道行所然家種事成方多經麼"
    "去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又"
    "關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海"
    "通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管"
)
"""Some hundreds of the letters that Chinese texts have most often, in the People's Republic and in Taiwan."""
