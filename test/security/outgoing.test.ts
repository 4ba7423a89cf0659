import { once } from "node:events";
import { createServer as createHttpServer, type IncomingHttpHeaders } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { completeFetch, streamingFetch } from "../../src/github/complete-fetch.ts";
import { openDatabase } from "../../src/storage/open-database.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const it of servers.splice(0)) await new Promise((resolve) => it.close(resolve));
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

describe("a token", () => {
  // GitHub answers a request for a tarball by the address of another host:
  // https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar
  it.each([
    ["archive", streamingFetch],
    ["answer", completeFetch],
  ])("is not shown to another host, to which an %s is redirected", async (_, fetchBy) => {
    const seen: IncomingHttpHeaders[] = [];
    const other = await listening(
      createHttpServer((request, response) => {
        seen.push(request.headers);
        response.end("{}");
      }),
    );
    const first = await listening(
      createHttpServer((_request, response) =>
        response.writeHead(302, { location: `http://localhost:${other}/x` }).end(),
      ),
    );
    const headers = { authorization: "token of-an-installation", accept: "application/json" };
    const answer = await fetchBy(`http://127.0.0.1:${first}/repos/acme/widgets/tarball/main`, { headers });
    await answer.text();
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toHaveProperty("authorization");
    expect(JSON.stringify(seen)).not.toContain("of-an-installation");
  });
});

describe("a database on a server", () => {
  /** The number by which a client asks for TLS: https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-SSLREQUEST */
  const askForTls = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

  it.each(["require", "verify-ca", "verify-full"])(
    "is told neither user nor password where it has no TLS, and sslmode=%s asks for it",
    async (mode) => {
      const heard: Buffer[] = [];
      const port = await listening(
        createTcpServer((socket) => {
          socket
            .on("error", () => undefined)
            .on("data", (chunk) => {
              heard.push(chunk);
              if (chunk.equals(askForTls)) socket.write("N");
            });
        }),
      );
      const databaseUrl = `postgres://frontdesk:pass-word@127.0.0.1:${port}/frontdesk?sslmode=${mode}`;
      const failed = await openDatabase({ dataFolder: "/nowhere", databaseUrl }).then(
        () => "opened",
        (error: unknown) => String(error),
      );
      expect(failed).toMatch(/it does not speak TLS/u);
      expect(failed).not.toContain("pass-word");
      expect(heard.length).toBeGreaterThan(0);
      expect(heard.every((it) => it.equals(askForTls))).toBe(true);
    },
  );
});
