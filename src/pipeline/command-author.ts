import { type Command, mayUse } from "../features/command.ts";
import { hourMs } from "../core/clock.ts";
import type { Role } from "../core/discussion.ts";
import type { CommandUse } from "../core/record-reads.ts";
import type { Reaction } from "../core/plan.ts";
import type { PipelineAction } from "./pipeline-actions.ts";
import type { FeatureReads } from "../features/index.ts";
import type { Commented } from "./to-support-event.ts";

/** Commands that a person without a role may use in a repository within an hour. */
export const maxPerHour = 10;

/**
 * Refusals told in words within an hour, in one thread. Whoever asked there is told what to do first, and has to hear what
 * stands in the way after that; the thread is their own.
 */
const maxTold = { asker: 5, others: 1 };

type React = Extract<PipelineAction, { readonly do: "react" }>;

/** Whoever wrote a comment with commands: what they may do there, read once for all commands of the comment. */
export class CommandAuthor {
  readonly #event: Commented;
  readonly #reads: FeatureReads;
  readonly #now: Date;
  #roles: Promise<readonly Role[]> | undefined;
  /** Which command of the comment brought which reaction: more of them change nothing, and cost a write each. */
  readonly #reacted = new Map<Reaction, number>();

  constructor(event: Commented, reads: FeatureReads, now: Date) {
    this.#event = event;
    this.#reads = reads;
    this.#now = now;
  }

  /** By their rights, without `asker`. */
  async roles(): Promise<readonly Role[]> {
    const { repository, actor } = this.#event;
    return (this.#roles ??= this.#reads.github.rolesOf(repository, actor.login));
  }

  /** What is left to somebody who is limited. Read anew each time: the command before may have used it up. */
  async allowance(): Promise<Allowance> {
    const { number } = this.#event;
    const uses = await this.#uses();
    const wasTold = uses.some((it) => it.told && it.number === number);
    return allowanceOf(uses, number, wasTold && (await this.#isAsker()));
  }

  /** Whether one of these commands will be more than a refusal, by what can be known before they are decided. */
  async mayUseOneOf(commands: readonly Command<FeatureReads>[]): Promise<boolean> {
    const isUsedUp = (await this.#uses()).length >= maxPerHour;
    if (isUsedUp && isLimited(await this.roles())) return false;
    if (commands.some((it) => mayUse(it, []))) return true;
    const roles = await this.roles();
    if (commands.some((it) => mayUse(it, roles))) return true;
    return commands.some((it) => mayUse(it, ["asker"])) && (await this.#isAsker());
  }

  /** A reaction to the comment, unless another of its commands has brought it. */
  reactOnce(reaction: "rocket" | "confused", index: number): readonly React[] {
    const by = this.#reacted.get(reaction) ?? index;
    this.#reacted.set(reaction, by);
    const { repository, comment } = this.#event;
    return by === index ? [{ do: "react", repository, comment: comment.id, with: reaction }] : [];
  }

  async #uses() {
    const { repository, actor } = this.#event;
    return this.#reads.records.commandUses(repository, actor.login, countedSince(this.#now));
  }

  async #isAsker(): Promise<boolean> {
    const { kind, repository, number, actor } = this.#event;
    const { github } = this.#reads;
    const found = await (kind === "comment-added"
      ? github.findDiscussion(repository, number)
      : github.findIssue(repository, number));
    return found?.author?.login === actor.login;
  }
}

/** What may still be done for somebody. */
export interface Allowance {
  /** They have used as many commands as they may. */
  readonly isUsedUp: boolean;
  /** A refusal may be told in words: it was not too often within the hour in this thread. Else 😕 has to do. */
  readonly mayBeAnswered: boolean;
}

/** Whoever holds a role in the repository is not limited. The asker of a thread has none: anybody can ask. */
export function isLimited(roles: readonly Role[]): boolean {
  return !roles.includes("helper") && !roles.includes("maintainer");
}

/** The time since which uses count. */
export function countedSince(now: Date): Date {
  return new Date(now.getTime() - hourMs);
}

/** `uses`: those of the hour. `isAsker`: whether the thread is their own. */
function allowanceOf(uses: readonly CommandUse[], number: number, isAsker: boolean): Allowance {
  const told = uses.filter((it) => it.told && it.number === number).length;
  return {
    isUsedUp: uses.length >= maxPerHour,
    // That there were too many is told once, wherever they go on; it counts as one more.
    mayBeAnswered: uses.length <= maxPerHour && told < (isAsker ? maxTold.asker : maxTold.others),
  };
}
