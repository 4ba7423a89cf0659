import type { Config } from "../config/schema.ts";
import type { CommentAdded } from "../core/event.ts";
import type { Person, RepositoryRef, Role, Thread } from "../core/discussion.ts";
import type { Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";
import type { CommandLine } from "../text/find-commands.ts";

/** One use of a command: who typed what, where. */
export interface Ask {
  readonly line: CommandLine;
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly comment: CommentAdded;
  readonly actor: Person;
  readonly roles: readonly Role[];
  readonly config: Config;
  readonly now: Date;
  /** The commands this person may use here, so that `/help` needs no import of the list it is in. */
  readonly allowed: readonly Described[];
}

/** The part of a command that people read: help, docs and permission checks all come from here. */
export interface Described {
  readonly name: string;
  /** How it is written, with its arguments. */
  readonly usage: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly examples: readonly string[];
  /** One of these roles is needed. */
  readonly who: "anyone" | readonly Role[];
}

/** Something a person can make Frontdesk do by a comment. */
export interface Command<Facts = unknown> extends Described {
  /** Reads what `decide` needs. Must change nothing. A `UserError` is answered under the comment. */
  gather(ask: Ask, reads: Reads): Promise<Facts>;
  /** Says what should happen. No clock, no network, no `await`. May throw a `UserError`. */
  decide(ask: Ask, facts: Facts): Plan;
}

/** Keeps the facts' type between `gather` and `decide`. */
export function command<Facts>(it: Command<Facts>): Command {
  return it;
}

/** Whether what a command declares lets somebody with these roles use it. */
export function mayUse({ who }: Described, roles: readonly Role[]): boolean {
  return who === "anyone" || who.some((role) => roles.includes(role));
}
