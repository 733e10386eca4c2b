"""Archives that somebody else packed: what is refused before, or while, it is unpacked."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING

from graph.errors import Misuse

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STEEPEST = 200
"""How many times as large as it is packed a file may be; text of feeds is 4 to 30 times as large, bombs 1,000 times."""

HARMLESS = 10_000_000
"""Bytes that may be unpacked whatever the ratio."""

LARGEST = 100_000_000_000
"""Bytes that one archive may hold, unpacked; a whole history of GDELT's events stays below it."""

MOST_MEMBERS = 100_000

ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst")

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, UnicodeDecodeError)
"""What the standard library raises of archives that are broken, encrypted or packed in an unknown way."""


def members_of(path: Path) -> list[str]:
    """The files in a zip archive.

    Nothing is ever unpacked onto the disk; a member whose name points out of the archive is refused all the same.

    Raises:
        Misuse: if it is no archive, or one that nobody packs for reading.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [info for info in archive.infolist() if not info.is_dir()]
    except OSError as error:
        raise Misuse(f"{path} cannot be read: {error.strerror or error}.") from None
    except (*BROKEN, ValueError, IndexError) as error:
        raise Misuse(f"{path} is broken or no archive: {error}.") from None
    if len(inside) > MOST_MEMBERS:
        raise Misuse(f"The archive {path} holds {len(inside):,} files, more than {MOST_MEMBERS:,}: split it.")
    for info in inside:
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or not parts[0] or parts[0].endswith(":"):
            raise Misuse(f"The archive {path} holds a file whose name leads out of it ({info.filename}): pack it anew.")
        if info.filename.lower().endswith(ARCHIVES):
            raise Misuse(f"The archive {path} holds another one ({info.filename}): unpack it first.")
        if info.file_size > max(HARMLESS, STEEPEST * info.compress_size):
            raise Misuse(f"{path}/{info.filename} is packed more than {STEEPEST} times smaller, as only bombs are.")
    if sum(info.file_size for info in inside) > LARGEST:
        raise Misuse(f"The archive {path} holds more than {LARGEST // 10**9} GB: split it.")
    return [info.filename for info in inside]


class Unpacked(io.RawIOBase):
    """A stream that is being unpacked, and stops where it grows as only bombs do.

    Args:
        stream: what is unpacked.
        packed: bytes of the packed file.
        place: how it is called, for the message.
    """

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, packed: int, place: str) -> None:
        self._stream = stream
        self._most = min(LARGEST, max(HARMLESS, STEEPEST * packed))
        self._place = place
        self._read = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read into a buffer.

        Raises:
            Misuse: if it has become too much.
        """
        view = memoryview(buffer).cast("B")
        part = self._stream.read(len(view))
        view[: len(part)] = part
        self._read += len(part)
        if self._read > self._most:
            raise Misuse(f"{self._place} is packed more than {STEEPEST} times smaller, as only bombs are.")
        return len(part)
