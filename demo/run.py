"""The demo: our own reports read into a chronicle; a reading, the contacts, one contact that is
told in Kazakh, Russian and English, and a brief.

Run by `make demo`; the chronicle stays in the file given, to be looked at with `elshi`.
"""

from __future__ import annotations

import json
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


def told_in_three(chronicle: str) -> str:
    """The id of Blinken's talks with Tokayev in Astana, which three reports tell."""
    asked = ["contacts", "--between", "KZ", "US", "--since", "2023-02-28", "--until", "2023-02-28"]
    asked += ["--kind", "meeting", "--format", "jsonl", "--in", chronicle]
    told = subprocess.run([str(ELSHI), *asked], check=True, capture_output=True, text=True)
    found = [json.loads(line) for line in told.stdout.splitlines()]
    return str(max(found, key=lambda contact: len(contact["accounts"]))["id"])


def main(chronicle: str) -> None:
    """Reads the reports and prints the four things that Elshi is for."""
    Path(chronicle).parent.mkdir(parents=True, exist_ok=True)
    reports = sorted(str(path) for path in (HERE / "reports").glob("*.txt"))
    told = f"read {HERE}/reports/*.txt --into {chronicle}"
    run("read", *reports, "--into", chronicle, said=told)
    run("show", SHOWN)
    run("contacts", "--in", chronicle)
    sys.stdout.write("\nOne contact, told in Kazakh, Russian and English:\n")
    run("compare", told_in_three(chronicle), "--in", chronicle)
    run("brief", "KZ", "US", "--lang", "ru", "--in", chronicle)
    sys.stdout.write(f"\nThe chronicle is in {chronicle}; `make serve` opens it as a site.\n")


if __name__ == "__main__":
    main(sys.argv[1])
