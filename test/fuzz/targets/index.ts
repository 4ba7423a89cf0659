import type { FuzzTarget } from "../target.ts";
import { commands } from "./commands.ts";
import { config } from "./config.ts";
import { dashboard } from "./dashboard.ts";
import { faqEditor } from "./faq-editor.ts";
import { holidays } from "./holidays.ts";
import { http } from "./http.ts";
import { neutralise } from "./neutralise.ts";
import { markdownPages, mdxPages } from "./pages.ts";
import { withoutSecretsTarget } from "./secrets.ts";
import { threadExport } from "./thread-export.ts";
import { webhookBody } from "./webhook-body.ts";

/** All that is fuzzed: each reader of text that comes from outside. */
export const targets: readonly FuzzTarget[] = [
  webhookBody,
  http,
  commands,
  neutralise,
  markdownPages,
  mdxPages,
  faqEditor,
  withoutSecretsTarget,
  config,
  holidays,
  threadExport,
  dashboard,
];
