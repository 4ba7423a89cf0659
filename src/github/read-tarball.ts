import { mkdtemp, open, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform, pipeline as pipelineWithCallback } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { ReadableStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import type { RepositoryRef } from "../core/discussion.ts";
import { streamingFetch } from "./complete-fetch.ts";
import type { GitHubClients } from "./github-clients.ts";
import { hasId, type FileBytes } from "./read-blobs.ts";
import type { File } from "./read-tree.ts";

/** What we are ready to fetch, and to unpack, so that an archive cannot be a bomb. */
const maxBytes = 512 * 1024 * 1024;

const chunkBytes = 64 * 1024;

/**
 * The bytes of files at a commit, out of one download of the whole tree: one REST request, however many files.
 * What the archive does not hold as it is in the repository (`export-ignore`, `export-subst`) does not come; rejects
 * when the download breaks off or grows too large.
 */
export async function* readTarball(
  clients: GitHubClients,
  repository: RepositoryRef,
  commit: string,
  files: readonly File[],
): AsyncGenerator<FileBytes> {
  // Cutting pages takes longer than servers wait for a slow reader, so the whole archive is fetched first.
  const file = await namelessFile();
  try {
    const from = await download(clients, repository, commit);
    await pipeline(from, atMost(maxBytes), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await file.appendFile(chunk);
    });
    yield* unpack(Readable.from(chunksOf(file)), files);
  } finally {
    await file.close();
  }
}

/** A file from its beginning. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { buffer: chunk, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

/** An open file whose name is gone: it ends with us, also when the process is killed. Nobody else can open it. */
async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-archive-"));
  try {
    return await open(join(folder, "archive.tar.gz"), "wx+", 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Those of `files` that a .tar.gz holds unchanged. Nothing is unpacked to disk, and one file is in memory at a time. */
export async function* unpack(
  archive: Readable,
  files: readonly File[],
  max: number = maxBytes,
): AsyncGenerator<FileBytes> {
  const wanted = new Map(files.map((file) => [file.path, file]));
  const entries = extract();
  pipelineWithCallback(archive, createGunzip(), atMost(max), entries, () => {
    // An error of any part destroys `entries`, which then throws it into the loop below.
  });
  for await (const entry of entries) {
    const file = toWanted(entry.header, wanted);
    if (!file) {
      entry.resume();
      continue;
    }
    const bytes = await buffer(entry);
    if (hasId(bytes, file.sha)) yield { ...file, bytes };
  }
}

async function download(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  commit: string,
): Promise<Readable> {
  const operation = { doing: `download ${owner}/${name}`, needs: "contents: read", isWrite: false };
  const { data } = await clients.rest(installation, operation, (octokit) =>
    octokit.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
      owner,
      repo: name,
      ref: commit,
      request: { parseSuccessResponseBody: false, fetch: streamingFetch },
    }),
  );
  const body: unknown = data;
  if (!(body instanceof ReadableStream)) throw new Error(`Could not ${operation.doing}: no archive came`);
  return Readable.fromWeb(body);
}

/**
 * The file an entry stands for, if we want it. Entries begin with a folder named after repository and commit.
 * Links, devices and paths we did not ask for (`../` among them) are none of ours, and neither is a wrong size.
 */
function toWanted(header: Header, wanted: ReadonlyMap<string, File>): File | undefined {
  if (header.type !== "file") return undefined;
  const file = wanted.get(header.name.slice(header.name.indexOf("/") + 1));
  return file?.size === header.size ? file : undefined;
}

function atMost(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new Error(`The archive holds more than ${limit} bytes`));
      else done(null, chunk);
    },
  });
}
