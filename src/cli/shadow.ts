import type { Command } from "commander";
import type { RecordedSuggestion, RecordReads } from "../core/record-reads.ts";
import type { SuggestedItem } from "../core/suggestion.ts";
import { fullName, threadName } from "../core/repository-name.ts";
import { plain } from "./terminal/plain.ts";
import { positive } from "./terminal/positive.ts";
import { print, printJson } from "./terminal/print.ts";
import { toTime } from "./terminal/time-options.ts";
import { dataOption, findServed, withStores, type OpenStores } from "./with-stores.ts";

type Records = Pick<RecordReads, "repositories" | "suggestions">;

interface Options {
  readonly since?: Date;
  readonly limit: number;
  readonly json?: boolean;
  readonly data: string;
}

/** `frontdesk shadow`: what would have been posted while `related-answers.mode` was `shadow`, and where silence was kept. */
export function register(program: Command, open: OpenStores<{ readonly records: Records }>): void {
  program
    .command("shadow")
    .description("List what would have been posted in shadow mode, and why nothing would, newest first.")
    .argument("[owner/repo]", "only this repository")
    .option("--since <date>", "only since this day or time, such as 2026-03-01 or 2026-03-01T09:00Z", toTime)
    .option("--limit <n>", "at most so many discussions", positive, 50)
    .option("--json", "one JSON array, with all reasons")
    .addOption(dataOption())
    .action(async (name: string | undefined, options: Options) => {
      await withStores(options.data, open, async ({ records }) => {
        const repository = await findServed(records, name);
        const { since, limit } = options;
        const found = await records.suggestions({
          mode: "shadow",
          limit,
          ...(since && { since }),
          ...(repository && { repository }),
        });
        if (options.json) return printJson(found.map(toData));
        for (const it of found) print(toText(it));
        print(summary(found));
      });
    });
}

function toData({ repository, number, at, suggestion }: RecordedSuggestion): object {
  return { repository: fullName(repository), number, at, ...suggestion };
}

function toText({ repository, number, at, suggestion }: RecordedSuggestion): string {
  const { question, items, threshold, because } = suggestion;
  const head = `${at.toISOString()}  ${threadName({ repository, number })}  ${plain(question.title)}`;
  if (items.length === 0) return `${head}\n  silence: ${plain(because)}`;
  const bar = `  would suggest, at a threshold of ${threshold.value} (${threshold.because}):`;
  return [head, bar, ...items.flatMap(itemLines)].join("\n");
}

function itemLines({ title, url, confidence, terms }: SuggestedItem): string[] {
  const words = terms.map(({ term, fields }) => `${plain(term)} (${fields.join(", ")})`).join(", ");
  return [`  ${confidence.toFixed(2)}  ${plain(title)}  ${plain(url)}`, ...(words === "" ? [] : [`        ${words}`])];
}

function summary(found: readonly RecordedSuggestion[]): string {
  if (found.length === 0) {
    return "Nothing is recorded. Questions that come while `related-answers.mode` is `shadow` are listed here.";
  }
  const spoken = found.filter(({ suggestion }) => suggestion.items.length > 0).length;
  const questions = found.length === 1 ? "1 question" : `${found.length} questions`;
  return `\n${questions}: suggestions for ${spoken}, silence for ${found.length - spoken}.`;
}
