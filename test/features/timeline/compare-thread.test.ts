import { describe, expect, it } from "vitest";
import type { ThreadDigest } from "../../../src/core/thread-history.ts";
import type { Timeline } from "../../../src/core/timeline.ts";
import type { SaidFact } from "../../../src/features/timeline/facts.ts";
import { hasNews, isChanged } from "../../../src/features/timeline/recording/compare-thread.ts";
import { aReading, facts, saidAt, second } from "../../helpers/thread-facts.ts";
import { aQuestion } from "../../helpers/timelines.ts";

const reading = aReading(9, { topLevelComments: 2, isFull: true });
const known = { number: 12, asker: "ann", topLevelComments: 2, observed: reading.observed };
const digest: ThreadDigest = {
  number: 12,
  title: reading.observed.title,
  openedAt: new Date(second(0)),
  updatedAt: new Date(second(9)),
  asker: { login: "ann", isBot: false },
  locked: false,
  isPinned: false,
  category: "q-a",
  labels: [],
  topLevelComments: 2,
};

describe("a thread that is listed", () => {
  it.each<[string, Partial<ThreadDigest>, boolean]>([
    ["is as it was read", {}, false],
    ["was changed", { updatedAt: new Date(second(10)) }, true],
    ["has another title", { title: "Solved" }, true],
    ["is in another category", { category: "ideas" }, true],
    ["is labelled", { labels: ["p1"] }, true],
    ["is locked", { locked: true }, true],
    ["is pinned", { isPinned: true }, true],
    ["is closed", { closedAt: new Date(second(9)) }, true],
    ["has an answer", { answer: { comment: "DC_3", at: new Date(second(9)) } }, true],
    ["has one comment less", { topLevelComments: 1 }, true],
    ["has its asker under another name", { asker: { login: "ann2", isBot: false } }, true],
  ])("%s", (_, given, changed) => {
    expect(isChanged({ ...digest, ...given }, known)).toBe(changed);
  });

  it("was changed where its comments were not read with what was last read of it", () => {
    expect(isChanged(digest, { ...known, fullTo: second(8) })).toBe(true);
    expect(isChanged(digest, { ...known, fullTo: second(9) })).toBe(false);
  });

  it("is the same with its labels in another order, and without an account as before", () => {
    const two = { ...known, observed: { ...known.observed, labels: ["b", "a"] } };
    expect(isChanged({ ...digest, labels: ["a", "b"] }, two)).toBe(false);
    const { asker: _asker, ...ofGhost } = digest;
    const { asker: _known, ...knownGhost } = known;
    expect(isChanged(ofGhost, knownGhost)).toBe(false);
  });
});

describe("a thread that was read in full", () => {
  const timeline: Timeline = {
    number: 12,
    openedAt: new Date(second(0)),
    asker: "ann",
    opener: "asker",
    entries: [
      { key: "comment:DC_3", at: new Date(second(3)), kind: "comment", id: "DC_3", by: "hana", actor: "helper" },
      { key: "needs-info:DC_3", at: new Date(second(3)), kind: "needs-info", by: "hana" },
    ],
    observed: {
      ...aQuestion,
      updatedAt: new Date(second(5)),
      readAt: new Date(second(5)),
    },
  };
  const said = (...more: SaidFact[]) => facts({ reading, said: [saidAt(3), ...more] });

  it.each([
    ["tells nothing new where all comments were told", timeline, said(), false],
    ["tells all where nothing was known", undefined, said(), true],
    ["tells a comment that nobody told", timeline, said(saidAt(4)), true],
    ["tells that one is gone", timeline, facts({ reading }), true],
    [
      "tells nothing by what is hidden or deleted",
      timeline,
      said(saidAt(4, { isHidden: true }), saidAt(5, { isDeleted: true })),
      false,
    ],
    [
      "tells that one says something else",
      timeline,
      facts({ reading, said: [saidAt(3, { text: { sense: "thanks", at: second(6) } })] }),
      true,
    ],
    [
      "tells that it was labelled",
      timeline,
      facts({ reading: { ...reading, observed: { ...reading.observed, labels: ["p1"] } }, said: [saidAt(3)] }),
      true,
    ],
    [
      "tells that it was closed",
      timeline,
      facts({
        reading: { ...reading, observed: { ...reading.observed, closed: { reason: "resolved", at: second(8) } } },
        said: [saidAt(3)],
      }),
      true,
    ],
  ] as const)("%s", (_, before, read, isNew) => {
    expect(hasNews(before, read)).toBe(isNew);
  });
});
