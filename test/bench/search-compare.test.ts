import { describe, expect, it } from "vitest";
import { engines } from "../../bench/search/compare/engines/index.ts";
import { Generated } from "../../bench/search/compare/generate.ts";
import { measure } from "../../bench/search/compare/measure.ts";
import { runApart } from "../../bench/search/compare/run-apart.ts";
import { type Answered, scoreAnswers } from "../../bench/search/compare/score.ts";
import { tableRow } from "../../bench/search/compare/table.ts";
import { loadWorkload } from "../../bench/search/compare/workload.ts";

const plan = { name: "tiny", documents: 120, questions: 12, kind: "docs" } as const;
const workload = await loadWorkload(plan);

describe("the comparison of search engines", () => {
  it.each(Object.entries(engines))(
    "%s finds what generated questions are about, and comes back from its snapshot",
    async (name, load) => {
      const options = { kind: plan.kind, timeLimit: 20_000, progress: () => {} };
      const measured = await measure(await load(), workload, options);
      expect(measured).toMatchObject({ documents: 120, added: 120, questions: 12 });
      expect(measured.answering).toHaveLength(12);
      expect(measured.quality?.hitAt3).toBeGreaterThan(0.5);
      expect(measured.snapshot).toMatchObject({ bytes: expect.any(Number) });
      expect(tableRow(name, { measured }).split("|")).toHaveLength(11);
    },
  );

  it("runs an engine in a process of its own, and says how far it came", async () => {
    const { measured, trouble } = await runApart({ engine: "fts5", plan, timeLimit: 1, heap: 100 });
    expect(trouble).toBe("stopped after 0.001 s");
    expect(measured).toMatchObject({ documents: 120, questions: 12 });
  });

  it("says when an engine's process fell", async () => {
    const { measured, trouble } = await runApart({
      engine: "fts5",
      plan: { name: "gone", folder: "/nowhere", kind: "docs" },
      timeLimit: 1000,
      heap: 100,
    });
    expect(measured).toBeUndefined();
    expect(trouble).toContain("ended with status 1: EvaluationSetError: /nowhere/corpus.jsonl: there is no such file");
    expect(tableRow("fts5", { trouble: "fell" })).toContain("| fell |");
  });
});

describe("generated texts", () => {
  it("are the same every time, however many there are", () => {
    const [one, other] = [new Generated(), new Generated()];
    expect(other.document(17)).toEqual(one.document(17));
    expect(other.question(3, 50)).toEqual(one.question(3, 50));
    expect(one.document(18)).not.toEqual({ ...one.document(17), id: "docs:18" });
  });
});

describe("scores", () => {
  const answered = (found: string[], ...right: string[]): Answered => ({ found, right: new Set(right) });

  it.each<[string, Answered[], { hitAt3: number; mrr: number }]>([
    ["the first is right", [answered(["a", "b"], "a")], { hitAt3: 1, mrr: 1 }],
    ["the third is right", [answered(["a", "b", "c"], "c")], { hitAt3: 1, mrr: 1 / 3 }],
    ["the fourth is right", [answered(["a", "b", "c", "d"], "d")], { hitAt3: 0, mrr: 1 / 4 }],
    ["nothing is right", [answered(["a"], "b")], { hitAt3: 0, mrr: 0 }],
    ["nothing was found", [answered([], "b")], { hitAt3: 0, mrr: 0 }],
    [
      "sections of one page count once",
      [answered(["p#1", "p#2", "p#3", "q#1", "r"], "r#9")],
      { hitAt3: 1, mrr: 1 / 3 },
    ],
    ["two questions", [answered(["a"], "a"), answered(["a"], "b")], { hitAt3: 0.5, mrr: 0.5 }],
    ["those without an answer are left out", [answered(["a"], "a"), answered(["a"])], { hitAt3: 1, mrr: 1 }],
    ["the eleventh", [answered("a b c d e f g h i j k".split(" "), "k")], { hitAt3: 0, mrr: 0 }],
  ])("%s", (_, answers, quality) => {
    expect(scoreAnswers(answers)).toMatchObject(quality);
  });
});
