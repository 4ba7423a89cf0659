import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { completeFetch, completeFetchTo } from "../../src/github/complete-fetch.ts";

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server that redirects where the path says (`/301/to/…`), and remembers what came. */
async function aServer(elsewhere = "") {
  const seen: Seen[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = "", headers } = request;
    seen.push({ method, url, authorization: headers.authorization, body: await text(request) });
    const [, status, location] = /^\/(30\d)(\/.*)$/u.exec(url) ?? [];
    if (status === undefined) response.end("here");
    else response.writeHead(Number(status), { location: location === "/away" ? `${elsewhere}/x` : location }).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const asked = { method: "POST", body: '{"title":"x"}', headers: { authorization: "token ghs_secret" } };

describe("completeFetch", () => {
  it.each([301, 302, 307, 308])("sends the same request again where a %i leads", async (status) => {
    const { url, seen } = await aServer();
    const answer = await completeFetch(`${url}/${status}/there?page=2`, asked);
    expect([await answer.text(), answer.url]).toEqual(["here", `${url}/there?page=2`]);
    expect(seen[1]).toEqual({
      method: "POST",
      url: "/there?page=2",
      authorization: "token ghs_secret",
      body: asked.body,
    });
  });

  it("gives the token to no other host", async () => {
    const other = await aServer();
    const { url } = await aServer(other.url);
    await completeFetch(`${url}/307/away`, asked);
    expect(other.seen).toEqual([{ method: "POST", url: "/x", authorization: undefined, body: asked.body }]);
  });

  it("ends where redirects lead in a circle", async () => {
    const { url, seen } = await aServer();
    await expect(completeFetch(`${url}/307${"/307".repeat(20)}/x`, asked)).rejects.toThrow("in a circle");
    expect(seen).toHaveLength(6);
  });

  it("answers the redirect itself where it may not be followed", async () => {
    const { url, seen } = await aServer();
    const answer = await completeFetchTo(({ pathname }) => pathname === "/allowed")(`${url}/301/forbidden`, asked);
    expect([answer.status, seen.length]).toEqual([301, 1]);
  });
});
