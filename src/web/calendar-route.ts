import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import type { RepositoryRef } from "../core/discussion.ts";
import { isNameOf } from "../core/repository-name.ts";
import type { Feed } from "../features/calendar-feed/feed.ts";
import { feedFile, fileOfFeed } from "../features/calendar-feed/file-of-feed.ts";
import type { FeedReads } from "../features/calendar-feed/store/feed-records.ts";
import { calendarKey, isCalendarKey } from "./calendar-key.ts";

export interface CalendarRouteDeps {
  readonly feeds: FeedReads;
  readonly records: { repositories(): Promise<readonly RepositoryRef[]> };
  readonly isPublic: (repository: RepositoryRef) => Promise<boolean>;
  /** Keys of secret addresses are made from it. */
  readonly webhookSecret: string;
}

/** A file as it is sent. */
interface File {
  readonly body: string;
  readonly etag: string;
}

/** How many files are kept in memory. Those of a busy project have a tenth of a megabyte. */
const maxFiles = 50;

/** How long a program may go on with what it has, in seconds. */
const maxAge = 300;

/**
 * Calendars under `/calendar`: of public repositories by name, of any by its secret address. They are what was published
 * last, so that a request costs a look into our own records, and GitHub is not asked. Whatever is not there and whatever nobody may
 * see get the same answer.
 */
export function calendarRoute({ feeds, records, isPublic, webhookSecret }: CalendarRouteDeps): Hono {
  // Written once for each revision, however many ask at a time: it takes some tens of milliseconds of everybody's.
  const files = new Map<number, { readonly revision: number; readonly file: Promise<File> }>();
  const fileOf = async (repository: RepositoryRef, feed: Feed): Promise<File> => {
    const known = files.get(repository.id);
    if (known?.revision === feed.revision) return known.file;
    const file = feeds
      .publishedSessions(repository)
      .then((published) => toFile(fileOfFeed(repository, feed, published)));
    file.catch(() => files.delete(repository.id));
    files.delete(repository.id);
    files.set(repository.id, { revision: feed.revision, file });
    for (const id of [...files.keys()].slice(0, -maxFiles)) files.delete(id);
    return file;
  };
  const find = async (owner: string, file: string) => {
    const name = /^(?<name>.+)\.ics$/iu.exec(file)?.groups?.["name"];
    const repository = name === undefined ? undefined : await findRepository(`${owner}/${name}`, { feeds, records });
    const feed = repository && (await feeds.findFeed(repository));
    return repository && feed?.state === "on" ? { repository, feed } : undefined;
  };

  const app = new Hono();
  app.get("/:owner/:file", async (c) => {
    const found = await find(c.req.param("owner"), c.req.param("file"));
    if (!found || !(await isPublic(found.repository))) return c.notFound();
    return send(c, await fileOf(found.repository, found.feed), "public");
  });
  app.get("/:key/:owner/:file", async (c) => {
    const found = await find(c.req.param("owner"), c.req.param("file"));
    const key = found && calendarKey(webhookSecret, found.repository, found.feed.address);
    if (!found || key === undefined || !isCalendarKey(c.req.param("key"), key)) return c.notFound();
    // A cache that others use, and pages that are linked from there, are not to learn the address.
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Robots-Tag", "noindex");
    return send(c, await fileOf(found.repository, found.feed), "private");
  });
  return app;
}

/** The repository of this name, or the one that had it when its calendar was published: those who have subscribed keep it. */
async function findRepository(
  fullName: string,
  { feeds, records }: Pick<CalendarRouteDeps, "feeds" | "records">,
): Promise<RepositoryRef | undefined> {
  // By an index, so that guesses cost little.
  const published = await feeds.findByName(fullName);
  if (published === undefined) return undefined;
  const all = await records.repositories();
  return all.find((it) => isNameOf(fullName, it)) ?? all.find(({ id }) => id === published);
}

function toFile(body: string): File {
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"` };
}

function send(c: Context, { body, etag }: File, scope: "public" | "private"): Response {
  c.header("ETag", etag);
  c.header("Cache-Control", `${scope}, max-age=${maxAge}`);
  c.header("X-Content-Type-Options", "nosniff");
  if (matches(c.req.header("If-None-Match"), etag)) return c.body(null, 304);
  c.header("Content-Type", "text/calendar; charset=utf-8");
  c.header("Content-Disposition", `inline; filename="${feedFile}"`);
  c.header("Content-Length", String(Buffer.byteLength(body)));
  return c.body(body);
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2: a weak one is as good here. */
function matches(header: string | undefined, etag: string): boolean {
  const tags = header?.split(",").map((it) => it.trim().replace(/^W\//u, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
