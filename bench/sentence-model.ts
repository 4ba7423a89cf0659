/**
 * What a sentence model in the process costs. Without `--model <folder>` one is made of the shape of all-MiniLM-L6-v2,
 * with weights that mean nothing: it costs the same, and finds nothing.
 */
import { spawnSync } from "node:child_process";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fingerprintOf } from "../src/embeddings/sentence-model/fingerprint.ts";
import { openSentenceModel } from "../src/embeddings/sentence-model/open-sentence-model.ts";
import { readModelFolder } from "../src/embeddings/sentence-model/read-model-folder.ts";
import { encoderFile, miniLm } from "../test/helpers/sentence-model/encoder-file.ts";
import { makeModelFolder, usualTopics } from "../test/helpers/sentence-model/model-folder.ts";
import { print, spread } from "./figures.ts";

const { values } = parseArgs({ options: { model: { type: "string" } } });
if (values.model === undefined) await measureMade();
else await measure(values.model);

/** In a process of its own: making the model takes more memory than using it. */
async function measureMade(): Promise<void> {
  print("the model", "made, of the shape of all-MiniLM-L6-v2: 90 MB");
  const { folder, remove } = await makeModelFolder({ files: { "onnx/model.onnx": encoderFile(miniLm) } });
  try {
    const file = fileURLToPath(import.meta.url);
    const { status } = spawnSync(process.execPath, [file, "--model", folder], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  } finally {
    await remove();
  }
}

async function measure(folder: string): Promise<void> {
  const before = resident();
  const read = await timed("its files read", () => readModelFolder(folder));
  await timed("its weights hashed, which names its vectors", () => fingerprintOf(read));
  const model = await timed("libraries and model loaded", () => openSentenceModel(read));
  print("memory before, and with the model", `${before} MB, ${resident()} MB`);
  print("a vector in memory and in the database", `${model.dimensions} bytes`);
  for (const words of [10, 100, 390]) {
    const took: number[] = [];
    const processor = process.cpuUsage();
    for (let round = 0; round < 30; round++) {
      const from = performance.now();
      await model.embed(textOf(words));
      took.push(performance.now() - from);
    }
    const { user, system } = process.cpuUsage(processor);
    const used = (user + system) / 1_000 / took.length;
    print(`a text of ${words} words`, `${spread(took)}; ${used.toFixed(1)} ms of processor`);
  }
  print("memory after these", `${resident()} MB`);
  for (let round = 0; round < 200; round++) await model.embed(textOf(1 + ((round * 37) % 390)));
  print("memory after 200 more of every length", `${resident()} MB`);
  await model.close();
  await setImmediate();
  print("memory when it is let go", `${resident()} MB`);
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const from = performance.now();
  const result = await work();
  print(what, `${(performance.now() - from).toFixed(0)} ms`);
  return result;
}

/** Words that a made model knows; in a real one each is a token, too. */
function textOf(count: number): string {
  const words = usualTopics.flat();
  return Array.from({ length: count }, (_, at) => words[at % words.length]).join(" ");
}

function resident(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}
