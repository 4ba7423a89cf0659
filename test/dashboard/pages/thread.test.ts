import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActionData } from "../../../src/core/plan.ts";
import { thread } from "../../../src/dashboard/pages/thread.ts";
import { explainClocks } from "../../../src/features/watch/messages/explain-clocks.ts";
import { reckonKnown } from "../../../src/features/watch/clocks/reckon-known.ts";
import { configOf } from "../../../src/dashboard/gather/config-of.ts";
import { suggested, thought } from "../../contracts/suggestion-records-contract.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { aRequest } from "../../helpers/builders.ts";
import { inLine } from "../../helpers/in-line.ts";
import { aReading, facts, markedAt, saidAt, second } from "../../helpers/thread-facts.ts";
import { openPageWorld, rowsOf, textOf, widgets, type PageWorld, type ShownPage } from "../page-world.ts";

const now = new Date("2026-03-02T12:00:00Z");

let world: PageWorld;
beforeEach(async () => {
  world = await openPageWorld();
});
afterEach(() => world.close());

async function mustLook(given: { readonly number?: string; readonly isHelper?: boolean } = {}): Promise<ShownPage> {
  const { number = "12", isHelper = false } = given;
  const shown = await world.look(thread, {}, { params: { number }, isHelper, now });
  if (!shown) throw new Error("There is no such page");
  return shown;
}

const answer = markedAt(5_400, "DC_3600");

/** Asked at nine, answered by a helper an hour later, and marked. */
const answered = () =>
  world.stores.timelines.takeIn(
    widgets,
    facts({
      reading: aReading(7_200, { isFull: true, topLevelComments: 1, observed: { labels: ["bug"], answer } }),
      said: [saidAt(3_600, { isHidden: false })],
      changes: [{ kind: "answered", ...answer }],
    }),
  );

describe("the page of a thread", () => {
  it("shows what happened in it, and its clocks just as `/why` explains them", async () => {
    const config = "watch: { priorities: { p3: { first-response: 4h, resolution: 8h } } }";
    await world.records.keepConfig(widgets, "acme/widgets:.github/frontdesk.yml", config);
    await answered();
    const page = await mustLook();
    expect(page.title).toBe("#12 How do I change the log level?");
    expect(rowsOf(page, "What happened").map((it) => it.slice(0, 2))).toEqual([
      ["2026-03-02 09:00 UTC", "opened"],
      ["2026-03-02 10:00 UTC", "commented"],
      ["2026-03-02 10:30 UTC", "an answer by helper was marked"],
    ]);
    const timeline = await world.stores.timelines.findTimeline(widgets, 12);
    if (!timeline) throw new Error("It was read");
    const { watch } = await configOf(widgets, world.records);
    const { reckoned, given } = reckonKnown(
      { timeline, decision: undefined, known: undefined },
      { config: watch, calendars: { byName: new Map(), problems: [] }, now },
    );
    const explained = explainClocks(reckoned, given, []);
    expect(reckoned.clocks.length).toBeGreaterThan(0);
    for (const { segments } of reckoned.clocks) {
      for (const { because } of segments) {
        expect(explained).toContain(because);
        expect(page.text).toContain(because);
      }
    }
    expect(page.text).toContain(`Its priority is ${given.priority}, by default`);
  });

  it("shows what was considered, with the parts of the score, and what people thought of it", async () => {
    await world.records.recordSuggestion(widgets, 12, suggested([["docs:a.md#x", 0.8]]), now);
    await world.records.recordFeedback(widgets, 12, thought("ann", true, { isAsker: true, deflected: true }), now);
    const page = await mustLook();
    expect(rowsOf(page, "What was chosen")).toEqual([
      ["About docs:a.md#x 👩‍👩‍👧", "0.80", "4.25", "lexical 4.00 feedback 0.25", "why (title)"],
    ]);
    expect(page.text).toContain("It took a confidence of 0.6 (as shipped)");
    expect(rowsOf(page, "What people thought")).toEqual([
      ["ann, who asked", "yes, before anybody had replied", "reaction", "2026-03-02 12:00 UTC"],
    ]);
  });

  it("shows where its request and its session stand, with people's words as text", async () => {
    const answers = { why: "<script>alert(1)</script>" };
    const decision = { is: "declined", by: "mia", at: second(9_000), reason: "**No** <b>room</b>", votes: 3 } as const;
    await world.stores.requests.keepRequest(widgets, aRequest({ state: "declined", answers, decision }));
    await world.stores.bookings.keepBooking(widgets, aBooking(), undefined);
    const page = await mustLook();
    expect(page.document.querySelector("script")).toBeNull();
    expect(page.document.querySelector("b")).toBeNull();
    expect(page.text).toContain("<script>alert(1)</script>");
    expect(page.text).toContain("declined by mia");
    expect(page.text).toContain("Session Office hours When 2026-12-08 13:00 UTC Hosts hana For ann State booked");
  });

  it("shows helpers, and nobody else, what was planned and done", async () => {
    await answered();
    const { inbox } = world;
    const endWatch: ActionData & { readonly repository: object } = { do: "end-watch", repository: widgets };
    await inbox.accept(
      { id: "d1", name: "discussion", payload: { action: "created" } },
      inLine(`thread:${widgets.id}:12`),
      now,
    );
    await inbox.accept(
      { id: "d2", name: "issues", payload: { action: "opened" } },
      inLine(`thread:${widgets.id}:13`),
      now,
    );
    await inbox.claim(now, 1_000);
    await inbox.keepPlan("d1", "watch", {
      actions: [endWatch],
      because: "somebody said so",
    });
    await inbox.finish("d1", "the watch has ended", now);
    const { text } = await mustLook({ isHelper: true });
    expect(text).toContain("discussion.created: done");
    expect(text).toContain("the watch has ended");
    expect(text).toContain("watch: 0 of 1 steps done");
    expect(text).toContain("because somebody said so");
    expect(text).not.toContain("issues.opened");
    const { text: forReaders } = await mustLook();
    expect(forReaders).not.toContain("discussion.created");
    expect(forReaders).not.toContain("somebody said so");
  });

  it("leads nowhere but to the web", async () => {
    const suggestion = suggested([["docs:a.md#x", 0.8]]);
    const [item] = suggestion.items;
    if (!item) throw new Error("It has one");
    const items = [{ ...item, url: "javascript:alert(1)" }];
    await world.records.recordSuggestion(widgets, 12, { ...suggestion, items }, now);
    const links = [...(await mustLook()).document.querySelectorAll("a")];
    expect(links.map((it) => it.getAttribute("href")).filter((it) => it?.startsWith("javascript"))).toEqual([]);
    expect(links.map((it) => textOf(it))).toContain("Read it on GitHub");
  });

  it.each(["13", "0", "-1", "12.0", "1e1", "x", "99999999999999999999", "../12", "12%00"])(
    "is none for %s",
    async (number) => {
      await answered();
      expect(await world.look(thread, {}, { params: { number }, now })).toBeUndefined();
    },
  );
});
