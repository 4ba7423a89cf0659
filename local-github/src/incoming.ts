import type { IncomingMessage } from "node:http";

/** A request, read whole. */
export interface Incoming {
  /** Upper case. */
  readonly method: string;
  /** Percent-encoded as it came, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** Whence it comes. */
  readonly address: string;
}

/** Read a request to its end. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? "")] as const);
  return {
    method: (request.method ?? "GET").toUpperCase(),
    path,
    query: new URLSearchParams(query.join("?")),
    headers: Object.fromEntries(headers),
    bytes: Buffer.concat(chunks),
    address: request.socket.remoteAddress ?? "",
  };
}

/** The body as JSON; undefined when it is empty. Throws SyntaxError. */
export function parseBody(incoming: Incoming): unknown {
  return incoming.bytes.length === 0 ? undefined : JSON.parse(incoming.bytes.toString("utf8"));
}
