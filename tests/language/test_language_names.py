"""Names in small invented stories: what is a name, whose it is, and what it names."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import FOLDER, read_story

from analysis import language, tables


def sentences(*texts, title=None):
    articles = [
        {"article": str(number), "title": title, "headings": [], "text": text} for number, text in enumerate(texts)
    ]
    return tables.table("sentences", [row for article in articles for row in language.of_article(article)])


def found(*texts, **options):
    """(text, name) of every mention."""
    _, mentions = language.find_names(sentences(*texts), **options)
    return list(zip(mentions["text"], mentions["name"], strict=True))


def kinds(*texts):
    names, _ = language.find_names(sentences(*texts))
    return dict(zip(names["name"], names["type"], strict=True))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The head of OpenAI’s board met Microsoft's lawyers.", ["OpenAI", "Microsoft"]),
        ("They spoke of the OpenAI–Microsoft deal.", ["OpenAI", "Microsoft"]),
        ("They spoke of the Microsoft-OpenAI deal and an OpenAI-backed firm.", ["Microsoft", "OpenAI", "OpenAI"]),
        ("The tools are in Microsoft 365 and Azure OpenAI Service.", ["Microsoft 365", "Azure OpenAI Service"]),
        ("Analysts of the market bought GPT-4 shares on Monday.", ["GPT-4"]),
        ("They met AT&T and Johnson & Johnson.", ["AT&T", "Johnson & Johnson"]),
        ("Prime Minister Keir Starmer met Mr Trump in the U.S. He left.", ["Keir Starmer", "Trump", "U.S."]),
    ],
)  # fmt: skip
def test_spans_hold_the_name_alone(text, mentions):
    assert [words for words, _ in found(text)] == mentions


def test_a_word_also_seen_in_lower_case_is_no_name():
    assert found("Rescuers reached the town. It was late when the rescuers slept, and the Rescuers woke.") == []


def test_a_surname_joins_the_only_full_name_that_has_it():
    assert found("We met Sam Altman and later Altman.", "But Altman left.") == [
        ("Sam Altman", "Sam Altman"),
        ("Altman", "Sam Altman"),
        ("Altman", "Sam Altman"),
    ]


def test_a_surname_of_two_people_stays_alone():
    names = found("We met Anna Berg and then Jonas Berg. In the end Berg left.")
    assert ("Berg", "Berg") in names


def test_a_short_form_joins_its_name():
    text = "It was the Financial Times (FT) and the National Water Institute (NWI). The FT and the NWI said no."
    assert [name for _, name in found(text)] == ["Financial Times", "Financial Times", "National Water Institute"] + [
        "National Water Institute",
        "Financial Times",
        "National Water Institute",
    ]


def test_a_short_form_of_common_nouns_is_no_name():
    assert found("They plan an initial public offering (IPO) and a zero emission zone (ZEZ). A ZEZ is new.") == []


def test_given_aliases_win_in_capitals_or_not():
    text = "We met Sam Altman and his rival, Big Sam, and then Altman. The old fox smiled, and the old fox left."
    mentions = found(text, aliases={"Sam Allardyce": ["Big Sam", "the old fox"]})
    assert mentions == [
        ("Sam Altman", "Sam Altman"),
        ("Big Sam", "Sam Allardyce"),
        ("Altman", "Sam Altman"),
        ("the old fox", "Sam Allardyce"),
    ]


def test_types_follow_from_lists_words_and_context():
    assert kinds(
        "Reuters said that Marta Vidal, a lawyer, lives in Puerto Calder and works for the Calder Bank on ChatGPT."
    ) == {
        "Reuters": "outlet",
        "Marta Vidal": "person",
        "Puerto Calder": "place",
        "Calder Bank": "organisation",
        "ChatGPT": "product",
    }


def test_names_count_their_mentions_in_each_article():
    names, _ = language.find_names(sentences("We met Sam Altman. But Altman left.", "It was Sam Altman."))
    assert list(names.itertuples(index=False, name=None)) == [
        ("Sam Altman", "person", "0", 2, ["Altman"]),
        ("Sam Altman", "person", "1", 1, ["Altman"]),
    ]


def test_an_empty_story_has_no_names():
    names, mentions = language.find_names(sentences())
    assert names.empty
    assert mentions.empty


@given(st.lists(st.text(st.sampled_from("AaB b.,'’-–(“\"U.S5éİ\u0301"), max_size=40), max_size=4))
def test_a_mention_always_repeats_the_words_of_its_article(texts):
    rows = sentences(*texts)
    _, mentions = language.find_names(rows)
    for mention in mentions.itertuples():
        assert texts[int(mention.article)][mention.start : mention.end] == mention.text
        inside = rows[(rows["article"] == mention.article) & (rows["sentence"] == mention.sentence)]
        assert inside["start"].item() <= mention.start < mention.end <= inside["end"].item()
    assert isinstance(mentions, pd.DataFrame)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_names_marked_by_hand_are_found_and_joined(path):
    rows, marked = read_story(path)
    _, mentions = language.find_names(rows)
    body = {(row.article, row.sentence) for row in rows.itertuples() if row.kind == "body"}
    found = {
        (row.article, row.start, row.end): row.name
        for row in mentions.set_index("name", drop=False).itertuples(index=False)
        if (row.article, row.sentence) in body
    }
    right = found.keys() & marked.keys()
    assert len(right) >= 0.97 * len(found)
    assert len(right) >= 0.97 * len(marked)
    assert sum(found[span] == marked[span] for span in right) >= 0.97 * len(right)


def types(text, *names):
    """The types of these names in a story of one text."""
    found_kinds = kinds(text)
    return [found_kinds.get(name) for name in names]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They sailed on the ferry Blue Heron to an island. Later the Blue Heron sank.", "Blue Heron", "other"),
        ("The way to Ostry is shut, and the lifeboat from Ostry is lost.", "Ostry", "place"),
        ("Ruritania's government fell.", "Ruritania", "place"),
        ("OSTRY (NPS) — Trucks wait. He left Ostry.", "Ostry", "place"),
        ("It struck the Vandel valley. Then Vandel was calm.", "Vandel", "place"),
        ("They sold Mirtol, a new cancer drug. It was Mirtol.", "Mirtol", "product"),
        ("They left with some Greens, and the Greens had won.", "Greens", "organisation"),
        ("Analysts at Velmont put it higher.", "Velmont", "organisation"),
        ("It was built by Velmont, the contractor, and sold.", "Velmont", "organisation"),
        ("The supplier, Velmont, scans letters.", "Velmont", "organisation"),
        ("It was found by the experts of Velmont, who left.", "Velmont", "organisation"),
        ("It was told to headmistress Quilla Dorn.", "Quilla Dorn", "person"),
        ("Ferries of Solway Lines sail, the head of Solway Lines said.", "Solway Lines", "organisation"),
    ],
)
def test_the_words_around_a_name_tell_its_type(text, name, kind):
    assert types(text, name) == [kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The liner Queen Ingrid is old. They saw the Queen Ingrid.", {"Queen Ingrid"}),
        ("LEEDS (UPN) — Chipmaker Velmont said it would go. Then Velmont left.", {"Leeds", "UPN", "Velmont"}),
        ("DISASTER: They did nothing. And YOU pay for it!", set()),
        ("The Farmers' Union and the Taxpayers' League met.", {"Farmers' Union", "Taxpayers' League"}),
        ("It told the Courier of a Swiss-Danish firm.", {"Courier"}),
        ("It left Ruritania when the Ruritanian army came to Ruritania.", {"Ruritania"}),
        (
            "They met the National Centrists. The National Centrist leader left the National Centrists.",
            {"National Centrists"},
        ),
    ],
)
def test_ships_firms_and_parties_have_their_whole_name_and_shouting_none(text, names):
    assert set(kinds(text)) == names
