import { copyFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";

// For publishing only. A checkout brings its own Node as an optional dependency; whoever installs the package has one.
// `prepack` takes it out of package.json, `postpack` (with --restore) puts the file back as it was.

const kept = "dist/package.json.kept";

if (process.argv.includes("--restore")) {
  renameSync(kept, "package.json");
} else {
  copyFileSync("package.json", kept);
  const {
    devDependencies: _,
    workspaces: __,
    ...published
  } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly devDependencies: unknown;
    readonly workspaces: unknown;
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  // What is left is what the demo needs beside the app.
  const optionalDependencies = Object.fromEntries(
    Object.entries(published.optionalDependencies).filter(([name]) => !name.startsWith("node-linux-")),
  );
  writeFileSync("package.json", `${JSON.stringify({ ...published, optionalDependencies }, null, 2)}\n`);
}
