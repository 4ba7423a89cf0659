import { percentile, print } from "./figures.ts";
import { isRefusal, type Answered } from "../src/core/faq-editor.ts";
import { directEditor } from "../src/faq-file/faq-editor.ts";
import { promote, updateEntry } from "../src/faq-file/promote.ts";
import { removeEntry } from "../src/faq-file/remove-entry.ts";
import { verifyEntry } from "../src/faq-file/verify-entry.ts";
import { proposeChange } from "../src/features/faq/promotion/propose-change.ts";

const thread = "https://github.com/acme/lantern/discussions/12";

const answered: Answered = {
  title: "How do I light it?",
  answer: "# Steps\n\n1. See [this](docs/a.md), @ann.\n2. Run it:\n\n```sh\nlamp on\n```",
  source: { number: 12, url: thread, answer: "DC_1", answerer: "hana", verified: "2026-11-26" },
};

for (const kilobytes of [10, 100, 1_000]) await editing(kilobytes);

console.log("\nhostile answers of up to 64 kB, into a file of 10 kB\n");

const small = madeUpFaq(10_000);

for (const [name, answer] of hostile()) {
  const { result, milliseconds } = timed(() => promote(small, { ...answered, answer }));
  print(name, `${milliseconds.toFixed(0)} ms${isRefusal(result) ? `, refused: ${result.refused}` : ""}`);
}

console.log("\nhostile files, into which an entry is put\n");

for (const [name, answer] of hostileFiles()) {
  const { result, milliseconds } = timed(() => promote(`# FAQ\n\n## Why?\n\n${answer}\n`, answered));
  print(name, `${milliseconds.toFixed(0)} ms${isRefusal(result) ? `, refused: ${result.refused}` : ""}`);
}

async function editing(kilobytes: number): Promise<void> {
  const file = madeUpFaq(kilobytes * 1_000);
  const runs = Array.from({ length: kilobytes < 1_000 ? 5 : 2 }, () => edits(file));
  for (const what of ["add", "update", "verify", "take out"] as const) {
    print(
      `${kilobytes} kB: ${what} an entry`,
      `p50 ${percentile(
        runs.map((it) => it[what]),
        0.5,
      ).toFixed(0)} ms`,
    );
  }
  const decided: number[] = [];
  for (const _ of runs) {
    const start = performance.now();
    await decide(file);
    decided.push(performance.now() - start);
  }
  print(`${kilobytes} kB: decide a promotion`, `p50 ${percentile(decided, 0.5).toFixed(0)} ms`);
}

/** All that is decided of a file that has been read. */
async function decide(base: string): Promise<void> {
  const repository = { id: 1, owner: "acme", name: "lantern", installation: 1 };
  const path = "docs/FAQ.md";
  const branch = "faq/discussion-12";
  const proposal = { base: { name: "main", head: "1" }, branch: undefined, pullRequest: undefined };
  const files = {
    path,
    branch,
    proposal,
    base,
    baseSha: "2",
    ours: undefined,
    shared: base,
    syntax: "markdown" as const,
    language: { language: "auto" as const, words: {} },
    editor: directEditor(),
  };
  const about = { number: 12, file: path, branch, by: "mia", url: thread, question: answered.title, wanted: "x" };
  const done = await proposeChange(
    repository,
    files,
    { promotion: about, change: { put: answered } },
    { otherRequests: [], otherPromotions: [] },
  );
  if (isRefusal(done)) throw new Error(done.refused);
}

/** Milliseconds of each. */
function edits(file: string): Record<"add" | "update" | "verify" | "take out", number> {
  const added = timed(() => promote(file, answered));
  const text = isRefusal(added.result) ? file : added.result.text;
  return {
    add: added.milliseconds,
    update: timed(() => updateEntry(text, { thread: 12 }, { ...answered, answer: "Press it." })).milliseconds,
    verify: timed(() => verifyEntry(text, { thread: 12 }, "2027-01-31")).milliseconds,
    "take out": timed(() => removeEntry(text, { thread: 12 })).milliseconds,
  };
}

function timed<Result>(act: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const start = performance.now();
  const result = act();
  return { result, milliseconds: performance.now() - start };
}

/** Sections of twenty entries with the kinds of blocks that answers have. */
function madeUpFaq(length: number): string {
  let text = "# FAQ\n";
  for (let i = 0; text.length < length; i++) {
    if (i % 20 === 0) text += `\n## Part ${i / 20}\n`;
    text += `\n### How do I mend lamp number ${i}?\n\nOpen the *case* with a [key](docs/a.md), then:\n\n- take out the old lamp\n- put in the new one, of **${i} watts**\n  - mind the wire\n\n\`\`\`sh\nlamp on --number ${i}\n\`\`\`\n\n> It takes a while.\n`;
  }
  return text;
}

function hostileFiles(): readonly (readonly [string, string])[] {
  const full = (unit: string): string => unit.repeat(Math.floor(1_000_000 / unit.length));
  return [
    ["1 MB in a line", full("x ")],
    ["1 MB of emphasis that never ends", full("*a_ ")],
    ["1 MB of comments that never end", `x ${full("<!-- ")}`],
    ["backticks of 1,400 lengths", Array.from({ length: 1_400 }, (_, i) => "`".repeat(i)).join(" ")],
    ["10,000 nested lists", `${"- ".repeat(10_000)}x`],
    ["200,000 quotes", full("> a\n\n")],
  ];
}

function hostile(): readonly (readonly [string, string])[] {
  const full = (unit: string): string => unit.repeat(Math.floor(65_000 / unit.length));
  return [
    ["10,000 nested quotes", `${">".repeat(10_000)} x`],
    ["10,000 nested lists", `${"- ".repeat(10_000)}x`],
    ["a list that nests over 350 lines", Array.from({ length: 350 }, (_, i) => `${" ".repeat(i)}- x`).join("\n")],
    ["1 MB in a line", "x ".repeat(500_000)],
    ["64 kB in a line", full("x ")],
    ["emphasis that never ends", full("*a_ ")],
    ["brackets that never close", full("[")],
    ["backticks of all lengths", Array.from({ length: 360 }, (_, i) => "`".repeat(i)).join(" ")],
    ["elements that never end", full("<div>")],
    ["comments that never end", `x ${full("<!-- ")}`],
    ["1,450 quotes", "> a\n\n".repeat(1_450)],
    ["1,450 lists", "- a\n\n".repeat(1_450)],
    ["13,000 quotes", full("> a\n\n")],
  ];
}
