import type { PageEnding, SiteRoute, SlugRule } from "../../core/docs-site.ts";
import type { Generator } from "../generator.ts";
import { joinPaths, pageWithIndex } from "../paths.ts";
import { slugsBy, withoutDashes } from "../slugs.ts";
import { fieldOf, readYaml, textOf } from "../yaml-fields.ts";

/**
 * https://github.com/jekyll/jekyll: `permalink` of front matter and config (https://jekyllrb.com/docs/permalinks/),
 * collections (https://jekyllrb.com/docs/collections/), anchors by kramdown with GitHub's rules
 * (`generate_gfm_header_id` in kramdown-parser-gfm, lib/kramdown/parser/gfm.rb) or without (`generate_id` in kramdown,
 * lib/kramdown/converter/base.rb).
 */
export const jekyll: Generator = {
  name: "jekyll",
  configFile: /^_config\.ya?ml$/u,
  layout({ folder, text }, { paths }) {
    // Jupyter Book keeps its settings under the same name, beside its table of contents.
    if (paths.includes(joinPaths(folder, "_toc.yml"))) return undefined;
    const config = readYaml(text);
    const root = joinPaths(folder, textOf(config, "source") ?? "");
    const ending = endingOf(textOf(config, "permalink"));
    const url = textOf(config, "url");
    const base = textOf(config, "baseurl");
    const isPlain = textOf(fieldOf(config, "kramdown"), "input")?.toLowerCase() === "kramdown";
    const slugs: SlugRule | undefined = isPlain ? "kramdown" : undefined;
    return {
      routes: [{ folder: root, path: "" }, ...collectionsOf(config, root, ending)],
      ending,
      ...(slugs && { slugs }),
      ...(url && { url: `${url.replace(/\/$/u, "")}/${joinPaths(base ?? "")}` }),
      ...(base && { base }),
    };
  },
  pagePath({ path, fields }) {
    const { permalink } = fields;
    if (permalink?.startsWith("/") && !permalink.includes(":")) return permalink;
    // Folders that begin with `_` or `.` are Jekyll's own; those of collections have routes.
    if (/(?:^|\/)[_.]/u.test(path)) return undefined;
    return pageWithIndex(path, /^(?:index|readme)$/iu);
  },
  anchors: (headings, slugs) =>
    slugsBy(headings, {
      slug: slugs === "kramdown" ? kramdownSlug : gfmSlug,
      next: (slug, count) => `${slug}-${count}`,
      reserved: "none",
    }),
};

/** `\p{Word}` of Ruby: letters, marks, digits and connectors. */
function gfmSlug(text: string): string {
  return withoutDashes(text.trim())
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, "")
    .replaceAll(/[ \t]/gu, "-");
}

function kramdownSlug(text: string): string {
  const slug = withoutDashes(text.trim())
    .replace(/^[^a-zA-Z]+/u, "")
    .replaceAll(/[^a-zA-Z0-9 -]/gu, "");
  return slug.replaceAll(" ", "-").toLowerCase() || "section";
}

/** Of pages, a site's permalink style tells no more than this: `template` in lib/jekyll/page.rb. */
function endingOf(style: string | undefined): PageEnding {
  if (style === undefined || style === "date" || style === "ordinal" || style === "none") return ".html";
  if (style === "pretty") return "/";
  return style.endsWith("/") ? "/" : style.endsWith(".html") || style.endsWith(":output_ext") ? ".html" : "";
}

/** Collections that are published: `_docs` at `/docs/`, or where their permalink says. */
function collectionsOf(config: unknown, root: string, ending: PageEnding): SiteRoute[] {
  const collections = fieldOf(config, "collections");
  if (typeof collections !== "object" || collections === null || Array.isArray(collections)) return [];
  const folder = joinPaths(root, textOf(config, "collections_dir") ?? "");
  return Object.entries(collections).flatMap(([name, settings]: [string, unknown]) => {
    if (fieldOf(settings, "output") !== true || name === "posts") return [];
    const permalink =
      textOf(settings, "permalink") ?? `/:collection/:path${ending === ".html" ? ":output_ext" : ending}`;
    const [, before, behind = ""] = /^(.*?):(?:path|name|title)(.*)$/u.exec(permalink) ?? [];
    if (before === undefined) return [];
    return [
      {
        folder: joinPaths(folder, `_${name}`),
        path: joinPaths(before.replace(":collection", name)),
        ending: endingOf(behind || "x"),
      },
    ];
  });
}
