"""What the corpus refuses, why, and the errors that end a reading.

A reason is a category, or a category and a colon and details: "near-empty: 4 words, an article needs 10".
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

MAX_TEXT = 2_000_000  # bytes, and characters, of text in one article
MAX_PAGE = 8_000_000  # bytes of a saved web page, most of which is not text
LONGEST = 2_000  # words without the end of a sentence or line: the longest sentence in print has half of that
MIN_WORDS = 10  # the shortest news alerts are a sentence of a dozen words
SAMPLE = 1_000  # characters that the language is told from
# Log odds by which another language must win: English names in English copy reach 5, other languages pass 7.
CLEARLY_OTHER = 6.0
COMMONEST = ("the", "of", "to", "and")
NO_LANGUAGE = "zxx"
# Each sign of a script without spaces counts as a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:[-'’.,][^\W_]+)*")
_END = re.compile(r"[.!?…。！？\n]")


class Refused(Exception):
    """An input that is not read; its only argument is the reason."""


class CorpusError(ValueError):
    """The corpus cannot be read as asked; the message is one line that says what to do."""


class NoArticles(CorpusError):
    """Nothing usable was found at the path; the message names it and counts the reasons."""


def count_words(text: str) -> int:
    """Words in the text; every sign of Chinese and Japanese counts as one."""
    return len(_WORD.findall(text))


def refuse_large(size: int, limit: int = MAX_TEXT) -> None:
    """Raise Refused where a size, in bytes or characters, is over the limit."""
    if size > limit:
        raise Refused(f"too large: {size / 1e6:.1f} MB, at most {limit / 1e6:.0f} MB of text in one article")


def refuse_empty(raw_characters: int, text: str, removed: Sequence[tuple[str, str]]) -> None:
    """Raise Refused for an article that was empty, or that has fewer than MIN_WORDS words after cleaning."""
    if not raw_characters:
        raise Refused("empty")
    if count_words(text[:SAMPLE]) >= MIN_WORDS or (words := count_words(text)) >= MIN_WORDS:
        return
    taken = ", ".join(sorted({rule for rule, _ in removed}))
    after = f" after cleaning (removed: {taken})" if taken else ""
    raise Refused(f"near-empty: {words} {'word' if words == 1 else 'words'}{after}, an article needs {MIN_WORDS}")


def refuse_endless(text: str) -> None:
    """Raise Refused for a text with more than LONGEST words in which no sentence and no line ends."""
    longest = max(_END.split(text), key=len)
    if len(longest) > LONGEST and (words := count_words(longest)) > LONGEST:
        raise Refused(f"no sentences: {words:,} words without a full stop or a new line, at most {LONGEST:,}")


def language_of(text: str, wanted: str) -> str | None:
    """The language of a text (ISO 639-1): `wanted` unless another is clearly likelier; None where it has no letters.

    py3langid (Lui and Baldwin 2012) on the first SAMPLE characters. Short texts full of foreign names look foreign, so
    another language must win by CLEARLY_OTHER log odds, scaled by the root of the length as py3langid scales its own.
    """
    sample = text[:SAMPLE]
    if wanted == "en" and _is_plainly_english(sample):
        return wanted
    import py3langid

    ranked = py3langid.rank(sample)
    best, top = ranked[0]
    if wanted == "any":
        return None if best == NO_LANGUAGE else best
    odds = (top - dict(ranked)[wanted]) / math.sqrt(len(sample.encode("utf-8")) or 1)
    return best if odds > CLEARLY_OTHER and best != NO_LANGUAGE else wanted


def _is_plainly_english(sample: str) -> bool:
    """Whether the commonest English words are a tenth of all, as in no other language: the model is not needed then."""
    words = sample.lower().split()
    return "the" in words and sum(map(words.count, COMMONEST)) >= 0.1 * len(words)


def refuse_language(language: str | None, wanted: str, given: bool) -> None:
    """Raise Refused for an article in another language than the wanted one."""
    if wanted == "any" or language == wanted:
        return
    told = "given as" if given else "reads as"
    raise Refused(
        f"not {_language_name(wanted)}: {told} {_language_name(language)}; language=any reads it all the same"
    )


def check_language(wanted: str) -> None:
    """Raise CorpusError for a language that is neither any nor a code the identifier knows."""
    if wanted in ("en", "any"):
        return
    import py3langid

    known = sorted(code for code, _ in py3langid.rank("") if code != NO_LANGUAGE)
    if wanted not in known:
        raise CorpusError(f"language {wanted!r} is not known; use any or one of {', '.join(known)}")


def no_articles(path: str, reasons: Sequence[str]) -> NoArticles:
    """The error for a path where nothing usable is left: one line with the path and the reasons, counted."""
    if not reasons:
        return NoArticles(f"no article in {path}: there is no file to read")
    counts = Counter(reason.split(":")[0] for reason in reasons)
    counted = ", ".join(
        f"{number} {category}" for category, number in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )
    if len(reasons) == 1:
        counted = reasons[0]
    return NoArticles(f"no usable article in {path}; refused: {counted}")


def _language_name(code: str | None) -> str:
    from babel import Locale, UnknownLocaleError

    if code == "en":
        return "English"
    try:
        return f"{Locale('en').languages.get(code) or Locale.parse(code).english_name} ({code})"
    except (UnknownLocaleError, ValueError, TypeError):
        return str(code)
