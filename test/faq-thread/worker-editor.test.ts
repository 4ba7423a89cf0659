import { afterEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import type { FaqJob } from "../../src/core/faq-editor.ts";
import { createWorkerEditor, type WorkerEditor } from "../../src/faq-thread/worker-editor.ts";
import { directEditor } from "../../src/faq-file/faq-editor.ts";

const file = "# FAQ\n\n## How do I start?\n\nRun `widgets start`.\n\n## How do I stop?\n\nRun `widgets stop`.\n";
const source = {
  number: 12,
  url: "https://github.com/acme/widgets/discussions/12",
  answer: "DC_1",
  answerer: "sam",
  verified: "2026-11-28",
};

function put(answer: string, text = file): FaqJob & { readonly do: "change" } {
  return {
    do: "change",
    path: "docs/faq.md",
    text,
    change: { put: { title: "Why?", answer, source } },
    isMdx: false,
    syntax: "markdown",
    isNew: false,
  };
}

const open: WorkerEditor[] = [];

function editor(...options: Parameters<typeof createWorkerEditor>): WorkerEditor {
  const made = createWorkerEditor(...options);
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});

describe("editing on a thread", () => {
  it.each<[string, FaqJob]>([
    ["adds an entry", put("So.")],
    [
      "takes one out",
      {
        do: "change",
        path: "docs/faq.md",
        text: file,
        change: { remove: { anchor: "how-do-i-stop" } },
        isMdx: false,
        syntax: "markdown",
        isNew: true,
      },
    ],
    ["finds one", { do: "find", path: "docs/faq.md", text: file, which: { question: "how do I stop" } }],
    ["finds none", { do: "find", path: "docs/faq.md", text: file, which: { thread: 12 } }],
    ["lists them", { do: "list", path: "docs/faq.md", text: file }],
    [
      "verifies one",
      {
        do: "verify",
        path: "docs/faq.md",
        text: file,
        which: { anchor: "how-do-i-start" },
        day: "2026-11-29",
        isMdx: false,
      },
    ],
    ["removes one", { do: "remove", path: "docs/faq.md", text: file, which: { anchor: "#how-do-i-start" } }],
    ["refuses one that is not there", { do: "remove", path: "docs/faq.md", text: file, which: { anchor: "how" } }],
  ])("%s as without it", async (_, job) => {
    expect(await editor().work(job)).toEqual(await directEditor().work(job));
  });

  it("gives each of many jobs its own result", async () => {
    const its = editor();
    const jobs = Array.from({ length: 20 }, (_, i) =>
      its.work({ do: "list", path: "docs/faq.md", text: `# FAQ\n\n## Why ${i}?\n\nSo.\n` }),
    );
    const questions = (await Promise.all(jobs)).map(([entry]) => entry?.question);
    expect(questions).toEqual(Array.from({ length: 20 }, (_, i) => `Why ${i}?`));
  });

  it("rejects with the error of a job that cannot be done, and does the next one", async () => {
    const its = editor();
    const job = {
      do: "verify",
      path: "docs/faq.md",
      text: file,
      which: { anchor: "how-do-i-start" },
      day: "tomorrow",
      isMdx: false,
    } as const;
    await expect(its.work(job)).rejects.toThrow("not a day");
    expect(await its.work({ do: "list", path: "docs/faq.md", text: file })).toHaveLength(2);
  });

  it("leaves the event loop free", async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    await editor().work(put("So.", `${file}\n${"## Part\n\n*a* [b](c)\n\n".repeat(300)}`));
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("a job that takes too long", () => {
  it("is refused with the reason, and the next one is done by another thread", async () => {
    const its = editor({ jobTimeoutMs: 1 });
    const slow = its.work(put("*a_ ".repeat(15_000)));
    await expect(slow).rejects.toThrow(UserError);
    await expect(slow).rejects.toThrow("took longer than 0.001 s");
    const next = editor();
    expect(await next.work({ do: "list", path: "docs/faq.md", text: file })).toHaveLength(2);
  });

  it("does not keep those behind it from their own time", async () => {
    // Some seconds of work.
    const its = editor({ jobTimeoutMs: 800 });
    const slow = its.work(put("So.", `# FAQ\n\n${"- a\n".repeat(11_900)}`));
    const [first, second] = await Promise.allSettled([slow, its.work({ do: "list", path: "docs/faq.md", text: file })]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("is nothing that a closed editor waits for", async () => {
    const its = editor();
    const job = its.work(put("*a_ ".repeat(15_000)));
    await its.close();
    await expect(job).rejects.toThrow("closed");
    await expect(its.work({ do: "list", path: "docs/faq.md", text: file })).rejects.toThrow("closed");
  });
});
