/**
 * Names of all commands that can be written in a discussion. A comment that is copied, searched or read by others is
 * without such lines; what begins alike and is none of them (`/play` of a chat, say) is what its author tells people.
 */
export const commandNames: ReadonlySet<string> = new Set([
  "accept",
  "answer",
  "assign",
  "decline",
  "duplicate",
  "handoff",
  "help",
  "interviewed",
  "label",
  "meeting",
  "milestone",
  "needs-info",
  "not-helpful",
  "office-hours",
  "oncall",
  "outcome",
  "plan",
  "priority",
  "project",
  "promote-faq",
  "rate",
  "release",
  "remove-label",
  "reopen",
  "status",
  "take",
  "unassign",
  "why",
]);

/** The command whose words are said to everybody, and to us by the way: what came of a session or a meeting. */
export const outcomeCommand = "outcome";

/** Whether `/outcome` says that nobody came. */
export function isNoShow(rest: string): boolean {
  return /^no[- ]?show[.!]?$/iu.test(rest.trim());
}
