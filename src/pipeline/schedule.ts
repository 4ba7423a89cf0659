import { minuteMs } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import { acceptEvent, type AcceptDeps } from "./accept.ts";

/** Those that come again and again. */
type Tick = "minutes" | "hour" | "day";

/** Puts ticks into the inbox: at the start, every five minutes, each hour and each day (UTC). The id names the time, so many processes make one tick. */
export class Schedule {
  readonly #deps: AcceptDeps & { readonly log: Log };
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: AcceptDeps & { readonly log: Log }) {
    this.#deps = deps;
  }

  async start(): Promise<void> {
    await this.tickAtStart();
    this.#timer = setInterval(() => {
      this.tick().catch((err: unknown) => this.#deps.log.error({ err }, "a tick could not be written down"));
    }, minuteMs);
    this.#timer.unref();
  }

  /** What a process does that knows nothing of what was before. */
  async tickAtStart(): Promise<void> {
    const now = this.#deps.clock();
    await acceptEvent(`tick:start:${now.toISOString()}`, { kind: "tick", every: "start" }, this.#deps);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks at the clock now. However much time went by since the last look, each of these kinds of tick comes once. */
  async tick(kinds: readonly Tick[] = ["minutes", "hour", "day"]): Promise<void> {
    const now = this.#deps.clock();
    const hour = now.toISOString().slice(0, 13);
    const minutes = new Date(now.getTime() - (now.getTime() % (5 * minuteMs))).toISOString().slice(0, 16);
    const times: Readonly<Record<Tick, string>> = { minutes, hour, day: hour.slice(0, 10) };
    for (const every of kinds) {
      await acceptEvent(`tick:${every}:${times[every]}`, { kind: "tick", every }, this.#deps);
    }
  }
}
