import type { z } from "zod";
import { closest } from "../text/closest.ts";
import { issueMessage } from "./issue-message.ts";
import { sectionsWith, settingsAt } from "./json-schema.ts";
import { settingName } from "./problem.ts";

/** What is wrong with a setting. */
export interface DescribedIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly suggestion?: string;
  /** Whether the key itself is wrong, and not its value. */
  readonly isKey?: boolean;
}

/** Suggestions are looked for so often; a file of thousands of wrong names has no near ones. */
const maxSuggested = 50;

/** Puts issues of zod into words. `data` is what was checked: what people wrote tells what they meant. */
export function describeIssues(issues: readonly z.core.$ZodIssue[], data: unknown): readonly DescribedIssue[] {
  let looked = 0;
  const maySuggest = () => looked++ < maxSuggested;
  return issues.flatMap((it) => describe(it, data, maySuggest));
}

/** Unknown keys arrive as one issue at their parent; each gets its own place and line. */
function describe(issue: z.core.$ZodIssue, data: unknown, maySuggest: () => boolean): DescribedIssue[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownSetting([...issue.path, key], key, maySuggest));
  }
  if (issue.code === "custom" && issue.params?.["isKey"] === true) {
    const suggestion: unknown = issue.params["suggestion"];
    const message = `${settingName(issue.path)}: ${issueMessage(issue)}`;
    return [{ path: issue.path, isKey: true, message, ...(typeof suggestion === "string" && { suggestion }) }];
  }
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flatMap((them) => them).filter((it) => it.path.length > 0);
    const first = inner[0];
    if (first) return describe({ ...first, path: [...issue.path, ...first.path] }, data, maySuggest);
  }
  const message = `${settingName(issue.path) || "the file"}: ${issueMessage(issue)}`;
  const value = valueAt(data, issue.path);
  return [{ path: issue.path, ...meant(issue, message, value, maySuggest) }];
}

function unknownSetting(path: readonly PropertyKey[], key: string, maySuggest: () => boolean): DescribedIssue {
  const name = settingName(path);
  if (key === "<<") {
    return {
      path,
      isKey: true,
      message: `${name}: merge keys are not part of YAML 1.2; write out what is to be merged`,
    };
  }
  const message = `${name}: there is no such setting`;
  if (!maySuggest()) return { path, isKey: true, message };
  const near = closest(key, settingsAt(path.slice(0, -1)));
  if (near !== undefined) return { path, isKey: true, message, suggestion: near };
  const all = sectionsWith(key);
  const top = all.filter((it) => !it.includes("."));
  const sections = top.length > 0 ? top : all;
  const where = sections.length > 0 && sections.length <= 4 ? ` here; it belongs to ${listOf(sections)}` : "";
  return { path, isKey: true, message: `${message}${where}` };
}

/** What somebody meant who wrote this: YAML 1.2 reads `yes` and `on` as text, and a number without quotes as a number. */
function meant(
  issue: z.core.$ZodIssue,
  message: string,
  value: unknown,
  maySuggest: () => boolean,
): Pick<DescribedIssue, "message" | "suggestion"> {
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    if (value === null) return { message: `${message}, and is empty` };
    const word =
      typeof value === "boolean"
        ? value
          ? "on"
          : "off"
        : typeof value === "string" || typeof value === "number"
          ? String(value)
          : "";
    const near = values.includes(word) ? word : maySuggest() ? closest(word, values) : undefined;
    return near === undefined ? { message } : { message, suggestion: near };
  }
  if (issue.code !== "invalid_type") return { message };
  if (issue.expected === "boolean" && typeof value === "string") {
    const isYes = /^(?:y|yes|on|true|1)$/iu.test(value);
    if (isYes || /^(?:n|no|off|false|0)$/iu.test(value)) return { message, suggestion: String(isYes) };
  }
  if (message.endsWith("is a number") && typeof value === "number") return { message, suggestion: `"${value}"` };
  if (issue.expected === "array" && typeof value === "string" && value.length <= 60) {
    return { message, suggestion: `[${value}]` };
  }
  if (issue.expected === "object" && typeof value === "string" && /^[\w-]+:\S/u.test(value)) {
    return {
      message: `${message}: a space is missing behind the colon`,
      suggestion: value.slice(0, 60).replace(":", ": "),
    };
  }
  return { message };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (it, step) =>
      typeof it === "object" && it !== null && Object.hasOwn(it, step) ? Reflect.get(it, step) : undefined,
    data,
  );
}

function listOf(names: readonly string[]): string {
  return names.map((it) => `\`${it}\``).join(" or ");
}
