import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { GitRepository } from "local-github-server/git";
import { createOrganization, registerApp, World, type Discussion } from "local-github-server/world";
import { loadContent } from "../../demo/seed/content.ts";
import { seedWorld } from "../../demo/seed/seed-world.ts";

/** Discussions of a demo that was first started at this time, at this address. */
async function seedAt(now: string, origin: string): Promise<readonly Discussion[]> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-any-time-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const git = await GitRepository.init(join(folder, "millrace.git"));
  const world = new World({ origin, git: () => git });
  const owner = createOrganization(world, "my-developers");
  const { bot } = registerApp(world, owner, { slug: "frontdesk", permissions: {}, events: [] });
  const app = { bot, dataFolder: join(folder, "app") };
  const seed = { content: loadContent(), now: new Date(now), docs: undefined, git: () => git, app };
  return (await seedWorld(world, seed)).discussions;
}

// What was suggested in the past follows from what was known by then, and that a little from the day, hour and address.
it.each([
  ["2026-11-30T00:09:00Z", "http://127.0.0.1:4600"],
  ["2027-03-06T13:40:00Z", "http://127.0.0.1:4400"],
  ["2026-07-15T05:00:00Z", "http://127.0.0.1:51234"],
])(
  "a demo that is first started at %s on %s has its past, and people found what was suggested",
  async (now, origin) => {
    const discussions = await seedAt(now, origin);
    const { history, threads } = loadContent();
    expect(discussions).toHaveLength(history.length + threads.size);
    const found = history.filter(({ hint }) => hint);
    const posted = found.filter(({ title }) => {
      const comments = discussions.find((it) => it.title === title)?.comments ?? [];
      return comments.some(({ body }) => body.includes("begin:related-answers"));
    });
    expect(posted.length).toBeGreaterThan(0.9 * found.length);
  },
);
