import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProgress } from "../../../src/evaluation/run/progress.ts";

function told(tell: (progress: ReturnType<typeof createProgress>) => void): string[] {
  let text = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  tell(createProgress(stream));
  return text.split("\n").slice(0, -1);
}

describe("progress into a file or a pipe", () => {
  it("is plain lines, about ten of them however long it takes", () => {
    const lines = told((progress) => {
      progress.start("Replaying", 5000);
      for (let done = 1; done <= 5000; done++) progress.update(done);
      progress.stop();
    });
    expect(lines).toHaveLength(11);
    expect(lines.at(0)).toBe("Replaying…");
    expect(lines.at(-1)).toBe("Replaying: 5000 of 5000");
    expect(lines.join("")).not.toMatch(/\p{Cc}/u);
  });

  it("learns on the way how much there is", () => {
    const lines = told((progress) => {
      progress.start("Reading", 0);
      progress.update(20, 40);
      progress.update(40, 40);
    });
    expect(lines).toEqual(["Reading…", "Reading: 20 of 40", "Reading: 40 of 40"]);
  });
});
