/** Lines that programs write: timestamps, levels, stack frames, shell prompts, assignments of data. */
const logLine =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]|\[?\d\d:\d\d:\d\d|at [\w$.<>[\] ]+\(|File ".*", line \d+|(?:\[\w+\] ?)?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b[:\] ]|npm (?:ERR!|WARN|error|warn)|\$ |>>> |[{}[\]();,]+\s*$)/u;

/** The characters such a line starts with; most lines are known by it to be none. */
const starts: ReadonlySet<string> = new Set("[0123456789aFTDIWEn$>{}]();,");

/** Whether a line, without its indentation, was written by a program: a log, a stack trace, a prompt. */
export function isLogLine(line: string): boolean {
  return starts.has(line.charAt(0)) && logLine.test(line);
}
