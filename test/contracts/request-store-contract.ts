import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeatureRequest, IssueLink } from "../../src/features/feature-requests/feature-request.ts";
import type { Records } from "../../src/core/records.ts";
import type { RequestRecords } from "../../src/features/feature-requests/store/request-records.ts";
import { aRequest } from "../helpers/builders.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

const link: IssueLink = { number: 40, id: "I_40", url: "https://example.com/40", isAdopted: false, notSet: [] };
const accepted: FeatureRequest = {
  ...aRequest({ number: 12, state: "accepted" }),
  title: "Dark 🌒'; drop table x; --",
};

/** An empty store of requests on one adapter, and the records beside it. */
export interface RequestWorld {
  readonly store: RequestRecords;
  readonly records: Pick<Records, "rememberRepository">;
  close(): Promise<void>;
}

/** What every store of feature requests keeps, whichever database is behind it. */
export function requestStoreContract(adapter: string, open: () => Promise<RequestWorld>): void {
  describe(`the store of feature requests on ${adapter}`, () => {
    let store: RequestRecords;
    let records: RequestWorld["records"];
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, records, close } = await open());
    });
    afterEach(() => close());

    it("gives back what was kept last", async () => {
      await store.keepRequest(widgets, aRequest({ number: 12 }));
      await store.keepRequest(widgets, accepted);
      expect(await store.findRequest(widgets, 12)).toEqual({ request: accepted, votes: 0 });
      expect(await store.findRequest(widgets, 13)).toBeUndefined();
      expect(await store.findRequest(gadgets, 12)).toBeUndefined();
    });

    it("adds what is not kept yet, and leaves what is", async () => {
      const read = aRequest({ number: 12 });
      expect(await store.addRequest(widgets, read)).toBe(true);
      expect(await store.addRequest(widgets, read)).toBe(true);
      await store.keepRequest(widgets, accepted);
      await store.linkIssue(widgets, 12, link);
      expect(await store.addRequest(widgets, read)).toBe(false);
      expect(await store.findRequest(widgets, 12)).toEqual({ request: accepted, votes: 0, issue: link });
    });

    it("keeps votes and issue whatever is written about the request", async () => {
      await store.keepRequest(widgets, aRequest({ number: 12 }));
      await store.keepVotes(widgets, 12, 5);
      await store.linkIssue(widgets, 12, link);
      await store.keepRequest(widgets, accepted);
      expect(await store.findRequest(widgets, 12)).toEqual({ request: accepted, votes: 5, issue: link });
      await store.keepVotes(widgets, 13, 9);
      expect(await store.findRequest(widgets, 13)).toBeUndefined();
    });

    it("knows the requests of an issue", async () => {
      for (const number of [12, 11, 10]) await store.keepRequest(widgets, aRequest({ number }));
      await store.linkIssue(widgets, 12, link);
      await store.linkIssue(widgets, 11, link);
      await store.linkIssue(widgets, 10, { ...link, number: 41 });
      expect(await store.requestsOfIssue(widgets, 40)).toEqual([11, 12]);
      expect(await store.requestsOfIssue(gadgets, 40)).toEqual([]);
    });

    it("notes once what an issue should have and has not", async () => {
      await store.keepRequest(widgets, accepted);
      await store.addNotSet(widgets, 12, "nobody is linked yet");
      await store.linkIssue(widgets, 12, link);
      for (const what of ["label x", "label y", "label x"]) await store.addNotSet(widgets, 12, what);
      expect((await store.findRequest(widgets, 12))?.issue?.notSet).toEqual(["label x", "label y"]);
    });

    it("lists those of repositories that are served, by state", async () => {
      await records.rememberRepository(widgets);
      for (const number of [3, 1, 2]) await store.keepRequest(widgets, aRequest({ number }));
      await store.keepRequest(widgets, accepted);
      await store.keepRequest(gadgets, accepted);
      const listed = async (wanted: object) =>
        (await store.requests({ limit: 9, ...wanted })).map(({ repository, request }) => [
          repository.id,
          request.number,
        ]);
      expect(await listed({})).toEqual([1, 2, 3, 12].map((number) => [widgets.id, number]));
      expect(await listed({ limit: 1 })).toEqual([[widgets.id, 1]]);
      expect(await listed({ states: ["accepted", "shipped"] })).toEqual([[widgets.id, 12]]);
      expect(await listed({ repository: gadgets })).toEqual([]);
    });

    it("forgets one, and all of a repository", async () => {
      for (const repository of [widgets, gadgets]) {
        for (const number of [1, 2]) await store.keepRequest(repository, aRequest({ number }));
      }
      await store.forgetRequest(widgets, 1);
      await store.forgetRepository(gadgets);
      expect(await store.findRequest(widgets, 1)).toBeUndefined();
      expect(await store.findRequest(widgets, 2)).toBeDefined();
      expect(await store.findRequest(gadgets, 1)).toBeUndefined();
    });
  });
}
