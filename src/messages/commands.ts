import type { Role } from "../core/discussion.ts";

interface Described {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly who: "anyone" | readonly Role[];
}

/** Who holds a role, in words a person on GitHub knows. */
const roleNames: Readonly<Record<Role, string>> = {
  asker: "whoever opened the discussion",
  helper: "people with triage rights",
  maintainer: "people with write rights",
};

/** The answer to `/help`. */
export function helpText(allowed: readonly Described[]): string {
  return `Here you can use:\n\n${commandTable(allowed)}\n\nWrite a command at the start of a line of its own in a new comment.`;
}

/** Also used for `docs/commands.md`, so that what the bot says and what the docs say cannot differ. */
export function commandTable(commands: readonly Described[]): string {
  const rows = commands.map(({ usage, summary, who }) => `| \`${usage}\` | ${whoMay(who)} | ${summary} |`);
  return ["| Command | Who | What it does |", "| --- | --- | --- |", ...rows].join("\n");
}

/** "whoever opened the discussion or people with triage rights". */
export function whoMay(who: "anyone" | readonly Role[]): string {
  return who === "anyone" ? "anyone" : who.map((role) => roleNames[role]).join(" or ");
}

/** A refusal says who may: kubernetes/test-infra#10669. */
export function refusal({ name, who }: Described): string {
  return `\`/${name}\` is for ${whoMay(who)}.`;
}
