import { slugify } from "@mdit-vue/shared";
import type { SiteRoute } from "../../core/docs-site.ts";
import type { Generator } from "../generator.ts";
import { firstText, firstValue, objectsIn, type ObjectLiterals } from "../js-literals.ts";
import { joinPaths, pageWithIndex } from "../paths.ts";
import { slugsBy, withoutShortcodes } from "../slugs.ts";

/**
 * https://github.com/vuejs/vitepress: pages below `srcDir`, with `.html` unless `cleanUrls`
 * (https://vitepress.dev/guide/routing), anchors by markdown-it-anchor and `@mdit-vue/shared`, ids by markdown-it-attrs
 * (src/node/markdown/markdown.ts).
 */
export const vitepress: Generator = {
  name: "vitepress",
  configFile: /^\.vitepress\/config(?:\/index)?\.[cm]?[jt]s$/u,
  layout({ folder, text }) {
    const objects = objectsIn(text);
    const root = joinPaths(folder, firstText(objects, "srcDir") ?? "");
    const base = firstText(objects, "base");
    return {
      routes: [...rewritten(objects, root), { folder: root, path: "" }],
      ending: firstValue(objects, "cleanUrls") === true ? "" : ".html",
      ...(base !== undefined && { base }),
    };
  },
  pagePath: ({ path }) => pageWithIndex(path),
  anchors: (headings) =>
    slugsBy(headings, {
      // Of a heading's tokens, text and code are read: emojis that were short codes are neither.
      slug: (text) => slugify(withoutShortcodes(text)),
      next: (slug, count) => `${slug}-${count}`,
      reserved: "those before",
    }),
};

/** `rewrites: { "en/:rest*": ":rest*" }`: a folder that is published elsewhere. Other patterns are left alone. */
function rewritten(objects: readonly ObjectLiterals[], root: string): SiteRoute[] {
  const rewrites = objects.find(({ name }) => name === "rewrites")?.values ?? new Map<string, string>();
  return [...rewrites].flatMap(([from, to]) => {
    const folder = /^([^:*]*)\/:(\w+)\*$/u.exec(from);
    const path = typeof to === "string" ? /^([^:*]*?)\/?:(\w+)\*$/u.exec(to) : null;
    if (folder?.[1] === undefined || path?.[1] === undefined || folder[2] !== path[2]) return [];
    return [{ folder: joinPaths(root, folder[1]), path: joinPaths(path[1]) }];
  });
}
