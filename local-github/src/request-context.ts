import type { Access } from "./access/access.ts";
import type { Viewer } from "./access/viewer.ts";
import type { GitRepository } from "./git/git-repository.ts";
import type { Repository } from "./world/objects.ts";
import type { World } from "./world/world.ts";

/** What every part that answers requests is given. */
export interface ServerContext {
  readonly world: World;
  readonly access: Access;
  /** The git side of a repository. */
  git(repository: Repository): GitRepository;
}

/** A REST request that has been authenticated. */
export interface RestContext extends ServerContext {
  readonly viewer: Viewer;
  /** Upper case. */
  readonly method: string;
  /** Path as sent, still percent-encoded, without the query: `/repos/acme/widgets/contents/docs%2Fa.md`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined when there was no body. */
  readonly body: unknown;
}

/** What REST answers. A `Buffer` or string body is sent as it is; anything else as JSON; none for 204 and 304. */
export interface RestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The route that answered, as the API description writes it: `GET /repos/{owner}/{repo}`. For the ledger. */
  readonly route?: string;
}
