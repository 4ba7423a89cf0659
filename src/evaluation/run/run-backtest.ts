import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { History } from "../replay/history.ts";
import { replay, type ReplayedQuestion } from "../replay/replay.ts";
import { toReport, type BacktestReport, reportJson } from "../report/report.ts";
import { reportText } from "../report/report-text.ts";
import { reportHtml } from "../report/html/report-html.ts";
import { selectQuestions } from "../replay/select-questions.ts";
import { loadConfig } from "../../config/load.ts";
import { renderProblem } from "../../config/problem.ts";
import { defaultConfig, type Config } from "../../config/schema.ts";
import type { Clock } from "../../core/clock.ts";
import { defaultThreshold } from "../../search/feedback/threshold.ts";
import { applyThreshold, type OpenRecords } from "./apply-threshold.ts";
import { BadInputError, type BacktestOptions, type Format } from "./options.ts";
import { loadHistory, type OpenDemo } from "./load-history.ts";
import { createProgress, type Progress } from "./progress.ts";
import { mustBeWritable, writeWhole } from "./write-whole.ts";

/** What the command uses beside its options. */
export interface BacktestContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  /** Where progress and errors go. */
  readonly err: NodeJS.WritableStream;
  readonly clock: Clock;
  readonly openDemo: OpenDemo;
  readonly openRecords: OpenRecords;
}

/** How many results are found for each question; the app chooses among them. */
const resultLimit = 10;

/** Replays a project's past and reports on it. Rejects with `BadInputError`, and with the errors of GitHub's ports. */
export async function runBacktest(options: BacktestOptions, context: BacktestContext): Promise<void> {
  const { out, err, openRecords, clock } = context;
  const progress = createProgress(err, options);
  try {
    for (const file of [options.out, options.saveExport]) if (file !== undefined) mustBeWritable(file);
    const config = await readConfig(options.config);
    const history = await loadHistory(options, config, context, progress);
    const report = await replayAll(history, withCategories(config, options), options, clock, progress);
    const text = render(report, formatOf(options));
    if (options.out === undefined) out(text);
    else writeWhole(options.out, text);
    if (options.apply === true) progress.say(await applyThreshold(report, options.data, openRecords, clock()));
  } finally {
    progress.stop();
  }
}

async function readConfig(file: string | undefined): Promise<Config> {
  if (file === undefined) return defaultConfig;
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new BadInputError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const loaded = loadConfig(text);
  if ("config" in loaded) return loaded.config;
  const [first] = loaded.problems;
  throw new BadInputError(`${file}:${first ? renderProblem(first) : "is no config"}`);
}

function withCategories(config: Config, { category }: BacktestOptions): Config["related-answers"] {
  const slice = config["related-answers"];
  return category === undefined ? slice : { ...slice, categories: [...category] };
}

async function replayAll(
  history: History,
  config: Config["related-answers"],
  options: BacktestOptions,
  clock: Clock,
  progress: Progress,
): Promise<BacktestReport> {
  const questions = selectQuestions(history.threads, config, options);
  if (questions.size === 0) throw new BadInputError(noQuestions(history));
  progress.start("Replaying", questions.size);
  const replayed: ReplayedQuestion[] = [];
  for await (const it of replay(history, {
    isQuestion: (thread) => questions.has(thread),
    resultLimit,
    yieldToEventLoop: () => setImmediate(),
  })) {
    replayed.push(it);
    progress.update(replayed.length);
  }
  progress.stop();
  return toReport(history, replayed, {
    threshold: config.threshold === "auto" ? defaultThreshold : config.threshold,
    shipped: defaultThreshold,
    limit: config.limit,
    madeAt: clock(),
  });
}

function noQuestions({ threads }: History): string {
  const categories = [...new Set(threads.map(({ category }) => category.slug))].sort().join(", ");
  return `None of ${threads.length} discussions is a question in a watched category and in this time. Categories are: ${categories}. Name them with --category.`;
}

function formatOf({ format, out }: BacktestOptions): Format {
  if (format !== undefined) return format;
  if (out?.endsWith(".html") === true) return "html";
  return out?.endsWith(".json") === true ? "json" : "text";
}

function render(report: BacktestReport, format: Format): string {
  switch (format) {
    case "text":
      return reportText(report);
    case "json":
      return reportJson(report);
    default:
      return reportHtml(report);
  }
}
