"""Frames of headlines, sentences and articles, and loaded language, against labels that people gave."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from analysis.evaluation.benchmark import Benchmark, Measure, Tool
from analysis.evaluation.scorer import read_items

FEW = 10  # labels a frame, where few are learned from
FOLDS = 5
MARKED = 0.05  # VADER's own bound of a neutral compound score


def learned(task: str, few: int | None = None) -> Tool:
    """FrameClassifier, trained on the train set of the task, or on the first `few` items of each frame."""

    def predict(items: list[dict], folder: Path) -> list[dict]:
        from analysis.framing import FrameClassifier

        fitted = FrameClassifier().fit(*_train(folder, task, few))
        return _predictions(items, fitted.predict([item["text"] for item in items]))

    return predict


def tfidf(task: str, few: int | None = None) -> Tool:
    """TF-IDF of words and logistic regression with balanced classes, trained on the same."""

    def predict(items: list[dict], folder: Path) -> list[dict]:
        fitted = _tfidf().fit(*_train(folder, task, few))
        return _predictions(items, fitted.predict([item["text"] for item in items]).tolist())

    return predict


def most_frequent(task: str) -> Tool:
    """The most frequent frame of the train set."""

    def predict(items: list[dict], folder: Path) -> list[dict]:
        (frame, _), *_ = Counter(_train(folder, task)[1]).most_common(1)
        return _predictions(items, [frame] * len(items))

    return predict


def by_codebook(items: list[dict], _: Path) -> list[dict]:
    """The best frame of the policy codebook, which was trained on nothing."""
    from analysis.framing import best_frame, load_codebook

    return _predictions(items, best_frame([item["text"] for item in items], load_codebook("policy")))


def tfidf_crossed(items: list[dict], _: Path) -> list[dict]:
    """TF-IDF and logistic regression, each fifth of the items told by what the others teach."""
    from sklearn.model_selection import cross_val_predict

    labels = [item["frame"] for item in items]
    return _predictions(items, cross_val_predict(_tfidf(), [item["text"] for item in items], labels, cv=FOLDS).tolist())


def articles(items: list[dict], folder: Path) -> list[dict]:
    """FrameClassifier with several frames an article, trained on the train set."""
    from analysis.framing import FrameClassifier

    train = _of_task(folder, "nfc")
    fitted = FrameClassifier().fit([item["text"] for item in train], [set(item["frames"]) for item in train])
    texts = [item["text"] for item in items]
    told = zip(items, fitted.predict(texts), fitted.scores(texts).to_dict("records"), strict=True)
    return [{"id": item["id"], "frames": sorted(frames), "scores": scores} for item, frames, scores in told]


def articles_tfidf(items: list[dict], folder: Path) -> list[dict]:
    """TF-IDF and a logistic regression a frame, trained on the same."""
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.preprocessing import MultiLabelBinarizer

    train = _of_task(folder, "nfc")
    binarizer = MultiLabelBinarizer()
    marks = binarizer.fit_transform([item["frames"] for item in train])
    fitted = OneVsRestClassifier(_tfidf()).fit([item["text"] for item in train], marks)
    texts = [item["text"] for item in items]
    chances = [dict(zip(binarizer.classes_, map(float, row), strict=True)) for row in fitted.predict_proba(texts)]
    told = zip(items, binarizer.inverse_transform(fitted.predict(texts)), chances, strict=True)
    return [{"id": item["id"], "frames": list(frames), "scores": scores} for item, frames, scores in told]


def loaded(items: list[dict], folder: Path) -> list[dict]:
    """LoadedClassifier, trained on the train set."""
    from analysis.framing import LoadedClassifier

    train = _of_task(folder, "babe")
    fitted = LoadedClassifier().fit(*([item[key] for item in train] for key in ("text", "biased", "words")))
    texts = [item["text"] for item in items]
    return _marked(items, fitted.predict(texts), fitted.scores(texts), fitted.words)


def loaded_by_list(items: list[dict], _: Path) -> list[dict]:
    """The list of loaded words that ships: a sentence is biased where one stands in it."""
    from analysis.framing import find_loaded

    words = {item["text"]: [found.text for found in find_loaded(item["text"])] for item in items}
    counts = [len(words[item["text"]]) for item in items]
    return _marked(items, map(bool, counts), counts, words.get)


def vader(items: list[dict], _: Path) -> list[dict]:
    """VADER: a sentence is biased where its compound score is not neutral, by the words of the lexicon."""
    from analysis.language import words
    from analysis.language.vader import valences
    from analysis.sentiment.lexicon import sentence_tone

    strengths = [abs(sentence_tone(item["text"])) for item in items]
    biased = [strength >= MARKED for strength in strengths]
    return _marked(items, biased, strengths, lambda text: [w.text for w in words(text) if w.text.lower() in valences()])


def of_articles(tool: Tool) -> Tool:
    """How biased a tool that scores sentences takes each sentence of articles for."""

    def predict(items: list[dict], folder: Path) -> list[dict]:
        texts = dict.fromkeys(text for item in items for text in item["sents"])
        scores = {told["id"]: told["score"] for told in tool([{"id": text, "text": text} for text in texts], folder)}
        return [{"id": item["id"], "lex_scores": [scores[text] for text in item["sents"]]} for item in items]

    return predict


def _marked(
    items: list[dict], biased: Iterable[bool], scores: Sequence[float], words: Callable[[str], list[str]]
) -> list[dict]:
    return [
        {"id": item["id"], "biased": int(label), "score": score, "words": words(item["text"])}
        for item, label, score in zip(items, biased, scores, strict=True)
    ]


def _predictions(items: list[dict], frames: Sequence[str]) -> list[dict]:
    return [{"id": item["id"], "frame": frame} for item, frame in zip(items, frames, strict=True)]


def _train(folder: Path, task: str, few: int | None = None) -> tuple[list[str], list[str]]:
    kept: dict[str, list[str]] = defaultdict(list)
    for item in _of_task(folder, task):
        if few is None or len(kept[item["frame"]]) < few:
            kept[item["frame"]].append(item["text"])
    pairs = [(text, frame) for frame, texts in sorted(kept.items()) for text in texts]
    return [text for text, _ in pairs], [frame for _, frame in pairs]


def _of_task(folder: Path, task: str) -> list[dict]:
    return [item for item in read_items(folder / "train.jsonl") if item["task"] == task]


def _tfidf():
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    return make_pipeline(TfidfVectorizer(), LogisticRegression(class_weight="balanced", max_iter=1000))


def _of(task: str) -> Callable[[dict], bool]:
    return lambda item: item["task"] == task


def _benchmark(task: str, name: str, data: str, unit: str, ours: Tool, peers: dict[str, Tool], **measures) -> Benchmark:
    named = tuple(Measure(f"{task}.{key}", said, "framing") for key, said in measures.items())
    return Benchmark(
        name=name,
        data=data,
        file="framing/dev.jsonl",
        unit=unit,
        pick=_of(task),
        ours=ours,
        peers=peers,
        measures=named,
        as_json=False,
        timed=False,
    )


GVFC = "GVFC (Liu et al., CoNLL 2019)"
RIGHT = {"accuracy": "right frame", "macro_f1": "right frame, macro-F1"}

LOADED_PEERS = {"VADER": vader, "our list": loaded_by_list}

BENCHMARKS = (
    _benchmark(
        "gvfc",
        "issue frames of headlines, trained",
        GVFC,
        "headlines",
        learned("gvfc"),
        {"TF-IDF": tfidf("gvfc"), "most frequent": most_frequent("gvfc")},
        **RIGHT,
    ),
    _benchmark(
        "gvfc",
        f"issue frames of headlines, {FEW} labels a frame",
        GVFC,
        "headlines",
        learned("gvfc", FEW),
        {"TF-IDF": tfidf("gvfc", FEW)},
        **RIGHT,
    ),
    _benchmark(
        "frac",
        "policy frames of sentences, by codebook alone",
        "FrAC",
        "sentences",
        by_codebook,
        {"TF-IDF": tfidf_crossed},
        **RIGHT,
    ),
    _benchmark(
        "nfc",
        "narrative frames of articles, trained",
        "narrative-framing",
        "articles",
        articles,
        {"TF-IDF": articles_tfidf},
        mAP="frames of articles, mean average precision",
    ),
    _benchmark(
        "babe",
        "loaded language, trained",
        "BABE (Spinde et al., Findings of EMNLP 2021)",
        "sentences",
        loaded,
        LOADED_PEERS,
        macro_f1="loaded sentences, macro-F1",
        word_F1="loaded words, F1",
    ),
    _benchmark(
        "basil",
        "lexical bias of articles, trained on BABE",
        "BASIL (Fan et al., EMNLP-IJCNLP 2019)",
        "articles",
        of_articles(loaded),
        {name: of_articles(tool) for name, tool in LOADED_PEERS.items()},
        lex_sent_AP="sentences with lexical bias, average precision",
    ),
)
