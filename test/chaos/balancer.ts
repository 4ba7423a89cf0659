import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Stands before several processes: each webhook goes to the next one, or to another where that one is gone. */
export interface Balancer {
  readonly url: string;
  /** Sends to these addresses from now on. */
  use(addresses: readonly string[]): void;
  close(): Promise<void>;
}

export async function openBalancer(): Promise<Balancer> {
  let behind: readonly string[] = [];
  let turn = 0;
  const hand = async (headers: Readonly<Record<string, string>>, body: string): Promise<number> => {
    const all = behind;
    const first = turn++;
    for (let tries = 0; tries < all.length; tries++) {
      // Each is tried once, however many webhooks come meanwhile.
      const address = all[(first + tries) % all.length] ?? "";
      try {
        return (await fetch(address, { method: "POST", headers, body })).status;
      } catch {
        // The connection was refused or broke: another one may take it. Twice under one id is once.
      }
    }
    return 502;
  };
  const take = async (request: IncomingMessage): Promise<number> => {
    const passed = Object.entries(request.headers).filter(
      (it): it is [string, string] => typeof it[1] === "string" && /^(?:x-|content-type|user-agent)/.test(it[0]),
    );
    return hand(Object.fromEntries(passed), await text(request));
  };
  const server = createServer((request, response) => {
    take(request).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    use(addresses) {
      behind = addresses;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
