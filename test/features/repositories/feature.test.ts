import { defaultConfig } from "../../../src/config/schema.ts";
import { describe, expect, it } from "vitest";
import { repositories } from "../../../src/features/repositories/feature.ts";
import { repository } from "../../helpers/builders.ts";

const about = { shared: defaultConfig, config: undefined, now: new Date("2026-03-20T00:00:00Z") };
const other = { ...repository, id: 8, name: "gadgets" };
const tick = { kind: "tick", every: "start" } as const;

describe("the list of repositories", () => {
  it.each([
    ["one came while we were down", [], [repository], ["repository-added acme/widgets"]],
    ["one went while we were down", [repository], [], ["repository-removed acme/widgets"]],
    ["one was renamed", [{ ...repository, name: "wotsits" }], [repository], ["repository-added acme/widgets"]],
    [
      "one changed its installation",
      [{ ...repository, installation: 1 }],
      [repository],
      ["repository-added acme/widgets"],
    ],
    ["nothing changed", [repository, other], [other, repository], []],
  ])("is repaired when %s", (_, known, visible, wanted) => {
    const { actions } = repositories.decide(tick, { known, visible }, about);
    const events = actions.flatMap((it) => (it.do === "follow-up" && "repository" in it.event ? [it.event] : []));
    expect(events.map((it) => `${it.kind} ${it.repository.owner}/${it.repository.name}`)).toEqual(wanted);
  });

  it("loses only the repositories of the installation that is gone", () => {
    const event = { kind: "installation-changed", installation: 70, lost: true } as const;
    const elsewhere = { ...other, installation: 71 };
    const { actions } = repositories.decide(event, { known: [repository, elsewhere], visible: [] }, about);
    expect(actions).toEqual([
      { do: "renew-access", installation: 70 },
      { do: "follow-up", key: "repository-removed:7", event: { kind: "repository-removed", repository } },
    ]);
  });

  it("goes with the day's cleaning of the inbox", () => {
    const { actions } = repositories.decide({ kind: "tick", every: "day" }, { known: [], visible: [] }, about);
    expect(actions).toEqual([{ do: "prune-inbox", before: "2026-03-06T00:00:00.000Z" }]);
  });
});
