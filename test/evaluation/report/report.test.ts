import { describe, expect, it } from "vitest";
import { reportHtml } from "../../../src/evaluation/report/html/report-html.ts";
import { toReport, type BacktestReport } from "../../../src/evaluation/report/report.ts";
import { reportJson } from "../../../src/evaluation/report/report.ts";
import { reportText } from "../../../src/evaluation/report/report-text.ts";
import type { History } from "../../../src/evaluation/replay/history.ts";
import type { ReplayedQuestion } from "../../../src/evaluation/replay/replay.ts";
import { aComment } from "../../helpers/builders.ts";
import { answered, asked, day, found, history, page, replayed, threadTruth } from "../past.ts";

const options = { threshold: 0.6, shipped: 0.6, limit: 3, madeAt: day(30) };

function reportOf(questions: readonly ReplayedQuestion[], past?: History): BacktestReport {
  return toReport(past ?? history(questions.map(({ thread }) => thread)), questions, options);
}

/** A hundred questions; the surer the finder was, the more often it was right. */
const many = Array.from({ length: 100 }, (_, i) =>
  replayed(i + 10, [found(i % 10 < (i < 50 ? 9 : 3) ? "thread:1" : "thread:2", i < 50 ? 0.8 : 0.4)], [threadTruth(1)]),
);

describe("a report", () => {
  it("recommends what the history shows", () => {
    const { recommendation, recommended, current } = reportOf(many);
    expect(recommendation).toMatchObject({ basis: "fitted", threshold: 0.41, cases: 50 });
    expect(recommended.precisionAt3).toMatchObject({ hits: 45, n: 50 });
    expect(current.silenceRate).toMatchObject({ hits: 50, n: 100 });
  });

  it("has a curve on which speaking less never speaks more", () => {
    const rates = reportOf(many).curve.map(({ answerRate }) => answerRate);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  });

  it("counts what went into it", () => {
    const questions = [
      replayed(1, [], []),
      replayed(2, [], [threadTruth(1)]),
      replayed(3, [], [threadTruth(2)], { knownTruths: [] }),
    ];
    const past = history(
      questions.map(({ thread }) => thread),
      [page("docs/a.md", ["A", "B"])],
    );
    expect(reportOf(questions, past).scope).toEqual({
      threads: 3,
      pages: 1,
      sections: 2,
      questions: 3,
      from: day(1).toISOString(),
      to: day(3).toISOString(),
      judged: 2,
      answerable: 1,
    });
  });

  it.each<[string, ReplayedQuestion["thread"], readonly ReturnType<typeof page>[], RegExp]>([
    ["sparse labels", asked(5), [], /not proven wrong/],
    ["a small history", asked(5), [], /1 questions are a small history/],
    ["docs that were not given", asked(5), [], /No docs were given/],
    ["docs without dates", asked(5), [page("a.md", ["A"])], /as they are today, at every moment/],
    ["docs with dates", asked(5), [page("a.md", ["A"], 1)], /from the day it was added/],
    ["some docs without dates", asked(5), [page("a.md", ["A"], 1), page("b.md", ["B"])], /1 of 2 pages have no date/],
    ["comments that are missing", asked(5, { isPartial: true }), [], /1 threads have comments/],
    [
      "a question that was edited",
      asked(5, { comments: [aComment({ createdAt: day(6) })], editedAt: day(7) }),
      [],
      /1 questions were edited/,
    ],
    ["an answer that was edited", answered(5, 6, { answerEditedAt: day(8) }), [], /1 answers were edited/],
  ])("says what it cannot know: %s", (_, thread, pages, note) => {
    const { notes } = reportOf([replayed(5, [], [], { thread })], history([thread], pages));
    expect(notes.filter((it) => note.test(it))).toHaveLength(1);
  });
});

describe("the report as JSON", () => {
  it("is the report, with its kind and version", () => {
    const report = reportOf(many);
    expect(JSON.parse(reportJson(report))).toEqual(report);
    expect(report).toMatchObject({ report: "frontdesk-backtest", version: 1, repository: "acme/widgets" });
  });
});

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> '&amp; \u001b[31mred \u202egnp.exe`;

/** What moves the cursor or turns the direction of text; line feeds are ours. */
const unseen = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;

describe("the report as a page", () => {
  const thread = asked(9, { title: hostile, url: "javascript:alert(1)" });
  const suggestion = found("thread:1", 0.9, { title: hostile, url: "javascript:alert(3)", terms: [hostile] });
  const text = reportHtml(reportOf([replayed(9, [suggestion], [threadTruth(2)], { thread })], history([asked(1)])));

  it("holds no markup that people wrote", () => {
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toMatch(/<script|<img|<iframe|<link|href="(?!https?:)|src=(?!x onerror)/iu);
    expect(text).not.toMatch(/\s(?:on\w+)="/iu);
    expect(text).not.toMatch(unseen);
  });

  it("needs nothing from elsewhere", () => {
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/url\(|@import/u);
  });

  it("draws the curve where enough can be judged, and says so where not", () => {
    expect(reportHtml(reportOf(many))).toMatch(/<polyline class="curve" points="[\d, ]+"/u);
    expect(text).toContain("Too few posts can be judged to draw a curve");
  });

  it("shows the line for the config", () => {
    expect(reportHtml(reportOf(many))).toContain("related-answers:\n  threshold: 0.41");
  });
});

describe("the report as text", () => {
  it("tells the recommendation, the figures and the cases", () => {
    const text = reportText(reportOf(many));
    expect(text).toMatch(/Recommended threshold: 0\.41 \(in force: 0\.60\)/u);
    expect(text).toMatch(/Precision at 3 +90 % +45 of 50 posts/u);
    expect(text).toContain("Sure and wrong");
  });

  it("cannot steer a terminal", () => {
    const thread = asked(9, { title: `${hostile}\n\rRecommended threshold: 0.01` });
    const text = reportText(reportOf([replayed(9, [found("thread:1", 0.9)], [threadTruth(2)], { thread })]));
    expect(text).not.toMatch(unseen);
    expect(text.match(/^Recommended threshold/gmu)).toHaveLength(1);
  });
});
