"""Runs `chancery extract --stream` by the lines that the manual shows, and compares what comes out.

    python tests/clusters/run.py target/debug/chancery [ARTICLES]

By itself, under GNU parallel, Dask and Apache Spark, each where it is installed; what is not is told. Every way has
to give the same records, in the same order, as the program by itself. Times are told, and judged by nobody.
"""

import contextlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

MANUAL = Path(__file__).parents[2] / "assets/manual/scripts.md"
CHANCERY = str(Path(sys.argv[1]).resolve())
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 400
STREAM = [CHANCERY, "extract", "--stream"]


def article(number):
    text = (
        f"VALLETTA, 14 March 2021 - Foreign Minister Ana Torre of Malta met Norwegian Ambassador Liv Dahl in Valletta on "
        f"Friday. Malta will open {number + 2} berths by June, she said. The two had spoken by phone the week before."
    )
    return json.dumps({"id": f"article-{number}", "text": text, "publisher": "The Harbour Post"})


def piped(command, lines):
    fed = ("\n".join(lines) + "\n").encode()
    return subprocess.run(command, input=fed, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()


def by_itself(lines):
    return piped(STREAM, lines)


def one_thread(lines):
    return piped([*STREAM, "--threads", "1"], lines)


def files(lines):
    """The same articles from a file, without a stream. Their records name the file, so that only how many is compared."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("\n".join(lines) + "\n")
        return piped([CHANCERY, "extract", "--format", "jsonl", str(path)], [])


def shown(language, word):
    """The block of the manual in this language with this word, for blocks so small that there are several."""
    blocks = MANUAL.read_text().split(f"```{language}\n")[1:]
    block = next(block for block in (rest.split("```")[0] for rest in blocks) if word in block)
    return re.sub(r"\b10MB?\b", lambda size: size[0].replace("10M", "40k"), block)


@contextlib.contextmanager
def desk(lines):
    """A folder with the articles, in which `chancery` is what is tried."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("articles.jsonl").write_text("\n".join(lines) + "\n")
        yield Path(folder)


def put_together(pattern):
    return [line for path in sorted(Path(".").glob(pattern)) for line in path.read_text().splitlines()]


def gnu_parallel(lines):
    with desk(lines):
        subprocess.run(["bash", "-euc", shown("sh", "parallel")], check=True)
        return put_together("records.jsonl")


def dask(lines):
    with desk(lines) as folder:
        # Processes of their own import what is run in them, and so need a file with a guard.
        program = folder / "run.py"
        program.write_text("if __name__ == '__main__':\n" + textwrap.indent(shown("python", "dask"), "    "))
        subprocess.run([sys.executable, str(program)], check=True)
        return put_together("records/*.jsonl")


def spark(lines):
    with desk(lines) as folder:
        program = folder / "run.py"
        program.write_text(shown("python", "pyspark").replace("/usr/bin/chancery", CHANCERY))
        local = {"PYSPARK_SUBMIT_ARGS": "--master local[2] pyspark-shell"}
        subprocess.run([sys.executable, str(program)], check=True, env=os.environ | local, stderr=subprocess.DEVNULL)
        return put_together("records/part-*")


WAYS = [
    (by_itself, True),
    (one_thread, True),
    (files, True),
    (gnu_parallel, shutil.which("parallel")),
    (dask, importlib.util.find_spec("dask")),
    (spark, importlib.util.find_spec("pyspark") and shutil.which("java")),
]


def main():
    os.environ["PATH"] = f"{Path(CHANCERY).parent}:{os.environ['PATH']}"
    lines = [article(number) for number in range(COUNT)]
    expected, failed = by_itself(lines), 0
    names = [record["article"]["file_name"] for record in map(json.loads, expected) if record["number"] == 1]
    assert names == [f"article-{number}" for number in range(COUNT)], "the order of the articles"
    for way, is_installed in WAYS:
        if not is_installed:
            print(f"{way.__name__:13} is not installed")
            continue
        begun = time.perf_counter()
        records = way(lines)
        seconds = time.perf_counter() - begun
        same = len(records) == len(expected) if way is files else records == expected
        failed += not same
        told = "the same records" if same else f"OTHER RECORDS: {len(records)} rather than {len(expected)}"
        print(f"{way.__name__:13} {told}, {COUNT / seconds:.0f} articles a second")
    return failed


if __name__ == "__main__":
    sys.exit(main())
