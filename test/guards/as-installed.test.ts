import { expect, it } from "vitest";

it("loads packages as an installed app does, not the builds that are made to develop with", () => {
  expect(process.execArgv.join(" ")).not.toContain("development");
  // Resolved as by an import of ours: beside the usual build of micromark lies one in `dev/`.
  expect(import.meta.resolve("micromark-core-commonmark")).not.toContain("/dev/");
});
