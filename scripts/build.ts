import { spawnSync } from "node:child_process";
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { z } from "zod";

// `npm run build` makes `dist/`, of which the published package consists: the app, the demo and its GitHub as JavaScript, since
// Node strips no types below node_modules (https://nodejs.org/api/typescript.html#type-stripping-in-dependencies). Folders lie
// in it as in a checkout, so that every path from file to file holds there.

const built = "dist";
const workspace = z.object({ name: z.string(), exports: z.record(z.string(), z.string()) });

rmSync(built, { recursive: true, force: true });
const { status } = spawnSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status !== 0) process.exit(1);

// A whole PostgreSQL is no part of the package, and so is what needs one.
for (const folder of ["local-postgres", "demo/postgres"]) rmSync(`${built}/${folder}`, { recursive: true });
for (const data of ["app.yml", "demo/content", "local-github/LICENSE", "local-github/src/pages/assets"]) {
  cpSync(data, `${built}/${data}`, { recursive: true });
}
const { name, version, type } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, unknown>;
writeFileSync(`${built}/package.json`, `${JSON.stringify({ name, version, type, private: true }, null, 2)}\n`);
nameByPath(workspace.parse(JSON.parse(readFileSync("local-github/package.json", "utf8"))), "local-github");

/** The workspace is no package of its own there: what names it gets the path of what its `exports` say. */
function nameByPath(its: z.infer<typeof workspace>, folder: string): void {
  for (const file of globSync(`${built}/demo/**/*.js`)) {
    const text = readFileSync(file, "utf8");
    const named = text.replaceAll(/(?<=\bfrom ")[^".][^"]*(?=";)/gu, (specifier) => {
      if (specifier !== its.name && !specifier.startsWith(`${its.name}/`)) return specifier;
      const target = its.exports[`.${specifier.slice(its.name.length)}`];
      if (target === undefined)
        throw new Error(`${file} imports ${specifier}, which ${folder}/package.json does not export`);
      const path = relative(dirname(file), `${built}/${folder}/${target}`).replace(/\.ts$/u, ".js");
      return path.startsWith(".") ? path : `./${path}`;
    });
    if (named !== text) writeFileSync(file, named);
  }
}
