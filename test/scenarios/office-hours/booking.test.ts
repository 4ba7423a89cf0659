import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  closeDiscussion,
  editDiscussion,
  editDiscussionComment,
  markAnswer,
  type Discussion,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { bookingOf, clinicConfig, openClinic, said, statusOf, write } from "../../helpers/office-hours-desk.ts";

const hour = 61 * 60_000;

let desk: Desk;
let question: Discussion;
beforeAll(async () => {
  desk = await openClinic(clinicConfig({}, "office-hours:\n  gate: none\n  per-person: 100\n"));
});
afterAll(() => desk.close());
beforeEach(async () => {
  // A person without a role has ten commands an hour, and is told of one refusal in it.
  await desk.advance(hour);
  question = desk.ask("Why does the agent lose its lease?");
  await desk.settle();
});

const start = async (thread = question) => {
  const booking = await bookingOf(desk, thread);
  return booking && `${booking.state} ${booking.start.slice(0, 16)}`;
};
const free = async () => {
  await write(desk, question, "/office-hours cancel", "hana");
};

describe("/office-hours", () => {
  it("books the next free slot for the asker, and says in our comment when, with whom, where and what to prepare", async () => {
    expect(await write(desk, question, "/office-hours")).toBe("");
    expect(await start()).toBe("booked 2026-03-03T13:00");
    const text = said(desk, question);
    expect(text).toContain("Tuesday, 3 March 2026, 13:00–13:30 UTC");
    expect(text).toContain("14:00–14:30 in Europe/Berlin");
    expect(text).toContain("https://www.timeanddate.com/worldclock/fixedtime.html?iso=20260303T1300&p1=1440");
    expect(text).toContain("hana holds it");
    expect(text).toContain("https://meet.example.com/clinic");
    expect(text).toContain("- [ ] Which versions");
    expect(text).not.toContain("@");
    expect(await statusOf(desk, question)).toBe("session-booked");
    expect(await write(desk, question, "/office-hours")).toContain("has a slot already");
    expect(desk.botComments(question)).toHaveLength(1);
    await free();
  });

  it("books a named time, in the session's zone, in UTC, or any of a day", async () => {
    for (const [wish, at] of [
      ["2026-03-10 14:30", "2026-03-10T13:30"],
      ["2026-03-10T13:30Z", "2026-03-10T13:30"],
      ["2026-03-10 13:00 UTC", "2026-03-10T13:00"],
      ["2026-03-17", "2026-03-17T13:00"],
    ]) {
      expect(await write(desk, question, `/office-hours ${wish}`)).toBe("");
      expect(await start()).toBe(`booked ${at}`);
      await free();
    }
  });

  it("refuses what cannot be had, with the nearest that can", async () => {
    const wishes = [
      ["2026-03-10 15:00", "No slot begins at"],
      ["2026-02-24 14:00", "is over. Free, and nearest to it"],
      ["2026-05-05 14:00", "28 days ahead"],
      ["2026-02-30", "there is no 2026-02-30"],
      ["tomorrow", "did you mean"],
      ["list all", "takes no more words"],
    ];
    for (const [wish = "", why = ""] of wishes) {
      expect(await write(desk, question, `/office-hours ${wish}`, "hana")).toContain(why);
    }
    const nearest = await write(desk, question, "/office-hours 2026-03-10 15:00", "hana");
    expect(nearest).toContain("`/office-hours 2026-03-10 14:30`");
    expect(await start()).toBeUndefined();
  });

  it("moves, and gives the slot back", async () => {
    expect(await write(desk, question, "/office-hours move")).toContain("Nothing is booked");
    await write(desk, question, "/office-hours");
    expect(await write(desk, question, "/office-hours move")).toBe("");
    expect(await start()).toBe("booked 2026-03-03T13:30");
    expect(said(desk, question)).toContain("Moved from Tuesday, 3 March 2026, 13:00 UTC.");
    expect(await write(desk, question, "/office-hours move 2026-03-17 14:00")).toBe("");
    expect(await start()).toBe("booked 2026-03-17T13:00");
    expect(await write(desk, question, "/office-hours move 2026-03-17 14:00", "hana")).toContain("has already");
    expect(await write(desk, question, "/office-hours cancel")).toBe("");
    expect(await start()).toBe("cancelled 2026-03-17T13:00");
    expect(said(desk, question)).toContain("was given back");
    // Elsewhere it stayed taken: https://github.com/calcom/cal.diy/issues/3848, SergeyMosin/Appointments#149 and 302
    expect(await write(desk, question, "/office-hours list", "hana")).toContain("`/office-hours 2026-03-17 14:00`");
    expect(said(desk, question)).not.toContain("meet.example.com");
    expect(await statusOf(desk, question)).toBe("waiting-on-team");
    expect(await write(desk, question, "/office-hours cancel", "hana")).toContain("Nothing is booked");
  });

  it("lists the next sessions with what is free, and where it is full", async () => {
    const others = [desk.ask("One"), desk.ask("Two"), desk.ask("Three")];
    await write(desk, others[0]!, "/office-hours 2026-03-03 14:00");
    await write(desk, others[1]!, "/office-hours 2026-03-03 14:30");
    await write(desk, others[2]!, "/office-hours 2026-03-10 14:00");
    const list = await write(desk, question, "/office-hours list");
    const rows = list.split("\n").filter((it) => it.startsWith("- "));
    expect(rows[0]).toContain("with hana. **Full.**");
    expect(rows[1]).toContain("**Free:** `/office-hours 2026-03-10 14:30`");
    expect(list).not.toContain("meet.example.com");
    expect(await write(desk, question, "/office-hours 2026-03-03 14:30")).toContain("is taken");
    for (const it of others) await write(desk, it, "/office-hours cancel");
  });

  it("ticks off what the asker writes, and nobody else", async () => {
    await write(desk, question, "/office-hours");
    await write(desk, question, "It happens with version 2.3.1 on Debian 12.", "sam");
    expect(said(desk, question)).toContain("- [ ] Which versions");
    await write(desk, question, "It happens with version 2.3.1 on Debian 12.");
    expect(said(desk, question)).toContain("- [x] Which versions");
    expect(said(desk, question)).toContain("- [ ] What it says");
    await write(
      desk,
      question,
      "I tried a restart of the broker:\n\n```\nERROR lease lost\n  at renew (agent.ts:12)\n```",
    );
    expect(said(desk, question)).toContain("What it takes to prepare is here");
    expect((await bookingOf(desk, question))?.prepared).toEqual(["versions", "log", "tried"]);
    await free();
  });

  it("ticks off what is edited into the question, or by the asker into a comment", async () => {
    const { world } = desk.github;
    const comment = desk.comment(question, "More later.", "ann");
    await write(desk, question, "/office-hours");
    editDiscussion(world, desk.person("ann"), question, { body: "It happens with version 2.3.1." });
    await desk.settle();
    expect(said(desk, question)).toContain("- [x] Which versions");
    editDiscussionComment(world, desk.person("ann"), comment, "I tried to restart it.");
    await desk.settle();
    expect(said(desk, question)).toContain("- [x] What you have tried");
    editDiscussionComment(world, desk.person("ann"), comment, "More later.");
    await desk.settle();
    expect(said(desk, question)).toContain("- [ ] What you have tried");
    // Whoever helps with it edits the same question.
    const title = "Why does the agent lose its lease at night?";
    editDiscussion(world, desk.person("mia"), question, { title, body: "I tried to restart it, of 2.3.1." });
    await desk.settle();
    expect(said(desk, question)).toContain("- [x] What you have tried");
    expect((await bookingOf(desk, question))?.title).toBe(title);
    await free();
  });

  it("is for whoever asked, and people with triage rights, who book for the asker", async () => {
    expect(await write(desk, question, "/office-hours", "sam")).toContain("is for whoever opened the discussion");
    expect(await write(desk, question, "/office-hours", "hana")).toBe("");
    expect(await bookingOf(desk, question)).toMatchObject({ for: "ann", by: "hana" });
    await free();
  });

  it("is refused where there is nothing to meet for", async () => {
    const closed = desk.ask("Closed");
    closeDiscussion(desk.github.world, desk.person("ann"), closed, "OUTDATED");
    expect(await write(desk, closed, "/office-hours")).toContain("is closed");
    const answered = desk.ask("Answered");
    markAnswer(desk.github.world, desk.person("ann"), desk.comment(answered, "Like this.", "hana"));
    expect(await write(desk, answered, "/office-hours")).toContain("has a marked answer");
    const idea = desk.ask("An idea", "Please.", "ann", "ideas");
    expect(await write(desk, idea, "/office-hours")).toContain("`/meeting`");
  });

  it("takes one slot for a comment, whatever stands in it", async () => {
    const replies = await write(desk, question, "/office-hours\n/office-hours");
    expect(replies).toContain("One comment can book one slot");
    expect(await start()).toBe("booked 2026-03-03T13:00");
    const again = await write(desk, question, "/office-hours move\n/office-hours move", "hana");
    expect(again).toContain("One comment can book one slot");
    expect(await start()).toBe("booked 2026-03-03T13:30");
    await free();
  });

  it("is known after a restart", async () => {
    await write(desk, question, "/office-hours 2026-03-24 14:00");
    await desk.restart();
    expect(await write(desk, question, "/office-hours move")).toBe("");
    expect(await start()).toBe("booked 2026-03-24T13:30");
    await free();
  });
});

it("says so where no sessions are configured", async () => {
  const bare = await openDesk();
  try {
    const thread = bare.ask("Help");
    expect(await write(bare, thread, "/office-hours")).toContain("has no office hours");
    expect(await write(bare, thread, "/office-hours list", "hana")).toContain("has no office hours");
  } finally {
    await bare.close();
  }
});
