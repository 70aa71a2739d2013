"""Findings across the sources keep every source, few or many, and never make markup of an article's words."""

import pandas as pd
import pytest

from analysis.evidence import by_source, covered, left_out, quoted, wordings


def story(count: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Articles a, b … of one sentence each, and their sentences."""
    names = [chr(ord("a") + place) for place in range(count)]
    articles = pd.DataFrame([{"article": name, "letter": name.upper(), "label": f"<b>{name}</b>"} for name in names])
    place = {"sentence": 0, "start": 0, "end": 9, "text": "It is <5>"}
    return articles, pd.DataFrame([{"article": name} | place for name in names])


def claims(*telling: str) -> pd.DataFrame:
    place = {"claim": 1, "sentence": 0, "start": 0, "end": 9}
    return pd.DataFrame([place | {"article": name, "clearest": name == telling[0]} for name in telling])


def coverage(articles: pd.DataFrame, told: dict[str, str]) -> pd.DataFrame:
    rows = [(name, told.get(name, "absent")) for name in articles["article"]]
    return pd.DataFrame(
        [{"claim": 1, "article": name, "told": how, "place": None if how == "absent" else "lead"} for name, how in rows]
    )


def test_findings_stand_folded_under_their_source_with_their_number():
    articles, sentences = story(2)
    found = pd.DataFrame([{"article": "b", "start": 0, "end": 2}, {"article": "b", "start": 6, "end": 9}])
    html = by_source(found, articles, sentences, "hedge").html
    assert "&lt;b&gt;b&lt;/b&gt;: 2 hedges" in html
    assert html.count("<details") == 1


def test_a_claim_has_its_place_in_every_source_and_brackets_where_it_is_told_in_part():
    articles, sentences = story(3)
    told = coverage(articles, {"a": "told", "b": "partly"})
    html = covered(claims("a", "b"), told, articles, sentences, "Claims").html
    assert "“It is &lt;5&gt;”" in html
    assert html.count("<td>") == 3
    assert "<td>lead</td><td>(lead)</td>" in html


@pytest.mark.parametrize("count", [9, 26])
def test_many_sources_share_a_cell(count):
    articles, sentences = story(count)
    html = covered(claims("a", "b"), coverage(articles, {"a": "told", "b": "told"}), articles, sentences, "Claims").html
    assert html.count("<td>") == 2
    assert ("24 others" if count == 26 else "C, D, E, F, G, H, I") in html


def test_a_claim_is_left_out_only_where_more_than_half_of_the_others_tell_it():
    articles, sentences = story(4)
    two = left_out(claims("a"), coverage(articles, {"a": "told", "b": "told"}), articles, sentences).html
    assert two.count("leaves out 1 of 1") == 2
    one = left_out(claims("a"), coverage(articles, {"a": "told"}), articles, sentences).html
    assert one.count("leaves out 0 of 0") == 4


def test_who_is_cited_is_counted_by_source_under_the_resolved_name():
    articles, _ = story(2)
    cited = pd.DataFrame({"article": list("aabbb"), "cited": ["Ann Lee", "Ann Lee", "<clerk>", "<clerk>", "Bo"]})
    html = quoted(cited, articles, "Who is cited", most=5).html
    assert '<th scope="row">Ann Lee</th><td>2</td><td>2</td><td><span class="none">–</span></td>' in html
    assert "&lt;clerk&gt;" in html
    assert "Bo" not in html  # cited once


def test_shared_wording_says_how_long_and_whose_it_is():
    articles, sentences = story(2)
    rows = {"passage": 1, "start": 0, "end": 5, "words": 6, "quoted": [True, False]}
    html = wordings(pd.DataFrame({"article": ["a", "b"], **rows}), articles, sentences).html
    assert "6 words in" in html
    assert "quoted by some" in html
