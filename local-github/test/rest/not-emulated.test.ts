import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startLocalGitHub } from "local-github-server";
import { createUser } from "local-github-server/world";
import { at, personOf } from "../github-client.ts";

it("an operation that is not emulated is a loud error, kept in the ledger", async () => {
  const folder = await mkdtemp(join(tmpdir(), "local-github-loud-"));
  const github = await startLocalGitHub({ folder, seed: (world) => void createUser(world, "maria") });
  const maria = personOf(github, "maria");
  const requests = ["DELETE /gists", "GET /repos/acme/widgets/git/ref/%", "GET /repos/acme/widgets/actions/runs"];
  for (const request of requests) {
    const answer = await maria(request);
    expect([answer.status, at(answer.body, "message")]).toEqual([501, `NOT_EMULATED ${request}`]);
  }
  const loud = github.ledger.list().filter(({ status }) => status === 501);
  expect(loud.map(({ operation }) => operation)).toEqual(requests);
  await github.close();
  await rm(folder, { recursive: true, force: true });
});
