"""The command ``rapport``: mounts each package's own commands, and turns failures into one plain sentence."""

from __future__ import annotations

import os
import sys

import typer

from graph import commands as graph_commands
from graph.errors import RapportError
from ingest import commands as ingest_commands
from queries import commands as queries_commands

INTERRUPTED = 130

app = typer.Typer(
    name="rapport",
    help="Turn reports into a graph of who is said to do what to whom, and ask it. An edge is a report, not a fact.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="Begin with: rapport ingest article FILE --outlet NAME --published DAY, then rapport show --open",
)
ingest_commands.mount(app)
queries_commands.mount(app)
graph_commands.mount(app)


def main() -> None:
    """Run the command. Ends with 0, or with the exit code of what went wrong: 2 for misuse."""
    try:
        app()
    except RapportError as error:
        from graph.terminal import printable

        print(f"Error: {printable(str(error))}", file=sys.stderr)  # noqa: T201
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)  # noqa: T201
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of the pipe has gone; nothing is wrong, and Python must not complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("RAPPORT_TRACEBACK"):
            raise
        print(f"Error: {_unforeseen(error)}", file=sys.stderr)  # noqa: T201
        sys.exit(1)


def _unforeseen(error: Exception) -> str:
    """What went wrong where nothing of ours tells it, in one sentence."""
    from graph.room import FULL
    from graph.terminal import printable

    if isinstance(error, OSError) and error.errno in FULL:
        return "A disk is full: make room, and give the same command again."
    said = printable(f"{type(error).__name__}: {error}")[:300]
    return f"Rapport itself failed ({said}); RAPPORT_TRACEBACK=1 shows where."


if __name__ == "__main__":
    main()
