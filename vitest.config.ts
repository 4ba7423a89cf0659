import { defineConfig } from "vitest/config";
import { testEnvironment } from "./test/test-environment.ts";
import { SummaryReporter } from "./test/summary-reporter.ts";

const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Many tests start a GitHub and an app of their own; more than two side by side only wait for each other.
    maxWorkers: 2,
    // Files share loaded modules: loading Probot, GraphQL and their schemas anew for each took a fifth of a run.
    isolate: false,
    reporters: ["default", new SummaryReporter()],
    projects: [
      { test: { name: "usual", include: ["test/**/*.test.ts"], env: testEnvironment(), ...limits } },
      // Every scenario once more on a GitHub where requests fail and webhooks come late, twice and out of order.
      {
        test: {
          name: "trouble",
          include: ["test/scenarios/**/*.test.ts"],
          env: { ...testEnvironment(), FRONTDESK_TROUBLE: "7" },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
