import { describe, expect, it } from "vitest";
import { relatedAnswers } from "../../src/features/related-answers/feature.ts";
import { RelatedAnswersConfig } from "../../src/features/related-answers/config.ts";
import type { Thread } from "../../src/core/discussion.ts";
import type { Hit } from "../../src/core/knowledge.ts";
import { writeSection } from "../../src/text/marker.ts";
import { aComment, aGhostComment, aHit, aThread, repository } from "../helpers/builders.ts";

const now = new Date("2026-03-02T10:00:00Z");
const good = [
  aHit(0.9),
  aHit(0.8, { id: "thread:3", kind: "thread", title: "No debug output" }),
  aHit(0.2, { id: "docs:x" }),
];
const suggestion = writeSection(undefined, "related-answers", "Earlier suggestions", ["related-answers"]);
const ours = aComment({ id: "DC_9", isOurs: true, author: { login: "frontdesk", isBot: true }, body: suggestion });

function decide(
  thread: Thread | undefined,
  hits: readonly Hit[],
  config: object = {},
  kind: "discussion-opened" | "discussion-edited" = "discussion-opened",
  hasSpoken = false,
) {
  const event = { kind, repository, number: 12, actor: { login: "ann", isBot: false } } as const;
  return relatedAnswers.decide(event, { thread, hits, hasSpoken }, { config: RelatedAnswersConfig.parse(config), now });
}

const said = (plan: ReturnType<typeof decide>) => plan.actions.find((it) => it.do === "say")?.body;

describe("a new question", () => {
  it("is answered with what fits, best first, and the suggestion is recorded", () => {
    const plan = decide(aThread(), good);
    expect(plan.actions.map((it) => it.do)).toEqual(["say", "record-suggestion"]);
    expect(said(plan)).toContain(
      "[Logging › Log level](<https://github.com/acme/widgets/blob/HEAD/docs/logging.md#log-level>)",
    );
    expect(said(plan)).toContain("/not-helpful");
    expect(plan.actions[1]).toMatchObject({ items: [{ id: "docs:docs/logging.md#log-level" }, { id: "thread:3" }] });
  });

  it("gets at most as many links as configured", () => {
    const plan = decide(aThread(), [aHit(0.9), aHit(0.9, { id: "b" }), aHit(0.9, { id: "c" })], { limit: 2 });
    expect(plan.actions[1]).toMatchObject({ items: [{}, { id: "b" }] });
  });

  it.each<[string, Thread | undefined, readonly Hit[], object, string]>([
    ["nothing was found", aThread(), [], {}, "nothing was found"],
    ["nothing is good enough", aThread(), [aHit(0.4)], {}, "below the threshold 0.6"],
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
    expect(plan.actions).toEqual([]);
    expect(plan.because).toContain(because);
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

  it("has its suggestions taken back when nothing fits any more", () => {
    expect(said(decide(aThread({ comments: [ours] }), [], {}, "discussion-edited"))).toContain(
      "took my suggestions back",
    );
  });

  it("is left alone when somebody deleted our comment", () => {
    const plan = decide(aThread(), good, {}, "discussion-edited", true);
    expect(plan).toEqual({ actions: [], because: "our comment was deleted, and stays so" });
  });

  it("is left alone when our comment was folded away", () => {
    const plan = decide(aThread({ comments: [{ ...ours, isMinimized: true }] }), good, {}, "discussion-edited");
    expect(plan).toEqual({ actions: [], because: "our comment was folded away" });
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
