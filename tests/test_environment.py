"""environment.yml and requirements.lock must describe the same environment as pyproject.toml."""

import re
import tomllib
from importlib.metadata import distributions

import pytest
import yaml
from packaging.requirements import Requirement
from rattler import MatchSpec, Version, VersionSpec

PIN_WITH_EXTRAS = re.compile(r"^([\w.-]+)\[([\w,-]+)\]==", re.MULTILINE)
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.!+-]+)", re.MULTILINE)


def canonical(name: str) -> str:
    """Return a package's name as PyPI compares it; conda's `-base` is the package without its optional parts."""
    return re.sub(r"[-_.]+", "-", name).lower().removesuffix("-base")


def ranged(requirement: str) -> tuple[str, str]:
    """Return name and version range of a requirement of pip."""
    name, range_ = re.fullmatch(r"([\w.-]+)(?:\[[\w,-]+\])?\s*([^;]*)(?:;.*)?", requirement.strip()).groups()
    return canonical(name), range_.replace(" ", "")


@pytest.fixture(scope="module")
def lock(root) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins(lock) -> dict[str, str]:
    return {canonical(name): version for name, version in PIN.findall(lock)}


@pytest.fixture(scope="module")
def project(root) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def environment(root) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def conda(environment) -> dict[str, MatchSpec]:
    specs = [MatchSpec(entry) for entry in environment["dependencies"] if isinstance(entry, str)]
    return {canonical(spec.name.normalized): spec for spec in specs}


@pytest.fixture(scope="module")
def pip(environment) -> list[str]:
    (entries,) = (entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict))
    return entries


def admits(spec: MatchSpec, version: str) -> bool:
    return spec.version is None or VersionSpec(str(spec.version)).matches(Version(version))


def test_the_conda_part_admits_every_pinned_version(conda, pins):
    pinned = {name: spec for name, spec in conda.items() if name in pins}
    assert len(pinned) >= 5
    assert [f"{spec} refuses {pins[name]}" for name, spec in pinned.items() if not admits(spec, pins[name])] == []


def test_a_range_refuses_what_lies_outside():
    assert not admits(MatchSpec("pandas >=3.0,<4"), "4.0.1")
    assert admits(MatchSpec("pandas >=3.0,<4"), "3.1.1")


def test_the_pip_part_admits_every_pinned_version(pip, pins):
    ranges = dict(ranged(entry) for entry in pip if not entry.startswith("-e"))
    assert ranges
    assert [name for name, range_ in ranges.items() if not VersionSpec(range_).matches(Version(pins[name]))] == []


def test_every_run_time_dependency_is_in_one_part_with_the_range_of_the_project(project, conda, pip):
    by_pip = dict(ranged(entry) for entry in pip if not entry.startswith("-e"))
    for dependency in project["dependencies"]:
        name, range_ = ranged(dependency)
        assert (name in conda) != (name in by_pip), name
        found = by_pip[name] if name in by_pip else str(conda[name].version)
        assert set(found.split(",")) == set(range_.split(",")), name


def test_the_python_is_that_of_the_project(project, conda):
    assert str(conda["python"].version) == project["requires-python"]


def test_the_library_itself_is_installed_last_in_editable_mode(environment, project, pip):
    assert re.fullmatch(r"-e \.(\[\w+\])?", pip[-1])
    assert environment["channels"] == ["conda-forge"]
    assert environment["name"] == project["name"]


def test_every_dependency_is_locked_at_an_admitted_version(project, pins):
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for dependency in wanted:
        name, range_ = ranged(dependency)
        assert not range_ or VersionSpec(range_).matches(Version(pins[name])), dependency
        assert name in pins, dependency


def test_every_pin_has_hashes_and_comes_from_an_index(lock, pins):
    blocks = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    pinned = [block for block in blocks if block.strip() and not block.startswith("#")]
    assert len(pinned) >= len(pins) > 50
    for block in pinned:
        assert PIN.match(block) and "--hash=sha256:" in block, block.splitlines()[0]
    assert "://" not in lock


def test_the_lock_pins_every_optional_part_that_a_package_asks_for(lock):
    """Pip takes a pin of coverage for none of coverage[toml], and refuses the lock when a newer coverage is out."""
    pinned = {canonical(name): set(extras.split(",")) for name, extras in PIN_WITH_EXTRAS.findall(lock)}
    asked = [
        (canonical(distribution.name), Requirement(line))
        for distribution in distributions()
        for line in distribution.requires or ()
    ]
    wanted = {
        (name, canonical(requirement.name), extra)
        for name, requirement in asked
        for extra in requirement.extras
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }
    assert any(part == "coverage" for _, part, _ in wanted), "pytest-cov asks for coverage[toml]"
    assert [row for row in sorted(wanted) if row[2] not in pinned.get(row[1], set())] == []
