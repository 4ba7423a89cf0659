import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, basename } from "node:path";
import type { GitRepository } from "./git-repository.ts";
import { gitEnvironment } from "./run-git.ts";

const HEADER_END = "\r\n\r\n";

/**
 * Serves one repository to `git clone` and `git fetch` over HTTP, through git-http-backend(1). Pushing is refused.
 * @param service What follows `….git` in the path: "/info/refs", "/git-upload-pack", …
 */
export async function serveGit(
  repository: GitRepository,
  service: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = (request.url ?? "").split("?")[1] ?? "";
  const child = spawn("git", ["http-backend"], {
    env: gitEnvironment({
      GIT_PROJECT_ROOT: dirname(repository.folder),
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${basename(repository.folder)}${service}`,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      REMOTE_ADDR: "127.0.0.1",
    }),
  });
  child.stdin.on("error", () => {});
  request.pipe(child.stdin);
  response.on("close", () => child.kill());
  await pipeCgi(child.stdout, response);
}

/** Reads the CGI header ("Status: 404 Not GitNodeOrNull", "Content-Type: …"), then passes the body through as it comes. */
async function pipeCgi(output: AsyncIterable<Buffer>, response: ServerResponse): Promise<void> {
  let head = Buffer.alloc(0);
  for await (const chunk of output) {
    if (response.headersSent) {
      response.write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(HEADER_END);
    if (end < 0) continue;
    writeCgiHead(head.toString("latin1", 0, end), response);
    response.write(head.subarray(end + HEADER_END.length));
  }
  if (!response.headersSent) response.writeHead(500);
  response.end();
}

function writeCgiHead(head: string, response: ServerResponse): void {
  let status = 200;
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}
