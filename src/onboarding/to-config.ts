import { FaqConfig } from "../features/faq/config.ts";
import { isUsableGlob, type DocsGlobs } from "../text/docs-glob.ts";
import { listInWords } from "../text/list-in-words.ts";
import type { FileFinds, Finds } from "./repository-finds.ts";
import { commentText, yamlList, yamlText } from "./yaml-text.ts";

/** Names that a comment lists. */
const maxListed = 12;

/** Files at the root that are named as no docs. */
const maxAsides = 20;

/** The first `.github/frontdesk.yml` of a repository, with what was found and what it means. It passes the config check. */
export function toConfig(finds: Finds): string {
  const parts = [heading, docsPart(finds), faqPart(finds), answersPart(finds), requestsPart(finds), issuesPart(finds)];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const heading = [
  "# .github/frontdesk.yml: what Frontdesk does in this repository. It is in force once it is on the default branch.",
  "# What is not said here is as it is by default; `docs/configuration.md` of Frontdesk has every setting with its default.",
  "# After a change, `npx frontdesk check-config` says what is wrong with it, and where.",
];

/** Which files the config makes docs of. */
export function docsOf({ docs, asides }: FileFinds): DocsGlobs {
  const globs = docs.map(({ folder }) => `${escapeGlob(folder)}/**/*.{md,mdx,markdown}`).filter(isUsableGlob);
  return {
    include: [...globs, "README.md", "*.md"],
    exclude: asides.slice(0, maxAsides).map(escapeGlob).filter(isUsableGlob),
  };
}

function docsPart(finds: Finds): string[] {
  const { docs, translations, site } = finds;
  const { include, exclude } = docsOf(finds);
  const found = docs.map(({ folder, pages }) => `${commentText(folder)}/ (${pages} ${pages === 1 ? "page" : "pages"})`);
  return [
    "docs:",
    found.length === 0
      ? "  # No folder of docs was found, so that the Markdown at the root is all there is to read."
      : `  # Found: ${listInWords(found)}.`,
    "  # What is read here is suggested to people who ask. Globs over paths from the root of the repository.",
    "  include:",
    ...include.map((it) => `    - ${yamlText(it)}`),
    ...(exclude.length === 0
      ? []
      : ["  # At the root, and no docs.", "  exclude:", ...exclude.map((it) => `    - ${yamlText(it)}`)]),
    ...(translations.length === 0
      ? []
      : [
          `  # Translations: ${cutList(translations.map((it) => commentText(it, 40)))}. They are read as well, unless \`exclude\` names them.`,
        ]),
    ...sitePart(site),
  ];
}

function sitePart(site: Finds["site"]): string[] {
  if (site?.url !== undefined) {
    return [
      `  # Where the docs are published, as the files of ${site.generator} say. Links lead there.`,
      "  site:",
      `    url: ${yamlText(site.url)}`,
      `    generator: ${site.generator}`,
    ];
  }
  const because = site === undefined ? "" : `, which ${site.generator} seems to build`;
  return [
    `  # Where the docs are published${because}; without it, links lead to the files on GitHub.`,
    "  # site: https://docs.example.com",
  ];
}

function faqPart({ faq, docs: [first] }: Finds): string[] {
  const file = faq ?? fitFaq(`${first?.folder ?? "docs"}/FAQ.md`);
  return [
    "faq:",
    faq === undefined
      ? "  # No FAQ was found. `/promote-faq` under an answered discussion makes it here, in a pull request."
      : "  # `/promote-faq` under an answered discussion adds its answer here, in a pull request.",
    `  file: ${yamlText(file)}`,
  ];
}

/** A path that the config takes, or else its default. */
function fitFaq(path: string): string {
  return FaqConfig.shape.file.safeParse(path).success ? path : "docs/FAQ.md";
}

function answersPart({ questions, categories }: Finds): string[] {
  return [
    "related-answers:",
    "  # `live` posts what answers a new question, when it is sure enough. `shadow` posts nothing and only records it;",
    "  # `frontdesk shadow` shows what it would have been.",
    "  mode: live",
    questions.length > 0
      ? "  # Slugs of the categories with questions."
      : "  # No category with questions was found. By default it is every one whose format is Q&A (“Question / Answer”).",
    questions.length > 0 ? `  categories: ${yamlList(questions)}` : "  # categories: [q-a]",
    ...othersOf(categories, questions),
  ];
}

function othersOf(categories: Finds["categories"], taken: readonly string[]): string[] {
  const others = (categories ?? []).filter(({ slug }) => !taken.includes(slug)).map(({ slug }) => commentText(slug));
  return others.length === 0 ? [] : [`  # Others there are: ${cutList(others)}.`];
}

function requestsPart({ ideas, labels, milestones, boards }: Finds): string[] {
  const kind = labels?.find((it) => /(?:^|[:/ -])(?:enhancement|feature|feature[- ]request)s?$/iu.test(it));
  const due = (milestones ?? []).filter((it) => it.due !== undefined);
  return [
    "feature-requests:",
    ideas.length > 0
      ? "  # Slugs of the categories with ideas. Whoever decides writes `/accept` or `/decline` in one."
      : "  # No category for ideas was found, so that nothing is tracked.",
    ...(ideas.length > 0 ? [`  categories: ${yamlList(ideas)}`] : ["  mode: off", "  # categories: [ideas]"]),
    "  # Labels of the issue that `/accept` makes.",
    kind !== undefined && kind.length <= 50 ? `  issue-labels: ${yamlList([kind])}` : "  # issue-labels: [enhancement]",
    due.length > 0
      ? `  # Its milestone, where \`/accept\` names none: the one due next. Open with a day: ${cutList(due.map((it) => `${commentText(it.title, 40)} (${it.due})`))}.`
      : "  # Its milestone, where `/accept` names none: the one due next. There is no open milestone with a day so far.",
    "  # milestone: next-by-due-date",
    ...boardPart(boards),
  ];
}

function boardPart(boards: Finds["boards"]): string[] {
  const [first] = boards ?? [];
  if (first === undefined) return [];
  return [
    `  # The organization's project that accepted requests go on. Found: ${cutList((boards ?? []).map(({ title }) => commentText(title, 40)))}.`,
    `  # project: ${commentText(yamlText(first.title), 300)}`,
  ];
}

function issuesPart({ labels }: Finds): string[] {
  const isCalled = (words: RegExp) => (labels ?? []).filter((it) => it.length <= 50 && words.test(it)).slice(0, 10);
  const bugs = isCalled(/\b(?:bugs?|defects?|regressions?)\b/iu);
  const wishes = isCalled(/\b(?:enhancements?|features?|feature[- ]requests?|ideas?)\b/iu);
  return [
    "issues:",
    "  # Known bugs and wishes are suggested as well. `off` forgets them.",
    "  mode: on",
    ...(bugs.length > 0
      ? ["  # Labels that were found, and tell a bug from a wish.", `  bug-labels: ${yamlList(bugs)}`]
      : []),
    ...(wishes.length > 0 ? [`  feature-labels: ${yamlList(wishes)}`] : []),
  ];
}

function cutList(names: readonly string[]): string {
  const shown = names.slice(0, maxListed);
  return listInWords(names.length > shown.length ? [...shown, `${names.length - shown.length} more`] : shown);
}

/** A path as a glob that means it alone: what globs read as a sign of their own stands for any one character. */
function escapeGlob(path: string): string {
  return path.replaceAll(/[*?[\]{}\\!,|]/gu, "?");
}
