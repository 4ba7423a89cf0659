import { z } from "zod";

export const ReportsConfig = z
  .strictObject({
    every: z
      .enum(["week", "month", "never"])
      .default("never")
      .describe("How often a report is written for everybody who can read the repository."),
    where: z.enum(["issue", "discussion"]).default("issue").describe("What it is written in."),
  })
  .describe("What is told of how support goes.");
export type ReportsConfig = z.infer<typeof ReportsConfig>;
