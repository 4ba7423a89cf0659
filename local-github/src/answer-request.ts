import { type IncomingMessage, type ServerResponse } from "node:http";
import type { Access } from "./access/access.ts";
import { answerTokenRequest, tokenPath } from "./access/answer-token-request.ts";
import type { Api } from "./api/api.ts";
import { readIncoming, type Incoming } from "./api/http-messages.ts";
import { serveGit } from "./git/http-backend.ts";
import type { GitRepository } from "./git/git-repository.ts";
import type { PageContext } from "./pages/visit.ts";
import { handlePage } from "./pages/router.ts";
import type { Repository } from "./world/objects.ts";
import type { World } from "./world/world.ts";

interface RequestParts {
  readonly world: World;
  readonly access: Access;
  readonly api: Api;
  readonly pages: PageContext;
  readonly git: (repository: Repository) => GitRepository;
  readonly changed: () => void;
}

/** Clones go to git, codes to be exchanged to where tokens come from, browsers to the pages, all else to the API. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  parts: RequestParts,
): Promise<void> {
  const [, owner, name, service] = /^\/([^/]+)\/([^/]+)\.git(\/[^?]*)/u.exec(request.url ?? "") ?? [];
  if (owner !== undefined && name !== undefined && service !== undefined) {
    await answerGit(request, response, parts, { owner, name, service });
    return;
  }
  const incoming = await readIncoming(request);
  if (incoming.method === "POST" && incoming.path === tokenPath) {
    const { status, headers, body } = answerTokenRequest(incoming, parts.access.authorizations);
    response.writeHead(status, { ...headers });
    response.end(body);
    return;
  }
  if (incoming.headers["authorization"] === undefined) {
    const page = await handlePage(toWebRequest(incoming), parts.pages);
    if (page !== undefined) {
      await sendPage(response, page);
      if (incoming.method !== "GET") parts.changed();
      return;
    }
  }
  await parts.api.answer(incoming, response);
  if (incoming.method !== "GET") parts.changed();
}

/** Anybody may clone what is public. Private repositories are not served, as no one here needs to clone them. */
async function answerGit(
  request: IncomingMessage,
  response: ServerResponse,
  { world, git }: RequestParts,
  { owner, name, service }: { readonly owner: string; readonly name: string; readonly service: string },
): Promise<void> {
  const repository = world.findRepository(owner, name) ?? world.findRenamed(owner, name);
  if (repository === undefined || repository.isPrivate) {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("Repository not found.");
    return;
  }
  await serveGit(git(repository), service, request, response);
}

function toWebRequest({ method, path, query, headers, bytes }: Incoming): Request {
  const search = query.size === 0 ? "" : `?${query.toString()}`;
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? { body: new Uint8Array(bytes) } : {};
  return new Request(`http://${headers["host"] ?? "127.0.0.1"}${path}${search}`, {
    method,
    headers: { ...headers },
    ...body,
  });
}

async function sendPage(response: ServerResponse, page: Response): Promise<void> {
  // Cookies must stay apart; a plain object would join them.
  response.writeHead(page.status, [...page.headers].flat());
  response.end(Buffer.from(await page.arrayBuffer()));
}
