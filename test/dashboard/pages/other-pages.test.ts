import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { faq } from "../../../src/dashboard/pages/faq.ts";
import { interviews } from "../../../src/dashboard/pages/interviews.ts";
import { officeHours } from "../../../src/dashboard/pages/office-hours.ts";
import { requests } from "../../../src/dashboard/pages/requests.ts";
import { search } from "../../../src/dashboard/pages/search.ts";
import { suggested, thought } from "../../contracts/suggestion-records-contract.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { aHit, aRequest, aSection } from "../../helpers/builders.ts";
import { clinicConfig } from "../../helpers/office-hours-desk.ts";
import { now, openPageWorld, rowsOf, textOf, widgets, type PageWorld, type ShownPage } from "../page-world.ts";

let world: PageWorld;
beforeEach(async () => {
  world = await openPageWorld();
});
afterEach(() => world.close());

async function mustLook(...how: Parameters<PageWorld["look"]>): Promise<ShownPage> {
  const page = await world.look(...how);
  if (!page) throw new Error("There is no such page");
  return page;
}

describe("the FAQ's page", () => {
  const entry = "docs:docs/FAQ.md#why";

  beforeEach(async () => {
    const page = { path: "docs/FAQ.md", sha: "1" };
    const section = aSection(page.path, { isFaq: true, verified: "2026-01-02", source: 4 });
    await world.knowledge.putPage(page, [section]);
    await world.knowledge.publishDocs(widgets, "c1", undefined, [page]);
    await world.records.recordSuggestion(widgets, 9, suggested([[entry, 0.9]]), now);
    await world.records.recordFeedback(widgets, 9, thought("ann", false), now);
  });

  it("counts hits and misses of each entry, and says why one is stale", async () => {
    const fresh = rowsOf(await mustLook(faq), "entries");
    expect(fresh).toEqual([["Why?docs/FAQ.md#why", "1", "0", "1", "2026-01-02", "fresh", "#4"]]);
    const judged = { helpful: 0, unhelpful: 0 };
    const evidence = { item: entry, seen: "2026-01-01", judged, links: [], stale: ["it links to `x`, which is gone"] };
    await world.stores.faq.keepEvidence(widgets, [evidence]);
    expect(rowsOf(await mustLook(faq), "entries")[0]?.[5]).toBe("stale: it links to `x`, which is gone");
  });
});

describe("the page of feature requests", () => {
  beforeEach(async () => {
    const { requests: store } = world.stores;
    const askedAt = "2026-11-01T09:00:00.000Z";
    await store.keepRequest(widgets, aRequest({ number: 1, title: "Dark mode", state: "complete", askedAt }));
    await store.keepVotes(widgets, 1, 3);
    const decision = { is: "declined", by: "mia", at: "2026-11-03T10:00:00.000Z", votes: 9 } as const;
    await store.keepRequest(
      widgets,
      aRequest({ number: 2, title: "Light mode", state: "declined", askedAt, decision }),
    );
    await store.keepVotes(widgets, 2, 9);
  });

  it("shows votes, whom each waits on, and how long a decision took", async () => {
    const rows = rowsOf(await mustLook(requests), "2 of 2 requests");
    expect(rows).toEqual([
      ["#2 Light mode", "9", "declined", "nobody", "unknown", "2026-11-01", "2 d 1 h", ""],
      ["#1 Dark mode", "3", "complete", "a decision", "unknown", "2026-11-01", "", ""],
    ]);
  });

  it("narrows by state, and refuses one that there is not", async () => {
    expect(rowsOf(await mustLook(requests, "state=complete&sort=age"), "1 of 1").map(([it]) => it)).toEqual([
      "#1 Dark mode",
    ]);
    await expect(world.look(requests, "state=maybe")).rejects.toThrow(UserError);
    await expect(world.look(requests, "sort=luck")).rejects.toThrow("`sort` must be one of: votes, age");
  });
});

describe("the page of office hours", () => {
  const look = () => mustLook(officeHours, {}, { now: new Date("2026-12-07T09:00:00Z") });

  it("shows the next sessions with the slots that nobody has, and what is booked", async () => {
    await world.records.keepConfig(widgets, "acme/widgets:.github/frontdesk.yml", clinicConfig({}));
    await world.stores.bookings.keepBooking(widgets, aBooking(), undefined);
    const page = await look();
    const [first, second] = rowsOf(page, "Sessions, the next one first");
    expect(first?.slice(3)).toEqual(["hana", "1 of 2", "13:30"]);
    expect(first?.[2]).toContain("14:00 (Europe/Berlin)");
    expect(second?.slice(3)).toEqual(["hana", "2 of 2", "13:00, 13:30"]);
    expect(rowsOf(page, "Slots that are booked").map(([title]) => title)).toEqual([
      "#12 Why does the agent lose its lease?",
    ]);
    expect(page.text).not.toContain("meet.example.com");
  });

  it("says of which holidays it does not know", async () => {
    const calendars =
      "calendars:\n  team:\n    timezone: Europe/Berlin\n    hours: { mon-fri: 09:00-17:00 }\n    holidays-file: days.ics\n";
    await world.records.keepConfig(widgets, "acme/widgets:.github/frontdesk.yml", clinicConfig({}, calendars));
    expect((await look()).text).toContain("The holidays of days.ics are not known here");
  });

  it("says so where there are none", async () => {
    expect((await look()).text).toContain("No sessions are planned.");
  });
});

describe("the search", () => {
  const asked = "title=How+do+I+change+the+log+level%3F";

  it("tells what would be posted, with the threshold and the parts of the score", async () => {
    world.find([aHit(0.9), aHit(0.3, { id: "docs:other.md#", title: "Other" })]);
    const page = await mustLook(search, asked);
    expect(page.text).toContain("I would post this");
    expect(page.text).toContain("Threshold in force 0.6: as shipped");
    expect(rowsOf(page, "Good enough")).toHaveLength(1);
    expect(rowsOf(page, "Not good enough").map(([title]) => title)).toEqual([expect.stringContaining("Other")]);
    expect(textOf(page.document.querySelector("pre"))).toContain("I am a bot");
    expect(page.document.querySelector("#title")?.getAttribute("value")).toBe("How do I change the log level?");
  });

  it("tells why nothing would be said", async () => {
    world.find([aHit(0.3)]);
    const { text } = await mustLook(search, asked);
    expect(text).toContain("I would say nothing.");
    expect(text).toContain("below the threshold 0.6 (as shipped)");
    world.find([]);
    expect((await mustLook(search, asked)).text).toContain("nothing was found");
  });

  it("goes by the repository's own config", async () => {
    const config = "related-answers: { mode: shadow, threshold: 0.2 }";
    await world.records.keepConfig(widgets, "acme/widgets:.github/frontdesk.yml", config);
    world.find([aHit(0.3)]);
    const { text } = await mustLook(search, asked);
    expect(text).toContain("I would post nothing, since I am in shadow mode");
    expect(text).toContain("Threshold in force 0.2: as configured");
  });

  it("asks nothing before somebody does, and refuses what is too long", async () => {
    expect((await mustLook(search)).text).not.toContain("What would happen");
    await expect(world.look(search, { title: "x".repeat(201) })).rejects.toThrow("`title` is too long");
    await expect(world.look(search, { body: "only this" })).rejects.toThrow("needs a `title`");
  });

  it("shows what somebody typed as text", async () => {
    const page = await mustLook(search, { title: '"><script>alert(1)</script>', body: "</textarea><b>x</b>" });
    expect(page.document.querySelector("script")).toBeNull();
    expect(page.document.querySelector("b")).toBeNull();
  });
});

describe("the page of interviews", () => {
  it("is for helpers alone, and says whom to ask what, with their own words as text", async () => {
    expect(interviews.audience).toBe("helper");
    const { interviews: store, surveys } = world.stores;
    const thread = { number: 7, title: "It is slow", url: "https://github.com/acme/widgets/discussions/7" };
    await store.nameInterviewees(widgets, [
      {
        login: "ann",
        quarter: "2026-Q4",
        namedAt: now.toISOString(),
        reasons: [{ kind: "low-rating", thread, rating: 1 }],
      },
    ]);
    const at = now.toISOString();
    const rated = { rating: 1, at, via: "command" } as const;
    await surveys.keepSurvey(widgets, { ...thread, of: "ann", status: "done", resolvedAt: at, askedAt: at, rated });
    await surveys.keepWords(widgets, 7, "<b>too slow</b>");
    const page = await mustLook(interviews);
    expect(page.text).toContain("To talk to in 2026-Q4");
    expect(page.text).toContain("rated how it went 1 of 5: #7 It is slow");
    expect(page.text).toContain("What would have made it a 4?");
    expect(textOf(page.document.querySelector("blockquote"))).toBe("<b>too slow</b>");

    await store.endInterview(widgets, { quarter: "2026-Q4", login: "ann" }, { by: "hana", at });
    const after = await mustLook(interviews);
    expect(after.text).toContain("Everybody who was named was talked to.");
    expect(after.text).toContain("Talked to on 2026-11-30 by hana.");
  });

  it("says so where nobody was named", async () => {
    expect((await mustLook(interviews)).text).toContain("Nobody has been named yet");
  });
});
