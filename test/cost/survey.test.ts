import { afterEach, expect, it } from "vitest";
import { closeDiscussion, markAnswer } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { withStores } from "../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

const hour = 60 * 60 * 1000;
const startAt = new Date("2026-03-02T09:01:00Z");

it("reactions cost a point an hour for fifty open surveys, asking a reading and an edit, and nothing open costs nothing", async () => {
  desk = await openDesk({
    startAt,
    files: {
      ".github/frontdesk.yml": "living-issue:\n  mode: off\nsurvey:\n  new-comment: if-needed\n  open-days: 1\n",
    },
  });
  const { ledger, world } = desk.github;
  const reactions = () => ledger.points({ operation: "OpinionsOn" });
  const askers = Array.from({ length: 3 }, (_, n) => `asker-${n}`);
  const questions = askers.map((by, n) => desk.ask(`Why does flange ${n} squeak?`, "It does.", by));
  for (const it of questions) {
    const answer = desk.comment(it, "Oil it.", "hana");
    markAnswer(world, desk.person("hana"), answer);
    closeDiscussion(world, desk.person("hana"), it);
  }
  await desk.settle();
  ledger.clear();
  await desk.advance(hour / 2);
  expect([ledger.points({ operation: "FindThread" }), reactions()]).toEqual([0, 0]);
  await desk.advance(hour);
  // Each is read to decide, and again by whoever writes the section.
  expect(ledger.points({ operation: "FindThread" })).toBe(2 * questions.length);
  expect(reactions()).toBe(0);
  for (const it of questions) expect(desk.botComments(it).at(-1)?.body).toContain("How content");
  ledger.clear();
  for (let n = 0; n < 4; n += 1) await desk.advance(hour);
  expect([ledger.points({ operation: "FindThread" }), reactions()]).toEqual([0, 4]);
  await desk.advance(24 * hour);
  expect(await withStores(desk, ({ surveys }, it) => surveys.openSurveys(it, 10))).toEqual([]);
  ledger.clear();
  await desk.advance(hour);
  expect(reactions()).toBe(0);
});
