import { describe, expect, it } from "vitest";
import { NotReadyError } from "../../src/core/errors.ts";
import { dryRun } from "../../src/pipeline/dry-run.ts";
import { PipelineWorld } from "./pipeline-world.ts";
import { aFeature, opened, plan, planning, redeliver } from "./pieces.ts";

/** A feature whose gathering fails. */
const failing = (error: Error) =>
  aFeature(
    "first",
    (): never => {
      throw error;
    },
    () => plan([]),
  );

describe("a dry run", () => {
  it("does not wait for what is only just being read, and goes on", async () => {
    const early = failing(new NotReadyError("the docs are being read", new Date()));
    const { deps } = new PipelineWorld({ features: [early, planning("second", redeliver(1))] });
    const planned = await dryRun(opened, deps);
    expect(planned.map(({ stage, plan: { because, actions } }) => [stage, because, actions.length])).toEqual([
      ["feature:first", "the docs are being read", 0],
      ["feature:second", "the test says so", 1],
    ]);
  });

  it("fails by any other error", async () => {
    const { deps } = new PipelineWorld({ features: [failing(new Error("a bug"))] });
    await expect(dryRun(opened, deps)).rejects.toThrow("a bug");
  });
});
