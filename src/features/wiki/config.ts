import { z } from "zod";
import { defaultDocs, isUsableGlob } from "../../text/docs-glob.ts";

const pattern = z
  .string()
  .refine(isUsableGlob, "is empty, too long, or has too many wildcards to be tried on every file")
  .describe("A glob over paths from the root of the repository, such as `docs/**/*.md`.");

const urlMistake = "must be a URL that starts with http:// or https://";
const url = z.url({ protocol: /^https?$/, error: urlMistake });

const Site = z.strictObject({
  url: url.describe("Where the docs are published."),
  root: z.string().max(200).default("docs").describe("The folder that is published."),
  ending: z.enum(["", "/", ".html"]).default("").describe("How the address of a page ends."),
});

/** The `docs:` section: what the wiki is made of, and where people read it. */
export const DocsConfig = z.strictObject({
  include: z
    .array(pattern)
    .max(50)
    .default([...defaultDocs.include])
    .describe(
      "Files that are docs. Pages in a folder called `archive`, and those whose front matter says `archived`, `draft`, `unlisted`, `hidden`, `noindex`, `deprecated` or the like, are never suggested; `archived: false` overrules the folder.",
    ),
  exclude: z
    .array(pattern)
    .max(50)
    .default([...defaultDocs.exclude])
    .describe("Files that are not, although `include` names them."),
  site: z
    .union([z.string(), Site], { error: "must be a URL, or `url`, `root` and `ending`" })
    .transform((it, context) => {
      if (typeof it !== "string") return it;
      const site = Site.safeParse({ url: it });
      if (site.success) return site.data;
      context.addIssue({ code: "custom", message: urlMistake });
      return z.NEVER;
    })
    .optional()
    .describe("Where the docs are published; without it, links lead to the files on GitHub."),
});
export type DocsConfig = z.infer<typeof DocsConfig>;
