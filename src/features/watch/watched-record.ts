import type { Watched } from "./watched.ts";

/** The names of all times in a `Watched`; nothing else in it has one of these names. */
const times: ReadonlySet<string> = new Set(["since", "lastWordAt", "lastTeamActAt", "at", "nearAt", "dueAt", "lookAt"]);

/** A watched thread as JSON: times become ISO 8601. */
export function toRecord(watched: Watched): string {
  return JSON.stringify(watched);
}

/** The same back again. */
export function fromRecord(record: string): Watched {
  return JSON.parse(record, (name, value: unknown) =>
    times.has(name) && typeof value === "string" ? new Date(value) : value,
  ) as Watched;
}
