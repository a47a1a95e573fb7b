enum Level { Debug = 0, Info, Error = 10 }

declare module "config" {
  export const level: Level;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && /^[\w\s-]+$/u.test(value);
}
