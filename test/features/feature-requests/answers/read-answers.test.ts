import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answersInThread,
  missingAnswers,
} from "../../../../src/features/feature-requests/answers/answers-in-thread.ts";
import { readAnswers, questionOf } from "../../../../src/features/feature-requests/answers/read-answers.ts";
import { urgencyLevel } from "../../../../src/features/feature-requests/order-requests.ts";
import { aComment, aThread } from "../../../helpers/builders.ts";

const asker = { login: "ann", isBot: false };

describe("headings", () => {
  it.each([
    ["Why is it needed?", "why"],
    ["Which problem would it solve?", "why"],
    ["Is your feature request related to a problem? Please describe.", "why"],
    ["Motivation", "why"],
    ["Use case", "why"],
    ["What outcome is wanted?", "outcome"],
    ["What should Millrace do?", "outcome"],
    ["Describe the solution you'd like", "outcome"],
    ["Proposed behavior", "outcome"],
    ["Expected result", "outcome"],
    ["How urgent is it?", "urgency"],
    ["How much would it help you?", "urgency"],
    ["Priority", "urgency"],
    ["By when do you need it?", "urgency"],
    ["Additional notes", undefined],
    ["Screenshots", undefined],
    ["Version", undefined],
  ])("%s: %s", (heading, question) => {
    expect(questionOf(heading)).toBe(question);
  });
});

describe("the answers in a text", () => {
  it.each<[string, string, object]>([
    [
      "a form",
      "### Why is it needed?\n\nBecause.\n\n### What outcome is wanted?\n\nPeace.\n\n### How urgent is it?\n\nSoon",
      { why: "Because.", outcome: "Peace.", urgency: "Soon" },
    ],
    ["a form with CRLF", "### Why?\r\n\r\nBecause.\r\n\r\n### Urgency\r\n\r\nLow", { why: "Because.", urgency: "Low" }],
    ["a form with a field left out", "### Why?\n\n_No response_\n\n### Urgency\n\nNone", {}],
    ["another field after one left out", "### Urgency\n\n_No response_\n\n### Screenshots\n\nnone of it is urgent", {}],
    [
      "headings of one's own below",
      "## Why\n\nIt hurts:\n\n### Here\n\nand there",
      { why: "It hurts:\nHere\nand there" },
    ],
    ["bold lines", "**Why?**\nIt hurts.\n\n**Urgency:** high", { why: "It hurts.", urgency: "high" }],
    [
      "labels",
      "Why: it hurts\nUrgency: low\nOutcome: none of it",
      { why: "it hurts", urgency: "low", outcome: "none of it" },
    ],
    ["a list of labels", "- Why: it hurts\n- [ ] Urgency: low", { why: "it hurts", urgency: "low" }],
    ["a quoted question", "> Why is it needed?\n\nIt hurts.", { why: "It hurts." }],
    ["code as an answer", "### Outcome\n\n```\nwidgets --moon\n```", { outcome: "widgets --moon" }],
    ["the first of two answers", "Why: a\n\nWhy: b", { why: "a" }],
    ["no labels at all", "I would love to see widgets on the moon.", {}],
    ["labels in code", "```\nWhy: it hurts\n```", {}],
    ["a sentence with a colon in it", "I tried all of the problem solving that I know of: nothing helped", {}],
    ["an address", "https://example.com/why: x", {}],
    ["nothing but signs", "### Why?\n\n???\n\n### Urgency\n\n-\n\n### Outcome\n\nN/A", {}],
    ["what a mail program added", "Why: it hurts\n\n-- \nUrgency: signed", { why: "it hurts" }],
  ])("%s", (_, text, answers) => {
    expect(readAnswers(text)).toEqual(answers);
  });

  it("are of bounded size, and reading any text ends well", () => {
    expect(readAnswers(`Why: ${"long ".repeat(2_000)}`).why?.length).toBeLessThanOrEqual(2_000);
    expect(readAnswers("### Why?\n\nx\n\n".repeat(50_000))).toEqual({});
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const answer of Object.values(readAnswers(text))) expect(answer.trim()).not.toBe("");
      }),
    );
  });
});

describe("the answers in a thread", () => {
  const reply = (id: string, body: string, login = "ann", replyTo = "ours") =>
    aComment({ id, body, author: { login, isBot: false }, replyTo });

  it("come from the post, and else from what its asker replied", () => {
    const thread = aThread({
      author: asker,
      body: "Why: it hurts",
      comments: [reply("1", "Why: other words\nOutcome: peace"), reply("2", "Urgency: high", "bob")],
    });
    expect(answersInThread(thread, "ours")).toEqual({ why: "it hurts", outcome: "peace" });
  });

  it("need no label when one question is left and the reply is to our comment", () => {
    const body = "Why: it hurts\nOutcome: peace";
    const at = (comments: ReturnType<typeof reply>[]) =>
      answersInThread(aThread({ author: asker, body, comments }), "ours").urgency;
    expect(at([reply("1", "Before Christmas.")])).toBe("Before Christmas.");
    expect(at([reply("1", "Before Christmas.", "ann", "other")])).toBeUndefined();
    expect(at([reply("1", "Before Christmas.", "bob")])).toBeUndefined();
    expect(at([reply("1", "/help")])).toBeUndefined();
    expect(answersInThread(aThread({ author: asker, body: "", comments: [reply("1", "Soon.")] }), "ours")).toEqual({});
  });

  it("of somebody whose account is gone are in the post alone", () => {
    const { author: _, ...ghost } = aThread({ body: "Why: it hurts", comments: [reply("1", "Urgency: high")] });
    expect(missingAnswers(answersInThread(ghost, "ours"))).toEqual(["outcome", "urgency"]);
  });
});

describe("urgency", () => {
  it.each([
    ["I cannot go on without it", "high"],
    ["Very urgent!", "high"],
    ["Not urgent", "low"],
    ["Nice to have", "low"],
    ["It saves me time every week", "medium"],
    ["Purple", "unknown"],
    [undefined, "unknown"],
  ])("%s: %s", (answer, level) => {
    expect(urgencyLevel(answer)).toBe(level);
  });
});
