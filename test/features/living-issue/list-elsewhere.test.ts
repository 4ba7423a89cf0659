import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { RecordReads } from "../../../src/core/record-reads.ts";
import { LivingIssueConfig } from "../../../src/features/living-issue/config.ts";
import { decideLivingIssue } from "../../../src/features/living-issue/decide.ts";
import { findHolder } from "../../../src/features/living-issue/gather/find-holder.ts";
import type { LivingIssueRecord } from "../../../src/features/living-issue/living-issue-record.ts";
import type { LivingIssueReads } from "../../../src/features/living-issue/store/living-issue-records.ts";
import { port } from "../../helpers/port.ts";

const widgets = { id: 2, owner: "acme", name: "widgets", installation: 70 };
const support = { id: 1, owner: "acme", name: "support", installation: 70 };
const theirs = { id: 4, owner: "other", name: "support", installation: 70 };
const apart = { id: 5, owner: "acme", name: "apart", installation: 71 };

/** What we know of `acme/support`, and of all that could be named. */
function reads(record: LivingIssueRecord | undefined) {
  return {
    records: port<RecordReads>("records", { repositories: async () => [widgets, support, theirs, apart] }),
    livingIssues: port<LivingIssueReads>("livingIssues", { findLivingIssue: async () => record }),
  };
}

const holds: LivingIssueRecord = { state: "kept", in: "acme/support" };

describe("the repository that lists another", () => {
  it.each<readonly [string, string | undefined, LivingIssueRecord | undefined, string | undefined]>([
    ["one that names itself", "acme/support", holds, undefined],
    ["one that names itself, in other letters", "Acme/Support", { ...holds, in: "ACME/support" }, undefined],
    ["one whose issue somebody closed", "acme/support", { ...holds, state: "closed" }, undefined],
    ["one that we do not serve", "acme/nowhere", holds, "no repository of the same owner that I serve"],
    ["one of another owner", "other/support", { ...holds, in: "other/support" }, "no repository of the same owner"],
    ["one of another installation", "acme/apart", { ...holds, in: "acme/apart" }, "no repository of the same owner"],
    ["one of which we know nothing yet", "acme/support", undefined, "whose own config does not name it"],
    ["one that keeps its own alone", "acme/support", { state: "kept" }, "whose own config does not name it"],
    [
      "one that is listed elsewhere itself",
      "acme/support",
      { state: "elsewhere", in: "acme/gadgets", listedIn: 9 },
      "whose own config does not name it",
    ],
    ["one that is off", "acme/support", { ...holds, state: "off" }, "where living-issue.mode is off"],
  ])("is %s, or it is said why not", async (_, wanted, record, because) => {
    const found = await findHolder(widgets, wanted, reads(record));
    expect(found.holder?.id).toBe(because === undefined ? support.id : undefined);
    expect(found.because ?? "").toContain(because ?? "");
  });

  it.each([undefined, "acme/widgets", "ACME/Widgets"])("is none where the config says %s", async (wanted) => {
    expect(await findHolder(widgets, wanted, reads(holds))).toEqual({});
  });
});

describe("a repository that is listed elsewhere", () => {
  const config = LivingIssueConfig.parse({ in: "acme/support" });
  const elsewhere: LivingIssueRecord = { state: "elsewhere", listedIn: 1, in: "acme/support" };

  it.each<readonly [string, LivingIssueRecord | undefined, string | undefined, object | undefined]>([
    ["that is new", undefined, "keep-living-issue", elsewhere],
    ["without an issue", { state: "kept" }, "keep-living-issue", elsewhere],
    ["with an issue", { state: "kept", number: 4 }, "close-living-issue", elsewhere],
    ["with one that a person closed", { state: "closed", number: 4 }, "close-living-issue", elsewhere],
    // As `off` and `on` again: a new one may be made when it comes back.
    ["whose issue was deleted", { state: "gone", number: 4 }, "keep-living-issue", elsewhere],
    ["that was off", { state: "off" }, "keep-living-issue", elsewhere],
    ["already", { ...elsewhere, number: 4 }, undefined, undefined],
    [
      "by another until now",
      { ...elsewhere, listedIn: 8, number: 4 },
      "keep-living-issue",
      { ...elsewhere, number: 4 },
    ],
    ["with its titles until now", { ...elsewhere, privateTitles: true }, "keep-living-issue", elsewhere],
  ])("%s has no issue of its own", (_, record, does, remembers) => {
    const facts = { record, holder: support, lists: undefined };
    const { actions } = decideLivingIssue(widgets, facts, { config, now: new Date(0), locale: english });
    expect(actions.map((it) => it.do)).toEqual(does === undefined ? [] : [does]);
    if (does !== undefined) expect(actions[0]).toMatchObject({ record: remembers });
    const [action] = actions;
    if (action && "note" in action) expect(action.note).not.toContain("acme");
  });
});
