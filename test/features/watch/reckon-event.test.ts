import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/schema.ts";
import type { GitHubReads } from "../../../src/core/github-reads.ts";
import { decideReckoning, gatherReckoning } from "../../../src/features/watch/events/reckon-event.ts";
import { gatherSettings } from "../../../src/features/watch/gather/gather-settings.ts";
import type { ReadsWithWatch } from "../../../src/features/watch/gather/reads-with-watch.ts";
import type { Page, WatchReads } from "../../../src/features/watch/store/watch-records.ts";
import { fnv1a } from "../../../src/text/fnv.ts";
import { repository } from "../../helpers/builders.ts";
import { port } from "../../helpers/port.ts";
import { at } from "../../helpers/timelines.ts";

/** Threads that are due, and threads of other settings; nothing can be asked of GitHub. */
function reads(due: readonly number[], others: readonly number[]): ReadsWithWatch {
  const page = (all: readonly number[], { after, limit }: Page) =>
    Promise.resolve(all.filter((it) => it > after).slice(0, limit));
  return port<ReadsWithWatch>("reads", {
    github: port<GitHubReads>("github", {}),
    watch: port<WatchReads>("watch", {
      calendarFiles: async () => new Map(),
      watchDigest: async () => "one",
      threadsToLookAt: (_, __, it) => page(due, it),
      threadsOfOtherSettings: (_, __, it) => page(others, it),
    }),
  });
}

const context = (given: ReadsWithWatch) => ({
  config: defaultConfig.watch,
  shared: defaultConfig,
  reads: given,
  now: at("10:00"),
});

/** Numbers that are looked at, page by page, and how many pages that took. */
async function sweep(due: readonly number[], others: readonly number[]) {
  const looked: number[] = [];
  let pages = 0;
  for (let after: number | undefined = 0; after !== undefined; pages++) {
    const facts = await gatherReckoning({ repository, after }, context(reads(due, others)));
    const followed = decideReckoning(repository, facts).actions.flatMap((it) =>
      it.do === "follow-up" ? [it.event] : [],
    );
    looked.push(...followed.flatMap((it) => (it.kind === "thread-due" ? [it.number] : [])));
    after = followed.flatMap((it) => (it.kind === "reckon-clocks" ? [it.after] : []))[0];
  }
  return { looked, pages };
}

describe("a sweep", () => {
  it("looks at each thread that is due, or of other settings, once, without asking GitHub", async () => {
    expect(await sweep([2, 5], [1, 5, 9])).toEqual({ looked: [1, 2, 5, 9], pages: 1 });
    expect(await sweep([], [])).toEqual({ looked: [], pages: 1 });
  });

  it("goes on page by page, and leaves none out", async () => {
    const even = Array.from({ length: 900 }, (_, i) => 2 * (i + 1));
    const all = Array.from({ length: 1_200 }, (_, i) => i + 1);
    const { looked, pages } = await sweep(even, all);
    expect(looked).toEqual([...new Set([...even, ...all])].sort((a, b) => a - b));
    expect(pages).toBeGreaterThan(2);
  });
});

describe("settings", () => {
  it("are others than those of the release that kept no clocks, so that all threads are reckoned anew", async () => {
    const given = context(reads([], []));
    const ofThatRelease = String(fnv1a(JSON.stringify([given.config, given.shared.calendars, []])));
    expect((await gatherSettings(repository, given)).digest).not.toBe(ofThatRelease);
  });

  it("have a digest that tells them from others, and is the same for the same", async () => {
    const given = context(reads([], []));
    const { digest, before } = await gatherSettings(repository, given);
    expect((await gatherSettings(repository, given)).digest).toBe(digest);
    const other = { ...given, config: { ...given.config, near: 50 } };
    expect((await gatherSettings(repository, other)).digest).not.toBe(digest);
    expect(before).toBe("one");
  });
});
