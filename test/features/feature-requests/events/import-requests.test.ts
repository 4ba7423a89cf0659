import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeStores } from "../../../../src/compose-stores.ts";
import { importRequest, type ImportRequest } from "../../../../src/features/feature-requests/actions/record-request.ts";
import { FeatureRequestsConfig } from "../../../../src/features/feature-requests/config.ts";
import { decideImport } from "../../../../src/features/feature-requests/events/import-requests.ts";
import { aDiscussion, aRequest, repository } from "../../../helpers/builders.ts";
import { formBody } from "../../../helpers/request-world.ts";

const now = new Date("2026-06-01T12:00:00Z");
const page = { found: "page", votes: new Map([[7, 3]]), next: undefined, isSearched: true } as const;

let folder: string;
let stores: Awaited<ReturnType<typeof composeStores>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-import-"));
  stores = await composeStores({ dataFolder: folder, webUrl: "https://github.com" }, () => now);
});
afterEach(async () => {
  await stores.close();
  await rm(folder, { recursive: true, force: true });
});

/** What an import plans that has read one request which was not known then. */
function planned(): ImportRequest {
  const discussion = aDiscussion({ number: 7, title: "Print at night", body: formBody("Noise.", "Quiet.", "Soon.") });
  const event = { kind: "import-requests", repository, category: "ideas", cursor: undefined } as const;
  const [action] = decideImport(
    event,
    { ...page, discussions: [discussion] },
    FeatureRequestsConfig.parse({}),
    now,
  ).actions;
  if (action?.do !== "import-request") throw new Error("nothing is imported");
  return action;
}

describe("an import of requests that were there before", () => {
  it("keeps one with its votes, and the same when it is done again", async () => {
    for (let times = 0; times < 2; times++) await importRequest.perform(planned(), stores);
    expect(await stores.requests.findRequest(repository, 7)).toMatchObject({
      request: { state: "complete" },
      votes: 3,
    });
    expect((await stores.knowledge.changesSince(repository, 0)).put.map(({ title }) => title)).toEqual([
      "Print at night",
    ]);
  });

  it("leaves what a maintainer decided between its reading and its writing", async () => {
    const accepted = aRequest({ number: 7, state: "accepted" });
    await stores.requests.keepRequest(repository, accepted);
    await importRequest.perform(planned(), stores);
    expect(await stores.requests.findRequest(repository, 7)).toEqual({ request: accepted, votes: 0 });
    expect((await stores.knowledge.changesSince(repository, 0)).put).toEqual([]);
  });
});
