import { expect, it } from "vitest";
import type { KnownIssue } from "../../src/core/knowledge.ts";
import type { KnowledgeRecords } from "../../src/core/knowledge-records.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

/** An issue as it usually is; a test names only what matters to it. */
export function issue(number: number, over: Partial<KnownIssue> = {}): KnownIssue {
  return {
    number,
    kind: "issue",
    title: "Crash",
    question: "It crashes",
    answer: "",
    url: `https://github.com/acme/widgets/issues/${number}`,
    links: ["https://example.com/"],
    outcome: { state: "open", isBug: true },
    openedAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-02T00:00:00.000Z",
    ...over,
  };
}

const fixed = {
  answer: "Fixed",
  outcome: { state: "completed", shippedIn: "2.4", isBug: true },
  updatedAt: "2026-01-03T00:00:00.000Z",
  closedAt: "2026-01-03T00:00:00.000Z",
} as const;

/** What every store tells of issues and feature requests. */
export function issuesContract(store: () => KnowledgeRecords): void {
  it("makes an item of an issue, with what became of it", async () => {
    await store().keepIssues(widgets, [issue(12, fixed)]);
    expect((await store().changesSince(widgets, 0)).put).toEqual([
      {
        id: "issue:12",
        group: "issue:12",
        kind: "issue",
        title: "Crash",
        context: [],
        aliases: [],
        body: "It crashes",
        code: "",
        answer: "Fixed",
        links: ["https://example.com/"],
        date: new Date("2026-01-03T00:00:00Z"),
        url: "https://github.com/acme/widgets/issues/12",
        outcome: { state: "completed", shippedIn: "2.4", isBug: true },
      },
    ]);
  });

  it("gives an issue by its id, whatever kind it is by now", async () => {
    await store().keepIssues(widgets, [issue(1), issue(2, { retired: "duplicate" })]);
    await store().keepIssues(widgets, [issue(1, { kind: "feature-request", outcome: { state: "open" } })]);
    await store().keepThreads(widgets, []);
    expect(await store().items(widgets, ["issue:2", "issue:3", "thread:1", "issue:1"])).toMatchObject([
      { id: "issue:2", retired: "duplicate" },
      { id: "issue:1", kind: "feature-request", date: new Date("2026-01-01T00:00:00Z") },
    ]);
  });

  it("tells an issue again only when it has changed", async () => {
    await store().keepIssues(widgets, [issue(1), issue(2)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().keepIssues(widgets, [issue(1), issue(2, fixed)]);
    expect(await store().changesSince(widgets, revision)).toMatchObject({
      dropGroups: ["issue:2"],
      put: [{ id: "issue:2", answer: "Fixed" }],
    });
  });

  it("keeps the newer state of an issue, in whichever order the two come", async () => {
    await store().keepIssues(widgets, [issue(1, fixed)]);
    await store().keepIssues(widgets, [issue(1)]);
    expect(await store().items(widgets, ["issue:1"])).toMatchObject([{ answer: "Fixed" }]);
  });

  it("forgets an issue, and takes it back", async () => {
    await store().keepIssues(widgets, [issue(1), issue(2)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().forgetIssue(widgets, 1);
    await store().forgetIssue(widgets, 99);
    const after = await store().changesSince(widgets, revision);
    expect(after).toMatchObject({ dropGroups: ["issue:1"], put: [] });
    await store().keepIssues(widgets, [issue(1)]);
    expect((await store().changesSince(widgets, after.revision)).put).toMatchObject([{ id: "issue:1" }]);
  });

  it("forgets all issues of a repository, and remembers by which settings the next ones are chosen", async () => {
    expect(await store().findIssueSettings(widgets)).toBeUndefined();
    await store().keepIssues(widgets, [issue(1), issue(2)]);
    await store().keepIssues(gadgets, [issue(1)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().resetIssues(widgets, "some");
    expect((await store().changesSince(widgets, revision)).dropGroups.toSorted()).toEqual(["issue:1", "issue:2"]);
    await store().resetIssues(widgets, "others");
    expect(await store().findIssueSettings(widgets)).toBe("others");
    expect(await store().findIssueSettings(gadgets)).toBeUndefined();
    expect((await store().changesSince(gadgets, 0)).put).toHaveLength(1);
    await store().resetIssues(widgets, undefined);
    expect(await store().findIssueSettings(widgets)).toBeUndefined();
  });

  it("forgets the issues of a repository with the repository, and how they were chosen", async () => {
    await store().resetIssues(widgets, "some");
    await store().keepIssues(widgets, [issue(1)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().forgetRepository(widgets);
    expect(await store().changesSince(widgets, revision)).toMatchObject({ dropGroups: ["issue:1"], put: [] });
    expect(await store().findIssueSettings(widgets)).toBeUndefined();
  });

  it("tells many issues at once", async () => {
    await store().keepIssues(
      widgets,
      Array.from({ length: 1_234 }, (_, index) => issue(index + 1)),
    );
    const { put } = await store().changesSince(widgets, 0);
    expect(new Set(put.map(({ id }) => id)).size).toBe(1_234);
  });
}
