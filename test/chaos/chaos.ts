/** `npm run chaos`: plays the script in trouble, seed by seed, and compares each end with that of a quiet run. */
import { Command, InvalidArgumentError, Option } from "commander";
import { startPostgres, type LocalPostgres } from "../../local-postgres/start-postgres.ts";
import { playAtBoundaries } from "./boundaries.ts";
import { differencesFrom } from "./differences.ts";
import { play, type Ending } from "./play.ts";

interface Options {
  readonly seeds: number;
  readonly seed: number;
  readonly engine: "sqlite" | "postgres" | "both";
  readonly boundaries?: true;
}

const whole = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("It has to be a whole number.");
  return number;
};

const options = new Command("chaos")
  .description(
    "Play a day of a small project while GitHub, webhooks and processes fail, and compare its end with a quiet day's.",
  )
  .addOption(new Option("--seeds <count>", "how many seeds").default(10).argParser(whole))
  .addOption(
    new Option("--seed <number>", "the first of them; a seed decides all that goes wrong").default(1).argParser(whole),
  )
  .addOption(new Option("--engine <engine>", "which database").choices(["sqlite", "postgres", "both"]).default("both"))
  .option("--boundaries", "instead of seeds, kill the process once at each boundary between two steps")
  .parse()
  .opts<Options>();

let different = 0;
for (const engine of options.engine === "both" ? (["sqlite", "postgres"] as const) : [options.engine]) {
  const server = engine === "postgres" ? await startPostgres() : undefined;
  different += await (options.boundaries ? playBoundaries : playAll)(engine, server);
  await server?.stop();
}
process.exitCode = different > 0 ? 1 : 0;

/** Kills the process once at every boundary between steps, in an otherwise quiet run; 1 when that ended differently. */
async function playBoundaries(engine: string, server: LocalPostgres | undefined): Promise<number> {
  const quiet = await playOn(server, undefined);
  const database = await server?.newDatabase();
  const { ending, boundaries } = await playAtBoundaries("", database && { databaseUrl: database.url });
  const differences = differencesFrom(quiet, ending);
  for (const boundary of boundaries) console.log(`${engine}: killed ${boundary}`);
  console.log(differences || `${engine}: killed at ${boundaries.length} boundaries, it ended as the quiet run did`);
  return differences === "" ? 0 : 1;
}

/** How many seeds ended differently. */
async function playAll(engine: string, server: LocalPostgres | undefined): Promise<number> {
  const quiet = await playOn(server, undefined);
  let differ = 0;
  for (let { seed } = options; seed < options.seed + options.seeds; seed++) {
    const began = performance.now();
    const ending = await playOn(server, seed);
    const differences = differencesFrom(quiet, ending);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const trouble = Object.entries(ending.trouble).map(([what, count]) => `${count} ${what}`);
    console.log(
      `${engine}, seed ${seed}: ${differences === "" ? "the same" : "DIFFERENT"} (${trouble.join(", ")}; ${seconds} s)`,
    );
    if (differences === "") continue;
    differ += 1;
    console.log(`${differences}\nTo see it again: npm run chaos -- --engine ${engine} --seeds 1 --seed ${seed}\n`);
  }
  console.log(`${engine}: ${options.seeds - differ} of ${options.seeds} seeds ended as the quiet run did`);
  return differ;
}

async function playOn(server: LocalPostgres | undefined, seed: number | undefined): Promise<Ending> {
  const database = await server?.newDatabase();
  try {
    return await play({ ...(seed !== undefined && { seed }), ...(database && { databaseUrl: database.url }) });
  } finally {
    await database?.drop();
  }
}
