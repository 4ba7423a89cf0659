import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { answerDigest } from "../../../../src/features/faq/promotion/answer-digest.ts";
import { isNotPromotable, promotableAnswer } from "../../../../src/features/faq/promotion/promotable-answer.ts";
import { aComment, aThread } from "../../../helpers/builders.ts";

const config = { "opt-out": [] };

function promoted(body: string): string {
  const found = promotableAnswer(aThread({ answer: aComment({ body }) }), undefined, config);
  if (isNotPromotable(found)) return `refused: ${found.message(english)}`;
  expect(found.digest).toBe(answerDigest(found.answer.body));
  return found.answer.body;
}

describe("an answer goes into the FAQ", () => {
  it.each([
    ["as it is", "Set `proxy`.", "Set `proxy`."],
    ["with the words of an outcome", "/outcome Set `proxy`.\n\n- then restart", "Set `proxy`.\n\n- then restart"],
    ["without the command that promotes it", "Set `proxy`.\n\n/promote-faq section:Proxies", "Set `proxy`."],
    ["with commands that it shows", "Write:\n\n```\n/outcome x\n```", "Write:\n\n```\n/outcome x\n```"],
  ])("%s", (_, body, expected) => {
    expect(promoted(body)).toBe(expected);
  });

  it("not when it is commands and no more", () => {
    expect(promoted("/label docs\n/promote-faq")).toContain("refused");
  });

  it("by the comment that was named, too", () => {
    const named = aComment({ id: "C9", body: "/outcome Set it." });
    const found = promotableAnswer(aThread({ comments: [named] }), "C9", config);
    expect(found).toMatchObject({ answer: { id: "C9", body: "Set it." } });
  });
});
