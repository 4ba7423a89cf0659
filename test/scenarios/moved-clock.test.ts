import { afterEach, describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../../src/core/clock.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** The ticks that the app has put into its inbox since its start. */
async function ticks(): Promise<readonly string[]> {
  const { db, close } = await openDatabase(desk.place);
  const rows = await db.selectFrom("deliveries").select("id").where("id", "like", "tick:%").orderBy("seq").execute();
  await close();
  return rows.map(({ id }) => id).filter((id) => !id.startsWith("tick:start:"));
}

/** From then until the middle of an hour, so that no tick falls due while a test runs. */
function toMiddleOfHour(now: Date): number {
  return 1.5 * hourMs - (now.getTime() % hourMs) + 60_000;
}

describe("a clock that is moved forward", () => {
  it("is everybody's: GitHub's times, the app's ticks, and the same tokens go on", async () => {
    desk = await openDesk();
    const before = desk.github.world.now();
    await desk.advance(3 * dayMs);
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(Date.parse(question.createdAt)).toBeGreaterThanOrEqual(before.getTime() + 3 * dayMs - 1000);
    expect(desk.botComments(question)).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("makes one tick of each kind, however far it goes, and none where the time has not come", async () => {
    desk = await openDesk();
    await desk.advance(toMiddleOfHour(desk.github.world.now()) + 3 * dayMs);
    const now = desk.github.world.now().toISOString();
    const jumped = await ticks();
    expect(jumped.map((id) => id.split(":")[1])).toEqual(["minutes", "hour", "day"]);
    expect(jumped).toContain(`tick:day:${now.slice(0, 10)}`);
    await desk.advance(0);
    expect(await ticks()).toEqual(jumped);
    await desk.advance(hourMs);
    expect((await ticks()).slice(3, 5).map((id) => id.split(":")[1])).toEqual(["minutes", "hour"]);
  });

  it("goes on from where it was after a restart", async () => {
    desk = await openDesk();
    await desk.advance(10 * dayMs);
    await desk.restart();
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
  });
});
