import { english } from "../../../../src/core/language.ts";
import { expect, it } from "vitest";
import { proposalBody, proposalTitle } from "../../../../src/features/faq/messages/pull-request.ts";
import type { Promotion } from "../../../../src/features/faq/promotion/promotion.ts";

function aPromotion(number: number, question: string): Promotion {
  return {
    number,
    file: "docs/FAQ.md",
    branch: "faq/collected",
    question,
    wanted: "x1",
    state: "proposed",
    change: "add",
    url: `https://github.com/acme/widgets/discussions/${number}`,
    by: "[hana]".repeat(10),
    answerer: "<sam>".repeat(12),
    redacted: ["a token of GitHub (12)", "an e-mail address (7)", "an IP address", "a private key", "a password (3)"],
  };
}

it("hundreds of promotions in one pull request are words that GitHub takes, whatever their order", () => {
  const all = Array.from({ length: 300 }, (_, i) => aPromotion(i + 1, "*<[`@a`]>* ".repeat(40)));
  const body = proposalBody(all, "docs/FAQ.md")(english);
  expect(body.length).toBeLessThan(65_536);
  expect(body).toContain("\n- and 250 more.\n");
  expect(body).not.toMatch(/(?<!\u200B)@(?!\u200B)a/u);
  expect(proposalBody(all.toReversed(), "docs/FAQ.md")(english)).toBe(body);
  expect(proposalTitle(all)(english)).toBe("FAQ: 300 answers from discussions");
});
