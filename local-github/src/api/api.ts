import type { ServerResponse } from "node:http";
import { nameOf, anonymousAt, type Viewer } from "../access/viewer.ts";
import { sendWithFault, type FaultKind, type Faults, type Quirks, RememberedAnswers } from "./faults.ts";
import type { Access } from "../access/access.ts";
import { toExchange, type ExchangeListener, type Incoming, restError, send, type Outgoing } from "./http-messages.ts";
import type { GitRepository } from "../git/git-repository.ts";
import { costOfCall, isRead, toCall, toSubject, type Call } from "./call.ts";
import { executeQuery, isPrepared } from "../graphql/execute.ts";
import type { Ledger } from "./ledger.ts";
import { contentLimitAnswer, primaryLimitAnswer, secondaryLimitAnswer, refusedForHeaders } from "./early-answers.ts";
import { limitHeaders, type Budget, type Limits, type Resource } from "./limits.ts";
import { handleRest } from "../rest/router.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import { refusal } from "../world/error-texts.ts";
import { GitHubError } from "../world/errors.ts";
import type { Repository } from "../world/objects.ts";
import { restLogin } from "../world/people.ts";
import type { World } from "../world/world.ts";

/** What the API needs of its server. */
export interface ApiParts {
  readonly world: World;
  readonly access: Access;
  readonly limits: Limits;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly quirks: Quirks;
  readonly webhooks: Webhooks;
  readonly git: (repository: Repository) => GitRepository;
  readonly treeLimit?: number;
}

interface Done {
  readonly answer: Outgoing;
  readonly points: number;
  readonly viewer?: Viewer;
  readonly route?: string;
}

/** Answers REST and GraphQL requests: who asks, may they still, what do they get, and what goes wrong on the way. */
export class Api {
  readonly #parts: ApiParts;
  readonly #remembered = new RememberedAnswers();
  readonly #listeners = new Set<ExchangeListener>();

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  /** Calls the listener with each request and its answer; what it returns stops that. */
  onExchange(listener: ExchangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Answers one request, or fails it as a fault says. */
  async answer(incoming: Incoming, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const refused = refusedForHeaders(incoming);
    if (refused) {
      send(response, refused);
      return;
    }
    const call = toCall(incoming);
    if (call === undefined) {
      const message = "Problems parsing JSON";
      send(response, { status: 400, headers: {}, body: { message, documentation_url: docsOf("core"), status: "400" } });
      return;
    }
    const fault = this.#parts.faults.draw({ ...toSubject(call), installation: this.#installationOf(call) });
    const isEarly = fault !== undefined && "when" in fault && fault.when === "before";
    const done = isEarly ? undefined : await this.#work(call, fault);
    const status = sendWithFault(response, done?.answer, fault);
    this.#record(call, done, status, fault, performance.now() - startedAt);
  }

  async #work(call: Call, fault: FaultKind | undefined): Promise<Done> {
    try {
      if (fault?.kind === "revoked-token") this.#revokeTokenOf(call);
      const viewer = this.#viewerOf(call);
      const done = await this.#answerViewer(call, viewer, fault);
      const shown = this.#remember(call, done.answer, fault);
      if (fault === undefined) this.#emit(call, done);
      return { ...done, answer: shown, viewer };
    } catch (error) {
      if (!(error instanceof GitHubError)) return { answer: internalError(error), points: 0 };
      return { answer: restError(error, docsOf(call.resource)), points: 0 };
    }
  }

  /** What is shown of an answer to a read: this one, or the last one where a fault has it stale. */
  #remember(call: Call, answer: Outgoing, fault: FaultKind | undefined): Outgoing {
    if (!isRead(call)) return answer;
    const now = this.#parts.world.now().getTime();
    const since = now - (fault?.kind === "stale" ? (fault.withinMs ?? Number.POSITIVE_INFINITY) : 0);
    const shown = fault?.kind === "stale" ? this.#remembered.last(call.incoming, answer, since) : answer;
    this.#remembered.keep(call.incoming, answer, now);
    return shown;
  }

  #installationOf({ incoming }: Call): number | undefined {
    const { authorization } = incoming.headers;
    try {
      const viewer = authorization === undefined ? undefined : this.#parts.access.authenticate(authorization);
      return viewer?.kind === "installation" ? viewer.installation.databaseId : undefined;
    } catch (error) {
      if (error instanceof GitHubError) return undefined;
      throw error;
    }
  }

  /** Without a token one may read what is public, but by REST alone. */
  #viewerOf({ incoming, resource }: Call): Viewer {
    const { authorization } = incoming.headers;
    if (authorization !== undefined) return this.#parts.access.authenticate(authorization);
    if (resource === "graphql") throw refusal("graphqlNeedsToken");
    return anonymousAt(incoming.address);
  }

  /** The token of an installation; those of people and of the app itself stay good. */
  #revokeTokenOf({ incoming }: Call): void {
    const [, token] = /^(?:bearer|token)\s+(ghs_\S+)$/iu.exec(incoming.headers.authorization ?? "") ?? [];
    if (token !== undefined) this.#parts.access.revoke({ token });
  }

  async #answerViewer(call: Call, viewer: Viewer, fault: FaultKind | undefined): Promise<Done> {
    const { limits } = this.#parts;
    const { resource } = call;
    const who = nameOf(viewer);
    if (fault?.kind === "secondary-limit") {
      return { answer: secondaryLimitAnswer(fault.retryAfterSeconds, fault.status ?? 403), points: 0 };
    }
    if (fault?.kind === "content-limit") {
      const { kind, rootFields } = toSubject(call);
      return {
        answer: contentLimitAnswer(kind === "graphql" ? rootFields : undefined, fault.status ?? 403),
        points: 0,
      };
    }
    const points = costOfCall(call);
    if (fault?.kind === "primary-limit" || !limits.take(who, resource, points)) {
      return { answer: primaryLimitAnswer(who, resource, limits.budget(who, resource)), points: 0 };
    }
    const done = await (call.resource === "graphql" ? this.#graphql(call, viewer) : this.#rest(call, viewer));
    // Unchanged answers are free.
    const isFree = done.answer.status === 304;
    if (isFree) limits.giveBack(who, resource, points);
    const headers = { ...limitHeaders(limits.budget(who, resource), resource), ...done.answer.headers };
    return { ...done, answer: { ...done.answer, headers }, points: isFree ? 0 : points };
  }

  async #graphql({ query }: Call, viewer: Viewer): Promise<Done> {
    const { world, limits, quirks } = this.#parts;
    const headers = { "x-github-media-type": "github.v4; format=json" };
    if (query === undefined || !isPrepared(query)) return { answer: { status: 200, headers, body: query }, points: 1 };
    const { points, nodes: nodeCount } = query.cost;
    const budget = limits.budget(nameOf(viewer), "graphql");
    const body = await executeQuery(query, { world, viewer, quirks, cost: points, nodeCount, budget });
    return { answer: { status: 200, headers, body }, points };
  }

  async #rest({ incoming, body }: Call, viewer: Viewer): Promise<Done> {
    const { world, access, git, webhooks, limits, treeLimit } = this.#parts;
    const { method, path, query, headers } = incoming;
    const limited = treeLimit === undefined ? {} : { treeLimit };
    const budget = (resource: Resource): Budget => limits.budget(nameOf(viewer), resource);
    const context = { world, access, git, webhooks, budget, viewer, method, path, query, headers, body, ...limited };
    const { status, headers: sent = {}, body: sentBody, route } = await handleRest(context);
    return { answer: { status, headers: sent, body: sentBody }, points: 1, ...(route === undefined ? {} : { route }) };
  }

  #emit({ incoming, resource, body }: Call, { answer, route }: Done): void {
    const kind = resource === "graphql" ? "graphql" : "rest";
    for (const listener of this.#listeners) listener(toExchange(kind, incoming, body, answer, route));
  }

  #record(call: Call, done: Done | undefined, status: number, fault: FaultKind | undefined, durationMs: number): void {
    const { incoming, resource } = call;
    const viewer = done?.viewer;
    const subject = toSubject(call);
    this.#parts.ledger.record({
      at: this.#parts.world.now().toISOString(),
      kind: subject.kind,
      method: incoming.method,
      path: incoming.path,
      operation:
        resource === "graphql" ? (subject.operation ?? "") : (done?.route ?? `${incoming.method} ${incoming.path}`),
      rootFields: subject.rootFields,
      status,
      points: done?.points ?? 0,
      installation: viewer?.kind === "installation" ? viewer.installation.databaseId : undefined,
      login: viewer === undefined || viewer.kind === "anonymous" ? undefined : restLogin(viewer.actor),
      errors: messagesOf(done?.answer.body),
      fault: fault?.kind,
      durationMs,
    });
  }
}

function docsOf(resource: Resource): string {
  return resource === "graphql" ? "https://docs.github.com/graphql" : "https://docs.github.com/rest";
}

/** A bug of the local GitHub: shown whole, so that it is not taken for GitHub's own 500. */
function internalError(error: unknown): Outgoing {
  const message = `local GitHub failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { status: 500, headers: {}, body: { message } };
}

function messagesOf(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  if ("errors" in body && Array.isArray(body.errors)) {
    return body.errors.map((error: unknown) => JSON.stringify(error));
  }
  return "message" in body && typeof body.message === "string" ? [body.message] : [];
}
