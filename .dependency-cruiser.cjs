const { existsSync } = require("node:fs");

const folders = require("./scripts/folders.cjs");

for (const folder of Object.keys(folders)) {
  if (!existsSync(`${__dirname}/src/${folder}`)) throw new Error(`there is a rule about src/${folder}, which is gone`);
}

// A folder may always import itself, `core/`, and what scripts/folders.cjs says.
const layers = Object.entries(folders).map(([folder, { mayImport }]) => ({
  name: `${folder}-imports`,
  severity: "error",
  comment: `src/${folder} may import only: ${["core", ...mayImport].join(", ")}. See docs/design.md#who-may-import-whom.`,
  from: { path: `^src/${folder}/` },
  to: {
    path: "^src/",
    pathNot: [`^src/${folder}/`, "^src/core/", ...mayImport.map((it) => `^src/${it}[/.]`)],
  },
}));

/** The ports, and the halves of ports, by which something is changed. */
const writingPorts = "^src/core/(?:github-writes|chat-writes|knowledge-records|records|repository-rows)[.]ts$";
/** The stores of features, which are opened in the database. */
const stores = "^src/features/[^/]+/store/";
const pure =
  "^src/(core|text|actions|issues|business-time|timeline|rota|reply-sense|docs-site|faq-file|onboarding|search|measures|charts|report|evaluation/(?:replay|measures|report)|webhooks|features)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: "pure-folders-use-no-services",
      severity: "error",
      comment: "Decisions and text tools do no input or output: docs/design.md#who-may-import-whom.",
      from: { path: pure, pathNot: stores },
      to: { path: "node_modules/(@octokit|probot|pino|kysely|hono|@hono|js-yaml|commander)/" },
    },
    {
      name: "pure-folders-use-no-node-builtins",
      severity: "error",
      comment: "What runs without the machine can be tested, replayed and moved without it.",
      from: { path: pure },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "faq-file-by-its-entry-points",
      severity: "error",
      comment:
        "The files at the top of src/faq-file are its interface: src/faq-file/README.md. Its folders are its own.",
      from: { path: "^(src|demo)/", pathNot: "^src/faq-file/" },
      to: { path: "^src/faq-file/[^/]+/" },
    },
    {
      name: "features-are-strangers",
      severity: "error",
      comment: "Features meet in the pipeline, not in each other. Shared words belong in core/ or text/.",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: ["^src/features/$1/", "^src/features/(?:feature|command)[.]ts$"] },
    },
    {
      name: "pipeline-knows-features-by-their-shape",
      severity: "error",
      comment: "It runs any feature and any command, so it needs nothing from inside of one.",
      from: { path: "^src/pipeline/" },
      to: { path: "^src/features/", pathNot: ["^src/features/(?:feature|command|index)[.]ts$"] },
    },
    {
      name: "deciding-cannot-write",
      severity: "error",
      comment: "What changes something is in a feature's actions, which only the pipeline performs.",
      from: { path: "^src/features/[^/]+/", pathNot: ["^src/features/[^/]+/(?:actions|feature)[./]", stores] },
      to: {
        path: ["^src/actions/(?!shared-actions)", "^src/features/[^/]+/store/[^/]+-store[.]ts$", "^src/storage/"],
      },
    },
    {
      name: "writing-ports-are-for-actions",
      severity: "error",
      comment:
        "Whoever is not an action, or an adapter behind it, reads: core/*-reads.ts has the other half of each port.",
      from: {
        path: "^src/",
        pathNot: [
          "^src/(core|actions|github|chat|storage)/",
          "^src/features/[^/]+/(?:actions[./]|store/)",
          "^src/(?:compose(?:-stores)?|pipeline/perform|evaluation/run/apply-threshold)[.]ts$",
        ],
      },
      to: { path: writingPorts },
    },
    {
      name: "deciding-names-shared-actions-and-performs-none",
      severity: "error",
      comment: "Their types are all that a decision needs.",
      from: { path: "^src/features/", pathNot: ["^src/features/[^/]+/actions[./]"] },
      to: { path: "^src/actions/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-use-of-storage-the-database",
      severity: "error",
      comment: "A feature's store has tables of its own; its declaration names the database that they are opened in.",
      from: { path: "^src/features/", pathNot: [stores, "^src/features/(?:feature|index)[.]ts$"] },
      to: { path: "^src/storage/" },
    },
    {
      name: "only-compose-picks-adapters",
      severity: "error",
      comment: "Adapters are picked in compose.ts and its parts, and handed in; nobody else reaches for one.",
      from: {
        path: "^src/",
        pathNot: [
          "^src/compose(?:-action|-doctor|-model|-stores|-threads)?[.]ts$",
          "^src/features/(?:feature|index)[.]ts$",
          stores,
          "^src/(github|chat|storage|queue|section-thread|faq-thread|backtest-thread|search-thread|measure-thread|embeddings)/",
          "^src/(cli/(?:index-docs|exit-code-of|export/|init/|check-config/|db[./])|evaluation/run/)",
        ],
      },
      to: {
        path: "^src/(github|chat|storage|queue|section-thread|faq-thread|backtest-thread|search-thread|measure-thread|embeddings)/",
      },
    },
    {
      name: "local-github-is-for-the-demo",
      severity: "error",
      comment: "The app must not know the GitHub it is tried against; only demo, bench and tests start one.",
      from: { path: "^src/" },
      to: { path: "^(local-github|demo)/" },
    },
    {
      name: "local-github-is-a-package",
      severity: "error",
      comment: "It is used by its name and through its exports (local-github/package.json), never by a path into it.",
      from: { pathNot: "^local-github/" },
      to: { path: "^local-github/", dependencyTypes: ["local"] },
    },
    {
      name: "local-github-knows-nothing-of-us",
      severity: "error",
      comment: "It must not share our mistakes, so it shares none of our code.",
      from: { path: "^local-github/" },
      to: { path: "^(src|demo|test|bench|evaluation|scripts)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Type imports count too.",
      from: { path: "^(src|demo|local-github)/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "A file nobody imports is forgotten work.",
      from: {
        orphan: true,
        path: "^(src|demo|local-github)/",
        pathNot: [
          "^src/(app|main|cli)[.]ts$",
          "^demo/(demo|open-demo-history)[.]ts$",
          "[.]d[.]ts$",
          "^local-github/src/pages/assets/",
          "^local-github/(scripts|test)/",
        ],
      },
      to: {},
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
