"""What tables and records call the parts of an article, in the languages in which programs and people name columns."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The names of the parts of an article in a language, the surest first."""

    language: str
    names: Mapping[str, Sequence[str]]


@lru_cache(4096)
def normal(name: str) -> str:
    """A field's name as it is looked up: "Published At", "published_at" and "publishedAt" are one."""
    letters = unicodedata.normalize(
        "NFD", name.casefold().replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    )
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", bare))


FIELDS = ("title", "body", "summary", "published", "changed", "source", "author", "url", "place")


def row(language: str, *names: str) -> FieldNames:
    """A row of the table: for each field its names, with spaces between them."""
    return FieldNames(
        language, {field: [normal(name) for name in own.split()] for field, own in zip(FIELDS, names, strict=True)}
    )


FIELD_NAMES = (
    row(
        "English and programs",
        "title headline webtitle articletitle heading subject newstitle storytitle posttitle newsheadline",
        "body articlebody bodytext fulltext maintext articletext text content contenttext contenthtml article"
        " cleanedtext newstext newscontent storytext story bodyhtml contents paragraphs plaintext textcontent rawtext"
        " articlecontent postcontent contentencoded fullcontent",
        "summary description abstract abstractnote leadparagraph lead teaser trailtext snippet excerpt"
        " openingtext hitsentence standfirst dek keysentence matchedcontent",
        "published publishedat datepublished publicationdate pubdate publishdate datepublish publishedtime"
        " webpublicationdate firstpublished datetime date timestamp publicationdatetime publishedon posted postedat"
        " releasedate time createdat created datecreated dateofpublication pubtime publishtime publisheddate issued"
        " articledate newsdate storydate postdate displaydate publicationtime pubdatetime displaydatetime",
        "modified modifiedat datemodified modificationdate updated updatedat dateupdated updatedate lastmodified"
        " lastupdated lastupdate lastchanged changed changedat modifieddate updatedtime modifiedtime seendate",
        "source outlet publication sitename newspaper sourcename site media mediaoutlet publicationtitle"
        " containertitle medianame websitetitle blogtitle newspapername outletname publicationname pubtitle"
        " journaltitle sourcetitle feedtitle newssource publisher provider sourcecommonname sourcehostname domain"
        " sourcedomain sitefull cleanurl hostname",
        "author authors byline creator creators writer articleauthor by",
        "url link weburl articleurl canonicalurl permalink sourceurl href contenturl uri documentidentifier"
        " documenturl plink pageurl storyurl newsurl posturl originalurl sharelink",
        "place dateline location city",
    ),
    row(
        "German",
        "titel uberschrift schlagzeile headline artikeltitel",
        "volltext artikeltext text inhalt artikel beitrag beitragstext fliesstext",
        "zusammenfassung vorspann anreisser kurztext abstract",
        "erscheinungsdatum veroffentlichungsdatum publikationsdatum veroffentlicht veroffentlichtam erschienen"
        " erschienenam datum zeitpunkt",
        "aktualisiert aktualisiertam geandert geandertam anderungsdatum",
        "quelle zeitung medium publikation medienname verlag",
        "autor autorin autoren verfasser verfasserin",
        "adresse webadresse internetadresse verweis",
        "ort",
    ),
    row(
        "French",
        "titre titrearticle manchette",
        "texte textearticle texteintegral contenu corps",
        "resume chapo chapeau extrait",
        "datedepublication datepublication datedeparution dateparution publiele date",
        "datedemodification datemodification datedemiseajour misajourle modifiele",
        "journal titredepresse nomdelasource editeur",
        "auteur auteurs signature",
        "lien adresseweb lienweb",
        "lieu ville",
    ),
    row(
        "Spanish",
        "titulo titular encabezado encabezamiento",
        "texto textocompleto contenido cuerpo noticia articulo",
        "resumen entradilla extracto bajada",
        "fechadepublicacion fechapublicacion publicado fecha",
        "fechademodificacion fechamodificacion actualizado fechadeactualizacion",
        "fuente medio periodico diario",
        "autor autores autora firma redactor",
        "enlace vinculo direccion",
        "lugar ciudad",
    ),
    row(
        "Portuguese",
        "titulo manchete",
        "texto textocompleto conteudo corpo materia",
        "resumo linhafina",
        "datadepublicacao datapublicacao publicadoem data",
        "datadeatualizacao dataatualizacao atualizadoem",
        "fonte veiculo jornal",
        "autor autores jornalista",
        "ligacao endereco",
        "local cidade",
    ),
    row(
        "Italian",
        "titolo titoloarticolo",
        "testo testocompleto contenuto corpo articolo",
        "riassunto sommario occhiello",
        "datadipubblicazione datapubblicazione pubblicatoil data",
        "datadimodifica datamodifica aggiornatoil",
        "fonte testata giornale",
        "autore autori firma",
        "collegamento indirizzo",
        "luogo citta",
    ),
    row(
        "Dutch",
        "titel kop koptekst krantenkop",
        "tekst volledigetekst inhoud artikel artikeltekst",
        "samenvatting inleiding",
        "publicatiedatum gepubliceerd gepubliceerdop datum",
        "gewijzigd gewijzigdop wijzigingsdatum bijgewerkt",
        "bron krant dagblad",
        "auteur auteurs schrijver",
        "koppeling webadres",
        "plaats",
    ),
    row(
        "Swedish, Danish and Norwegian",
        "titel tittel rubrik overskrift",
        "brodtext brodtekst text tekst innehall indhold innhold artikel",
        "sammanfattning sammendrag resume ingress",
        "publiceringsdatum publicerad udgivelsesdato publiceret publisert publiseringsdato datum dato",
        "andrad uppdaterad opdateret oppdatert endret",
        "kalla kilde tidning avis",
        "forfattare forfatter journalist skribent",
        "lank lenke",
        "ort sted",
    ),
    row(
        "Finnish",
        "otsikko",
        "teksti leipateksti sisalto",
        "tiivistelma ingressi",
        "julkaisupaiva julkaistu paivamaara pvm",
        "paivitetty muokattu",
        "lahde lehti julkaisu",
        "kirjoittaja tekija toimittaja",
        "linkki osoite",
        "paikka paikkakunta",
    ),
    row(
        "Polish",
        "tytul naglowek",
        "tresc pelnytekst tekst artykul",
        "streszczenie zajawka",
        "datapublikacji opublikowano data",
        "datamodyfikacji zaktualizowano",
        "zrodlo gazeta wydawca",
        "autor autorzy",
        "odnosnik adres",
        "miejsce",
    ),
    row(
        "Czech and Slovak",
        "titulek nadpis nazev nazov",
        "text obsah clanek clanok",
        "perex souhrn anotace",
        "datumvydani publikovano datumpublikace publikovane datum",
        "aktualizovano upraveno",
        "zdroj noviny medium",
        "autor autori",
        "odkaz adresa",
        "misto miesto",
    ),
    row(
        "Hungarian and Romanian",
        "cim titlu",
        "szoveg tartalom cikk text continut",
        "osszefoglalo rezumat",
        "megjelenes datum datapublicarii data",
        "frissitve modositva actualizat",
        "forras lap sursa ziar",
        "szerzo autor",
        "hivatkozas adresa",
        "helyszin loc",
    ),
    row(
        "Turkish",
        "baslik haberbasligi",
        "metin icerik haber habermetni",
        "ozet spot",
        "yayintarihi yayimtarihi tarih",
        "guncellemetarihi guncellendi",
        "kaynak gazete",
        "yazar muhabir",
        "baglanti adres",
        "yer sehir",
    ),
    row(
        "Russian and Ukrainian",
        "заголовок название назва",
        "текст полныитекст содержание зміст статья стаття",
        "аннотация краткоесодержание анотація",
        "датапубликации датапублікаціі опубликовано дата",
        "датаизменения обновлено оновлено",
        "источник издание сми джерело видання",
        "автор авторы автори",
        "ссылка адрес посилання",
        "место місце город",
    ),
    row(
        "Greek",
        "τιτλος επικεφαλιδα",
        "κειμενο περιεχομενο αρθρο",
        "περιληψη",
        "ημερομηνια ημερομηνιαδημοσιευσης δημοσιευση",
        "ενημερωση",
        "πηγη εφημεριδα",
        "συγγραφεασ συντακτης",
        "συνδεσμος",
        "τοπος",
    ),
    row(
        "Arabic and Persian",
        "العنوان عنوان تیتر",
        "النص نص المحتوى نصالمقال متن متنخبر",
        "الملخص ملخص خلاصه",
        "تاريخالنشر التاريخ تاريخ تاریخ تاریخانتشار",
        "تاريخالتحديث",
        "المصدر مصدر منبع روزنامه",
        "الكاتب المؤلف كاتب نویسنده",
        "الرابط رابط پیوند",
        "المكان مکان",
    ),
    row(
        "Hebrew",
        "כותרת",
        "תוכן טקסט גוףהכתבה",
        "תקציר",
        "תאריךפרסום תאריך",
        "עודכן",
        "מקור עיתון",
        "מחבר כתב",
        "קישור",
        "מקום",
    ),
    row(
        "Chinese",
        "标题 標題 题目 題目 新闻标题",
        "正文 内容 內容 全文 文本 文章内容 新闻内容",
        "摘要 概要",
        "发布时间 发布日期 發布時間 發布日期 出版日期 发表时间 日期 时间 時間",
        "更新时间 更新時間 修改时间",
        "来源 來源 媒体 媒體 报纸 報紙 新闻来源",
        "作者 记者 記者",
        "链接 連結 鏈接 网址 網址",
        "地点 地點",
    ),
    row(
        "Japanese",
        "タイトル 見出し 題名 件名",
        "本文 記事 内容 記事本文",
        "概要 要約",
        "公開日 掲載日 発行日 公開日時 配信日時 日付 日時",
        "更新日 更新日時",
        "媒体名 媒体 新聞 出典 ソース",
        "著者 執筆者 記者",
        "リンク アドレス",
        "場所",
    ),
    row(
        "Korean",
        "제목 기사제목",
        "본문 기사본문 내용",
        "요약",
        "게시일 발행일 작성일 등록일 일자 날짜",
        "수정일",
        "언론사 매체 출처 신문사",
        "기자 작성자 저자",
        "링크 주소",
        "장소",
    ),
    row(
        "Indonesian and Malay",
        "judul tajuk",
        "isi isiberita teks konten kandungan",
        "ringkasan",
        "tanggalterbit tanggal tarikh",
        "diperbarui",
        "sumber surat media",
        "penulis wartawan",
        "tautan pautan",
        "lokasi tempat",
    ),
    row(
        "Croatian, Serbian and Slovene",
        "naslov",
        "tekst tekstclanka sadrzaj clanak besedilo vsebina",
        "sazetak povzetek",
        "datumobjave objavljeno datum",
        "azurirano posodobljeno",
        "izvor vir list",
        "autor autori avtor novinar",
        "poveznica povezava",
        "mjesto mesto kraj",
    ),
    row(
        "Bulgarian",
        "заглавие",
        "текст съдържание статия",
        "резюме",
        "датанапубликуване публикувано дата",
        "обновено",
        "източник вестник издание",
        "автор автори",
        "връзка линк",
        "място",
    ),
    row(
        "Thai",
        "หัวข้อข่าว หัวข้อ ชื่อเรื่อง พาดหัวข่าว",
        "เนื้อหา เนื้อข่าว เนื้อหาข่าว",
        "สรุป",
        "วันที่เผยแพร่ วันที่ลงข่าว วันที่",
        "วันที่แก้ไข",
        "แหล่งข่าว แหล่งที่มา สำนักข่าว หนังสือพิมพ์",
        "ผู้เขียน ผู้สื่อข่าว",
        "ลิงก์ ลิงค์",
        "สถานที่",
    ),
    row(
        "Vietnamese",
        "tieude",
        "noidung baiviet",
        "tomtat",
        "ngaydang ngayxuatban ngay",
        "ngaycapnhat",
        "nguon toasoan",
        "tacgia",
        "lienket duongdan",
        "diadiem",
    ),
)
"""Names that mean other things in other languages, such as the French "article" for the text, are of the first."""

FIELD_OF = {name: field for names in reversed(FIELD_NAMES) for field in FIELDS for name in names.names[field]}
"""The field that a name stands for; where languages disagree, the first of the table is heeded."""

NAMES_OF = {
    field: tuple(dict.fromkeys(name for names in FIELD_NAMES for name in names.names[field])) for field in FIELDS
}
"""All names of a field, the surest first; those of programs before those of people."""
