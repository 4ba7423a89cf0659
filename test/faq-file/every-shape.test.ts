import { describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../src/faq-file/promote.ts";
import { readFaq } from "../../src/faq-file/read-faq.ts";
import { removeEntry } from "../../src/faq-file/remove-entry.ts";
import { verifyEntry } from "../../src/faq-file/verify-entry.ts";
import { shapes, type Shape } from "./shapes.ts";

const thread = "https://github.com/acme/lantern/discussions/12";

const answered = {
  title: "[Help] how do I light it",
  answer: "# Steps\n\nSee [this](docs/a.md), @ann.\n\n- one\n- two\n\n```sh\nlamp on\n```",
  source: { number: 12, url: thread, answer: "DC_1", answerer: "hana", verified: "2026-11-26" },
};

function must<Value extends object>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(value.refused);
  return value;
}

const options = ({ section, isMdx }: Shape) => ({ ...(section && { section }), ...(isMdx && { isMdx }) });

const usable = shapes.filter(({ refused }) => refused === undefined);

const eachOf = (some: readonly Shape[]) => some.map((shape): [string, Shape] => [shape.name, shape]);

const writtenByHand = eachOf(usable.filter(({ text }) => readFaq(text).entries.length > 0));

/** Line by line, what a change took out and put in; nothing of the rest. */
function changed(before: string, after: string): { readonly gone: string; readonly come: string } {
  let [start, end] = [0, 0];
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end) };
}

describe.each(eachOf(usable))("a file with %s", (_, shape) => {
  const promoted = must(promote(shape.text, answered, options(shape)));

  it("takes an entry, which reads as it was meant", () => {
    expect(promoted.entry.question.replace(/[?:]+$/u, "")).toBe("How do I light it");
    expect(promoted.entry.metadata).toEqual({
      source: { thread: 12, answer: "DC_1" },
      verified: "2026-11-26",
      aliases: [],
    });
    expect(promoted.entry.answer).toContain("lamp on");
    expect(promoted.entry.answer).not.toContain("frontdesk");
    expect(promoted.text).toContain(`_From [discussion 12](${thread}), answered by hana, verified on 2026-11-26._`);
  });

  it("keeps all of its bytes", () => {
    const { gone } = changed(shape.text, promoted.text);
    const hasContents = readFaq(shape.text).contents.length > 0;
    expect(gone === "" || hasContents).toBe(true);
  });

  it("is as before when the entry is taken out again", () => {
    const removed = must(removeEntry(promoted.text, { thread: 12 }));
    expect(removed.text).toBe(shape.text);
    expect(removed.isEmptied).toBe(readFaq(shape.text).entries.length === 0);
  });

  it("stays as it is when the same is promoted again", () => {
    expect(must(updateEntry(promoted.text, { thread: 12 }, answered, options(shape))).text).toBe(promoted.text);
  });

  it("has another answer in the same place", () => {
    const next = { ...answered, title: "Light -- is there any?", answer: "Press it." };
    const updated = must(updateEntry(promoted.text, { thread: 12 }, next, options(shape)));
    const { start, end } = promoted.entry;
    expect(updated.text.slice(0, start)).toBe(promoted.text.slice(0, start));
    expect(updated.text.slice(updated.entry.end)).toBe(promoted.text.slice(end));
    expect(updated.entry).toMatchObject({ question: promoted.entry.question, answer: "Press it." });
    expect(updated.entry.metadata.aliases).toEqual(["Light -- is there any?"]);
  });

  it("is verified anew", () => {
    const { text, entry } = must(verifyEntry(promoted.text, { thread: 12 }, "2027-01-31", options(shape)));
    expect(text).toBe(promoted.text.replaceAll("2026-11-26", "2027-01-31"));
    expect(entry.metadata.verified).toBe("2027-01-31");
  });
});

describe.each(writtenByHand)("entries written by hand, in a file with %s", (_, shape) => {
  const { entries } = readFaq(shape.text);
  const own = (which: { readonly question: string }) =>
    entries.filter(({ question }) => question === which.question).length === 1;

  it("are verified by one mark", () => {
    for (const { question } of entries.filter(own)) {
      const verified = must(verifyEntry(shape.text, { question }, "2026-11-26", options(shape)));
      const { gone, come } = changed(shape.text, verified.text);
      expect(gone).toBe("");
      expect(come).toMatch(/^\s*(?:<!--|\{\/\*) frontdesk:faq:verified=2026-11-26 (?:-->|\*\/\})\s*$/u);
      const again = must(verifyEntry(verified.text, { question }, "2026-11-27", options(shape)));
      expect(again.text).toBe(verified.text.replace("2026-11-26", "2026-11-27"));
    }
  });

  it("are updated under their own questions, in their own shape", () => {
    for (const [i, { question, shape: written, start, end }] of entries.entries()) {
      if (!own({ question })) continue;
      const updated = must(updateEntry(shape.text, { question }, answered, options(shape)));
      expect(updated.entry).toMatchObject({ question, shape: written, metadata: { source: { thread: 12 } } });
      expect(updated.text.slice(0, start)).toBe(shape.text.slice(0, start));
      expect(updated.text.slice(updated.entry.end)).toBe(shape.text.slice(end));
      expect(readFaq(updated.text).entries.map((it) => it.question)).toEqual(entries.map((it) => it.question));
      expect(readFaq(updated.text).entries[i]?.metadata.aliases).toEqual(["How do I light it?"]);
      expect(must(updateEntry(updated.text, { thread: 12 }, answered, options(shape))).text).toBe(updated.text);
    }
  });

  it("are taken out, and nothing else is", () => {
    for (const { question } of entries.filter(own)) {
      const { text } = must(removeEntry(shape.text, { question }));
      const left = entries.filter((it) => it.question !== question);
      expect(readFaq(text).entries.map((it) => [it.question, it.answer])).toEqual(
        left.map((it) => [it.question, it.answer]),
      );
    }
  });
});

it.each(eachOf(shapes.filter(({ refused }) => refused !== undefined)))("a file with %s is refused", (_, shape) => {
  const promoted = promote(shape.text, answered);
  expect(isRefusal(promoted) ? promoted.refused : promoted.text).toContain(shape.refused);
});
