import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { secondsOf } from "../../src/business-time/duration.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { PageRef } from "../../src/core/knowledge.ts";
import type { Survey } from "../../src/core/survey.ts";
import { openFeatureStores } from "../../src/features/index.ts";
import { gatherContext } from "../../src/measures/gather/gather-context.ts";
import { gatherMeasured } from "../../src/measures/gather/gather-measured.ts";
import type { MeasuredThread } from "../../src/measures/measured-thread.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { suggested, thought } from "../contracts/suggestion-records-contract.ts";
import { aBooking } from "../helpers/bookings.ts";
import { aRequest, aSection } from "../helpers/builders.ts";
import { openTestDatabase } from "../helpers/test-database.ts";
import { aReading, facts, saidAt, second } from "../helpers/thread-facts.ts";
import { at } from "../helpers/timelines.ts";

const widgets = { id: 5, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const survey: Survey = { number: 2, title: "Why?", url: "https://x", of: "ann", askedAt: second(9) };
const faqPage: PageRef = { path: "docs/FAQ.md", sha: "1" };
const entry = "docs:docs/FAQ.md#why";

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

function open() {
  const knowledge = new KnowledgeStore(database, "https://github.com", () => at("09:00"));
  const surveys = { surveys: async () => [survey] };
  return { ...openFeatureStores(database), records: new RecordStore(database), knowledge, surveys };
}
type Stores = ReturnType<typeof open>;

async function gather(stores: Stores) {
  const pages: (readonly MeasuredThread[])[] = [];
  for await (const page of gatherMeasured(widgets, stores)) pages.push(page);
  return pages;
}

/** A FAQ with one entry. */
async function publishFaq({ knowledge }: Stores): Promise<void> {
  await knowledge.putPage(faqPage, [aSection(faqPage.path, { isFaq: true })]);
  await knowledge.publishDocs(widgets, "c1", undefined, [faqPage]);
}

describe("what is gathered of a repository", () => {
  it("is each thread with all that our records hold of it, and nothing of another repository", async () => {
    const stores = open();
    const { timelines, watch, records, requests, bookings, onCall } = stores;
    await publishFaq(stores);
    for (const repository of [widgets, gadgets]) {
      await records.rememberRepository(repository);
      await timelines.takeIn(repository, facts({ number: 1, reading: aReading(5) }));
      await timelines.takeIn(repository, facts({ number: 2, reading: aReading(5), said: [saidAt(3)] }));
      await watch.keepWatch(repository, "one", at("09:00"));
    }
    const state = { status: "closed", since: at("09:00"), hasCommunityAnswer: false, lastWordAt: at("09:00") } as const;
    const clock = { clock: "resolution", startedAt: at("09:00"), target: 60, isBreached: true } as const;
    const { title, url } = survey;
    const thread = {
      number: 2,
      id: "D_2",
      title,
      url,
      category: "q-a",
      priority: "p1",
      reckonedFrom: "",
      breaches: [],
    };
    await watch.keepWatched(widgets, { thread: { ...thread, state }, clocks: [clock], digest: "one" });
    await records.recordSuggestion(widgets, 2, suggested([[entry, 0.9], ["thread:3", 0.8]]), new Date(5)); // prettier-ignore
    await records.keepOurComment(widgets, 2, "DC_ours");
    await records.recordFeedback(widgets, 2, thought("ann", true, { isAsker: true }), new Date(6));
    await requests.keepRequest(widgets, aRequest({ number: 2, state: "shipped", since: second(50), decision: { is: "accepted", by: "mia", at: second(40), votes: 3 } })); // prettier-ignore
    const notice = { number: 2, clock: "resolution", dueAt: at("10:00"), isCalled: true } as const;
    const notices = [notice, { ...notice, dueAt: at("11:00") }].map((it) => ({ ...it, step: "breach" as const }));
    await onCall.keepNotices(widgets, [...notices, { ...notice, step: "near", isCalled: false }]);
    await bookings.keepBooking(widgets, aBooking({ number: 2, state: "done" }), undefined);

    const [page, ...others] = await gather(stores);
    expect(others).toEqual([]);
    const timeline = (number: number) => timelines.findTimeline(widgets, number);
    expect(page).toEqual([
      { timeline: await timeline(1), feedback: [] },
      {
        timeline: await timeline(2),
        watched: { number: 2, priority: "p1", status: "closed", clocks: [clock] },
        suggestion: {
          mode: "live",
          at: new Date(5),
          items: [
            { id: entry, title: `About ${entry} 👩‍👩‍👧`, url: "https://example.com", isFaq: true },
            { id: "thread:3", title: "About thread:3 👩‍👩‍👧", url: "https://example.com" },
          ],
          comment: "DC_ours",
        },
        feedback: [{ ...thought("ann", true, { isAsker: true }), number: 2, at: new Date(6) }],
        request: { state: "shipped", since: second(50), decidedAt: second(40), shippedAt: second(50) },
        decision: { is: "decided", at: new Date(second(40)) },
        escalations: 2,
        booking: aBooking({ number: 2, state: "done" }),
        survey,
      },
    ]);
  });

  it("comes in pages, each thread once", async () => {
    const stores = open();
    const numbers = Array.from({ length: 1_203 }, (_, i) => 2 * i + 1);
    await stores.timelines.takeIn(
      widgets,
      ...numbers.map((number) => facts({ number, reading: aReading(5), said: [saidAt(3)] })),
    );
    // More are watched than have a timeline, as while a thread is forgotten.
    const state = { status: "closed", since: at("09:00"), hasCommunityAnswer: false, lastWordAt: at("09:00") } as const;
    for (const number of Array.from({ length: 1_003 }, (_, i) => i + 1)) {
      const thread = {
        number,
        title: "",
        url: "",
        id: "",
        category: "q-a",
        priority: "p1",
        reckonedFrom: "",
        breaches: [],
      };
      await stores.watch.keepWatched(widgets, { thread: { ...thread, state }, digest: "one" });
    }
    const pages = await gather(stores);
    expect(pages.flat().filter(({ watched }) => watched)).toHaveLength(502);
    expect(pages.map(({ length }) => length)).toEqual([500, 500, 203]);
    expect(pages.flat().map(({ timeline }) => timeline.number)).toEqual(numbers);
  });

  it("is nothing of a repository that is not known", async () => {
    expect(await gather(open())).toEqual([]);
  });
});

describe("the calendar by which it is measured", () => {
  const week = "{ timezone: UTC, hours: { mon-fri: 09:00-17:00 } }";
  const calendar = async (yaml: string | undefined, files: Readonly<Record<string, string | null>> = {}) => {
    const stores = open();
    await stores.watch.keepCalendarFiles(widgets, new Map(Object.entries(files)));
    const loaded = yaml === undefined ? undefined : loadConfig(yaml);
    if (loaded && "problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
    return (await gatherContext(widgets, loaded?.config, stores, at("09:00"))).calendar;
  };

  it.each([
    { config: undefined, name: "always open" },
    { config: "{}", name: "always open" },
    { config: `calendars: { berlin: ${week} }`, name: "berlin" },
    { config: `calendars: { berlin: ${week}, default: ${week} }`, name: "default" },
    { config: `calendars: { berlin: ${week}, tokyo: ${week} }`, name: "always open" },
    { config: `calendars: { berlin: ${week}, tokyo: ${week} }\nwatch: { calendar: tokyo }`, name: "tokyo" },
  ])("is $name by $config", async ({ config, name }) => {
    expect((await calendar(config)).name).toBe(name);
  });

  it("has the holidays that the watch has read", async () => {
    const days = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nDTSTART;VALUE=DATE:20260302\nEND:VEVENT\nEND:VCALENDAR\n"; // prettier-ignore
    const config = "calendars: { team: { timezone: UTC, hours: { mon-fri: 09:00-17:00 }, holidays-file: days.ics } }";
    const hours = async (files: Readonly<Record<string, string | null>>) =>
      (await calendar(config, files)).secondsBetween(at("00:00"), at("2026-03-04T00:00:00Z")) / secondsOf("1h");
    expect(await hours({ "days.ics": null })).toBe(16);
    expect(await hours({ "days.ics": days })).toBe(8);
  });
});
