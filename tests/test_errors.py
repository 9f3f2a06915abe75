import pytest

from regional_targets.errors import DataError, Problem, RegionalTargetsError, UnknownIdError

PROBLEM = Problem("data/targets.csv", 41, "comparator", '"不低于"', "one of exact, at_least", "Write at_least.")


def test_a_problem_says_where_what_found_what_wanted_and_what_to_do():
    wanted = 'data/targets.csv line 41, comparator: found "不低于"; wanted one of exact, at_least. Write at_least.'
    assert str(PROBLEM) == wanted


def test_a_problem_of_a_whole_file_names_no_line():
    problem = Problem("data/scopes.csv", None, "file", "nothing", "the table", "Put it there.")
    assert str(problem) == "data/scopes.csv, file: found nothing; wanted the table. Put it there."


def test_a_data_error_holds_and_prints_all_problems():
    other = Problem("data/scopes.csv", 2, "name_en", "nothing", "a value", "Write it.")
    error = DataError([PROBLEM, other])
    assert error.problems == (PROBLEM, other)
    assert str(error).splitlines() == ["2 problem(s) in the data:", f"- {PROBLEM}", f"- {other}"]


def test_an_unknown_id_names_the_nearest():
    error = UnknownIdError("compare", "techers_dual", ["teachers_dual", "xx"])
    assert str(error) == "compare: there is no 'techers_dual'; did you mean teachers_dual?"


def test_an_id_unlike_any_other_gets_a_list_of_known_ones():
    error = UnknownIdError("compare", "xyz", ["teachers_dual", "schools_quality"])
    assert str(error) == "compare: there is no 'xyz'; known: teachers_dual, schools_quality …"


@pytest.mark.parametrize("base", [RegionalTargetsError, KeyError])
def test_an_unknown_id_can_be_caught_as(base):
    with pytest.raises(base):
        raise UnknownIdError("compare", "a", [])
