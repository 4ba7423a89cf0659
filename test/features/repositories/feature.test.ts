import { defaultConfig } from "../../../src/config/schema.ts";
import { describe, expect, it } from "vitest";
import { repositories } from "../../../src/features/repositories/feature.ts";
import { gatherRepositories } from "../../../src/features/repositories/gather-repositories.ts";
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

  it.each([
    [{ deliveries: 30 }, ["prune-inbox 2026-02-18"]],
    // That they were there has to be known for longer than what they said: by it what is told twice is known again.
    [{ deliveries: 2 }, ["prune-inbox 2026-03-06", "deliveries 2026-03-18"]],
    [
      { deliveries: 14, threads: 365, words: 90 },
      ["prune-inbox 2026-03-06", "closed-threads 2025-03-20", "private-words 2025-12-20"],
    ],
  ])("goes with what is older than the operator wants it: %j", async (retention, wanted) => {
    const event = { kind: "tick", every: "day" } as const;
    const nobody = async () => [];
    const github = { repositoriesOf: nobody, allRepositories: async () => ({ repositories: [], refused: [] }) };
    const facts = await gatherRepositories(event, { github, records: { repositories: nobody }, retention });
    const { actions } = repositories.decide(event, facts, about);
    const told = actions.map((it) => {
      if (it.do === "prune-inbox") return `${it.do} ${it.before.slice(0, 10)}`;
      return it.do === "forget-old-records" ? `${it.what.of} ${it.what.before.slice(0, 10)}` : it.do;
    });
    expect(told).toEqual(wanted);
  });

  it.each([
    ["is new", [], ["remember-repository"]],
    ["has another name", [{ ...repository, name: "wotsits" }], ["remember-repository"]],
    ["has another owner", [{ ...repository, owner: "umbrella" }], ["forget-former-team", "remember-repository"]],
    ["has its owner in other letters", [{ ...repository, owner: "ACME" }], ["remember-repository"]],
  ])("remembers one that %s", (_, known, wanted) => {
    const { actions } = repositories.decide({ kind: "repository-added", repository }, { known, visible: [] }, about);
    expect(actions.map((it) => it.do)).toEqual(wanted);
  });
});
