import type { SiteRoute, SlugRule } from "../../core/docs-site.ts";
import type { Generator } from "../generator.ts";
import { joinPaths, pageWithIndex } from "../paths.ts";
import { slugsBy, withoutShortcodes } from "../slugs.ts";
import { fieldOf, readYaml, textOf } from "../yaml-fields.ts";

/**
 * https://github.com/mkdocs/mkdocs: pages below `docs_dir`, folders unless `use_directory_urls` is off
 * (mkdocs/structure/files.py), anchors by the `toc` extension of Python-Markdown (markdown/extensions/toc.py).
 */
export const mkdocs: Generator = {
  name: "mkdocs",
  configFile: /^mkdocs\.ya?ml$/u,
  layout({ folder, text }) {
    const config = readYaml(text);
    const root = joinPaths(folder, textOf(config, "docs_dir") ?? "docs");
    const [url, slugs] = [textOf(config, "site_url"), slugRule(text)];
    return {
      routes: [{ folder: root, path: "" }, ...languagesOf(config, root)],
      ending: fieldOf(config, "use_directory_urls") === false ? ".html" : "/",
      ...(slugs !== undefined && { slugs }),
      ...(url && { url }),
    };
  },
  pagePath: ({ path }) => pageWithIndex(path, /^(?:index|README)$/u),
  anchors: (headings, slugs) =>
    slugsBy(headings, {
      slug: (text) => slugOf(withoutShortcodes(text), slugs) || "_1",
      // `unique` in markdown/extensions/toc.py: `a`, `a_1`, `a_2`.
      next: (_, __, before) => {
        const [, stem, count] = /^(.*)_(\d+)$/su.exec(before) ?? [];
        return stem === undefined ? `${before}_1` : `${stem}_${Number(count) + 1}`;
      },
      reserved: "all",
    }),
};

function slugOf(text: string, slugs: SlugRule | undefined): string {
  if (slugs === "pymdownx")
    return text
      .normalize("NFC")
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-");
  const letters = slugs === "unicode" ? text : text.normalize("NFKD").replaceAll(/[^\0-\x7f]/gu, "");
  return letters
    .replaceAll(/[^\p{L}\p{N}_\s-]/gu, "")
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s]+/gu, "-");
}

/** The `slugify` that is given to the `toc` extension, by its name: it is a Python function, so YAML does not tell it. */
function slugRule(config: string): SlugRule | undefined {
  const lines = config.split("\n");
  const start = lines.findIndex((line) => /^[ \t]*(?:- )?(?:markdown\.extensions\.)?toc:/u.test(line));
  if (start === -1) return undefined;
  const depth = indentOf(lines[start] ?? "");
  const end = lines.findIndex((line, i) => i > start && line.trim() !== "" && indentOf(line) <= depth);
  const toc = lines.slice(start, end === -1 ? undefined : end).join("\n");
  if (!toc.includes("slugify")) return undefined;
  return toc.includes("pymdownx") ? "pymdownx" : "unicode";
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** https://ultrabug.github.io/mkdocs-static-i18n/getting-started/quick-start/: a folder for each language, the default one at the root. */
function languagesOf(config: unknown, root: string): SiteRoute[] {
  const plugins = fieldOf(config, "plugins");
  const named = Array.isArray(plugins) ? plugins.map((it: unknown) => fieldOf(it, "i18n")) : [fieldOf(plugins, "i18n")];
  const settings = named.find((it) => it !== undefined);
  const languages = fieldOf(settings, "languages");
  if (textOf(settings, "docs_structure") !== "folder" || !Array.isArray(languages)) return [];
  return languages.flatMap((language: unknown) => {
    const locale = textOf(language, "locale");
    const path = fieldOf(language, "default") === true ? "" : locale;
    return locale === undefined || path === undefined ? [] : [{ folder: joinPaths(root, locale), path }];
  });
}
