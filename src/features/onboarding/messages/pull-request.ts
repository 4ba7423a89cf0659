import type { BacktestSummary, PastSuggestion } from "../../../core/backtester.ts";
import type { MadeFile } from "../../../onboarding/repository-finds.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { listInWords } from "../../../text/list-in-words.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import type { OnboardingFacts } from "../gather.ts";

type Facts = Extract<OnboardingFacts, { readonly found: "repository" }>;

export const onboardingTitle = "Set up Frontdesk";

/** Fewer than these say little. */
const fewQuestions = 20;

/** What a maintainer has to know to say yes or no: what it is, what merging does, and what it would have done here so far. */
export function onboardingBody(facts: Facts, files: readonly MadeFile[]): string {
  return [
    "Frontdesk was installed in this repository. It answers new questions in discussions by links to what the docs and answered discussions say already, or stays silent, and helps those who answer: `/promote-faq` brings an answer into the FAQ, `/accept` makes an issue of an idea. This pull request adds its config, made from what was found here.",
    "",
    "- **Merge** it, and the config is in force. Change what you like first: it is your file.",
    "- **Until then**, and if you **close** it, Frontdesk writes nothing in discussions and issues by itself. It obeys commands of people with triage rights; `/help` lists them. There will be no second pull request.",
    "",
    "### What is in it",
    "",
    ...files.map(({ path }) => `- ${fileLine(path)}`),
    ...missing(facts),
    "",
    "### What it would have said",
    "",
    ...whatItWouldHaveSaid(facts),
    "",
    "<sub>I am a bot. I opened this because the app was installed here and there is no `.github/frontdesk.yml`.</sub>",
  ].join("\n");
}

function fileLine(path: string): string {
  const name = `\`${path.replaceAll("`", "'")}\``;
  if (!path.includes("DISCUSSION_TEMPLATE")) return `${name}: the config. Its comments say what was found.`;
  return `${name}: a form, so that whoever opens a discussion of that category is asked what has to be known.`;
}

/** What is not there, and how it comes to be. */
function missing({ finds }: Facts): string[] {
  const lines = [
    ...(finds.questions.length === 0
      ? [
          "**No category for questions.** Frontdesk answers in categories whose format is “Question / Answer”. [Make one](https://docs.github.com/en/discussions/managing-discussions-for-your-community/managing-categories-for-discussions), or name another in `related-answers.categories`.",
        ]
      : []),
    ...(finds.ideas.length === 0
      ? ["**No category for ideas.** Name one in `feature-requests.categories`, and say `mode: on` there."]
      : []),
    ...(finds.docs.length === 0
      ? [
          "**No folder of docs.** Name the files in `docs.include`; until then there is the Markdown at the root, and answered discussions.",
        ]
      : []),
  ];
  return lines.length === 0 ? [] : ["", "### What was not found", "", ...lines.map((it) => `- ${it}`)];
}

function whatItWouldHaveSaid(facts: Facts): string[] {
  const { backtest, threads, total } = facts;
  if (backtest === undefined) {
    return [
      "The replay of past discussions took too long, so there is nothing to tell. `frontdesk backtest` runs it without haste.",
    ];
  }
  const { questions, newest } = backtest;
  if (questions === 0) {
    return [
      `There is no past question to try it on: ${total === 0 ? "nobody has opened a discussion yet" : `none of the ${threads} newest discussions is a question in a category that is watched`}.`,
    ];
  }
  return [
    `${howItWasMade(facts, backtest)} The ${newest.length === 1 ? "newest one" : `newest ${newest.length}`}:`,
    "",
    "| Discussion | What it would have said |",
    "| --- | --- |",
    ...newest.map(suggestionRow),
    "",
    ...figures(backtest),
  ];
}

function howItWasMade({ threads, total, pages, finds }: Facts, { questions, threshold }: BacktestSummary): string {
  const of = total > threads ? `the ${threads} newest of ${total} discussions` : `all ${total} discussions`;
  const docs =
    pages.total > pages.read ? `${pages.read} of ${pages.total} pages of docs` : `${pages.read} pages of docs`;
  const where =
    finds.questions.length === 0 ? "" : ` in ${listInWords(finds.questions.map((it) => inlineText(it, 40)))}`;
  const count = questions === 1 ? "One question" : `${questions} questions`;
  return `${count}${where} among ${of} ${questions === 1 ? "was" : "were"} asked again, with ${docs} and the answers that were there when each was asked, at a threshold of ${threshold}.`;
}

function suggestionRow({ title, url, said }: PastSuggestion): string {
  const links = said.map((it) => `[${inlineText(it.title, 80)}](<${linkAddress(viaRedirect(it.url))}>)`);
  return `| [${inlineText(title, 100) || "(no title)"}](<${linkAddress(viaRedirect(url))}>) | ${links.join("<br>") || "nothing"} |`;
}

function figures({ questions, figures: rows, notes }: BacktestSummary): string[] {
  const few = `Only ${questions === 1 ? "one question was" : `${questions} questions were`} replayed: too few to tell how good it is.`;
  return [
    ...(questions < fewQuestions ? [few, ""] : []),
    "<details><summary>Figures, and what to know before believing them</summary>",
    "",
    "| Figure | Value | Measured on |",
    "| --- | --- | --- |",
    ...rows.map(({ name, value, basis }) => `| ${name} | ${value} | ${basis} |`),
    "",
    ...notes.map((it) => `- ${it}`),
    "",
    "`frontdesk backtest` tells more: what each figure means, and each question beside what truly answered it.",
    "",
    "</details>",
  ];
}
