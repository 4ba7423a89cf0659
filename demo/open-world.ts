import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import { startLocalGitHub, type LocalGitHub } from "local-github-server";
import type { World } from "local-github-server/world";
import type { DemoOptions } from "./options.ts";
import { loadContent } from "./seed/content.ts";
import { seedWorld } from "./seed/seed-world.ts";
import { serveDocs } from "./serve-docs.ts";

const manifest = z.object({
  name: z.string(),
  default_permissions: z.record(z.string(), z.enum(["read", "write", "admin"])),
  default_events: z.array(z.string()),
});

/** Key of the world's secrets under which the address its texts were written for is remembered. */
const ADDRESS = "demo:address";

/** Starts the local GitHub on a port that is free, with the world of last time or a new one. */
export async function openWorld(options: DemoOptions, port: number): Promise<LocalGitHub> {
  if (options.fresh) await forget(options.data);
  const url = `http://127.0.0.1:${port}`;
  const { name, default_permissions: permissions, default_events: events } = readManifest();
  let isNew = false;
  const github = await startLocalGitHub({
    folder: join(options.data, "github"),
    port,
    // Boards are an optional extra of the manifest, and the demo has one.
    app: { slug: name, permissions: { ...permissions, organization_projects: "write" }, events },
    now: () => new Date(),
    // Before it listens: a start that is broken off leaves nothing half told behind.
    seed: async (world, _app, git) => {
      isNew = true;
      world.attach({ origin: url });
      await seedWorld(world, { content: loadContent(), now: new Date(), docs: options.docs, git });
      world.attach({ now: () => new Date() });
    },
  });
  readdress(github.world, url);
  if (!isNew && options.docs !== undefined) await serveDocs(github, options.docs);
  return github;
}

/** Forgets what earlier runs left, and nothing else that may be in the folder. */
async function forget(data: string): Promise<void> {
  for (const part of ["github", "app"]) await rm(join(data, part), { recursive: true, force: true });
}

/** The app asks for what its manifest says, boards aside, so that the demo shows whether that is enough. */
function readManifest(): z.infer<typeof manifest> {
  return manifest.parse(load(readFileSync(new URL("../app.yml", import.meta.url), "utf8")));
}

/** Texts hold links to this GitHub; on another port than last time they have to lead there. */
function readdress(world: World, url: string): void {
  const before = world.secrets.get(ADDRESS);
  world.secrets.set(ADDRESS, url);
  if (before === undefined || before === url) return;
  for (const object of world.byId.values()) {
    if ("body" in object) object.body = object.body.replaceAll(`${before}/`, `${url}/`);
  }
}
