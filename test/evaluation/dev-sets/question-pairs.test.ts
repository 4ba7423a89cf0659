import { expect, test } from "vitest";
import { type JudgedPair, questionPairs, readPairs } from "../../../evaluation/sets/question-pairs.ts";

const same = (first: string, second: string): JudgedPair => ({ first, second, isSame: true });
const different = (first: string, second: string): JudgedPair => ({ first, second, isSame: false });

/** Each question with the titles of what answers it, by grade. */
function answersIn(pairs: readonly JudgedPair[], limit = 100) {
  const { documents, queries, labels } = questionPairs(pairs, limit);
  const titleOf = new Map(documents.map(({ id, title }) => [id, title]));
  return queries.map(({ id, title }) => {
    const own = labels.filter(({ query }) => query === id);
    return [title, ...own.map(({ document, grade }) => `${titleOf.get(document)}:${grade}`).sort()];
  });
}

test("pairs are read from lines of two questions and a judgement; other lines are left out", () => {
  const text = "怎么还款\t如何还款\t1\r\n怎么还款\t怎么借款\t0\n\n只有一句\t1\na\tb\tc\t1\nq\tr\t2\n";
  expect(readPairs(text)).toEqual([same("怎么还款", "如何还款"), different("怎么还款", "怎么借款")]);
});

test("one of two questions that ask the same is asked, and the other one answers", () => {
  expect(answersIn([same("怎么还款", "如何还款")])).toEqual([["如何还款", "怎么还款:2"]]);
});

test("what asks the same as a third one answers, with the lower grade", () => {
  const [found] = answersIn([same("一", "二"), same("二", "三"), same("三", "四")]);
  expect(found).toHaveLength(4);
  expect(found?.filter((it) => it.endsWith(":1")).length).toBeGreaterThan(0);
  expect(answersIn([same("一", "二"), same("二", "三"), same("三", "四")])).toHaveLength(1);
});

test("a question that differs from the other by punctuation alone is neither asked nor found", () => {
  expect(answersIn([same("怎么还款", "怎么还款？")])).toEqual([]);
});

test("no question is among the documents, and what was called different is", () => {
  const { documents, queries } = questionPairs([same("一", "二"), different("一", "五"), different("六", "七")], 100);
  const titles = documents.map(({ title }) => title);
  expect(queries.filter(({ title }) => titles.includes(title))).toEqual([]);
  expect(titles).toEqual(expect.arrayContaining(["五", "六", "七"]));
});

test("at most as many questions are asked as is said, always the same ones", () => {
  const pairs = Array.from({ length: 20 }, (_, i) => same(`a${i}`, `b${i}`));
  expect(answersIn(pairs, 5)).toHaveLength(5);
  expect(answersIn(pairs.toReversed(), 5).map(([question]) => question)).toEqual(
    answersIn(pairs, 5).map(([question]) => question),
  );
});
