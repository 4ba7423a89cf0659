import { RefusedError } from "../core/errors.ts";
import type { GitHub } from "./create-github.ts";

/** The same GitHub to read, which takes no change: for a dry run. */
export function refuseWrites(github: GitHub): GitHub {
  return { ...github, writes: refusing(github.writes), proposals: refusing(github.proposals) };
}

function refusing<Writes extends object>(writes: Writes): Writes {
  const refuse = async () => {
    throw new RefusedError("it is a dry run, which changes nothing on GitHub", "forbidden");
  };
  return new Proxy(writes, { get: () => refuse });
}
