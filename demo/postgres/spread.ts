import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** Where a request may go, in turn; those that are away are left out. */
export type Targets = () => readonly string[];

/** One address in front of several processes, as a proxy in front of them would be: requests go to each in turn. */
export function spread(targets: Targets): Server {
  let turn = 0;
  return createServer((incoming, response) => {
    const there = targets();
    const target = there[turn++ % there.length];
    if (target === undefined) response.writeHead(503).end("No process is there.\n");
    else pass(incoming, response, target);
  });
}

function pass(incoming: IncomingMessage, response: ServerResponse, target: string): void {
  const { method, headers, url } = incoming;
  const options = { method, headers, agent: false };
  const outgoing = request(new URL(url ?? "/", target), options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on("error", () => {
    // It ended just now. GitHub notes the webhook as failed, and is asked for it again.
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  incoming.pipe(outgoing);
}
