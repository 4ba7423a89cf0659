import { secondMs } from "../../core/clock.ts";
import type { BudgetState, BudgetStep, Callable, Held, Resource } from "../../core/github-budget.ts";
import { take, waitFor, type Price } from "./buckets.ts";
import { broughtUp, heldFor, isProbed, isSetBack, probe, stillLimited } from "./holds.ts";
import { partLeft, pointsAtOnce, turnMs, writePoints, type BudgetLimits, type Urgency } from "./limits.ts";

/** What somebody wants to do at GitHub. */
export interface Wish {
  readonly resource: Resource;
  readonly urgency: Urgency;
}

export type Verdict = Granted | Denied;

export interface Granted {
  readonly isGranted: true;
  /** How many points were taken. */
  readonly points: number;
  /** The limits that this request tells whether they are over. */
  readonly probes: readonly Callable[];
}

export interface Denied {
  readonly isGranted: false;
  /** How long it takes until there can be room, in milliseconds. */
  readonly waitMs: number;
  /** How much longer until there can be room for one more. */
  readonly stepMs: number;
  readonly because: string;
}

/** How soon to look again for what another one has in hand: a write takes a fraction of a second. */
const lookAgainMs = 100;

/** What is taken at once when points run low, so that nobody waits for many to come back. */
const fewPoints = 5;

/**
 * A turn to write, and what a write costs. `holder` is the process; it has one write under way at most. Where there is no
 * room, a turn that is its own is free for others.
 */
export function askToWrite(
  before: BudgetState,
  { resource, urgency, holder }: Wish & { readonly holder: string },
  limits: BudgetLimits,
  now: number,
): BudgetStep<Verdict> {
  const state = broughtUp(before, now);
  const left = partLeft[urgency];
  const denied =
    denyHeld(["requests", "writes", resource], state, now) ??
    denyTurn(state, holder, now) ??
    denyPrice(writePrices(resource, left), state, limits, now);
  if (denied) {
    const isChanged = before.turn?.holder === holder || isSetBack(before, now);
    return { ...(isChanged && { state: state.turn?.holder === holder ? withoutTurn(state) : state }), result: denied };
  }
  const probes = stillLimited(["requests", "writes"], state);
  return {
    state: {
      ...state,
      fullAt: take(writePrices(resource, left), state, limits, now),
      limited: probe(probes, state, now),
      turn: { holder, until: now + turnMs },
    },
    result: { isGranted: true, points: writePoints, probes },
  };
}

/** Points for reads: several, so that the next reads need not ask; a single one while GitHub may still want us to wait. */
export function askToRead(
  before: BudgetState,
  { resource, urgency }: Wish,
  limits: BudgetLimits,
  now: number,
): BudgetStep<Verdict> {
  const state = broughtUp(before, now);
  const probes = stillLimited(["requests"], state);
  const price = (tokens: number): Price => ({ bucket: resource, tokens, left: partLeft[urgency] });
  const many = pointsAtOnce[resource];
  const points = probes.length > 0 ? 1 : waitFor(price(many), state, limits, now) === 0 ? many : fewPoints;
  const prices = [price(points)];
  const denied = denyHeld(["requests", resource], state, now) ?? denyPrice(prices, state, limits, now);
  if (denied) return { ...(isSetBack(before, now) && { state }), result: denied };
  return {
    state: { ...state, fullAt: take(prices, state, limits, now), limited: probe(probes, state, now) },
    result: { isGranted: true, points, probes },
  };
}

/** The turn is free for another process; nothing where it is somebody else's by now. */
export function endTurn(before: BudgetState, isEnded: (holder: string) => boolean): BudgetStep<undefined> {
  return { ...(before.turn && isEnded(before.turn.holder) && { state: withoutTurn(before) }), result: undefined };
}

function withoutTurn(state: BudgetState): BudgetState {
  const { turn: _, ...rest } = state;
  return rest;
}

function writePrices(resource: Resource, left: number): readonly Price[] {
  return [
    { bucket: "minute", tokens: 1, left },
    { bucket: "hour", tokens: 1, left },
    { bucket: resource, tokens: writePoints, left: 0 },
  ];
}

function denyHeld(what: readonly Held[], state: BudgetState, now: number): Denied | undefined {
  const held = heldFor(what, state, now);
  if (held > 0) return deny("GitHub asked us to wait", held, lookAgainMs);
  if (isProbed(stillLimited(what, state), state, now)) {
    return deny("GitHub asked us to wait, and whether that is over is being tried", secondMs, lookAgainMs);
  }
  return undefined;
}

function denyTurn({ turn }: BudgetState, holder: string, now: number): Denied | undefined {
  if (turn === undefined || turn.holder === holder || turn.until <= now) return undefined;
  return deny("Another write for this installation goes first", lookAgainMs, lookAgainMs);
}

function denyPrice(
  prices: readonly Price[],
  state: BudgetState,
  limits: BudgetLimits,
  now: number,
): Denied | undefined {
  const waits = prices.map((price) => ({
    waitMs: waitFor(price, state, limits, now),
    stepMs: limits[price.bucket].everyMs * price.tokens,
  }));
  const longest = waits.toSorted((one, other) => other.waitMs - one.waitMs)[0];
  if (longest === undefined || longest.waitMs === 0) return undefined;
  return deny("Our own budget of requests for this installation is used up", longest.waitMs, longest.stepMs);
}

function deny(because: string, waitMs: number, stepMs: number): Denied {
  return { isGranted: false, waitMs: Math.ceil(waitMs), stepMs, because };
}
