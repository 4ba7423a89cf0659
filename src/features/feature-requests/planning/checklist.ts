import { marker } from "../../../text/marker.ts";
import { inlineText } from "../../../text/neutralise.ts";

/** What has to be answered before a request is promised, in the order it stands in the issue. */
export const planningQuestions = ["who", "roadmap", "goals"] as const;
export type PlanningQuestion = (typeof planningQuestions)[number];

/** Answers in people's own words. */
export type PlanningAnswers = Readonly<Partial<Record<PlanningQuestion, string>>>;

/** As they stand in issues: by these words the lines are found again, so that they are not changed lightly. */
export const planningTexts: Readonly<Record<PlanningQuestion, string>> = {
  who: "Who works on it, and what waits instead?",
  roadmap: "How does it fit the roadmap?",
  goals: "What does it mean for the goals of those who do it?",
};

/** Of one answer, in UTF-16 units. */
export const maxAnswerLength = 500;

const begin = marker("begin", "planning");
const end = marker("end", "planning");

/** The part of an issue with the questions, as it is when the issue is made. */
export function planningChecklist(answers: PlanningAnswers = {}): string {
  const lines = planningQuestions.map((it) => lineOf(it, answers[it], "- ", " "));
  const hint = '`/plan who:"…" roadmap:"…" goals:"…"` answers them, and so does editing.';
  return [begin, "### Before it is promised", "", ...lines, "", hint, end].join("\n");
}

/** The questions of a text that are neither ticked nor answered, or are not there at all. */
export function openQuestions(body: string): readonly PlanningQuestion[] {
  const lines = splitLines(body);
  return planningQuestions.filter((it) => {
    const line = findLine(lines, it);
    return !line || (!line.isTicked && line.answer === "");
  });
}

/**
 * The text with these questions answered and ticked. People edit it, too: only the lines of the questions that are
 * answered change, the part is added where none of it is left, and a line where only that was taken out. A line keeps
 * its bullet, its indent and its end (GitHub's editor writes `\r\n`). The same answers twice are once.
 */
export function fillChecklist(body: string, answers: PlanningAnswers): string {
  const lines = splitLines(body);
  if (planningQuestions.every((it) => !findLine(lines, it)) && !lines.some(isBegin)) {
    return `${body.trimEnd()}\n\n${planningChecklist(answers)}\n`.trimStart();
  }
  for (const question of planningQuestions) {
    const answer = answers[question];
    if (answer === undefined) continue;
    const found = findLine(lines, question);
    if (found) lines[found.at] = lineOf(question, answer, found.bullet, found.space) + found.end;
    else addLine(lines, lineOf(question, answer, "- ", " "));
  }
  return lines.join("");
}

interface ChecklistLine {
  readonly at: number;
  readonly bullet: string;
  readonly space: string;
  readonly isTicked: boolean;
  /** What stands behind the question. */
  readonly answer: string;
  /** The characters that end the line. */
  readonly end: string;
}

/**
 * The item of a task list that begins with the question, outside of code: the first one in our part, or else the first
 * one of all, since a deliverable may be called the same.
 */
function findLine(lines: readonly string[], question: PlanningQuestion): ChecklistLine | undefined {
  const start = lines.findIndex(isBegin);
  const found = listItems(lines).flatMap(({ text, ...item }) => {
    const asked = text.replace(/^\*\*/u, "");
    if (!asked.startsWith(planningTexts[question])) return [];
    const answer = asked.slice(planningTexts[question].length).replace(/^\*\*/u, "").trim();
    return [{ ...item, answer }];
  });
  return found.find(({ at }) => at > start) ?? found[0];
}

/** Items of task lists, with what stands behind the box. Our part is never taken for code, whatever is open above it. */
function listItems(lines: readonly string[]): readonly (Omit<ChecklistLine, "answer"> & { readonly text: string })[] {
  let fence: string | undefined;
  return lines.flatMap((line, at) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (isBegin(line)) fence = undefined;
    else if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const [, bullet, tick, space = "", text = "", lineEnd = ""] =
      fence === undefined ? (itemPattern.exec(line) ?? []) : [];
    return bullet === undefined ? [] : [{ at, bullet, space, isTicked: tick !== " ", text, end: lineEnd }];
  });
}

const itemPattern = /^( {0,8}(?:[-*+]|\d{1,9}[.)]) {1,4})\[([ xX])\]([ \t])([^\r\n]*)(\r?\n|\r|$)/u;

/** Behind the last question that is there, else below the beginning of the part. */
function addLine(lines: string[], line: string): void {
  const known = planningQuestions.flatMap((it) => findLine(lines, it)?.at ?? []);
  const before = known.length > 0 ? Math.max(...known) : lines.findIndex(isBegin);
  const last = lines[before] ?? "";
  const hasEnd = /[\r\n]$/u.test(last);
  lines.splice(before, 1, hasEnd ? last : `${last}\n`, hasEnd ? `${line}\n` : line);
}

function lineOf(question: PlanningQuestion, answer: string | undefined, bullet: string, space: string): string {
  const text = `**${planningTexts[question]}**`;
  return answer === undefined
    ? `${bullet}[ ]${space}${text}`
    : `${bullet}[x]${space}${text} ${inlineText(answer, maxAnswerLength)}`;
}

/** Whether our part begins here. A person may have drawn the mark into another line, where it means nothing. */
function isBegin(line: string): boolean {
  return line.trim() === begin;
}

/** Lines with what ends them. */
function splitLines(text: string): string[] {
  return text.split(/(?<=\n)|(?<=\r)(?!\n)/u);
}
