import type { Permissions } from "../../core/app-health.ts";
import type { Config } from "../schema.ts";

/** What somebody has switched on, and the right without which it cannot be done. */
const needs: readonly {
  readonly permission: string;
  /** The setting that shows that it is on. */
  readonly path: readonly string[];
  readonly what: string;
  isOn(config: Config): boolean;
}[] = [
  {
    permission: "discussions",
    path: ["related-answers", "mode"],
    what: "answers cannot be posted",
    isOn: (config) => config["related-answers"].mode === "live",
  },
  {
    permission: "issues",
    path: ["living-issue", "mode"],
    what: "the living issue cannot be kept",
    isOn: (config) => config["living-issue"].mode === "on",
  },
  {
    permission: "issues",
    path: ["feature-requests", "mode"],
    what: "accepted requests get no issue",
    isOn: (config) => config["feature-requests"].mode === "on",
  },
  {
    permission: "pull_requests",
    path: ["faq"],
    what: "nothing can be proposed for the FAQ",
    isOn: () => true,
  },
  {
    permission: "contents",
    path: ["calendar-feed", "branch"],
    what: "the calendar cannot be kept on a branch",
    isOn: (config) => config["calendar-feed"].branch !== undefined,
  },
  {
    permission: "organization_projects",
    path: ["feature-requests", "project"],
    what: "issues cannot be put on a board",
    isOn: (config) => config["feature-requests"].project !== undefined,
  },
];

/** What is switched on and lacks a permission to write. */
export function lackingPermissions(
  config: Config,
  has: Permissions,
): readonly { readonly path: readonly string[]; readonly message: string }[] {
  return needs
    .filter(({ permission, isOn }) => isOn(config) && !["write", "admin"].includes(has[permission] ?? ""))
    .map(({ permission, path, what }) => ({
      path,
      message: `the app lacks the permission \`${permission}: write\`, so ${what}; an owner grants it in the settings of the installation`,
    }));
}
