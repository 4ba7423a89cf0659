import type { WorkAmount } from "./plan-impact.ts";

/** What is measured: an issue with the estimate that it has on the board, if any. */
interface Sized {
  readonly estimate?: number;
}

/**
 * How much these issues are. Estimates are given where at least half of the issues have one; those without count as the
 * median of the others then, since to count them as nothing makes every plan too short (ZenHub's charts do:
 * ZenHubIO/support#464), and teams without estimates want the same reckoned by issues (ZenHubIO/support#1124).
 */
export function measureWork(issues: readonly Sized[], isAll = true): WorkAmount {
  const amount = { issues: issues.length, isAll };
  const sizes = sizesOf(issues);
  if (!sizes) return amount;
  const without = issues.filter(({ estimate }) => estimate === undefined).length;
  const total = sum(issues.map(({ estimate }) => estimate ?? sizes.usual));
  return { ...amount, estimates: { total, without, usual: sizes.usual } };
}

/** What each of these issues counts, in their order; undefined where fewer than half of them have an estimate. */
export function estimatesOf(issues: readonly Sized[]): readonly number[] | undefined {
  const sizes = sizesOf(issues);
  return sizes && issues.map(({ estimate }) => estimate ?? sizes.usual);
}

function sizesOf(issues: readonly Sized[]): { readonly usual: number } | undefined {
  const known = issues.flatMap(({ estimate }) => (estimate === undefined ? [] : [estimate]));
  const isEnough = known.length > 0 && known.length * 2 >= issues.length;
  return isEnough ? { usual: quantile(known, 0.5) } : undefined;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0);
}

/** The quantile with linear interpolation between neighbours (type 7 of Hyndman and Fan, 1996); 0 of nothing. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
