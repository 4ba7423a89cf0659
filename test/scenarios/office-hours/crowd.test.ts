import { afterEach, expect, it } from "vitest";
import type { Desk } from "../../helpers/open-desk.ts";
import { bookingOf, openClinic } from "../../helpers/office-hours-desk.ts";
import { withStores } from "../../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Daily sessions of ten slots: in the five days in which one can book there are fifty. */
const config = `sessions:
  - name: clinic
    rule: FREQ=DAILY
    start: 2026-03-02 08:00
    timezone: Europe/Berlin
    minutes: 100
    slots: 10
    host: hana
office-hours:
  gate: none
  days-ahead: 5
related-answers:
  mode: "off"
living-issue:
  mode: off
`;

/** As many as GitHub lets an app answer within an hour by far; five hundred decide in test/features/office-hours/. */
const count = 70;

it("a crowd that books at once: each thread has a slot of its own, or an answer; none has two, and none is lost", async () => {
  desk = await openClinic(config);
  const asked = Array.from({ length: count }, (_, index) => desk.ask(`Thread ${index}`, "Help.", `asker-${index}`));
  await desk.settle();
  const comments = asked.map((it, index) => desk.comment(it, "/office-hours", `asker-${index}`));
  await desk.settle();
  expect(await desk.givenUp()).toBe(0);
  const taken = await withStores(desk, ({ bookings }, repository) => bookings.takenSlots(repository, new Date(0)));
  expect(taken).toHaveLength(50);
  expect(new Set(taken.map(({ session, slot }) => `${session}/${slot}`)).size).toBe(50);
  const told = comments.filter((it) => desk.botReplies(it)[0]?.body.includes("No slot is free"));
  const booked = asked.filter((it) => desk.botComments(it).some(({ body }) => body.includes("a slot is booked")));
  expect(booked).toHaveLength(50);
  expect(told).toHaveLength(count - 50);
  expect((await bookingOf(desk, booked[0]!))?.state).toBe("booked");
});
