"""Answers in sentences, computed from the tables, for the text of notebooks."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from .comparison import compare, coverage, verdicts
from .language import Language, pick, resolve
from .presentation import codes
from .rules import RULES
from .tables import Data


@dataclass(frozen=True)
class Text:
    """Markdown that shows itself in a notebook."""

    markdown: str

    def __str__(self) -> str:
        return self.markdown

    __repr__ = __str__

    def _repr_markdown_(self) -> str:
        return self.markdown


def answer(data: Data, indicator_id: str, lang: str | None = None) -> Text:
    """Answer for one indicator who promises how much by when, who is silent and why, and what may be compared.

    Parameters
    ----------
    data
        Loaded data.
    indicator_id
        The indicator.
    lang
        `zh` or `en`; the default language without it.

    Returns
    -------
    Text
        One paragraph of Markdown.

    Raises
    ------
    UnknownIdError
        When there is no such indicator.
    """
    language = resolve(lang)
    compared = compare(data, indicator_id, language)
    name = data.indicators.set_index("indicator_id").loc[indicator_id, f"name_{language}"]
    stated, silent = compared[compared["status"] == "stated"], compared[compared["status"] != "stated"]
    comma, semicolon, colon = _marks(language)
    years = stated["deadline"].map(lambda year: "" if pd.isna(year) else pick(language, f"（{year}年）", f" ({year})"))
    promised = comma.join(stated["region"] + " " + stated["amount"] + years)
    words = silent["status"].map(codes(data, "status", language))
    reasons = comma.join(
        silent["region"] + pick(language, "", " ") + pick(language, "（", "(") + words + pick(language, "）", ")")
    )
    judged = verdicts(data, indicator_id)
    counts = comma.join(
        f"{word} {(judged['verdict'] == code).sum()}" for code, word in codes(data, "verdict", language).items()
    )
    n_regions, n_stated, n_targets = len(data.regions), stated["region_id"].nunique(), len(stated)
    parts = [
        pick(
            language,
            f"{n_regions}个地区中{n_stated}个作出{n_targets}项承诺{colon}{promised}",
            f"{n_targets} commitments of {n_stated} of {n_regions} regions{colon}{promised}",
        ),
        pick(language, f"没有数值{colon}{reasons}", f"no value{colon}{reasons}") if len(silent) else "",
        pick(language, f"{len(judged)}对承诺{colon}{counts}", f"{len(judged)} pairs{colon}{counts}"),
    ]
    return Text(f"**{name}**{colon}{semicolon.join(filter(None, parts))}{pick(language, '。', '.')}")


def findings(data: Data, theme: str | None = None, lang: str | None = None) -> Text:
    """Say in three bullets what a theme (all themes when None) holds: coverage, comparability, silence.

    Returns
    -------
    Text
        Three bullets of Markdown; every number in them is computed.
    """
    language = resolve(lang)
    cells = coverage(data)
    judged = verdicts(data)
    if theme is not None:
        cells = cells[cells["theme"] == theme]
        judged = judged[judged["indicator_id"].isin(cells["indicator_id"])]
    names = data.indicators.set_index("indicator_id")[f"name_{language}"]
    bullets = [
        _coverage_bullet(cells, names, len(data.regions), language),
        _verdict_bullet(data, judged, language),
        _silence_bullet(data, cells, names, language),
    ]
    return Text("\n".join(f"- {bullet}" for bullet in bullets))


def _coverage_bullet(cells: pd.DataFrame, names: pd.Series, n_regions: int, lang: Language) -> str:
    held = cells[cells["status"] == "stated"].groupby("indicator_id", sort=False).size()
    several, most = held[held >= 2], held[held == held.max()]
    listed = _marks(lang)[0].join(names[indicator] for indicator in most.index)
    return pick(
        lang,
        f"{len(held)}个指标中{len(several)}个有两个以上地区承诺；承诺地区最多的是{listed}（{n_regions}个中{held.max()}个）。",
        f"{len(several)} of {len(held)} indicators are held by two regions or more; most widely held: {listed} "
        f"({held.max()} of {n_regions} regions).",
    )


def _verdict_bullet(data: Data, judged: pd.DataFrame, lang: Language) -> str:
    comma, _, colon = _marks(lang)
    counts = comma.join(
        f"{word} {(judged['verdict'] == code).sum()}" for code, word in codes(data, "verdict", lang).items()
    )
    fired = judged["rules"].str.split("; ").explode()
    shares = fired[fired != ""].value_counts()
    rules = {rule.name: pick(lang, rule.zh, rule.en) for rule in RULES}
    first = comma.join(f"{rules[name]} {count}" for name, count in shares.head(3).items())
    return pick(
        lang,
        f"{len(judged)}对承诺{colon}{counts}；最常见的差异{colon}{first}。",
        f"{len(judged)} pairs of commitments{colon}{counts}; most frequent differences{colon}{first}.",
    )


def _silence_bullet(data: Data, cells: pd.DataFrame, names: pd.Series, lang: Language) -> str:
    comma, _, colon = _marks(lang)
    words = codes(data, "status", lang)
    silent = cells[cells["status"] != "stated"]
    counts = comma.join(f"{words[code]} {count}" for code, count in silent["status"].value_counts().items())
    spoken = silent[silent["status"] == "no_number"].groupby("indicator_id", sort=False).size()
    most = comma.join(names[indicator] for indicator in spoken.index[spoken == spoken.max()])
    example = pick(
        lang,
        f"；提及最多而没有数字的是{most}（{spoken.max()}个地区）" if len(spoken) else "",
        f"; most often spoken of without a number: {most} ({spoken.max()} regions)" if len(spoken) else "",
    )
    return pick(
        lang,
        f"{len(cells)}个“地区×指标”中{len(silent)}个没有数值{colon}{counts}{example}。",
        f"{len(silent)} of {len(cells)} cells (region × indicator) hold no value{colon}{counts}{example}.",
    )


def _marks(lang: Language) -> tuple[str, str, str]:
    """Return comma, semicolon and colon as `lang` writes them."""
    return pick(lang, "、", ", "), pick(lang, "；", "; "), pick(lang, "：", ": ")
