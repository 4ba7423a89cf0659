import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { GitHubError } from "../world/errors.ts";
import type { Discussion, Issue, PullRequest, Repository, User } from "../world/objects.ts";
import { hasRole } from "../world/people.ts";
import type { GitRepository } from "../git/git-repository.ts";
import type { AppManifests } from "../access/app-manifests.ts";
import type { UserAuthorizations } from "../access/user-authorizations.ts";
import type { MovableClock } from "../clock/movable-clock.ts";
import type { World } from "../world/world.ts";

/** Name of the cookie that remembers whom the visitor acts as. */
export const ACT_AS = "act_as";

/** One request of a browser: where it goes and as whom. */
export interface Visit extends PageContext {
  /** Whom the visitor acts as; undefined while nobody is chosen: looking is free, acting is not. */
  readonly person: User | undefined;
  /** Path with query, to come back to. */
  readonly path: string;
}

/** What Hono carries along a request. */
export interface PageEnv {
  readonly Variables: { visit: Visit };
}

/** A request's context in any of the routes. */
export type PageRequest = Context<PageEnv>;

export function toVisit(c: Context, context: PageContext): Visit {
  const url = new URL(c.req.url);
  const login = getCookie(c, ACT_AS);
  const person = login === undefined ? undefined : context.world.findUser(login);
  return { ...context, person, path: url.pathname + url.search };
}

/** The person who acts. Throws FORBIDDEN while nobody is chosen. */
export function mustBeSomebody(visit: Visit): User {
  if (visit.person === undefined) {
    throw new GitHubError("FORBIDDEN", "Choose whom to act as first: the menu is at the top of every page.", 403);
  }
  return visit.person;
}

/** The repository in the path. What the visitor may not read does not exist. */
export function mustFindRepository(c: PageRequest): Repository {
  const { world, person } = c.var.visit;
  const repository = world.findRepository(c.req.param("owner") ?? "", c.req.param("name") ?? "");
  const isReadable = repository !== undefined && (!repository.isPrivate || mayRead(repository, person));
  if (repository === undefined || !isReadable) throw notFound("repository");
  return repository;
}

function mayRead(repository: Repository, person: User | undefined): boolean {
  return person !== undefined && hasRole(repository, person, "read");
}

/** The one of these that has the number in the path. */
export function mustFindNumbered<T extends { readonly number: number }>(c: PageRequest, among: readonly T[]): T {
  const found = among.find(({ number }) => String(number) === c.req.param("number"));
  if (found === undefined) throw notFound("thread of this number");
  return found;
}

/** A refusal because something does not exist. */
export function notFound(what: string): GitHubError {
  return new GitHubError("NOT_FOUND", `There is no such ${what}.`, 404);
}

/** The thread of a number, of whichever kind. */
export function findThread(repository: Repository, number: number): Discussion | Issue | PullRequest | undefined {
  const threads = [...repository.discussions, ...repository.issues, ...repository.pullRequests];
  return threads.find((thread) => thread.number === number);
}

/** The name of the text fields of a sent form; files are left out. */
export async function formFields(c: PageRequest): Promise<ReadonlyMap<string, string>> {
  const form = await c.req.parseBody({ all: true });
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(form)) {
    const first = Array.isArray(value) ? value.filter((part) => typeof part === "string").join("\n") : value;
    // Browsers send line ends as CRLF; GitHub stores what it gets, and so do we.
    if (typeof first === "string") fields.set(name, first);
  }
  return fields;
}

/** A path of ours to go to. What leads to another site counts as none. */
export function localPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/u.test(path) ? path : "/";
}

/** What the pages need of the server they are part of. */
export interface PageContext {
  readonly world: World;
  readonly git: (repository: Repository) => GitRepository;
  readonly deliveries: DeliveryLog;
  readonly clock: MovableClock;
  readonly authorizations: UserAuthorizations;
  readonly manifests: AppManifests;
}

/** Webhooks as the activity page shows them. */
interface DeliveryLog {
  /** Newest first. */
  list(): readonly ShownDelivery[];
  /** Send one again under its old GUID; resolves when it was answered or has failed. */
  redeliver(id: number): Promise<unknown>;
}

/** One delivery of a webhook, answered or not. */
export interface ShownDelivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  /** ISO 8601. */
  readonly deliveredAt: string;
  /** As GitHub words it: `OK`, or what went wrong. */
  readonly status: string;
  /** HTTP status of the answer; 0 when there was none. */
  readonly statusCode: number;
  /** Seconds. */
  readonly duration: number;
  readonly redelivery: boolean;
}

/** The one of these that a form sent. Throws when it sent something else. */
export function chosen<const T extends string>(values: readonly T[], given: string | undefined): T {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new GitHubError("UNPROCESSABLE", `Choose one of ${values.join(", ")}.`, 422);
  return found;
}
