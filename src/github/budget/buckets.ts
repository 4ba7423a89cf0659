import type { BucketName, BudgetState } from "../../core/github-budget.ts";
import type { BudgetLimits } from "./limits.ts";

/** So many tokens of a bucket, of which a part has to be left. */
export interface Price {
  readonly bucket: BucketName;
  readonly tokens: number;
  /** From 0 to 1. */
  readonly left: number;
}

/** Milliseconds until a bucket has what is asked of it; 0: it has. */
export function waitFor(
  { bucket, tokens, left }: Price,
  state: BudgetState,
  limits: BudgetLimits,
  now: number,
): number {
  const { size, everyMs } = limits[bucket];
  const missing = everyMs === 0 ? 0 : Math.max(0, (state.fullAt[bucket] ?? 0) - now) / everyMs;
  return Math.max(0, (missing + tokens - size * (1 - left)) * everyMs);
}

/** The buckets after this was taken of them. */
export function take(
  prices: readonly Price[],
  { fullAt }: BudgetState,
  limits: BudgetLimits,
  now: number,
): BudgetState["fullAt"] {
  const taken = prices.map(({ bucket, tokens }) => {
    const from = Math.max(now, fullAt[bucket] ?? 0);
    return [bucket, from + tokens * limits[bucket].everyMs] as const;
  });
  return { ...fullAt, ...Object.fromEntries(taken) };
}
