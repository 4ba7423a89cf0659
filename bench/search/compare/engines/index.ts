import type { EngineDeclaration } from "../engine.ts";

/** In the order of the report. Each is loaded when it is run, so that none pays for another's code. */
export const engines = {
  frontdesk: async () => (await import("./frontdesk.ts")).frontdesk,
  minisearch: async () => (await import("./minisearch.ts")).minisearch,
  "minisearch-tuned": async () => (await import("./minisearch.ts")).minisearchTuned,
  orama: async () => (await import("./orama.ts")).orama,
  flexsearch: async () => (await import("./flexsearch.ts")).flexsearch,
  lunr: async () => (await import("./lunr.ts")).lunrEngine,
  fts5: async () => (await import("./fts5.ts")).fts5,
} as const satisfies Readonly<Record<string, () => Promise<EngineDeclaration>>>;

export type EngineName = keyof typeof engines;

export function isEngineName(name: string): name is EngineName {
  return name in engines;
}
