import { afterEach, describe, expect, it } from "vitest";
import { createWorkerBacktester, type WorkerBacktester } from "../../src/backtest-thread/worker-backtester.ts";
import type { PastProject } from "../../src/core/backtester.ts";
import type { PastThread } from "../../src/core/discussion.ts";
import { aComment, aThread, aSection } from "../helpers/builders.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

/** A question, answered the day after. */
function asked(number: number, title: string, answer: string, given: Partial<PastThread> = {}): PastThread {
  const url = `https://github.com/acme/widgets/discussions/${number}`;
  const comment = aComment({ id: `DC_${number}`, body: answer, createdAt: day(number + 1) });
  const answered = { answer: comment, answeredAt: day(number + 1), comments: [comment] };
  return {
    ...aThread({ number, title, body: title, url, createdAt: day(number), ...answered }),
    isPartial: false,
    ...given,
  };
}

const proxy = "How do I install widgets behind a corporate proxy?";
const past: PastProject = {
  webUrl: "https://github.com",
  owner: "acme",
  name: "widgets",
  threads: [
    asked(1, proxy, "Set `HTTPS_PROXY` before you run the installer behind the corporate proxy."),
    asked(
      5,
      "Can I install widgets behind the corporate proxy?",
      "As in https://github.com/acme/widgets/discussions/1.",
    ),
    asked(6, "Which colour has the harbour at dawn?", "Blue."),
    asked(7, "A bot's own", "No.", { author: { login: "bot", isBot: true } }),
  ],
  pages: [{ path: "docs/logging.md", sections: [aSection("docs/logging.md", { title: "Logging" })] }],
  told: 2,
};

const open: WorkerBacktester[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});
function backtester(...options: Parameters<typeof createWorkerBacktester>): WorkerBacktester {
  const made = createWorkerBacktester(...options);
  open.push(made);
  return made;
}

describe("past questions on a thread", () => {
  it("are asked again, the newest told first, each with what was known then, and with figures that were measured", async () => {
    const { questions, newest, figures = [] } = (await backtester().backtest(past)) ?? {};
    expect(questions).toBe(3);
    expect(newest?.map(({ number, said }) => [number, said.map(({ title }) => title)])).toEqual([
      [6, []],
      [5, [proxy]],
    ]);
    expect(figures.find(({ name }) => name === "Silence rate")).toMatchObject({
      basis: expect.stringContaining("2 of 3") as string,
    });
    expect(figures.map(({ value }) => value)).not.toContain("–");
  });

  it("have no figures where nobody asked", async () => {
    expect(await backtester().backtest({ ...past, threads: [] })).toMatchObject({
      questions: 0,
      newest: [],
      figures: [],
    });
  });

  it("are given up when they take too long, and the next project is replayed all the same", async () => {
    const impatient = backtester({ jobTimeoutMs: 0 });
    const many = Array.from({ length: 400 }, (_, i) => asked(i + 1, `${proxy} ${i}`, "Set `HTTPS_PROXY`."));
    expect(await impatient.backtest({ ...past, threads: many })).toBeUndefined();
    expect(await backtester().backtest({ ...past, threads: [] })).toBeDefined();
  });
});
