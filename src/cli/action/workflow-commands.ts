import { randomUUID } from "node:crypto";

/**
 * What a step tells the runner by lines of its output. A line that begins with `::`, and one that has `##[` anywhere, is
 * a command to it, whoever wrote the words: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export class WorkflowCommands {
  readonly #write: (text: string) => void;
  #resume: string | undefined;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** The runner shows stars wherever this stands from now on. */
  mask(secret: string): void {
    this.#command("add-mask", secret);
  }

  /**
   * From now on lines are words, whatever stands in them: the runner obeys none until it meets a word that nobody else
   * knows. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
   */
  stop(): void {
    this.#resume = randomUUID();
    this.#write(`::stop-commands::${this.#resume}\n`);
  }

  /** Shown in the log and beside the run. */
  annotate(level: "notice" | "warning" | "error", title: string, text: string): void {
    this.#command(`${level} title=${escapeProperty(title)}`, text);
  }

  #command(name: string, data: string): void {
    const before = this.#resume === undefined ? "" : `::${this.#resume}::\n`;
    this.#write(`${before}::${name}::${escapeData(data)}\n`);
    if (this.#resume !== undefined) this.stop();
  }
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * Outputs as the file of `GITHUB_OUTPUT` takes them. The word that ends a value is not to be guessed, so that no value
 * ends itself and goes on as another output.
 */
export function toOutputs(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const end = `end-${randomUUID()}`;
      return `${name}<<${end}\n${value}\n${end}\n`;
    })
    .join("");
}
