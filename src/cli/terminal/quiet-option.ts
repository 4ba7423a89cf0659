import { Option } from "commander";

/** `--quiet`, of every command that may take long. */
export function quietOption(): Option {
  return new Option("-q, --quiet", "no progress and no notes, only errors");
}
