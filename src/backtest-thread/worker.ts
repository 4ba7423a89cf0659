import { setImmediate } from "node:timers/promises";
import type { PastProject } from "../core/backtester.ts";
import { serveJobs } from "../threads/worker-side.ts";
import { runBacktest } from "./run-backtest.ts";

serveJobs((past: PastProject) => runBacktest(past, () => setImmediate()));
