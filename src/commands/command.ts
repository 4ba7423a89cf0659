import type { Config } from "../config/schema.ts";
import type { CommentAdded } from "../core/event.ts";
import type { Person, RepositoryRef, Role, Thread } from "../core/discussion.ts";
import type { Issue } from "../core/issue.ts";
import type { Action, Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";
import type { CommandLine } from "../text/find-commands.ts";

/** Where a command can be written. */
export type Place = keyof Spots;

/** What is known of every use of a command: who typed what, where. */
interface Asked {
  readonly line: CommandLine;
  readonly repository: RepositoryRef;
  /** Of the discussion or issue. */
  readonly number: number;
  readonly comment: CommentAdded;
  readonly actor: Person;
  readonly roles: readonly Role[];
  readonly config: Config;
  readonly now: Date;
  /** The commands this person may use here, so that `/help` needs no import of the list it is in. */
  readonly allowed: readonly Described[];
}

interface Spots {
  readonly discussion: { readonly place: "discussion"; readonly thread: Thread };
  readonly issue: { readonly place: "issue"; readonly issue: Issue };
}

/** What stands around the comment that holds a command. */
export type Spot = Spots[Place];

/** One use of a command. */
export type AskIn<Where extends Place> = Asked & Spots[Where];
export type Ask = AskIn<Place>;

/** Where a command was written, before anything is read. */
export interface WhereAsked {
  readonly place: Place;
  readonly repository: RepositoryRef;
  readonly number: number;
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
  /** Elsewhere it means nothing, and is left alone. */
  readonly where: readonly Place[];
}

/** Something a person can make Frontdesk do by a comment. */
export interface Command<Where extends Place = Place, Facts = unknown> extends Described {
  readonly where: readonly Where[];
  /** Whether it means us here; elsewhere the name is left to other bots. Missing: always. Asks our own records alone. */
  isMeant?(at: WhereAsked, config: Config, reads: Pick<Reads, "requests" | "faq">): Promise<boolean>;
  /** Reads what `decide` needs. Must change nothing. A `UserError` is answered under the comment. */
  gather(ask: AskIn<Where>, reads: Reads): Promise<Facts>;
  /** Says what should happen. No clock, no network, no `await`. May throw a `UserError`. */
  decide(ask: AskIn<Where>, facts: Facts): Plan;
}

/** Keeps the types of places and facts together between `gather` and `decide`, and hides them from the list. */
export function command<Where extends Place, Facts>(it: Command<Where, Facts>): Command {
  return it;
}

/** Whether what a command declares lets somebody with these roles use it. */
export function mayUse({ who }: Described, roles: readonly Role[]): boolean {
  return who === "anyone" || who.some((role) => roles.includes(role));
}

/** The answer to a use of a command, written once: under its comment, or, where comments have no replies, below it. */
export function answerTo(
  ask: Spot & Pick<Ask, "repository" | "number" | "comment">,
  key: string,
  body: string,
): Action {
  const { repository, number, comment } = ask;
  return ask.place === "discussion"
    ? { do: "reply", repository, discussion: ask.thread.id, number, to: comment.id, key: `${key}:${comment.id}`, body }
    : { do: "comment-on-issue", repository, number, issue: ask.issue.id, key: `${key}:${comment.id}`, body };
}
