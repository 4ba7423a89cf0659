import { expect, it } from "vitest";
import type { RecordReads } from "../../src/core/record-reads.ts";
import type { FeatureReads } from "../../src/features/index.ts";
import { feature, type Every, type Feature } from "../../src/features/feature.ts";
import { stagesOf } from "../../src/pipeline/stages.ts";
import { repository } from "../helpers/builders.ts";
import { port } from "../helpers/port.ts";

const now = new Date("2026-03-02T09:00:00Z");
const widgets = repository;
const gadgets = { ...repository, id: 8, name: "gadgets" };
const reads = port<FeatureReads>("reads", {
  records: port<RecordReads>("records", { repositories: async () => [widgets, gadgets] }),
});

/** What the tick puts into the inbox, stage by stage. */
async function planned(every: Every, features: readonly Feature<FeatureReads>[]) {
  const stages = stagesOf({ kind: "tick", every }, undefined, { features, commands: [], reads, isShadow: false, now });
  return Promise.all(stages.map(async ({ name, plan }) => ({ name, ...(await plan()) })));
}

/** A feature that wants its FAQ reviewed by the clock. */
function reviewed(every: readonly Every[], isDue?: (name: string) => boolean): Feature<FeatureReads> {
  return feature({
    name: "reviewed",
    summary: "Is there for a test.",
    schedules: [
      {
        every,
        ...(isDue && { isDue: async ({ name }) => isDue(name) }),
        event: (repository) => ({ kind: "review-faq", repository }),
      },
    ],
  });
}

it("each repository that is served gets an event of its own", async () => {
  expect(await planned("day", [reviewed(["start", "day"])])).toEqual([
    {
      name: "schedule:reviewed",
      actions: [
        { do: "follow-up", key: "review-faq:7", event: { kind: "review-faq", repository: widgets } },
        { do: "follow-up", key: "review-faq:8", event: { kind: "review-faq", repository: gadgets } },
      ],
      because: "2 repositories are due by the clock (day)",
    },
  ]);
});

it("only where it is due by our records", async () => {
  const [stage] = await planned("day", [reviewed(["day"], (name) => name === "gadgets")]);
  expect(stage?.actions).toEqual([expect.objectContaining({ key: "review-faq:8" })]);
  const [none] = await planned("day", [reviewed(["day"], () => false)]);
  expect(none).toMatchObject({ actions: [], because: "no repository is due" });
});

it("and not when another clock strikes", async () => {
  expect(await planned("hour", [reviewed(["start", "day"])])).toEqual([]);
});
