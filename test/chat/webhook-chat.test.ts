import { createServer, type RequestListener, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createWebhookChat } from "../../src/chat/webhook-chat.ts";
import { UnknownOutcomeError } from "../../src/core/chat-writes.ts";
import { RefusedError } from "../../src/core/errors.ts";
import { repository } from "../helpers/builders.ts";

const message = { headline: "Hi", items: [], more: 0 };
let servers: Server[] = [];
afterEach(async () => {
  for (const it of servers) {
    it.closeAllConnections();
    it.close();
  }
  servers = [];
});

/** A chat that answers so; its address, and what was posted to it. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-path`;
}

function post(url: string | undefined, timeoutMs = 5_000): Promise<void> {
  return createWebhookChat({ urlOf: () => url, timeoutMs }).post(repository, message);
}

const kindOf = async (posted: Promise<void>) =>
  posted.then(
    () => "posted",
    (error: unknown) => {
      if (!(error instanceof Error)) throw error;
      // Whoever has the address can post: no log and no outcome may hold it.
      expect(error.message).not.toContain("secret-path");
      if (error instanceof RefusedError) return "refused";
      return error instanceof UnknownOutcomeError ? "unknown" : "to be tried again";
    },
  );

describe("a chat behind a webhook", () => {
  it("gets the message as JSON", async () => {
    const got: unknown[] = [];
    const url = await serve((request, response) => {
      request
        .setEncoding("utf8")
        .on("data", (text: string) => got.push([request.method, request.headers["content-type"], JSON.parse(text)]));
      response.end("ok");
    });
    await post(url);
    expect(got).toEqual([["POST", "application/json", { text: "Hi", unfurl_links: false }]]);
  });

  it.each([
    [200, "posted"],
    [202, "posted"],
    [302, "refused"],
    [400, "refused"],
    [403, "refused"],
    [404, "refused"],
    [410, "refused"],
    [408, "unknown"],
    [504, "unknown"],
    [429, "to be tried again"],
    [500, "to be tried again"],
    [503, "to be tried again"],
  ])("that answers %i means: %s", async (status, kind) => {
    const url = await serve((_, response) =>
      response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("no_service"),
    );
    expect(await kindOf(post(url))).toBe(kind);
  });

  it("is not followed to where it redirects", async () => {
    let elsewhere = 0;
    const other = await serve((_, response) => {
      elsewhere++;
      response.end();
    });
    const url = await serve((_, response) => response.writeHead(307, { location: other }).end());
    expect(await kindOf(post(url))).toBe("refused");
    expect(elsewhere).toBe(0);
  });

  it("may have the message when it does not answer in time, or breaks off", async () => {
    expect(await kindOf(post(await serve(() => undefined), 100))).toBe("unknown");
    expect(await kindOf(post(await serve((request) => request.socket.destroy())))).toBe("unknown");
  });

  it("has no message when it cannot be reached", async () => {
    const url = await serve(() => undefined);
    await Promise.all(servers.map(async (it) => once(it.close(), "close")));
    expect(await kindOf(post(url))).toBe("to be tried again");
  });

  it("is refused where none is set", async () => {
    await expect(post(undefined)).rejects.toThrow("no chat is set for acme/widgets: CHAT_WEBHOOK_URL names none");
  });
});
