import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { eventually, Person } from "../demo/person.ts";
import { moveClock } from "./move-clock.ts";
import { hasBrowser, visitDemo, type Visit } from "./visit-demo.ts";

/** A discussion as somebody sees it. */
async function seenBy(visit: Visit, login: string, number: number): Promise<Page> {
  const page = await visit.openPage({ as: login });
  await page.goto(visit.to(`/discussions/${number}`));
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^Comment as/u).fill(text);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
}

/** The newest place where words can be read. A comment of the bot that was not helpful is folded away. */
function shown(page: Page, words: string | RegExp) {
  return page.getByText(words).filter({ visible: true }).last();
}

/** Words appear by themselves. */
async function told(page: Page, words: string | RegExp): Promise<string> {
  await shown(page, words).waitFor({ timeout: 30_000 });
  return shown(page, words).innerText();
}

describe.skipIf(!hasBrowser)("office hours in a browser", () => {
  const visit = visitDemo();

  it("refused, not helped, booked, prepared, moved, called off by the host, held, written down, promoted, suggested", async () => {
    const { github, repository, tokens } = visit.ready;
    const people = {
      asker: new Person(github, repository, tokens.asker),
      other: new Person(github, repository, tokens.stranger),
    };
    const host = new Person(github, repository, tokens.maintainer);
    const title = "How can the whole team share one build cache in a bucket?";
    const number = await people.asker.ask(
      title,
      "Everybody builds the same things again. Can the cache live in a bucket, so that CI uses it too?",
    );
    const request = await people.other.ask("Roll back by one command", rollback, "ideas");
    const asker = await seenBy(visit, "priya-raman", number);
    await told(asker, "Share the cache in a team");
    await say(asker, "/office-hours list");
    await told(asker, "The next sessions of");
    const slot = await asker
      .getByText(/^\/office-hours \d{4}-/u)
      .first()
      .innerText();
    await say(asker, slot);
    expect(await told(asker, "If they do not help, comment")).toContain("/office-hours books at once");
    await told(asker, /It aims at a reply by/u);
    await say(asker, "/not-helpful the bucket needs keys that change each hour");
    await say(asker, slot);
    const booked = await told(asker, "a slot is booked for this discussion");
    expect(booked).toMatch(/\d\d:\d\d–\d\d:\d\d UTC \(\d\d:\d\d–\d\d:\d\d in Europe\/Berlin, in your time zone\)/u);
    const ticked = () => asker.getByRole("listitem").filter({ has: asker.locator("input:checked"), visible: true });
    expect(await ticked().count()).toBe(0);
    await say(
      asker,
      `It is ${versions}. I tried to prune the cache, and nothing changed. The log says:\n\n\`\`\`\n${log}\n\`\`\``,
    );
    await ticked().filter({ hasText: "the log or the error" }).waitFor();
    await ticked().filter({ hasText: "Which versions" }).waitFor();

    // Somebody else wants the same slot, and hears which ones there are.
    const taken = await people.other.ask(
      "The agent forgets its certificate",
      "Why does it ask for a new one each time?",
    );
    const other = await seenBy(visit, "jonas-weber", taken);
    await say(other, slot);
    await told(other, /is taken\. Free, and nearest to it/u);

    await say(asker, "/office-hours move");
    await told(asker, "Moved from");
    const day = dayIn(await told(asker, "a slot is booked for this discussion"));
    await told(asker, "This has changed since: what is booked now.");
    const narrow = await visit.openPage({ width: 390 });
    await narrow.goto(visit.to(`/discussions/${number}`));
    await shown(narrow, "Moved from").waitFor();
    expect(await narrow.evaluate("document.documentElement.scrollWidth")).toBe(390);

    // The host cannot hold the session, which stood in the calendar.
    const calendar = await fetch(`${visit.ready.app}/calendar/${repository}.ics`);
    expect(await calendar.text()).toContain(`:${day.replaceAll("-", "")}T150000`);
    await host.commit(".github/frontdesk.yml", (text) =>
      text.replace("    link: https://meet.lowtide-labs.example/clinic", `    except: [${day}]\n$&`),
    );
    expect(await told(asker, "is called off. The session is no longer planned.")).toMatch(
      /^@priya-raman, your slot in Office hours/u,
    );
    expect(await asker.getByText("is called off.").filter({ visible: true }).count()).toBe(1);
    await told(asker, "Free instead:");
    await say(asker, "/office-hours");
    await told(asker, "What it takes to prepare");

    const maintainer = await seenBy(visit, "mirela-popa", request);
    await say(maintainer, "/meeting");
    await told(maintainer, "To be talked about:");
    await told(maintainer, "What do we do, by when, and who does it?");

    for (let day = 0; day < 12 && !(await isOver(asker, maintainer)); day += 1) await moveClock(narrow, "1 day");
    await moveClock(narrow, "1 day");
    await narrow.goto(visit.to("/issues"));
    await narrow.getByRole("link", { name: "Support: who waits on whom" }).click();
    await narrow.getByRole("heading", { name: "Sessions without an outcome" }).waitFor();
    await narrow.getByRole("listitem").filter({ hasText: title }).filter({ hasText: "with " }).first().waitFor();

    await say(maintainer, "/outcome We build it on top of the releases that the agent keeps.");
    await told(maintainer, "Outcome:");
    await say(maintainer, "/accept");
    await told(maintainer, /What it means for the plan/u);

    const helper = await seenBy(visit, "jonas-weber", number);
    const words = "Keys that change are read by a command: set cache.credentials-command to it.";
    await say(helper, `/outcome ${words}\n\n- restart the agents afterwards`);
    await told(helper, "What came of the session");
    await told(helper, "Answered by jonas-weber");
    expect(await helper.locator("blockquote").filter({ visible: true }).last().innerText()).toContain(words);

    await say(helper, "/promote-faq force");
    await maintainer.goto(visit.to("/pulls"));
    const pull = maintainer.getByRole("link", { name: /one build cache in a bucket/u });
    await eventually(async () => {
      await maintainer.goto(visit.to("/pulls"));
      return (await pull.count()) > 0 || undefined;
    });
    await pull.first().click();
    expect(await maintainer.getByLabel("Changes").innerText()).toContain(`+${words}`);
    await maintainer.getByRole("button", { name: "Merge pull request" }).click();
    await maintainer.getByText("Merged by mirela-popa").waitFor();

    const next = await people.other.ask(
      "Can the build cache of the whole team live in a bucket whose keys change?",
      "How can everybody share one build cache in a bucket?",
    );
    const suggested = await seenBy(visit, "dan-okoro", next);
    await suggested
      .getByRole("link", { name: /build cache in a bucket/u })
      .first()
      .waitFor({ timeout: 30_000 });
    expect(visit.troubles).toEqual([]);
  }, 240_000);
});

const versions = "Millrace 2.4.1 on Debian 12";
const log = "millraced[612]: error: cache upload refused: credentials expired after 1h";
const rollback = `### Why is it needed?

At night nobody remembers the release before.

### What outcome is wanted?

One command that brings it back.

### How urgent is it?

Saves me time every week`;

/** The first day that a text names in words: `2026-12-08`. */
function dayIn(text: string): string {
  const [day = ""] = /\d+ \w+ \d{4}/u.exec(text) ?? [];
  return new Date(`${day} UTC`).toISOString().slice(0, 10);
}

/** Whether the session and the meeting are over, as their discussions say. */
async function isOver(asker: Page, maintainer: Page): Promise<boolean> {
  const says = (page: Page, words: string) => page.getByText(words).filter({ visible: true }).count();
  return (
    (await says(asker, "please write down what came of it")) > 0 &&
    (await says(maintainer, "The decision is awaited.")) > 0
  );
}
