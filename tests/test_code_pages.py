"""Which code page a text is in, told by its letters alone."""

import pytest

from index.readers.charsets.code_page_scorer import code_page_of
from index.readers.charsets.letter_ranks import LANGUAGES

SENTENCES = {
    "French": "La vieille écluse de Brévent sera réparée dès l’été, a déclaré"
    " la maire ; à côté, un café rouvrira où naît le canal.",
    "German": "Die Brücke über die Ähre bleibt für Fußgänger geöffnet, während Bauarbeiter die größeren Träger prüfen.",
    "Spanish": "El año pasado la sequía dejó sin agua a"
    " ocho aldeas; ¿quién pagará los camiones?, preguntó la alcaldesa Ibáñez.",
    "Portuguese": "A população não aceita a construção da estação junto"
    " à praia, e três câmaras já votaram contra as ações.",
    "Italian": "La città avrà più autobus perché il ponte è chiuso;"
    " così si farà anche nei paesi più lontani, poiché è necessario.",
    "Danish": "Færgen til øen sejler ikke på søndag, siger rederiet, fordi både motor og køl skal efterses på værftet.",
    "Swedish": "Fyren på ön får nytt ljus i höst, säger kommunen,"
    " men båtarna går som förut över sundet även på kvällen.",
    "Finnish": "Satamaan rakennetaan kesällä pitkä silta, jonka yli"
    " pääsee myös pyörällä, sanoo kaupungin johtaja Mäkelä.",
    "Icelandic": "Sveitarfélagið ákvað að ný höfn yrði byggð þar sem"
    " ísinn er þynnstur, og íbúar fögnuðu því á föstudaginn.",
    "Polish": "Gmina kupiła łąkę nad rzeką, żeby woda mogła się"
    " rozlać; mieszkańcy są jednak źli, bo ścieżka znów będzie zamknięta.",
    "Czech": "Přívoz přes řeku letos nepojede, řekl starosta, protože břeh je podemletý"
    " a na opravě se pořád čeká; děti žijí na druhé straně.",
    "Slovak": "Kúpele čakajú na nový prameň, ľudia však hovoria, že väčšina"
    " vody už dávno tečie inde a že sťažnosti nikto nečíta.",
    "Hungarian": "A városi fürdő ősztől újra nyit, közölte a polgármester,"
    " de előbb a tetőt kell megjavítani, és ez időbe telik.",
    "Croatian": "Općina će graditi šetnicu duž obale, rečeno je na sjednici,"
    " što će ribari, kažu, teško moći prihvatiti žureći na posao.",
    "Turkish": "Köyün çeşmesi yıllar sonra yeniden akıyor; belediye başkanı,"
    " boruların değiştirildiğini ve işin kışa kadar biteceğini söyledi.",
    "Lithuanian": "Miestelio gyventojai šį rudenį gavo naują tiltą, tačiau žvejai sako,"
    " kad upė ties juo tapo per siaura ir žuvų mažėja.",
    "Latvian": "Ciema ļaudis šogad gāja uz jauno tirgu, jo vecajā"
    " jumts bija sācis tecēt; pašvaldība sola to salabot līdz ziemai.",
    "Estonian": "Küla rahvas sai uue silla, kuid sõita üle jõe"
    " võib sellest ainult öösel, ütles vallavanem, sest päeval käib töö.",
    "Russian": "Старый мост через реку закрыли до осени, сообщили в"
    " управлении; жители просят пустить паром и объезд для автобусов.",
    "Ukrainian": "Міст через річку закрили до осені, повідомили в управлінні; мешканці"
    " просять пустити пором і щоб їхні діти їздили до школи.",
    "Bulgarian": "Старият мост над реката беше затворен до есента, съобщиха"
    " от общината; хората искат ферибот и обиколен път за автобусите.",
    "Serbian": "Стари мост преко реке затворен је до јесени, саопштила је"
    " општина; људи желе скелу и обилазни пут за аутобусе и ђаке.",
    "Greek": "Η παλιά γέφυρα του χωριού έκλεισε ως το φθινόπωρο, είπε ο"
    " δήμαρχος, και οι κάτοικοι ζητούν να μπει πλοίο για τα παιδιά.",
    "Hebrew": "הגשר הישן מעל הנחל ייסגר עד הסתיו, הודיעה העירייה, והתושבים מבקשים שתופעל מעבורת עבור הילדים.",
    "Arabic": "أغلقت البلدية الجسر القديم فوق النهر حتى الخريف، ويطالب السكان بعبارة تنقل الأطفال إلى المدرسة كل صباح.",
    "Thai": "เทศบาลปิดสะพานเก่าข้ามแม่น้ำจนถึงสิ้นปี ชาวบ้านขอให้มีเรือรับส่งเด็กไปโรงเรียนทุกเช้า",
    "Japanese": "川にかかる古い橋は秋まで通れないと市が発表した。住民は子どもたちのために渡し船を出すよう求めている。",
    "Chinese": "市政府宣布，河上的旧桥将关闭到秋天，居民要求为上学的孩子开设渡船，并且增加公共汽车。",
    "Taiwanese": "市政府宣布，河上的舊橋將關閉到秋天，居民要求為上學的孩子開設渡船，並且增加公車。",
    "Korean": "시는 강 위의 낡은 다리를 가을까지 닫는다고 밝혔고 주민들은 아이들을 위한 나룻배를 요구하고 있다.",
}
PAGES = {
    "French": "cp1252 iso8859_15 cp850 mac_roman",
    "German": "cp1252 cp850 mac_roman cp437",
    "Spanish": "cp1252 cp850 mac_roman",
    "Portuguese": "cp1252 cp850 mac_roman",
    "Italian": "cp1252 cp850 mac_roman",
    "Danish": "cp1252 cp850 mac_roman",
    "Swedish": "cp1252 cp850 mac_roman",
    "Finnish": "cp1252 cp850 mac_roman",
    "Icelandic": "cp1252",
    "Polish": "cp1250 iso8859_2 cp852 mac_latin2",
    "Czech": "cp1250 iso8859_2 cp852 mac_latin2",
    "Slovak": "cp1250 iso8859_2 cp852",
    "Hungarian": "cp1250 iso8859_2 cp852",
    "Croatian": "cp1250 iso8859_2 cp852",
    "Turkish": "cp1254 iso8859_9 cp857 mac_turkish",
    "Lithuanian": "cp1257 iso8859_13 iso8859_4 cp775",
    "Latvian": "cp1257 iso8859_13 iso8859_4 cp775",
    "Estonian": "cp1257 iso8859_13",
    "Russian": "cp1251 koi8_r cp866 iso8859_5 mac_cyrillic cp855",
    "Ukrainian": "cp1251 koi8_u iso8859_5 cp1125",
    "Bulgarian": "cp1251 iso8859_5 cp866",
    "Serbian": "cp1251 iso8859_5 cp855",
    "Greek": "cp1253 iso8859_7 cp737 cp869 mac_greek",
    "Hebrew": "cp1255 iso8859_8 cp862",
    "Arabic": "cp1256 iso8859_6 cp720",
    "Thai": "cp874 tis_620",
    "Japanese": "cp932 euc_jp",
    "Chinese": "gb18030 gb2312",
    "Taiwanese": "big5hkscs",
    "Korean": "cp949 johab",
}
CASES = [(language, page) for language, pages in PAGES.items() for page in pages.split()]


def plain(text: str, page: str) -> str:
    """The text as far as the code page has its signs: typewriters have no curly ones."""
    for curly, straight in (("’", "'"), ("«", '"'), ("»", '"'), ("،", ",")):
        try:
            curly.encode(page)
        except UnicodeEncodeError:
            text = text.replace(curly, straight)
    return text


@pytest.mark.parametrize(("language", "page"), CASES)
def test_a_text_is_read_in_the_code_page_that_it_is_in(language: str, page: str) -> None:
    text = plain(SENTENCES[language], page)
    guess = code_page_of(text.encode(page))
    assert text.encode(page).decode(guess.codec, "replace") == text
    assert guess.doubt is None


def test_it_knows_letters_of_each_language_once() -> None:
    for row in LANGUAGES:
        assert len(set(row.letters)) == len(row.letters), row.language


@pytest.mark.parametrize("text", ["Café", "naïve", "Zürich", "São", "señor", "Łódź", "Москва", "Αθήνα"])
def test_a_single_word_is_read_right_or_in_doubt(text: str) -> None:
    page = next(
        page for page in ("cp1252", "cp1250", "cp1251", "cp1253") if text.encode(page, "replace").decode(page) == text
    )
    guess = code_page_of(f"The word is {text}, and it stands alone.".encode(page))
    assert guess.doubt is not None or text.encode(page).decode(guess.codec) == text


@pytest.mark.parametrize(
    "text",
    [
        "It’s closed, the harbour master said.",
        "“It is closed,” the harbour master said.",
        "The boats leave – if at all – on Monday…",
        "Nobody paid the £5, and the café was shut.",
        "O’Neill’s boat lay in Zürich.",
    ],
)
def test_one_sign_in_an_english_text_is_that_of_windows(text: str) -> None:
    guess = code_page_of(text.encode("cp1252"))
    assert (text.encode("cp1252").decode(guess.codec), guess.doubt) == (text, None)


def test_what_is_no_language_is_in_doubt() -> None:
    noise = bytes((17 * number * number + 5) % 128 + 128 for number in range(400))
    assert code_page_of(noise).doubt is not None
