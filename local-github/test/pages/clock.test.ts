import { afterAll, beforeAll, expect, it } from "vitest";
import { openSmallSite, type SmallSite } from "./small-site.ts";
import { movesFrom } from "../../src/pages/views/clock-view.ts";

let site: SmallSite;

beforeAll(async () => {
  site = await openSmallSite();
  site.world.attach({ now: () => new Date("2026-11-27T16:02:00Z") });
});

afterAll(() => site.close());

it("shows the time at the top of every page, and moves it for whoever asks", async () => {
  expect(await (await site.get("/")).text()).toContain("Fri 27 Nov, 16:02 UTC");
  const answer = await site.post("/-/clock", { by: "1h" });
  expect(answer.headers.get("location")).toBe("/-/clock");
  await site.context.clock.settled();
  expect(site.world.timestamp()).toBe("2026-11-27T17:02:00Z");
  const page = await (await site.get("/-/clock")).text();
  expect(page).toContain("1 hour ahead of this machine.");
  expect(page).toContain("Nothing fell due on the way.");
});

it("refuses to move by what it does not offer, and for another site", async () => {
  const before = site.world.timestamp();
  expect((await site.post("/-/clock", { by: "-1h" })).status).toBe(422);
  expect((await site.post("/-/clock", { by: "1h" }, undefined, { origin: "http://elsewhere.test" })).status).toBe(403);
  expect(site.world.timestamp()).toBe(before);
});

it.each([
  ["2026-11-27T08:59:00Z", "2026-11-27T09:00:00.000Z"],
  ["2026-11-27T09:00:00Z", "2026-11-30T09:00:00.000Z"],
  ["2026-11-28T03:00:00Z", "2026-11-30T09:00:00.000Z"],
  ["2026-12-31T12:00:00Z", "2027-01-01T09:00:00.000Z"],
])("the working day after %s begins %s", (now, morning) => {
  expect(
    movesFrom(new Date(now))
      .find(({ by }) => by === "morning")
      ?.to.toISOString(),
  ).toBe(morning);
});
