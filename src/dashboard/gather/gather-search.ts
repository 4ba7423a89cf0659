import { UserError } from "../../core/errors.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { SuggestedItem, ThresholdInForce } from "../../core/suggestion.ts";
import type { Hit } from "../../core/knowledge.ts";
import { chooseAnswers, findAnswers } from "../../features/related-answers/find-answers.ts";
import { firstAnswer } from "../../features/related-answers/messages/first-answer.ts";
import { localeOf } from "../../words/locale-of.ts";
import { configOf } from "./config-of.ts";
import { readText } from "./read-query.ts";
import type { PageReads } from "./reads.ts";

/** What somebody would ask: short enough for an address, and for a search that costs what a question costs. */
export interface WantedQuestion {
  readonly title: string;
  readonly body: string;
}

export const maxTitle = 200;
export const maxBody = 800;

/** Undefined where nothing is asked. Throws a `UserError` for a text without a title, or one that is too long. */
export function readQuestion(query: URLSearchParams): WantedQuestion | undefined {
  const title = readText(query, "title", maxTitle);
  const body = readText(query, "body", maxBody);
  if (title === undefined && body === undefined) return undefined;
  if (title === undefined) throw new UserError("A question needs a `title`: it is what the search goes by first.");
  return { title, body: body ?? "" };
}

/** What would be answered, and why. */
export interface SearchView {
  /** Best first: all that was found. */
  readonly found: readonly SuggestedItem[];
  /** Ids of those that would be posted. */
  readonly chosen: ReadonlySet<string>;
  readonly threshold: ThresholdInForce;
  readonly because: string;
  readonly mode: "live" | "shadow" | "off";
  /** Markdown of the comment; missing where nothing would be posted. */
  readonly comment?: string;
}

/** Asks as a new discussion does, and posts nothing. */
export async function gatherSearch(
  repository: RepositoryRef,
  question: WantedQuestion,
  reads: Pick<PageReads, "records" | "finder" | "faq">,
  now: Date,
): Promise<SearchView> {
  const all = await configOf(repository, reads.records);
  const config = all["related-answers"];
  const answers = await findAnswers(repository, question, { config, reads, now });
  const { threshold, choice } = chooseAnswers(answers, config);
  return {
    found: answers.hits.map(toItem),
    chosen: new Set(choice.chosen.map(({ item }) => item.id)),
    threshold,
    because: choice.because,
    mode: config.mode,
    ...(choice.chosen.length > 0 && { comment: firstAnswer(choice.chosen)(localeOf(all, question)) }),
  };
}

function toItem({ item, confidence, score, parts, terms }: Hit): SuggestedItem {
  const { id, url, context, title } = item;
  return { id, title: [...context, title].join(" › "), url, confidence, score, parts, terms };
}
