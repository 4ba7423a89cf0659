import { expect, it } from "vitest";
import type { StoredThread } from "../../../src/features/timeline/facts.ts";
import { changeRow } from "../../../src/features/timeline/store/join-facts.ts";
import { settleClosings } from "../../../src/features/timeline/store/settle-closings.ts";

const at = "2026-03-01T09:00:00.000Z";
const later = "2026-03-01T09:01:00.000Z";
const observed: StoredThread = {
  id: "D_1",
  title: "Why?",
  url: "https://github.com/acme/widgets/discussions/1",
  category: "q-a",
  isAnswerable: true,
  labels: [],
  locked: false,
  isPinned: false,
  updatedAt: later,
  readAt: "2026-03-01T10:00:00.000Z",
};

it("takes a reopening that was told and one that a reading showed at the same second for one, in any order of rows", () => {
  const rows = [
    changeRow({ kind: "closed", at, reason: "resolved" }),
    changeRow({ kind: "reopened", at: later }),
    changeRow({ kind: "reopened", at: later }, true),
  ];
  for (const some of [rows, rows.toReversed()]) {
    expect(settleClosings(some, observed).entries.map(({ kind }) => kind)).toEqual(["closed", "reopened"]);
  }
});
