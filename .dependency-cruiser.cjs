// Who may import whom. A folder may always import itself, `core/`, and what is listed here: docs/design.md tells why.
const mayImport = {
  core: [],
  text: [],
  search: ["text"],
  "search-sets": ["search"],
  calendar: [],
  "docs-site": ["text"],
  faq: ["text"],
  backtest: ["search", "text", "docs-site", "features/(?:answered-threads|related-answers)"],
  cutting: ["text", "faq", "threads"],
  threads: [],
  editing: ["text", "faq", "threads"],
  embeddings: [],
  finding: ["search", "storage", "embeddings"],
  webhooks: [],
  messages: ["text"],
  features: ["text", "docs-site", "faq", "search", "calendar", "messages"],
  config: ["features/[^/]+/config"],
  commands: ["text", "faq", "features", "config", "messages"],
  pipeline: ["text", "features", "config", "commands", "webhooks", "messages"],
  github: ["text"],
  storage: ["text", "docs-site"],
  queue: ["storage"],
  web: ["features", "config", "pipeline", "search", "calendar", "messages"],
  cli: [
    "faq",
    "features",
    "config",
    "pipeline",
    "search",
    "calendar",
    "messages",
    "commands",
    "text",
    "docs-site",
    "cutting",
    "search-sets",
    "backtest",
    "github",
  ],
};

const layers = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  severity: "error",
  comment: `src/${folder} may import only: ${["core", ...allowed].join(", ")}. See docs/design.md#who-may-import-whom.`,
  from: { path: `^src/${folder}/` },
  to: {
    path: "^src/",
    pathNot: [`^src/${folder}/`, "^src/core/", ...allowed.map((it) => `^src/${it}[/.]`)],
  },
}));

const pure = "^src/(core|text|docs-site|faq|search|backtest|webhooks|features|commands|messages)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: "pure-folders-use-no-services",
      severity: "error",
      comment: "Decisions and text tools do no input or output: docs/design.md#who-may-import-whom.",
      from: { path: pure },
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
      name: "features-are-strangers",
      severity: "error",
      comment: "Features meet in the pipeline, not in each other. Shared words belong in core/ or text/.",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: ["^src/features/$1/", "^src/features/feature[.]ts$"] },
    },
    {
      name: "only-compose-picks-adapters",
      severity: "error",
      comment: "Adapters are picked in compose.ts and handed in; nobody else reaches for one.",
      from: {
        path: "^src/",
        pathNot: [
          "^src/compose[.]ts$",
          "^src/(github|storage|queue|cutting|editing|finding|embeddings)/",
          "^src/cli/(index-docs|backtest)",
        ],
      },
      to: { path: "^src/(github|storage|queue|cutting|editing|finding|embeddings)/" },
    },
    {
      name: "local-github-is-for-the-demo",
      severity: "error",
      comment: "The app must not know the GitHub it is tried against; only the demo starts one.",
      // `frontdesk backtest --demo` starts the demo too, where it is there: it does not come with the package.
      from: { path: "^src/", pathNot: ["^src/(local-github|demo)/", "^src/cli[.]ts$"] },
      to: { path: "^src/(local-github|demo)/" },
    },
    {
      name: "local-github-knows-nothing-of-us",
      severity: "error",
      comment: "It must not share our mistakes, so it shares none of our code.",
      from: { path: "^src/local-github/" },
      to: { path: "^src/", pathNot: "^src/local-github/" },
    },
    { name: "no-cycles", severity: "error", comment: "Type imports count too.", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      comment: "A file nobody imports is forgotten work.",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: ["^src/(app|main|cli)[.]ts$", "[.]d[.]ts$", "^src/local-github/pages/assets/"],
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
