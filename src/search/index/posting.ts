/** Most documents an index can hold at a time. */
export const mostSlots = 1 << 23;

/** Beyond this many occurrences in a field more make no difference: BM25 is nearly saturated. */
export const mostCounted = 63;

/**
 * One occurrence, packed into an unsigned 32-bit number: a document's slot (23 bits), a field's number (3 bits) and how
 * often the term stands in it (6 bits, at most 63). Ascending numbers are ascending slots.
 */
export function pack(slot: number, field: number, count: number): number {
  return ((slot << 9) | (field << 6) | Math.min(count, mostCounted)) >>> 0;
}

export function slotOf(entry: number): number {
  return entry >>> 9;
}

export function fieldOf(entry: number): number {
  return (entry >>> 6) & 7;
}

export function countOf(entry: number): number {
  return entry & mostCounted;
}
