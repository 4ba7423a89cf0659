import { afterEach, describe, expect, it } from "vitest";
import {
  closeDiscussion,
  editDiscussion,
  markAnswer,
  react,
  reopenDiscussion,
  setRole,
} from "local-github-server/world";
import { composeStores } from "../../../src/compose-stores.ts";
import type { FoundNaming } from "../../../src/core/forgotten-people.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { clinicConfig } from "../../helpers/office-hours-desk.ts";
import { openDesk, type Desk, type DeskOptions } from "../../helpers/open-desk.ts";
import { rowsWith } from "../../helpers/tables-with.ts";
import { withStores } from "../../helpers/with-stores.ts";

const asker = "Zyx-Asker";
const helper = "zyxhelper";
const day = 24 * 60 * 60 * 1000;

let desk: Desk;

async function say(thread: Parameters<Desk["comment"]>[0], body: string, by: string) {
  const comment = desk.comment(thread, body, by);
  await desk.settle();
  return comment;
}

/** One person asks, rates, votes, wishes and books; another one helps, answers, promotes, hosts, plans and interviews. */
async function actInAllRoles(options: DeskOptions): Promise<void> {
  desk = await openDesk({
    ...options,
    startAt: new Date("2026-03-01T09:00:00Z"),
    files: { ".github/frontdesk.yml": clinicConfig({ host: "hana" }) },
    before: (_, repository) => {
      setRole(repository, asker, "read");
      setRole(repository, helper, "maintain");
    },
  });
  const { world } = desk.github;
  const question = desk.ask("How can I change the log level to debug?", `I am @${asker}. I see no requests.`, asker);
  await desk.settle();
  for (const it of desk.botComments(question)) react(world, desk.person(asker), it, "THUMBS_UP");
  await say(question, "/needs-info the version", helper);
  await say(question, "It is version 2.", asker);
  await say(question, `/handoff @${helper}`, helper);
  await say(question, "/not-helpful", asker);
  const answer = await say(
    question,
    `@${asker}, pass \`--log-level debug\`, as https://github.com/${helper} does.`,
    helper,
  );
  markAnswer(world, desk.person(helper), answer);
  await desk.settle();
  await say(question, "/promote-faq", helper);
  await say(question, `/rate 2 I, @${asker}, lost a day`, asker);

  const thorny = desk.ask("Why does the flange squeak?", "It does.", asker);
  await say(thorny, "Oil it.", helper);
  closeDiscussion(world, desk.person(helper), thorny);
  await desk.advance(2_000);
  reopenDiscussion(world, desk.person(asker), thorny);
  await say(thorny, "/office-hours", helper);

  const wish = desk.ask(
    "A widget by night",
    "**Why:** I work then.\n\n**Outcome:** light.\n\n**Urgency:** low",
    asker,
    "ideas",
  );
  await desk.settle();
  await say(wish, "/meeting tomorrow at nine", helper);
  await say(wish, `/outcome as @${asker} said`, helper);
  await say(wish, "/accept", helper);
  await desk.advance(day);
  await say(question, `/interviewed @${asker} wants webhooks`, helper);
  await desk.settle();
}

async function inDatabase<Answer>(use: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Answer>) {
  const database = await openDatabase(desk.place);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

const naming = (word: string) => inDatabase((database) => rowsWith(database, word));

async function forget(login: string, isDry = false): Promise<FoundNaming> {
  const settings = { ...desk.place, webUrl: desk.github.url };
  const stores = await composeStores(settings, () => desk.github.world.now());
  try {
    return isDry ? await stores.forgetting.look(login) : await stores.forgetting.forget(login);
  } finally {
    await stores.close();
  }
}

/** Numbers of the repository's reports that must be the same. */
async function counted() {
  return withStores(desk, async ({ surveys, interviews, timelines, requests, bookings }, repository) => ({
    ratings: (await surveys.surveys(repository)).map(({ rated }) => rated?.rating),
    named: (await interviews.interviews(repository)).map(({ quarter, done }) => [quarter, done !== undefined]),
    threads: (await timelines.timelinesAfter(repository, 0, 100)).map(({ number, entries, opener }) => [
      number,
      opener,
      entries.map((it) => [it.kind, "actor" in it ? it.actor : ""]),
    ]),
    requests: (await requests.requests({ repository, limit: 10 })).map(({ request }) => [
      request.number,
      request.state,
    ]),
    bookings: (await bookings.allBookings(repository)).map(({ number, state }) => [number, state]),
  }));
}

/** What holds on every engine; `optionsOf` gives a desk a database of its own. */
export function forgetsWhoeverWants(optionsOf: () => Promise<DeskOptions>): void {
  describe("somebody who is to be forgotten", () => {
    afterEach(() => desk.close());

    it("is in no row of any table afterwards, with all that is counted as it was, and stays so", async () => {
      await actInAllRoles(await optionsOf());
      // The app is down: what its clock sets going meanwhile would be counted, too.
      await desk.restart(async () => {
        const before = await counted();
        for (const login of [asker, helper]) {
          const found = await forget(login, true);
          const tables = found.tables.map(({ table }) => table);
          expect(tables.length).toBeGreaterThan(5);
          const rows = await naming(login);
          expect(await forget(login)).toMatchObject({ tables: found.tables, deliveries: { unfinished: 0 } });
          expect(await naming(login)).toEqual([]);
          expect(rows.length).toBeGreaterThan(20);
          expect(await forget(login)).toEqual({ tables: [], deliveries: { ended: 0, unfinished: 0 } });
        }
        expect(await counted()).toEqual(before);
      });

      // It stays so when threads are read again, until they write something new.
      const [question] = desk.repository.discussions;
      if (!question) throw new Error("there is no question");
      const { world } = desk.github;
      // Each of these has the whole thread read; the day's sweep looks at all that are open, and reactions are read hourly.
      editDiscussion(world, desk.person("mia"), question, { title: "How do I change the log level?" });
      await say(question, "It has a page of its own.", "sam");
      await desk.restart();
      await desk.advance(2 * day);
      for (const login of [asker, helper]) {
        // What people wrote is as it stands on GitHub, and so are the payloads of what they did just now.
        const copies = /^(?:delivery_payloads|delivery_plans|threads|issues|snapshot_pieces)\./u;
        expect((await naming(login)).filter((it) => !copies.test(it))).toEqual([]);
      }

      await say(question, "I have one more question.", asker);
      const rows = await naming(asker);
      expect(rows.filter((it) => it.startsWith("timeline_entries.by"))).toHaveLength(1);
      expect(rows.filter((it) => it.startsWith("timeline_threads.asker"))).toEqual([]);
    }, 180_000);
  });
}
