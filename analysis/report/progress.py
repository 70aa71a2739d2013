"""What the terminal shows while notebooks run: a bar where there is a terminal, else one line a notebook."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

REFUSED = 10  # files or rows that are told one by one


def tell_refused(rejected: "pd.DataFrame") -> None:
    """Say on stderr what of the corpus was refused, and why: rows of table `rejected`."""
    for file, reason in rejected.head(REFUSED).itertuples(index=False):
        print(f"refused: {file}: {reason}", file=sys.stderr)
    if len(rejected) > REFUSED:
        print(f"{len(rejected) - REFUSED:,} more were refused; table rejected lists all", file=sys.stderr)


class Progress:
    """Notebooks done of all; `failed` counts those that failed. Failures are told on stderr, a line each."""

    def __init__(self, total: int):
        self.failed = 0
        self._bar = None
        if sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, unit="notebook", leave=False)

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_) -> None:
        if self._bar:
            self._bar.close()

    def tell(self, stem: str, status: str, error: str | None = None) -> None:
        """A notebook is done, unchanged or failed, the latter with its cell and error."""
        self.failed += status == "failed"
        if status == "failed":
            self._line(f"{stem}, {error}", sys.stderr)
        elif not self._bar:
            self._line(f"{stem}: {status}", sys.stdout)
        if self._bar:
            self._bar.update()

    def _line(self, line: str, stream) -> None:
        if self._bar:
            self._bar.write(line, file=stream)
        else:
            print(line, file=stream, flush=True)
