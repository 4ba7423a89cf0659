import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A team's chat on loopback. */
export interface Chat {
  readonly url: string;
  /** Texts of the messages that it took, in order. */
  readonly texts: readonly string[];
  /** The statuses it answers next, before it takes messages again. */
  refuse(...statuses: readonly number[]): void;
  close(): Promise<void>;
}

/** Opens a chat that takes Slack's messages. */
export async function openChat(): Promise<Chat> {
  const texts: string[] = [];
  const refusals: number[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const status = refusals.shift();
      if (status === undefined) texts.push((JSON.parse(body) as { readonly text: string }).text);
      response.writeHead(status ?? 200).end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    texts,
    refuse: (...statuses) => void refusals.push(...statuses),
    async close() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}
