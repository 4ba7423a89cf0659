import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { History } from "../../../src/evaluation/replay/history.ts";
import { replay, type ReplayedQuestion } from "../../../src/evaluation/replay/replay.ts";
import type { PastThread } from "../../../src/core/discussion.ts";
import { aComment } from "../../helpers/builders.ts";
import { answered, asked, day, history, page } from "../past.ts";

async function all(
  past: History,
  isQuestion: (thread: PastThread) => boolean = () => true,
): Promise<ReplayedQuestion[]> {
  const questions: ReplayedQuestion[] = [];
  for await (const it of replay(past, { isQuestion, resultLimit: 10, yieldToEventLoop: async () => undefined }))
    questions.push(it);
  return questions;
}

/** Ids found for the thread of a number. */
async function foundFor(number: number, past: History): Promise<string[]> {
  const [only] = await all(past, (thread) => thread.number === number);
  return only?.found.map(({ id }) => id) ?? [];
}

const paint = { title: "Varnish the wooden gearbox" };

describe("a replayed question", () => {
  it.each([
    ["an earlier thread, answered before", answered(1, 2, paint), ["thread:1"]],
    ["an earlier thread, answered later", answered(1, 6, paint), []],
    ["an earlier thread, answered in the same second", answered(1, 5, paint), []],
    ["an earlier thread without an answer", asked(1, paint), []],
    ["a later thread", answered(6, 7, paint), []],
    ["one closed as duplicate before", answered(1, 2, { ...paint, closed: "duplicate", closedAt: day(3) }), []],
    ["one closed as outdated later", answered(1, 2, { ...paint, closed: "outdated", closedAt: day(8) }), ["thread:1"]],
    ["one closed as outdated at a time unknown", answered(1, 2, { ...paint, closed: "outdated" }), []],
    [
      "one closed as duplicate before its answer",
      answered(1, 4, { ...paint, closed: "duplicate", closedAt: day(2) }),
      [],
    ],
    ["one closed as resolved", answered(1, 2, { ...paint, closed: "resolved", closedAt: day(3) }), ["thread:1"]],
  ])("and %s", async (_, other, expected) => {
    expect(await foundFor(5, history([asked(5, paint), other]))).toEqual(expected);
  });

  it.each([
    ["added before", 4, ["docs:docs/gearbox.md#"]],
    ["added later", 6, []],
    ["of no known date", undefined, ["docs:docs/gearbox.md#"]],
  ])("and a page %s", async (_, addedOn, expected) => {
    const pages = [page("docs/gearbox.md", ["Varnish the wooden gearbox"], addedOn)];
    expect(await foundFor(5, history([asked(5, paint)], pages))).toEqual(expected);
  });

  it("knows where an earlier thread's answer leads to", async () => {
    const body = "See https://github.com/acme/widgets/blob/main/docs/lever.md and https://example.com.";
    const past = history([asked(5, paint), answered(1, 2, paint, body)], [page("docs/lever.md", ["Lever"])]);
    const [only] = await all(past, ({ number }) => number === 5);
    expect(only?.found.find(({ id }) => id === "thread:1")?.leadsTo).toEqual(["page:docs/lever.md"]);
  });

  it("is answered by a bot's answer never", async () => {
    const answer = aComment({ body: "Use a brush.", author: { login: "helpful", isBot: true } });
    const other = asked(1, { ...paint, answer, answeredAt: day(2), comments: [answer] });
    expect(await foundFor(5, history([asked(5, paint), other]))).toEqual([]);
  });

  it("knows of what answered it only what was there", async () => {
    const links = aComment({ id: "C_9", body: "See #1 and #2." });
    const threads = [answered(1, 2, paint), answered(2, 8, paint), asked(5, { ...paint, comments: [links] })];
    const [only] = await all(history(threads), ({ number }) => number === 5);
    expect(only?.truths.map(({ id }) => id)).toEqual(["thread:1", "thread:2"]);
    expect(only?.knownTruths.map(({ id }) => id)).toEqual(["thread:1"]);
  });
});

describe("any history", () => {
  const words = ["varnish", "gearbox", "wooden", "spindle", "lever", "sawdust"];
  const title = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 }).map((it) => it.join(" "));
  const someDay = fc.integer({ min: 1, max: 40 });
  const thread = fc.record({
    title,
    askedOn: someDay,
    answeredAfter: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    closedAfter: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    closed: fc.constantFrom("duplicate", "outdated", "resolved"),
    link: fc.integer({ min: 1, max: 30 }),
  });
  const pages = fc.array(fc.record({ title, addedOn: fc.option(someDay, { nil: undefined }) }), { maxLength: 5 });
  const threads = fc.array(thread, { minLength: 1, maxLength: 30 });
  const worlds = fc.record({ threads, pages }).map((world) =>
    history(
      world.threads.map(({ title, askedOn, answeredAfter, closedAfter, closed, link }, i) => ({
        ...(answeredAfter === undefined
          ? asked(i + 1)
          : answered(i + 1, askedOn + answeredAfter, {}, `Like this: ${title}. See #${link}.`)),
        title,
        createdAt: day(askedOn),
        ...(closedAfter !== undefined && { closed, closedAt: day(askedOn + closedAfter) }),
      })),
      world.pages.map(({ title, addedOn }, i) => page(`docs/${i}.md`, [title], addedOn)),
    ),
  );

  /** What was there just before a moment, told from the data alone. */
  function knownBefore({ threads, pages }: History, at: Date): Set<string> {
    const there = threads.filter(({ answeredAt, closed, closedAt }) => {
      const isGone = (closed === "duplicate" || closed === "outdated") && closedAt !== undefined && closedAt < at;
      return answeredAt !== undefined && answeredAt < at && !isGone;
    });
    const published = pages.filter(({ addedAt }) => addedAt === undefined || addedAt < at);
    return new Set([...there.map(({ number }) => `thread:${number}`), ...published.map(({ path }) => `page:${path}`)]);
  }

  it("is replayed in the order of time, without a look ahead and without a question finding itself", async () => {
    let suggestions = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async (past) => {
        const questions = await all(past);
        expect(questions).toHaveLength(past.threads.length);
        const times = questions.map(({ thread }) => thread.createdAt.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const { thread, found, truths, knownTruths } of questions) {
          const known = knownBefore(past, thread.createdAt);
          suggestions += found.length;
          for (const { group, knownSince } of found) {
            expect(known).toContain(group);
            expect(group).not.toBe(`thread:${thread.number}`);
            if (knownSince !== undefined) expect(knownSince.getTime()).toBeLessThan(thread.createdAt.getTime());
          }
          expect(knownTruths).toEqual(truths.filter(({ group }) => known.has(group)));
        }
      }),
      { numRuns: 60 },
    );
    // Else the property would hold of a finder that is always silent.
    expect(suggestions).toBeGreaterThan(100);
  });

  it("gives the same each time, in whatever order it was read", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (past) => {
        const backwards = { ...past, threads: past.threads.toReversed(), pages: past.pages.toReversed() };
        const byNumber = (them: ReplayedQuestion[]) =>
          them.toSorted((a, b) => a.thread.number - b.thread.number).map(({ found }) => found);
        expect(byNumber(await all(backwards))).toEqual(byNumber(await all(past)));
      }),
      { numRuns: 20 },
    );
  });
});
