import { afterEach, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;
// So that five hours after whole days are the same day.
const startAt = new Date("2026-03-02T09:01:00Z");

it("reactions are read once a day, at a point for fifty comments, and due threads are known without GitHub", async () => {
  desk = await openDesk({ startAt, files: { ".github/frontdesk.yml": "living-issue:\n  mode: off\n" } });
  for (let n = 1; n <= 20; n += 1) {
    const question = desk.ask(`Question ${n}`);
    for (const by of ["hana", "sam"]) desk.comment(question, `Like this: ${n}.`, by);
  }
  await desk.settle();
  await desk.advance(day);
  desk.github.ledger.clear();
  await desk.advance(day);
  // Forty comments are in one query.
  expect(desk.github.ledger.points({ operation: "OpinionsOn" })).toBe(1);
  desk.github.ledger.clear();
  for (let n = 0; n < 5; n += 1) await desk.advance(hour);
  expect(desk.github.ledger.points({ operation: "FindThread" })).toBe(0);
  expect(desk.github.ledger.points({ operation: "OpinionsOn" })).toBe(0);
});
