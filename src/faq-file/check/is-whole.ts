import type { Faq, Span } from "../read/faq-entry.ts";

/** Whether a piece of a file may go: nothing that begins or ends in it ends or begins outside of it. */
export function isWhole({ enclosing }: Pick<Faq, "enclosing">, { start, end }: Span): boolean {
  return enclosing.every((it) => isInside(it.start, start, end) === isInside(it.closing, start, end));
}

function isInside(at: number, start: number, end: number): boolean {
  return at >= start && at < end;
}
