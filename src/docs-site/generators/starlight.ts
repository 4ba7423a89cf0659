import { slug } from "github-slugger";
import type { Generator } from "../generator.ts";
import { firstText, objectsIn } from "../js-literals.ts";
import { joinPaths, withoutExtension } from "../paths.ts";
import { isHtml, slugsByGithub } from "../slugs.ts";

/**
 * https://github.com/withastro/starlight on https://github.com/withastro/astro: pages are the collection
 * `src/content/docs`, each part of their path a slug of its own (`getContentEntryIdAndSlug` in
 * packages/astro/src/content/utils.ts), anchors by `rehypeHeadingIds` (packages/markdown/remark).
 */
export const starlight: Generator = {
  name: "starlight",
  configFile: /^astro\.config\.[cm]?[jt]s$/u,
  layout({ folder, text }) {
    if (!text.includes("starlight")) return undefined;
    const objects = objectsIn(text);
    const [base, url, slash] = ["base", "site", "trailingSlash"].map((key) => firstText(objects, key));
    return {
      routes: [{ folder: joinPaths(folder, "src/content/docs"), path: "" }],
      ending: slash === "never" ? "" : "/",
      ...(base?.startsWith("/") && { base }),
      ...(url !== undefined && { url }),
    };
  },
  pagePath({ path, fields }) {
    const { slug: own } = fields;
    if (own !== undefined) return joinPaths(own);
    if (path.split("/").some((part) => part.startsWith("_"))) return undefined;
    const page = withoutExtension(path)
      ?.split("/")
      .map((part) => slug(part))
      .join("/");
    return page === undefined || page === "index" ? page && "" : page.replace(/\/index$/u, "");
  },
  anchors: (headings) => slugsByGithub(headings, isHtml),
};
