import { z } from "zod";
import { toRepositoryPath } from "../../text/repository-path.ts";

/** Said of a path that no FAQ can be at. */
export const noFaqPath = "must be the path of a Markdown file in the repository, such as `docs/FAQ.md`";

/** The `faq:` section: how answers get into the FAQ, and how entries are kept right. */
export const FaqConfig = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(300)
    .regex(/^(?![./])(?!.*(?:^|\/)\.\.(?:\/|$))(?!.*\/\/)[^\\]+\.(?:md|mdx|markdown|mdown|mkdn?)$/iu, {
      error: noFaqPath,
    })
    .refine((path) => toRepositoryPath(path) === path, { error: noFaqPath })
    .default("docs/FAQ.md")
    .describe("The file that `/promote-faq` adds to where none is named. It is made when it is missing."),
  collect: z
    .boolean()
    .default(false)
    .describe("Whether all promotions gather in one pull request, on the branch `faq/collected`, instead of one each."),
  label: z
    .string()
    .min(1)
    .max(50)
    .default("in-faq")
    .describe("The label of discussions whose answer is in the FAQ. It is made when it is missing."),
  "follow-edits": z
    .enum(["ask", "propose"])
    .default("ask")
    .describe(
      "What becomes of an answer in the FAQ, or on its way there, that is edited: told in the discussion and the review issue, where `/promote-faq` proposes it; or proposed at once, with the edit named in the pull request's first line.",
    ),
  mdx: z
    .enum(["auto", "always", "never"])
    .default("auto")
    .describe(
      "Which FAQ files are read as MDX when your docs are built, where braces in an answer would be programs: `.mdx`, and any Markdown in a repository with a `docusaurus.config.*` in a folder around the file, in `website`, `site`, `docs` or `documentation` (auto), all of them (always), or `.mdx` alone (never). Sites that read templates in Markdown are known by their own files.",
    ),
  "opt-out": z
    .array(z.string().min(1).max(60))
    .max(500)
    .default([])
    .describe(
      "Logins of people whose answers are not to be promoted. A single discussion is left out by the label `frontdesk: no-promote`.",
    ),
  "review-after": z
    .number()
    .int()
    .min(0)
    .max(3650)
    .default(365)
    .describe("After how many days an entry has to be verified again. 0: age makes no entry stale."),
  stale: z
    .enum(["hide", "warn"])
    .default("hide")
    .describe("What becomes of stale entries in answers: not suggested at all, or suggested with a warning."),
  review: z
    .enum(["issue", "off"])
    .default("issue")
    .describe(
      "Where stale entries and answers worth promoting are listed: in one issue that is kept up to date, or nowhere.",
    ),
  "suggest-after": z
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(3)
    .describe(
      "How much speaks for promoting an answered discussion before it is offered to helpers, once: links to it from other answers, questions it was found for, and votes, added up. 0: never.",
    ),
  "suggest-by": z
    .enum(["issue", "comment"])
    .default("issue")
    .describe(
      "How an answer worth promoting is offered: as a line in the review issue, or by a comment in its discussion as well.",
    ),
});
export type FaqConfig = z.infer<typeof FaqConfig>;

/** A discussion with this label is not promoted. */
export const noPromote = "frontdesk: no-promote";

/** The branch on which promotions gather. */
export const collectingBranch = "faq/collected";
