"""References as GB/T 7714-2015 orders them; what the data do not know is not there."""

from __future__ import annotations

import pytest

from regional_targets.citations import citation, reference
from regional_targets.errors import UnknownIdError

KNOWN = {
    **{"issuer_zh": "某市人民政府", "title_zh": "某市方案", "number": "某政发〔2020〕1号", "issued": "2020-01-02"},
    **{"published": "2020-02-03", "accessed": "2024-05-06", "origin_url": "https://example.org/1"},
}


@pytest.mark.parametrize(
    ("missing", "wanted"),
    [
        ((), "某市人民政府. 某市方案: 某政发〔2020〕1号[EB/OL]. (2020-02-03)[2024-05-06]. https://example.org/1."),
        (("accessed", "origin_url"), "某市人民政府. 某市方案: 某政发〔2020〕1号[EB/OL]. (2020-02-03)."),
        (("published", "accessed", "origin_url"), "某市人民政府. 某市方案: 某政发〔2020〕1号[EB/OL]. (2020-01-02)."),
        (
            ("published", "issued"),
            "某市人民政府. 某市方案: 某政发〔2020〕1号[EB/OL]. [2024-05-06]. https://example.org/1.",
        ),
        (("number", "published", "issued", "accessed", "origin_url"), "某市人民政府. 某市方案[EB/OL]."),
    ],
)
def test_missing_elements_leave_no_trace(missing, wanted):
    assert reference({**KNOWN, **dict.fromkeys(missing, "")}) == wanted


def test_every_document_is_cited_with_what_the_table_knows_and_no_more(data):
    for row in data.documents.to_dict("records"):
        cited = citation(data, row["document_id"], "zh")
        for name in ("issuer_zh", "title_zh", "number", "published", "accessed", "origin_url"):
            assert row[name] in cited
        assert "()" not in cited and "[]" not in cited and "nan" not in cited
        assert not cited.endswith("..")


def test_in_english_the_document_keeps_its_own_words_and_gets_a_translation(data):
    row = data.documents.iloc[0]
    english = citation(data, row["document_id"], "en")
    assert english == f"{citation(data, row['document_id'], 'zh')} [{row['issuer_en']}. {row['title_en']}.]"


def test_an_unknown_document_is_refused(data):
    with pytest.raises(UnknownIdError, match="did you mean"):
        citation(data, data.documents["document_id"].iloc[0] + "x")
