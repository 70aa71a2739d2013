"""What counts as a figure, its normal form, and what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures import find, find_figures, of_article
from analysis.figures.grammar.tokens import tokenize
from analysis.language import of_article as sentences_of

PIECES = st.sampled_from(
    ["1", "2,5", ".", ",", "(", ")", "-", "–", "/", " ", "\n", "$", "€", "%", "half", "a", "million", "and", "to", "½"]
    + ["March", "2019", "the", "third", "of", "last", "years", "ago", "’", "'s", "C", "m", "{", "}", ":", "from", "²"]
    + ["minus", "over", "hundreds", "early", "week", "in", "one", "feet", "per", "hour", "Monday", "Q3", "+", "old"]
)
DAYS = st.sampled_from([None, "2025-06-15", "2024-02-29", "0001-01-01", "9999-12-31"])


def found(text, published=None):
    return [(figure.text, figure.kind, figure.value) for figure in find_figures(text, published)]


PIECED = st.lists(PIECES, max_size=60)


@given(st.one_of(st.text(), PIECED.map("".join), PIECED.map(" ".join)), DAYS)
def test_spans_reproduce_their_text_and_do_not_overlap(text, published):
    end = 0
    for figure in find_figures(text, published):
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


@pytest.mark.parametrize("piece", ["1,", "(1", "1-", "a ", "minus ", "a half and ", "1 234 ", "{:", "’9", "from 1 to "])
def test_cost_grows_with_length_and_no_faster(piece):
    """Counted in tokens looked at, for time is not to be trusted on a busy machine."""
    few, many = (_looks(piece * times) for times in (250, 1000))
    assert many < 4.5 * few + 1000


def _looks(text):
    class Counted(list):
        looks = 0

        def __getitem__(self, key):
            Counted.looks += key.stop - key.start if isinstance(key, slice) else 1
            return super().__getitem__(key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "tokenize", lambda text: Counted(tokenize(text)))
        find_figures(text, "2025-06-15")
    return Counted.looks


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It paid $3.5bn.", "money", 3.5e9, "USD"),
        ("It paid C$ 16.4 million.", "money", 16.4e6, "CAD"),
        ("It paid euros 20m.", "money", 20e6, "EUR"),
        ("It costs 50 cents.", "money", 0.5, "USD"),
        ("A fund of Rs 500 crore opened.", "money", 5e9, "INR"),
        ("Half a million people fled.", "number", 5e5, None),
        ("Two-thirds voted for it.", "number", 2 / 3, None),
        ("It took two and a half hours.", "duration", 9000, "second"),
        ("Rates rose 25 basis points.", "percent", 0.25, "percent"),
        ("Support fell by three percentage points.", "percent", 3, "pp"),
        ("She is six feet two inches tall.", "measure", 6 + 2 / 12, "foot"),
        ("The 17-year-old was released.", "age", 17, "year"),
    ],
)
def test_quantities_have_value_and_unit(text, kind, value, unit):
    (figure,) = find_figures(text)
    assert (figure.kind, figure.unit) == (kind, unit)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI runs GPT-4 in Microsoft 365 and on Windows 11.",
        "The Boeing 737 landed at 10:30.",
        "Prices may rise, a recent study says.",
        "Call 555-1234 or (212) 555-0100.",
        "One of them left, and this one stayed.",
        "The talks were first reported by a newspaper.",
        "p { margin: 0 12px; }",
    ],
)
def test_numbers_of_names_and_pronouns_are_no_figures(text):
    assert found(text) == []


def test_times_stay_open_without_a_day_of_publication_and_resolve_with_one():
    (open_time,) = find_figures("It left last year.")
    (resolved,) = find_figures("It left last year.", "2025-06-15")
    assert (open_time.low, open_time.high) == (None, None)
    assert (resolved.low, resolved.high) == ("2024-01-01", "2025-01-01")


def test_rows_of_an_article_name_their_sentence_and_write_bounds_as_text():
    text = "No figure here. Prices rise by 3 to 4 percent."
    article = {"article": "a", "title": None, "headings": [], "text": text, "published": None}
    (row,) = of_article(article, sentences_of(article))
    assert (row["sentence"], row["low"], row["high"], row["kind"]) == (1, "3.0", "4.0", "percent")


@pytest.mark.parametrize(
    "written",
    ["more than $57 billion", "through 2030", "Nearly 200", "40 or more", "at least the year 2030", "some 300"],
)
def test_the_words_that_bound_a_figure_are_kept_with_it(written):
    figure = find_figures(f"{written} it was.")[0]
    assert figure.wording == written
    assert figure.text in written


def test_a_figure_without_a_bound_has_no_wording():
    assert find_figures("It paid $57 billion.")[0].wording is None
