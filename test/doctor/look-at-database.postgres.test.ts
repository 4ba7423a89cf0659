import pg from "pg";
import { describe, expect, it } from "vitest";
import { checkDatabase } from "../../src/doctor/checks/database.ts";
import { lookAtDatabase } from "../../src/storage/look-at-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

/** A database of its own until the end of the test, and what the doctor finds there; as another user where one is named. */
async function openLook(
  onTestFinished: (end: () => Promise<void>) => void,
  options: { readonly tables?: boolean } = {},
) {
  const { url, drop } = await newPostgresDatabase(options);
  onTestFinished(drop);
  const look = async (change: (to: URL) => void = () => undefined) => {
    const to = new URL(url);
    change(to);
    const { facts, database } = await lookAtDatabase({ dataFolder: "", databaseUrl: to.href });
    await database?.close();
    return { facts, findings: checkDatabase(facts) };
  };
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return { look, run };
}

describe("a look at a database on a server", () => {
  it("finds all in order", async ({ onTestFinished }) => {
    const { look } = await openLook(onTestFinished);
    const { facts, findings } = await look();
    expect(facts).toMatchObject({ state: "open", engine: "postgres", pending: [], unknown: [], version: /^\d+\.\d+/ });
    expect(findings).toEqual([
      {
        check: "database",
        verdict: "ok",
        says: expect.stringMatching(/can be written and is up to date \(PostgreSQL \d+/),
      },
    ]);
  });

  it("finds one without tables, and makes none", async ({ onTestFinished }) => {
    const { look } = await openLook(onTestFinished, { tables: false });
    for (let looks = 0; looks < 2; looks++) {
      expect((await look()).findings).toMatchObject([
        { verdict: "warning", says: expect.stringContaining("earlier version") },
      ]);
    }
  });

  it.each<[string, (to: URL) => void, RegExp]>([
    ["a wrong password", (to) => (to.password = "wrong"), /password authentication failed/],
    ["a user that there is not", (to) => (to.username = "nobody-at-all"), /authentication failed|does not exist/],
    ["a database that there is not", (to) => (to.pathname = "/none"), /database "none" does not exist/],
    ["a server that there is not", (to) => (to.port = "1"), /ECONNREFUSED/],
  ])("says what is wrong with %s", async (_, change, why) => {
    const { look } = await openLook((end) => void end());
    const { findings } = await look(change);
    expect(findings).toMatchObject([{ check: "database", verdict: "problem", says: expect.stringMatching(why) }]);
    expect(JSON.stringify(findings)).not.toContain('wrong"');
  });

  it("knows a newer version, and one that cannot be written", async ({ onTestFinished }) => {
    const { look, run } = await openLook(onTestFinished);
    await run("insert into kysely_migration values ('9999-of-tomorrow', '2099')");
    expect((await look()).findings).toMatchObject([
      { verdict: "problem", says: expect.stringContaining("9999-of-tomorrow") },
    ]);
    await run("delete from kysely_migration where name like '9999%'");
    const readOnly = (to: URL) => to.searchParams.set("options", "-c default_transaction_read_only=on");
    expect((await look(readOnly)).findings).toMatchObject([
      { verdict: "problem", says: expect.stringMatching(/cannot be written .*read-only/) },
    ]);
    await run(
      "create role reader_only login password 'reader'; grant select on all tables in schema public to reader_only",
    );
    const asReader = (to: URL) => Object.assign(to, { username: "reader_only", password: "reader" });
    const { findings } = await look(asReader);
    await run("drop owned by reader_only; drop role reader_only");
    expect(findings).toMatchObject([{ verdict: "problem", says: expect.stringMatching(/has no right to/) }]);
  });
});
