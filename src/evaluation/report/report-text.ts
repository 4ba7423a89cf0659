import type { Case, Cases, ShownLink } from "./cases.ts";
import { duration, figureRows, responseTimeRows, type FigureRow } from "./figure-rows.ts";
import type { BacktestReport } from "./report.ts";

/** Cases of each kind that fit on a screen; JSON and HTML have more. */
const maxCases = 5;

/** The report for a terminal: plain text, no escape codes, whatever people wrote. */
export function reportText(report: BacktestReport): string {
  const { scope, current, recommended, recommendation } = report;
  const isSame = current.threshold === recommended.threshold;
  const lines = [
    `Back-test of ${plain(report.repository)}`,
    `${scope.questions} questions${period(report)}, ${scope.threads} discussions, ${scope.pages} docs pages with ${scope.sections} sections.`,
    `${scope.judged} can be judged; what answered ${scope.answerable} of them was known when they were asked.`,
    "",
    `Recommended threshold: ${recommendation.threshold.toFixed(2)} (in force: ${current.threshold.toFixed(2)})`,
    ...wrap(recommendation.because, "  "),
    "",
    ...section(`With the threshold ${current.threshold.toFixed(2)}`, figureRows(current)),
    ...(isSame ? [] : section(`With the threshold ${recommended.threshold.toFixed(2)}`, figureRows(recommended))),
    ...section("Without Frontdesk", responseTimeRows(report.waiting)),
    ...casesText(report.cases),
    "✓ leads to what answered; ? nobody linked it. Ranges are 95 % intervals.",
    "",
    "Before you believe it",
    ...report.notes.flatMap((note) => wrap(note, "  ", "- ")),
  ];
  return `${lines.join("\n")}\n`;
}

function period({ scope: { from, to } }: BacktestReport): string {
  return from === null || to === null ? "" : ` from ${from.slice(0, 10)} to ${to.slice(0, 10)}`;
}

function section(title: string, rows: readonly FigureRow[]): string[] {
  return [title, ...rows.map(({ name, value, basis }) => `  ${name.padEnd(32)}${value.padStart(8)}   ${basis}`), ""];
}

function casesText({ confidentlyWrong, silentThough, best, unanswered }: Cases): string[] {
  return [
    ...list("Sure and wrong", confidentlyWrong),
    ...list("Silent, although what answered was known", silentThough),
    ...list("Best", best),
    ...list("Nobody ever responded", unanswered),
  ];
}

function list(title: string, cases: readonly Case[]): string[] {
  if (cases.length === 0) return [];
  const shown = cases
    .slice(0, maxCases)
    .flatMap((it) => [
      `  #${it.number} ${plain(it.title)}${waited(it)}`,
      `    ${plain(it.url)}`,
      ...it.links.map((link) => `      ${mark(link)} ${link.confidence.toFixed(2)} ${plain(link.id)}`),
      ...(it.answeredBy.length > 0 ? [`      answered by ${it.answeredBy.map(({ id }) => plain(id)).join(", ")}`] : []),
    ]);
  return [title, ...shown, ""];
}

function waited({ hoursToFirstResponse }: Case): string {
  return hoursToFirstResponse === null ? "" : ` (first response after ${duration(hoursToFirstResponse)})`;
}

function mark({ right }: ShownLink): string {
  return right === null ? "?" : "✓";
}

/** One line without control characters: a title must not be able to write on somebody's terminal. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, "")
    .slice(0, 200);
}

const width = 100;

function wrap(text: string, indent: string, bullet = ""): string[] {
  const lines: string[] = [];
  let line = indent + bullet;
  for (const word of text.split(" ")) {
    if (line.length + word.length > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = indent + " ".repeat(bullet.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
