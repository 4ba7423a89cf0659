import type { Hono } from "hono";
import type { Repository } from "../../world/objects.ts";
import { findFile, findReadme, resolveLocation, type FileContent, type TreeLocation } from "../repository-files.ts";
import { fileView, folderView, repositoryView } from "../views/file-views.ts";
import { showPage } from "../views/layout.ts";
import { mustFindRepository, notFound, type PageEnv, type PageRequest } from "../visit.ts";

/** A repository's first page, its folders, its files, and their bytes. */
export function routeFiles(app: Hono<PageEnv>): void {
  app.get("/:owner/:name", showRepository);
  app.get("/:owner/:name/tree/:rest{.+}", showFolder);
  app.get("/:owner/:name/blob/:rest{.+}", showFile);
  app.get("/:owner/:name/raw/:rest{.+}", sendBytes);
}

async function showRepository(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const repository = mustFindRepository(c);
  const git = visit.git(repository);
  const location = { branch: repository.defaultBranchName, path: "" };
  const isEmpty = (await git.resolve(location.branch)) === undefined;
  const entries = isEmpty ? [] : await git.tree(location.branch);
  const readme = isEmpty ? undefined : await findReadme(git, location.branch);
  const [last] = isEmpty ? [] : await git.log(location.branch, { limit: 1 });
  const main = repositoryView(visit, repository, entries, readme, last);
  return showPage(c, { title: repository.description ?? repository.name, repository, tab: "Code", main });
}

async function showFolder(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const git = c.var.visit.git(repository);
  const location = await mustFindLocation(c, repository);
  const revision = `${location.branch}:${location.path}`;
  if ((await git.inspect(revision))?.type !== "tree") throw notFound("folder");
  const main = folderView(repository, location, await git.tree(revision));
  return showPage(c, { title: location.path, repository, tab: "Code", main });
}

async function showFile(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const location = await mustFindLocation(c, repository);
  const git = c.var.visit.git(repository);
  // As on GitHub: a link to a folder may be written like one to a file.
  if ((await git.inspect(`${location.branch}:${location.path}`))?.type === "tree") {
    return c.redirect(c.req.path.replace(/^(\/[^/]+\/[^/]+)\/blob\//u, "$1/tree/"));
  }
  const file = await mustFindFile(c, repository, location);
  const asText = c.req.query("plain") === "1";
  const main = fileView(c.var.visit, repository, location, file, asText);
  return showPage(c, { title: location.path, repository, tab: "Code", main });
}

/** Images as images, so that pages can show them; everything else as text that no browser runs. */
async function sendBytes(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const location = await mustFindLocation(c, repository);
  const { bytes } = await mustFindFile(c, repository, location);
  const type = imageTypes[location.path.split(".").at(-1)?.toLowerCase() ?? ""] ?? "text/plain; charset=utf-8";
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": type,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}

const imageTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
};

async function mustFindLocation(c: PageRequest, repository: Repository): Promise<TreeLocation> {
  const location = await resolveLocation(c.var.visit.git(repository), c.req.param("rest") ?? "");
  if (location === undefined) throw notFound("branch");
  return location;
}

async function mustFindFile(c: PageRequest, repository: Repository, location: TreeLocation): Promise<FileContent> {
  const file = await findFile(c.var.visit.git(repository), location);
  if (file === undefined) throw notFound("file");
  return file;
}
