import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

const run = promisify(execFile);
let desk: Desk;
afterEach(() => desk.close());

/** `frontdesk inbox …` on the desk's data, as its operator runs it. */
async function inbox(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["bin/frontdesk.js", "inbox", ...args, "--data", desk.dataFolder]);
  return stdout;
}

describe("a delivery that fails every time", () => {
  it("is given up, can be looked at, and is done when it is retried after the mend", async () => {
    desk = await openDesk();
    const mend = desk.github.faults.add({ kind: "status", status: 500, when: "before", on: "FindThread" });
    const question = desk.ask("How can I change the log level to debug?");
    while ((await desk.givenUp()) === 0) await desk.settle();

    const [entry] = (await inbox("list", "--dead", "--json")).trim().split("\n");
    const { id } = JSON.parse(entry ?? "{}") as { readonly id: string };
    expect(await inbox("list", "--dead")).toContain("discussion.created  dead");
    expect(await inbox("show", id)).toContain('"title": "How can I change the log level to debug?"');

    mend();
    expect(await inbox("retry", id)).toBe(`${id} will be tried again.\n`);
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
    expect(await inbox("list", "--dead")).toBe("No delivery is dead.\n");
  });

  it("is answered 😕 when it was somebody's command", async () => {
    desk = await openDesk();
    desk.github.faults.add({ kind: "status", status: 500, when: "before", on: "FindThread" });
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    const comment = desk.comment(thread, "/help", "ann");
    while ((await desk.givenUp()) === 0) await desk.settle();
    expect(comment.reactions.map(({ content }) => content)).toEqual(["EYES", "CONFUSED"]);
  });
});
