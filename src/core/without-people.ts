import { ghost, type ForgottenSince } from "./forgotten-people.ts";

/**
 * Plain data without the people who are forgotten. What somebody did, and when, stands in one object there: an `author`
 * or `asker` beside `createdAt`, `openedAt` or `at`. Reactions are counted by who gave them, so theirs are `ghost`'s.
 */
export function withoutPeople<Data>(data: Data, since: ForgottenSince): Data {
  return change(data, since) as Data;
}

function change(value: unknown, since: ForgottenSince): unknown {
  if (Array.isArray(value)) return value.map((it) => change(it, since));
  if (value instanceof Map) return new Map([...value].map(([key, it]) => [key, change(it, since)]));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const all = Object.entries(value);
  const at = timeOf(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(all.flatMap(([key, it]) => changeField(key, it, { at, since })));
}

type Field = readonly [key: string, value: unknown];

function changeField(
  key: string,
  value: unknown,
  { at, since }: { readonly at: number | undefined; readonly since: ForgottenSince },
): readonly Field[] {
  if (key === "author" || key === "asker" || key === "by") {
    const login = loginOf(value);
    const until = login === undefined ? undefined : since(login)?.getTime();
    // Of the asker of a comment's thread no time is told.
    if (until !== undefined && (at === undefined || at <= until))
      return typeof value === "string" ? [[key, ghost]] : [];
  }
  return [[key, change(value, since)]];
}

function loginOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || !("login" in value)) return undefined;
  return typeof value.login === "string" ? value.login : undefined;
}

/** When it was done, in milliseconds: a date, or ISO 8601 as events have it. */
function timeOf({ createdAt, openedAt, at }: Readonly<Record<string, unknown>>): number | undefined {
  const time = createdAt ?? openedAt ?? at;
  if (time instanceof Date) return time.getTime();
  return typeof time === "string" ? Date.parse(time) : undefined;
}
