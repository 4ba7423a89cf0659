import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeModelFolder } from "../../helpers/sentence-model/model-folder.ts";

const run = promisify(execFile);
const source = (path: string) => JSON.stringify(new URL(`../../../src/${path}`, import.meta.url).href);

/** What trying a model comes to in a process of its own, in which `before` was run first. */
async function tried(before: string): Promise<unknown> {
  const { folder, remove } = await makeModelFolder();
  onTestFinished(remove);
  const script = `${before}
    const { tryModel } = await import(${source("compose-model.ts")});
    console.log(JSON.stringify(await tryModel({ embeddings: { folder: ${JSON.stringify(folder)} } })));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script]);
  return JSON.parse(stdout);
}

describe("a model in the process", () => {
  it("asks nothing of any network, by whatever way Node has", async () => {
    const noNetwork = `
      import dgram from "node:dgram";
      import dns from "node:dns";
      import net from "node:net";
      const fail = () => { throw new Error("somebody asked the network"); };
      net.Socket.prototype.connect = fail;
      dgram.Socket.prototype.send = fail;
      globalThis.fetch = fail;
      for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) dns[name] = dns.promises[name] = fail;`;
    expect(await tried(noNetwork)).toMatchObject({ dimensions: 2, pooling: "mean", maxTokens: 512 });
    await expect(tried(`${noNetwork} await fetch("http://127.0.0.1:9/");`)).rejects.toThrow("asked the network");
  });

  it.each(["onnxruntime-node", "@huggingface/tokenizers"])(
    "says what to install where there is no %s",
    async (name) => {
      const without = `
      import { registerHooks } from "node:module";
      registerHooks({
        resolve: (specifier, context, next) =>
          next(specifier === ${JSON.stringify(name)} ? "not-installed-here" : specifier, context),
      });`;
      expect(await tried(without)).toEqual({
        fault: expect.stringMatching(
          /takes two packages that are not installed: ONNXRUNTIME_NODE_INSTALL=skip npm install --omit=dev --no-save --save-prod onnxruntime-node@\S+ @huggingface\/tokenizers@\S+$/u,
        ),
      });
    },
  );

  it("says why a package that is there cannot be used", async () => {
    const broken = `
      import { registerHooks } from "node:module";
      registerHooks({
        load(url, context, next) {
          if (!url.includes("/onnxruntime-node/")) return next(url, context);
          const source = 'throw new Error("Error loading shared library ld-linux-x86-64.so.2")';
          return { format: "commonjs", shortCircuit: true, source };
        },
      });`;
    expect(await tried(broken)).toEqual({
      fault: expect.stringMatching(/cannot be used on this machine: Error loading shared library ld-linux/u),
    });
  });
});
