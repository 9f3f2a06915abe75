"""How an amount of money is read: its numeral, its currency, and the other numbers beside it."""

import pytest
from candidate_reading import fields, read


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Numerals and currencies.
        ("增拨【6.6亿】应对人口老化。", (660_000_000, 660_000_000, "元", "exact", None)),
        ("政府拨款【1亿7,000多万】元。", (170_000_000, 170_000_000, "元", "at_least", None)),
        ("生產毛額達【4兆8,530億】元。", (4_853_000_000_000, 4_853_000_000_000, "元", "exact", None)),
        ("每園（二班）補助【一百\n     萬】元。", (1_000_000, 1_000_000, "元", "exact", None)),
        ("每增設一班補助【三十萬】元。", (300_000, 300_000, "元", "exact", None)),
        ("投资【1亿零500万】元。", (105_000_000, 105_000_000, "元", "exact", None)),
        ("編列【10億4,588萬1千】元。", (1_045_881_000, 1_045_881_000, "元", "exact", None)),
        ("在国家实施的【4万 亿】元投资计划中争取更多。", (4e12, 4e12, "元", "exact", None)),
        ("年末余额新增【4万多亿】元。", (4e12, 4e12, "元", "at_least", None)),
        ("支持金额不超过【500万】。", (5_000_000, 5_000_000, "元", "at_most", None)),
        ("省财政安排【11.7亿】资助资金。", (1_170_000_000, 1_170_000_000, "元", "exact", None)),
        ("產值逾新台幣【1.5 兆】元。", (1.5e12, 1.5e12, "元", "at_least", None)),
        ("所需經費約新臺幣【37.5億】元。", (3.75e9, 3.75e9, "元", "about", None)),
        ("分別需要【847 億】及【210 億】元。", (21_000_000_000, 21_000_000_000, "元", "exact", None)),
        ("約有【9 千億】的預算。", (900_000_000_000, 900_000_000_000, "元", "about", None)),
        ("培育【3】家销售额超【1亿】的企业。", (100_000_000, 100_000_000, "元", "at_least", None)),
        ("设立应急维修金人民币【伍拾万】元整。", (500_000, 500_000, "元", "exact", None)),
        ("规模大体为【三千五百万】元。", (35_000_000, 35_000_000, "元", "about", None)),
        ("其中【4,400 億】來自國營事業，而【3,200 億】則是新增計畫。", (320e9, 320e9, "元", "exact", None)),
        ("安排【2千3百万】元。", (23e6, 23e6, "元", "exact", None)),
        ("投入【6亿4千5百万】元。", (645e6, 645e6, "元", "exact", None)),
        ("投入【２亿３千６百万】元。", (236e6, 236e6, "元", "exact", None)),
        ("补贴【1千6百】元。", (1600, 1600, "元", "exact", None)),
        # Amounts per head, per item and beside other numbers.
        ("按【1500】/人的标准发放补贴。", (1500, 1500, "", "exact", None)),
        ("每园(二班)补助【5万】元。", (50_000, 50_000, "元", "exact", None)),
        ("向每間新設院舍發放一次過津貼【80萬】元。", (800_000, 800_000, "元", "exact", None)),
        ("全市【116】个重点项目完成投资【186.4亿】元。", (18_640_000_000, 18_640_000_000, "元", "exact", None)),
        ("分为【3】档：1档【1000】元。", (1000, 1000, "元", "exact", None)),
        ("计划投入4年【80亿】元。", (8_000_000_000, 8_000_000_000, "元", "exact", None)),
        ("将最低工资标准调整为【1960】元。", (1960, 1960, "元", "exact", None)),
        ("调升最低维生指数至【4050】元。", (4050, 4050, "元", "exact", None)),
        ("向旅發局撥款【十 六 億六千萬】元。", (1.66e9, 1.66e9, "元", "exact", None)),
        ("中低收入戶自付【57】元/【115】元。", (115, 115, "元", "exact", None)),
        ("补助标准为【500元/月—800】元/月。", (500, 800, "元", "range", None)),
        ("按最高補助金額之【百分之七十五】補助。", (75, 75, "%", "exact", None)),
        ("劳动生产率达【45万】元/人左右。", (450_000, 450_000, "元", "about", None)),
    ],
)
def test_an_amount_of_money_is_read_in_full(marked, wanted):
    assert read(marked)[-1] == wanted


def test_a_list_of_amounts_shares_its_unit_behind_blanks():
    assert fields("分別需要 847 億及 210 億元。", "value_min", "unit") == [
        (84_700_000_000, "元"),
        (21_000_000_000, "元"),
    ]


def test_money_of_another_currency_keeps_its_name():
    assert fields("每人可獲津貼6,656澳門元。到账外资17亿美元。", "unit", "kind") == [
        ("澳門元", "funding"),
        ("美元", "goal"),
    ]


def test_money_behind_its_sign_and_years_that_grow():
    assert fields("赴粵安老每月資助$5000。", "value_min", "unit", "kind") == [(5000, "元", "funding")]
    assert fields("免稅額由一年增至兩年。", "value_min", "unit") == [(1, "年"), (2, "年")]


def test_amounts_by_which_others_are_counted_are_none():
    assert fields("使用育秧基质补贴20元/100升。", "value_min", "unit") == [(20, "元")]
    assert fields("给予企业2年50%的资金支持。", "value_min", "unit") == [(50, "%")]
