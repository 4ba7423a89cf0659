/** The git side of a repository: objects, branches, and whole folders as one commit. */
export { GitRepository } from "./git-repository.ts";
export { readFolder, type ImportedFile } from "./fast-import.ts";
export { nullOid, type GitIdentity } from "../world/git.ts";
