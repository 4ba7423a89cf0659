import type { ServerResponse } from "node:http";
import { seededRandom } from "../seeded-random.ts";
import { type ErrorName, refusal } from "../world/error-texts.ts";
import { type Incoming, type Outgoing, send, toBytes } from "./http-messages.ts";

/** What can go wrong with a request. */
export type FaultKind =
  /** Answer with a status of its own: before the work (nothing happened) or after it (it did, unknown to the client). */
  | { readonly kind: "status"; readonly status: number; readonly when: "before" | "after" }
  /** Never answer. */
  | { readonly kind: "hang"; readonly when: "before" | "after" }
  /** Break the connection without an answer. */
  | { readonly kind: "reset"; readonly when: "before" | "after" }
  /** Do the work, send half of the answer, break the connection. */
  | { readonly kind: "cut" }
  /** Answer a read as it was answered last time, no longer ago than this by the world's clock; a first read is answered truly. */
  | { readonly kind: "stale"; readonly withinMs?: number }
  /**
   * Refuse in GraphQL's way, with status 200: what GitHub was seen to say at times, and nobody knows when. `at` names
   * one field of the answer's root, by its alias: only that is refused then, and the rest is answered.
   */
  | { readonly kind: "refused"; readonly error: ErrorName; readonly when: "before" }
  | { readonly kind: "refused"; readonly error: ErrorName; readonly when: "after"; readonly at?: string }
  | { readonly kind: "primary-limit" }
  /** Status 200 is for GraphQL alone. */
  | { readonly kind: "secondary-limit"; readonly retryAfterSeconds?: number; readonly status?: 200 | 403 | 429 }
  /** End the installation's token that asks, and refuse it: 401, for it and for whoever else holds it. */
  | { readonly kind: "revoked-token" }
  /** The limit on new content, which GraphQL words as bad input; REST by this status. */
  | { readonly kind: "content-limit"; readonly status?: 403 | 422 };

/** A fault and the requests it applies to. */
export type Fault = FaultKind & {
  /**
   * `*`, `rest`, `graphql`, a REST route (`GET /repos/{owner}/{repo}/contents/{path}`; a last `{path}` or
   * `{ref}` may hold slashes), the name of a GraphQL operation, or a field asked of GraphQL's root (`addDiscussionComment`).
   */
  readonly on: string;
  /** Database id of the installation whose requests it applies to; anybody's, unless stated. */
  readonly installation?: number;
  /** How many matching requests are left alone first. */
  readonly after?: number;
  /** How many requests it applies to; all, unless stated. */
  readonly times?: number;
  /** Applies to each with this chance, 0 to 1, drawn from the seed. */
  readonly chance?: number;
};

/** What a fault is matched against. */
export interface FaultSubject {
  readonly kind: "rest" | "graphql";
  readonly method: string;
  readonly path: string;
  readonly operation: string | undefined;
  readonly rootFields: readonly string[];
  /** What was sent: of GraphQL its variables. */
  readonly body: unknown;
  /** Database id of the installation that asks. */
  readonly installation?: number | undefined;
}

/** Decides on a request by what it is; undefined lets it be. */
export type FaultDecision = (subject: FaultSubject) => FaultKind | undefined;

interface ArmedFault {
  readonly fault: Fault;
  readonly route: RegExp | undefined;
  toSkip: number;
  left: number;
}

/** Faults on demand, by operation, by count or by seeded chance: the same seed and requests give the same faults. */
export class Faults {
  #armed: ArmedFault[] = [];
  #decide: FaultDecision = () => undefined;
  #random: () => number;

  constructor(seed = 1) {
    this.#random = seededRandom(seed);
  }

  /** Begin the chances anew. */
  reseed(seed: number): void {
    this.#random = seededRandom(seed);
  }

  /**
   * Arms a fault; what it returns disarms it. Those that are certain are tried before those by chance, which would let
   * some requests through by another way; of both, earlier ones first.
   */
  add(fault: Fault): () => void {
    const armed: ArmedFault = {
      fault,
      route: toRoute(fault.on),
      toSkip: fault.after ?? 0,
      left: fault.times ?? Number.POSITIVE_INFINITY,
    };
    const isCertain = ({ fault: { chance } }: ArmedFault): boolean => chance === undefined;
    this.#armed = [...this.#armed, armed].toSorted((one, other) => Number(isCertain(other)) - Number(isCertain(one)));
    return () => {
      this.#armed = this.#armed.filter((one) => one !== armed);
    };
  }

  /**
   * Asks `decide` about each request that no armed fault applies to. Chances are drawn in the order of the requests, which
   * differs from run to run where a client asks for several things at once; what a request is does not.
   */
  decideBy(decide: FaultDecision): void {
    this.#decide = decide;
  }

  /** Disarms all, and asks nobody. */
  clear(): void {
    this.#armed = [];
    this.#decide = () => undefined;
  }

  /** The fault that applies to this request, which counts as one use of it; undefined for none. */
  draw(subject: FaultSubject): FaultKind | undefined {
    for (const armed of this.#armed) {
      if (armed.left <= 0 || !matches(armed, subject)) continue;
      if (armed.toSkip > 0) {
        armed.toSkip -= 1;
        continue;
      }
      if (armed.fault.chance !== undefined && this.#random() >= armed.fault.chance) continue;
      armed.left -= 1;
      return armed.fault;
    }
    return this.#decide(subject);
  }
}

function matches({ fault, route }: ArmedFault, subject: FaultSubject): boolean {
  if (fault.installation !== undefined && fault.installation !== subject.installation) return false;
  if (fault.on === "*" || fault.on === subject.kind) return true;
  if (route !== undefined) return subject.kind === "rest" && route.test(`${subject.method} ${subject.path}`);
  return subject.operation === fault.on || subject.rootFields.includes(fault.on);
}

/** `GET /repos/{owner}/{repo}` as a pattern; undefined where it is no route. */
function toRoute(on: string): RegExp | undefined {
  if (!/^[A-Z]+ \//u.test(on)) return undefined;
  const escaped = on.replaceAll(/[.*+?^$()|[\]\\]/gu, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(?:path|ref)\}$/u, ".+").replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u");
}

const maxKept = 500;

/** The last answer to each read, for stale reads. */
export class RememberedAnswers {
  readonly #answers = new Map<string, { readonly answer: Outgoing; readonly at: number }>();

  /** What was answered to the same question last time, since then; the new answer where it was not asked. */
  last(incoming: Incoming, fresh: Outgoing, since: number): Outgoing {
    const remembered = this.#answers.get(keyOf(incoming));
    return remembered !== undefined && remembered.at >= since ? remembered.answer : fresh;
  }

  /** Times in milliseconds. */
  keep(incoming: Incoming, answer: Outgoing, at: number): void {
    const key = keyOf(incoming);
    // Kept as text: objects in an answer may change with the world. Deleting first moves the key to the end.
    this.#answers.delete(key);
    const isPlain = answer.body === undefined || typeof answer.body === "string" || Buffer.isBuffer(answer.body);
    this.#answers.set(key, { answer: isPlain ? answer : { ...answer, body: JSON.stringify(answer.body) }, at });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > maxKept && oldest !== undefined) this.#answers.delete(oldest);
  }
}

function keyOf({ method, path, query, headers, bytes }: Incoming): string {
  return [method, path, query.toString(), headers["accept"] ?? "", bytes.toString("base64")].join("\n");
}

/** What nobody outside of GitHub can be sure of: each way it may be can be tried. */
export interface Quirks {
  /** `viewerDidAuthor` is false everywhere, as it might be for the token of an installation. */
  deniesAuthorship: boolean;
}

/** As GitHub's documentation has it. */
export function asDocumented(): Quirks {
  return { deniesAuthorship: false };
}

/** Send the answer, or what a fault makes of it; the status that left, 0 for none. */
export function sendWithFault(
  response: ServerResponse,
  answer: Outgoing | undefined,
  fault: FaultKind | undefined,
): number {
  switch (fault?.kind) {
    case "hang":
      return 0;
    case "reset":
      response.socket?.resetAndDestroy();
      return 0;
    case "status":
      send(response, { status: fault.status, headers: {}, body: { message: "Server Error" } });
      return fault.status;
    case "refused":
      send(response, { status: 200, headers: {}, body: refusedBody(fault, answer?.body) });
      return 200;
    default:
  }
  if (answer === undefined) return 0;
  send(response, answer, fault?.kind === "cut" ? Math.floor(toBytes(answer.body).length / 2) : undefined);
  return answer.status;
}

/** The whole answer refused, or one field of it. */
function refusedBody(fault: Extract<FaultKind, { readonly kind: "refused" }>, body: unknown): unknown {
  const { type, message } = refusal(fault.error);
  const at = fault.when === "after" ? fault.at : undefined;
  if (at === undefined) return { data: null, errors: [{ type, message }] };
  const data = typeof body === "object" && body !== null && "data" in body ? body.data : null;
  return { data: { ...(typeof data === "object" ? data : {}), [at]: null }, errors: [{ type, path: [at], message }] };
}
