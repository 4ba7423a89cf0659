import type { SharedAction } from "../actions/shared-actions.ts";
import type { Config } from "../config/schema.ts";
import type { CommentAdded } from "../core/event.ts";
import type { Locale, Text } from "../core/language.ts";
import type { Person, RepositoryRef, Role, Thread } from "../core/discussion.ts";
import type { Issue } from "../core/issue.ts";
import type { Plan } from "../core/plan.ts";
import type { Reads } from "../core/reads.ts";
import { say } from "../words/messages/words.ts";
import type { CommandLine } from "../text/find-commands.ts";

/** Where a command can be written. */
export type Place = keyof Targets;

/** What is known of every use of a command: who typed what, where. */
interface Use {
  readonly line: CommandLine;
  readonly repository: RepositoryRef;
  /** Of the discussion or issue. */
  readonly number: number;
  readonly comment: CommentAdded;
  readonly actor: Person;
  readonly roles: readonly Role[];
  readonly config: Config;
  readonly now: Date;
  /** In which it is answered: that of the discussion, and in issues that of the repository. */
  readonly locale: Locale;
  /** The commands this person may use here, so that `/help` needs no import of the list it is in. */
  readonly allowed: readonly CommandInfo[];
}

interface Targets {
  readonly discussion: { readonly place: "discussion"; readonly thread: Thread };
  readonly issue: { readonly place: "issue"; readonly issue: Issue };
}

/** The thread or issue around the comment that holds a command, as it is now. */
export type CommandTarget = Targets[Place];

/** One use of a command. */
export type CommandContextIn<Where extends Place> = Use & Targets[Where];
export type CommandContext = CommandContextIn<Place>;

/** Where a command was written, before anything is read. */
export interface CommandLocation {
  readonly place: Place;
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** The part of a command that people read: help, docs and permission checks all come from here. */
export interface CommandInfo {
  readonly name: string;
  /** How it is written, with its arguments. */
  readonly usage: string;
  /** What it does, in one sentence. */
  readonly summary: Text;
  readonly examples: readonly string[];
  /** One of these roles is needed. */
  readonly who: "anyone" | readonly Role[];
  /** Elsewhere it means nothing, and is left alone. */
  readonly where: readonly Place[];
}

/** Something a person can make Frontdesk do by a comment. `Reading`: what it reads beside what everybody may. */
export interface Command<
  Reading extends Reads = Reads,
  Where extends Place = Place,
  Facts = unknown,
> extends CommandInfo {
  readonly where: readonly Where[];
  /** Whether it means us here; elsewhere the name is left to other bots. Missing: always. Asks our own records alone. */
  appliesTo?(location: CommandLocation, config: Config, reads: Reading): Promise<boolean>;
  /** Reads what `decide` needs. Must change nothing. A `UserError` is answered under the comment. */
  gather(context: CommandContextIn<Where>, reads: Reading): Promise<Facts>;
  /** Says what should happen. No clock, no network, no `await`. May throw a `UserError`. */
  decide(context: CommandContextIn<Where>, facts: Facts): Plan;
}

/** Keeps the types of places and facts together between `gather` and `decide`, and hides them from the list. */
export function command<Where extends Place, Facts, Reading extends Reads = Reads>(
  it: Command<Reading, Where, Facts>,
): Command<Reading> {
  return it;
}

/** Whether what a command declares lets somebody with these roles use it. */
export function mayUse({ who }: CommandInfo, roles: readonly Role[]): boolean {
  return who === "anyone" || who.some((role) => roles.includes(role));
}

/** In words that a person on GitHub knows: "whoever opened the discussion or people with triage rights". */
export function whoMayUse(who: CommandInfo["who"]): Text {
  if (who === "anyone") return say("who.anyone");
  const [first = say("who.anyone"), ...others] = who.map((role) => say(`who.${role}`));
  return others.reduce((before, next) => say("who.or", { first: before, second: next }), first);
}

/** The answer to a use of a command, written once: under its comment, or, where comments have no replies, below it. */
export function answerTo(
  context: CommandTarget & Pick<CommandContext, "repository" | "number" | "comment">,
  key: string,
  body: string,
): SharedAction {
  const { repository, number, comment } = context;
  return context.place === "discussion"
    ? {
        do: "reply",
        repository,
        discussion: context.thread.id,
        number,
        to: comment.id,
        key: `${key}:${comment.id}`,
        body,
      }
    : { do: "comment-on-issue", repository, number, issue: context.issue.id, key: `${key}:${comment.id}`, body };
}
