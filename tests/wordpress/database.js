// A real database of one's own: MariaDB in a folder, reached by a socket in it and by nothing else.
//
// It needs no service, no port and no password, and leaves nothing behind.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

const PATIENCE = 60_000;

/** Small files and no care for power cuts: the data lives as long as the test. */
const LEAN = ["--innodb-log-file-size=8M", "--innodb-buffer-pool-size=64M", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--skip-log-bin"];

/** The server refuses to run as root unless that is said. */
const AS = process.getuid?.() === 0 ? ["--user=root"] : [];

/** Debian keeps servers where the PATH of ordinary users does not lead. */
const ENVIRONMENT = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

/** Lays out the system's own tables. @param {string} folder */
export function createDatabase(folder) {
  mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr, error } = spawnSync(
    "mariadb-install-db", ["--no-defaults", `--datadir=${folder}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...LEAN.slice(0, 1), ...AS],
    { env: ENVIRONMENT, encoding: "utf8" },
  );
  if (status !== 0) throw error ?? new Error(`mariadb-install-db ended with ${status}:\n${stdout}${stderr}`);
}

/**
 * @param {string} folder As `createDatabase` has left it.
 * @param {string} socket Its path; the system allows about a hundred characters.
 */
export async function startDatabase(folder, socket) {
  const server = spawn(
    "mariadbd",
    ["--no-defaults", `--datadir=${folder}`, `--socket=${socket}`, `--pid-file=${join(folder, "pid")}`, "--skip-networking", "--skip-grant-tables", ...LEAN, ...AS],
    { env: ENVIRONMENT, stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  server.stderr.on("data", (bytes) => (said = (said + bytes).slice(-4000)));
  const ended = new Promise((done) => server.on("close", done));
  const failed = new Promise((_, fail) => server.on("error", fail));
  failed.catch(() => {});
  const end = Date.now() + PATIENCE;
  while (!(await Promise.race([answers(socket), failed]))) {
    if (server.exitCode !== null || Date.now() > end) throw new Error(`the database did not start:\n${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    async close() {
      server.kill("SIGTERM");
      await Promise.race([ended, new Promise((done) => setTimeout(done, 10_000).unref())]);
      if (server.exitCode === null) server.kill("SIGKILL");
    },
    /** Without a farewell, for the last moment. */
    kill: () => server.kill("SIGKILL"),
  };
}

/** @param {string} socket @returns {Promise<boolean>} */
function answers(socket) {
  if (!existsSync(socket)) return Promise.resolve(false);
  return new Promise((done) => {
    const connection = connect(socket);
    connection.once("data", () => (connection.destroy(), done(true)));
    connection.once("error", () => done(false));
  });
}
