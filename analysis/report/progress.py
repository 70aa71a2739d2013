"""What the terminal shows while notebooks run: a bar where there is a terminal, else one line a notebook."""

import sys


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
