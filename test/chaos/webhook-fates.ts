import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { hourMs, minuteMs } from "../../src/core/clock.ts";
import type { Chances } from "../simulation/chances.ts";
import { ChancesOf } from "./chance-of.ts";

/**
 * What becomes of a webhook: it arrives so many milliseconds after it was sent, once or more often; GitHub hears a 500
 * and lists it among those that failed (`refused`), or believes that it arrived (`forever`).
 */
type Fate = { readonly lateMs: readonly number[] } | { readonly lost: "refused" | "forever" };

interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Waiting {
  readonly at: number;
  readonly letter: Letter;
}

export interface PostOptions {
  /** What time it is, in milliseconds. */
  readonly now: () => number;
  /** The app's address for webhooks; it may change. */
  readonly to: () => Promise<string>;
  /** Missing: each webhook arrives once, at once. */
  readonly seed?: number;
}

/** Stands between GitHub and the app: webhooks come late, overtake each other, come twice, and get lost. */
export class ChaoticPost {
  readonly #options: PostOptions;
  readonly #chances: ChancesOf | undefined;
  readonly #server = createServer();
  readonly #refused = new Set<string>();
  #waiting: Waiting[] = [];
  #isCalm = true;
  /** How many webhooks had which fate. */
  readonly counts = { late: 0, doubled: 0, refused: 0, forever: 0 };

  constructor(options: PostOptions) {
    this.#options = options;
    this.#chances = options.seed === undefined ? undefined : new ChancesOf(`webhooks ${options.seed}`);
    this.#server.on("request", (request: IncomingMessage, response) => {
      this.#take(request).then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(502).end(),
      );
    });
  }

  /** The address that webhooks are sent to. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** When the next webhook arrives, in milliseconds; undefined when none is on its way. */
  get nextAt(): number | undefined {
    return this.#waiting[0]?.at;
  }

  /** From now on webhooks have their fates; before, each arrives at once. */
  begin(): void {
    this.#isCalm = false;
  }

  /** From now on each webhook arrives at once. */
  calmDown(): void {
    this.#isCalm = true;
  }

  /** Hands over what has arrived by now, in the order of arrival; again where the app ended meanwhile. */
  async deliver(): Promise<void> {
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || next.at > this.#options.now()) return;
      const isTaken = await this.#hand(next.letter).then(
        (status) => status < 500,
        () => false,
      );
      if (isTaken) this.#waiting = this.#waiting.filter((it) => it !== next);
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #hand({ headers, body }: Letter): Promise<number> {
    const answer = await fetch(await this.#options.to(), { method: "POST", headers, body });
    await answer.arrayBuffer();
    return answer.status;
  }

  async #take(request: IncomingMessage): Promise<number> {
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        (it): it is [string, string] => typeof it[1] === "string" && /^(?:x-|content-type|user-agent)/.test(it[0]),
      ),
    );
    const letter = { headers, body: await text(request) };
    const guid = headers["x-github-delivery"] ?? "";
    // What the app had sent again arrives.
    const fate = this.#refused.delete(guid) || this.#isCalm ? { lateMs: [0] } : this.#fateOf(letter);
    if ("lost" in fate) {
      this.counts[fate.lost] += 1;
      if (fate.lost === "refused") this.#refused.add(guid);
      return fate.lost === "refused" ? 500 : 202;
    }
    const [first = 0, ...again] = fate.lateMs;
    for (const late of again) this.#queue(late, letter);
    // The app itself answers: where it has just ended, GitHub lists the delivery as failed.
    if (first === 0) return this.#hand(letter);
    this.counts.late += 1;
    this.#queue(first, letter);
    return 202;
  }

  #fateOf({ headers, body }: Letter): Fate {
    if (this.#chances === undefined) return { lateMs: [0] };
    const payload = JSON.parse(body) as Payload;
    const told = `${headers["x-github-event"]}.${payload.action ?? ""}`;
    const subject = payload.discussion ?? payload.issue ?? payload.pull_request;
    const chances = this.#chances.of(`${told} ${subject?.title ?? ""} ${payload.sender?.login ?? ""}`);
    return chooseFate(chances, isFoundLater(told, payload));
  }

  #queue(lateMs: number, letter: Letter): void {
    const at = this.#options.now() + lateMs;
    if (this.#waiting.some((it) => it.letter === letter)) this.counts.doubled += 1;
    const behind = this.#waiting.findIndex((it) => it.at > at);
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, { at, letter });
  }
}

function chooseFate(chances: Chances, mayBeLost: boolean): Fate {
  const late = [lateness(chances)];
  if (chances.percent(15)) late.push(1 + chances.whole(0, hourMs));
  if (chances.percent(7)) return { lost: "refused" };
  if (chances.percent(10) && mayBeLost) return { lost: "forever" };
  return { lateMs: late };
}

/** Most come at once, some within seconds and minutes, and one in twenty an hour late. */
function lateness(chances: Chances): number {
  const upTo = chances.weighted({ "0": 70, [20_000]: 15, [10 * minuteMs]: 10, [hourMs]: 5 });
  return upTo === "0" ? 0 : 1 + chances.whole(0, Number(upTo));
}

interface Payload {
  readonly action?: string;
  readonly discussion?: { readonly title?: string };
  readonly issue?: { readonly title?: string };
  readonly pull_request?: { readonly title?: string };
  readonly comment?: { readonly body?: string };
  readonly sender?: { readonly login?: string };
}

/** Whether a reading of what changed finds it. A command is obeyed when it is told, and not for being there. */
function isFoundLater(told: string, { comment }: Payload): boolean {
  return told === "discussion_comment.created" ? !(comment?.body ?? "").startsWith("/") : foundLater.has(told);
}

const foundLater = new Set([
  "discussion.created",
  "discussion.answered",
  "discussion.closed",
  "discussion.labeled",
  "discussion.unlabeled",
  "discussion_comment.edited",
]);
