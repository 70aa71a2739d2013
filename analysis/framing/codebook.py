"""Codebooks: frames and the weighted terms that show them, read from YAML and refused where faulty."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from analysis.framing.matching import NUMBER, WORD, Index, Rule, normal

if TYPE_CHECKING:
    import pandas as pd

SHIPPED = ("generic", "policy", "business")
DISTANCE = re.compile(r"\s~(\d+)\s")
SHORTEST_STEM = 2  # letters before a wildcard


class CodebookError(ValueError):
    """A codebook cannot be used; the message gives file, line and reason."""


@dataclass(frozen=True)
class Frame:
    """One frame: its name, what it means, who defined it, and the rules that find its terms."""

    name: str
    definition: str
    citation: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Codebook:
    """Frames in the order of the file; `rest` names what a sentence without any term is, if the file gives it."""

    name: str
    title: str
    citation: str
    frames: tuple[Frame, ...]
    rest: str | None = None

    @cached_property
    def index(self) -> Index:
        """The rules of all frames, ready to be found in texts."""
        return Index({frame.name: frame.rules for frame in self.frames})

    def described(self) -> "pd.DataFrame":
        """What each frame means: columns frame, meaning, after."""
        import pandas as pd

        rows = [(frame.name, frame.definition, frame.citation) for frame in self.frames]
        return pd.DataFrame(rows, columns=["frame", "meaning", "after"])

    @property
    def names(self) -> list[str]:
        """Names of the frames, in order."""
        return [frame.name for frame in self.frames]


def load_codebook(name_or_path: str | Path) -> Codebook:
    """A codebook that ships, by name, or the one in a YAML file; a relative path counts from $PARALLAX_FROM.

    Every story is scored by generic, policy and business; gun_violence is one for a single issue; hedges, loaded,
    metaphors and events are lists of words in the same form.

    A file has a title, a citation and frames; each frame a definition, a citation and terms, listed by weight. A term
    is a word or a phrase; `econom*` stands for any ending, `is|are set to` for either word, `<number>` for digits, and
    `talks ~5 collapse*` for two words at most five apart, in any order. Optional: `except` lists phrases that do not
    count, `negation: off` (the default) counts a term however it is negated, `negation: on` leaves out one that
    follows a word of the file's `negators` within three words. Raises CodebookError with file, line and reason.
    """
    shipped = files(__package__).joinpath(f"{name_or_path}.yaml")
    place = Path(os.environ.get("PARALLAX_FROM", "."), name_or_path)
    if re.fullmatch(r"\w+", str(name_or_path)) and shipped.is_file():
        # libyaml's loader is ten times faster, but deep nesting ends the process: for our own files only.
        return _parsed(str(place), shipped.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        text = place.read_text(encoding="utf-8")
    except (OSError, ValueError) as fault:
        reason = "is not UTF-8" if isinstance(fault, UnicodeDecodeError) else getattr(fault, "strerror", fault)
        raise CodebookError(f"codebook {place}: {reason}; those that ship are {', '.join(SHIPPED)}") from None
    return _parsed(str(place), text, yaml.SafeLoader)


@cache
def _parsed(file: str, text: str, loader: type) -> Codebook:
    return _Reader(file, loader).codebook(Path(file).stem, text)


class _Reader:
    """Turns the nodes of a YAML file into a codebook; keeps the file's name for refusals."""

    def __init__(self, file: str, loader: type):
        self.file, self.loader = file, loader

    def codebook(self, name: str, text: str) -> Codebook:
        try:
            root = yaml.compose(text, Loader=self.loader)
        except (yaml.YAMLError, RecursionError) as fault:
            mark = getattr(fault, "problem_mark", None)
            reason = " ".join(str(getattr(fault, "problem", None) or fault).split())
            raise CodebookError(f"{self.file}, line {mark.line + 1 if mark else 1}: not YAML: {reason}") from None
        if root is None:
            raise CodebookError(f"{self.file}, line 1: the file is empty")
        top = self.mapping(root, ("title", "citation", "frames"), ("negators", "rest"))
        negators = frozenset(normal(word) for word in self.texts(top["negators"])) if "negators" in top else frozenset()
        frames = self.mapping(top["frames"])
        if not frames:
            self.refuse(top["frames"], "no frames")
        return Codebook(
            name,
            self.text(top["title"]),
            self.text(top["citation"]),
            tuple(self.frame(key, node, negators) for key, node in frames.items()),
            self.text(top["rest"]) if "rest" in top else None,
        )

    def frame(self, name: str, node: yaml.Node, negators: frozenset[str]) -> Frame:
        fields = self.mapping(node, ("definition", "citation", "terms"), ("except", "negation"))
        negation = self.text(fields["negation"]) if "negation" in fields else "off"
        if negation not in ("on", "off"):
            self.refuse(fields["negation"], f"negation is on or off, not {negation!r}")
        if negation == "on" and not negators:
            self.refuse(fields["negation"], "negation is on, but the file lists no negators")
        rules, seen = [], set()
        for key, terms in self.pairs(fields["terms"]):
            weight = self.weight(key)
            for term in self.leaves(terms):
                if (written := self.text(term)) in seen:
                    self.refuse(term, f"frame {name} lists {written!r} twice")
                seen.add(written)
                rules += self.rules(term, weight, negators if negation == "on" else frozenset())
        if not rules:
            self.refuse(fields["terms"], f"frame {name} has no terms")
        for term in self.leaves(fields["except"]) if "except" in fields else ():
            rules += self.rules(term, None, frozenset())
        return Frame(name, self.text(fields["definition"]), self.text(fields["citation"]), tuple(rules))

    def rules(self, node: yaml.Node, weight: float | None, negators: frozenset[str]) -> list[Rule]:
        written = self.text(node)
        first, *distant = DISTANCE.split(written)
        if not distant:
            return [Rule(words, weight, None, negators) for words in self.phrases(node, first)]
        if len(distant) != 2:
            self.refuse(node, f"{written!r} has more than one ~distance")
        within, second = int(distant[0]), distant[1]
        pairs = list(product(self.phrases(node, first), self.phrases(node, second)))
        if any(len(words) != 1 for pair in pairs for words in pair):
            self.refuse(node, f"{written!r}: a ~distance stands between single words")
        return [Rule(a + b, weight, within, negators) for pair in pairs for a, b in (pair, pair[::-1])]

    def phrases(self, node: yaml.Node, written: str) -> Iterator[tuple[str, ...]]:
        """The phrases that a term stands for: each choice between its alternatives, as normal words."""
        places = [place.split("|") for place in written.split()]
        if not places:
            self.refuse(node, "a term is empty")
        return (tuple(self.words(node, choice)) for choice in product(*places))

    def words(self, node: yaml.Node, places: tuple[str, ...]) -> Iterator[str]:
        for place in places:
            stem = place.removesuffix("*")
            found = WORD.findall(stem)
            if place == NUMBER:
                yield NUMBER
            elif not found or re.search(r"[^\w'’.\-‑&]", stem):
                self.refuse(node, f"cannot read {place!r}: a word, perhaps with * at its end, or <number>")
            elif stem != place and len(found[-1]) < SHORTEST_STEM:
                self.refuse(node, f"{place!r} would match nearly everything: give {SHORTEST_STEM} letters before *")
            else:
                yield from (normal(word) for word in found[:-1])
                yield found[-1].lower() + "*" if stem != place else normal(found[-1])

    def weight(self, node: yaml.Node) -> float:
        try:
            weight = float(self.text(node))
        except ValueError:
            weight = 0
        if not 0 < weight < float("inf"):
            self.refuse(node, f"terms are listed by weight, a number above 0, not {node.value!r}")
        return weight

    def mapping(self, node: yaml.Node, required: tuple = (), optional: tuple = ()) -> dict[str, yaml.Node]:
        """The entries of a mapping node by key; any key is welcome where neither required nor optional is given."""
        fields: dict[str, yaml.Node] = {}
        for key, value in self.pairs(node):
            name = self.text(key)
            if (required or optional) and name not in required + optional:
                self.refuse(key, f"unknown key {name!r}; it may be {', '.join(required + optional)}")
            if name in fields:
                self.refuse(key, f"{name!r} stands here twice")
            fields[name] = value
        for name in required:
            if name not in fields:
                self.refuse(node, f"{name!r} is missing")
        return fields

    def pairs(self, node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, "expected names with values (key: value)")
        return node.value

    def sequence(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(node, "expected a list")
        return node.value

    def leaves(self, node: yaml.Node) -> list[yaml.Node]:
        """The items of a list, and of the lists in it, which lines of a long list may be."""
        items = self.sequence(node)
        return [leaf for item in items for leaf in (item.value if isinstance(item, yaml.SequenceNode) else [item])]

    def texts(self, node: yaml.Node) -> list[str]:
        return [self.text(item) for item in self.sequence(node)]

    def text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.refuse(node, "expected a text")
        return " ".join(node.value.split())

    def refuse(self, node: yaml.Node, reason: str) -> None:
        raise CodebookError(f"{self.file}, line {node.start_mark.line + 1}: {reason}")
