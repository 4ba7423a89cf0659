import type { IncomingMessage, ServerResponse } from "node:http";

/** GitHub sends no more than 25 MB: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const largestPayload = 25 * 1024 * 1024;

/** Probot's middleware: true when it answered. */
export type WebhookMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | void | Promise<boolean | void>;

/**
 * The webhook route in front of Probot: reads the body within its limit, which Probot would not, and answers 202
 * where Probot says 200, since what was accepted has been written down and not yet been handled.
 */
export function webhookRoute(middleware: WebhookMiddleware) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413, { "content-type": "application/json", connection: "close" });
      response.end(JSON.stringify({ error: `The payload is larger than ${largestPayload} bytes.` }));
      return;
    }
    // The middleware takes `body` as it is when there is one: octokit/webhooks.js, middleware/node/get-payload.ts.
    await middleware(Object.assign(request, { body }), acceptedFor(response));
  };
}

/** The body as text; undefined when it is too large. Nothing beyond the limit is kept. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > largestPayload) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestPayload) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function acceptedFor(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 200 ? 202 : status, ...rest);
  return response;
}
