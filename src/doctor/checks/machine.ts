import { ok, problem, warning, type Finding } from "../finding.ts";

export interface MachineFacts {
  /** `24.16.0`. */
  readonly node: string;
  readonly folder: {
    readonly path: string;
    /** Of the folder itself: the lowest nine bits are rights. Undefined where there is none. */
    readonly mode: number | undefined;
    readonly isWritable: boolean;
    /** Bytes that are free on its disk; undefined where it cannot be known. */
    readonly free: number | undefined;
  };
  /** Whether the database is on a server, so that little is in the folder. */
  readonly hasServer: boolean;
}

const neededNode = [24, 16] as const;
const megabyte = 1024 * 1024;
/** As `/readyz` has it. */
const leastFree = 64 * megabyte;
const scarceFree = 1024 * megabyte;

/** The machine: Node, the data folder and its disk. */
export function checkMachine({ node, folder, hasServer }: MachineFacts): readonly Finding[] {
  return [checkNode(node), checkFolder(folder, hasServer), ...checkDisk(folder.free, hasServer)];
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
  if (isEnough) return ok("node", `Node ${version} will do.`);
  return problem("node", `Node ${version} is too old.`, `Install Node ${neededNode.join(".")} or newer.`);
}

function checkFolder({ path, mode, isWritable }: MachineFacts["folder"], hasServer: boolean): Finding {
  const check = "data folder";
  if (mode === undefined) {
    if (hasServer) return ok(check, "There is none, and none is needed: all is on the server.");
    if (isWritable) return ok(check, `There is no ${path} yet; the first start makes it.`);
  }
  if (!isWritable) {
    return problem(
      check,
      `${path} cannot be written by this user.`,
      "Give it to the user that the app runs as, or set DATA_FOLDER to one that is theirs. Run this command as that user, too.",
    );
  }
  if (mode !== undefined && (mode & 0o077) !== 0) {
    return warning(
      check,
      `Others on this machine may look into ${path}.`,
      `Payloads of private repositories are kept there: chmod 700 ${path}`,
    );
  }
  return ok(check, `${path} is this user's alone.`);
}

function checkDisk(free: number | undefined, hasServer: boolean): readonly Finding[] {
  if (free === undefined || hasServer) return [];
  const says = `${Math.floor(free / megabyte)} MB of the disk are free.`;
  const fix = "Make room: webhooks are turned away below 64 MB, and an upgrade needs twice the size of the database.";
  if (free < leastFree) return [problem("disk", says, fix)];
  return [free < scarceFree ? warning("disk", says, fix) : ok("disk", says)];
}
