import { readFile } from "node:fs/promises";
import type { Config } from "./config.js";

const config = JSON.parse(await readFile("config.json", "utf8")) as Config;
const limit: number = config.limit ?? 1_000;
export default { ...config, limit } satisfies Config;
