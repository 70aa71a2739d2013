"""A chart is the same bytes for the same data, takes its colours from the page, and says what it shows."""

from analysis.charts import Chart, colour, drawing


def drawn():
    with drawing(400, 120) as made:
        made.axes.barh(["<Post>", "Herald"], [3, 5], color=[colour("A"), colour("B")])
    return made.svg


def test_the_same_data_give_the_same_bytes():
    assert drawn() == drawn()


def test_colours_are_those_of_the_page():
    svg = drawn()
    assert "var(--s0)" in svg
    assert "var(--s1)" in svg
    assert "#0000" not in svg


def test_labels_stay_text_and_never_become_markup():
    assert "&lt;Post&gt;</text>" in drawn()


def test_two_charts_of_a_page_share_no_style_sheet_and_no_names():
    svg = drawn()
    assert "<style" not in svg
    assert '<g id="' not in svg


def test_a_chart_shows_its_finding_and_tells_it_in_words():
    html = Chart("Herald says more", "Post 3 sentences, Herald 5", drawn(), note="Headlines left out").html
    assert "<figcaption>Herald says more</figcaption>" in html
    assert '<svg role="img" aria-label="Post 3 sentences, Herald 5"' in html
    assert "Headlines left out" in html
