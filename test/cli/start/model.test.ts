import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import { makeModelFolder } from "../../helpers/sentence-model/model-folder.ts";
import { silentGitHub } from "./silent-github.ts";
import { startProcess } from "./start-process.ts";

async function emptyFolder(onTestFinished: TestContext["onTestFinished"]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe.concurrent("frontdesk start with a model in the process", () => {
  it("ends with 2 and one line about a folder that has none, as with other settings", async ({ onTestFinished }) => {
    const model = await emptyFolder(onTestFinished);
    const app = startProcess(
      { DATA_FOLDER: await emptyFolder(onTestFinished), EMBEDDINGS_MODEL: model },
      onTestFinished,
    );
    expect(await app.ended).toBe(2);
    expect(app.output().split("\n")).toEqual([
      `EMBEDDINGS_MODEL: ${model} has none of onnx/model.onnx, model.onnx, onnx/model_quantized.onnx, model_quantized.onnx: docs/explanation/search.md says how to get a model`,
      "Frontdesk did not start. docs/operating/one-machine.md tells what each setting is for.",
      "",
    ]);
  });

  it("tries the model, starts, and ends with 0", async ({ onTestFinished }) => {
    const { folder, remove } = await makeModelFolder();
    onTestFinished(remove);
    const github = await silentGitHub(onTestFinished);
    const app = startProcess(
      {
        DATA_FOLDER: await emptyFolder(onTestFinished),
        EMBEDDINGS_MODEL: folder,
        GITHUB_API_URL: github.url,
      },
      onTestFinished,
    );
    await github.asked;
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
  });
});
