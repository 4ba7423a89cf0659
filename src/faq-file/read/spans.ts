import type { Span } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";

export function inOrder<Part extends Span>(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => a.start - b.start);
}

/** Those that lie in none of the others. Both are in order, and the others do not overlap. */
export function outside<Part extends Span>(parts: readonly Part[], others: readonly Span[]): Part[] {
  let at = 0;
  return parts.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    const other = others[at];
    return other === undefined || other.start > start || other.end < end;
  });
}

/** Those that have nothing in common with any of the others. Both are in order, and the others do not overlap. */
export function apartFrom<Part extends Span>(parts: readonly Part[], others: readonly Span[]): Part[] {
  let at = 0;
  return parts.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    return (others[at]?.start ?? Infinity) >= end;
  });
}

/** Blocks inside of these, but not at their beginning. Both are in order, and the spans do not overlap. */
export function insideOf(blocks: readonly Block[], spans: readonly Span[]): ReadonlySet<Block> {
  let at = 0;
  return new Set(
    blocks.filter(({ start, end }) => {
      while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
      const span = spans[at];
      return span !== undefined && span.start < start && end <= span.end;
    }),
  );
}
