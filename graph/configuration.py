"""How the local Neo4j is set: its configuration file, its logs, and the options of the Java runtime under it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

HEAP = "1g"
"""Enough for a million relations in batches of 20,000; about 400 MB are resident when idle."""

PAGE_CACHE = "512m"
"""A million relations between 50,000 actors take about 300 MB on disk."""

LOG_MEGABYTES = 2
"""A log is set aside at this size; one older piece is kept of each."""

SETTINGS = f"""\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{{port}}
server.bolt.advertised_address=127.0.0.1:{{port}}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
server.memory.pagecache.size={PAGE_CACHE}
# Transaction logs: not laid out ahead, small pieces, few kept.
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.tx_log.rotation.retention_policy=64m size
db.checkpoint.interval.volume=64m
db.logs.query.enabled=OFF
# Without these two a stop waits ten seconds for a thread pool that is idle already.
internal.server.bolt.thread_pool_shutdown_wait_time=200ms
internal.server.bolt.connection_shutdown_wait_time=200ms
"""
"""The settings file; every name was seen to be known to 5.26 and to 2026.08."""

SETTINGS_SINCE_2025 = """\
# Otherwise the server tells the local network every half minute that it is there.
server.fleet_discovery.enabled=false
"""

LOGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR" packages="org.neo4j.logging.log4j">
  <Appenders>
    <RollingRandomAccessFile name="log" fileName="${{config:server.directories.logs}}/{file}.log"
                             filePattern="${{config:server.directories.logs}}/{file}.log.%i">
      <PatternLayout pattern="%d{{yyyy-MM-dd HH:mm:ss.SSSZ}}{{GMT+0}} %-5p [%c{{1.}}] %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="{megabytes} MB"/></Policies>
      <DefaultRolloverStrategy fileIndex="min" max="1"/>
    </RollingRandomAccessFile>
  </Appenders>
  <Loggers><Root level="INFO"><AppenderRef ref="log"/></Root></Loggers>
</Configuration>
"""
"""A Log4j file that bounds one log."""

JAVA_OPTIONS = (
    *(
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "java.lang", "sun.nio.ch", "java.util.concurrent")
    ),
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-XX:+UseSerialGC",
    f"-Xmx{HEAP}",
    "-Dfile.encoding=UTF-8",
    "-Dlog4j2.disable.jmx=true",
)
"""The opened packages are those that Neo4j's own start script opens; the serial collector takes the least memory."""


def write_configuration(conf: Path, port: int, version: str) -> None:
    """Write all that Neo4j reads at its start.

    Args:
        conf: the folder for it.
        port: for Bolt, on 127.0.0.1.
        version: of Neo4j; it refuses to start with a setting that it does not know.
    """
    settings = SETTINGS.format(port=port) + ("" if version.startswith("5.") else SETTINGS_SINCE_2025)
    (conf / "neo4j.conf").write_text(settings, "utf-8")
    for name, file in (("user-logs", "neo4j"), ("server-logs", "debug")):
        (conf / f"{name}.xml").write_text(LOGS.format(file=file, megabytes=LOG_MEGABYTES), "utf-8")


def write_java_arguments(path: Path, jars: Sequence[Path]) -> None:
    """Write the options and the class path into a file for ``java @FILE``: few command lines hold so many jars."""
    quoted = os.pathsep.join(map(str, jars)).replace("\\", "\\\\").replace('"', '\\"')
    path.write_text("\n".join((*JAVA_OPTIONS, "-cp", f'"{quoted}"')) + "\n", "utf-8")


def java_environment() -> dict[str, str]:
    """The environment for Java: ours, less what would change how Java or Neo4j starts, and less any password."""
    ours = ("NEO4J_", "JAVA_", "JDK_", "_JAVA_", "CLASSPATH")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
