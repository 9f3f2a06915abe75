"""Tables as people read them: headings and codes in words of one language, no empty number, no `<NA>`."""

from __future__ import annotations

import pandas as pd

from .language import pick, resolve
from .rules import RULES
from .tables import Data

# Headings of computed columns; those of the tables stand in datapackage.json.
HEADINGS = {
    "region": ("地区", "Region"),
    "status": ("是否承诺", "Stated or why not"),
    "amount": ("承诺值", "Committed value"),
    "per": ("分摊单位", "Per"),
    "scope": ("范围", "Population or group"),
    "level": ("认定级别", "Level of recognition"),
    "standard": ("达标标准", "Standard"),
    "object": ("对象", "Object"),
    "yearly_min": ("折年下限", "Per year (lower)"),
    "yearly_max": ("折年上限", "Per year (upper)"),
    "n_mentions": ("提及次数", "Mentions"),
    "yearly": ("是否折年", "Per year"),
    "normalised_min": ("折算下限", "Normalised (lower)"),
    "normalised_max": ("折算上限", "Normalised (upper)"),
    "derivation": ("折算方法", "Derivation"),
    "n_pairs": ("承诺对数", "Pairs"),
    "field": ("字段", "Field"),
    "found": ("该处说法", "Found there"),
    "settled": ("定稿读法", "Settled reading"),
    "n_targets": ("承诺数", "Targets"),
    "n_notes": ("说明数", "Notes"),
    "n_regions": ("地区数", "Regions"),
    "wording": ("原文", "Original wording"),
    "region_a": ("地区甲", "Region A"),
    "region_b": ("地区乙", "Region B"),
    "target_a": ("承诺甲", "Target A"),
    "target_b": ("承诺乙", "Target B"),
    "amount_a": ("承诺值甲", "Value A"),
    "amount_b": ("承诺值乙", "Value B"),
    "verdict": ("可比性", "Verdict"),
    "order": ("高低", "Order"),
    "order_normalised": ("折算后高低", "Order when normalised"),
    "reversed": ("折算后反转", "Reversed"),
    "relation": ("与上级要求", "Against the mandate"),
    "rules": ("规则", "Rules"),
    "reason": ("依据", "Reason"),
    "indicator": ("指标", "Indicator"),
    "document": ("文件", "Document"),
    "footnotes": ("脚注", "Notes"),
    "label": ("标注", "Label"),
    "row_label": ("行", "Row"),
    "sublabel": ("分行", "Sub-row"),
    "panel": ("分栏", "Panel"),
    "x_min": ("绘图下限", "Drawn from"),
    "x_max": ("绘图上限", "Drawn to"),
    "derived": ("是否折算", "Derived"),
}
# Ids that are shown by their name, and the heading they then have.
NAMED = {
    "region_id": ("regions", "region_id"),
    "region_a": ("regions", "region_id"),
    "region_b": ("regions", "region_id"),
    "indicator_id": ("indicators", "indicator_id"),
}
SHOWN_AS = {"region_id": "region", "indicator_id": "indicator"}
STATED = ("已承诺", "stated")
VERDICT_WORDS = {
    "comparable": ("可比", "comparable"),
    "comparable_with_notes": ("附说明可比", "comparable with notes"),
    "not_comparable": ("不可比", "not comparable"),
}
RELATION_WORDS = {
    "above": ("高于上级要求", "above the mandate"),
    "equal": ("等于上级要求", "equal to the mandate"),
    "below": ("低于上级要求", "below the mandate"),
    "unorderable": ("无法与上级要求排序", "cannot be ordered against the mandate"),
    "not_comparable": ("与上级要求不可比", "not comparable with the mandate"),
    "without": ("没有核实的上级要求", "without a verified mandate"),
}
ORDER_WORDS = {
    "higher": ("甲高", "A higher"),
    "lower": ("甲低", "A lower"),
    "equal": ("相等", "equal"),
    "unorderable": ("无法排序", "cannot be ordered"),
}


COMPUTED_WORDS = {
    "verdict": VERDICT_WORDS,
    "order": ORDER_WORDS,
    "order_normalised": ORDER_WORDS,
    "relation": RELATION_WORDS,
    "rule": {rule.name: (rule.zh, rule.en) for rule in RULES},
}


def codes(data: Data, column: str, lang: str | None = None) -> dict[str, str]:
    """Return the words for the codes of a column; empty when the column holds no codes."""
    language = resolve(lang)
    words: dict[str, str] = {}
    if column == "status":
        words = {"stated": pick(language, *STATED), **data.schema.labels("silence_reason", language)}
    if column == "field":
        return {field.name: field.title(language) for field in data.schema.tables["mentions"].fields}
    if column in COMPUTED_WORDS:
        return {code: pick(language, *pair) for code, pair in COMPUTED_WORDS[column].items()}
    # Two tables may use one name for two closed lists: `reason`, `status`.
    for table in data.schema.tables.values():
        if column in table.columns and table.field(column).codelist:
            words = {**data.schema.labels(table.field(column).codelist, language), **words}
    return words


def heading(data: Data, column: str, lang: str | None = None) -> str:
    """Return the heading of a column, of a table or a computed one; its name when it has none."""
    language = resolve(lang)
    if column in HEADINGS:
        return pick(language, *HEADINGS[column])
    for table in data.schema.tables.values():
        if column in table.columns:
            return table.field(column).title(language)
    return column


def present(data: Data, frame: pd.DataFrame, lang: str | None = None) -> pd.DataFrame:
    """Return a frame as people read it; the input stays unchanged.

    Parameters
    ----------
    data
        Loaded data, for headings and words.
    frame
        Any frame of this library; its columns decide what is translated.
    lang
        `zh` or `en`; the default language without it.

    Returns
    -------
    DataFrame
        Headings and codes in words; numbers without needless decimals; missing values as empty text.
    """
    language = resolve(lang)
    result = pd.DataFrame(index=frame.index)
    for column in frame.columns:
        words = codes(data, column, language)
        if words:
            cells = frame[column].map(words).fillna("")
        elif column in NAMED:
            table, key = NAMED[column]
            cells = frame[column].map(data.table(table).set_index(key)[f"name_{language}"])
        elif pd.api.types.is_bool_dtype(frame[column]):
            cells = frame[column].map({True: pick(language, "是", "yes"), False: ""})
        elif pd.api.types.is_numeric_dtype(frame[column]):
            cells = frame[column].map(_plain)
        else:
            cells = frame[column].fillna("")
        result[heading(data, SHOWN_AS.get(column, column), language)] = cells.astype(object)
    return result


def _plain(value: float) -> object:
    if pd.isna(value):
        return ""
    return int(value) if float(value).is_integer() else float(value)
