import type { PageHeading } from "../../core/knowledge.ts";
import type { Generator } from "../generator.ts";
import { folderOf, joinPaths, pageWithIndex } from "../paths.ts";
import { slugsBy } from "../slugs.ts";

/**
 * https://github.com/sphinx-doc/sphinx with https://github.com/executablebooks/MyST-Parser, and Jupyter Book, which is
 * both: anchors are ids of docutils (`make_id` in docutils/nodes.py), labels too. Links between pages name slugs by
 * MyST's own rule (`github_slugify` and `unique_slug` in myst_parser/slugs.py), which Sphinx turns into these.
 */
export const sphinx: Generator = {
  name: "sphinx",
  configFile: /^(?:conf\.py|_config\.ya?ml)$/u,
  otherFiles: /^\.readthedocs\.ya?ml$/u,
  layout({ folder, path, text }, { paths, text: textOf }) {
    const isPython = path.endsWith(".py");
    const isSphinx = isPython
      ? /^(?:extensions|project|html_theme)\s*=/mu.test(text)
      : paths.includes(joinPaths(folder, "_toc.yml"));
    if (!isSphinx) return undefined;
    const host = [".readthedocs.yaml", ".readthedocs.yml"].map((name) => textOf(name) ?? "").join("\n");
    return {
      routes: [{ folder: folderOf(path), path: "" }],
      ending: /builder:\s*["']?dirhtml/u.test(host) ? "/" : ".html",
    };
  },
  pagePath: ({ path }) => (/(?:^|\/)_/u.test(path) ? undefined : pageWithIndex(path)),
  anchors: (headings) =>
    slugsBy(headings.map(withDocutilsId), {
      slug: (text) => makeId(text) || "id1",
      // docutils counts one number up for all: `create_id`, with Sphinx's `auto_id_prefix`.
      next: (_, __, before) => `id${Number(/^id(\d+)$/u.exec(before)?.[1] ?? 0) + 1}`,
      reserved: "all",
    }),
  givenId: makeId,
  targets: (headings) => {
    const unnamed = headings.map(({ depth, text, anchor }) => ({ depth, text, anchor }));
    return slugsBy(unnamed, { slug: mystSlug, next: (slug, count) => `${slug}-${count}`, reserved: "none" });
  },
};

function withDocutilsId(heading: PageHeading): PageHeading {
  return heading.id === undefined ? heading : { ...heading, id: makeId(heading.id) };
}

function mystSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(" ", "-")
    .replaceAll(/[^\p{L}\p{N}_\u4e00-\u9fff\- ]/gu, "");
}

/** Letters that docutils writes as others where Unicode takes them for letters of their own (`_non_id_translate`). */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  "øo đd ħh ıi łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǥg ȥz ȴl ȵn ȶt ȷj ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ßsz æae œoe ȸdb ȹqp"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

function makeId(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[^\0-\x7f]/gu, (letter) => letters[letter] ?? letter);
  const ascii = plain.normalize("NFKD").replaceAll(/[^\0-\x7f]/gu, "");
  return ascii.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^[-0-9]+|(?<!-)-+$/gu, "");
}
