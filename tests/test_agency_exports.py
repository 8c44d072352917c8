"""Exports of Westlaw, Bloomberg, Retriever, Infomedia and WiseNews, lists of documents, and articles on pages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from index.errors import Unreadable
from index.ingest.article_assembly import article_of
from index.readers.text import read_text
from index.readers.vendors.vendor_exports import TakenApart, articles_of_text, taken_apart
from tests.test_exports import FERRY, ORCHARD, STORIES, TOLD, WORDS, Told, ebsco, proquest, prose, read, told_by


def westlaw(told: Told) -> str:
    """As Westlaw has news."""
    number = f"{told.day[:4]} WLNR 120045{len(told.title)}"
    above = ["4/9/21 Wendland Papers 4", number, f"{told.outlet} (Ostrel)", f"Copyright (c) {told.day[:4]} Wend Media"]
    header = ["", told.us, "", "Section: News", "", told.title, "", f"By {told.author}", ""]
    below = ["", "---- Index References ----", "", "Company: WEND PLC", "", "Word Count: 45", "", "End of Document"]
    return "\n".join([*above, *header, "\n\n".join(told.text), *below, "", ""])


def bloomberg(told: Told) -> str:
    """As a terminal of Bloomberg prints it."""
    text = "\n     ".join(told.text)
    below = ["", "--With assistance from Ida Loam.", "", "To contact the reporter on this story:"]
    contact = [f"{told.author} in Ostrel at a@paper.example", "", "-0- Apr/09/2021 07:15 GMT", "", ""]
    lines = [told.title, f"{told.day} 07:15:22.104 GMT", "", "", f"By {told.author}", f"     (Bloomberg) -- {text}"]
    return "\n".join([*lines, *below, *contact])


def retriever(told: Told) -> str:
    """As Retriever has the papers of Scandinavia; it names nobody."""
    header = [told.title, "", f"{told.outlet}, {told.day}", "Publicerat i print.", "Sida 4, Sektion: Inrikes.", ""]
    below = ["", f"© {told.outlet}", "", "Alla artiklar är skyddade av upphovsrättslagen.", "=" * 40, ""]
    return "\n".join([*header, "\n\n".join(told.text), *below])


def infomedia(told: Told) -> str:
    """As Infomedia has those of Denmark: all in one line, behind the day."""
    facts = f"{told.uk}, {told.outlet}, 1. sektion, side 4, 45 ord, af {told.author}, Artikel-id: e{len(told.title)}a7"
    below = "Alle artikler er beskyttet af lov om ophavsret."
    return "\n".join([told.title, facts, "", "\n\n".join(told.text), "", below, "", ""])


def wisenews(told: Told) -> str:
    """As WiseNews has those of Hong Kong."""
    header = ["2.", told.title, f"{told.outlet} | {told.day}", "A01 | 要聞 | By 記者", ""]
    return "\n".join([*header, "\n\n".join(told.text), "", f"文章編號: 2021040900100{len(told.title)}", "", ""])


@pytest.mark.parametrize("form", [westlaw, bloomberg, infomedia, retriever, wisenews])
def test_it_takes_an_export_apart(form: Callable[[Told], str]) -> None:
    articles = read(read_text, "".join(map(form, STORIES)).encode())
    names_authors = form not in {retriever, wisenews}
    expected = []
    for told in STORIES:
        outlet = "Bloomberg" if form is bloomberg else told.outlet
        expected.append((told.title, outlet, told.author if names_authors else None, told.day))
    assert [told_by(each) for each in articles] == expected
    assert [prose(each) for each in articles] == WORDS
    assert taken_apart("".join(map(form, STORIES))).doubt is None


def test_the_name_of_a_newspaper_in_chinese_is_one() -> None:
    text = "\n".join(
        ["渡輪停航", "明報 | 2021-04-09", "A01 | 要聞", "", "渡輪公司說，船在火災後停航。" * 6, "", "文章編號: 2021"]
    )
    (article,) = taken_apart(text).articles
    assert (article.title, article.source, str(article.published and article.published.first)) == (
        "渡輪停航",
        "明報",
        "2021-04-09",
    )


def test_the_text_of_ebsco_stands_below_its_last_field_where_it_has_no_label() -> None:
    def unlabelled(told: Told) -> str:
        """With the fields above, and the headline again."""
        fields, _, _ = ebsco(told).partition("Full Text:")
        fields = "\n".join(line for line in fields.split("\n") if not line.startswith("Database"))
        return (
            f"{fields}\nAbstract: Of a town.\nDatabase: Newspaper Plus\n\n{told.title}\n\n"
            + "\n\n".join(told.text)
            + "\n\n"
        )

    articles = taken_apart("".join(map(unlabelled, STORIES))).articles
    assert [each.title for each in articles] == [told.title for told in STORIES]
    assert [prose(each) for each in articles] == WORDS


def test_the_town_behind_the_name_of_a_newspaper_is_no_part_of_it() -> None:
    text = "".join(map(proquest, STORIES))
    for told in STORIES:
        text = text.replace(f"Publication title: {told.outlet}", f"Publication title: {told.outlet}; Ostrel (UK)")
    assert text.count("; Ostrel (UK)") == 2
    assert [told_by(each) for each in taken_apart(text).articles] == TOLD


def test_the_list_beside_the_documents_of_an_export_is_no_article() -> None:
    listed = [
        "User Name: = Ada Loam",
        "Date and Time: = Monday, 12 April 2021",
        "Job Number: = 140030277",
        "Documents (2)",
    ]
    text = "\n".join(
        [*listed, f"1. {FERRY.title}", "Search Terms: ferry", f"2. {ORCHARD.title}", "Search Terms: ferry"]
    )
    with pytest.raises(Unreadable, match="a list of the documents of an export, without their texts"):
        list(articles_of_text(text))
    assert len(list(articles_of_text(text.replace("Job Number: = 140030277", "Nothing")))) == 1


def on_a_page(told: Told) -> str:
    """Headline, byline, outlet and day."""
    return "\n".join([told.title, "", f"By {told.author}", told.outlet, told.uk, "", "\n\n".join(told.text), ""])


def test_it_divides_a_text_where_form_feeds_stand_between_articles() -> None:
    text = "\f".join(map(on_a_page, STORIES))
    articles = [article_of(each, "pages.txt") for each in read(read_text, text.encode())]
    assert [each.title for each in articles] == [told.title for told in STORIES]
    assert [each.author for each in articles] == [told.author for told in STORIES]
    assert [each.body for each in articles] == ["\n\n".join(told.text) for told in STORIES]


def test_the_pages_of_one_article_are_one() -> None:
    head, prose_below = f"{FERRY.title}\n{FERRY.uk}\n\n", [f"{each}\n\n" for each in FERRY.text]
    assert taken_apart(head + "\f".join(prose_below)) == TakenApart([])
    # What is printed at the top of each page is no headline.
    assert taken_apart("\f".join(f"Ostrel, page {n}\n{FERRY.uk}\n\n{each}" for n, each in enumerate(prose_below))) == (
        TakenApart([])
    )
    (one,) = read(read_text, (head + "\f".join(prose_below)).encode())
    assert "\f" not in one.text
    looks_like_two = "\f".join([*map(on_a_page, STORIES), FERRY.text[0] * 3])
    assert taken_apart(looks_like_two) == TakenApart([], "looks like 2 articles (pages), and is read as one")


def test_a_byline_between_a_headline_and_the_outlet_is_no_headline() -> None:
    three = [*STORIES, replace(FERRY, title="Pier of Ostrel is painted", uk="2 March 2021")]
    text = "\n\n".join(on_a_page(replace(told, text=told.text * 2)) for told in three)
    articles = [article_of(each, "saved.txt") for each in taken_apart(text).articles]
    assert [each.title for each in articles] == [told.title for told in three]
    assert [each.author for each in articles] == [told.author for told in three]
