import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { startPostgres, type LocalPostgres } from "../../local-postgres/start-postgres.ts";
import { exitCodeOf } from "../../src/cli/exit-code-of.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { UnusableDatabaseError } from "../../src/storage/unusable-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

const secret = "s3cret-pass";
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The address of this run's server, with parts of it changed. */
function address(change: (url: URL) => void = () => undefined): string {
  const url = new URL(inject("postgresUrl"));
  change(url);
  return url.href;
}

async function aDatabase(options?: { readonly tables?: boolean }): Promise<string> {
  const { url, drop } = await newPostgresDatabase(options);
  closing.push(drop);
  return url;
}

async function run(url: string, ...statements: readonly string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const it of statements) results.push(await client.query(it));
    return results;
  } finally {
    await client.end();
  }
}

/** What is said when a database is opened that cannot be used. */
async function said(databaseUrl: string): Promise<string> {
  const error: unknown = await openDatabase({ dataFolder: "", databaseUrl }).then(
    (database) => database.close(),
    (it: unknown) => it,
  );
  if (!(error instanceof UnusableDatabaseError)) throw new Error("it was not refused so", { cause: error });
  expect(exitCodeOf(error)).toBe(3);
  const password = URL.parse(databaseUrl)?.password;
  for (const hidden of [secret, ...(password ? [`:${password}@`] : [])]) {
    expect(`${error.message}\n${error.stack ?? ""}\n${JSON.stringify(error)}`).not.toContain(hidden);
  }
  return error.message;
}

describe("an address that leads nowhere is refused with what to do", () => {
  it.each([
    ["no address", "not an address"],
    ["another kind", "mysql://u:s3cret-pass@h/db"],
    ["no database", "postgres://u:s3cret-pass@h"],
    ["a # in the password", "postgres://u:12#s3cret-pass@h/db"],
    ["a / in the password", "postgres://u:12/s3cret-pass@h/db"],
    ["a ? in the password", "postgres://u:12?s3cret-pass@h/db"],
    ["a port that is none", "postgres://u:s3cret-pass@h:port/db"],
  ])("with %s", async (_, url) => {
    expect(await said(url)).toMatch(/^DATABASE_URL is not an address such as postgres:/);
  });

  it("where nobody listens, there is no such host, or it is no server", async () => {
    const nobody = address((it) => (it.port = "1"));
    expect(await said(nobody)).toMatch(/^PostgreSQL at 127\.0\.0\.1:1\/postgres cannot be used: nobody listens there/);
    expect(await said("postgres://u:s3cret-pass@no-such-host.invalid/db")).toMatch(/no such host|cannot be looked up/);
    const hangsUp = await listen((socket) => socket.destroy());
    expect(await said(`postgres://u:s3cret-pass@127.0.0.1:${hangsUp}/db`)).toContain("the connection was cut");
  });

  it("where TLS is wanted of a server that has none", async () => {
    const url = address((it) => it.searchParams.set("sslmode", "verify-full"));
    expect(await said(url)).toContain("it does not speak TLS");
  });

  it("with a wrong user, password or database", async () => {
    expect(await said(address((it) => (it.password = secret)))).toContain("user or password are wrong");
    expect(await said(address((it) => (it.username = "nobody")))).toContain("user or password are wrong");
    expect(await said(address((it) => (it.pathname = "/nowhere")))).toMatch(/there is no such database.+"nowhere"/);
  });
});

async function listen(answer: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

describe("a user who may not do enough is refused", () => {
  const as = (url: string, user: string) => {
    const changed = new URL(url);
    [changed.username, changed.password] = [user, secret];
    return changed.href;
  };
  const reader = "frontdesk_reader";
  beforeAll(() => run(address(), `create role ${reader} login password '${secret}'`));
  afterAll(() => run(address(), `drop role ${reader}`));

  it("who may make no tables", async () => {
    const url = await aDatabase({ tables: false });
    expect(await said(as(url, reader))).toContain("may not make tables in its schema public");
  });

  it("who may read the tables, and not write them", async () => {
    const url = await aDatabase();
    await run(url, `grant select on all tables in schema public to ${reader}`);
    expect(await said(as(url, reader))).toContain("the user may not write to its tables");
    await run(url, `grant all on all tables in schema public to ${reader}`);
    const { close } = await openDatabase({ dataFolder: "", databaseUrl: as(url, reader) });
    await close();
  });

  it("for whom all is read only", async () => {
    const url = await aDatabase();
    const name = new URL(url).pathname.slice(1);
    await run(url, `alter database ${name} set default_transaction_read_only = on`);
    expect(await said(url)).toContain("it can only be read");
  });

  it("whom the server gives no connection", async () => {
    const url = await aDatabase();
    const name = new URL(url).pathname.slice(1);
    await run(url, `grant all on all tables in schema public to ${reader}`);
    await run(address(), `alter database ${name} connection limit 0`);
    expect(await said(as(url, reader))).toMatch(/no connection free.+too many connections/);
  });
});

describe("a database that is somebody else's is left as it is", () => {
  const tables = async (url: string) => {
    const [result] = await run(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
    return result?.rows.map((it: { tablename: string }) => it.tablename);
  };

  it("where a table of theirs has a name of ours", async () => {
    const url = await aDatabase({ tables: false });
    await run(url, "create table bookings (id int)", "insert into bookings values (1)");
    expect(await said(url)).toMatch(/has a table bookings that is not Frontdesk's.+Nothing was changed/);
    expect(await tables(url)).toEqual(["bookings"]);
  });

  it("where their migrations are recorded where ours would be", async () => {
    const url = await aDatabase({ tables: false });
    await run(url, "create table kysely_migration (name text primary key, timestamp text)");
    await run(url, "insert into kysely_migration values ('001_users', '2026-01-01')");
    expect(await said(url)).toContain("has tables of another application");
    expect(await tables(url)).toEqual(["kysely_migration"]);
  });

  it("where a newer version of Frontdesk has written it", async () => {
    const url = await aDatabase();
    await run(url, "insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')");
    expect(await said(url)).toMatch(/newer version of Frontdesk \(9999-later is unknown here\).+Nothing was changed/);
  });

  it("but theirs in another schema is in nobody's way", async () => {
    const url = await aDatabase({ tables: false });
    await run(url, "create schema theirs", "create table theirs.kysely_migration (name text, timestamp text)");
    await run(url, "create table theirs.pages (id int)");
    const { close } = await openDatabase({ dataFolder: "", databaseUrl: url });
    await close();
    expect(await tables(url)).toContain("pages");
  });
});

describe("a server of its own", () => {
  let server: LocalPostgres;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontdesk-hba-"));
    await chmod(folder, 0o755);
    const file = join(folder, "pg_hba.conf");
    await writeFile(file, "host all frontdesk 127.0.0.1/32 password\nhostssl all all all password\n");
    server = await startPostgres({ settings: { hba_file: file } });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("that takes a user by TLS alone says so", async () => {
    const url = new URL(server.url);
    [url.username, url.password] = ["other", secret];
    expect(await said(url.href)).toMatch(/does not let this user in from here.+sslmode.+no encryption/);
  });

  it("that restarts while it is in use loses nothing, and is used on", async () => {
    const { db, close, writeProblem } = await openDatabase({ dataFolder: "", databaseUrl: server.url });
    const config = (repository: number) => ({ repository, source: "acme/widgets", text: "kept" });
    await db.insertInto("configs").values(config(1)).execute();
    const cut = db.transaction().execute(async (transaction) => {
      await transaction.insertInto("configs").values(config(2)).execute();
      await server.restart();
      await transaction.insertInto("configs").values(config(3)).execute();
    });
    await expect(cut).rejects.toThrow(/terminat|ECONN|connection error/);
    await db.insertInto("configs").values(config(4)).execute();
    expect(await writeProblem()).toBeUndefined();
    const { rows } = await sql`select repository from configs order by repository`.execute(db);
    expect(rows).toEqual([{ repository: 1 }, { repository: 4 }]);
    await close();
  });
});
