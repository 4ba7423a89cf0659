import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DashboardWorld } from "./dashboard-world.ts";

let world: DashboardWorld;
beforeEach(async () => {
  world = await DashboardWorld.open();
  const { inbox } = world.stores;
  const accept = (id: string, payload: object) =>
    inbox.accept({ id, name: "discussion", payload }, { orderKey: id, installation: 70, priority: 0 }, world.now);
  for (const id of ["dead", "refused", "waiting/with a <b>"]) {
    await accept(id, { action: "created", words: "</pre><script>alert(1)</script>" });
    if (id.startsWith("waiting")) continue;
    await inbox.claim(world.now, 60_000);
    if (id === "dead") {
      const plan = { actions: [{ do: "react", subject: "D_1", reaction: "EYES" }], because: "somebody asked" } as const;
      await inbox.keepPlan(id, "related-answers", plan);
      await inbox.fail(id, "GitHub said <i>no</i>", world.now, undefined, "failure");
    } else await inbox.finish(id, "GitHub refuses a label", world.now, "refused");
  }
});
afterEach(() => world.close());

const shown = async (path: string) => (await (await world.get(path, "olga")).text()).replaceAll(/\s+/gu, " ");

describe("the inbox of an operator", () => {
  it("shows what was given up and what fell short, with counts of all", async () => {
    const text = await shown("/-/inbox");
    expect(text).toMatch(/>dead<\/a> <div class="figure">1<\/div>/u);
    expect(text).toMatch(/>waiting<\/a> <div class="figure">1<\/div>/u);
    expect(text).toContain(`<a href="/-/inbox/dead">discussion.created</a>`);
    expect(text).toContain("GitHub said &lt;i&gt;no&lt;/i&gt;");
    expect(text).toContain("GitHub refuses a label");
    expect(text).not.toContain("waiting%2F");
  });

  it("shows the beginning of a long outcome in a list, and all of it by itself", async () => {
    const { inbox } = world.stores;
    const position = { orderKey: "long", installation: 70, priority: 0 };
    await inbox.accept({ id: "long", name: "ping", payload: {} }, position, world.now, `${"word ".repeat(60)}end`);
    expect(await shown("/-/inbox?show=done")).toMatch(/(?:word ){30,32}\w*…/u);
    expect(await shown("/-/inbox/long")).toContain("word end");
  });

  it("shows those of one state", async () => {
    const text = await shown("/-/inbox?show=waiting");
    expect(text).toContain(`href="/-/inbox/waiting%2Fwith%20a%20%3Cb%3E"`);
    expect(text).not.toContain(`href="/-/inbox/dead"`);
  });

  it("shows a delivery with its plan and what it said, as words", async () => {
    const text = await shown("/-/inbox/dead");
    expect(text).toContain("related-answers");
    expect(text).toContain("because somebody asked");
    expect(text).toContain("&lt;/pre&gt;&lt;script&gt;");
    expect(text).not.toContain("<script");
    expect((await world.get("/-/inbox/waiting%2Fwith%20a%20%3Cb%3E", "olga")).status).toBe(200);
    expect((await world.get("/-/inbox/nothing", "olga")).status).toBe(404);
  });

  it("puts what was given up back into the line, once, and nothing else", async () => {
    expect(await shown("/-/inbox")).toContain(`action="/-/inbox/dead/retry"`);
    const response = await world.post("/-/inbox/dead/retry", "olga");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/-/inbox/dead"]);
    expect((await world.stores.inbox.show("dead"))?.state).toBe("waiting");
    expect((await world.post("/-/inbox/dead/retry", "olga")).status).toBe(404);
    expect((await world.post("/-/inbox/refused/retry", "olga")).status).toBe(404);
  });

  it("lets nobody else look or try again", async () => {
    for (const login of ["sam", "rita", "hana"]) {
      expect((await world.get("/-/inbox", login)).status).toBe(404);
      expect((await world.post("/-/inbox/dead/retry", login)).status).toBe(404);
    }
    expect((await world.get("/-/inbox")).status).toBe(404);
    expect((await world.stores.inbox.show("dead"))?.state).toBe("dead");
  });
});
