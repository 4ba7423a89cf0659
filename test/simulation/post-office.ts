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

interface Waiting {
  readonly at: number;
  readonly letter: Letter;
}

/** Stands between GitHub and the app, and lets each webhook have its fate. */
export class PostOffice {
  readonly #now: () => number;
  readonly #fateOf: FateOf;
  readonly #server = createServer();
  #waiting: Waiting[] = [];
  readonly #refused = new Set<string>();

  /** `fateOf` is asked once for each webhook, in the order in which GitHub sends them. */
  constructor(now: () => number, fateOf: FateOf) {
    this.#now = now;
    this.#fateOf = fateOf;
    this.#server.on("request", (request: IncomingMessage, response) => {
      this.#take(request).then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(500).end(),
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

  /** Hands over what has arrived by now, in the order of arrival. */
  async deliver(to: string): Promise<void> {
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || next.at > this.#now()) return;
      this.#waiting.shift();
      const { headers, body } = next.letter;
      const answer = await fetch(to, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(`the app answered ${answer.status} to a webhook`);
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
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
    const { lateMs, lost } = this.#refused.delete(guid) ? { lateMs: [0] } : this.#fateOf(letter, this.#now());
    if (lost === "refused") this.#refused.add(guid);
    if (lost === undefined) for (const late of lateMs) this.#queue({ at: this.#now() + late, letter });
    return lost === "refused" ? 500 : 202;
  }

  #queue(waiting: Waiting): void {
    const behind = this.#waiting.findIndex(({ at }) => at > waiting.at);
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiting);
  }
}
