/**
 * The first `limit` of many by an order, without sorting them all: a heap whose root is the last of those kept.
 * `isBefore` must order strictly (no ties), so that the result does not depend on the order of `values`.
 */
export function selectTop(
  values: Iterable<number>,
  limit: number,
  isBefore: (a: number, b: number) => boolean,
): number[] {
  const heap: number[] = [];
  for (const value of values) {
    if (heap.length < limit) {
      heap.push(value);
      siftUp(heap, isBefore);
    } else if (heap[0] !== undefined && isBefore(value, heap[0])) {
      heap[0] = value;
      siftDown(heap, isBefore);
    }
  }
  return heap.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

type IsBefore = (a: number, b: number) => boolean;

function siftUp(heap: number[], isBefore: IsBefore): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap[parent] ?? 0, heap[at] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function siftDown(heap: number[], isBefore: IsBefore): void {
  for (let at = 0; ;) {
    let last = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && isBefore(heap[last] ?? 0, heap[child] ?? 0)) last = child;
    }
    if (last === at) return;
    swap(heap, at, last);
    at = last;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}
