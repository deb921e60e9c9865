"""Checks on questions and answers, and on rules of law that answers and the page of discipline name by their ids."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import ERROR, NOTICE, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.law.citations import citations
from huanjie.law.explainers import bare, explainers
from huanjie.law.pack import legal_rules
from huanjie.law.references import named, references
from huanjie.model.days import exact_day
from huanjie.model.discipline import Discipline
from huanjie.model.questions import Question
from huanjie.yaml_text import Text

PATIENCE = 7  # days that a question may wait


@check("Q201", WARNING)
def answered_without_ground(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """答案没有写根据。

    没有根据，群众不知道这话算不算数，也没法自己去查。
    错：answer: 可以委托别人投，没有 rules 也没有 policies
    对：同上，加一行 rules: proxy-limit
    """
    for question in records.of(Question):
        texts = [text for text in (question.short, question.answer) if text is not None]
        cited = any(True for text in texts for _ in citations(text, statute))
        if texts and not question.rules and not question.policies and not cited:
            right = "请写 rules（法律规则的编号）或者 policies（政策材料的编号），也可以在答案里写明法律的条号"
            yield Finding(texts[-1].at, "这个答案没有写根据什么", right)


@check("Q202", NOTICE)
def waiting_for_an_answer(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """群众问了一个多星期，还没有答复。

    选举一步接一步，答复晚了，问的人可能已经误了登记、误了投票。
    错：asked_on: 2026-11-10，到 2026-11-24 没有 short 也没有 answer
    对：写上 answer；一时答不了的，先在 short 里写问哪里
    """
    for question in records.of(Question):
        day = exact_day(question.asked_on)
        if day and question.short is None and question.answer is None and (today - day).days > PATIENCE:
            wrong = f"“{day}”问的，已经 {(today - day).days} 天，还没有答复"
            yield Finding(question.asked_on[0].at, wrong, "请写 answer；一时答不了的，先在 short 里写问哪里")


@check("Q203", ERROR)
def rests_on_no_rule_of_law(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """根据的法律规则不存在，或者这次选举不适用。

    群众顺着根据去查，什么也找不到；或者查到的是别的时候、别的省的规定。
    错：rules: proxy-limits
    对：rules: proxy-limit
    """
    for name in _grounds(records):
        if fault := _not_in_force(statute, name):
            yield Finding(name.at, *fault)


@check("Q204", ERROR)
def reference_to_no_number(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """文字里引用的法律的数不存在。

    花括号里的编号会原样印在网页上，群众看不到数是多少。
    错：不得超过 {proxy-limit.cout} 人
    对：不得超过 {proxy-limit.count} 人
    """
    for text in (text for _, texts in records.texts for text in texts):
        for reference in references(text):
            names = named(statute, reference.rule)
            if fault := _not_in_force(statute, reference.rule):
                yield Finding(text.at, f"“{reference.typed}”读不出来：{fault[0]}", fault[1])
            elif reference.param not in names:
                near = near_misses(reference.param, names) or tuple(names)
                right = f"可以写 {'、'.join(f'{{{reference.rule}.{name}}}' for name in near)}"
                wrong = f"“{reference.typed}”读不出来：这条规则里没有名称是“{reference.param}”的数"
                yield Finding(text.at, wrong, right if near else "它没有可以引用的数，请改用文字")


@check("Q205", WARNING)
def asked_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """两份问答问的是同一句话。

    同一个问题有两个答案，改了一个忘了另一个，群众就会看到两种说法。标点不同也算同一句。
    错：两个文件的 title 都是 我在外地，怎样投票？
    对：合成一个文件，别的问法写进 also
    """
    first: dict[str, Question] = {}
    for question in records.of(Question):
        for wording in (question.title, *question.also):
            known = first.setdefault(bare(wording), question)
            if known is not question:
                wrong = f"“{wording}”在 {known.at.file} 里已经问过"
                yield Finding(wording.at, wrong, "请合成一份；确实是两个问题的，请把这一句改得有区别")


@check("Q206", ERROR)
def replaces_no_explainer(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """要代替的通用解答不存在。

    编号写错了，通用的解答和本地的答复会同时显示，群众会看到两种说法。
    错：replaces: am-i-entitle
    对：replaces: am-i-entitled
    """
    for question in records.of(Question):
        for name in question.replaces:
            if name not in explainers():
                near = "、".join(near_misses(name, explainers()))
                right = f"是不是 {near}？" if near else "请写通用解答的编号，也就是它网址里 questions/ 后面的那一段"
                yield Finding(name.at, f"没有编号为“{name}”的通用解答", right)


def _grounds(records: Records) -> Iterator[Text]:
    for question in records.of(Question):
        yield from question.rules
    for discipline in records.of(Discipline):
        for forbidden in discipline.forbidden:
            yield from forbidden.rules


def _not_in_force(statute: Statute, name: str) -> tuple[str, str] | None:
    """The fault in the id of a rule of law, and its repair; None where the rule is in force."""
    rule = legal_rules().get(name)
    if rule is None:
        near = near_misses(name, map(str, legal_rules()))
        right = f"是不是 {'、'.join(near)}？" if near else "请写“法规政策”里规则的编号，如 proxy-limit"
        return f"没有编号为“{name}”的法律规则", right
    if statute.cite(rule) is None:
        wrong = f"“{name}”（{rule.title}）在这次选举里不适用"
        return wrong, "它属于别的版本或者别的省；请换一条，或者删去"
    return None
