import type { WorldEvent } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { toAppChange, type AppChange } from "./app-change.ts";

/** Hears of each step that the clock was moved; it goes on when all have ended. */
type ClockListener = () => void | Promise<void>;

/** A way of the clock from one time to a later one. */
export interface ClockMove {
  readonly from: Date;
  readonly to: Date;
  /** What apps changed on the way, in the order in which they did it. */
  readonly changes: readonly AppChange[];
  readonly state: "under way" | "over" | "broken off";
  /** Why it was broken off, where an error did it. */
  readonly failure?: string;
}

type MoveUnderWay = { -readonly [Key in keyof ClockMove]: ClockMove[Key] } & { readonly changes: AppChange[] };

const minuteMs = 60_000;

/** Steps of a move: as often as an app may look at its clock within a few hours, and hourly over more. */
const fineStepMs = 15 * minuteMs;
const coarseStepMs = 60 * minuteMs;
const fineMoveMs = 4 * 60 * minuteMs;

/**
 * Moves the world's clock forward, with whoever has a clock that has to go along: an app that looks at what is due. Never
 * back.
 */
export class MovableClock {
  readonly #world: World;
  readonly #changed: () => void;
  readonly #listeners = new Set<ClockListener>();
  #move: MoveUnderWay | undefined;
  #moving: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** `changed` is called whenever the world has to be saved. */
  constructor(world: World, changed: () => void) {
    this.#world = world;
    this.#changed = changed;
  }

  /** Calls the listener after each step, and waits for it; what it returns stops that. */
  onMoved(listener: ClockListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Moves the clock by milliseconds at once; resolves when all who listen have taken it in. Throws where it would go back. */
  async advance(ms: number): Promise<void> {
    this.#world.advanceClock(ms);
    this.#changed();
    for (const listener of this.#listeners) await listener();
  }

  /** The move that is under way, or the last one that was. */
  get lastMove(): ClockMove | undefined {
    return this.#move;
  }

  /**
   * Moves the clock to a time in small steps, so that all that falls due on the way does so at its time, and keeps what
   * apps do meanwhile. One move at a time: while one is under way, this is that one.
   */
  moveTo(to: Date): ClockMove {
    if (this.#move?.state === "under way") return this.#move;
    const from = this.#world.now();
    const move: MoveUnderWay = { from, to, changes: [], state: "under way" };
    this.#move = move;
    this.#moving = this.#carryOut(move);
    return move;
  }

  async #carryOut(move: MoveUnderWay): Promise<void> {
    const stopListening = this.#world.on((event) => remember(event, this.#world.now(), move.changes));
    const isLong = move.to.getTime() - move.from.getTime() > fineMoveMs;
    try {
      const isThere = await this.#goTo(move.to, isLong ? coarseStepMs : fineStepMs);
      move.state = isThere ? "over" : "broken off";
    } catch (error) {
      // Whoever moved the clock reads it on the page.
      move.state = "broken off";
      move.failure = String(error);
    } finally {
      stopListening();
    }
  }

  /** Resolves when no move is under way. */
  async settled(): Promise<void> {
    await this.#moving;
  }

  /** Breaks off a move that is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#moving;
  }

  /** False where it was closed on the way. */
  async #goTo(to: Date, stepMs: number): Promise<boolean> {
    for (;;) {
      const now = this.#world.now().getTime();
      const left = to.getTime() - now;
      if (left <= 0) return true;
      if (this.#isClosed) return false;
      // To the round times, at which people expect things to fall due.
      await this.advance(Math.min(left, stepMs - (now % stepMs)));
    }
  }
}

function remember(event: WorldEvent, at: Date, changes: AppChange[]): void {
  const change = toAppChange(event, at);
  const last = changes.at(-1);
  if (change === undefined) return;
  // A comment that is edited twice on the way is one change to look at.
  if (last?.path === change.path && last.what === change.what) changes.pop();
  changes.push(change);
}
