"""The demo: our own reports read into a chronicle; one reading, the contacts, and a brief.

Run by `make demo`; the chronicle stays in the file given, to be looked at with `elshi`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent.relative_to(Path.cwd())
ELSHI = Path(sys.executable).with_name("elshi")
SHOWN = str(HERE / "reports" / "03-putin-state-visit.ru.txt")


def run(*words: str, said: str = "") -> None:
    """One command as a user would type it; `said` where the shell would have filled in names."""
    sys.stdout.write(f"\n$ elshi {said or ' '.join(words)}\n\n")
    sys.stdout.flush()
    subprocess.run([str(ELSHI), *words], check=True)


def main(chronicle: str) -> None:
    """Reads the reports and prints the three things that Elshi is for."""
    Path(chronicle).parent.mkdir(parents=True, exist_ok=True)
    reports = sorted(str(path) for path in (HERE / "reports").glob("*.txt"))
    told = f"read {HERE}/reports/*.txt --into {chronicle}"
    run("read", *reports, "--into", chronicle, said=told)
    run("show", SHOWN)
    run("contacts", "--in", chronicle)
    run("brief", "KZ", "US", "--lang", "ru", "--in", chronicle)
    sys.stdout.write(f"\nThe chronicle is in {chronicle}; `make serve` opens it as a site.\n")


if __name__ == "__main__":
    main(sys.argv[1])
