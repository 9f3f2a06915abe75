"""Whether a passage says what is and was, or what shall be: the words of a sentence and of those around it.

A number in a review is a status without a deadline, the same number in a plan a goal (codebook, "What counts").
"""

from __future__ import annotations

import re
from bisect import bisect_left

import numpy as np

from .document_outline import Outline

# Each word begins with a letter of its own, so that the search goes fast; what must stand before it comes after.
_AHEAD = re.compile(
    r"力争|确保|争取|将(?!近|军|原)|拟|计划(?<=[市县区省州盟年，。;\n]计划)"
    r"|计划(?:新建|投资|完成|实施|建设|开工|开展|安排|培训|到|在|用|于|年内)"
    r"|要(?<![主重必需首]要)(?!求|素|点|害|塞|闻|约|道|性)|到 ?20\d\d ?年|不低于|不少于|不得|不超过|至少"
    r"|应(?!用|急|届|对|变|付)|须|今年|明年|年内|未来|进一步(?<=[，。;\n]进一步)|继续|预期|预计|鼓励|支持|引导|探索"
    r"|加快(?<=[，。;\n]加快)|力度|目标(?![^，。;]{0,6}(?:基本|超额|圆满|顺利|如期|提前|全面)(?:实现|完成))"
)
_BEHIND = re.compile(
    r"同比|比上年|较上年|上年(?<!以上年)(?!均)|去年(?<!于去年)|以来|截至|截止|已(?!婚|知)|现有(?!的?基础)|共有|目前|年来|没有|未完成|未能"
    r"|目标(?=[^，。;]{0,6}(?:基本|全面)(?:实现|完成)[，。;])|首次(?:突破|实现|进入|超)|荣获|获批(?!的)|入选(?!的)|位居|居全[国省市]|创历史|现时(?<![由从较比]现时)|早前|当时"
    r"|连续 ?[\d一二三四五六七八九十]+ ?年|圆满|超额|成功|历史性|如期|显著"
    r"|取得[^，。\n]{0,8}(?:成效|成绩|进展|突破|进步)|跃上|跃升|跃居|迈上|迈入|迈出"
    r"|明显(?:提升|改善|增强|加快|提高|下降|增加)|稳步(?:提升|增长|推进|提高)|持续(?:向好|增长)"
    r"|有效(?:保障|遏制|改善|化解|控制)|有力(?:带动|推动|促进|保障)|开工建设(?=[，。;])|惠及 ?\d|存在|仍然|只完成"
    r"|依然|投入运营|建成(?:运行|通车|投产|启用|投用)|进展顺利|逐步健全"
    r"|全面(?<![要将保争]全面)完成|全面推开|顺利完成|提前完成|如数完成"
    r"|率先(?:实现|实行|在|启动|应用)|了(?<![为除]了)(?! ?[解如])|年均(?:增长|新增) ?\d|上榜"
    r"|得到(?:巩固|改善|提升|加强)|丰收|加快形成|大幅(?:提升|改善|增长)|扎实推进|加快落地|强劲|新高|净增"
    r"|办竣|陆续(?:竣工|建成|投入|投用|开业|落地|投产)|稳中有进|稳中向好|全线(?:贯通|通车)"
    r"|初显|初步建成|首次诞生|创下|位列|创成|首[夺获]|入围|晋级|获评|被评为|实现贯通|上升到"
    r"|不断(?:升温|提升|增强)|正式(?:成立|运营|投运|启用)|总体稳定|稳居|跻身|落地见效"
)
# 增长5.2%、6.1%、7%: more of a review than of a goal; it counts once.
_GROWTH = re.compile(r"增长 ?\d[\d.]*%(?:[，。;、]|和)")
# What opens a whole passage weighs more: 今年要办好下列实事, 五年来.
_OPENING_AHEAD = re.compile(
    r"年(?<=\d年)(?:[我全本]?[省市县区州])?计划(?![》”的])|年(?<=\d年)度?(?:重点|主要)任务|今年(?!以来)|明年|预期目标|奋斗目标"
    r"|新的一年|下一步|未来"
    # 2026年工作重点, in a line of its own.
    r"|年(?<=\n20\d\d年)[^\n。，]{0,6}(?:工作重点|重点工作|工作安排|施政重点)[ \t]*\n"
)
_OPENING_BEHIND = re.compile(r"一年来|五年来|过去的?(?:一年|[三五]年)|回顾")
# 现将进展情况通报如下, 现况：, at the beginning of a line: what follows is a review, whatever the title says.
_REPORTED = re.compile(
    r"情况(?:通报|报告|汇报)如下"
    # 2025年施政执行情况, in a line of its own.
    r"|年(?<=\n20\d\d年)[^\n。，]{0,10}(?:执行|完成|工作|进展)(?:情况|回顾|成果|总结)[ \t]*\n"
    r"|(?:现[状况](?<=\n..)|(?:工作基础|发展基础|基本情况)(?<=\n....))[ \t]*[:：\n]"
)
_OPENING = 2
# What a title says of the whole document; a report speaks of both.
_PLAN = re.compile(r"计划|规划|方案|意见|要点|纲要|措施|办法|通知|任务|安排|目标|实事|清单")
_REPORT = re.compile(r"报告")
_REVIEWED_TITLE = re.compile(
    r"(?:完成情况的?(?:公示|通报|公告|总结)?|(?:进展|落实)情况的?(?:通报|总结)|决算(?:评估)?(?:报告)?)[ \t]*$"
)
# “十三五”期间 in a plan that begins in 2021 is the one before it, “十四五”期间 the plan itself.
# Below a heading like 发展目标 what is said looks ahead, however it sounds.
_AIMS_TITLE = re.compile(r"(?:目标|任务|举措|措施|重点工作|工作安排|工作打算|工作重点)(?!完成|实现)")
_ATTAINED = re.compile(r"顺利|圆满|实现|完成|取得|回顾|成[效绩就]")
_FIVE_YEARS = re.compile(r"十(?<![比较]十)(?<![比较][“\"]十)([一二三四五六七])五[”\"]?(?:期间|时期|以来|末)")
_HEAD = 200
# The words of one sentence count for no more than this; a sentence of a plan without any looks ahead a little.
_MOST = 3
_WEIGHTS = (
    (_AHEAD, 1),
    (_BEHIND, -1),
    (_OPENING_AHEAD, _OPENING),
    (_OPENING_BEHIND, -_OPENING),
    (_REPORTED, -_MOST),
)
_PLANNED = 0.1
_PLAN_OPENS = 2
# How many words must speak for it until a text changes from what was to what shall be, within and between paragraphs.
_CHANGE = 4.0
_CHANGE_OF_PARAGRAPH = 2.5


class Tense:
    """The tense of each sentence of a plain text, read when it is first asked for."""

    def __init__(self, text: str, outline: Outline):
        self.text, self.ends, self._outline = text, outline.sentence_ends, outline
        report = _REPORT.search(text, 0, _HEAD) is not None
        planned = outline.period is not None or _PLAN.search(text, 0, _HEAD) is not None
        self._plan = planned and not report
        self.reviewed = _REVIEWED_TITLE.search(text.lstrip()[:_HEAD].split("\n", 1)[0]) is not None
        self._begins = outline.period[0] if outline.period else outline.issued or 0
        self._back: list[bool] = []

    def looks_back(self, place: int) -> bool:
        """Tell whether what is said at `place` is or was so already."""
        if not self._back:
            self._back = self._read()
        return self._back[bisect_left(self.ends, place)]

    def _read(self) -> list[bool]:
        """Return for each sentence whether it looks back: the course of two tenses that agrees best with the words.

        A text changes its tense seldom, so each change has a price: the algorithm of Viterbi (1967) for two states.
        """
        ahead, back = (0.0, float(_MOST)) if self.reviewed else (float(_PLAN_OPENS * self._plan), 0.0)
        stayed: list[tuple[bool, bool]] = []
        planned = -_PLANNED if self.reviewed else _PLANNED * self._plan
        opening = [_CHANGE_OF_PARAGRAPH if self.text[end] == "\n" else _CHANGE for end in self.ends]
        for score, price in zip((self._words() + planned).tolist(), [_CHANGE, *opening], strict=True):
            # Of equal courses the later change is taken: what a sentence says holds for those after it.
            from_back, from_ahead = back - price, ahead - price
            stay_ahead, stay_back = ahead > from_back, back > from_ahead
            stayed.append((stay_ahead, stay_back))
            ahead = (ahead if stay_ahead else from_back) + score
            back = (back if stay_back else from_ahead) - score
        course, looks_back = [], back > ahead
        for stayed_ahead, stayed_back in reversed(stayed):
            course.append(looks_back)
            looks_back = stayed_back if looks_back else not stayed_ahead
        return course[::-1]

    def _words(self) -> np.ndarray:
        """Return for each sentence how many words more of it look ahead than back; below 0 where more look back."""
        words, ends = np.zeros(len(self.ends) + 1), np.array(self.ends, dtype=int)
        for pattern, weight in _WEIGHTS:
            # A label in a line of its own speaks of the next.
            places = [match.end() for match in pattern.finditer(self.text)]
            words += weight * np.bincount(ends.searchsorted(places), minlength=len(words))
        for number in {bisect_left(self.ends, match.start()) for match in _GROWTH.finditer(self.text)}:
            words[number] -= 1
        # In a plan that says not when it begins, a five-year plan is the one to come.
        for match in _FIVE_YEARS.finditer(self.text) if self._begins or self._plan else ():
            before = 2010 + 5 * "一二三四五六七".index(match[1]) < self._begins
            words[bisect_left(self.ends, match.start())] += -_MOST if before else _OPENING
        return np.clip(words + self._aimed(), -_MOST, _MOST)

    def _aimed(self) -> np.ndarray:
        """Return 1 for each sentence below a heading of aims, else 0."""
        begun = np.zeros(len(self.ends) + 2)
        for number, section in enumerate(self._outline.sections):
            title = self.text[section.start : section.title_end]
            if _AIMS_TITLE.search(title) and not section.looks_back and not _ATTAINED.search(title):
                begun[bisect_left(self.ends, section.title_end)] += 1
                begun[bisect_left(self.ends, self._outline.section_end(number, section.level))] -= 1
        return np.cumsum(begun)[:-1] > 0
