import type { DestinationStream } from "pino";

const levels: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
  60: "fatal",
};
/** Said first on the line, or of no use to a reader. */
const left = new Set(["level", "time", "msg", "pid", "hostname", "name"]);

/** Takes pino's JSON and writes a line that a person reads: time, level, message, then the rest as `key=value`. */
export function readableLog(output: NodeJS.WritableStream): DestinationStream {
  return {
    write: (line: string) => {
      output.write(`${toReadable(line)}\n`);
    },
  };
}

/** One line of the log; what is no JSON object stays as it is. */
export function toReadable(line: string): string {
  const entry = parse(line);
  if (entry === undefined) return line.trimEnd();
  const { level, time, msg } = entry;
  const clock = typeof time === "string" ? time.slice(11, 19) : "";
  const rest = Object.entries(entry)
    .filter(([key]) => !left.has(key))
    .map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  return [clock, (levels[Number(level)] ?? "").padEnd(5), typeof msg === "string" ? msg : "", ...rest]
    .join(" ")
    .trimEnd();
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
