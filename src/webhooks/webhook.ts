import type { Person, RepositoryRef } from "../core/discussion.ts";
import type { SupportEvent } from "../core/event.ts";

/** How one of GitHub's webhooks becomes an event of ours. Pure: the same payload always means the same. */
export interface Webhook {
  /** GitHub's event name, as in `X-GitHub-Event` and in `app.yml`. */
  readonly name: string;
  /** Undefined when this delivery means nothing to us, whatever is in it. Never throws. */
  toEvent(payload: Payload): SupportEvent | undefined;
}

/**
 * The few fields we use. GitHub sends hundreds; naming ours keeps the contract small. Everything is optional:
 * real payloads lack `installation`, `sender` or parts of `repository` more often than their description says.
 */
export interface Payload {
  readonly action?: string;
  readonly installation?: { readonly id?: number; readonly account?: { readonly login?: string } | null };
  readonly repository?: RepositoryPayload;
  readonly sender?: UserPayload;
  readonly discussion?: {
    readonly number?: number;
    readonly state?: string;
    readonly state_reason?: string | null;
    readonly updated_at?: string;
    readonly answer_chosen_at?: string | null;
    readonly category?: { readonly slug?: string };
  };
  /** Where a pull request is meant, `pull_request` is there. */
  readonly issue?: { readonly number?: number; readonly pull_request?: unknown };
  readonly pull_request?: {
    readonly number?: number;
    /** `repo` is null where the fork is gone. */
    readonly head?: { readonly ref?: string; readonly sha?: string; readonly repo?: { readonly id?: number } | null };
    readonly base?: { readonly sha?: string };
  };
  readonly check_run?: { readonly head_sha?: string };
  readonly check_suite?: { readonly head_sha?: string };
  readonly milestone?: { readonly number?: number };
  readonly comment?: {
    readonly node_id?: string;
    readonly body?: string | null;
    readonly created_at?: string;
    readonly updated_at?: string;
    readonly user?: UserPayload | null;
  };
  readonly answer?: AnswerPayload | null;
  readonly old_answer?: AnswerPayload | null;
  readonly changes?: { readonly title?: unknown; readonly body?: unknown; readonly base?: unknown };
  readonly ref?: string;
  readonly after?: string;
  readonly deleted?: boolean;
}

export interface RepositoryPayload {
  readonly id?: number;
  readonly name?: string;
  readonly full_name?: string;
  readonly default_branch?: string;
}

interface AnswerPayload {
  readonly node_id?: string;
  readonly user?: UserPayload | null;
}

interface UserPayload {
  readonly login?: string;
  readonly type?: string;
}

/** What GitHub allows in names, and what parts of a path may be made of: `.` and `..` would lead to another. */
const fullName = /^(?!\.{1,2}(?:\/|$))([\w.-]{1,100})\/(?!\.{1,2}$)([\w.-]{1,100})$/;

/** Where it happened; undefined when the payload does not say, or no installation lets us act there. */
export function repositoryOf({ repository, installation }: Payload): RepositoryRef | undefined {
  const [, owner, name] = typeof repository?.full_name === "string" ? (fullName.exec(repository.full_name) ?? []) : [];
  if (!isWhole(repository?.id) || !isWhole(installation?.id) || owner === undefined || name === undefined) {
    return undefined;
  }
  return { id: repository.id, owner, name, installation: installation.id };
}

/** Whether it is the id of a commit: SHA-1, or SHA-256. */
export function isCommitId(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{40}(?:[\da-f]{24})?$/u.test(value);
}

/** Whether it is an id or a number as GitHub gives them: whole, and not so large that another would be the same. */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** Who did it, by the name GraphQL uses: apps are `my-app[bot]` in payloads and `my-app` elsewhere. */
export function actorOf({ sender }: Payload): Person {
  return toPerson(sender) ?? { login: "ghost", isBot: false };
}

/** An account of a payload; undefined where it is gone. */
export function toPerson(user: UserPayload | null | undefined): Person | undefined {
  if (typeof user?.login !== "string") return undefined;
  return { login: user.login.replace(/\[bot\]$/, ""), isBot: user.type === "Bot" };
}

/** A time of a payload in UTC; undefined for what is none. Some are not written in UTC. */
export function toIso(time: unknown): string | undefined {
  const at = typeof time === "string" ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
