import type { Config } from "../schema.ts";

/** What a setting may name that GitHub alone knows of. */
export type ReferenceKind =
  "category" | "label" | "person" | "team" | "project" | "issue-type" | "holidays-file" | "folder" | "docs";

/** Something on GitHub that a config names. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly path: readonly (string | number)[];
  readonly name: string;
  /** Whether the name is the key at `path`, and not its value. */
  readonly isKey?: boolean;
  /** Whether whoever is named has to have a role in the repository. */
  readonly needsRole?: boolean;
}

/**
 * Everything on GitHub that a config names and that Frontdesk does not make by itself. Labels that it puts on threads are
 * made when they are missing, and those that people put on are not; branches and FAQ files are made as well.
 */
export function referencesOf(config: Config): readonly Reference[] {
  return [...categories(config), ...labels(config), ...people(config), ...teams(config), ...places(config)];
}

function categories({ watch, reports, ...config }: Config): readonly Reference[] {
  const lists = [
    { path: ["related-answers", "categories"], names: config["related-answers"].categories ?? [] },
    { path: ["feature-requests", "categories"], names: config["feature-requests"].categories },
    { path: ["watch", "categories"], names: watch.categories ?? [] },
  ];
  return [
    ...lists.flatMap(({ path, names }) => listed("category", path, names)),
    ...watch.rules.flatMap(({ category }, index) => one("category", ["watch", "rules", index, "category"], category)),
    ...Object.entries(watch.priorities).flatMap(([priority, it]) =>
      Object.keys(it.categories).map((name) => ({
        kind: "category" as const,
        path: ["watch", "priorities", priority, "categories", name],
        name,
        isKey: true,
      })),
    ),
    ...(reports.every !== "never" && reports.where === "discussion"
      ? one("category", ["reports", "category"], reports.category)
      : []),
  ];
}

function labels({ watch, resolution, survey, issues }: Config): readonly Reference[] {
  return [
    ...watch.rules.flatMap(({ label }, index) => one("label", ["watch", "rules", index, "label"], label)),
    ...one("label", ["resolution", "keep-open"], resolution["keep-open"]),
    ...one("label", ["survey", "skip-label"], survey["skip-label"]),
    ...(["feature-labels", "bug-labels", "exclude-labels"] as const).flatMap((list) =>
      listed("label", ["issues", list], issues[list]),
    ),
  ];
}

function people({ sessions, faq, ...config }: Config): readonly Reference[] {
  const { layers, covers } = config["on-call"];
  const found: Reference[] = [
    ...layers.flatMap((it, index) => listed("person", ["on-call", "layers", index, "people"], it.people ?? [])),
    ...covers.flatMap((it, index) => [
      ...one("person", ["on-call", "covers", index, "who"], it.who),
      ...one("person", ["on-call", "covers", index, "for"], it.for),
    ]),
    ...sessions.flatMap(({ host }, index) =>
      Array.isArray(host)
        ? listed("person", ["sessions", index, "host"], host)
        : one("person", ["sessions", index, "host"], host === "rota" ? undefined : host),
    ),
  ];
  return [...found.map((it) => ({ ...it, needsRole: true })), ...listed("person", ["faq", "opt-out"], faq["opt-out"])];
}

function teams(config: Config): readonly Reference[] {
  const { team, layers } = config["on-call"];
  return [
    ...one("team", ["on-call", "team"], team),
    ...layers.flatMap((it, index) => one("team", ["on-call", "layers", index, "team"], it.team)),
  ];
}

function places({ calendars, docs, ...config }: Config): readonly Reference[] {
  const requests = config["feature-requests"];
  return [
    ...one("project", ["feature-requests", "project"], requests.project),
    ...one("issue-type", ["feature-requests", "issue-type"], requests["issue-type"]),
    ...Object.entries(calendars).flatMap(([name, it]) =>
      one("holidays-file", ["calendars", name, "holidays-file"], it["holidays-file"]),
    ),
    ...listed("docs", ["docs", "include"], docs.include),
    ...one("folder", ["docs", "site", "root"], docs.site?.root),
  ];
}

function listed(kind: ReferenceKind, path: readonly (string | number)[], names: readonly string[]): Reference[] {
  return names.map((name, index) => ({ kind, path: [...path, index], name }));
}

function one(kind: ReferenceKind, path: readonly (string | number)[], name: string | undefined): Reference[] {
  return name === undefined ? [] : [{ kind, path, name }];
}
