import type { EvaluationSet } from "./evaluation-set.ts";
import { faqLinks } from "./faq-links.ts";

/** Lists of releases and of contents, and what is not for users. */
const leftOut = /^(?:releases|templates|resources|scripts|\.github)\/|^(?:TOC|_|README|CONTRIBUTING|credits)/u;

/** Chinese, with names and errors in English; titles only. */
export const tidbFaq: EvaluationSet = {
  name: "tidb-faq",
  description: "Questions of TiDB's FAQ pages in Chinese, to the sections of its documentation.",
  sources: [
    {
      repository: "pingcap/docs-cn",
      commit: "ae9ab0fd89873986fabc4c8873d77d46ba76f066",
      licence: "CC BY-SA 3.0",
      use: "the documentation as documents, the questions of its FAQ pages as questions",
    },
  ],
  relation:
    "A question's answer links to the section (2) or the page (1). Left out: questions without such a link or with links to more than three pages, and questions that are the title of what they link to. The FAQ pages are no documents.",
  checked:
    "25 pairs were read, 20 of them right. In the others the link stands beside the answer: a variable that the answer also mentions, a way around the question.",
  async extract([tree]) {
    const files = (await tree?.files()) ?? [];
    const pages = await tree?.readAll(files.filter(({ path }) => path.endsWith(".md") && !leftOut.test(path)));
    return faqLinks({
      pages: pages ?? [],
      isFaq: (path) => /faq/u.test(path),
      nameOf: (path) => path.replace(/\.md$/u, ""),
    });
  },
};
