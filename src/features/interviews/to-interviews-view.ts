import type { NamedInterviewee, InterviewReason, ThreadLink } from "./interview.ts";
import { sayReason } from "./messages/say-reason.ts";

/** What is shown of somebody to talk to. All texts are plain, and some are people's own words. */
export interface InterviewView {
  readonly login: string;
  readonly quarter: string;
  readonly reasons: readonly { readonly text: string; readonly threads: readonly ThreadLink[] }[];
  /** What to ask, each once. */
  readonly questions: readonly string[];
  /** What they wrote beside their ratings. For helpers alone. */
  readonly words: readonly { readonly thread: number; readonly words: string }[];
  readonly done?: { readonly by: string; readonly at: string };
  /** What was written down of the talk. For helpers alone. */
  readonly notes?: string;
}

/** The list of a quarter, and of those before it. */
export interface InterviewsView {
  /** The newest quarter that has one; missing where nobody was ever named. */
  readonly quarter?: string;
  readonly toTalkTo: readonly InterviewView[];
  readonly talkedTo: readonly InterviewView[];
  /** Of earlier quarters, newest first. */
  readonly earlier: readonly InterviewView[];
}

/** What our records hold beside who was named. */
export interface PrivateWords {
  /** `SurveyReads.words` */
  readonly words: readonly { readonly number: number; readonly words: string }[];
  /** `SurveyReads.surveys`: whose words these are. */
  readonly surveys: readonly { readonly number: number; readonly of: string }[];
  /** `InterviewReads.notes` */
  readonly notes: readonly { readonly quarter: string; readonly login: string; readonly notes: string }[];
}

/** Puts who was named into the shape in which the command line and the dashboard show it. */
export function toInterviewsView(named: readonly NamedInterviewee[], known: PrivateWords): InterviewsView {
  const [newest] = named.map(({ quarter }) => quarter).toSorted((a, b) => (a < b ? 1 : -1));
  if (newest === undefined) return { toTalkTo: [], talkedTo: [], earlier: [] };
  const views = named.map((it) => toView(it, known));
  const present = views.filter(({ quarter }) => quarter === newest);
  return {
    quarter: newest,
    toTalkTo: present.filter(({ done }) => !done),
    talkedTo: present.filter(({ done }) => done),
    earlier: views.filter(({ quarter }) => quarter !== newest),
  };
}

function toView({ login, quarter, reasons, done }: NamedInterviewee, known: PrivateWords): InterviewView {
  const isTheirs = (other: string): boolean => other.toLowerCase() === login.toLowerCase();
  const rated = new Set(known.surveys.filter((it) => isTheirs(it.of)).map(({ number }) => number));
  const notes = known.notes.find((it) => it.quarter === quarter && isTheirs(it.login))?.notes;
  const said = reasons.map((it) => ({ ...sayReason(it), threads: threadsOf(it) }));
  return {
    login,
    quarter,
    reasons: said.map(({ text, threads }) => ({ text, threads })),
    questions: [...new Set(said.flatMap(({ questions }) => questions))],
    words: known.words
      .filter(({ number }) => rated.has(number))
      .map(({ number, words }) => ({ thread: number, words })),
    ...(done && { done }),
    ...(notes !== undefined && { notes }),
  };
}

function threadsOf(reason: InterviewReason): readonly ThreadLink[] {
  return reason.kind === "requests" ? reason.threads : [reason.thread];
}
