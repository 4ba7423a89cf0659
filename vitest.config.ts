import { defineConfig } from "vitest/config";
import { asInstalled } from "./test/as-installed.ts";
import { long } from "./test/long-tests.ts";
import { LongestFirst } from "./test/longest-first.ts";
import { SummaryReporter } from "./test/summary-reporter.ts";
import { testEnvironment } from "./test/test-environment.ts";

/** What runs on a PostgreSQL server alone, which is started for it. */
const postgres = "test/**/*.postgres.test.ts";

/** Of these, what takes minutes: three processes that are killed while 200 threads come. */
const longOnPostgres = ["test/chaos/processes.postgres.test.ts"];

/** What runs on either engine: once among the others, on SQLite, and once more on PostgreSQL. */
const onBothEngines = [
  "test/contracts/!(inbox)-store.test.ts",
  "test/features/office-hours/{bookings-model,crowd-of-bookings}.test.ts",
  "test/features/on-call/post-to-chat.test.ts",
  "test/features/timeline/any-order.test.ts",
  "test/queue/end-leases.test.ts",
  "test/storage/{forget-repository,transfer}.test.ts",
  "test/storage/migrations/each-state.test.ts",
];

/** Scenarios that between them use every store; all of them run on PostgreSQL with FRONTDESK_ALL=1. */
const scenariosOnPostgres = process.env["FRONTDESK_ALL"]
  ? ["test/scenarios/**/*.test.ts"]
  : [
      "test/scenarios/{commands,feedback,fell-short,first-answer,forgotten,given-up,known-issues,moved-clock,moved-database,reports}.test.ts",
      "test/scenarios/faq/promote-faq.test.ts",
      "test/scenarios/feature-requests/story.test.ts",
      "test/scenarios/living-issue/living-issue.test.ts",
      "test/scenarios/office-hours/booking.test.ts",
      "test/scenarios/on-call/assignment.test.ts",
      "test/scenarios/resolution/answer.test.ts",
      "test/scenarios/survey/{ends,interviews}.test.ts",
      "test/scenarios/timeline/recording.test.ts",
      "test/scenarios/watch/who-waits.test.ts",
    ];

export default defineConfig({
  plugins: [asInstalled()],
  test: {
    // Many tests start a GitHub and an app of their own, and wait for much of their time: three workers leave a quarter of
    // two cores idle.
    maxWorkers: 4,
    // Files share loaded modules: loading Probot, GraphQL and their schemas anew for each took a fifth of a run.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    env: testEnvironment(),
    reporters: ["default", new SummaryReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: "usual",
          include: ["test/**/*.test.ts", "local-github/test/**/*.test.ts"],
          exclude: ["test/simulation/**", "test/demo/**", "test/browser/**", "test/fresh-clone/**", postgres, ...long],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Every scenario once more on a GitHub where requests fail and webhooks come late, twice and out of order; and the
      // simulated weeks of a busy project.
      {
        extends: true,
        test: {
          name: "trouble",
          include: ["test/scenarios/**/*.test.ts", "test/simulation/**/*.test.ts"],
          exclude: [postgres],
          env: { FRONTDESK_TROUBLE: "7" },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      // The demo as a whole, by scripts and in a browser.
      {
        extends: true,
        test: {
          name: "demo",
          include: ["test/demo/**/*.test.ts", "test/browser/**/*.test.ts"],
          exclude: [postgres],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      // A clone with packages of its own, what the README says in it, and the package installed beside it.
      {
        extends: true,
        test: {
          name: "fresh-clone",
          include: ["test/fresh-clone/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 1_200_000,
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: [postgres, ...onBothEngines],
          exclude: longOnPostgres,
          globalSetup: "test/postgres-setup.ts",
          env: { FRONTDESK_ENGINE: "postgres" },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Scenarios once more, with all that is kept on a PostgreSQL server.
      {
        extends: true,
        test: {
          name: "postgres-scenarios",
          include: scenariosOnPostgres,
          exclude: [postgres],
          globalSetup: "test/postgres-setup.ts",
          env: { FRONTDESK_ENGINE: "postgres" },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // Each starts a server of its own.
      {
        extends: true,
        test: { name: "postgres-long", include: longOnPostgres, testTimeout: 600_000, hookTimeout: 60_000 },
      },
      // Some minutes of work for two cores, with GitHub as described.
      {
        extends: true,
        test: {
          name: "long",
          include: long,
          exclude: [postgres],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
