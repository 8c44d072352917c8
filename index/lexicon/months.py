"""The names of the months, in the languages in which pages write days."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthNames:
    """What the months are called in a language, from January on, each in full and then in its short forms."""

    language: str
    names: tuple[tuple[str, ...], ...]
    example: str
    """A day of 2022 that can be read only with this row."""


def row(language: str, names: str, example: str) -> MonthNames:
    """A row of the table; the months are separated by bars, and the names of one by spaces."""
    return MonthNames(language, tuple(tuple(month.split()) for month in names.split("|")), example)


MONTH_NAMES = (
    row(
        "English",
        "january jan | february feb | march mar | april apr | may | june jun | july jul | august aug"
        " | september sept sep | october oct | november nov | december dec",
        "11 October 2022",
    ),
    row(
        "German",
        "januar jänner | februar feber | märz maerz mär mrz | april | mai | juni | juli | august | september"
        " | oktober okt | november | dezember dez",
        "11. Jänner 2022",
    ),
    row(
        "French",
        "janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre | octobre"
        " | novembre | décembre déc",
        "11 juillet 2022",
    ),
    row(
        "Spanish",
        "enero ene | febrero | marzo | abril abr | mayo | junio | julio | agosto | septiembre setiembre | octubre"
        " | noviembre | diciembre dic",
        "11 de noviembre de 2022",
    ),
    row(
        "Portuguese",
        "janeiro | fevereiro fev | março | abril | maio | junho | julho | agosto | setembro | outubro | novembro"
        " | dezembro",
        "11 de dezembro de 2022",
    ),
    row(
        "Italian",
        "gennaio | febbraio | marzo | aprile | maggio | giugno giu | luglio lug | agosto | settembre | ottobre ott"
        " | novembre | dicembre",
        "11 luglio 2022",
    ),
    row(
        "Dutch",
        "januari | februari | maart mrt | april | mei | juni | juli | augustus | september | oktober | november"
        " | december",
        "11 mrt 2022",
    ),
    row(
        "Swedish, Danish and Norwegian",
        "januari januar | februari februar | mars marts | april | maj mai | juni | juli | augusti august | september"
        " | oktober | november | december desember",
        "11 augusti 2022",
    ),
    row(
        "Russian",
        "января янв | февраля февр | марта | апреля апр | мая | июня июн | июля июл | августа авг | сентября сент"
        " | октября окт | ноября нояб ноя | декабря дек",
        "11 ноября 2022",
    ),
    row(
        "Ukrainian",
        "січня січ | лютого лют | березня бер | квітня квіт | травня трав | червня черв | липня лип | серпня серп"
        " | вересня вер | жовтня жовт | листопада лист | грудня груд",
        "11 листопада 2022",
    ),
    row(
        "Polish",
        "stycznia styczeń sty | lutego luty lut | marca marzec mar | kwietnia kwiecień kwi | maja maj"
        " | czerwca czerwiec cze | lipca lipiec lip | sierpnia sierpień sie | września wrzesień wrz"
        " | października październik paź"
        " | listopada listopad lis | grudnia grudzień gru",
        "11 października 2022",
    ),
    row(
        "Czech",
        "ledna leden led | února únor úno | března březen bře | dubna duben dub | května květen kvě | června červen čvn"
        " | července červenec čvc | srpna srpen srp | září zář | října říjen říj | listopadu listopad lis"
        " | prosince prosinec",
        "11. prosince 2022",
    ),
    row(
        "Slovak",
        "januára január | februára február | marca marec | apríla apríl | mája máj | júna jún | júla júl"
        " | augusta august | septembra september | októbra október | novembra november | decembra december",
        "11. októbra 2022",
    ),
    row(
        "Slovene",
        "januarja januar | februarja februar | marca marec | aprila april | maja maj | junija junij | julija julij"
        " | avgusta avgust avg | septembra september | oktobra oktober | novembra november | decembra december",
        "11. junija 2022",
    ),
    row(
        "Croatian",
        "siječnja siječanj | veljače veljača | ožujka ožujak | travnja travanj | svibnja svibanj | lipnja lipanj"
        " | srpnja srpanj | kolovoza kolovoz | rujna rujan | - | studenoga studenog studeni | prosinca prosinac",
        "11. studenoga 2022.",
    ),
    row(
        "Serbian and Bosnian, in Latin letters",
        "januar januara | februar februara | mart marta | april aprila | maj maja | jun juna juni | jul jula juli"
        " | avgust avgusta august | septembar septembra | oktobar oktobra | novembar novembra | decembar decembra",
        "11. novembar 2022.",
    ),
    row(
        "Serbian and Macedonian, in Cyrillic letters",
        "јануар јануара јануари | фебруар фебруара февруари | март марта | април априла | мај маја | јун јуна јуни"
        " | јул јула јули | август августа | септембар септембра септември | октобар октобра октомври"
        " | новембар новембра ноември | децембар децембра декември",
        "11. новембар 2022.",
    ),
    row(
        "Bulgarian",
        "януари яну | февруари фев | март | април апр | май | юни | юли | август авг | септември сеп | октомври окт"
        " | ноември ное | декември дек",
        "11 юни 2022",
    ),
    row(
        "Belarusian",
        "студзеня студзень | лютага люты | сакавіка сакавік | красавіка красавік | мая май | чэрвеня чэрвень"
        " | ліпеня ліпень | жніўня жнівень | верасня верасень | кастрычніка кастрычнік | лістапада лістапад"
        " | снежня снежань",
        "11 лістапада 2022",
    ),
    row(
        "Romanian",
        "ianuarie ian | februarie | martie | aprilie | mai | iunie iun | iulie iul | august | septembrie | octombrie"
        " | noiembrie noi | decembrie",
        "11 noiembrie 2022",
    ),
    row(
        "Catalan",
        "gener | febrer | març | abril | maig | juny | juliol | agost | setembre | octubre | novembre | desembre",
        "11 de juny de 2022",
    ),
    row(
        "Galician",
        "xaneiro xan | febreiro | marzo | abril | maio | xuño xuñ | xullo xul | agosto | setembro | outubro | novembro"
        " | decembro",
        "11 de xaneiro de 2022",
    ),
    row(
        "Hungarian",
        "január | február | március márc | április ápr | május máj | június jún | július júl | augusztus"
        " | szeptember szept | október | november | december",
        "2022. szeptember 11.",
    ),
    row(
        "Finnish",
        "tammikuuta tammikuu tammi tammik | helmikuuta helmikuu helmi helmik | maaliskuuta maaliskuu maalis maalisk"
        " | huhtikuuta huhtikuu huhti huhtik | toukokuuta toukokuu touko toukok | kesäkuuta kesäkuu kesä kesäk"
        " | heinäkuuta heinäkuu heinä heinäk | elokuuta elokuu elo elok | syyskuuta syyskuu syys syysk"
        " | lokakuuta lokakuu loka lokak | marraskuuta marraskuu marras marrask | joulukuuta joulukuu joulu jouluk",
        "11. marraskuuta 2022",
    ),
    row(
        "Estonian",
        "jaanuar jaan | veebruar veebr | märts | aprill | mai | juuni | juuli | august | september sept | oktoober okt"
        " | november | detsember dets",
        "11. detsember 2022",
    ),
    row(
        "Latvian",
        "janvāris janvārī | februāris februārī | marts martā | aprīlis aprīlī | maijs maijā | jūnijs jūnijā"
        " | jūlijs jūlijā | augusts augustā | septembris septembrī | oktobris oktobrī | novembris novembrī"
        " | decembris decembrī",
        "2022. gada 11. novembris",
    ),
    row(
        "Lithuanian",
        "sausio sausis | vasario vasaris | kovo kovas | balandžio balandis | gegužės gegužė | birželio birželis"
        " | liepos liepa | rugpjūčio rugpjūtis | rugsėjo rugsėjis | spalio spalis | lapkričio lapkritis"
        " | gruodžio gruodis",
        "2022 m. lapkričio 11 d.",
    ),
    row(
        "Turkish",
        "ocak oca | şubat şub | mart | nisan nis | mayıs mayis | haziran haz | temmuz tem | ağustos ağu | eylül eyl"
        " | ekim eki | kasım kasim kas | aralık aralik ara",
        "11 Kasım 2022",
    ),
    row(
        "Azerbaijani",
        "yanvar | fevral | mart | aprel | may | iyun | iyul | avqust | sentyabr | oktyabr | noyabr | dekabr",
        "11 sentyabr 2022",
    ),
    row(
        "Albanian",
        "janar | shkurt | mars | prill | maj | qershor | korrik | gusht | shtator | tetor | nëntor | dhjetor",
        "11 nëntor 2022",
    ),
    row(
        "Icelandic",
        "janúar | febrúar | mars | apríl | maí | júní | júlí | ágúst | september | október | nóvember | desember",
        "11. nóvember 2022",
    ),
    row(
        "Indonesian and Malay",
        "januari | februari | maret mac | april | mei | juni jun | juli julai | agustus ogos agt | september | oktober"
        " | november | desember disember",
        "11 Maret 2022",
    ),
    row(
        "Filipino",
        "enero | pebrero | marso | abril | mayo | hunyo | hulyo | agosto | setyembre | oktubre | nobyembre | disyembre",
        "11 Nobyembre 2022",
    ),
    row(
        "Greek",
        "ιανουαρίου ιανουάριος ιαν | φεβρουαρίου φεβρουάριος φεβ | μαρτίου μάρτιος μαρ | απριλίου απρίλιος απρ"
        " | μαΐου μάιος μαϊ | ιουνίου ιούνιος ιουν | ιουλίου ιούλιος ιουλ | αυγούστου αύγουστος αυγ"
        " | σεπτεμβρίου σεπτέμβριος σεπ σεπτ | οκτωβρίου οκτώβριος οκτ | νοεμβρίου νοέμβριος νοε"
        " | δεκεμβρίου δεκέμβριος δεκ",
        "11 Νοεμβρίου 2022",
    ),
    row(
        "Armenian",
        "հունվարի հունվար | փետրվարի փետրվար | մարտի մարտ | ապրիլի ապրիլ | մայիսի մայիս | հունիսի հունիս"
        " | հուլիսի հուլիս | օգոստոսի օգոստոս | սեպտեմբերի սեպտեմբեր | հոկտեմբերի հոկտեմբեր | նոյեմբերի նոյեմբեր"
        " | դեկտեմբերի դեկտեմբեր",
        "11 նոյեմբերի 2022",
    ),
    row(
        "Georgian",
        "იანვარი | თებერვალი | მარტი | აპრილი | მაისი | ივნისი | ივლისი | აგვისტო | სექტემბერი | ოქტომბერი | ნოემბერი"
        " | დეკემბერი",
        "11 ნოემბერი 2022",
    ),
    row(
        "Hebrew",
        "בינואר ינואר בינו׳ ינו׳ | בפברואר פברואר בפבר׳ פבר׳ | במרץ מרץ במרס מרס | באפריל אפריל באפר׳ אפר׳ | במאי מאי"
        " | ביוני יוני | ביולי יולי | באוגוסט אוגוסט באוג׳ אוג׳ | בספטמבר ספטמבר בספט׳ ספט׳"
        " | באוקטובר אוקטובר באוק׳ אוק׳ | בנובמבר נובמבר בנוב׳ נוב׳ | בדצמבר דצמבר בדצמ׳ דצמ׳",
        "11 בנובמבר 2022",
    ),
    row(
        "Arabic",
        "يناير جانفي كانون_الثاني | فبراير فيفري شباط | مارس آذار | أبريل إبريل ابريل أفريل نيسان | مايو ماي أيار"
        " | يونيو جوان حزيران | يوليو جويلية يوليوز تموز | أغسطس اغسطس أوت غشت آب | سبتمبر شتنبر أيلول"
        " | أكتوبر اكتوبر تشرين_الأول | نوفمبر نونبر تشرين_الثاني | ديسمبر دجنبر كانون_الأول",
        "11 نوفمبر 2022",
    ),
    row(
        "Persian",
        "ژانویه ژانویهٔ | فوریه فوریهٔ | مارس | آوریل | مه مهٔ می"
        " | ژوئن | ژوئیه ژوئیهٔ جولای | اوت | سپتامبر | اکتبر | نوامبر | دسامبر",
        "۱۱ نوامبر ۲۰۲۲",
    ),
    row(
        "Urdu",
        "جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر",
        "11 نومبر 2022",
    ),
    row(
        "Hindi",
        "जनवरी जन॰ | फ़रवरी फरवरी फ़र॰ | मार्च | अप्रैल | मई | जून | जुलाई जुल॰ | अगस्त अग॰ | सितंबर सितम्बर सित॰"
        " | अक्टूबर अक्तूबर अक्तू॰ | नवंबर नवम्बर नव॰ | दिसंबर दिसम्बर दिस॰",
        "11 नवंबर 2022",
    ),
    row(
        "Marathi",
        "जानेवारी | फेब्रुवारी | मार्च | एप्रिल | मे | जून | जुलै | ऑगस्ट | सप्टेंबर | ऑक्टोबर | नोव्हेंबर | डिसेंबर",
        "11 नोव्हेंबर 2022",
    ),
    row(
        "Bengali",
        "জানুয়ারি জানুয়ারী | ফেব্রুয়ারি ফেব্রুয়ারী | মার্চ | এপ্রিল | মে | জুন | জুলাই | আগস্ট | সেপ্টেম্বর | অক্টোবর | নভেম্বর | ডিসেম্বর",
        "১১ নভেম্বর ২০২২",
    ),
    row(
        "Tamil",
        "ஜனவரி | பிப்ரவரி | மார்ச் | ஏப்ரல் | மே | ஜூன் | ஜூலை | ஆகஸ்ட் | செப்டம்பர் | அக்டோபர் | நவம்பர் | டிசம்பர்",
        "11 நவம்பர் 2022",
    ),
    row(
        "Thai",
        "มกราคม ม.ค. | กุมภาพันธ์ ก.พ. | มีนาคม มี.ค. | เมษายน เม.ย. | พฤษภาคม พ.ค. | มิถุนายน มิ.ย. | กรกฎาคม ก.ค."
        " | สิงหาคม ส.ค. | กันยายน ก.ย. | ตุลาคม ต.ค. | พฤศจิกายน พ.ย. | ธันวาคม ธ.ค.",
        "11 พฤศจิกายน 2565",
    ),
    row(
        "Nepali",
        "जनवरी | फेब्रुअरी | मार्च | अप्रिल | मे | जुन | जुलाई | अगस्ट | सेप्टेम्बर | अक्टोबर | नोभेम्बर | डिसेम्बर",
        "11 नोभेम्बर 2022",
    ),
    row(
        "Gujarati",
        "જાન્યુઆરી | ફેબ્રુઆરી | માર્ચ | એપ્રિલ | મે | જૂન | જુલાઈ | ઑગસ્ટ ઓગસ્ટ | સપ્ટેમ્બર | ઑક્ટોબર ઓક્ટોબર | નવેમ્બર | ડિસેમ્બર",
        "11 નવેમ્બર 2022",
    ),
    row(
        "Punjabi",
        "ਜਨਵਰੀ | ਫ਼ਰਵਰੀ ਫਰਵਰੀ | ਮਾਰਚ | ਅਪ੍ਰੈਲ | ਮਈ | ਜੂਨ | ਜੁਲਾਈ | ਅਗਸਤ | ਸਤੰਬਰ | ਅਕਤੂਬਰ | ਨਵੰਬਰ | ਦਸੰਬਰ",
        "11 ਨਵੰਬਰ 2022",
    ),
    row(
        "Telugu",
        "జనవరి | ఫిబ్రవరి | మార్చి | ఏప్రిల్ | మే | జూన్ | జూలై జులై | ఆగస్టు ఆగస్ట్ | సెప్టెంబర్ సెప్టెంబరు | అక్టోబర్ అక్టోబరు"
        " | నవంబర్ నవంబరు | డిసెంబర్ డిసెంబరు",
        "11 నవంబర్ 2022",
    ),
    row(
        "Kannada",
        "ಜನವರಿ | ಫೆಬ್ರವರಿ | ಮಾರ್ಚ್ | ಏಪ್ರಿಲ್ | ಮೇ | ಜೂನ್ | ಜುಲೈ | ಆಗಸ್ಟ್ | ಸೆಪ್ಟೆಂಬರ್ | ಅಕ್ಟೋಬರ್ | ನವೆಂಬರ್ | ಡಿಸೆಂಬರ್",
        "11 ನವೆಂಬರ್ 2022",
    ),
    row(
        "Malayalam",
        "ജനുവരി | ഫെബ്രുവരി | മാർച്ച് | ഏപ്രിൽ | മേയ് മെയ് | ജൂൺ | ജൂലൈ | ഓഗസ്റ്റ് ആഗസ്റ്റ് | സെപ്റ്റംബർ | ഒക്ടോബർ | നവംബർ | ഡിസംബർ",
        "11 നവംബർ 2022",
    ),
    row(
        "Sinhala",
        "ජනවාරි | පෙබරවාරි | මාර්තු | අප්‍රේල් | මැයි | ජූනි | ජූලි | අගෝස්තු | සැප්තැම්බර් | ඔක්තෝබර් | නොවැම්බර් | දෙසැම්බර්",
        "11 නොවැම්බර් 2022",
    ),
    row(
        "Khmer",
        "មករា | កុម្ភៈ | មីនា | មេសា | ឧសភា | មិថុនា | កក្កដា | សីហា | កញ្ញា | តុលា | វិច្ឆិកា | ធ្នូ",
        "11 វិច្ឆិកា 2022",
    ),
    row(
        "Burmese",
        "ဇန်နဝါရီ | ဖေဖော်ဝါရီ | မတ် | ဧပြီ | မေ | ဇွန် | ဇူလိုင် | ဩဂုတ် | စက်တင်ဘာ | အောက်တိုဘာ | နိုဝင်ဘာ | ဒီဇင်ဘာ",
        "11 နိုဝင်ဘာ 2022",
    ),
    row(
        "Lao",
        "ມັງກອນ | ກຸມພາ | ມີນາ | ເມສາ | ພຶດສະພາ | ມິຖຸນາ | ກໍລະກົດ | ສິງຫາ | ກັນຍາ | ຕຸລາ | ພະຈິກ | ທັນວາ",
        "11 ພະຈິກ 2022",
    ),
    row(
        "Kazakh",
        "қаңтар | ақпан | наурыз | сәуір | мамыр | маусым | шілде | тамыз | қыркүйек | қазан | қараша | желтоқсан",
        "2022 ж. 11 қараша",
    ),
    row(
        "Uzbek",
        "yanvar | fevral | mart | aprel | may | iyun | iyul | avgust | sentabr | oktabr | noyabr | dekabr",
        "11 oktabr 2022",
    ),
    row(
        "Basque",
        "urtarrilaren urtarrilak | otsailaren otsailak"
        " | martxoaren martxoak | apirilaren apirilak | maiatzaren maiatzak"
        " | ekainaren ekainak | uztailaren uztailak | abuztuaren abuztuak | irailaren irailak | urriaren urriak"
        " | azaroaren azaroak | abenduaren abenduak",
        "2022ko azaroaren 11",
    ),
    row(
        "Irish",
        "eanáir | feabhra | márta | aibreán | bealtaine | meitheamh"
        " | iúil | lúnasa | meán_fómhair | deireadh_fómhair | samhain | nollaig",
        "11 Samhain 2022",
    ),
    row(
        "Welsh",
        "ionawr | chwefror | mawrth | ebrill | mai | mehefin | gorffennaf | awst | medi | hydref | tachwedd | rhagfyr",
        "11 Tachwedd 2022",
    ),
    row(
        "Maltese",
        "jannar | frar | marzu | april | mejju | ġunju | lulju | awwissu | settembru | ottubru | novembru | diċembru",
        "11 Novembru 2022",
    ),
    row(
        "Afrikaans",
        "januarie | februarie | maart | april | mei | junie | julie | augustus | september | oktober | november"
        " | desember",
        "11 Junie 2022",
    ),
    row(
        "Swahili",
        "januari | februari | machi | aprili | mei | juni | julai | agosti | septemba | oktoba | novemba | desemba",
        "11 Novemba 2022",
    ),
    row(
        "Amharic",
        "ጃንዋሪ | ፌብሩዋሪ | ማርች | ኤፕሪል | ሜይ | ጁን | ጁላይ | ኦገስት | ሴፕቴምበር | ኦክቶበር | ኖቬምበር | ዲሴምበር",
        "11 ኖቬምበር 2022",
    ),
    row(
        "Tajik",
        "январи | феврали | марти | апрели | майи | июни | июли | августи | сентябри | октябри | ноябри | декабри",
        "11 ноябри 2022",
    ),
    row(
        "Kyrgyz and Uzbek in Cyrillic",
        "январь | февраль | март | апрель | май | июнь | июль | август | сентябрь | октябрь | ноябрь | декабрь",
        "2022 йил 11 ноябрь",
    ),
    row(
        "Somali",
        "janaayo | febraayo | maarso | abriil | maajo | juun | luulyo | agoosto | sebtembar | oktoobar"
        " | nofembar noofembar | desembar diisembar",
        "11 Noofembar 2022",
    ),
    row(
        "Hausa",
        "janairu | fabrairu | maris | afrilu | mayu | yuni | yuli | agusta | satumba | oktoba | nuwamba | disamba",
        "11 ga Nuwamba, 2022",
    ),
    row(
        "Esperanto",
        "januaro | februaro | marto | aprilo | majo | junio | julio | aŭgusto | septembro | oktobro | novembro"
        " | decembro",
        "11-a de septembro 2022",
    ),
)
"""Short forms that are English words, such as the Portuguese "out" and "set", are left out. A name of several words has
"_" between them; "-" stands for one that means another month in another language."""


def plain(name: str) -> str:
    """The name in small letters, without accents."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def spoken(name: str) -> str:
    """A name of the table as it is written in a text."""
    return name.replace("_", " ")


NUMBERS = {
    plain(spoken(name)): number
    for months in MONTH_NAMES
    for number, names in enumerate(months.names, 1)
    for name in names
    if name != "-"
}


def month_number(name: str) -> int:
    """1 for January, whether it is written in full or not, in any of these languages."""
    return NUMBERS[plain(name.rstrip("."))]


def month_or_none(word: str) -> int | None:
    """The same of a word that may be no month, or one that is written with full stops: None for any other word."""
    known = plain(word)
    return NUMBERS.get(known, NUMBERS.get(known.rstrip(".")))


def month_pattern(table: Sequence[MonthNames]) -> str:
    """A pattern that fits any name of a month in these languages, and no accents where there should be some."""
    names = {spoken(name) for months in table for month in months.names for name in month} - {"-"}
    return "|".join(sorted({spelled(name) for name in names}, key=lambda each: (-len(each), each)))


def spelled(name: str) -> str:
    """A pattern for a name in small and in capital letters, for one that heeds the case only of ASCII."""
    return "".join(
        re.escape(letter) if letter.isascii() else f"[{letter}{letter.upper()}{plain(letter)}]" for letter in name
    )


def word_pattern(table: Sequence[MonthNames]) -> str:
    """A pattern that fits the names of months in these languages, and other words of their letters.

    So many names as alternatives take a while to be made into a pattern; `month_number` tells which words are names.
    """
    names = {spoken(name) for months in table for month in months.names for name in month}
    in_parts = [re.escape(name) for name in sorted(names) if not set(" .").isdisjoint(name)]
    letters = {form for name in names for letter in name for form in (letter, letter.upper(), plain(letter))}
    foreign = "".join(sorted(letter for letter in letters if len(letter) == 1 and not letter.isascii()))
    longest = max(map(len, names))
    return "|".join([*in_parts, f"[A-Za-z{foreign}]{{2,{longest}}}"])
