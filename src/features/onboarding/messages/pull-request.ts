import type { BacktestSummary, PastSuggestion } from "../../../core/backtester.ts";
import type { Text } from "../../../core/language.ts";
import type { MadeFile } from "../../../onboarding/repository-finds.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { joined, listed, md, sentences, type Part } from "../../../words/compose-text.ts";
import type { OnboardingFacts } from "../gather.ts";
import { say } from "./words.ts";

type Facts = Extract<OnboardingFacts, { readonly found: "repository" }>;

export const onboardingTitle = say("title");

/** Fewer than these say little. */
const fewQuestions = 20;

const aboutCategories =
  "https://docs.github.com/en/discussions/managing-discussions-for-your-community/managing-categories-for-discussions";

/** What a maintainer has to know to say yes or no: what it is, what merging does, and what it would have done here so far. */
export function onboardingBody(facts: Facts, files: readonly MadeFile[]): Text {
  return joined(
    [
      say("intro"),
      "",
      md`- ${say("merge")}`,
      md`- ${say("until-then")}`,
      "",
      md`### ${say("files")}`,
      "",
      ...files.map(({ path }) => md`- ${fileLine(path)}`),
      ...missing(facts),
      "",
      md`### ${say("replay")}`,
      "",
      ...whatItWouldHaveSaid(facts),
      "",
      say("footer"),
    ],
    "\n",
  );
}

function fileLine(path: string): Text {
  const file = `\`${path.replaceAll("`", "'")}\``;
  return say(path.includes("DISCUSSION_TEMPLATE") ? "file.form" : "file.config", { file });
}

/** What is not there, and how it comes to be. */
function missing({ finds }: Facts): readonly Part[] {
  const lines = [
    ...(finds.questions.length === 0 ? [say("missing.questions", { url: aboutCategories })] : []),
    ...(finds.ideas.length === 0 ? [say("missing.ideas")] : []),
    ...(finds.docs.length === 0 ? [say("missing.docs")] : []),
  ];
  return lines.length === 0 ? [] : ["", md`### ${say("missing")}`, "", ...lines.map((it) => md`- ${it}`)];
}

function whatItWouldHaveSaid(facts: Facts): readonly Part[] {
  const { backtest, threads, total } = facts;
  if (backtest === undefined) return [say("replay.too-long")];
  const { questions, newest } = backtest;
  if (questions === 0) return [total === 0 ? say("replay.no-discussions") : say("replay.no-questions", { threads })];
  return [
    sentences([howItWasMade(facts, backtest), say("replay.newest", { count: newest.length })]),
    "",
    md`| ${say("replay.discussion")} | ${say("replay")} |`,
    "| --- | --- |",
    ...newest.map(suggestionRow),
    "",
    ...figures(backtest),
  ];
}

function howItWasMade({ threads, total, pages, finds }: Facts, { questions, threshold }: BacktestSummary): Text {
  const counted = say("replay.questions", { count: questions });
  const categories = listed(finds.questions.map((it) => inlineText(it, 40)));
  return say("replay.how", {
    count: questions,
    questions: finds.questions.length === 0 ? counted : say("replay.questions-in", { questions: counted, categories }),
    discussions:
      total > threads ? say("replay.newest-discussions", { threads, total }) : say("replay.all-discussions", { total }),
    docs: pages.total > pages.read ? say("replay.some-docs", pages) : say("replay.all-docs", { read: pages.read }),
    threshold,
  });
}

function suggestionRow({ title, url, said }: PastSuggestion): Text {
  const links = said.map((it) => `[${inlineText(it.title, 80)}](<${linkAddress(viaRedirect(it.url))}>)`);
  const asked = inlineText(title, 100) || say("replay.no-title");
  return md`| [${asked}](<${linkAddress(viaRedirect(url))}>) | ${links.join("<br>") || say("replay.nothing")} |`;
}

/** Figures and notes are those of the back-test: English, as reports and their definitions are. */
function figures({ questions, figures: rows, notes }: BacktestSummary): readonly Part[] {
  return [
    ...(questions < fewQuestions ? [say("figures.few", { count: questions }), ""] : []),
    md`<details><summary>${say("figures.summary")}</summary>`,
    "",
    md`| ${say("figures.figure")} | ${say("figures.value")} | ${say("figures.basis")} |`,
    "| --- | --- | --- |",
    ...rows.map(({ name, value, basis }) => `| ${name} | ${value} | ${basis} |`),
    "",
    ...notes.map((it) => `- ${it}`),
    "",
    say("figures.more"),
    "",
    "</details>",
  ];
}
