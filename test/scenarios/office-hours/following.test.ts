import { afterEach, describe, expect, it } from "vitest";
import {
  closeDiscussion,
  createRepository,
  deleteDiscussion,
  lock,
  markAnswer,
  reopenDiscussion,
  transferDiscussion,
  unlock,
  type Discussion,
} from "local-github-server/world";
import type { Desk } from "../../helpers/open-desk.ts";
import {
  bookingOf,
  clinicConfig,
  notices,
  openClinic,
  said,
  statusOf,
  write,
  type Clinic,
} from "../../helpers/office-hours-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const day = 24 * 3_600_000;
const rest = "office-hours:\n  gate: none\n  per-person: 9\n";

/** A desk with office hours, and a thread that has the first slot. */
async function booked(clinic: Clinic = {}): Promise<Discussion> {
  desk = await openClinic(clinicConfig(clinic, rest));
  const question = desk.ask("Why does the agent lose its lease?");
  await write(desk, question, "/office-hours");
  return question;
}

/** Somebody changes the config; `undefined`: there are no sessions any more. */
async function configure(clinic: Clinic | undefined, more = ""): Promise<void> {
  await desk.push({ ".github/frontdesk.yml": clinicConfig(clinic, rest + more) });
  await desk.settle();
}

const at = async (thread: Discussion) => {
  const booking = await bookingOf(desk, thread);
  return booking && `${booking.state} ${booking.start.slice(0, 16)}`;
};

describe("a booking", () => {
  it("goes along when the time of its series changes, told by edit and by one comment that calls the asker", async () => {
    const question = await booked();
    await configure({ start: "2026-03-03 16:00" });
    expect(await at(question)).toBe("booked 2026-03-03T15:00");
    expect(said(desk, question)).toContain("15:00–15:30 UTC");
    expect(said(desk, question)).toContain("Moved from Tuesday, 3 March 2026, 13:00 UTC.");
    // Elsewhere the other side missed the call: https://github.com/calcom/cal.diy/issues/10704 and 12440
    expect(notices(desk, question)).toHaveLength(1);
    expect(notices(desk, question)[0]).toContain("@ann, your slot in **Office hours** is at another time now");
    // Nobody is told of a time that stays: https://github.com/calcom/cal.diy/pull/17507
    await configure({ start: "2026-03-03 16:00" }, "# The same again.\n");
    expect(notices(desk, question)).toHaveLength(1);
    await configure({ start: "2026-03-03 15:00" });
    expect(await at(question)).toBe("booked 2026-03-03T14:00");
    expect(notices(desk, question)).toHaveLength(2);
  });

  it("goes to another free slot where its session has fewer, or is called off with what is free instead", async () => {
    const question = await booked();
    const other = desk.ask("Another one");
    await write(desk, other, "/office-hours");
    expect(await at(other)).toBe("booked 2026-03-03T13:30");
    await configure({ slots: 1, minutes: 30 });
    expect(await at(question)).toBe("booked 2026-03-03T13:00");
    expect(await at(other)).toBe("cancelled 2026-03-03T13:30");
    expect(said(desk, other)).toContain("fewer slots than before");
    expect(notices(desk, other)).toHaveLength(1);
    expect(notices(desk, other)[0]).toContain("@ann");
    expect(notices(desk, other)[0]).toContain("`/office-hours 2026-03-10 14:00`");
    expect(notices(desk, question)).toEqual([]);
    await write(desk, question, "/office-hours cancel");
    expect(await write(desk, other, "/office-hours")).toBe("");
    expect(await at(other)).toBe("booked 2026-03-03T13:00");
  });

  it("is called off when its host takes the session out of the config, and never silently", async () => {
    const question = await booked();
    await configure(undefined);
    expect(await at(question)).toBe("cancelled 2026-03-03T13:00");
    expect(said(desk, question)).toContain("no longer planned");
    expect(said(desk, question)).not.toContain("meet.example.com");
    expect(notices(desk, question)).toEqual([expect.stringContaining("No other session is planned")]);
    expect(await statusOf(desk, question)).toBe("waiting-on-team");
  });

  it("shows another link and another host by edit, without a comment", async () => {
    const question = await booked();
    await configure({ host: "mia" });
    expect(said(desk, question)).toContain("mia holds it");
    await configure({ host: "sam" });
    expect(said(desk, question)).toContain("Who holds it is still to be named");
    expect(notices(desk, question)).toEqual([]);
  });

  it("frees its slot when the discussion is closed, and says so", async () => {
    const question = await booked({ slots: 1 });
    closeDiscussion(desk.github.world, desk.person("ann"), question, "RESOLVED");
    await desk.settle();
    expect(await at(question)).toBe("cancelled 2026-03-03T13:00");
    expect(said(desk, question)).toContain("The discussion was closed");
    expect(notices(desk, question)).toEqual([]);
    const other = desk.ask("Another one");
    await write(desk, other, "/office-hours");
    expect(await at(other)).toBe("booked 2026-03-03T13:00");
    reopenDiscussion(desk.github.world, desk.person("ann"), question);
    await desk.settle();
    expect(await statusOf(desk, question)).toBe("waiting-on-team");
    expect(await write(desk, question, "/office-hours")).toBe("");
    expect(await at(question)).toBe("booked 2026-03-10T13:00");
  });

  it("is gone with a discussion that is deleted or transferred", async () => {
    const question = await booked({ slots: 1 });
    const { world } = desk.github;
    deleteDiscussion(world, desk.person("mia"), question);
    await desk.settle();
    expect(await at(question)).toBeUndefined();
    const other = desk.ask("Another one");
    await write(desk, other, "/office-hours");
    expect(await at(other)).toBe("booked 2026-03-03T13:00");
    const gadgets = createRepository(world, desk.repository.owner, "gadgets", { collaborators: { ann: "read" } });
    transferDiscussion(world, desk.person("mia"), other, gadgets);
    await desk.settle();
    const third = desk.ask("A third one");
    await write(desk, third, "/office-hours");
    expect(await at(third)).toBe("booked 2026-03-03T13:00");
  });

  it("tells in a locked discussion nothing, and what has changed when that is open again", async () => {
    const question = await booked();
    lock(desk.github.world, desk.person("mia"), question);
    await desk.settle();
    await configure(undefined);
    expect(await at(question)).toBe("cancelled 2026-03-03T13:00");
    expect(notices(desk, question)).toEqual([]);
    expect(said(desk, question)).toContain("a slot is booked");
    unlock(desk.github.world, desk.person("mia"), question);
    await desk.settle();
    expect(said(desk, question)).toContain("no longer planned");
    expect(notices(desk, question)).toHaveLength(1);
  });

  it("is not made in a locked discussion, where nothing can be said", async () => {
    desk = await openClinic(clinicConfig({}, rest));
    const question = desk.ask("Locked");
    await desk.settle();
    lock(desk.github.world, desk.person("mia"), question);
    await write(desk, question, "/office-hours", "mia");
    expect(await at(question)).toBeUndefined();
    expect(await desk.givenUp()).toBe(0);
  });

  it("is not made for somebody whose account is gone, and calls nobody who is", async () => {
    const question = await booked();
    const other = desk.ask("From a ghost");
    await desk.settle();
    Object.assign(other, { author: null });
    expect(await write(desk, other, "/office-hours", "hana")).toContain("there is nobody to meet");
    Object.assign(question, { author: null });
    await configure({ start: "2026-03-03 16:00" });
    expect(await at(question)).toBe("booked 2026-03-03T15:00");
    expect(notices(desk, question)).toHaveLength(1);
    expect(notices(desk, question)[0]).not.toContain("@");
  });

  it("says that a marked answer may spare the session", async () => {
    const question = await booked();
    markAnswer(desk.github.world, desk.person("ann"), desk.comment(question, "Like this.", "hana"));
    await desk.settle();
    expect(said(desk, question)).toContain("An answer is marked by now");
  });

  it("asks the host for the outcome when its time is over, without a call, and shows the link no more", async () => {
    const question = await booked();
    await desk.advance(2.5 * day);
    expect(await at(question)).toBe("over 2026-03-03T13:00");
    expect(said(desk, question)).toContain("hana, please write down what came of it: `/outcome");
    expect(said(desk, question)).not.toContain("meet.example.com");
    expect(said(desk, question)).not.toContain("@");
    expect(await statusOf(desk, question)).toBe("waiting-on-team");
    expect(await write(desk, question, "/office-hours cancel", "hana")).toContain("has begun, or is over");
    expect(await write(desk, question, "/office-hours")).toContain("nobody has written down yet what came of it");
    await configure(undefined);
    expect(await at(question)).toBe("over 2026-03-03T13:00");
    expect(notices(desk, question)).toEqual([]);
  });

  it("is followed after a time in which the app was down", async () => {
    const question = await booked();
    const changed = clinicConfig({ start: "2026-03-03 16:00" }, rest);
    await desk.restart(() => desk.push({ ".github/frontdesk.yml": changed }));
    await desk.advance(6 * 60_000);
    expect(await at(question)).toBe("booked 2026-03-03T15:00");
    expect(notices(desk, question)).toHaveLength(1);
    await desk.restart();
    await desk.advance(3 * day);
    expect((await bookingOf(desk, question))?.state).toBe("over");
    expect(notices(desk, question)).toHaveLength(1);
  });
});
