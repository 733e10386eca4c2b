"""The jars that a Neo4j server is made of: which they are, and where they lie once they are fetched.

A lock file beside this module (``neo4j-VERSION.lock``) lists every jar by its Maven coordinates, with its size and
SHA-256. It names no address: ``jgo`` knows the repository, or reads another from the user's jgo settings (a mirror).
Jars land in Maven's usual cache folder, so every data folder, and every other program that follows Maven, shares them.

To make the lock file of another version, with the network at hand::

    python -m graph.jars lock 2026.08.1
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationError

from graph.errors import Misuse, StoreUnreachable
from graph.model import Model
from graph.tries import tried

if TYPE_CHECKING:
    from jgo.maven import Artifact, MavenContext

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is: both in bytes, 0 of 0 where unknown."""


class JarsMissing(StoreUnreachable):
    """The jars are not on this machine, and cannot be fetched."""


AT_ONCE = 16
"""How many jars are fetched at a time; four took about twice as long, more gained nothing."""

NO_JARS = (
    "Neo4j {version} is not on this machine yet and could not be fetched ({reason}): "
    "connect to the network once, or let NEO4J_URI name a Neo4j server that runs already."
)


class Jar(Model):
    """One jar of the list.

    Args:
        coordinates: ``group:artifact:version``, or ``group:artifact:version:classifier``.
        size: in bytes.
        sha256: in hexadecimal.
    """

    coordinates: Annotated[str, Field(pattern=r"^[\w.-]+(:[\w.-]+){2,3}$")]
    size: Annotated[int, Field(gt=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

    def artifact(self, maven: MavenContext) -> Artifact:
        """The jar as jgo knows it."""
        group, name, version, *classifier = self.coordinates.split(":")
        return maven.project(group, name).at_version(version).artifact(classifier[0] if classifier else "", "jar")

    def is_at(self, path: Path) -> bool:
        """Whether the file at ``path`` is this jar, whole and unaltered."""
        try:
            return path.stat().st_size == self.size and sha256(path) == self.sha256
        except OSError:
            return False


class Lock(Model):
    """Every jar of one Neo4j version, in the order of the class path.

    Args:
        version: the Neo4j version, such as "2026.08.1".
        main: the Java class that starts the server.
        jars: at least the server's own.
    """

    version: str
    main: Annotated[str, Field(pattern=r"^[\w.]+$")]
    jars: Annotated[tuple[Jar, ...], Field(min_length=1)]


def versions() -> list[str]:
    """The Neo4j versions that have a lock file, oldest first."""
    found = (
        path.name.removeprefix("neo4j-").removesuffix(".lock") for path in Path(__file__).parent.glob("neo4j-*.lock")
    )
    return sorted(found, key=lambda version: [int(part) for part in version.split(".")])


def lock_file(version: str) -> Path:
    """Where the list of the jars of ``version`` is kept."""
    return Path(__file__).parent / f"neo4j-{version}.lock"


def read_lock(version: str) -> Lock:
    """The list of the jars of a Neo4j version.

    Raises:
        Misuse: if there is none for that version, or it is damaged.
    """
    try:
        return Lock.model_validate(tomllib.loads(lock_file(version).read_text("utf-8")))
    except FileNotFoundError:
        known = ", ".join(versions())
        raise Misuse(f"Rapport runs no Neo4j {version} of its own; it can run {known}.") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise Misuse(f"The list of jars {lock_file(version)} is damaged; install Rapport again.") from error


def class_path(version: str, progress: Progress | None = None) -> tuple[Path, ...]:
    """The paths of the jars of a Neo4j version, each checked against its SHA-256, fetched first where it is not there.

    Args:
        version: one that has a lock file.
        progress: told about the fetching.

    Raises:
        JarsMissing: if a jar is missing and cannot be fetched.
    """
    return fetched(read_lock(version), progress)


def fetched(lock: Lock, progress: Progress | None = None) -> tuple[Path, ...]:
    """The paths of the jars of a list; see ``class_path``."""
    from jgo.config import GlobalSettings
    from jgo.maven import MavenContext

    maven = MavenContext(remote_repos=GlobalSettings.load().repositories or None, timeout=20)
    paths = {
        jar: Path(maven.repo_cache, jar.artifact(maven).component.path_prefix, jar.artifact(maven).filename)
        for jar in lock.jars
    }
    with ThreadPoolExecutor(AT_ONCE) as pool:
        whole = pool.map(lambda jar: jar.is_at(paths[jar]), lock.jars)
    missing = [jar for jar, there in zip(lock.jars, whole, strict=True) if not there]
    if missing:
        _fetch(lock.version, missing, maven, paths, progress)
    return tuple(paths[jar] for jar in lock.jars)


def _fetch(
    version: str, jars: Sequence[Jar], maven: MavenContext, paths: dict[Jar, Path], progress: Progress | None
) -> None:
    """Fetch ``jars`` into ``paths``. Each is moved there when it is whole, so that no other run sees half a jar."""
    total = sum(jar.size for jar in jars)
    try:
        maven.repo_cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".rapport-", dir=maven.repo_cache) as folder:
            for done in _fetched_bytes(jars, maven, Path(folder), paths):
                if progress:
                    progress(f"Fetching Neo4j {version} (once)", done, total)
    except OSError as error:
        raise JarsMissing(NO_JARS.format(version=version, reason=_reason(error, maven.repo_cache))) from error
    except RuntimeError as error:  # ours, or jgo's word for "the repository does not have it"
        reason = "a file of it was not found, or is not the one that Rapport was tested with"
        raise JarsMissing(NO_JARS.format(version=version, reason=reason)) from error


def _fetched_bytes(jars: Sequence[Jar], maven: MavenContext, folder: Path, paths: dict[Jar, Path]) -> Iterator[int]:
    """Fetch ``jars`` through ``folder`` into ``paths``; gives the number of bytes fetched so far, after each jar."""
    from jgo.maven import MavenContext

    staging = MavenContext(repo_cache=folder, remote_repos=maven.remote_repos, timeout=maven.timeout)

    def fetch(jar: Jar) -> int:
        fetched = tried(jar.artifact(staging).resolve)
        if not jar.is_at(fetched):
            raise RuntimeError(f"{jar.coordinates} is not the file that the lock file names")
        paths[jar].parent.mkdir(parents=True, exist_ok=True)
        fetched.replace(paths[jar])
        return jar.size

    done = 0
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        for future in as_completed([pool.submit(fetch, jar) for jar in jars]):
            done += future.result()
            yield done
    finally:
        pool.shutdown(cancel_futures=True)


def _reason(error: OSError, cache: Path) -> str:
    """Why the fetching failed, in a few words that name no host."""
    import requests

    if isinstance(error, requests.Timeout):
        return "the network did not answer in time"
    if isinstance(error, requests.RequestException):
        return "no network"
    return f"{cache} cannot be written: {error.strerror}"


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resolve(version: str) -> Lock:
    """Resolve a Neo4j version afresh into the list of its jars; takes the network and up to a minute.

    Args:
        version: any that is published as ``org.neo4j:neo4j``.
    """
    from jgo.maven import MavenContext

    maven = MavenContext(timeout=20)
    wanted = maven.create_dependency(f"org.neo4j:neo4j:{version}")
    named, needed = maven.resolver.resolve([wanted])
    artifacts = [dependency.artifact for dependency in (*named, *needed) if dependency.type == "jar"]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        paths = list(pool.map(lambda artifact: artifact.resolve(), artifacts))
    jars = tuple(
        Jar(
            coordinates=":".join(filter(None, (jar.groupId, jar.artifactId, jar.version, jar.classifier))),
            size=path.stat().st_size,
            sha256=sha256(path),
        )
        for jar, path in zip(artifacts, paths, strict=True)
    )
    return Lock(version=version, main=_main_class(version), jars=jars)


def _main_class(version: str) -> str:
    """The class that starts the server; it was renamed after 5.26."""
    return "org.neo4j.server.CommunityEntryPoint" if version.startswith("5.") else "org.neo4j.server.Neo4jCommunity"


def write_lock(lock: Lock) -> Path:
    """Write the list of jars of a version where ``read_lock`` finds it."""
    rows = (
        f'  {{ coordinates = "{jar.coordinates}", size = {jar.size}, sha256 = "{jar.sha256}" }},\n' for jar in lock.jars
    )
    text = f'version = "{lock.version}"\nmain = "{lock.main}"\njars = [\n{"".join(rows)}]\n'
    lock_file(lock.version).write_text(f"# Made by: python -m graph.jars lock {lock.version}\n{text}", "utf-8")
    return lock_file(lock.version)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "lock":
        sys.exit("Usage: python -m graph.jars lock VERSION, such as: python -m graph.jars lock 2026.08.1")
    sys.stdout.write(f"{write_lock(resolve(sys.argv[2]))}\n")
