import { z } from "zod";
import { ExportError } from "./export-error.ts";
import { exportedRoles, exportedThread, type ExportedRoles, type ExportedThread } from "./exported-thread.ts";
import { addAssociations } from "./people.ts";
import { scanExport, type Range } from "./scan-export.ts";
import { toRead, type ReadThread } from "./to-read.ts";

/** What an export holds. */
export interface ThreadExport {
  /** By number, each once. */
  readonly threads: readonly ReadThread[];
  /** `owner/name`, as the discussions' addresses tell; missing where they tell none. */
  readonly repository?: string;
  /** When it was made: by its own word, or else when the last thing in it happened. */
  readonly exportedAt: Date;
  /** What people may do, by their logins in small letters, as the file says. */
  readonly roles?: ReadonlyMap<string, ExportedRoles[string]>;
  /** Logins, in small letters, that GitHub says belong to the repository's people. */
  readonly associated: ReadonlySet<string>;
  /** How many discussions came again: the one that was changed last counts, or else the last one. */
  readonly again: number;
  /** How many have more comments than the file holds. */
  readonly partial: number;
}

const refusals = z.array(z.object({ message: z.string() })).min(1);

/** Reads an export of discussions. Throws `ExportError`, which names the place and the discussion. */
export function readExport(text: string): ThreadExport {
  const scanned = scanExport(text);
  const refused = scanned.errors && refusals.safeParse(parse(text, scanned.errors, "the errors"));
  if (refused?.success) {
    throw new ExportError(text, scanned.errors?.start ?? 0, `GitHub refused it: ${refused.data[0]?.message ?? ""}`);
  }
  if (scanned.threads.length === 0) throw new ExportError(text, 0, "the file holds no discussions");
  const found = new Map<number, ReadThread>();
  const associated = new Set<string>();
  const partial = new Set<number>();
  for (const [index, range] of scanned.threads.entries()) {
    const exported = readThread(text, range, index);
    addAssociations(exported, associated);
    const { thread, isPartial } = toRead(exported);
    const known = found.get(thread.number);
    if (known && known.updatedAt > thread.updatedAt) continue;
    found.set(thread.number, thread);
    if (isPartial) partial.add(thread.number);
    else partial.delete(thread.number);
  }
  const threads = [...found.values()].sort((a, b) => a.number - b.number);
  const { roles, exportedAt } = scanned;
  const repository = repositoryOf(threads, text, scanned.threads);
  return {
    threads,
    ...(repository !== undefined && { repository }),
    exportedAt: exportedAt ? readTime(text, exportedAt) : lastOf(threads),
    ...(roles && { roles: readRoles(text, roles) }),
    associated,
    again: scanned.threads.length - threads.length,
    partial: partial.size,
  };
}

/** Reads a map of roles, as it stands in a file of its own. Throws `ExportError`. */
export function readRolesFile(text: string): ReadonlyMap<string, ExportedRoles[string]> {
  return readRoles(text, { start: text.startsWith("\uFEFF") ? 1 : 0, end: text.length });
}

function readThread(text: string, range: Range, index: number): ExportedThread {
  const value = parse(text, range, `discussion ${index + 1}`);
  const read = exportedThread.safeParse(value);
  if (read.success) return read.data;
  const number = z.object({ number: z.int() }).safeParse(value).data?.number;
  const which = `discussion ${index + 1} of the file${number === undefined ? "" : ` (number ${number})`}`;
  throw new ExportError(text, range.start, `${which}: ${firstIssue(read.error)}`);
}

function readRoles(text: string, range: Range): ReadonlyMap<string, ExportedRoles[string]> {
  const read = exportedRoles.safeParse(parse(text, range, "the map of roles"));
  if (!read.success) throw new ExportError(text, range.start, `roles: ${firstIssue(read.error)}`);
  return new Map(Object.entries(read.data).map(([login, role]) => [login.toLowerCase(), role]));
}

function readTime(text: string, range: Range): Date {
  const read = z.iso.datetime({ offset: true }).safeParse(parse(text, range, "exportedAt"));
  if (!read.success) throw new ExportError(text, range.start, "exportedAt must be a time in ISO 8601");
  return new Date(read.data);
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join(".") ?? "";
  return `${path === "" ? "" : `${path}: `}${issue?.message ?? "is wrong"}`;
}

function parse(text: string, { start, end }: Range, what: string): unknown {
  const json = text.slice(start, end);
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /at position (\d+)/u.exec(error.message)?.[1];
    throw new ExportError(text, start + Number(position ?? 0), `${what} is no JSON: ${error.message}`);
  }
}

const address = /^https?:\/\/[^/\s]+(?:\/[^/\s]+)*?\/([^/\s]+\/[^/\s]+)\/discussions\/\d+/iu;

/** The one repository that discussions stand in, by their addresses. */
function repositoryOf(threads: readonly ReadThread[], text: string, ranges: readonly Range[]): string | undefined {
  const names = new Map<string, string>();
  for (const { url } of threads) {
    const name = address.exec(url)?.[1];
    if (name !== undefined && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  const [first, ...others] = names.values();
  if (others.length === 0) return first;
  const all = [first, ...others].slice(0, 3).join(", ");
  throw new ExportError(text, ranges[0]?.start ?? 0, `the discussions are of several repositories: ${all}`);
}

function lastOf(threads: readonly ReadThread[]): Date {
  return new Date(threads.reduce((last, { updatedAt }) => Math.max(last, updatedAt), 0));
}
