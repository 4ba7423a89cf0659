import type { BacktestSummary, PastProject, PastSuggestion } from "../core/backtester.ts";
import { judge, type Judged } from "../evaluation/measures/judge.ts";
import { replay, type ReplayedQuestion } from "../evaluation/replay/replay.ts";
import { selectQuestions } from "../evaluation/replay/select-questions.ts";
import { figureRows } from "../evaluation/report/figure-rows.ts";
import { toReport } from "../evaluation/report/report.ts";
import { RelatedAnswersConfig } from "../features/related-answers/config.ts";
import { defaultThreshold } from "../search/feedback/threshold.ts";

/** How many results are found for each question; the app chooses among them. */
const resultLimit = 10;

/** What `frontdesk backtest` does, told in short: by the same replay, the same figures and the threshold that is shipped. */
export async function runBacktest(
  { webUrl, owner, name, threads, pages, categories, told }: PastProject,
  yieldToEventLoop: () => Promise<void>,
): Promise<BacktestSummary> {
  const config = RelatedAnswersConfig.parse(categories === undefined ? {} : { categories });
  const questions = selectQuestions(threads, config, {});
  const history = { home: { webUrl, owner, name, site: undefined }, threads, pages };
  const replayed: ReplayedQuestion[] = [];
  const isQuestion = (thread: PastProject["threads"][number]) => questions.has(thread);
  for await (const it of replay(history, { isQuestion, resultLimit, yieldToEventLoop })) replayed.push(it);
  const threshold = defaultThreshold;
  const { limit } = config;
  const newest = replayed.slice(-told).toReversed();
  const summary = {
    questions: replayed.length,
    threshold,
    newest: newest.map((it) => tell(judge(it, threshold, limit))),
  };
  if (replayed.length === 0) return { ...summary, figures: [], notes: [] };
  const report = toReport(history, replayed, { threshold, shipped: threshold, limit, madeAt: new Date(0) });
  // A dash is what was not measured.
  const figures = figureRows(report.current).filter(({ value }) => value !== "–");
  return {
    ...summary,
    figures: figures.map(({ name: of, value, basis }) => ({ name: of, value, basis })),
    notes: report.notes,
  };
}

function tell({ replayed: { thread }, posted }: Judged): PastSuggestion {
  const { number, title, url } = thread;
  return { number, title, url, said: posted.map((it) => ({ title: it.title, url: it.url })) };
}
