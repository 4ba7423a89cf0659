import { errorLine, errorMessage } from "../core/log.ts";
import { GoneError, NotReadyError, RateLimitError } from "../core/errors.ts";
import type { ClaimedDelivery } from "../core/inbox.ts";
import { giveUp } from "./give-up.ts";
import { handle, type HandleDeps } from "./handle.ts";
import { InFlightDeliveries } from "./in-flight.ts";
import type { Rush } from "./rush.ts";
import { StepGate, StoppingError } from "./step-gate.ts";

export interface WorkDeps extends HandleDeps {
  /** Milliseconds to wait after so many failures; undefined: give up. By chance, or for a `chance` from 0 to 1. */
  readonly backoff: (attempts: number, chance?: number) => number | undefined;
  /** Deliveries in progress at the same time. */
  readonly concurrency: number;
  /** Whether webhooks come in so fast that nothing is to be taken for the moment. */
  readonly rush?: Pick<Rush, "subsides">;
}

/** A claimed delivery is ours this long; it is renewed while we work, so only a dead process loses it. */
const leaseMs = 15_000;
const renewMs = 5_000;
/** What is left of a stop's time for steps that have begun: GitHub answers most requests in far less. */
const lastStepMs = 2_000;
/** Looked at this often even when nobody calls: another process may have put something in, or died with it. */
const idleMs = 5_000;
/** So often while something is due that cannot be taken yet: who is through calls earlier. */
const heldBackMs = 250;

/** Takes deliveries from the inbox and handles them: in order per thread, side by side across threads, by turns across installations. */
export class Worker {
  readonly #deps: WorkDeps & { readonly steps: StepGate };
  readonly #inFlight: InFlightDeliveries;
  #timer: NodeJS.Timeout | undefined;
  #state: "new" | "working" | "stopped" = "new";
  #pumping: Promise<void> | undefined;
  #again = false;
  #hasFoundNothing = false;

  constructor(deps: WorkDeps) {
    this.#deps = { ...deps, steps: new StepGate() };
    this.#inFlight = new InFlightDeliveries(deps.concurrency, () => performance.now(), deps.clock);
  }

  start(): void {
    this.#state = "working";
    this.wake();
  }

  /** There may be something to do. Cheap to call often. */
  wake(): void {
    if (this.#state !== "working") return;
    if (this.#pumping) {
      this.#again = true;
      return;
    }
    this.#pumping = this.#pump().finally(() => {
      this.#pumping = undefined;
      if (this.#again) this.wake();
    });
  }

  /**
   * Take nothing more and wait for what is in progress. Toward the end of the time no step begins any more, and what has
   * not ended is given back, so that others take it up at once. What is in the middle of a step even then keeps its
   * lease: it runs out when GitHub has long done what was asked of it, or never will.
   */
  async stop(withinMs: number): Promise<void> {
    if (this.#state === "stopped") return;
    this.#state = "stopped";
    clearTimeout(this.#timer);
    await this.#pumping;
    const { inbox, steps, clock } = this.#deps;
    const lastMs = Math.min(lastStepMs, withinMs / 2);
    await this.#settledWithin(withinMs - lastMs);
    steps.close();
    await inbox.recordShutdown();
    await inbox.giveBack(clock(), steps.busy);
    if (steps.busy.length === 0) return;
    await this.#settledWithin(lastMs);
    await inbox.giveBack(clock(), steps.busy);
  }

  /** Resolves when nothing is in progress and nothing waits that may be done now: an installation may be paused. */
  async idle(): Promise<void> {
    for (;;) {
      await this.#pumping;
      await this.#inFlight.settled();
      const next = await this.#deps.inbox.nextRunAt();
      if (!this.#pumping && this.#inFlight.isEmpty && (!next || next > this.#deps.clock() || this.#isHeldBack)) return;
      this.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async #settledWithin(ms: number): Promise<void> {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    await Promise.race([this.#inFlight.settled(), over]);
    clearTimeout(timer);
  }

  /** With nothing in progress there was nothing to take, while an installation is paused. */
  get #isHeldBack(): boolean {
    return this.#hasFoundNothing && !this.#again && this.#inFlight.isPaused;
  }

  async #pump(): Promise<void> {
    this.#again = false;
    this.#hasFoundNothing = false;
    clearTimeout(this.#timer);
    try {
      while (this.#state === "working" && !this.#inFlight.isFull) {
        await this.#deps.rush?.subsides();
        const delivery = await this.#deps.inbox.claim(this.#deps.clock(), leaseMs, this.#inFlight);
        this.#hasFoundNothing = !delivery && this.#inFlight.isEmpty;
        if (!delivery) break;
        this.#inFlight.hold(delivery, this.#work(delivery), () => this.wake());
      }
      await this.#sleep();
    } catch (error) {
      this.#deps.log.error({ err: error }, "the inbox cannot be read; trying again");
      this.#timer = setTimeout(() => this.wake(), idleMs);
    }
  }

  async #sleep(): Promise<void> {
    // With all hands full there is nothing to wait for: whoever is through first calls.
    if (this.#state !== "working" || this.#inFlight.isFull) return;
    const next = await this.#deps.inbox.nextRunAt();
    const soonest = this.#inFlight.isEmpty ? 50 : heldBackMs;
    const ms = next ? Math.min(Math.max(next.getTime() - this.#deps.clock().getTime(), soonest), idleMs) : idleMs;
    this.#timer = setTimeout(() => this.wake(), ms);
  }

  async #work(delivery: ClaimedDelivery): Promise<void> {
    const { inbox, clock, log } = this.#deps;
    const renewal = setInterval(() => {
      // Given back, or about to be.
      if (this.#deps.steps.isClosed) return;
      inbox.renew(delivery.id, clock(), leaseMs).catch((err: unknown) => log.warn({ err }, "a lease was not renewed"));
    }, renewMs);
    try {
      await this.#handle(delivery);
    } catch (error) {
      // The inbox itself failed; the lease runs out and the delivery is taken up again.
      log.error({ err: error, delivery: delivery.id }, "what came of a delivery could not be written down");
    } finally {
      clearInterval(renewal);
    }
  }

  async #handle(delivery: ClaimedDelivery): Promise<void> {
    const { inbox, clock, log } = this.#deps;
    const started = clock().getTime();
    const facts = { delivery: delivery.id, name: delivery.name };
    try {
      if (delivery.diedAlone) throw new CrashError("the process ended while nothing else ran");
      const outcome = await handle(delivery, this.#deps);
      await inbox.finish(delivery.id, outcome.line, clock(), outcome.shortfall);
      const entry = { ...facts, ms: clock().getTime() - started, shortfall: outcome.shortfall };
      if (outcome.shortfall) log.warn(entry, outcome.line);
      else log.info(entry, outcome.line);
    } catch (error) {
      await this.#fail(delivery, error);
    }
  }

  async #fail(delivery: ClaimedDelivery, error: unknown): Promise<void> {
    const { inbox, clock, log, backoff } = this.#deps;
    const now = clock();
    // It is no failure: `stop` gives the delivery back.
    if (error instanceof StoppingError) return;
    const facts = { delivery: delivery.id, name: delivery.name, attempts: delivery.attempts + 1 };
    const message = errorLine(error);
    if (error instanceof GoneError) {
      await inbox.finish(delivery.id, `nothing more: ${message}`, now, "gone");
      return log.warn({ ...facts, shortfall: "gone" }, message);
    }
    if (error instanceof RateLimitError) {
      this.#inFlight.slowDown(delivery.installation);
      if (error.isForAll) this.#inFlight.pause(delivery.installation, error.retryAt);
    }
    if (error instanceof RateLimitError || error instanceof NotReadyError) {
      await inbox.fail(delivery.id, message, now, error.retryAt, "wait");
      return log.warn({ ...facts, retryAt: error.retryAt }, `put back: ${errorMessage(error)}`);
    }
    const isCrash = error instanceof CrashError;
    // The whole wait, not a chance of it: many sudden ends in a row are more often the machine's than the delivery's.
    const wait = isCrash ? backoff(delivery.attempts + 1, 1) : backoff(delivery.attempts + 1);
    if (wait === undefined) await giveUp(delivery, this.#deps);
    const retryAt = wait === undefined ? undefined : new Date(now.getTime() + wait);
    await inbox.fail(delivery.id, message, now, retryAt, isCrash ? "crash" : "failure");
    log.error(
      { ...facts, err: error },
      wait === undefined ? "given up: see `frontdesk inbox list --dead`" : "failed; will be tried again",
    );
  }
}

/** A delivery that takes the process down with it never gets to fail; it only comes back. */
class CrashError extends Error {
  override name = "CrashError";
}
