import type { ClockKind } from "../../../core/thread-status.ts";
import type { Rating } from "../../../core/survey.ts";
import { isTeam, type Timeline } from "../../../core/timeline.ts";
import type { MeasuredThread } from "../../../measures/measured-thread.ts";
import { happeningsOf } from "../../../timeline/happenings.ts";
import type { ThreadLink } from "../interview.ts";

/** What is known of a discussion that somebody opened, as far as it tells whether to talk with them. */
export interface AskedThread extends ThreadLink {
  readonly openedAt: Date;
  /** When a person last wrote in it, or it was opened. */
  readonly lastWordAt: Date;
  /** Comments and replies of people, commands left out. */
  readonly words: number;
  /** How many people wrote in it, its asker among them. */
  readonly people: number;
  readonly reopened: number;
  /** Which targets were missed. */
  readonly missed: readonly ClockKind[];
  /** When somebody else first wrote. */
  readonly firstReplyAt?: Date;
  readonly isRequest: boolean;
  /** An answer is marked, it is closed as resolved, or its asker liked what we suggested. */
  readonly isSettled: boolean;
  readonly rated?: { readonly rating: Rating; readonly at: Date };
}

/** Somebody who asks. */
export interface AskerFacts {
  /** Login, as it was written last. */
  readonly login: string;
  readonly threads: readonly AskedThread[];
  /** When they last did anything in any discussion. */
  readonly lastSeenAt: Date;
}

interface Asker {
  login: string;
  readonly threads: AskedThread[];
  lastSeenAt: Date;
}

/**
 * Gathers who asks from the discussions of a repository, which come page by page. Bots, accounts that are gone, and
 * whoever was of the team in any discussion are left out.
 */
export class AskerCollection {
  readonly #now: Date;
  readonly #askers = new Map<string, Asker>();
  readonly #team = new Set<string>();
  /** Of those who have opened nothing so far, too. */
  readonly #seen = new Map<string, Date>();

  constructor(now: Date) {
    this.#now = now;
  }

  add(thread: MeasuredThread): void {
    const { asker, opener, openedAt, entries } = thread.timeline;
    for (const it of entries) {
      if (it.kind !== "comment" || it.by === undefined || it.actor === "bot") continue;
      if (isTeam(it.actor)) this.#team.add(key(it.by));
      if (!it.isDeleted) this.#see(it.by, it.at);
    }
    if (asker === undefined || opener === "bot") return;
    if (isTeam(opener)) this.#team.add(key(asker));
    this.#see(asker, openedAt);
    const known = this.#askers.get(key(asker)) ?? { login: asker, threads: [], lastSeenAt: openedAt };
    known.threads.push(toAskedThread(thread, asker, this.#now));
    this.#askers.set(key(asker), known);
  }

  /** Those who ask, in the order of their names. */
  all(): readonly AskerFacts[] {
    return [...this.#askers]
      .filter(([login]) => !this.#team.has(login))
      .map(([login, it]) => ({ ...it, lastSeenAt: this.#seen.get(login) ?? it.lastSeenAt }))
      .toSorted((a, b) => (key(a.login) < key(b.login) ? -1 : 1));
  }

  #see(login: string, at: Date): void {
    const before = this.#seen.get(key(login));
    if (!before || before < at) this.#seen.set(key(login), at);
  }
}

function toAskedThread(
  { timeline, watched, request, survey, feedback }: MeasuredThread,
  asker: string,
  now: Date,
): AskedThread {
  const words = timeline.entries.flatMap((it) =>
    it.kind === "comment" && it.actor !== "bot" && !it.isDeleted && !it.isCommand ? [it] : [],
  );
  const others = words.filter(({ by }) => by === undefined || key(by) !== key(asker));
  const people = new Set(words.map(({ by }) => (by === undefined ? "" : key(by)))).add(key(asker));
  const [firstReplyAt] = others.map(({ at }) => at).toSorted((a, b) => a.getTime() - b.getTime());
  const { title, url } = timeline.observed;
  return {
    number: timeline.number,
    title,
    url,
    openedAt: timeline.openedAt,
    lastWordAt: new Date(Math.max(timeline.openedAt.getTime(), ...words.map(({ at }) => at.getTime()))),
    words: words.length,
    people: people.size,
    reopened: happeningsOf(timeline, { now }).filter(({ is }) => is === "reopened").length,
    missed: watched?.clocks.filter(({ isBreached }) => isBreached).map(({ clock }) => clock) ?? [],
    ...(firstReplyAt && { firstReplyAt }),
    isRequest: request !== undefined,
    isSettled: isSettled(timeline) || feedback.some(({ isAsker, helpful }) => isAsker && helpful),
    ...(survey?.rated && { rated: { rating: survey.rated.rating, at: new Date(survey.rated.at) } }),
  };
}

function isSettled({ observed: { answer, closed } }: Timeline): boolean {
  return (answer !== undefined && answer.actor !== "bot") || closed?.reason === "resolved";
}

function key(login: string): string {
  return login.toLowerCase();
}
