import type { SupportEvent } from "../core/event.ts";
import type { ChatWrites } from "../core/chat-writes.ts";
import type { Inbox } from "../core/inbox.ts";
import type { ActionData } from "../core/plan.ts";
import type { Clock } from "../core/clock.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { GitHubWrites, ProposalWrites } from "../core/github-writes.ts";
import type { KnowledgeRecords } from "../core/knowledge-records.ts";
import type { Records } from "../core/records.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { OldRecords } from "../core/retention.ts";

/**
 * What carrying out an action may use: everything that can be changed, and what must be read to change it only once.
 * The pipeline alone makes one, and hands it to `perform` alone. A feature's actions may ask for stores of its own beside.
 */
export interface Writes {
  readonly github: {
    readonly reads: GitHubReads;
    readonly writes: GitHubWrites;
    readonly proposals: ProposalWrites;
  };
  readonly knowledge: KnowledgeRecords;
  readonly records: Records;
  readonly chat: ChatWrites;
  readonly inbox: Inbox;
  readonly clock: Clock;
  /** The delivery whose plan it is. */
  readonly delivery: string;
  /** Forgets what every store has of a repository. */
  forgetRepository(repository: { readonly id: number }): Promise<void>;
  /** Forgets what every store has of a repository that belonged to the team of its former owner. */
  forgetFormerTeam(repository: RepositoryRef): Promise<void>;
  /** Forgets records that are older than the operator wants them; answers how many rows. */
  forgetOld(what: OldRecords): Promise<number>;
  /** Puts another event into the inbox, once for a delivery and key. */
  followUp(key: string, event: SupportEvent): Promise<void>;
}

/** How one kind of action is carried out, and put into words. */
export interface ActionKind<Action extends ActionData, Needs = Writes> {
  /** Rejects with a `RefusedError` where a person has to act first. Must be safe to repeat. */
  perform(action: Action, writes: Needs): Promise<void>;
  /** What it would do, in one line: what a dry run prints and `frontdesk inbox show` lists. */
  describe(action: Action): string;
}

/** Kinds of actions by their names. A kind without an entry does not compile. */
export type ActionKinds<Action extends ActionData, Needs> = {
  readonly [Name in Action["do"]]: ActionKind<Extract<Action, { readonly do: Name }>, Needs>;
};

/** The kinds of actions that one owner declares: a feature, or all that several share. */
export interface ActionSet<Action extends ActionData, Needs> {
  readonly names: readonly string[];
  perform(action: Action, writes: Needs): Promise<void>;
  describe(action: Action): string;
}

/** Keeps the types of each kind together, and hides them from whoever carries out any of them. */
export function actionSet<Action extends ActionData, Needs = Writes>(
  kinds: ActionKinds<Action, Needs>,
): ActionSet<Action, Needs> {
  const kindOf = (action: Action): ActionKind<Action, Needs> => {
    const kind = (kinds as Readonly<Record<string, ActionKind<Action, Needs>>>)[action.do];
    if (!kind) throw new Error(`no kind of action here is called ${action.do}`);
    return kind;
  };
  return {
    names: Object.keys(kinds),
    perform: async (action, writes) => kindOf(action).perform(action, writes),
    describe: (action) => kindOf(action).describe(action),
  };
}
