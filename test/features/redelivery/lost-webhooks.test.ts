import { describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs } from "../../../src/core/clock.ts";
import type { WebhookAttempt } from "../../../src/core/github-reads.ts";
import {
  afterAsking,
  afterLook,
  dueWebhooks,
  listedFrom,
  type WebhookSweep,
} from "../../../src/features/redelivery/lost-webhooks.ts";

const now = new Date("2026-03-05T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const later = (ms: number) => new Date(now.getTime() + ms);

let nextId = 3_804_004_623_172_239_366n;
const attempt = (guid: string, at: Date, isDelivered = false): WebhookAttempt => ({
  id: String(nextId++),
  guid,
  at,
  isDelivered,
});
/** What is known after looks at these lists, each newest first. */
const known = (...lists: readonly (readonly WebhookAttempt[])[]) =>
  lists.reduce<WebhookSweep>((before, attempts) => afterLook(before, attempts, now), { lost: [] });
const guids = (of: readonly { readonly guid: string }[]) => of.map(({ guid }) => guid);
const due = (sweep: WebhookSweep, at = now, isListed = true) => guids(dueWebhooks(sweep, at, isListed));

const underWay = (guid: string, at: Date): WebhookAttempt => ({ ...attempt(guid, at), isDelivered: undefined });

describe("what is known of lost webhooks", () => {
  it.each<[string, readonly (readonly WebhookAttempt[])[], readonly string[]]>([
    ["one that failed is lost", [[attempt("a", ago(hourMs))]], ["a"]],
    ["one that got through is not", [[attempt("a", ago(hourMs), true)]], []],
    [
      "one that got through at its second attempt is not, though the first one stays in the list",
      [[attempt("a", ago(hourMs), true), attempt("a", ago(2 * hourMs))]],
      [],
    ],
    [
      "one whose second attempt was seen in a later look is not",
      [[attempt("a", ago(2 * hourMs))], [attempt("a", ago(hourMs), true)]],
      [],
    ],
    [
      "one that no later look showed is lost still",
      [[attempt("a", ago(2 * hourMs))], [attempt("b", ago(hourMs), true)]],
      ["a"],
    ],
    ["what GitHub keeps no longer is left", [[attempt("a", ago(3 * dayMs + 1))]], []],
    ["the oldest goes first", [[attempt("b", ago(hourMs)), attempt("a", ago(2 * hourMs))]], ["a", "b"]],
    ["one that failed just now goes at once", [[attempt("a", ago(1_000))]], ["a"]],
    ["what is under way is left for now", [[underWay("a", ago(20_000))]], []],
    ["what had no answer for a minute is lost", [[underWay("a", ago(61_000))]], ["a"]],
  ])("%s", (_, lists, lost) => expect(due(known(...lists))).toEqual(lost));

  it("asks by the newest attempt, in all its digits", () => {
    const newest = attempt("a", ago(hourMs));
    const [lost] = dueWebhooks(known([newest, attempt("a", ago(2 * hourMs))]), now, true);
    expect(lost?.attempt).toBe(newest.id);
    expect(BigInt(newest.id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it("asks three times at most, and never before the last time can have shown", () => {
    let sweep = known([attempt("a", ago(hourMs))]);
    const asks: number[] = [];
    for (let minutes = 0; minutes < 600; minutes += 5) {
      const at = later(minutes * minuteMs);
      const asked = dueWebhooks(sweep, at, minutes % 60 === 0);
      if (asked.length > 0) asks.push(minutes);
      sweep = afterAsking(sweep, asked, at);
    }
    expect(asks).toEqual([0, 60, 120]);
  });

  it("asks for the rest of many in between, without a look", () => {
    const sweep = known(Array.from({ length: 250 }, (_, at) => attempt(`guid ${at}`, ago(hourMs))));
    const first = dueWebhooks(sweep, now, true).slice(0, 100);
    const rest = dueWebhooks(afterAsking(sweep, first, now), later(5 * minuteMs), false);
    expect(rest).toHaveLength(150);
    expect(guids(rest)).not.toEqual(expect.arrayContaining([first[0]?.guid]));
  });

  it("is listed since the last look and some minutes before, or as far back as GitHub keeps it", () => {
    expect(listedFrom({ lost: [] }, now)).toEqual(ago(3 * dayMs));
    expect(listedFrom(known([attempt("a", ago(hourMs), true)]), now)).toEqual(ago(hourMs + 10 * minuteMs));
    expect(listedFrom({ seenTo: ago(30 * dayMs).getTime(), lost: [] }, now)).toEqual(ago(3 * dayMs));
  });

  it("forgets nothing of its place where a look shows nothing", () => {
    const before = known([attempt("a", ago(hourMs))]);
    expect(afterLook(before, [], now)).toEqual(before);
  });
});
