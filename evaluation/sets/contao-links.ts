import type { EvaluationSet } from "./evaluation-set.ts";
import { type ManualPage, pageLinks } from "./page-links.ts";

const manual = "https://docs.contao.org/manual/de/";

/** Hugo's shortcodes, with the images that they name. */
const shortcodes = /!\[[^\]\n]*\]\(\{\{.*?\}\}[^)\n]*\)|\{\{[%<].*?[%>]\}\}/gu;

/** German, whose compounds are written as one word; titles only. */
export const contaoLinks: EvaluationSet = {
  name: "contao-links",
  description: "Sentences of a German manual that refer to another page of it, to the sections of that page.",
  sources: [
    {
      repository: "contao/docs",
      commit: "ddf5a72e3148c1696b693eb6ce822f68a20b589d",
      licence: "CC BY-NC-SA 4.0",
      use: "the manual in German, its sentences with links as questions",
    },
  ],
  relation:
    "The sentence links to the section (2) or the page (1). Left out: sentences of less than six words, and those with links to several pages. Paragraphs with such links are no part of the documents.",
  checked:
    "22 pairs were read, 18 of them right. In the others the page that is linked to is mentioned, and the sentence is about something else.",
  async extract([tree]) {
    const files = ((await tree?.files("docs/manual")) ?? []).filter(({ path }) => path.endsWith(".de.md"));
    const texts = (await tree?.readAll(files)) ?? [];
    return pageLinks({
      pages: texts.flatMap(({ path, text }): ManualPage[] => {
        const url = /^url: *["']?(?:\/de\/)?([^"'\n]+?)\/?["']?$/mu.exec(text)?.[1];
        return url === undefined ? [] : [{ path, text: text.replace(shortcodes, ""), name: url }];
      }),
      addressOf: (link, page) => {
        if (!URL.canParse(link, manual)) return undefined;
        const target = new URL(link.replace(/^\/de\//u, manual), `${manual}${page.name}/`);
        if (!target.href.startsWith(manual)) return undefined;
        const name = target.pathname.replace("/manual/de/", "").replace(/\/$/u, "");
        return { name, anchor: target.hash.slice(1) };
      },
    });
  },
};
