"""What a busy reader is told first: the findings that matter most, and the fixed sentences around their numbers."""

import re
from typing import TYPE_CHECKING

from analysis.corpus import letters_of
from analysis.wording import agreeing, counted, how_many, leaning, listing, number, signed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.story import Story

LEADING = 4  # names that an opening gives
CREDITED = 2  # outlets whose credits it gives
SURE = 0.5  # score of a sentence in a claim from which pages count on it
PROMINENT = ("headline", "lead")
LATE = "lower half"
VOICES = {"narrator": "the writers themselves are", "others": "those they quote or report are"}
READINGS = {  # of a fact, by its relation: what one does and what several do
    "differs": ("differs", "differ"),
    "adds up": ("adds up", "add up"),
    "compatible": ("is compatible", "are compatible"),
    "agrees": ("agrees", "agree"),
}


def opening(story: "Story") -> str:
    """What the story is about, who tells it and on whose word, and how far the sources go together, in sentences."""
    articles = story.articles
    names = story.names.groupby("name")["mentions"].sum().sort_values(ascending=False, kind="stable").index[:LEADING]
    said = [f"{counted(len(articles), 'article')} of {articles['words'].sum():,} words in all"]
    said[0] += f" that {agreeing(len(articles), 'name')} {listing(names)} most." if len(names) else "."
    said += [credit for credit, _ in credits(story.origins, articles)][:CREDITED]
    return " ".join(sentence[0].upper() + sentence[1:] for sentence in [*said, *sharing(story)])


def sharing(story: "Story") -> list[str]:
    """How far the sources of a story go together, in sentences; of one article, none."""
    claims, said = story.claims, []
    if len(story.articles) > 1:
        shared = widely_told(claims)["claim"].nunique()
        alone = int((claims.groupby("claim")["article"].nunique() == 1).sum())  # what is not sure is neither
        told = f"{counted(shared, 'claim', 'are')} told by more than one source"
        said.append(f"{told[0].upper()}{told[1:]}, {counted(alone, 'claim')} by one alone.")
    points = story.differences["difference"].nunique()
    return [*said, f"The sources part on {counted(points, 'point')}."] if points else said


def widely_told(claims: "pd.DataFrame", least: int = 2) -> "pd.DataFrame":
    """The rows of claims that at least so many articles surely tell (score SURE or more), most widely told first."""
    surely = claims["article"].where(claims["score"] >= SURE)
    tellers = surely.groupby(claims["claim"]).transform("nunique")
    order = claims.assign(tellers=tellers)[tellers >= least].sort_values(["tellers", "claim"], ascending=[False, True])
    return order.drop(columns="tellers")


def on_one_origin(claims: "pd.DataFrame") -> "pd.DataFrame":
    """The rows of claims that several articles tell and that go back to one origin, most widely told first."""
    shared = widely_told(claims)
    return shared[shared["origins"] == 1]


def first(claims: "pd.DataFrame", most: int) -> "pd.DataFrame":
    """The rows of the first so many claims, in the order in which they stand."""
    return claims[claims["claim"].isin(claims["claim"].unique()[:most])]


def credits(origins: "pd.DataFrame", articles: "pd.DataFrame") -> list[tuple[str, "pd.DataFrame"]]:
    """Each outlet that is credited, the most leaned on first: a sentence that says by whom, and its rows."""
    letters = letters_of(articles)
    outlets = origins[origins["type"] == "outlet"]
    told = []
    for outlet, rows in outlets.groupby("origin", sort=False):
        crediting = [letters[article] for article in letters if article in set(rows["article"])]
        several = f"{number(len(crediting)).capitalize()} of {counted(len(letters), 'article')}"
        count = several if len(letters) > 1 else "The article"
        verb = agreeing(len(crediting), "credit")
        told.append((-len(crediting), f"{count} {verb} {_named(outlet, articles)} ({', '.join(crediting)}).", rows))
    return [(sentence, rows) for _, sentence, rows in sorted(told, key=lambda row: row[0])]


def _named(outlet: str, articles: "pd.DataFrame") -> str:
    """An outlet with "the", where the articles name it so at least every other time."""
    before = re.findall(rf"(\bthe )?\b{re.escape(outlet)}\b", " ".join(articles["text"]), re.IGNORECASE)
    return f"the {outlet}" if before and 2 * sum(map(bool, before)) >= len(before) else outlet


def buried(claims: "pd.DataFrame", articles: "pd.DataFrame") -> list[tuple[str, "pd.DataFrame"]]:
    """Claims that one source tells in its headline or lead and another only in its lower half, with their rows."""
    letters = letters_of(articles)
    found = []
    for _, rows in widely_told(claims).groupby("claim", sort=False):
        places = {article: set(own["place"]) for article, own in rows.groupby("article", sort=False)}
        early = [letters[article] for article, at in places.items() if at & set(PROMINENT)]
        late = [letters[article] for article, at in places.items() if at == {LATE}]
        if early and late:
            opens, waits = listing(early), listing(late)
            found.append(
                (
                    f"What {opens} {agreeing(len(early), 'tell')} in headline or lead, "
                    f"{waits} {agreeing(len(late), 'leave')} for the lower half.",
                    rows,
                )
            )
    return found


def common_facts(facts: "pd.DataFrame") -> str:
    """How many facts (rows of analysis.figures.pivoted) stand in more than one source, and how these agree on them."""
    common = facts[facts["relation"] != "alone"]
    kinds = common["relation"].value_counts().to_dict()
    told = [f"{number(count)} {verb[count > 1]}" for kind, verb in READINGS.items() if (count := kinds.get(kind, 0))]
    few = f"{how_many(len(common)).capitalize()} of {counted(len(facts), 'fact')} {agreeing(len(common), 'stand')}"
    return f"{few} in more than one source{': ' + listing(told) if told else ''}."


def leaning_tones(target_tone: "pd.DataFrame", articles: "pd.DataFrame") -> str:
    """Which sources lean beyond chance, and toward whom; and that no other does."""
    letters = letters_of(articles)
    sure = target_tone[target_tone["verdict"].isin(["negative", "positive"])]
    told = [
        f"{letters[article]} is {verdict} toward {listing(rows['target'])}"
        for (article, verdict), rows in sure.groupby(["article", "verdict"])
    ]
    if not told:
        return "No source leans beyond chance toward or against any of the leading names."
    rest = len(target_tone) - len(sure)
    others = (
        f" No lean beyond chance shows in the other {counted(rest, 'pair')} of a source and a name." if rest else ""
    )
    return f"{'; '.join(told)}.{others}"


def toned_names(times: "pd.Series", shown: list[str]) -> str:
    """Of which names (index of times: how often each is named) the tone is read, and which are named too seldom."""
    told = {name: f"{name} ({count})" for name, count in times.items()}
    rare = [told[name] for name in told if name not in shown]
    read = [f"Tone is read where the sources name {listing(map(told.get, shown))}."] if shown else []
    seldom = [f"Named fewer than five times by every source, in all: {listing(rare)}."] if rare else []
    return " ".join([*(read or ["No tone toward a name can be read."]), *seldom])


def voice_tones(voiced: "pd.DataFrame") -> str:
    """What rows of sentiment.target_tone_by_voice surely say of the writers and of those they quote."""
    sure = voiced[voiced["verdict"].notna()]
    told = [
        f"Toward {row.target}, {VOICES[row.voice]} {leaning(row.verdict)} "
        f"({signed(row.tone)}, {signed(row.low)} to {signed(row.high)})."
        for row in sure.itertuples(index=False)
    ]
    return " ".join(told) or "Neither voice can be told from neutral."
