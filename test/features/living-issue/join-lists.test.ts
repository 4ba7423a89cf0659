import { describe, expect, it } from "vitest";
import { joinLists } from "../../../src/features/living-issue/join-lists.ts";
import type { AllLists, Lists, WaitingThread } from "../../../src/features/living-issue/lists.ts";

const support = { id: 1, owner: "acme", name: "support", installation: 70 };
const widgets = { id: 2, owner: "acme", name: "widgets", installation: 70 };
const gadgets = { id: 3, owner: "acme", name: "gadgets", installation: 70 };
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9));

function waiting(title: string, since: number, dueOn?: number): WaitingThread {
  const due = dueOn === undefined ? {} : { due: { clock: "resolution" as const, at: at(dueOn), isOver: dueOn <= 10 } };
  return { number: 1, title, url: "https://github.com/acme/x/discussions/1", priority: "p3", since: at(since), ...due };
}

/** Lists of a repository in which these threads wait on us, and one of each other kind. */
function listsOf(name: string, ...items: readonly WaitingThread[]): Lists {
  const one = { number: 9, title: `${name} other`, url: "https://github.com/acme/x/discussions/9", since: at(3) };
  const listed = <Item>(item: Item) => ({ items: [item], total: 1 });
  return {
    onUs: { items, total: items.length },
    onAsker: listed({ ...one, priority: "p3" }),
    toBeMarked: listed(one),
    toBeDecided: listed({ ...one, votes: name.length }),
    faq: `FAQ of ${name}`,
    breaches: listed({ ...one, clock: "resolution" as const, dueAt: at(2), isOpen: true, priority: "p3" }),
    withoutOutcome: listed({ ...one, when: "Thursday" }),
    withoutHost: listed({ ...one, hosts: [] }),
    isNews: name === "gadgets",
  };
}

const parts = ["onUs", "onAsker", "toBeMarked", "toBeDecided", "breaches", "withoutOutcome", "withoutHost"] as const;

describe("lists of several repositories", () => {
  const other = (repository: typeof widgets, lists: Lists, privateTitles = false) => ({
    repository,
    privateTitles,
    lists,
  });

  it("stand by time left, whichever repository they are from, with its name", () => {
    const all: AllLists = {
      own: listsOf("support", waiting("c", 1, 12), waiting("f", 5)),
      others: [
        other(widgets, listsOf("widgets", waiting("a", 4, 9), waiting("d", 1, 14))),
        other(gadgets, listsOf("gadgets", waiting("b", 2, 11), waiting("e", 4))),
      ],
    };
    const joined = joinLists(support, all, new Set([1, 2, 3]));
    expect(joined.onUs.items.map(({ title, repository }) => [title, repository])).toEqual([
      ["a", "acme/widgets"],
      ["b", "acme/gadgets"],
      ["c", "acme/support"],
      ["d", "acme/widgets"],
      ["e", "acme/gadgets"],
      ["f", "acme/support"],
    ]);
    for (const part of parts.slice(1)) {
      expect(joined[part].total).toBe(3);
      expect(joined[part].items.map(({ repository }) => repository)).toContain("acme/gadgets");
    }
    expect(joined.faq).toBe("FAQ of support");
    expect(joined.isNews).toBe(true);
  });

  it("are no more than an issue has room for, and say how many there are", () => {
    const many = Array.from({ length: 400 }, (_, day) => waiting("x", day));
    const lists = { ...listsOf("widgets"), onUs: { items: many, total: 900 } };
    const { onUs } = joinLists(support, { own: lists, others: [other(widgets, lists)] }, new Set([1, 2]));
    expect([onUs.items.length, onUs.total, onUs.hidden]).toEqual([400, 1800, undefined]);
  });

  it.each<readonly [string, readonly number[], boolean, boolean]>([
    ["a public repository in a public one", [1, 2], false, true],
    ["a public repository in a private one", [2], false, true],
    ["a private repository in a public one", [1], false, false],
    ["a private repository in a public one, and it wants it", [1], true, false],
    // One private repository's readers are not another's.
    ["a private repository in a private one", [], false, false],
    ["a private repository in a private one, and it wants it", [], true, true],
  ])("tell what is in %s, or count it alone", (_, publicIds, wantsIt, isTold) => {
    const sealed = listsOf("sealed", waiting("sealed", 1, 9), waiting("sealed", 1, 20));
    const joined = joinLists(
      support,
      { own: listsOf("support"), others: [other(widgets, sealed, wantsIt)] },
      new Set(publicIds),
    );
    expect(JSON.stringify(joined).includes("sealed")).toBe(isTold);
    expect(JSON.stringify(joined).includes("acme/widgets")).toBe(isTold);
    expect([joined.onUs.total, joined.onUs.hidden, joined.hiddenOverdue]).toEqual(
      isTold ? [2, undefined, 0] : [2, 2, 1],
    );
    for (const part of parts.slice(1))
      expect([joined[part].total, joined[part].hidden ?? 0]).toEqual([2, isTold ? 0 : 1]);
  });

  it("are as they were where there is one", () => {
    const own = listsOf("support", waiting("a", 1));
    expect(joinLists(support, { own, others: [] }, new Set())).toEqual(own);
  });
});
