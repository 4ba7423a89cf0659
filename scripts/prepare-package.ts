import { copyFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";

// For publishing only. A checkout brings its own Node as an optional dependency; whoever installs the package has one.
// `prepack` takes it out of package.json, `postpack` (with --restore) puts the file back as it was.

const kept = "dist/package.json.kept";

if (process.argv.includes("--restore")) {
  renameSync(kept, "package.json");
} else {
  copyFileSync("package.json", kept);
  const {
    optionalDependencies: _,
    devDependencies: __,
    workspaces: ___,
    ...published
  } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, unknown>;
  writeFileSync("package.json", `${JSON.stringify(published, null, 2)}\n`);
}
