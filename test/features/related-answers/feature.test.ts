import { defaultConfig } from "../../../src/config/schema.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relatedAnswers } from "../../../src/features/related-answers/feature.ts";
import { RelatedAnswersConfig } from "../../../src/features/related-answers/config.ts";
import type { Thread } from "../../../src/core/discussion.ts";
import type { Hit } from "../../../src/core/knowledge.ts";
import type { GivenFeedback, Suggestion } from "../../../src/core/suggestion.ts";
import { defaultThreshold } from "../../../src/search/feedback/threshold.ts";
import { writeSection } from "../../../src/text/marker.ts";
import { aComment, aGhostComment, aHit, aThread, repository } from "../../helpers/builders.ts";

const now = new Date("2026-03-02T10:00:00Z");
const good = [
  aHit(0.9),
  aHit(0.8, { id: "thread:3", kind: "thread", title: "No debug output" }),
  aHit(0.2, { id: "docs:x" }),
];
const suggestion = writeSection(undefined, "related-answers", "Earlier suggestions", ["related-answers"]);
const ours = aComment({ id: "DC_9", isOurs: true, author: { login: "frontdesk", isBot: true }, body: suggestion });

/** What is known beside the thread and the hits; usually nothing. */
interface Known {
  readonly hasCommented?: boolean;
  readonly earlier?: Suggestion;
  readonly fitted?: { readonly threshold: number; readonly cases: number; readonly from: string; readonly at: Date };
  readonly feedback?: readonly GivenFeedback[];
}

function decide(
  thread: Thread | undefined,
  hits: readonly Hit[],
  config: object = {},
  kind: "discussion-opened" | "discussion-edited" = "discussion-opened",
  known: Known = {},
) {
  const event = { kind, repository, number: 12, actor: { login: "ann", isBot: false } } as const;
  const facts = { thread, hits, hasCommented: false, earlier: undefined, fitted: undefined, feedback: [], ...known };
  return relatedAnswers.decide(event, facts, {
    shared: defaultConfig,
    config: RelatedAnswersConfig.parse(config),
    now,
  });
}

/** What a plan records. */
const recorded = (plan: ReturnType<typeof decide>) =>
  plan.actions.find((it) => it.do === "record-suggestion")?.suggestion;

/** As many posts of which none helped. */
const complaints = (count: number): GivenFeedback[] =>
  Array.from({ length: count }, (_, number) => ({
    number,
    by: "ann",
    helpful: false,
    isAsker: true,
    via: "reaction",
    deflected: false,
    at: now,
  }));

const said = (plan: ReturnType<typeof decide>) => plan.actions.find((it) => it.do === "say")?.body;

const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

describe("a new question", () => {
  it("is answered with what fits, best first, and the suggestion is recorded", () => {
    const plan = decide(aThread(), good);
    expect(plan.actions.map((it) => it.do)).toEqual(["say", "record-suggestion"]);
    expect(said(plan)).toContain(
      "[Logging › Log level](<https://github.com/acme/widgets/blob/HEAD/docs/logging.md#log-level>)",
    );
    expect(said(plan)).toContain("/not-helpful");
    expect(recorded(plan)?.items.map(({ id }) => id)).toEqual(["docs:docs/logging.md#log-level", "thread:3"]);
  });

  it("gets at most as many links as configured", () => {
    const plan = decide(aThread(), [aHit(0.9), aHit(0.9, { id: "b" }), aHit(0.9, { id: "c" })], { limit: 2 });
    expect(recorded(plan)?.items).toMatchObject([{}, { id: "b" }]);
  });

  it.each([
    ["opened three days ago", "discussion-opened", { createdAt: daysAgo(3) }, false],
    ["opened yesterday", "discussion-opened", { createdAt: daysAgo(1) }, true],
    // It was transferred to us, or made from an issue, and keeps its date.
    ["opened three days ago and changed now", "discussion-opened", { createdAt: daysAgo(3), updatedAt: now }, false],
    ["edited now, and opened long ago", "discussion-edited", { createdAt: daysAgo(300), updatedAt: now }, true],
    ["edited three days ago", "discussion-edited", { createdAt: daysAgo(300), updatedAt: daysAgo(3) }, false],
  ] as const)("that was %s gets a first comment by its age alone", (_, kind, given, isAnswered) => {
    for (const mode of ["live", "shadow"]) {
      const plan = decide(aThread(given), good, { mode }, kind);
      expect(plan.actions.some((it) => it.do === "record-suggestion")).toBe(isAnswered);
    }
  });

  it.each<[string, Thread | undefined, readonly Hit[], object, string]>([
    ["nothing was found", aThread(), [], {}, "nothing was found"],
    ["nothing is good enough", aThread(), [aHit(0.4)], {}, `below the threshold ${defaultThreshold}`],
    ["the threshold is set higher", aThread(), good, { threshold: 0.95 }, "below the threshold 0.95"],
    ["the feature is off", aThread(), good, { mode: "off" }, "related-answers.mode is off"],
    [
      "the category cannot be answered",
      aThread({ category: { slug: "ideas", name: "Ideas", isAnswerable: false } }),
      good,
      {},
      "the category ideas is not watched",
    ],
    ["the category is not listed", aThread(), good, { categories: ["help"] }, "the category q-a is not watched"],
    ["the discussion is gone", undefined, [], {}, "the discussion is gone"],
    ["it is closed", aThread({ closed: "duplicate" }), good, {}, "the discussion is closed as duplicate"],
    ["it is locked", aThread({ locked: true }), good, {}, "the discussion is locked"],
    ["it has an answer", aThread({ answer: aComment() }), good, {}, "the discussion has an answer"],
    ["somebody was faster", aThread({ comments: [aComment()] }), good, {}, "somebody has already replied"],
    ["a bot asks", aThread({ author: { login: "renovate", isBot: true } }), good, {}, "a bot opened the discussion"],
  ])("is met with silence when %s", (_, thread, hits, config, because) => {
    const plan = decide(thread, hits, config);
    expect(said(plan)).toBeUndefined();
    expect(plan.because).toContain(because);
  });

  it.each([
    ["nothing was found", [], undefined],
    ["nothing is good enough", [aHit(0.3)], "docs:docs/logging.md#log-level"],
  ])("is on record as met with silence when %s, with what came nearest", (_, hits, best) => {
    const plan = decide(aThread(), hits);
    expect(plan.actions.map((it) => it.do)).toEqual(["record-suggestion"]);
    expect(recorded(plan)).toMatchObject({ mode: "live", items: [] });
    expect(recorded(plan)?.best?.id).toBe(best);
  });

  it("is not on record where nobody looked for anything", () => {
    expect(decide(aThread({ closed: "resolved" }), good).actions).toEqual([]);
  });

  it.each([
    ["the asker added something", aThread({ comments: [aComment({ author: { login: "ann", isBot: false } })] })],
    ["another bot spoke", aThread({ comments: [aComment({ author: { login: "stale", isBot: true } })] })],
    ["an account that is gone spoke", aThread({ comments: [aGhostComment()] })],
  ])("is still answered when %s", (_, thread) => {
    expect(said(decide(thread, good))).toBeDefined();
  });

  it("is answered in a listed category of any format", () => {
    const thread = aThread({ category: { slug: "ideas", name: "Ideas", isAnswerable: false } });
    expect(said(decide(thread, good, { categories: ["ideas"] }))).toBeDefined();
  });
});

describe("an edited question", () => {
  it("gets its comment edited, also when a person has replied by now", () => {
    const plan = decide(aThread({ comments: [ours, aComment()] }), good, {}, "discussion-edited");
    expect(said(plan)).toContain("Log level");
  });

  it("has its suggestions taken back when nothing fits any more, in the record too", () => {
    const plan = decide(aThread({ comments: [ours] }), [], {}, "discussion-edited");
    expect(said(plan)).toContain("took my suggestions back");
    expect(recorded(plan)).toMatchObject({ mode: "live", items: [], because: "nothing was found" });
  });

  it("is left alone when the discussion was met in shadow mode, which is over by now", () => {
    const earlier = recorded(decide(aThread(), good, { mode: "shadow" }));
    const plan = decide(aThread(), good, {}, "discussion-edited", earlier && { earlier });
    expect(plan).toEqual({
      actions: [],
      because: "the discussion was met in shadow mode, and stays without a comment",
    });
  });

  it("is left alone when somebody deleted our comment", () => {
    const plan = decide(aThread(), good, {}, "discussion-edited", { hasCommented: true });
    expect(plan).toEqual({ actions: [], because: "our comment was deleted, and stays so" });
  });

  it("is left alone when our comment was folded away", () => {
    const plan = decide(aThread({ comments: [{ ...ours, isMinimized: true }] }), good, {}, "discussion-edited");
    expect(plan).toEqual({ actions: [], because: "our comment was folded away" });
  });
});

describe("in shadow mode", () => {
  const shadow = { mode: "shadow" };

  it("a question is given no comment, and a record of the one it would have got", () => {
    const plan = decide(aThread(), good, shadow);
    expect(plan.actions.map((it) => it.do)).toEqual(["record-suggestion"]);
    expect(recorded(plan)).toMatchObject({
      mode: "shadow",
      question: { title: "How do I change the log level?" },
      items: [{ id: "docs:docs/logging.md#log-level", confidence: 0.9 }, { id: "thread:3" }],
    });
    expect(plan.because).toBe(`nothing is posted in shadow mode; ${decide(aThread(), good).because}`);
  });

  it("silence is recorded with the best match and the threshold", () => {
    const plan = decide(aThread(), [aHit(0.4), aHit(0.3, { id: "b" })], shadow);
    expect(recorded(plan)).toMatchObject({
      items: [],
      best: { id: "docs:docs/logging.md#log-level", confidence: 0.4 },
      threshold: { value: defaultThreshold },
      because: expect.stringContaining(`below the threshold ${defaultThreshold} (as shipped)`),
    });
  });

  it("a question nothing was found for has a record without a best match", () => {
    const record = recorded(decide(aThread(), [], shadow));
    expect(record).toMatchObject({ items: [], because: "nothing was found" });
    expect(record).not.toHaveProperty("best");
  });

  it.each<[string, Thread, Known, string]>([
    [
      "commented before",
      aThread({ comments: [ours] }),
      { hasCommented: true },
      "in shadow mode our earlier comment stays as it is",
    ],
    [
      "whose comment was deleted",
      aThread(),
      { hasCommented: true },
      "in shadow mode our earlier comment stays as it is",
    ],
    ["that is answered", aThread({ answer: aComment() }), {}, "the discussion has an answer"],
    ["somebody replied to", aThread({ comments: [aComment()] }), {}, "somebody has already replied"],
  ])("a discussion %s is left alone", (_, thread, known, because) => {
    expect(decide(thread, good, shadow, "discussion-edited", known)).toEqual({ actions: [], because });
  });

  it("an edit after a reply changes the record where a comment would stand by now", () => {
    const earlier = recorded(decide(aThread(), good, shadow));
    const thread = aThread({ comments: [aComment()] });
    const plan = decide(thread, [aHit(0.1)], shadow, "discussion-edited", earlier && { earlier });
    expect(recorded(plan)?.items).toEqual([]);
  });
});

describe("the threshold that is not set", () => {
  /** As far as complaints can move it. */
  const highest = Number((defaultThreshold + 0.14).toFixed(4));
  const fitted = { threshold: 0.85, cases: 300, from: "back-test", at: now };

  it.each<[string, object, Known, number, string]>([
    ["is the package's", {}, {}, defaultThreshold, "as shipped"],
    ["is the repository's own where it is known", {}, { fitted }, 0.85, "fitted by back-test on 300 questions"],
    [
      "is higher after complaints",
      {},
      { feedback: complaints(20) },
      highest,
      `${defaultThreshold} as shipped, 0.14 more since 0 of the last 20 judged posts helped`,
    ],
    ["gives way to one that is set", { threshold: 0.3 }, { fitted, feedback: complaints(20) }, 0.3, "as configured"],
  ])("%s", (_, config, known, value, because) => {
    const plan = decide(aThread(), good, config, "discussion-opened", known);
    expect(recorded(plan)?.threshold).toMatchObject({ value, because });
    expect(plan.because).toContain(`threshold ${value} (${because})`);
  });

  it("keeps what is too weak for it from being posted", () => {
    const plan = decide(aThread(), [aHit(highest - 0.01)], {}, "discussion-opened", { feedback: complaints(20) });
    expect(said(plan)).toBeUndefined();
    expect(plan.because).toContain(`below the threshold ${highest}`);
  });
});

describe("the record of a suggestion", () => {
  it("says why each item was suggested", () => {
    const hit = { ...aHit(0.9), score: 12.34567, parts: { lexical: 12, feedback: 0.34567 } };
    expect(recorded(decide(aThread(), [hit]))?.items).toEqual([
      {
        id: "docs:docs/logging.md#log-level",
        title: "Logging › Log level",
        url: "https://github.com/acme/widgets/blob/HEAD/docs/logging.md#log-level",
        confidence: 0.9,
        score: 12.3457,
        parts: { lexical: 12, feedback: 0.3457 },
        terms: [{ term: "level", fields: ["title"], score: 3 }],
      },
    ]);
  });

  it("is small and sound whatever people write", () => {
    // Any code units, halves of characters among them.
    const texts = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(texts, texts, fc.array(texts, { maxLength: 25 }), (title, heading, words) => {
        const hit = {
          ...aHit(0.9, { title: heading, context: words }),
          parts: Object.fromEntries(words.map((word, i) => [word, i])),
          terms: words.map((term) => ({ term, fields: words, score: 1 })),
        };
        const suggestion = recorded(decide(aThread({ title }), [hit, hit, hit], { mode: "shadow" }));
        const text = JSON.stringify(suggestion);
        expect(text.length).toBeLessThan(40_000);
        expect(text).not.toMatch(/\\ud[89a-f]/);
        expect(JSON.parse(text)).toEqual(suggestion);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is posted", () => {
  it("neutralises text of people", () => {
    const body =
      said(
        decide(aThread(), [
          aHit(0.9, {
            title: "Ping @everyone](javascript:alert(1)) <!-- frontdesk:x --> #1",
            body: "Fixes #3 @octocat",
          }),
        ]),
      ) ?? "";
    expect(body).not.toMatch(/(^|[^`\w])@(everyone|octocat)/);
    expect(body).not.toContain("](javascript:");
    expect(body).not.toContain("<!--");
    expect(body).not.toMatch(/Fixes #3/);
  });
});
