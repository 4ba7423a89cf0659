import { afterEach, describe, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { runFrontdesk } from "../helpers/run-frontdesk.ts";

let desk: Desk;
afterEach(() => desk.close());

interface Explained {
  readonly title: string;
  readonly status: string;
  readonly waitsOn: string;
  readonly suggestion: { readonly items: readonly { readonly id: string }[] } | null;
  readonly commands: readonly { readonly command: string; readonly done: number; readonly steps: number }[];
  readonly deliveries: readonly { readonly event: string; readonly state: string; readonly outcome: string }[];
}

describe("frontdesk explain", () => {
  it("tells why a thread was answered, what was done for a command, and why another one was met with silence", async () => {
    desk = await openDesk();
    const answered = desk.ask("How can I change the log level to debug?");
    const silent = desk.ask("Zorbing the frumious quux sideways?");
    await desk.settle();
    desk.comment(answered, "/why", "hana");
    await desk.settle();
    const name = `${desk.repository.owner.login}/${desk.repository.name}`;

    const url = `${desk.github.url}/${name}/discussions/${answered.number}#discussioncomment-1`;
    const told = await runFrontdesk(desk, "explain", url);
    expect(told).toContain("How can I change the log level to debug?");
    expect(told).toMatch(/WHAT WAS CONSIDERED\n[1-3] posted\. It took a confidence of 0\.\d+/u);
    expect(told).toMatch(/CLOCKS\nIt waits on the team, since /u);
    expect(told).toMatch(/^ {2}\/why: reply .*, because a helper asks why$/mu);

    const data = JSON.parse(await runFrontdesk(desk, "explain", `${name}#${answered.number}`, "--json")) as Explained;
    expect(data).toMatchObject({ title: answered.title, status: "waiting-on-team", waitsOn: "the team" });
    expect(data.suggestion?.items.map(({ id }) => id)).toContain("docs:docs/logging.md#change-the-log-level");
    expect(data.commands).toMatchObject([{ command: "/why", done: 2, steps: 2 }]);
    expect(data.deliveries.every(({ state }) => state === "done")).toBe(true);

    const silence = await runFrontdesk(desk, "explain", `${name}#${silent.number}`);
    expect(silence).toMatch(/WHAT WAS CONSIDERED\nNothing was good enough\. It took a confidence of/u);
    expect(silence).toMatch(/discussion\.created {2}done/u);
  });
});
