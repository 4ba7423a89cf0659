import { describe, expect, it } from "vitest";
import { corpusOf } from "./corpus.ts";
import { runTarget } from "./run-target.ts";
import { targets } from "./targets/index.ts";
import { watchRun } from "./watch-run.ts";

/** How many inputs a target is given here; `npm run fuzz` gives it as many as there is time for. */
const executions = 150;

describe("whatever comes from outside", () => {
  it.each(targets)("is read by $name: $oracle", { timeout: 120_000 }, async (target) => {
    const kept = corpusOf(target.name).map(({ input }) => input);
    const outcome = await runTarget(target, { seed: 14, kept, isOver: (done) => done >= executions });
    expect(outcome.failures).toEqual([]);
    expect(outcome.executions).toBe(executions);
  });
});

describe("the fuzzer", () => {
  const bad = (target: string, only?: readonly string[]) =>
    watchRun(
      {
        module: new URL("bad-targets.ts", import.meta.url).href,
        target,
        seed: 1,
        minutes: 0.05,
        ...(only && { only }),
      },
      1_500,
    );

  it("finds what fails, and tells the shortest text that does", async () => {
    expect(await bad("throws", ["a x {{ b x c }} d", "nothing"])).toMatchObject({
      outcome: { executions: 2, failures: [{ input: "{{x}}", message: expect.stringContaining("TypeError: an x") }] },
    });
  });

  it("finds what does not end, and tells the text", async () => {
    expect(await bad("hangs", ["fine", "a loop", "never read"])).toEqual({ hang: "a loop", executions: 2 });
  });

  it("tells what takes long, and does not call it a failure", async () => {
    expect(await bad("dawdles", ["fast", "a slow one"])).toMatchObject({
      outcome: { failures: [], slow: [{ input: "a slow one" }] },
    });
  });

  it("takes the same course from the same seed", async () => {
    const seen: string[][] = [[], []];
    for (const inputs of seen) {
      const [target] = targets.filter(({ name }) => name === "secrets");
      if (!target) throw new Error("there is none");
      const open = () => ({ check: (input: string) => void inputs.push(input) });
      await runTarget({ ...target, open }, { seed: 3, kept: ["a", "b"], isOver: (done) => done >= 200 });
    }
    expect(seen[0]).toHaveLength(200);
    expect(seen[1]).toEqual(seen[0]);
  });
});
