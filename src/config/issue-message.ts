import type { z } from "zod";

/** Types as zod calls them, as people write them in YAML. */
const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "settings with names",
  record: "settings with names",
  null: "empty",
};

/**
 * What is wrong with a setting, and what to write instead, after its name. zod's own words tell a programmer; a schema's
 * messages of its own stay as they are.
 */
export function issueMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.startsWith("Invalid input") ? typeMessage(issue) : issue.message;
    case "invalid_value":
      return issue.message.startsWith("Invalid ") ? `must be ${oneOf(issue.values.map(String))}` : issue.message;
    case "too_small":
      return issue.message.startsWith("Too small") ? sizeMessage(issue.origin, "least", issue.minimum) : issue.message;
    case "too_big":
      return issue.message.startsWith("Too big") ? sizeMessage(issue.origin, "most", issue.maximum) : issue.message;
    default:
      return issue.message;
  }
}

function typeMessage({ expected, message }: z.core.$ZodIssueInvalidType): string {
  const received = /received (\w+)/u.exec(message)?.[1] ?? "";
  if (received === "undefined") return "is missing";
  const must = `must be ${kinds[expected] ?? expected}`;
  const is = kinds[received];
  return is === undefined ? must : `${must}, and is ${received === "boolean" ? "yes or no" : is}`;
}

function oneOf(values: readonly string[]): string {
  const named = values.map((it) => `\`${it}\``);
  return named.length === 1 ? (named[0] ?? "") : `one of ${named.join(", ")}`;
}

function sizeMessage(origin: string, bound: "least" | "most", limit: number | bigint): string {
  if (origin === "string") return bound === "least" ? "must not be empty" : `must have at most ${limit} characters`;
  if (origin === "array") return `must list at ${bound} ${limit}`;
  return `must be at ${bound} ${limit}`;
}
