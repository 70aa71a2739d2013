"""Codebooks are read from YAML, and a faulty one is refused with file, line and reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.framing import CodebookError, load_codebook

GOOD = """\
title: Weather
citation: ours
negators: [no, not]
frames:
  storm:
    definition: wind and rain
    citation: ours
    negation: on
    terms:
      2: [storm*, high wind|winds, rain ~3 heavy]
      1: [cloud]
    except: [brain storm*]
  calm:
    definition: none of it
    citation: ours
    terms:
      1: [[calm, still], [about <number> knots]]
"""


def written(tmp_path, text):
    path = tmp_path / "weather.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_codebook_of_the_user_s_own_is_read(tmp_path):
    codebook = load_codebook(written(tmp_path, GOOD))
    assert (codebook.name, codebook.title, codebook.names) == ("weather", "Weather", ["storm", "calm"])


@pytest.mark.parametrize("name", ["generic", "policy", "business", "hedges"])
def test_what_ships_is_sound_and_every_frame_has_a_definition_and_a_citation(name):
    frames = load_codebook(name).frames
    assert all(frame.definition and frame.citation and frame.rules for frame in frames)


def test_the_generic_codebook_has_the_frames_of_semetko_and_valkenburg():
    names = ["conflict", "economic", "human_interest", "morality", "responsibility"]
    assert load_codebook("generic").names == names


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("    definition: wind and rain\n", "", 6, "'definition' is missing"),
        ("    citation: ours\n    negation", "    cited: ours\n    negation", 7, "unknown key 'cited'"),
        ("negation: on", "negation: maybe", 8, "negation is on or off, not 'maybe'"),
        ("negators: [no, not]\n", "", 7, "negation is on, but the file lists no negators"),
        ("      2: [", "      -2: [", 10, "a number above 0, not '-2'"),
        ("      2: [", "      heavy: [", 10, "a number above 0, not 'heavy'"),
        ("1: [cloud]", "1: cloud", 11, "expected a list"),
        ("1: [cloud]", "1: [storm*]", 11, "lists 'storm*' twice"),
        ("1: [cloud]", "1: ['']", 11, "expected a text"),
        ("1: [cloud]", "1: [c*]", 11, "'c*' would match nearly everything"),
        ("1: [cloud]", "1: [cl*oud]", 11, "cannot read 'cl*oud'"),
        ("1: [cloud]", "1: ['?!']", 11, "cannot read '?!'"),
        ("1: [cloud]", "1: [high wind ~2 rain]", 11, "a ~distance stands between single words"),
        ("1: [cloud]", "1: [a ~2 b ~2 c]", 11, "more than one ~distance"),
        ("1: [cloud]", "1: [cloud", 12, "not YAML"),
        ("  calm:", "  storm:", 13, "'storm' stands here twice"),
    ],
)
def test_a_faulty_codebook_is_refused_with_file_line_and_reason(tmp_path, old, new, line, reason):
    assert GOOD.count(old) == 1
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(CodebookError) as refusal:
        load_codebook(path)
    assert str(refusal.value).startswith(f"{path}, line {line}: ")
    assert reason in str(refusal.value)


@pytest.mark.parametrize("text", ["", "just words", "[]", "frames: {}", "\x00", "a: &a [*a]", "[" * 5000])
def test_a_file_that_is_no_codebook_is_refused(tmp_path, text):
    with pytest.raises(CodebookError, match=r"weather\.yaml, line 1: "):
        load_codebook(written(tmp_path, text))


def test_a_file_that_is_not_there_is_refused_with_the_names_that_are():
    with pytest.raises(CodebookError, match="nowhere.*generic, policy, business"):
        load_codebook("nowhere")


@given(st.text(max_size=80))
def test_any_text_is_a_codebook_or_is_refused(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "any.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(CodebookError):
        load_codebook(path)
