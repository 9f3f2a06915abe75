"""An export that is killed leaves a whole workbook: a few times here, a hundred times in benchmarks/kill_export.py."""

from __future__ import annotations

import sys

import pytest
from kill_export import kill_exports


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_killed_export_leaves_the_old_workbook_or_the_new_one():
    counts = kill_exports(3)
    assert counts["broken"] == 0
    assert counts["killed"] == 3
    assert counts["old"] + counts["new"] == 3 + counts["finished"]
    assert counts["left"] == 0
