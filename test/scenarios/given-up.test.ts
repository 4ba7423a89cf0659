import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { inDatabase } from "../helpers/in-database.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { runFrontdesk } from "../helpers/run-frontdesk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** `frontdesk inbox …` on the desk's data, as its operator runs it. */
const inbox = (...args: string[]) => runFrontdesk(desk, "inbox", ...args);

describe("a delivery that fails every time", () => {
  it("is given up, can be looked at, and is done when it is retried after the mend", async () => {
    desk = await openDesk();
    const mend = desk.github.faults.add({ kind: "status", status: 500, when: "before", on: "FindThread" });
    const question = desk.ask("How can I change the log level to debug?");
    while ((await desk.givenUp()) === 0) await desk.settle();

    const [entry] = JSON.parse(await inbox("list", "--dead", "--json")) as readonly { readonly id: string }[];
    const id = entry?.id ?? "";
    expect(await inbox("list", "--dead")).toMatch(/discussion\.created +dead/u);
    expect(await inbox("show", id)).toContain('"title": "How can I change the log level to debug?"');

    mend();
    expect(await inbox("retry", id)).toBe(`${id} will be tried again.\n`);
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
    expect(await inbox("list", "--dead")).toBe("No delivery is dead.\n");
  });

  it("says so when another release decided it, and does nothing of what it does not know", async () => {
    desk = await openDesk();
    const mend = desk.github.faults.add({ kind: "status", status: 500, when: "before", on: "AddComment" });
    const question = desk.ask("How can I change the log level to debug?");
    while (!desk.logLines.some((it) => it.includes("will be tried again"))) await sleep(10);
    mend();
    await desk.restart(async () => {
      await inDatabase(
        desk,
        `update delivery_plans set plan = replace(plan, '"do":"record-suggestion"', '"do":"sing"')`,
        `update deliveries set attempts = 7 where state = 'waiting'`,
      );
    });
    expect(await desk.givenUp()).toBe(1);
    expect(desk.botComments(question)).toEqual([]);
    expect(await inbox("list", "--dead")).toContain(
      'UnknownActionError: the stored plan has actions that this release does not know ("sing"); another release decided it: start that one, then retry this delivery',
    );
  });

  it("is answered 😕 when it was somebody's command", async () => {
    desk = await openDesk();
    desk.github.faults.add({ kind: "status", status: 500, when: "before", on: "FindThread" });
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    const comment = desk.comment(thread, "/help", "ann");
    while ((await desk.givenUp()) === 0) await desk.settle();
    expect(comment.reactions.map(({ content }) => content)).toEqual(["EYES", "CONFUSED"]);
  });

  it("is answered 😕 when it ended its process every time, before a 👀 even", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    await desk.settle();
    const mend = desk.github.faults.add({ kind: "secondary-limit", retryAfterSeconds: 600, on: "React" });
    const comment = desk.comment(thread, "/help", "ann");
    while (!desk.logLines.some((it) => it.includes("put back"))) await sleep(10);
    mend();
    await desk.restart(async () => {
      // As eight processes leave it that died with it alone in hand, and nothing of it done.
      await inDatabase(
        desk,
        `delete from delivery_plans where delivery in (select seq from deliveries where state = 'waiting')`,
        `update deliveries set state = 'running', attempts = 7, crashes = 9, alone = 1, lease_until = 0,
          leased_by = 'elsewhere|1|x' where state = 'waiting'`,
        // And what GitHub asked us to wait for is over.
        `delete from github_budgets`,
      );
    });
    expect(await desk.givenUp()).toBe(1);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["CONFUSED"]);
    expect(await inbox("list", "--dead")).toContain("CrashError: the process ended while nothing else ran");
  });
});
