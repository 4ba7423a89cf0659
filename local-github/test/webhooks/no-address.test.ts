import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { startCheckedGitHub } from "local-github-server/checks";
import { announcePush, createOrganization, createRepository, createUser } from "local-github-server/world";

it("makes no payload while webhooks have no address, so that nothing fails out of sight", async () => {
  const github = await startCheckedGitHub();
  const { world } = github;
  const olga = createUser(world, "olga");
  const acme = createOrganization(world, "acme", { owners: [olga] });
  const widgets = createRepository(world, acme, "widgets");
  github.install(olga, acme);
  const unhandled: unknown[] = [];
  const hear = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", hear);

  // A payload of this push would have to read a commit that is not there.
  const push = { ref: "refs/heads/main", before: "1".repeat(40), after: "2".repeat(40), forced: false };
  announcePush(world, olga, widgets, push);
  await github.webhooks.drain();
  await sleep(200);
  await github.close();

  process.off("unhandledRejection", hear);
  expect(unhandled).toEqual([]);
  expect(github.webhooks.list()).toEqual([]);
});
