import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProgress, type Progress, type ProgressOptions } from "../../../src/evaluation/run/progress.ts";

function told(tell: (progress: Progress) => void, options: ProgressOptions & { readonly columns?: number } = {}) {
  const { columns, ...given } = options;
  let text = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  const terminal =
    columns === undefined ? {} : { isTTY: true, columns, cursorTo() {}, clearLine() {}, moveCursor() {} };
  tell(createProgress(Object.assign(stream, terminal), given));
  return text;
}

function replay(progress: Progress): void {
  progress.start("Replaying", 5000);
  for (let done = 1; done <= 5000; done++) progress.update(done);
  progress.say("Stored.");
  progress.stop();
}

describe("progress", () => {
  it("into a file or a pipe is only what is said in between", () => {
    expect(told(replay)).toBe("Stored.\n");
  });

  it("on a terminal is a bar that fits beside its words", () => {
    const shown = told(replay, { columns: 60 });
    expect(shown).toMatch(/Replaying \[.{11}\] 0\/5000/u);
    expect(shown).toContain("Stored.\n");
  });

  it.each([{ json: true }, { json: true, columns: 80 }])("%j has no bar", (options) => {
    expect(told(replay, options)).toBe("Stored.\n");
  });

  it.each([{ quiet: true }, { quiet: true, columns: 80 }])("%j has nothing at all", (options) => {
    expect(told(replay, options)).toBe("");
  });
});
