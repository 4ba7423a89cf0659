import { describe, expect, it } from "vitest";
import { GoneError, RateLimitError, RefusedError, StaleError } from "../../src/core/errors.ts";
import { nothing } from "../../src/core/plan.ts";
import { aComment, repository } from "../helpers/builders.ts";
import { PipelineWorld } from "./pipeline-world.ts";
import { aFeature, commented, opened, ping, plan, planning, redeliver, say } from "./pieces.ts";

const forbidden = new RefusedError("Resource not accessible by integration", "permission");
const locked = new RefusedError("the conversation is locked", "locked");

describe("GitHub's limits", () => {
  it.each([
    ["a question", opened, false],
    ["a command", commented("/ping"), false],
    ["an import", { kind: "import-threads", repository, cursor: undefined }, true],
  ] as const)("are left to what somebody waits for: %s", async (_, event, isInBackground) => {
    const world: PipelineWorld = new PipelineWorld({
      features: [
        aFeature(
          "first",
          () => world.isInBackground,
          (seen) => plan(redeliver(seen ? 1 : 2)),
        ),
      ],
      commands: [],
    });
    await world.accept(event);
    await world.handleNext();
    expect(world.changes.filter((it) => it.startsWith("redeliver"))).toEqual([
      isInBackground ? "redeliver 1" : "redeliver 2",
    ]);
  });
});

describe("the stages of an event", () => {
  it("are the receipt of commands, the features, and the commands in the order they are written", async () => {
    const world = new PipelineWorld({
      features: [planning("first", redeliver(1)), planning("second", redeliver(2))],
      commands: [ping(redeliver(3))],
    });
    await world.accept(commented("/ping\n\nand again\n\n/ping"));
    const { line } = await world.handleNext();
    expect(world.changes).toEqual([
      "react eyes to DC_1",
      "redeliver 1",
      "redeliver 2",
      "redeliver 3",
      "comment: pong",
      "react rocket to DC_1",
      "redeliver 3",
    ]);
    expect(line.split("; ").map((it) => it.split(":")[0])).toEqual(["receipt", "first", "second", "/ping", "/ping"]);
  });

  it("are of the command that applies, where several have one name", async () => {
    const named = (reads: readonly number[], appliesTo?: () => Promise<boolean>) => ({
      ...ping(redeliver(...reads)),
      ...(appliesTo && { appliesTo }),
    });
    const no = () => Promise.resolve(false);
    const world = new PipelineWorld({
      commands: [named([1], no), named([2], () => Promise.resolve(true)), named([3])],
    });
    await world.accept(commented("/ping"));
    await world.handleNext();
    expect(world.changes.filter((it) => it.startsWith("redeliver"))).toEqual(["redeliver 2"]);

    const other = new PipelineWorld({ commands: [named([1], no), named([2], no)] });
    await other.accept(commented("/ping"));
    await other.handleNext();
    expect(other.changes).toEqual([]);
  });

  it("are each decided when the one before is performed", async () => {
    const world: PipelineWorld = new PipelineWorld({
      features: [
        planning("first", redeliver(1, 2)),
        aFeature(
          "second",
          () => world.changes.length,
          (seen) => plan(redeliver(10 + seen)),
        ),
      ],
    });
    await world.accept(opened);
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 1", "redeliver 2", "redeliver 12"]);
  });

  it("are none for what nobody looks at, for our own comments, and for what means nothing", async () => {
    const features = [planning("any", redeliver(1))];
    const world = new PipelineWorld({ features, commands: [ping()] });
    await world.accept({ kind: "issue-changed", repository, number: 3 });
    expect(await world.handleNext()).toEqual({ line: "nothing: issue-changed concerns no feature" });

    const echo = "/ping\n\n<!-- frontdesk:reply:7 key -->";
    const comment = aComment({ body: echo, author: { login: "frontdesk", isBot: true } });
    const actor = { login: "frontdesk", isBot: true };
    await world.accept({ kind: "comment-added", repository, number: 12, actor, comment }, "delivery-2");
    await world.handleNext();

    await world.inbox.accept(
      { id: "3", name: "star", payload: {} },
      { orderKey: "", installation: 1, priority: 1 },
      world.now,
    );
    expect(await world.handleNext()).toEqual({ line: "nothing: this event means nothing to us" });
    expect(world.changes).toEqual([]);
  });
});

describe("a plan", () => {
  it("is stored before anything of it is performed, and each step is marked before the next", async () => {
    const world = new PipelineWorld({ features: [planning("only", redeliver(1, 2, 3))] });
    const stored: unknown[] = [];
    world.beforeWrite = async () => void stored.push((await world.plans())["feature:only"]);
    await world.accept(opened);
    await world.handleNext();
    expect(stored).toEqual([
      { actions: 3, done: [] },
      { actions: 3, done: [0] },
      { actions: 3, done: [0, 1] },
    ]);
    expect(await world.plans()).toEqual({ "feature:only": { actions: 3, done: [0, 1, 2] } });
  });

  it("that does nothing is not stored, and its reason is told", async () => {
    const world = new PipelineWorld({
      features: [
        aFeature(
          "shy",
          () => undefined,
          () => nothing("it is Monday"),
        ),
      ],
    });
    await world.accept(opened);
    expect(await world.handleNext()).toEqual({ line: "shy: nothing, because it is Monday" });
    expect(await world.plans()).toEqual({});
  });

  it("goes on behind the last mark when it is tried again, as it was decided at first", async () => {
    let next = 1;
    const world = new PipelineWorld({
      features: [
        aFeature(
          "only",
          () => next++,
          (it) => plan(redeliver(it * 10, it * 10 + 1, it * 10 + 2)),
        ),
      ],
    });
    world.fail("redeliver 11", new Error("502"));
    await world.accept(opened);
    await expect(world.handleNext()).rejects.toThrow("502");
    expect(await world.plans()).toEqual({ "feature:only": { actions: 3, done: [0] } });
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 10", "redeliver 11", "redeliver 12"]);
  });

  it("leaves stages alone that are done when one behind them fails", async () => {
    const world = new PipelineWorld({
      features: [planning("first", redeliver(1)), planning("second", redeliver(2))],
    });
    world.fail("redeliver 2", new Error("502"));
    await world.accept(opened);
    await expect(world.handleNext()).rejects.toThrow("502");
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 1", "redeliver 2"]);
  });

  it("says nothing twice where a try ended between a comment and its mark", async () => {
    const world = new PipelineWorld({ features: [planning("only", [say])], commands: [ping()] });
    world.fail("comment: See the docs.", new Error("reset"), { when: "after" });
    world.fail("comment: pong", new Error("reset"), { when: "after" });
    await world.accept(commented("/ping"));
    await expect(world.handleNext()).rejects.toThrow("reset");
    await expect(world.handleNext()).rejects.toThrow("reset");
    await world.handleNext();
    expect(world.changes.filter((it) => it.startsWith("comment"))).toEqual(["comment: See the docs.", "comment: pong"]);
  });

  it("puts what follows from it into the inbox once, however often it is performed", async () => {
    const followUp = { do: "follow-up", key: "next", event: { kind: "repository-added", repository } } as const;
    const world = new PipelineWorld({ features: [planning("only", [followUp, ...redeliver(1)])] });
    const accept = world.inbox.accept.bind(world.inbox);
    // The process ends behind the deed, before the mark.
    world.inbox.accept = async (...given) => {
      await accept(...given);
      world.inbox.accept = accept;
      throw new Error("the process ended");
    };
    await accept(
      { id: "1", name: "frontdesk", payload: opened },
      { orderKey: "k", installation: 1, priority: 1 },
      world.now,
    );
    await expect(world.handleNext()).rejects.toThrow("the process ended");
    await world.handleNext();
    const entries = await world.inbox.list({ limit: 9 });
    expect(entries.map(({ action, state }) => [action, state])).toEqual([
      ["repository-added", "waiting"],
      ["discussion-opened", "done"],
    ]);
  });

  it("leaves out what may be left out where writes are short", async () => {
    const reaction = { do: "react", repository, comment: "DC_1", with: "confused", spare: true } as const;
    const world = new PipelineWorld({ features: [planning("only", [reaction, ...redeliver(1)])] });
    world.hasSpare = false;
    await world.accept(opened);
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 1"]);
    expect(await world.plans()).toEqual({ "feature:only": { actions: 2, done: [0, 1] } });
  });
});

describe("a plan of which the ground has moved", () => {
  it("is dropped with its marks, and decided anew from what there is now", async () => {
    let decided = 0;
    const world = new PipelineWorld({
      features: [
        aFeature(
          "only",
          () => ++decided,
          (it) => plan(redeliver(it * 10, it * 10 + 1)),
        ),
      ],
    });
    world.fail("redeliver 11", new StaleError("the branch moved"));
    await world.accept(opened);
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 10", "redeliver 20", "redeliver 21"]);
    expect(await world.plans()).toEqual({ "feature:only": { actions: 2, done: [0, 1] } });
  });

  it("is decided anew when a stored plan of an earlier try proves stale", async () => {
    let decided = 0;
    const world = new PipelineWorld({
      features: [
        aFeature(
          "only",
          () => ++decided,
          (it) => plan(redeliver(it)),
        ),
      ],
    });
    world.fail("redeliver 1", new Error("502"));
    world.fail("redeliver 1", new StaleError("the branch moved"));
    await world.accept(opened);
    await expect(world.handleNext()).rejects.toThrow("502");
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 2"]);
  });

  it("is tried again later when it moves each time, without a plan to begin with", async () => {
    let decided = 0;
    const world = new PipelineWorld({
      features: [
        aFeature(
          "only",
          () => ++decided,
          (it) => plan(redeliver(it)),
        ),
      ],
    });
    world.fail("redeliver", new StaleError("the branch moved"), { times: 4 });
    await world.accept(opened);
    await expect(world.handleNext()).rejects.toThrow(StaleError);
    expect(decided).toBe(4);
    expect(await world.plans()).toEqual({});
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 5"]);
  });

  it("may be found so while it is gathered", async () => {
    let gathered = 0;
    const gather = () => {
      if (++gathered === 1) throw new StaleError("a page is gone");
    };
    const world = new PipelineWorld({ features: [aFeature("only", gather, () => plan(redeliver(1)))] });
    await world.accept(opened);
    await world.handleNext();
    expect(world.changes).toEqual(["redeliver 1"]);
  });
});

describe("what GitHub refuses", () => {
  it("is told below the command, and what stands behind it goes on", async () => {
    const world = new PipelineWorld({ commands: [ping(redeliver(1))] });
    world.fail("redeliver 1", forbidden);
    await world.accept(commented("/ping\n\n/ping"));
    const { line, shortfall } = await world.handleNext();
    expect(shortfall).toBe("refused");
    expect(world.changes[0]).toBe("react eyes to DC_1");
    expect(world.changes[1]).toMatch(/^comment: .*GitHub/u);
    expect(world.changes.slice(2)).toEqual(["react confused to DC_1", "redeliver 1", "comment: pong"]);
    expect(line).toContain("/ping:refused");
    expect(Object.keys(await world.plans())).toEqual([
      "receipt",
      "command:1:ping",
      "command:1:ping:refused",
      "command:2:ping",
    ]);
  });

  it("keeps what was done of the plan, and does not try the rest of it again", async () => {
    const world = new PipelineWorld({
      features: [planning("only", redeliver(1, 2, 3)), planning("next", redeliver(4))],
    });
    world.fail("redeliver 2", forbidden);
    await world.accept(opened);
    expect(await world.handleNext()).toEqual({
      line: `only:refused: nothing, because ${forbidden.message}; next: have GitHub send guid-4 again, because the test says so`,
      shortfall: "refused",
    });
    expect(world.changes).toEqual(["redeliver 1", "redeliver 4"]);
  });

  it("is answered by nothing where the answer is refused too", async () => {
    const world = new PipelineWorld({ commands: [ping(redeliver(1))] });
    world.fail("redeliver 1", forbidden);
    world.fail("comment", forbidden);
    await world.accept(commented("/ping"));
    const { line, shortfall } = await world.handleNext();
    expect(shortfall).toBe("refused");
    expect(line).toContain("GitHub refuses even to let it be said");
    expect(world.changes).toEqual(["react eyes to DC_1"]);
  });

  it("goes on with the answer when a try ended in the middle of it", async () => {
    const world = new PipelineWorld({ commands: [ping(redeliver(1))] });
    world.fail("redeliver 1", forbidden, { times: 2 });
    world.fail("react confused", new Error("502"));
    await world.accept(commented("/ping"));
    await expect(world.handleNext()).rejects.toThrow("502");
    await world.handleNext();
    expect(world.changes.filter((it) => it.startsWith("comment"))).toHaveLength(1);
    expect(world.changes.at(-1)).toBe("react confused to DC_1");
  });

  it("is for the operator where nobody asked for it", async () => {
    const world = new PipelineWorld({ commands: [ping()] });
    world.fail("react eyes", forbidden);
    await world.accept(commented("/ping"));
    await expect(world.handleNext()).rejects.toThrow(RefusedError);
  });

  it("leaves the words out of a locked conversation, and does all else", async () => {
    const world = new PipelineWorld({ features: [planning("only", [say, ...redeliver(1)])] });
    world.fail("comment", locked);
    await world.accept(opened);
    expect(await world.handleNext()).toMatchObject({ shortfall: "refused" });
    expect(world.changes).toEqual(["redeliver 1"]);
    expect(await world.plans()).toEqual({ "feature:only": { actions: 2, done: [0, 1] } });
  });

  it("is no matter of words where something else is refused because of the lock", async () => {
    const world = new PipelineWorld({ features: [planning("only", redeliver(1, 2))] });
    world.fail("redeliver 1", locked);
    await world.accept(opened);
    expect(await world.handleNext()).toMatchObject({ shortfall: "refused" });
    expect(world.changes).toEqual([]);
  });
});

describe("what is gone meanwhile", () => {
  it("is told below the command", async () => {
    const world = new PipelineWorld({ commands: [ping(redeliver(1))] });
    world.fail("redeliver 1", new GoneError("the label is gone"));
    await world.accept(commented("/ping"));
    expect(await world.handleNext()).toMatchObject({ shortfall: "gone" });
    expect(world.changes.filter((it) => it.startsWith("comment"))).toHaveLength(1);
    expect(world.changes.at(-1)).toBe("react confused to DC_1");
  });

  it("weighs less than a refusal of the same event", async () => {
    const world = new PipelineWorld({ features: [planning("first", redeliver(1)), planning("second", redeliver(2))] });
    world.fail("redeliver 1", new GoneError("the thread is gone"));
    world.fail("redeliver 2", forbidden);
    await world.accept(opened);
    expect(await world.handleNext()).toMatchObject({ shortfall: "refused" });
  });

  it("ends a command whose thread or comment is gone before it is decided", async () => {
    const world = new PipelineWorld({ commands: [ping()], comments: [] });
    await world.accept(commented("/ping"));
    const { line } = await world.handleNext();
    expect(line).toContain("/ping: nothing, because the comment is gone");
    expect(world.changes).toEqual(["react eyes to DC_1"]);
  });
});

describe("a limit of GitHub's", () => {
  const later = new RateLimitError("too fast", new Date("2026-03-02T10:00:00Z"));

  it("ends the try while a plan is performed, and the plan waits with its marks", async () => {
    const world = new PipelineWorld({ features: [planning("only", redeliver(1, 2))] });
    world.fail("redeliver 2", later);
    await world.accept(opened);
    await expect(world.handleNext()).rejects.toBe(later);
    expect(await world.plans()).toEqual({ "feature:only": { actions: 2, done: [0] } });
  });

  it("ends it while something is read, and nothing is stored", async () => {
    const gather = () => {
      throw later;
    };
    const world = new PipelineWorld({ features: [aFeature("only", gather, () => plan(redeliver(1)))] });
    await world.accept(opened);
    await expect(world.handleNext()).rejects.toBe(later);
    expect(await world.plans()).toEqual({});
  });
});

describe("a command", () => {
  it("of somebody who may not use it is refused in words, without 👀", async () => {
    const world = new PipelineWorld({ commands: [ping([], ["helper"])] });
    await world.accept(commented("/ping"));
    await world.handleNext();
    expect(world.changes).toHaveLength(2);
    expect(world.changes[0]).toMatch(/^comment: /u);
    expect(world.changes[1]).toBe("react confused to DC_1");
  });

  it("of somebody with the role is carried out", async () => {
    const world = new PipelineWorld({ commands: [ping([], ["helper"])] });
    await world.accept(commented("/ping", "hana"));
    await world.handleNext();
    expect(world.changes).toEqual(["react eyes to DC_1", "comment: pong", "react rocket to DC_1"]);
  });
});
