/** Errors of the system about a file, in words that say what to do. https://nodejs.org/api/errors.html#common-system-errors */
export const ownWords = {
  ENOENT: "it is not there",
  EACCES: "this user may not read or write it",
  EPERM: "this user may not do that with it",
  EISDIR: "it is a folder, and a file is wanted",
  ENOTDIR: "a part of the path is a file, and no folder",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is full",
  EROFS: "it is on a disk that can only be read",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead round in circles",
  EEXIST: "it is there already",
} as const;

const network = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_SOCKET",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Whether the system refused something with a file or folder. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && Object.hasOwn(ownWords, String(error.code));
}

/** Whether a server could not be reached, or its answer did not come; also where that is the cause of what is told. */
export function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOne = "code" in error && network.has(String(error.code));
  return isOne || isNetworkError(error.cause);
}

/** What a file refused, as it follows a colon. */
export function fileWords(error: unknown): string {
  if (isFileError(error)) return ownWords[error.code as keyof typeof ownWords];
  return error instanceof Error ? error.message : String(error);
}
