import { z } from "zod";
import { generatorNames } from "../../core/docs-site.ts";
import { defaultDocs, isUsableGlob } from "../../text/docs-glob.ts";

const pattern = z
  .string()
  .refine(isUsableGlob, "is empty, too long, or has too many wildcards to be tried on every file")
  .describe("A glob over paths from the root of the repository, such as `docs/**/*.md`.");

const urlMistake = "must be a URL that starts with http:// or https://";
const url = z.url({ protocol: /^https?$/, error: urlMistake });

const Site = z.strictObject({
  url: url.describe("Where the docs are published: the address of the site, or that of its docs."),
  generator: z
    .enum(["auto", ...generatorNames])
    .default("auto")
    .describe(
      "What builds the site. It says how addresses and anchors are made. `auto` looks for its own files in the repository: `.vitepress/config.*`, `docusaurus.config.*`, `mkdocs.yml`, `astro.config.*` with Starlight, `next.config.*` with Nextra, `_config.yml`, `book.toml`, `conf.py`; where there are none, it is `github`: anchors as GitHub makes them, and paths as the files have them.",
    ),
  root: z
    .string()
    .max(200)
    .optional()
    .describe("The folder that is published. Without it: what the generator's files say, or else `docs`."),
  ending: z
    .enum(["", "/", ".html"])
    .optional()
    .describe(
      "How the address of a page ends. Without it: what the generator's files say, or else as it does by itself.",
    ),
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
    .union([z.string(), Site], { error: "must be a URL, or a mapping with `url`" })
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
