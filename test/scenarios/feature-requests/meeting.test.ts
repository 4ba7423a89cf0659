import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDiscussion, editDiscussion, upvote, type Discussion } from "local-github-server/world";
import type { Desk } from "../../helpers/open-desk.ts";
import { bookingOf, openClinic, statusOf } from "../../helpers/office-hours-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

const minute = 60_000;
const hour = 60 * minute;

/** A session for requests each Thursday at three in Berlin, at another time where a day was moved. */
const config = (more = "") => `sessions:
  - name: triage
    title: Request triage
    kind: request
    rule: FREQ=WEEKLY;BYDAY=TH
    start: 2026-03-05 15:00
    timezone: Europe/Berlin
    minutes: 60
    slots: 4
    host: mia
${more}watch:
  categories: [q-a, ideas]
`;

let desk: Desk;
beforeAll(async () => {
  desk = await openClinic(config());
});
afterAll(() => desk.close());

const issueOf = () => desk.repository.issues.find(({ title }) => title === "Support: who waits on whom")?.body ?? "";

/** Time passes until the meeting of a request is over. */
async function held(idea: Discussion): Promise<void> {
  const end = Date.parse((await bookingOf(desk, idea))?.end ?? "");
  await desk.advance(end - desk.github.world.now().getTime() + 6 * minute);
}

describe("a meeting in a session", () => {
  it("has an agenda, is held, listed, and decided with its outcome", async () => {
    const idea = await request(desk, "Print labels at dawn");
    upvote(desk.person("sam"), idea);
    desk.comment(idea, "I would need it too.\n\nCould it print in colour?", "sam");
    await desk.settle();
    const { reactions, replies } = await command(desk, idea, "/meeting");
    expect([reactions, replies]).toEqual([["EYES", "ROCKET"], []]);
    expect(labelsOf(idea)).toEqual(["meeting"]);
    expect(await statusOf(desk, idea)).toBe("session-booked");
    const text = botText(desk, idea);
    expect(text).toContain("**To be talked about:** Thursday, 5 March 2026, 14:00 UTC, Request triage, with mia");
    expect(text).toContain("The office is empty by day.");
    expect(text).toContain("2 votes, by upvotes and 👍.");
    expect(text).toContain("sam asked](<");
    expect(text).toContain("Could it print in colour?");

    desk.comment(idea, "Yes, with another ribbon.", "hana");
    await desk.settle();
    expect(botText(desk, idea)).not.toContain("Could it print in colour?");
    expect((await command(desk, idea, "/meeting")).replies).toEqual([expect.stringContaining("planned already")]);
    expect((await command(desk, idea, "/accept")).replies).toEqual([expect.stringContaining("`/outcome")]);

    await held(idea);
    expect(await statusOf(desk, idea)).toBe("awaiting-decision");
    expect(botText(desk, idea)).toContain("**The decision is awaited.**");
    await desk.advance(hour);
    expect(issueOf()).toContain("awaits its decision");

    await command(desk, idea, "/outcome We want it:\n\n- in black\n- for admins");
    expect(botText(desk, idea)).toContain("> We want it:\n> \n> - in black\n> - for admins");
    expect((await bookingOf(desk, idea))?.state).toBe("done");
    await command(desk, idea, "/accept");
    expect(await statusOf(desk, idea)).toBe("answered");
    const tracking = botIssues(desk).find(({ title }) => title === "Print labels at dawn");
    expect(tracking?.body).toContain("> - for admins");
    await desk.advance(hour);
    expect(issueOf()).not.toContain("awaits its decision");
    expect(await desk.givenUp()).toBe(0);
  });

  it("ends with a decision that tells its outcome", async () => {
    const idea = await request(desk, "Print labels at noon");
    await command(desk, idea, "/meeting");
    await held(idea);
    await command(desk, idea, '/decline outcome:"Nobody wants it." It is too much.');
    expect(await bookingOf(desk, idea)).toMatchObject({
      state: "done",
      outcome: { by: "mia", text: "Nobody wants it." },
    });
    expect(labelsOf(idea)).toEqual(["declined"]);
  });

  it("may have its outcome told before its time, and is no more to come then", async () => {
    const idea = await request(desk, "Print labels at eight");
    await command(desk, idea, "/meeting");
    await command(desk, idea, "/outcome We talked in the corridor: yes.");
    expect((await bookingOf(desk, idea))?.state).toBe("done");
    expect(await statusOf(desk, idea)).toBe("awaiting-decision");
    await command(desk, idea, "/accept");
    expect(await statusOf(desk, idea)).toBe("answered");
  });
});

describe("a slot of a request is free again", () => {
  it("when the meeting is called off, or arranged in words", async () => {
    const idea = await request(desk, "Print labels at two");
    await command(desk, idea, "/meeting");
    await command(desk, idea, "/meeting cancel");
    expect(labelsOf(idea)).toEqual(["complete"]);
    expect((await bookingOf(desk, idea))?.state).toBe("cancelled");
    expect(await statusOf(desk, idea)).toBe("awaiting-decision");
    await command(desk, idea, "/meeting");
    expect((await bookingOf(desk, idea))?.state).toBe("booked");
    await command(desk, idea, "/meeting Friday, in the usual call");
    expect((await bookingOf(desk, idea))?.state).toBe("cancelled");
    expect(labelsOf(idea)).toEqual(["meeting"]);
    expect(botText(desk, idea)).toContain("**To be talked about:** Friday, in the usual call");
  });

  it("when the discussion is closed, or asks for no feature any more", async () => {
    const idea = await request(desk, "Print labels at three");
    await command(desk, idea, "/meeting");
    closeDiscussion(desk.github.world, desk.person("ann"), idea, "OUTDATED");
    await desk.settle();
    expect((await bookingOf(desk, idea))?.state).toBe("cancelled");
    const moved = await request(desk, "Print labels at four");
    await command(desk, moved, "/meeting");
    const category = desk.repository.discussionCategories.find(({ slug }) => slug === "general");
    if (!category) throw new Error("no category");
    editDiscussion(desk.github.world, desk.person("mia"), moved, { category });
    await desk.settle();
    expect((await bookingOf(desk, moved))?.state).toBe("cancelled");
  });
});

it("a meeting follows its session: to another time, and back to where the request was", async () => {
  const own = await openClinic(config());
  try {
    const idea = await request(own, "Print labels at six");
    await command(own, idea, "/meeting");
    await own.push({
      ".github/frontdesk.yml": config("    moved: [{ from: 2026-03-05, to: 2026-03-06 10:00 }]\n"),
    });
    await own.settle();
    expect(botText(own, idea)).toContain("**To be talked about:** Friday, 6 March 2026, 09:00 UTC, Request triage");
    await own.push({ ".github/frontdesk.yml": config("    except: [2026-03-05]\n") });
    await own.settle();
    expect(labelsOf(idea)).toEqual(["complete"]);
    expect(await statusOf(own, idea)).toBe("awaiting-decision");
    expect(botText(own, idea)).not.toContain("To be talked about");
  } finally {
    await own.close();
  }
});

it("where there are no sessions for requests, somebody has to say when", async () => {
  const own = await openClinic("living-issue:\n  mode: off\n");
  try {
    const idea = await request(own, "Print labels at seven");
    expect((await command(own, idea, "/meeting")).replies).toEqual([expect.stringContaining("Say when and where")]);
  } finally {
    await own.close();
  }
});
