import type { EvaluationSet } from "./evaluation-set.ts";
import { faqLinks } from "./faq-links.ts";
import { vkMarkdown } from "./vk-markdown.ts";

/** Russian; titles only. */
export const vkCloudFaq: EvaluationSet = {
  name: "vk-cloud-faq",
  description: "Questions of VK Cloud's FAQ pages in Russian, to the sections of its documentation.",
  sources: [
    {
      repository: "vk-cs/docs-public",
      commit: "ef2cc93978cb896def7ac6f54728c33e5395e67f",
      licence: "CC BY 4.0",
      use: "the documentation in Russian as documents, the questions of its FAQ pages as questions",
    },
  ],
  relation:
    "A question's answer links to the section (2) or the page (1). Left out: questions without such a link or with links to more than three pages, and questions that are the title of what they link to. The FAQ pages are no documents.",
  checked: "25 pairs were read, 24 of them right. In the other one the link leads to what has to be set up before.",
  async extract([tree]) {
    const files = (await tree?.files("docs/ru")) ?? [];
    const texts = (await tree?.readAll(files.filter(({ path }) => path.endsWith(".md")))) ?? [];
    const byPath = new Map(texts.map(({ path, text }) => [path, text]));
    // Folders and files that begin with `_` are parts of other pages.
    const pages = texts.filter(({ path }) => !path.includes("/_"));
    return faqLinks({
      pages: pages.map(({ path, text }) => ({ path, text: vkMarkdown(path, text, byPath) })),
      isFaq: (path) => path.endsWith("/faq/faq.md"),
      nameOf: (path) => path.replace(/^docs\/ru\/|\/[^/]+\.md$/gu, ""),
    });
  },
};
