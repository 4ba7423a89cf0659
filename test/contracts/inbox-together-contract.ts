import { expect, it } from "vitest";
import type { Inbox } from "../../src/core/inbox.ts";
import { inLine } from "../helpers/in-line.ts";

const now = new Date(1_767_600_000_000);

function delivery(id: string, payload: unknown = {}) {
  return { id, name: "discussion", payload };
}

async function claimAll(inbox: Inbox): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const claimed = await inbox.claim(now, 60_000);
    if (!claimed) return ids;
    ids.push(claimed.id);
    await inbox.finish(claimed.id, "done", now);
  }
}

/** What holds for deliveries that come at the same moment, which an inbox may write down together. */
export function togetherContract(inbox: () => Inbox): void {
  it("takes what comes at once each once, with its payload", async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `d${index}`);
    const twice = [...ids, ...ids.slice(0, 20)];
    const answers = await Promise.all(twice.map((id) => inbox().accept(delivery(id, { id }), inLine(id), now)));
    expect(answers).toEqual(twice.map((_, index) => index < ids.length));
    for (const id of ids) expect((await inbox().show(id))?.payload).toEqual({ id });
    expect((await claimAll(inbox())).toSorted()).toEqual(ids.toSorted());
  });

  it("keeps the order of a key among what comes at once", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `d${index}`);
    const keyOf = (id: string) => `k${ids.indexOf(id) % 3}`;
    await Promise.all(ids.map((id) => inbox().accept(delivery(id), inLine(keyOf(id)), now)));
    const claimed = await claimAll(inbox());
    for (const key of ["k0", "k1", "k2"]) {
      expect(claimed.filter((id) => keyOf(id) === key)).toEqual(ids.filter((id) => keyOf(id) === key));
    }
  });

  it("knows what can happen only once among what comes at once", async () => {
    const about = inLine("k", { cause: "comment:C_1" });
    const told = ["1", "2", "3"].map((id) => inbox().accept(delivery(id), about, now));
    expect(await Promise.all(told)).toEqual([true, true, true]);
    // Whichever was written first.
    const [first, ...others] = await claimAll(inbox());
    expect(others).toEqual([]);
    const outcomes = await Promise.all(["1", "2", "3"].map(async (id) => (await inbox().show(id))?.outcome));
    const toldBefore = `nothing: delivery ${first} has told this before`;
    expect(outcomes.filter((it) => it === toldBefore)).toHaveLength(2);
  });

  it("lets nobody fill the line by many at once", async () => {
    const byEve = Array.from({ length: 7 }, (_, index) => `x${index}`);
    const coming = byEve.map((id) => inbox().accept(delivery(id), inLine(id, { actor: "eve" }), now));
    await Promise.all([...coming, inbox().accept(delivery("ann"), inLine("ann", { actor: "ann" }), now)]);
    const claimed = await claimAll(inbox());
    expect(claimed).toHaveLength(8);
    expect(claimed.slice(-2)).not.toContain("ann");
  });

  it("loses nothing of what comes with something that cannot be written", async () => {
    const wrong = delivery("wrong", { count: 1n });
    const coming = [delivery("1"), wrong, delivery("2")].map((it) => inbox().accept(it, inLine(it.id), now));
    const ended = await Promise.allSettled(coming);
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await claimAll(inbox())).toSorted()).toEqual(["1", "2"]);
  });
}
