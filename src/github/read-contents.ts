import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError, RateLimitError } from "../core/errors.ts";
import { isBinary, isLfsPointer } from "../text/decode-page.ts";
import type { ClientLog, GitHubClients } from "./github-clients.ts";
import { readBlobs, type FileBytes } from "./read-blobs.ts";
import { readTarball } from "./read-tarball.ts";
import type { File } from "./read-tree.ts";

/** From here on one download of everything is cheaper than a call for each hundred files. */
const manyFiles = 300;

/** Nobody reads docs of this size, and cutting one would take half a minute. */
const maxFileBytes = 10 * 1024 * 1024;

/**
 * The text files among `files`, as bytes, in no order. Left out for good: binary files, LFS pointers, files over 10 MB.
 * Cost: see `readBlobs` and `readTarball`; what the download lacks is read in batches after it.
 */
export async function* readContents(
  clients: GitHubClients,
  log: ClientLog,
  repository: RepositoryRef,
  commit: string,
  files: readonly File[],
): AsyncGenerator<FileBytes> {
  const missing = new Map(files.filter((file) => isSmall(file, log)).map((file) => [file.path, file]));
  if (missing.size > manyFiles) {
    for await (const file of downloaded(clients, log, repository, commit, [...missing.values()])) {
      missing.delete(file.path);
      if (isText(file)) yield file;
    }
  }
  for await (const file of readBlobs(clients, repository, commit, [...missing.values()])) {
    if (isText(file)) yield file;
  }
}

/** The download is a short cut: where it breaks off, the rest comes the long way. */
async function* downloaded(
  clients: GitHubClients,
  log: ClientLog,
  repository: RepositoryRef,
  commit: string,
  files: readonly File[],
): AsyncGenerator<FileBytes> {
  try {
    yield* readTarball(clients, repository, commit, files);
  } catch (error) {
    if (error instanceof RateLimitError || error instanceof GoneError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    log.warn(`The download of ${repository.owner}/${repository.name} broke off, going on in batches: ${reason}`);
  }
}

function isSmall({ path, size }: File, log: ClientLog): boolean {
  if (size <= maxFileBytes) return true;
  log.warn(`Left out ${path}: ${size} bytes are too much for a page of docs`);
  return false;
}

/** The same rule by which pages are decoded: what is read here is not refused there, nor the other way round. */
function isText({ bytes }: FileBytes): boolean {
  return !isBinary(bytes) && !isLfsPointer(bytes);
}
