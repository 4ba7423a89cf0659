import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { Comment, Thread } from "../../../src/core/discussion.ts";
import type { GivenFeedback, Suggestion } from "../../../src/core/suggestion.ts";
import type { WatchedThread } from "../../../src/core/thread-status.ts";
import { toEvidence, type GateFacts } from "../../../src/features/office-hours/gate/evidence.ts";
import { missingSteps } from "../../../src/features/office-hours/gate/missing-steps.ts";
import { gateRefusal } from "../../../src/features/office-hours/messages/gate.ts";
import { aComment, aThread } from "../../helpers/builders.ts";

const now = new Date("2026-03-02T12:00:00Z");
const suggestion: Suggestion = {
  mode: "live",
  question: { title: "Why?", url: "https://github.com/acme/widgets/discussions/12" },
  items: [{ id: "docs:a", title: "A", url: "https://docs.example/a", confidence: 0.7, score: 7, parts: {}, terms: [] }],
  threshold: { value: 0.6, base: 0.6, from: "default", moved: 0, because: "0.6 as shipped" },
  because: "it fits",
};

const bot = (given: Partial<Comment> = {}) =>
  aComment({
    id: "DC_bot",
    author: { login: "frontdesk", isBot: true },
    isOurs: true,
    body: "<!-- frontdesk:begin:related-answers -->\nThis\n<!-- frontdesk:end:related-answers -->",
    ...given,
  });
const ann = (body: string, id = `DC_${body.length}`) => aComment({ id, body, author: { login: "ann", isBot: false } });
const hana = aComment({ id: "DC_hana", body: "Plug it in." });
const unhelped = "That didn't help, still the same error.";

function facts(comments: readonly Comment[], given: Partial<GateFacts> = {}): GateFacts {
  const thread: Thread = aThread({ comments });
  return { thread, suggestion: undefined, feedback: [], isDisliked: false, watched: undefined, now, ...given };
}

function withoutAuthor(thread: Thread): Thread {
  const { author: _, ...rest } = thread;
  return rest;
}

function watched(
  given: Partial<WatchedThread>,
  status: WatchedThread["state"]["status"] = "waiting-on-team",
): WatchedThread {
  return {
    number: 12,
    title: "Why?",
    url: "https://github.com/acme/widgets/discussions/12",
    id: "D_12",
    category: "q-a",
    priority: "p3",
    state: { status, since: now, hasCommunityAnswer: false, lastWordAt: now },
    reckonedFrom: "x",
    breaches: [],
    ...given,
  };
}
const due = (at: string, clock: "first-response" | "resolution" = "first-response") =>
  watched({ due: { clock, at: new Date(at), nearAt: new Date(at) } });
const breached = watched({ breaches: [{ clock: "first-response", dueAt: now, isOpen: true }] });
const feedback = (given: Partial<GivenFeedback>): GivenFeedback => {
  return { number: 12, at: now, by: "ann", helpful: false, isAsker: true, via: "command", deflected: false, ...given };
};

/** Each row: what there is, and whether the gate opens by `any`, and by `all`. */
const rows: readonly (readonly [string, GateFacts, boolean, boolean])[] = [
  ["nothing at all", facts([]), false, false],
  ["a suggestion of which nothing is said", facts([bot()], { suggestion }), false, false],
  ["a suggestion that was refused", facts([bot()], { suggestion, feedback: [feedback({})] }), true, false],
  ["one that was refused by a 👎", facts([bot()], { suggestion, isDisliked: true }), true, false],
  ["one that was folded away", facts([bot({ isMinimized: true })], { suggestion }), true, false],
  [
    "one that somebody else refused",
    facts([bot()], { suggestion, feedback: [feedback({ by: "sam", isAsker: false })] }),
    false,
    false,
  ],
  ["one that helped", facts([bot()], { suggestion, feedback: [feedback({ helpful: true })] }), false, false],
  ["a suggestion that did not help", facts([bot(), ann(unhelped)], { suggestion }), true, false],
  ["a complaint before the suggestion", facts([ann(unhelped), bot()], { suggestion }), false, false],
  [
    "a complaint of somebody else",
    facts([bot(), aComment({ id: "DC_sam", body: unhelped, author: { login: "sam", isBot: false } })], { suggestion }),
    false,
    false,
  ],
  ["a reply that did not help", facts([hana, ann(unhelped)]), true, true],
  ["a reply, and nothing said of it", facts([hana, ann("I will try.")]), false, false],
  [
    "a reply that did not help, and a suggestion before it",
    facts([bot(), hana, ann(unhelped)], { suggestion }),
    true,
    true,
  ],
  ["a suggestion that is still open, and a late team", facts([bot()], { suggestion, watched: breached }), true, false],
  ["no suggestion, and a late team", facts([], { watched: breached }), true, true],
  [
    "a refused suggestion, and a late team",
    facts([bot()], { suggestion, feedback: [feedback({})], watched: breached }),
    true,
    true,
  ],
  ["a target that passed a moment ago", facts([], { watched: due("2026-03-02T11:59:00Z") }), true, true],
  ["a target that is still to come", facts([], { watched: due("2026-03-02T16:00:00Z") }), false, false],
  ["a suggestion in shadow mode", facts([], { suggestion: { ...suggestion, mode: "shadow" } }), false, false],
  [
    "a gone account",
    facts([bot(), ann(unhelped)], {
      suggestion,
      thread: withoutAuthor(aThread({ comments: [bot(), ann(unhelped)] })),
    }),
    false,
    false,
  ],
];

describe("the gate", () => {
  it.each(rows)("opens or not after %s", (_, it, any, all) => {
    const evidence = toEvidence(it);
    expect(missingSteps("any", evidence) === undefined, "any").toBe(any);
    expect(missingSteps("all", evidence) === undefined, "all").toBe(all);
    expect(missingSteps("none", evidence), "none").toBeUndefined();
  });

  /** Each row: what there is, and what the refusal says is missing and when it will be possible. */
  const refusals: readonly (readonly [string, GateFacts, "any" | "all", readonly string[]])[] = [
    [
      "suggestions and a target",
      facts([bot()], { suggestion, watched: due("2026-03-02T16:00:00Z") }),
      "any",
      ["one of these opens them", "/not-helpful", "a reply by **Monday, 2 March 2026, 16:00 UTC**"],
    ],
    [
      "an answer that is due",
      facts([], { watched: due("2026-03-02T16:00:00Z", "resolution") }),
      "any",
      ["Nothing in the docs", "an answer by"],
    ],
    ["a paused clock", facts([hana], { watched: watched({}, "waiting-on-asker") }), "any", ["the next word is yours"]],
    ["no watch", facts([]), "any", ["No time is set by which it replies here"]],
    ["no watch, and a reply", facts([hana]), "any", ["**The replies here.**"]],
    ["nobody's turn", facts([], { watched: watched({}, "awaiting-decision") }), "any", ["No time is set"]],
    [
      "both, where all is wanted",
      facts([bot()], { suggestion, watched: due("2026-03-02T16:00:00Z") }),
      "all",
      ["Missing here", "/not-helpful", "16:00 UTC"],
    ],
    ["the docs alone", facts([bot()], { suggestion, watched: breached }), "all", ["Missing here", "/not-helpful"]],
  ];
  it.each(refusals)("says what is missing with %s", (_, it, gate, parts) => {
    const missing = missingSteps(gate, toEvidence(it));
    const text = missing ? gateRefusal(missing)(english) : "it is open";
    for (const part of [...parts, "People with triage rights can book for you"]) expect(text).toContain(part);
    expect(text).not.toMatch(/undefined|@/u);
  });
});
