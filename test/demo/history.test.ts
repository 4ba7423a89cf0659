import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { World, type Discussion, type DiscussionComment } from "local-github-server/world";
import { mondayOf } from "../../demo/seed/content-time.ts";
import { loadContent } from "../../demo/seed/content.ts";
import type { DiscussionContent } from "../../demo/seed/thread-content.ts";
import { composeStores } from "../../src/compose-stores.ts";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { Timeline } from "../../src/core/timeline.ts";
import { readSections } from "../../src/text/marker.ts";
import type { Report } from "../../src/report/report.ts";
import { happeningsOf } from "../../src/timeline/happenings.ts";
import { stateOf } from "../../src/timeline/state-of.ts";
import { startDemo } from "./demo-process.ts";

const weekMs = 7 * 86_400_000;

type Stores = Awaited<ReturnType<typeof composeStores>>;

let folder = "";
let stores: Stores;
let repository: RepositoryRef;
let discussions: readonly Discussion[] = [];

/** What GitHub and the app hold of a demo that was started once, and has taken everything in. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-history-"));
  const demo = await startDemo(["--port", "0", "--data", folder]);
  await demo.stop();
  const world = World.load(await readFile(join(folder, "github/world.bin")));
  discussions = world.all("Discussion");
  stores = await composeStores({ dataFolder: join(folder, "app"), webUrl: demo.ready.github }, () => new Date());
  [repository] = (await stores.records.repositories()) as [RepositoryRef];
});

afterAll(async () => {
  await stores.close();
  await rm(folder, { recursive: true, force: true });
});

const { history, threads } = loadContent();
const contents: readonly DiscussionContent[] = [...history, ...threads.values()];

/** Each thread of the content with its discussion. */
function all(): readonly (readonly [DiscussionContent, Discussion])[] {
  return contents.flatMap((entry) => {
    const found = discussions.find(({ title }) => title === entry.title);
    return found ? [[entry, found] as const] : [];
  });
}

function commentsOf({ comments }: Discussion): readonly DiscussionComment[] {
  return comments.flatMap((it) => [it, ...it.replies]);
}

function isOfApp({ author }: DiscussionComment): boolean {
  return author?.__typename === "Bot" && author.login === "frontdesk";
}

function posts(discussion: Discussion): readonly DiscussionComment[] {
  return commentsOf(discussion).filter((it) => isOfApp(it) && readSections(it.body).has("related-answers"));
}

async function timelineOf({ number }: Discussion): Promise<Timeline> {
  const timeline = await stores.timelines.findTimeline(repository, number);
  if (!timeline) throw new Error(`the app knows nothing of discussion ${number}`);
  return timeline;
}

/** How a thread ended, as its content says. */
function endOf({ closed, reopened, comments, session, request }: DiscussionContent): "closed" | "answered" | "open" {
  if ((closed && !reopened) || request?.declined) return "closed";
  const said = comments.flatMap((it) => [it, ...it.replies]);
  const isAnswered = said.some(({ answer, marked, unmarked }) => (answer || marked !== undefined) && !unmarked);
  return isAnswered || (session && said.some(isOutcome)) ? "answered" : "open";
}

/** Written down, which marks it as the answer. */
function isOutcome({ body }: { readonly body: string }): boolean {
  return body.startsWith("/outcome") && !body.includes("no-show");
}

describe("the quarter behind the demo", () => {
  it("has every thread of its content, once", () => {
    expect(all()).toHaveLength(contents.length);
    expect(new Set(contents.map(({ title }) => title)).size).toBe(contents.length);
    expect(history.length).toBeGreaterThanOrEqual(120);
  });

  it("was on working days, but for a few who write on weekends", () => {
    const past = all().filter(([entry]) => "at" in entry);
    const weekends = past.filter(([, { createdAt }]) => [0, 6].includes(new Date(createdAt).getUTCDay()));
    expect(weekends.length).toBeLessThan(past.length / 20);
  });

  it("has a comment for each suggestion that is recorded, with all its links, and no other", async () => {
    let [suggested, silent] = [0, 0];
    for (const [{ title }, discussion] of all()) {
      const suggestion = await stores.records.findSuggestion(repository, discussion.number);
      const [post, ...more] = posts(discussion);
      const isPosted = suggestion !== undefined && suggestion.items.length > 0;
      expect([title, isPosted, more]).toEqual([title, post !== undefined, []]);
      silent += Number(suggestion !== undefined && !isPosted);
      if (!isPosted || !post) continue;
      suggested += 1;
      expect(await stores.records.findOurComment(repository, discussion.number)).toBe(post.id);
      const body = readSections(post.body).get("related-answers") ?? "";
      for (const { url } of suggestion.items) expect(body).toContain(new URL(url).pathname);
    }
    expect(suggested).toBeGreaterThan(50);
    expect(silent).toBeGreaterThan(20);
  });

  it("has a reaction or a command for each opinion that is recorded, and no other", async () => {
    const clicked = { THUMBS_UP: true, THUMBS_DOWN: false } as Readonly<Record<string, boolean>>;
    let given = 0;
    for (const [{ title }, discussion] of all()) {
      const recorded = await stores.records.feedback(repository, { numbers: [discussion.number] });
      const byReaction = posts(discussion).flatMap(({ reactions }) =>
        reactions
          .filter(({ content }) => content in clicked)
          .map(({ user, content }) => ({ title, by: user.login, helpful: clicked[content] })),
      );
      const byCommand = commentsOf(discussion)
        .filter(({ body }) => body.startsWith("/not-helpful") && posts(discussion).length > 0)
        .map(({ author }) => ({ title, by: author?.login, helpful: false }));
      expect(recorded.map(({ by, helpful }) => ({ title, by, helpful })).sort(byName)).toEqual(
        [...byReaction, ...byCommand].sort(byName),
      );
      given += recorded.length;
    }
    expect(given).toBeGreaterThan(40);
  });

  it("has a question for each survey, and a reaction or a command for each rating, and no other", async () => {
    const surveys = await stores.surveys.surveys(repository);
    const asked = surveys.filter(({ isUnasked }) => !isUnasked);
    const means = { HEART: 5, LAUGH: 4, CONFUSED: 2 } as const;
    const wanted = all().flatMap(([{ by, rated, comments }, { number }]) => {
      const commands = comments.filter((it) => it.by === by && it.body.startsWith("/rate "));
      return [
        ...commands.map(({ body }) => ({ number, rating: Number(body.split(" ")[1]), via: "command" })),
        ...(rated ? [{ number, rating: means[rated.by], via: "reaction" }] : []),
      ];
    });
    const given = surveys.flatMap(({ number, rated }) =>
      rated ? [{ number, rating: rated.rating, via: rated.via }] : [],
    );
    // Who was asked depends on the day; nobody else can have clicked.
    for (const it of given) expect(wanted).toContainEqual(it);
    expect(asked.length).toBeGreaterThan(40);
    expect(given.length).toBeGreaterThan(20);
    for (const { number, rated } of asked) {
      const discussion = discussions.find((it) => it.number === number);
      const ours = discussion && commentsOf(discussion).find((it) => isOfApp(it) && it.replyTo === null);
      // A question that nobody answered in time is taken out again.
      const isShown = readSections(ours?.body ?? "").has("survey");
      expect([number, isShown || !rated]).toEqual([number, true]);
      if (rated?.via === "reaction") {
        const reactions = ours?.reactions.map(({ user, content }) => [user.login, content]) ?? [];
        expect(reactions).toContainEqual([discussion?.author?.login, expect.stringMatching(/HEART|LAUGH|CONFUSED/u)]);
      }
    }
  });

  it("stands in the app's timelines as its content says it ended", async () => {
    const states: string[] = [];
    for (const [entry, discussion] of all()) {
      const { status } = stateOf(await timelineOf(discussion), { now: new Date() });
      const found = status === "closed" || status === "answered" ? status : "open";
      states.push(`${entry.title}: ${found}`);
    }
    expect(states).toEqual(all().map(([entry]) => `${entry.title}: ${endOf(entry)}`));
    expect(new Set(states.map((it) => it.replace(/.*: /u, "")))).toEqual(new Set(["closed", "answered", "open"]));
  });

  it("kept what no reading of GitHub shows any more", async () => {
    const again = all().filter(([{ reopened }]) => reopened);
    expect(again.length).toBeGreaterThan(0);
    for (const [, discussion] of again) {
      const kinds = happeningsOf(await timelineOf(discussion), { now: new Date() }).map(({ is }) => is);
      expect(kinds).toEqual(expect.arrayContaining(["closed", "reopened"]));
    }
  });

  it("has the clocks of threads that are closed by now as well", async () => {
    const closed = all().filter(([entry, { category }]) => endOf(entry) === "closed" && category.isAnswerable);
    const watched = await Promise.all(closed.map(([, it]) => stores.watch.findWatched(repository, it.number)));
    expect(watched.map((it) => it?.state.status)).toEqual(closed.map(() => "closed"));
  });

  it("booked, held and missed its office hours, and marked what came of them", async () => {
    const met = all().filter(([{ session }]) => session);
    for (const [{ comments }, { number, answer }] of met) {
      const booking = await stores.bookings.findBooking(repository, number);
      expect([number, booking?.state]).toEqual([number, comments.some(isOutcome) ? "done" : "no-show"]);
      expect(answer?.id).toBe(booking?.outcome?.comment);
    }
    expect(met.length).toBeGreaterThan(3);
  });

  it("decided and shipped its feature requests", async () => {
    const wanted = all().flatMap(([{ request }, discussion]) => (request ? [[request, discussion] as const] : []));
    const states = new Set<string>();
    for (const [{ accepted, declined, shipped }, { number }] of wanted) {
      const state = (await stores.requests.findRequest(repository, number))?.request.state ?? "none";
      const decided = shipped === undefined ? (accepted ? "accepted" : declined && "declined") : "shipped";
      expect([number, state]).toEqual([number, decided ?? (state === "asked" ? "asked" : "complete")]);
      states.add(state);
    }
    expect(states).toEqual(new Set(["asked", "complete", "accepted", "declined", "shipped"]));
  });

  it("tells a story: faster after a bad week, more that needs nobody, and a gap in the docs", async () => {
    const monday = mondayOf(new Date()).getTime();
    const weeks = async (from: number, to: number) => {
      const period = { from: new Date(monday - from * weekMs), to: new Date(monday - to * weekMs) };
      return stores.measurer.report(repository, period);
    };
    const [first, bad, last] = [await weeks(13, 9), await weeks(6, 5), await weeks(4, 0)];
    const figure = ({ figures }: Report, name: string) => figures.find(({ measure }) => measure === name)?.now;
    const response = (it: Report) => figure(it, "time-to-first-team-response")?.business?.median ?? 0;
    expect(response(last)).toBeLessThan(response(first) / 2);
    expect(response(bad)).toBeGreaterThan(2 * response(last));
    expect(figure(last, "deflection-confirmed")?.n).toBeGreaterThan(
      2 * (figure(first, "deflection-confirmed")?.n ?? 0),
    );
    expect(figure(await weeks(13, 0), "csat")?.share).toBeGreaterThan(0.5);
    expect((await weeks(13, 0)).gaps.flatMap(({ words }) => words)).toContain("ipv6");
  });

  it("names some askers who are worth talking to, with their reasons", async () => {
    const named = await stores.interviews.interviews(repository);
    const askers = new Set(discussions.map(({ author }) => author?.login));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter(({ login }) => !askers.has(login))).toEqual([]);
    expect(named.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });

  it("promoted answers into the FAQ, which has them", async () => {
    const promoted = all().filter(([entry]) => entry.promoted);
    const entries = await stores.knowledge.faqEntries(repository);
    for (const [, { number, labels }] of promoted) {
      expect((await stores.faq.findPromotion(repository, number))?.state).toBe("published");
      expect(entries.map(({ item }) => item.source)).toContain(number);
      expect(labels.map(({ name }) => name)).toContain("in-faq");
    }
    expect(promoted.length).toBeGreaterThan(2);
  });
});

function byName(a: { readonly by: string | undefined }, b: { readonly by: string | undefined }): number {
  return (a.by ?? "") < (b.by ?? "") ? -1 : 1;
}
