import { createHash } from "node:crypto";
import type { RepositoryRef } from "../core/discussion.ts";
import { BlobText, type BlobTextFragment } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import type { GraphqlDocument } from "./graphql-document.ts";
import type { File } from "./read-tree.ts";

export type FileBytes = File & { readonly bytes: Uint8Array };

/** One call takes this many files at most, and about this many bytes, to stay far from GitHub's ten seconds a query. */
const batchFiles = 100;
const batchBytes = 2_000_000;

/** GraphQL cuts the text of larger blobs, so that they are read one by one over REST. */
const maxTextBytes = 500_000;

/**
 * The bytes of files at a commit, in batches: 1 point for each 100 files or 2 MB, and a REST request for each file
 * that GraphQL cannot hand out byte for byte (large, binary, or not UTF-8).
 */
export async function* readBlobs(
  clients: GitHubClients,
  repository: RepositoryRef,
  commit: string,
  files: readonly File[],
): AsyncGenerator<FileBytes> {
  for (const batch of toBatches(files.filter(({ size }) => size <= maxTextBytes))) {
    const texts = await readTexts(clients, repository, commit, batch);
    for (const [index, file] of batch.entries()) {
      const bytes = Buffer.from(texts[index]?.text ?? "", "utf8");
      yield { ...file, bytes: hasId(bytes, file.sha) ? bytes : await readBlob(clients, repository, file.sha) };
    }
  }
  for (const file of files) {
    if (file.size > maxTextBytes) yield { ...file, bytes: await readBlob(clients, repository, file.sha) };
  }
}

/** The bytes of one blob, whatever is in it. One REST request; GitHub hands out up to 100 MB. */
export async function readBlob(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  sha: string,
): Promise<Uint8Array> {
  const operation = { doing: `read blob ${sha} of ${owner}/${name}`, needs: "contents: read", isWrite: false };
  const { data } = await clients.rest(installation, operation, (octokit) =>
    octokit.rest.git.getBlob({ owner, repo: name, file_sha: sha }),
  );
  const bytes = Buffer.from(data.content, "base64");
  if (!hasId(bytes, sha))
    throw new Error(`Could not ${operation.doing}: the content that came is not the one asked for`);
  return bytes;
}

/**
 * Whether these bytes are the blob of this id, by git's own rule, SHA-1 or SHA-256 over a header and the content.
 * It catches what was cut, re-coded or replaced on the way: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
export function hasId(bytes: Uint8Array, id: string): boolean {
  const algorithm = id.length === 64 ? "sha256" : "sha1";
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex") === id;
}

async function readTexts(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  commit: string,
  files: readonly File[],
): Promise<(BlobTextFragment | null | undefined)[]> {
  const expressions = files.map(({ path }, index) => [`f${index}`, `${commit}:${path}`] as const);
  const { repository } = await clients.graphql(
    installation,
    blobsDocument(files.length),
    { owner, name, ...Object.fromEntries(expressions) },
    { doing: `read ${files.length} files of ${owner}/${name}`, needs: "contents: read" },
  );
  return files.map((_file, index) => repository?.[`f${index}`]);
}

type BlobsAnswer = { readonly repository: Readonly<Record<string, BlobTextFragment | null>> | null };
type BlobsVariables = { readonly owner: string; readonly name: string; readonly [alias: `f${number}`]: string };

/** A query for `count` files, with an alias and a variable for each: nothing a person wrote becomes part of it. */
export function blobsDocument(count: number): GraphqlDocument<BlobsAnswer, BlobsVariables> {
  const aliases = Array.from({ length: count }, (_, index) => `f${index}`);
  const declared = ["$owner: String!", "$name: String!", ...aliases.map((alias) => `$${alias}: String!`)];
  const fields = aliases.map((alias) => `${alias}: object(expression: $${alias}) { ...BlobText }`);
  return {
    name: "ReadBlobs",
    kind: "query",
    text: `query ReadBlobs(${declared.join(", ")}) {
  repository(owner: $owner, name: $name) {
    ${fields.join("\n    ")}
  }
}
${BlobText}`,
  };
}

/** Cut into batches, in order, each within the limits but for a single file. */
export function toBatches(files: readonly File[]): readonly (readonly File[])[] {
  const batches: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last && last.length < batchFiles && bytes + file.size <= batchBytes) {
      last.push(file);
      bytes += file.size;
    } else {
      batches.push([file]);
      bytes = file.size;
    }
  }
  return batches;
}
