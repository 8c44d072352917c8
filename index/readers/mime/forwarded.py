"""A mail that was forwarded within another: what its header, written as text, says of it, and what it says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeaderName:
    """A header of a forwarded mail: what programs call it in the languages that they speak, and such a line."""

    field: str
    names: str
    """With bars between them; upper and lower case are one."""
    example: str


HEADER_NAMES = (
    HeaderName(
        "sender",
        "from|von|de|da|van|fra|från|lähettäjä|od|nadawca|от|от кого|від|від кого|kimden|gönderen|feladó"
        "|de la|από|expéditeur|mittente|remitente|remetente|afzender|発信元|差出人|发件人|寄件者|寄件人"
        "|보낸 사람|보낸사람|من|از|فرستنده|प्रेषक|מאת|dari|daripada|từ|จาก|šalje|шаље|nuo|saatja|nork",
        "From: The Courier <news@courier.example>",
    ),
    HeaderName(
        "day",
        "date|sent|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada|enviada em|fecha|data|inviato"
        "|verzonden|dato|sendt|skickat|skickat den|lähetetty|päivämäärä|päiväys|data wysłania|wysłano|wysłane"
        "|odesláno|odoslané|dátum|elküldve|küldve|trimis|trimisă|dată|дата|отправлено|надіслано|tarih"
        "|gönderildi|gönderme tarihi|ημερομηνία|στάλθηκε|日付|日時|送信日時|发送时间|发送日期|日期|寄件日期"
        "|傳送時間|날짜|보낸 날짜|보낸날짜|تاريخ|التاريخ|تم الإرسال|أرسلت|تاریخ"
        "|दिनांक|נשלח|תאריך|tanggal|dikirim|ngày|đã gửi|วันที่|ส่ง"
        "|poslano|poslato|послато|изпратено|enviat|enviat el|išsiųsta|nosūtīts|saadetud|bidalia|dihantar",
        "Sent: Friday, November 11, 2022 10:53 AM",
    ),
    HeaderName(
        "subject",
        "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|otsikko|temat|předmět|predmet"
        "|tárgy|subiect|тема|konu|θέμα|件名|主题|主題|主旨|標題|제목|الموضوع|موضوع|विषय|נושא|subjek|perihal|chủ đề"
        "|tiêu đề|เรื่อง|tema|teema|tēma|zadeva|относно|subjekti|gaia",
        "Subject: Harbour levy passes",
    ),
    HeaderName(
        "other",
        "to|an|à|a|para|al|aan|til|till|vastaanottaja|do|dla|komu|pro|кому|kime|alıcı|címzett|către|προς|宛先"
        "|收件人|收件者|받는 사람|받는사람|إلى|به|प्रति|אל|kepada|đến|tới|ถึง|cc|kopie|copie|copia|cópia|kopia|kopio"
        "|копия|копія|bilgi|másolatot kap|κοιν|抄送|副本|참조|reply-to|antwort an|répondre à|responder a"
        "|rispondi a|antwoord aan|ответить|bcc|importance|priorität|wichtigkeit|attachments|anlagen"
        "|pièces jointes|reply to|organization|prima|прима|per a|za|до|kam|adressaat|nori",
        "To: me@example.org",
    ),
)
"""What stands above a forwarded mail, in the languages of mail programs."""

LINE = re.compile(
    r"[*_ ]{0,3}(?:" + "|".join(f"(?P<{row.field}>{row.names})" for row in HEADER_NAMES) + r")\s?[*_]{0,2}[:：]"
    r"[*_]{0,2}\s*(?P<value>.*)",
    re.IGNORECASE,
)
RUN_TOGETHER = re.compile(
    r"(?<=-) ?From: ([^\n]{3,200}?)To: ([^\n]{0,300}?)Sent: ([^\n]{8,80}?)Subject: ([^\n]{0,300})"
)
"""The headers as Yahoo writes them, behind dashes and in one line."""
QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
RULE = re.compile(r"[-–—_ ]{5,}|[-–—_ ]{2,}[^-–—_\n]{5,60}[-–—_ ]{2,}|[^\n:]{5,60}:")
"""The line above the headers, which says in some language that a mail begins there."""
MOST_HEADERS, MOST_BLANKS, MOST_FORWARDS = 12, 1, 8
LONGEST_VALUE = 200
"""Characters of a line."""
LONGEST_NOTE = 60
"""Words above a forwarded mail; a letter with more is what was written, and quotes what it answers."""


@dataclass(frozen=True, slots=True)
class ForwardedMail:
    """What the header of a forwarded mail says, and its text; empty where it says nothing."""

    sender: str
    day: str
    subject: str
    text: str


def forwarded_in(text: str) -> ForwardedMail | None:
    """The mail that this text forwards, the innermost of several; None where it forwards none."""
    found = None
    text = RUN_TOGETHER.sub(r"\nFrom: \1\nTo: \2\nSent: \3\nSubject: \4", text, count=1)
    for _ in range(MOST_FORWARDS):
        inner = outermost_in(text)
        if inner is None:
            break
        found, text = inner, inner.text
    return found


def outermost_in(text: str) -> ForwardedMail | None:
    """The mail that is forwarded by whoever wrote what stands above it; None where much stands there, or nothing."""
    lines = text.split("\n")
    words = 0
    for at, line in enumerate(lines):
        headers, end = headers_at(lines, at) if words <= LONGEST_NOTE else ({}, at)
        if headers.keys() >= {"sender"} and headers.keys() & {"day", "subject"}:
            return mail_below(lines, at, end, headers)
        words += len(line.split())
        if words > LONGEST_NOTE:
            break
    return None


def mail_below(lines: Sequence[str], start: int, end: int, headers: Mapping[str, str]) -> ForwardedMail | None:
    """The mail whose headers stand in these lines; None where less stands below them than above."""
    below = "\n".join(lines[end:])
    # A program that quotes what it forwards puts a sign before each line, that of the headers, too.
    inner = QUOTED.sub("", below) if lines[start].lstrip().startswith(">") else below
    if number_of_words([inner]) <= number_of_words(note_above(lines[:start])):
        return None
    sender, day, subject = (headers.get(name, "") for name in ("sender", "day", "subject"))
    return ForwardedMail(sender, day, subject, inner.strip() + "\n")


def note_above(lines: Sequence[str]) -> Sequence[str]:
    """What was written above the headers, without the line that says that they begin."""
    written = [line for line in lines if line.strip(" >\t")]
    return written[:-1] if written and RULE.fullmatch(written[-1].strip(" >\t")) else written


def headers_at(lines: Sequence[str], start: int) -> tuple[dict[str, str], int]:
    """The headers that begin in this line, and the line below them; none where it is no header."""
    headers: dict[str, str] = {}
    at, blanks, last = start, 0, ""
    is_below = False  # the value of the last header stands in the line below its name, as in a table
    while at < len(lines) and at - start <= MOST_HEADERS:
        line = QUOTED.sub("", lines[at]).strip()
        found = LINE.fullmatch(line)
        if found:
            last = next(name for name in found.groupdict() if name != "value" and found[name] is not None)
            is_below = last not in headers and not found["value"].strip(" *_")
            headers.setdefault(last, found["value"].strip(" *_"))
            blanks = 0
        elif not headers:
            return {}, start
        elif not line:
            blanks += 1
            if blanks > MOST_BLANKS or headers.keys() >= {"sender", "day", "subject"}:
                break
        elif is_rest_of_value(line, lines, at, blanks) or (is_below and not blanks and len(line) < LONGEST_VALUE):
            headers[last] = f"{headers[last]} {line}".strip()
            is_below = False
        else:
            break
        at += 1
    return headers, at


def is_rest_of_value(line: str, lines: Sequence[str], at: int, blanks: int) -> bool:
    """The line is what a header says that did not fit, or that stands below its name: another header follows it."""
    following = QUOTED.sub("", lines[at + 1]).strip() if at + 1 < len(lines) else ""
    return not blanks and len(line) < LONGEST_VALUE and LINE.fullmatch(following) is not None


def number_of_words(lines: Sequence[str]) -> int:
    """How many words these lines have."""
    return sum(len(line.split()) for line in lines)
