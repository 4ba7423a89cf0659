import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toConnection } from "../../src/graphql/connection.ts";
import type { Connection, PageArguments } from "../../src/graphql/connection.ts";

const listOf = (size: number) => Array.from({ length: size }, (_, index) => ({ databaseId: index + 1 }));

describe("connections", () => {
  it("gives every node once, in order, however the pages are cut, forwards and backwards", () => {
    const forwards = fc.boolean();
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), forwards, (size, page, isForwards) => {
        const list = listOf(size);
        const seen: number[] = [];
        let cursor: string | null = null;
        for (let more = true; more;) {
          const part: PageArguments = isForwards ? { first: page, after: cursor } : { last: page, before: cursor };
          const { nodes, pageInfo, totalCount }: Connection<{ databaseId: number }> = toConnection(
            list,
            part,
            "things",
          );
          expect(totalCount).toBe(size);
          const ids = nodes.map(({ databaseId }) => databaseId);
          if (isForwards) seen.push(...ids);
          else seen.unshift(...ids);
          more = isForwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
          cursor = isForwards ? pageInfo.endCursor : pageInfo.startCursor;
        }
        expect(seen).toEqual(list.map(({ databaseId }) => databaseId));
      }),
    );
  });

  it("repeats and skips nothing that stays, while nodes before the cursor come and go", () => {
    const list = listOf(30);
    const { pageInfo } = toConnection(list, { first: 10 }, "things");
    const changed = [{ databaseId: 100 }, { databaseId: 101 }, ...list.slice(3)];
    const next = toConnection(changed, { first: 5, after: pageInfo.endCursor }, "things");
    expect(next.nodes.map(({ databaseId }) => databaseId)).toEqual([11, 12, 13, 14, 15]);
  });

  it.each([
    [
      {},
      "MISSING_PAGINATION_BOUNDARIES",
      "You must provide a `first` or `last` value to properly paginate the `things` connection.",
    ],
    [
      { first: 101 },
      "EXCESSIVE_PAGINATION",
      "Requesting 101 records on the `things` connection exceeds the `first` limit of 100 records.",
    ],
    [
      { last: 500 },
      "EXCESSIVE_PAGINATION",
      "Requesting 500 records on the `things` connection exceeds the `last` limit of 100 records.",
    ],
    [{ first: -1 }, "EXCESSIVE_PAGINATION", "`first` on the `things` connection cannot be less than zero."],
    [{ first: 1, after: "nonsense" }, "INVALID_CURSOR_ARGUMENTS", "`nonsense` does not appear to be a valid cursor."],
  ])("refuses %j", (page, type, message) => {
    expect(() => toConnection(listOf(3), page, "things")).toThrow(expect.objectContaining({ type, message }));
  });
});
