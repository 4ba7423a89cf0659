import { z } from "zod";
import type { SuggestedItem } from "../../core/suggestion.ts";
import { gatherSearch, maxBody, maxTitle, readQuestion } from "../gather/gather-search.ts";
import type { PageReads } from "../gather/reads.ts";
import type { PageContext } from "../page.ts";
import { UserError } from "../../core/errors.ts";
import { endpoint, optional } from "./endpoint.ts";

/** Something found, with the reasons for it. */
export const suggestedItem = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  confidence: z.number().describe("Chance that it helps, 0 to 1."),
  score: z.number(),
  parts: z.record(z.string(), z.number()).describe("What each part of the ranking added to the score."),
  terms: z.array(z.strictObject({ term: z.string(), fields: z.array(z.string()), score: z.number() })),
});

export const threshold = z
  .strictObject({
    value: z.number(),
    base: z.number(),
    from: z.enum(["config", "fitted", "default"]),
    moved: z.number(),
    because: z.string(),
  })
  .describe("How sure one has to be before anything is posted, and why that much.");

export function toItem({ id, title, url, confidence, score, parts, terms }: SuggestedItem) {
  return {
    id,
    title,
    url,
    confidence,
    score,
    parts,
    terms: terms.map(({ term, fields, score: weight }) => ({ term, fields: [...fields], score: weight })),
  };
}

/** What would be answered to a question. */
export const search = endpoint({
  path: "/search",
  audience: "reader",
  operation: "search",
  summary: "What would be answered to a question: what is found with the parts of its score, and what would be posted.",
  query: {
    title: optional(
      `Title of the question, which has to be there; ${maxTitle} characters at most.`,
      "How do I log in?",
    ),
    body: optional(`The rest of it; ${maxBody} characters at most.`),
  },
  cost: 10,
  answer: z.strictObject({
    found: z.array(suggestedItem).describe("Best first."),
    chosen: z.array(z.string()).describe("Ids of those that would be posted; none: silence."),
    mode: z.enum(["live", "shadow", "off"]).describe("In `shadow` and `off` nothing is posted, whatever is found."),
    threshold,
    because: z.string(),
  }),
  async read({ repository, query, reads, now }: PageContext<Pick<PageReads, "records" | "finder" | "faq">>) {
    const question = readQuestion(query);
    if (!question) throw new UserError("There is nothing to search for: `title` is missing.");
    const { found, chosen, ...view } = await gatherSearch(repository, question, reads, now);
    const { mode, threshold: inForce, because } = view;
    return { found: found.map(toItem), chosen: [...chosen], mode, threshold: inForce, because };
  },
});
