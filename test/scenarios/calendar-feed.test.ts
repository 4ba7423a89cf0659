import ical, { type VEvent } from "node-ical";
import { renameRepository, setRole } from "local-github-server/world";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calendarKey } from "../../src/web/calendar-key.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { visit } from "../helpers/visit.ts";
import { withStores } from "../helpers/with-stores.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const path = ".github/frontdesk.yml";
const startAt = new Date("2026-11-30T09:00:00Z");

/** A clinic each Tuesday at two in Berlin, with two slots. */
const clinic = (more = "") => `sessions:
  - name: clinic
    title: Clinic
    rule: FREQ=WEEKLY;BYDAY=TU
    start: 2026-12-01 14:00
    timezone: Europe/Berlin
    host: hana
    link: https://meet.example/room
${more}office-hours:
  per-person: 100
`;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ startAt, files: { [path]: clinic() } });
  await desk.advance(5 * minute);
});
afterEach(() => desk.close());

const configure = async (text: string) => {
  await desk.push({ [path]: text });
  await desk.settle();
};
const address = () => `${desk.app.url}/calendar/acme/widgets.ics`;
const secretAddress = async (number = 1) => {
  const repository = await withStores(desk, async (_, it) => it);
  const key = calendarKey(desk.github.app.webhookSecret, repository, number);
  return `${desk.app.url}/calendar/${key}/acme/widgets.ics`;
};

/** The calendar as a program that has subscribed to it reads it: by the day on which the session is by its rule. */
async function subscribed(from = address()): Promise<ReadonlyMap<string, VEvent>> {
  const response = await visit(desk, from);
  if (response.status !== 200) throw new Error(`the calendar is not there: ${response.status}`);
  const events = Object.values(ical.sync.parseICS(await response.text())).filter(
    (it): it is VEvent => it?.type === "VEVENT",
  );
  return new Map(events.map((it) => [/\d{8}(?=T)/u.exec(it.uid)?.[0] ?? it.uid, it]));
}

/** A helper books a slot for somebody who asks: `2026-12-22 14:30`, as the clock is in Berlin. */
async function book(slot: string): Promise<void> {
  const discussion = desk.ask("Why does it not start?");
  await desk.settle();
  desk.comment(discussion, `/office-hours ${slot}`, "hana");
  await desk.settle();
}

/** What the calendar's branch has: its commits, its files, and the file. */
async function onBranch(name = "hours") {
  const git = desk.github.git(desk.repository);
  const head = await git.resolve(`refs/heads/${name}`);
  if (head === undefined) return undefined;
  const { parents, message } = await git.readCommit(head);
  const files = (await git.tree(head)).map((it) => it.path);
  return { head, parents, message, files, text: (await git.readBlob(`${head}:office-hours.ics`)).toString() };
}

describe("a calendar that programs subscribe to", () => {
  it("shows what becomes of sessions: moved, booked, called off, and back again", async () => {
    const first = (await subscribed()).get("20261208");
    expect(first).toMatchObject({ summary: "Clinic", status: "CONFIRMED", sequence: 0 });
    expect(first?.start.toISOString()).toBe("2026-12-08T13:00:00.000Z");
    expect(first?.description).toContain("Host: hana\n2 of 2 slots free");

    await configure(clinic(`    moved: [{ from: 2026-12-08, to: 2026-12-09 10:00 }]\n    except: [2026-12-15]\n`));
    const second = await subscribed();
    expect(second.get("20261208")).toMatchObject({ uid: first?.uid, status: "CONFIRMED", sequence: 1 });
    expect(second.get("20261208")?.start.toISOString()).toBe("2026-12-09T09:00:00.000Z");
    expect(second.get("20261215")).toMatchObject({ summary: "Cancelled: Clinic", status: "CANCELLED", sequence: 1 });
    expect(second.get("20261222")).toMatchObject({ status: "CONFIRMED", sequence: 0 });

    await book("2026-12-22 14:30");
    await desk.advance(5 * minute);
    const third = await subscribed();
    expect(third.get("20261222")).toMatchObject({ sequence: 1 });
    expect(third.get("20261222")?.description).toContain("1 of 2 slots free, 30 minutes each: 14:00 (Europe/Berlin)");
    expect(third.get("20261208")).toMatchObject({ sequence: 1 });

    await configure("sessions: []\n");
    const fourth = await subscribed();
    expect([...fourth.values()].every(({ status }) => status === "CANCELLED")).toBe(true);
    expect(fourth.get("20261222")).toMatchObject({ sequence: 2 });

    await configure(clinic());
    expect((await subscribed()).get("20261208")).toMatchObject({ status: "CONFIRMED", sequence: 3 });
  });

  it("stays the same session when it is moved beyond the days that are published", async () => {
    await configure(clinic("    moved: [{ from: 2026-12-08, to: 2027-09-01 10:00 }]\n"));
    const moved = (await subscribed()).get("20261208");
    expect(moved).toMatchObject({ status: "CONFIRMED", sequence: 1 });
    expect(moved?.start.toISOString()).toBe("2027-09-01T08:00:00.000Z");
    await desk.advance(day);
    expect((await subscribed()).get("20261208")).toMatchObject({ status: "CONFIRMED", sequence: 1 });
  });

  it("moves with a series that starts at another time of the day", async () => {
    const before = (await subscribed()).get("20261208");
    await configure(clinic().replace("14:00", "15:30"));
    const after = await subscribed();
    expect([...after.values()].every(({ status }) => status === "CONFIRMED")).toBe(true);
    expect(after.get("20261208")).toMatchObject({ uid: before?.uid, sequence: 1 });
    expect(after.get("20261208")?.start.toISOString()).toBe("2026-12-08T14:30:00.000Z");
  });

  it("is the same, byte for byte, while nothing changes, and moves on with the days", async () => {
    const get = async () => {
      const response = await fetch(address());
      return [response.headers.get("etag"), await response.text()];
    };
    const before = await get();
    await configure(`${clinic()}# A comment.\n`);
    await desk.advance(10 * minute);
    expect(await get()).toEqual(before);
    const last = [...(await subscribed()).keys()].at(-1) ?? "";
    await desk.advance(8 * day);
    expect([...(await subscribed()).keys()].at(-1)! > last).toBe(true);
    // What was announced is still there, and is gone a month later.
    expect((await subscribed()).has("20261201")).toBe(true);
    await desk.advance(30 * day);
    expect((await subscribed()).has("20261201")).toBe(false);
  });

  it("never tells the meeting link of those who have signed up, nor who has", async () => {
    await book("2026-12-08 14:00");
    await desk.advance(5 * minute);
    const file = await (await fetch(address())).text();
    expect(file).not.toMatch(/meet\.example|ann\b|discussions\/1/u);
  });

  it("names no host who may no longer triage, and is told so within a day", async () => {
    setRole(desk.repository, "hana", "read");
    await desk.advance(day);
    expect((await subscribed()).get("20261208")).toMatchObject({ sequence: 1 });
    expect((await subscribed()).get("20261208")?.description).toContain("Host: to be named\n");
  });

  it("keeps its sequence numbers over a restart, and looks again", async () => {
    await configure(clinic(`    except: [2026-12-08]\n`));
    await desk.restart();
    expect((await subscribed()).get("20261208")).toMatchObject({ status: "CANCELLED", sequence: 1 });
    await configure(clinic());
    expect((await subscribed()).get("20261208")).toMatchObject({ status: "CONFIRMED", sequence: 2 });
  });

  it("is not there without sessions, when it is off, and for a repository that is not public but by its secret address", async () => {
    expect((await fetch(await secretAddress())).status).toBe(200);
    desk.repository.isPrivate = true;
    await desk.advance(10 * minute);
    expect((await fetch(address())).status).toBe(404);
    expect((await subscribed(await secretAddress())).get("20261208")).toMatchObject({ summary: "Clinic" });

    await configure(`${clinic()}calendar-feed:\n  address: 2\n`);
    expect((await fetch(await secretAddress(1))).status).toBe(404);
    expect((await fetch(await secretAddress(2))).status).toBe(200);

    await configure(`${clinic()}calendar-feed:\n  mode: "off"\n`);
    expect((await fetch(await secretAddress(1))).status).toBe(404);
    expect((await fetch(await secretAddress(2))).status).toBe(404);
    await configure(clinic());
    expect((await subscribed(await secretAddress(1))).get("20261208")).toMatchObject({ sequence: 0 });
  });

  it("is linked from the list of sessions, where everybody may subscribe and we know our own address", async () => {
    const list = async () => {
      const discussion = desk.ask("When are office hours?");
      await desk.settle();
      const comment = desk.comment(discussion, "/office-hours list", "hana");
      await desk.settle();
      return desk.botReplies(comment)[0]?.body ?? "";
    };
    expect(await list()).toContain("Clinic");
    expect(await list()).not.toContain(".ics");
    await desk.close();
    desk = await openDesk({ startAt, files: { [path]: clinic() }, publicUrl: "https://desk.example" });
    expect(await list()).toContain("[Subscribe to them](<https://desk.example/calendar/acme/widgets.ics>)");
    desk.repository.isPrivate = true;
    expect(await list()).not.toContain(".ics");
  });

  it("is found under the name that the repository had", async () => {
    renameRepository(desk.github.world, desk.person("mia"), desk.repository, "gadgets");
    await desk.settle();
    await desk.advance(10 * minute);
    const old = await (await fetch(`${desk.app.url}/calendar/acme/widgets.ics`)).text();
    expect(old).toContain("X-WR-CALNAME:Office hours of acme/gadgets");
    expect(await (await fetch(`${desk.app.url}/calendar/ACME/gadgets.ics`)).text()).toBe(old);
  });
});

describe("the branch of a calendar", () => {
  const withBranch = (name = "hours", more = "") => `${clinic(more)}calendar-feed:\n  branch: ${name}\n`;

  it("holds the same file as the address, in one commit, and nothing else", async () => {
    await configure(withBranch());
    const first = await onBranch();
    expect(first).toMatchObject({ parents: [], files: ["office-hours.ics"] });
    expect(first?.message).toContain("[skip ci]");
    expect(first?.text).toBe(await (await fetch(address())).text());

    await configure(withBranch("hours", "    except: [2026-12-08]\n"));
    expect(await onBranch()).toEqual(first);
    await desk.advance(5 * minute);
    const second = await onBranch();
    expect(second).toMatchObject({ parents: [], files: ["office-hours.ics"] });
    expect(second?.text).toBe(await (await fetch(address())).text());
    expect(second?.text).toContain("STATUS:CANCELLED");

    await desk.advance(10 * minute);
    expect((await onBranch())?.head).toBe(second?.head);
  });

  it("is written once for many bookings", async () => {
    await configure(withBranch());
    const heads = new Set([(await onBranch())?.head]);
    await desk.advance(5 * minute);
    for (let i = 0; i < 6; i++) {
      await book(`2026-12-${["08", "15", "22"][i % 3]} ${["14:00", "14:30"][Math.floor(i / 3)]}`);
      await desk.advance(minute);
      heads.add((await onBranch())?.head);
    }
    await desk.advance(5 * minute);
    expect((await onBranch())?.text).toContain("0 of 2 slots free");
    heads.add((await onBranch())?.head);
    expect(heads.size).toBeLessThanOrEqual(4);
  });

  it("is never the default branch, nor one that somebody else has made", async () => {
    const git = desk.github.git(desk.repository);
    await git.importFiles("theirs", [{ path: "office-hours.ics", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" }], {
      message: "Mine\n",
      author: { name: "Mia", email: "mia@example.com", date: desk.github.world.timestamp() },
    });
    const theirs = await git.resolve("refs/heads/theirs");
    for (const name of ["theirs", "main"]) {
      await configure(withBranch(name));
      const main = await git.resolve("refs/heads/main");
      await desk.advance(10 * minute);
      expect(await git.resolve("refs/heads/theirs")).toBe(theirs);
      expect(await git.resolve("refs/heads/main")).toBe(main);
      const feed = await withStores(desk, ({ feeds }, repository) => feeds.findFeed(repository));
      expect(feed?.branch?.refusal).toMatch(name === "main" ? /is the default branch/u : /was made by somebody else/u);
    }
    expect(await desk.givenUp()).toBe(0);
    // The address goes on all the same.
    expect((await subscribed()).size).toBeGreaterThan(20);
  });

  it("is tried once a day while the app may not write, and written when it may", async () => {
    await desk.close();
    desk = await openDesk({
      startAt,
      files: { [path]: withBranch() },
      before(world) {
        for (const app of world.all("App")) app.permissions = { ...app.permissions, contents: "read" };
      },
    });
    await desk.advance(5 * minute);
    const tries = () => desk.github.ledger.list({ operation: "POST /repos/{owner}/{repo}/git/trees" }).length;
    const before = tries();
    expect(before).toBeGreaterThan(0);
    for (let i = 0; i < 5; i++) await desk.advance(10 * minute);
    expect(tries()).toBe(before);
    const feed = await withStores(desk, ({ feeds }, repository) => feeds.findFeed(repository));
    expect(feed?.branch?.refusal).toMatch(/contents/u);
    expect(await desk.givenUp()).toBe(0);
    for (const it of desk.github.world.all("Installation")) it.permissions = { ...it.permissions, contents: "write" };
    await desk.advance(day);
    expect((await onBranch())?.text).toBe(await (await fetch(address())).text());
  });

  it("is written again over what a person edited in it, and made again when it is deleted", async () => {
    await configure(withBranch());
    const git = desk.github.git(desk.repository);
    const edited = (await onBranch())!;
    const author = { name: "Mia", email: "mia@example.com", date: desk.github.world.timestamp() };
    await git.importFiles("hours", [{ path: "office-hours.ics", content: `${edited.text}X-MINE:1\r\n` }], {
      message: "Edit\n",
      author,
      keep: true,
    });
    await configure(withBranch("hours", "    except: [2026-12-08]\n"));
    await desk.advance(5 * minute);
    expect((await onBranch())?.text).toBe(await (await fetch(address())).text());
    await git.updateRef("refs/heads/hours", null, (await onBranch())!.head);
    await configure(withBranch("hours", "    except: [2026-12-15]\n"));
    await desk.advance(5 * minute);
    expect((await onBranch())?.text).toBe(await (await fetch(address())).text());
  });
});
