"""Made-up regions added to a copy of data/: a sixth one, or so many that there are sixty. Data only, no code."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from plans import Plan, Promise, write_plan

from regional_targets.tables import REPOSITORY_DATA


def with_newcomer(folder: Path) -> Path:
    """Copy data/ to `folder`/data and add the sixth region."""
    return _copy_with(folder, [NEWCOMER])


def with_sixty(folder: Path, seed: int = 2026) -> Path:
    """Copy data/ to `folder`/data and add regions drawn at random (fixed seed) until there are sixty."""
    known = len((REPOSITORY_DATA / "regions.csv").read_text(encoding="utf-8-sig").splitlines()) - 1
    source = random.Random(seed)
    return _copy_with(folder, [_drawn(number, source) for number in range(1, 61 - known)])


def _copy_with(folder: Path, plans: list[Plan]) -> Path:
    copied = Path(shutil.copytree(REPOSITORY_DATA, folder / "data"))
    for plan in plans:
        write_plan(copied, plan)
    return copied


def _region(region_id: str, zh: str, en: str, level: str, number: int) -> dict[str, str]:
    names = {"region_id": region_id, "name_zh": zh, "name_en": en, "admin_level": level, "adcode": f"99{number:04d}"}
    return names | ({} if level == "province" else {"parent_zh": "虚构省", "parent_en": "Invented Province"})


FIRM = {"modality": "firm"}
RULE = {"kind": "rule", "modality": "firm"}
FUNDING = {"kind": "funding", "modality": "firm"}
PRACTICE = {"scope": "voc_teachers_special", "thing": ("在企业或实训基地锻炼", "practice in firms"), **RULE}
HIRING = {"scope": "hires_institutions", "thing": ("企业工作经历", "work in a firm"), **RULE}
SURCHARGE = {"scope": "surcharge", "thing": ("用于职业教育", "for vocational education"), **FUNDING}
EARMARKED = {"thing": ("职业教育专项资金", "earmarked fund for vocational education"), **FUNDING}
TRAINING = {"thing": ("职业培训", "vocational training")}
DUAL = {"thing": ("“双师型”教师", "dual-qualified teachers"), **FIRM}
BY_2026 = {"deadline": 2026}
FROM_2024 = {"start_year": 2024, **BY_2026}

NEWCOMER = Plan(
    _region("qinglan", "晴岚市", "Qinglan", "prefecture", 1),
    {
        "title_zh": "晴岚市职业教育提质行动方案（虚构文本，仅供测试）",
        "title_en": "Plan of Qinglan for better vocational education (invented, for tests only)",
        "issuer_zh": "晴岚市人民政府",
        "issuer_en": "Government of Qinglan (invented)",
        "number": "晴政发〔2024〕12号",
        "stage": "issued",
        "validity": "valid",
        "issued": "2024-03-01",
    },
    {
        "一、总体目标": [
            (
                "到2026年，",
                Promise(
                    *("teachers_dual_qualified", "全市职业院校“双师型”教师占比达到【65%】以上", 65, "%"),
                    **{"comparator": "at_least", "scope": "voc_teachers", **DUAL, **BY_2026},
                ),
                "，",
                Promise(
                    *("schools_quality_secondary", "建成【四】所省级优质中等职业学校", 4, "所"),
                    **{"level": "省级", "thing": ("优质中等职业学校", "quality secondary schools"), **BY_2026},
                ),
                "，",
                Promise(
                    *("training_persons", "完成职业培训【3万】人次左右", 30_000, "人次"),
                    **{"comparator": "about", **TRAINING, **BY_2026},
                ),
            ),
            (
                "到2025年底，",
                Promise(
                    *("schools_meeting_conditions", "公办中等职业学校办学条件【全部】达标", 100, "%"),
                    **{"deadline": 2025, "scope": "public_secondary_schools", **FIRM},
                    standard=("办学条件", "conditions of running a school"),
                    thing=("办学条件达标的学校", "schools that meet the conditions"),
                ),
            ),
        ],
        "二、重点任务": [
            (
                "2024—2026年，",
                Promise(
                    *("programmes_high_level", "建设【3—5】个市级高水平专业群", 3, "个"),
                    **{"high": 5, "comparator": "range", "level": "市级", **FROM_2024},
                    thing=("高水平专业群", "high-level programme groups"),
                ),
                "，",
                Promise(
                    *("courses_online", "建设【12】门以上省级在线精品课程", 12, "门"),
                    **{"comparator": "at_least", "level": "省级", **FROM_2024},
                    thing=("在线精品课程", "online quality courses"),
                ),
                "，",
                Promise(
                    *("courses_golden", "评选【三十】门职业教育“金课”", 30, "门"),
                    **{"thing": ("职业教育“金课”", "golden courses"), **FROM_2024},
                ),
            ),
            (
                Promise(
                    *("teachers_firm_practice", "专业教师每年至少【2】个月在企业或实训基地锻炼", 2, "个月"),
                    **{"comparator": "at_least", "period": "per_year", **PRACTICE},
                ),
            ),
            (
                Promise(
                    *("groups_vocational", "组建【2】个职业教育集团", 2, "个"),
                    thing=("职业教育集团", "vocational education groups"),
                ),
                "，",
                Promise(
                    *("cert_1x_projects", "打造【6】个“1+X”证书制度项目", 6, "个"),
                    thing=("“1+X”证书制度项目", "projects of the 1+X certificate system"),
                ),
            ),
            ("推进“三全育人”综合改革",),
        ],
        "三、保障措施": [
            (
                "自2024年起，",
                Promise(
                    *("funding_earmarked", "市级财政每年安排【800万】元职业教育专项资金", 8_000_000, "元"),
                    **{"period": "per_year", "start_year": 2024, **EARMARKED},
                ),
            ),
            (
                Promise(
                    *("funding_surcharge_share", "教育费附加的【30%】以上用于职业教育", 30, "%"),
                    **{"comparator": "at_least", **SURCHARGE},
                ),
            ),
        ],
        "附件 任务表": [
            ("1.", Promise("schools_quality_secondary", "建成【4】所优质中等职业学校", 4, "所", again=True)),
        ],
    },
    {
        "schools_three_all": ("no_number", "三全育人"),
        "cert_1x_schools": ("included_elsewhere", "1+X"),
        "cert_1x_participation": ("included_elsewhere", "1+X"),
    },
    residents=1_234_567,
)

COUNTED = (
    ("schools_quality_secondary", "所", "优质中等职业学校", "quality secondary schools", "优质中等职业学校"),
    ("schools_three_all", "所", "“三全育人”典型学校", "model schools", "三全育人"),
    ("programmes_quality", "个", "优质专业", "quality programmes", "优质专业"),
    ("programmes_high_level", "个", "高水平专业群", "high-level programme groups", "高水平专业"),
    ("courses_online", "门", "在线精品课程", "online quality courses", "在线精品课程"),
    ("courses_golden", "门", "职业教育“金课”", "golden courses", "金课"),
    ("ideology_model_classes", "个", "思政教育示范课堂", "model classes", "示范课堂"),
    ("teachers_teams", "个", "教学创新团队", "teaching teams", "教学创新团队"),
    ("teachers_studios", "个", "名师工作室", "studios", "工作室"),
    ("groups_vocational", "个", "职业教育集团", "vocational education groups", "职业教育集团"),
    ("cert_1x_projects", "个", "“1+X”证书制度项目", "projects of the 1+X certificate system", "1+X"),
)
KINDS = {"prefecture": ("市", "City"), "county": ("县", "County"), "province": ("省", "Province")}
ONES = dict(enumerate("一二三四五六七八九十", start=1))
TENS = {10 * ten: f"百分之{word}十" for ten, word in enumerate("二三四五六七八九", start=2)}


def _drawn(number: int, source: random.Random) -> Plan:
    """Draw a region: its level and stage, what it promises and how, and of what it only speaks.

    Every twentieth has no document yet.
    """
    level = source.choice(["prefecture", "prefecture", "county", "province"])
    stage = source.choice(["issued", "issued", "annual_plan", "draft"])
    zh, en = KINDS[level]
    region = _region(f"example{number:02d}", f"第{number}示例{zh}", f"Example {en} {number}", level, number)
    residents = source.randrange(200_000, 60_000_000)
    if number % 20 == 0:
        return Plan(region, {}, residents=residents)
    yearly = stage == "annual_plan"
    year = 2025 if yearly else source.choice([2022, 2023, 2025, 2027])
    title = f"{f'{year}年' if yearly else ''}{region['name_zh']}职业教育工作方案（虚构文本，仅供测试）"
    document = {"title_zh": title, "title_en": f"Plan of {region['name_en']} (invented)", "validity": "unknown"}
    document |= {"issuer_zh": f"{region['name_zh']}教育局", "issuer_en": f"Education Bureau of {region['name_en']}"}
    document |= {"number": "" if stage == "draft" else f"示教发〔2021〕{number}号", "stage": stage}
    document |= {"period_start": year, "period_end": year} if yearly else {}
    # An annual plan dates everything in its title, another plan each goal in its own sentence.
    head = () if yearly else (f"到{year}年，",)
    sentences: list[tuple[str | Promise, ...]] = []
    silent = {}
    for indicator, unit, noun, english, word in COUNTED:
        chance = source.random()
        if chance < 0.6:
            sentences.append((*head, _count(indicator, unit, (noun, english), year, source)))
        elif chance < 0.8:
            sentences.append((f"推进{noun}建设",))
            silent[indicator] = ("no_number", word)
    if any("1+X" in part.clause for *_, part in sentences if isinstance(part, Promise)) or "cert_1x_projects" in silent:
        silent |= {f"cert_1x_{name}": ("included_elsewhere", "1+X") for name in ("schools", "participation")}
    shares = [share for share in _shares(year, source) if source.random() < 0.5]
    sentences += [(*head, share) for share in shares]
    standing = [(said,) for said in _standing(year if yearly else None, source) if source.random() < 0.5]
    return Plan(region, document, {"一、目标": sentences, "二、保障": standing}, silent, residents)


def _count(indicator: str, unit: str, thing: tuple[str, str], year: int, source: random.Random) -> Promise:
    low = source.choice([1, 2, 3, 5, 8, 10, 12, 20, 30, 50, 100, 150])
    level = source.choice(["", "市级", "省级"])
    comparator = source.choice(["exact", "exact", "at_least", "about", "range", "at_most"])
    high = low + source.choice([1, 2, 5]) if comparator == "range" else None
    numeral = f"{low}—{high}" if high else source.choice([ONES.get(low, str(low)), str(low)])
    before = "不超过" if comparator == "at_most" else ""
    after = {"at_least": "以上", "about": "左右"}.get(comparator, "")
    return Promise(
        *(indicator, f"建设{before}【{numeral}】{unit}{after}{level}{thing[0]}", low, unit, thing, high, comparator),
        **{"deadline": year, "level": level, "modality": source.choice(["build", "firm", "support"])},
    )


def _shares(year: int, source: random.Random) -> list[Promise]:
    """Return shares of teachers (of two populations, so that a region may have two rows) and of schools."""
    dated = {"deadline": year, "comparator": source.choice(["exact", "at_least", "about"])}
    after = {"at_least": "以上", "about": "左右", "exact": ""}[dated["comparator"]]
    first, second, third = (source.choice(list(TENS)) for _ in range(3))
    conditions = {"scope": "secondary_schools", "thing": ("达标的中职学校", "schools that meet the conditions")}
    clauses = (
        (first, f"职业院校“双师型”教师占比达到【{TENS[first]}】{after}", {"scope": "voc_teachers", **DUAL}),
        (second, f"专业教师中“双师型”教师占比达到【{second}%】{after}", {"scope": "voc_teachers_special", **DUAL}),
    )
    dual = [Promise("teachers_dual_qualified", clause, value, "%", **said, **dated) for value, clause, said in clauses]
    clause = f"办学条件达标的中职学校达到【{third}%】{after}"
    standard = ("办学条件", "conditions of running a school")
    met = Promise("schools_meeting_conditions", clause, third, "%", standard=standard, **conditions, **FIRM, **dated)
    return [*dual, met]


def _standing(year: int | None, source: random.Random) -> list[Promise]:
    """Return rules and funding; `year` dates the funding and goals of an annual plan, whose title states it."""
    months, years, share = source.randint(1, 6), source.randint(2, 5), source.choice([20, 30, 40])
    money, persons = source.choice([200, 500, 800, 3000]), source.choice([2000, 8000, 30_000])
    practice = source.choice(
        [
            ("每年至少", "per_year", "at_least"),
            ("5年累计不少于", "per_5_years", "at_least"),
            ("每年", "per_year", "exact"),
        ]
    )
    dated = {"deadline": year}
    each, period = source.choice([("每年", "per_year"), ("", "total")])
    return [
        Promise(
            *("teachers_firm_practice", f"专业教师{practice[0]}【{months}】个月在企业或实训基地锻炼", months, "个月"),
            **{"period": practice[1], "comparator": practice[2], **PRACTICE},
        ),
        Promise(
            *("teachers_hiring_years", f"新聘专业教师须有【{ONES[years]}】年以上企业工作经历", years, "年"),
            **{"comparator": "at_least", **HIRING},
        ),
        Promise("funding_surcharge_share", f"教育费附加的【{share}%】用于职业教育", share, "%", **SURCHARGE, **dated),
        Promise(
            *("funding_earmarked", f"财政{each}安排【{money}万】元职业教育专项资金", money * 10_000, "元"),
            **{"period": period, **EARMARKED, **dated},
        ),
        Promise(
            *("training_persons", f"{each}完成职业培训【{persons}】人次以上", persons, "人次"),
            **{"comparator": "at_least", "period": period, **TRAINING, **dated},
        ),
    ]
