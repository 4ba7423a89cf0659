import { z } from "zod";

/** Who may see the pages about a repository. */
export const DashboardConfig = z
  .strictObject({
    public: z
      .boolean()
      .default(false)
      .describe(
        "Whether the pages about a public repository are for everybody. Otherwise, and for private repositories always, people sign in with GitHub, and those who may read the repository see them.",
      ),
  })
  .describe("The pages that I serve about this repository.");
export type DashboardConfig = z.infer<typeof DashboardConfig>;
