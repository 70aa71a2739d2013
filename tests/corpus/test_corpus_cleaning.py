"""Small articles of many kinds: what goes is logged, what stays is the article's own words."""

from textwrap import dedent

import pytest

from analysis.corpus.cleaning import clean
from analysis.corpus.leftovers import strip_leftovers
from analysis.corpus.lines import cut_lines

FIRST = "The harbour council voted to close the old ferry terminal on Tuesday, officials said."
SECOND = "The decision is final, the mayor told reporters who had waited on the pier for hours."


def read(text, *, markdown=False):
    """Clean a text that is written with the indentation of its test."""
    stripped, removed = strip_leftovers(dedent(text), markdown=markdown)
    cleaned = clean(cut_lines(stripped))
    return cleaned, [*removed, *cleaned.removed]


def article(*lines):
    return read("\n\n".join(lines))


def headings(cleaned):
    return [cleaned.paragraphs[number] for number in cleaned.headings]


def test_agency_copy_loses_credits_and_keeps_its_dateline():
    dateline = (
        "PORT ELLERY, England (AP) — Talks over the closure of the terminal collapsed on Tuesday, officials said."
    )
    cleaned, removed = article(
        "Talks on port closure collapse",
        "By JANE DOE, Staff Writer",
        "Updated 3:45 PM",
        dateline,
        "Photo: The terminal at dawn. (AP Photo/Jim Roe)",
        SECOND,
        "(Reporting by Jane Doe; Editing by John Roe)",
        "© 2024 Ellery Post. All rights reserved.",
    )
    assert cleaned.title == "Talks on port closure collapse"
    assert cleaned.paragraphs == (dateline, SECOND)
    assert cleaned.author == "Jane Doe"
    assert [rule for rule, _ in removed] == ["by-line", "time stamp", "photo line", "by-line", "rights notice"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Share this", "share prompt"),
        ("Follow us on Facebook and Instagram", "share prompt"),
        ("Sign up for our newsletter to get the latest news.", "subscription prompt"),
        ("Read more: Ferry prices rise for the third year", "link to another article"),
        ("Read full article on Example News", "link to another article"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("12 Comments", "comment prompt"),
        ("Leave a comment", "comment prompt"),
        ("Source: Example News", "source credit"),
        ("This article was originally published on Example News.", "source credit"),
        ("Last updated: 5 March 2024", "time stamp"),
        ("4 min read", "time stamp"),
        ("We use cookies to improve your visit.", "cookie or script notice"),
        ("Jane Doe/Getty Images", "photo line"),
        ("🔗 Source: Example News", "source credit"),
        ("* * *", "line of signs"),
    ],
)
def test_lines_of_the_page_go_with_their_rule(line, rule):
    cleaned, removed = article("Terminal to close", FIRST, line, SECOND)
    assert cleaned.paragraphs == (FIRST, SECOND)
    assert removed == [(rule, line)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell by a tenth after the vote, and the operator said it would sue.",
        "Updated guidance published in 2021 said that the masks had worked in most places.",
        "Published March 5 in a journal, the study found that mice had lived longer than expected.",
        "Via Rail said on Monday it would cut service between the two cities from June.",
        "Copyright law was changed on Tuesday by lawmakers who had fought over it for years.",
        "The report was published by a newspaper on Monday and quoted by others.",
        "Comments by the mayor that the pier was doomed drew laughter from the audience.",
        "Sources close to the council said that the vote had been arranged beforehand.",
        "Related costs came to four million pounds, the engineers wrote in their report.",
        "By Monday, the ferry had left.",
        "Photos from the pier show cracks wider than a hand.",
        "Technology and business were the winners of the budget, the minister said on Friday.",
        "Register with the council by Friday to vote on the plan, the mayor told residents.",
        "Read full accounts of the vote and you will find three different stories, she said.",
    ],
)
def test_sentences_that_only_start_like_furniture_stay(sentence):
    cleaned, removed = article("Terminal to close", FIRST, sentence, SECOND)
    assert cleaned.paragraphs == (FIRST, sentence, SECOND)
    assert removed == []


def test_head_and_tail_of_a_page_go():
    cleaned, removed = read(f"""\
        Home > News > Sea
        Terminal to close
        Jane Doe
        Harbours
        5 March 2024
        Vote after a long debate
        {FIRST}
        {SECOND}
        Related articles
        Ferry prices rise again
        Pier painted blue
        Tags: ferry, sea
        Facebook
        X
        """)
    assert cleaned.title == "Terminal to close"
    assert cleaned.paragraphs == ("Vote after a long debate", FIRST, SECOND)
    assert headings(cleaned) == ["Vote after a long debate"]
    assert cleaned.published == "2024-03-05"
    assert cleaned.author is None  # a bare name is not said to be the author
    assert [rule for rule, _ in removed] == [
        "section name",
        "by-line",
        "category line",
        "time stamp",
        *["list of other articles"] * 3,
        "tags",
        *["share prompt"] * 2,
    ]


def test_a_name_that_the_text_speaks_of_is_a_heading_not_a_by_line():
    about = "Mark Jones, who lost the vote, said that he would appeal to the court within a week."
    cleaned, removed = article("Smith wins the vote", FIRST, "Mark Jones", about)
    assert headings(cleaned) == ["Mark Jones"]
    assert removed == []


def test_markdown_becomes_plain_text_with_headings():
    text = """\
        # Terminal *closes* early

        By [Jane Doe](https://example.org/jane)

        The **council** voted to close the [terminal](https://example.org/t) on Tuesday, officials said.[^1]

        ## Why now

        - Repairs cost too much
        - Nobody pays

        > We are sad, the mayor said in a note on the pier.

        The snake_case name stays, and 2 * 3 * 4 is 24, as `code` shows in the story.

        [^1]: Minutes.
        """
    cleaned, removed = read(text, markdown=True)
    assert cleaned.title == "Terminal closes early"
    assert cleaned.author == "Jane Doe"
    assert headings(cleaned) == ["Why now"]
    assert cleaned.paragraphs == (
        "The council voted to close the terminal on Tuesday, officials said.",
        "Why now",
        "Repairs cost too much",
        "Nobody pays",
        "We are sad, the mayor said in a note on the pier.",
        "The snake_case name stays, and 2 * 3 * 4 is 24, as code shows in the story.",
    )
    assert ("Markdown", "(https://example.org/t)") in removed


def test_markup_entities_and_scripts_left_in_a_text_go():
    cleaned, removed = read("""\
        Ferry&nbsp;prices rise&mdash;again

        <p>Passengers of AT&amp;T ferries said <b>they</b> were &quot;tired&quot; of it all.</p>
        <p>And 3 < 5 was the joke of the day on the pier.</p>
        <script>var x = 1;</script>
        (function(){window.dataLayer=window.dataLayer||[];gtag('js',new Date());})();
        var _gaq = _gaq || [];
        $(document).ready(function() {
        });
        """)
    assert cleaned.title == "Ferry prices rise—again"
    assert cleaned.paragraphs == (
        'Passengers of AT&T ferries said they were "tired" of it all.',
        "And 3 < 5 was the joke of the day on the pier.",
    )
    rules = [rule for rule, _ in removed]
    assert rules.count("script or style element") == 1
    assert rules.count("script") == 3
    assert ("line of signs", "});") in removed
    assert ("markup", "<b>") in removed
    assert ("HTML entity, turned into its character", "&mdash;") in removed


def test_style_rules_go_wherever_they_stand():
    rules = ".ad > a:hover, #top p{color:#fff;margin:0 !important}\n@media (max-width: 9px){.ad{display:none;}}"
    cleaned, removed = read(
        f"Terminal to close\n\n{FIRST}{rules}\n\nThe mayor spoke div.x{{top:0}} for an hour on the pier."
    )
    assert cleaned.paragraphs == (FIRST, "The mayor spoke for an hour on the pier.")
    assert [rule for rule, _ in removed] == ["style sheet", "style sheet"]
    assert removed[0][1] == rules


def test_braces_that_are_no_style_rules_stay():
    sentence = "The set {a, b} and the template {name: value} were named in the story of the day."
    assert article("Terminal to close", sentence, SECOND)[0].paragraphs == (sentence, SECOND)


def test_wrapped_lines_are_joined_to_paragraphs():
    cleaned, _ = read("""\
        Council closes ferry terminal

        The harbour council voted to close the old ferry terminal on
        Tuesday after a debate that lasted for more than three hours and
        ended with shouts.

        Two members walked out before the vote, and the mayor said that
        the decision could not wait for another winter, whatever the cost-
        benefit study says.

        What happens next

        The council will meet again on Friday, and the terminal closes in
        May.
        """)
    assert cleaned.title == "Council closes ferry terminal"
    assert cleaned.paragraphs == (
        "The harbour council voted to close the old ferry terminal on Tuesday after a debate that lasted for more "
        "than three hours and ended with shouts.",
        "Two members walked out before the vote, and the mayor said that the decision could not wait for another "
        "winter, whatever the cost-benefit study says.",
        "What happens next",
        "The council will meet again on Friday, and the terminal closes in May.",
    )
    assert headings(cleaned) == ["What happens next"]


def test_a_paragraph_a_line_is_not_taken_for_wrapped_text():
    lines = [
        "Ferry to close, says council.",
        "The vote was close.",
        "Nobody was surprised by it.",
        "The mayor left early.",
    ] * 3
    assert read("\n".join(lines))[0].paragraphs == tuple(lines)


def test_invisible_signs_and_odd_spaces_are_normalised_and_words_stay():
    cleaned, removed = read(
        "Terminal\u00a0to close\r\n\r\n"
        "The har\u00adbour\u200b council\u2009voted — “at last” — and it’s final…\ufeff\r"
        "The end came late."
    )
    assert cleaned.title == "Terminal to close"
    assert cleaned.paragraphs == ("The harbour council voted — “at last” — and it’s final…", "The end came late.")
    assert removed == []


def test_bullets_and_emoji_before_a_line_go_and_those_within_it_stay():
    cleaned, removed = article(
        "🚢 Terminal to close", f"👉🏽 {FIRST}", "• It is old 🙂 and cold, the mayor told the council."
    )
    assert cleaned.title == "Terminal to close"
    assert cleaned.paragraphs == (FIRST, "It is old 🙂 and cold, the mayor told the council.")
    assert removed == [("bullet", "🚢"), ("bullet", "👉🏽"), ("bullet", "•")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Terminal to close", True),
        ("Will the terminal close?", True),
        ("Terminal to close, says mayor of the U.S.", True),
        ("The terminal will close.", False),
        ("The terminal will close. The council voted", False),
        ("“It is over,” the mayor of the town told all who would listen on the pier", False),
        (" ".join(["A headline of more than twenty-five words"] * 4), False),
    ],
)
def test_a_first_line_is_a_title_when_it_reads_as_one(line, title):
    assert (article(line, FIRST, SECOND)[0].title == line) is title


def test_a_single_line_is_text_and_not_a_title():
    assert article("Terminal to close after the vote")[0].title is None


def test_lists_and_quotations_are_no_headings():
    cleaned, _ = article(
        "Terminal to close", FIRST, "Old pier", "Broken crane", "No money", SECOND, "“No more,” she said", FIRST
    )
    assert headings(cleaned) == []


def test_a_known_title_takes_the_place_of_its_line():
    lines = [FIRST, SECOND]
    assert clean(cut_lines("\n".join(["TERMINAL TO CLOSE", *lines])), "Terminal to close").paragraphs == (FIRST, SECOND)
    corrected = clean(cut_lines("\n".join(["Terminal to clsoe", *lines])), "Terminal to close", corrected=True)
    assert corrected.title == "Terminal to close"
    assert corrected.paragraphs == (FIRST, SECOND)
    assert corrected.removed == (("headline, replaced by the title given", "Terminal to clsoe"),)
