"""Dates: their extent, their day, and where the text does not decide it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import document, found, marked
from tei.annotate.dates import dates
from tei.model import Document, Mark
from tei.text import Source, Span

BODY = "The Minister was courteous, and said that he would answer before the end of the month. " * 2
INFERRED = "cert={} ana=#inferred-year"

FULL = {
    "on 10 February 1965 there": "date when=1965-02-10: 10 February 1965",
    "February 10, 1965, 4:00 p.m.": "date when=1965-02-10T16:00:00: February 10, 1965, 4:00 p.m.",
    "Time: 10 February 1965, 4:00 p.m.": "date when=1965-02-10T16:00:00: 10 February 1965, 4:00 p.m.",
    "September 2, 1968, 10:10 a.m.": "date when=1968-09-02T10:10:00: September 2, 1968, 10:10 a.m.",
    "August 12, 1959, 12 p.m.": "date when=1959-08-12T12:00:00: August 12, 1959, 12 p.m.",
    "December 8, 1948—10 p. m.": "date when=1948-12-08T22:00:00: December 8, 1948—10 p. m.",
    "Paris, September 3, 1968, 1807Z.": "date when=1968-09-03T18:07:00Z: September 3, 1968, 1807Z",
    "May 30, 1970, noon": "date when=1970-05-30T12:00:00: May 30, 1970, noon",
    "5 May 1970, 16:30": "date when=1970-05-05T16:30:00: 5 May 1970, 16:30",
    "5 May 1968, 11-1 p.m.": "date from=1968-05-05T11:00:00 to=1968-05-05T13:00:00: 5 May 1968, 11-1 p.m.",
    "DTG 140428Z Aug 1962.": "date when=1962-08-14T04:28:00Z: 140428Z Aug 1962",
    "the 3rd of May, 1965": "date when=1965-05-03: 3rd of May, 1965",
    "Sept. 5th, 1965": "date when=1965-09-05: Sept. 5th, 1965",
    "in May 1965 or": "date when=1965-05: May 1965",
    "on 1965-02-10 or": "date when=1965-02-10: 1965-02-10",
    "am 10. Februar 1965 in": "date when=1965-02-10: 10. Februar 1965",
    "le 1er août 1964": "date when=1964-08-01: 1er août 1964",
    "Madrid, a 3 de mayo de 1960": "date when=1960-05-03: 3 de mayo de 1960",
    "Roma, 3 maggio 1960": "date when=1960-05-03: 3 maggio 1960",
    "dnia 5 maja 1955 r. w": "date when=1955-05-05: 5 maja 1955 r.",
    "时间：1958年7月22日": "date when=1958-07-22: 1958年7月22日",
    "10 февраля 1965 г.": "date when=1965-02-10: 10 февраля 1965 г.",
    "Berlin, 10.II.1965": "date when=1965-02-10: 10.II.1965",
    "den 10.2.1965": "date when=1965-02-10: 10.2.1965",
    "on 3/18/1958 they": "date when=1958-03-18: 3/18/1958",
    "15 December [1964] was": "date when=1964-12-15: 15 December [1964]",
    "15 December [1964?] was": "date when=1964-12-15 cert=low: 15 December [1964?]",
    "27 November of last year [1964], after": "date when=1964-11-27: 27 November of last year [1964]",
    "on 10–12 May 1965 in": "date from=1965-05-10 to=1965-05-12: 10–12 May 1965",
    "from 3 to 5 June 1964": "date from=1964-06-03 to=1964-06-05: 3 to 5 June 1964",
    "October 5–12, 1955": "date from=1955-10-05 to=1955-10-12: October 5–12, 1955",
    "September 28–October 3, 1954": "date from=1954-09-28 to=1954-10-03: September 28–October 3, 1954",
    "30 December–2 January 1965": "date from=1964-12-30 to=1965-01-02: 30 December–2 January 1965",
    "the 3d of March, 1871, he": "date when=1871-03-03: 3d of March, 1871",
    "on the 8th. of January 1787": "date when=1787-01-08: 8th. of January 1787",
    "Paris May 4. 1787.": "date when=1787-05-04: May 4. 1787",
    "Octr. 12th, 1788": "date when=1788-10-12: Octr. 12th, 1788",
    "on 4/III/1964 the": "date when=1964-03-04: 4/III/1964",
    "28/29 July 1956": "date from=1956-07-28 to=1956-07-29: 28/29 July 1956",
    "14. September 1955, 10.35 Uhr": "date when=1955-09-14T10:35:00: 14. September 1955, 10.35 Uhr",
    "12/24 July 1790": "date when=1790-07: July 1790",
    "March-August 1964": "date from=1964-03 to=1964-08: March-August 1964",
}
NONE = [
    "yesterday, today and tomorrow",
    "it may 10 be",
    "in May 10,000 men",
    "NIE 11-4-60 and NIE 11–14–65",
    "file 611.93/2–1948",
    "the spring of 1965",
    "NSSM 87 may be expected",
    "paragraph 3.10.65",
    "DeMay 5",
]


@pytest.mark.parametrize(("text", "expected"), FULL.items())
def test_printed_in_full(text: str, expected: str) -> None:
    assert marked(dates, document(text)) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert list(dates(document(text))) == []


def test_a_point_that_ends_the_sentence_is_no_part_of_the_month() -> None:
    made = document("It came on 5 April. On 7 Apr. 1954 they met. He left on 5 April.")
    assert [m.rsplit(": ", 1)[1] for m in marked(dates, made)] == ["5 April", "7 Apr. 1954", "5 April"]


def test_the_hour_in_the_next_paragraph_is_no_part_of_the_day() -> None:
    text = "May 7, 1975\n9:22 a.m."
    made = Document(Source(text), blocks=[Mark("dateline", Span(0, 11)), Mark("dateline", Span(12, 21))])
    assert marked(dates, made) == ["date when=1975-05-07: May 7, 1975"]


def test_the_year_from_a_heading_that_is_a_sentence() -> None:
    text = "Conclusions of a Meeting held on 7 April 1954\n\nHe wrote on 5 March."
    made = Document(Source(text), blocks=[Mark("p", Span(0, 45)), Mark("p", Span(47, len(text)))])
    assert marked(dates, made)[1] == f"date when=1954-03-05 {INFERRED.format('medium')}: 5 March"


def test_the_same_day_with_its_year_elsewhere() -> None:
    made = document("the 24 November letter. On 24 November 1964 they wrote.", date="February 10, 1965")
    assert marked(dates, made)[0] == f"date when=1964-11-24 {INFERRED.format('high')}: 24 November"


def test_the_year_next_to_the_date_of_the_document() -> None:
    made = document("Since 15 December nothing, and of 4 Feb 55 and May 52 nothing.", date="January 3, 1955")
    assert marked(dates, made) == [
        f"date when=1954-12-15 {INFERRED.format('medium')}: 15 December",
        "date when=1955-02-04: 4 Feb 55",
        "date when=1952-05: May 52",
    ]


def test_last_year_counts_from_the_document() -> None:
    made = document("on 27 November of last year and 5 May this year", date="February 10, 1965")
    assert marked(dates, made) == [
        f"date when=1964-11-27 {INFERRED.format('high')}: 27 November of last year",
        f"date when=1965-05-05 {INFERRED.format('high')}: 5 May this year",
    ]


def test_nothing_decides_the_year() -> None:
    assert marked(dates, document("the 24 November letter")) == ["date: 24 November"]
    two = document("On 24 November 1950, on 24 November 1940; the 24 November letter")
    assert marked(dates, two)[-1] == "date: 24 November"
    assert found(dates, two) == ["date-ambiguous: the year of this day may be 1940 or 1950"]


def test_figures_need_an_order() -> None:
    open_ = document("on 2/10/1965")
    assert marked(dates, open_) == ["date: 2/10/1965"]
    assert found(dates, open_) == ["date-ambiguous: this text does not decide which figure is the day"]
    decided = document("on 2/10/1965 and 3/18/1965")
    assert marked(dates, decided)[0] == "date when=1965-02-10: 2/10/1965"
    short = document("on 3/18/58", date="May 1, 1958")
    assert marked(dates, short) == ["date when=1958-03-18: 3/18/58"]


COUNTED = {  # in a letter of May 15, 1871
    "of the 3d instant": "date when=1871-05-03 cert=high ana=#inferred-date: 3d instant",
    "yours of the 24th. ult. came": "date when=1871-04-24 cert=high ana=#inferred-date: 24th. ult.",
    "on 5 proximo": "date when=1871-06-05 cert=high ana=#inferred-date: 5 proximo",
    "vom 3. d. M. ist": "date when=1871-05-03 cert=high ana=#inferred-date: 3. d. M.",
    "vom 28. v. M. ist": "date when=1871-04-28 cert=high ana=#inferred-date: 28. v. M.",
    "le 5 du mois courant": "date when=1871-05-05 cert=high ana=#inferred-date: 5 du mois courant",
    "the 4th of last month": "date when=1871-04-04 cert=high ana=#inferred-date: 4th of last month",
    "the 31st ultimo": "date: 31st ultimo",
    "the 5th of May last remains": "date when=1871-05-05 cert=high ana=#inferred-year: 5th of May last",
    "the 20th of May last": "date when=1870-05-20 cert=high ana=#inferred-year: 20th of May last",
    "on 3 May next.": "date when=1872-05-03 cert=high ana=#inferred-year: 3 May next",
    "bis 20. Oktober d. J. kam": "date when=1871-10-20 cert=high ana=#inferred-year: 20. Oktober d. J.",
    "5 мая с.г. было": "date when=1871-05-05 cert=high ana=#inferred-year: 5 мая с.г.",
    "on 5 May last year": "date when=1870-05-05 cert=high ana=#inferred-year: 5 May last year",
    "on 27/IV-71 he": "date when=1871-04-27: 27/IV-71",
    "on 12.5.71 he": "date when=1871-05-12: 12.5.71",
    "on 5/9/71 he": "date when=1871-05-09 cert=medium: 5/9/71",
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.items())
def test_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert marked(dates, document(text, date="May 15, 1871")) == [expected]


@pytest.mark.parametrize("text", ["page 3 ultimate", "12 institutions", "in 3 months", "paragraph 3.10.55"])
def test_not_counted_from_the_day_of_writing(text: str) -> None:
    assert list(dates(document(text, date="May 15, 1871"))) == []


def test_nothing_to_count_from() -> None:
    assert marked(dates, document("the 3d instant and the 5th of May last")) == [
        "date: 3d instant",
        "date: 5th of May last",
    ]


def test_an_enclosure_counts_from_its_own_dateline() -> None:
    text = "Oslo, May 5, 1871.\n\nthe 3d inst.\n\nRome, April 9, 1870.\n\nthe 3d inst. and 5 March"
    made = document(text)
    made.blocks = [Mark("dateline" if at % 2 == 0 else "p", b.span) for at, b in enumerate(made.blocks)]
    days = [m.attrs["when"] for m in dates(made) if isinstance(m, Mark)]
    assert days == ["1871-05-05", "1871-05-03", "1870-04-09", "1870-04-03", "1870-03-05"]


def test_the_day_of_a_telegram_by_when_it_was_sent_and_received() -> None:
    body = "He said that he would study the Note of 26 July. " + BODY
    made = document(f"D. 11.45 p.m. July 27, 1956     R. 1.10 a.m. July 28, 1956\n\n{body}")
    assert marked(dates, made)[2] == f"date when=1956-07-26 {INFERRED.format('medium')}: 26 July"
    apart = document(f"Notes of May 27, 1950 and May 28, 1956\n\n{body}")
    assert marked(dates, apart)[2] == "date: 26 July"


def test_the_day_at_the_end_of_a_letter() -> None:
    parts = ["He came on 5 March."] * 12 + ["Oslo, April 2, 1960."]
    made = document("\n\n".join(parts))
    made.blocks[-1] = Mark("dateline", made.blocks[-1].span)
    assert marked(dates, made)[0] == f"date when=1960-03-05 {INFERRED.format('medium')}: 5 March"


def test_two_days_in_two_months() -> None:
    made = document("on December 5 and January 8, 1956")
    assert marked(dates, made) == [
        f"date when=1955-12-05 {INFERRED.format('medium')}: December 5",
        "date when=1956-01-08: January 8, 1956",
    ]


def test_impossible_days() -> None:
    made = document("on February 30, 1965")
    assert marked(dates, made) == ["date: February 30, 1965"]
    assert found(dates, made) == ["date-impossible: “February 30, 1965” is a day that no calendar has"]


def test_two_days_of_a_month() -> None:
    assert marked(dates, document("on 3 and 5 June 1964")) == ["date when=1964-06-05: 5 June 1964"]
    assert marked(dates, document("telegram 81 Jul 16, 1955")) == ["date when=1955-07-16: Jul 16, 1955"]


def test_the_front_matter_is_only_evidence() -> None:
    text = "1 March 1965\n\nthe 1 March Conference"
    made = Document(Source(text), blocks=[Mark("p", Span(14, len(text)))])
    assert marked(dates, made) == [f"date when=1965-03-01 {INFERRED.format('high')}: 1 March"]


@given(
    st.dates(datetime.date(1000, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]),
)
def test_any_day(day: datetime.date, form: str) -> None:
    printed = day.strftime(form)
    assert marked(dates, document(f"on {printed} they met")) == [f"date when={day.isoformat()}: {printed}"]


@given(st.text(alphabet="0123456789 MayJunJanuary.,/-–[]\n'th", max_size=80))
def test_any_text(text: str) -> None:
    made = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))])
    end = 0
    for mark in dates(made):
        if isinstance(mark, Mark):
            assert end <= mark.span.start < mark.span.end <= len(text)
            end = mark.span.end
