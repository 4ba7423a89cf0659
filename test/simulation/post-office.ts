import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/**
 * What becomes of a webhook between GitHub and the app. `lateMs` after it was sent it arrives, so many times. `lost`:
 * GitHub hears a 500 (`refused`) and lists it among those that failed, or believes that it arrived (`forever`).
 */
export interface Fate {
  readonly lateMs: readonly number[];
  readonly lost?: "refused" | "forever";
}

/** A webhook as GitHub sends it. */
export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a webhook that is sent at a time, in milliseconds. */
export type FateOf = (letter: Letter, sentAt: number) => Fate;

const arrives = (): Fate => ({ lateMs: [0] });

interface Waiting {
  readonly at: number;
  readonly letter: Letter;
}

export interface PostOfficeOptions {
  /** What time it is, in milliseconds. */
  readonly now: () => number;
  /** The app's address for webhooks; it may change. */
  readonly to: () => string | Promise<string>;
  /** Asked once for each webhook, in the order in which GitHub sends them; missing: each arrives once, at once. */
  readonly fateOf?: FateOf;
  /**
   * Whether the app itself answers GitHub to what is not late: where it has just ended, GitHub lists the delivery as
   * failed. Missing: GitHub hears that all is well, and the webhook is handed over by `deliver`.
   */
  readonly isDirect?: boolean;
}

/** Stands between GitHub and the app, and lets each webhook have its fate. */
export class PostOffice {
  readonly #options: PostOfficeOptions;
  #fateOf: FateOf;
  readonly #server = createServer();
  readonly #refused = new Set<string>();
  #waiting: Waiting[] = [];
  /** How many webhooks were late, came again and got lost. */
  readonly counts = { late: 0, doubled: 0, refused: 0, forever: 0 };

  constructor(options: PostOfficeOptions) {
    this.#options = options;
    this.#fateOf = options.fateOf ?? arrives;
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

  /** From now on webhooks have these fates; where they are missing, each arrives once, at once. */
  changeFates(fateOf: FateOf = arrives): void {
    this.#fateOf = fateOf;
  }

  /** When the next webhook arrives, in milliseconds; undefined when none is on its way. */
  get nextAt(): number | undefined {
    return this.#waiting[0]?.at;
  }

  /** Hands over what has arrived by now, in the order of arrival; again where the app ended meanwhile. */
  async deliver(): Promise<void> {
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || next.at > this.#options.now()) return;
      const status = await this.#hand(next.letter).catch(() => 502);
      if (status >= 400 && status < 500) throw new Error(`the app answered ${status} to a webhook`);
      if (status < 400) this.#waiting = this.#waiting.filter((it) => it !== next);
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
    const { now, isDirect = false } = this.#options;
    // What the app had sent again arrives.
    const { lateMs, lost } = this.#refused.delete(guid) ? arrives() : this.#fateOf(letter, now());
    if (lost !== undefined) {
      this.counts[lost] += 1;
      if (lost === "refused") this.#refused.add(guid);
      return lost === "refused" ? 500 : 202;
    }
    const [first = 0, ...again] = lateMs;
    this.counts.doubled += again.length;
    for (const late of again) this.#queue({ at: now() + late, letter });
    if (isDirect && first === 0) return this.#hand(letter);
    if (first > 0) this.counts.late += 1;
    this.#queue({ at: now() + first, letter });
    return 202;
  }

  #queue(waiting: Waiting): void {
    const behind = this.#waiting.findIndex(({ at }) => at > waiting.at);
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiting);
  }
}
