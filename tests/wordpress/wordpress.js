// A real WordPress of one's own, from Debian's packages: files in a temporary folder, its own database, PHP's own
// server on a free port. Started by the test, ended with it, no service of the system touched.
//
// What takes long, the copy of the files and the first installation, is kept in the cache, under a name that changes
// with the packages and with the files of site/.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { unzipSync } from "fflate";

import { createDatabase, startDatabase } from "./database.js";

const SITE = fileURLToPath(new URL("./site/", import.meta.url));
const WORDPRESS = "/usr/share/wordpress";
const THEMES = ["twentytwentythree", "twentytwentyone"];
const CACHE = process.env.ARTICLE_ANALYZER_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "article-analyzer");

/** A browser asks for a dozen files at once. */
const WORKERS = "4";

const PATIENCE = 30_000;

/** @param {string} command @param {string[]} args @param {{ input?: string, env?: NodeJS.ProcessEnv }} [options] */
function run(command, args, { input, env = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 64e6 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** @param {string} file */
const php = (file) => ["-d", "memory_limit=256M", "-d", "display_errors=stderr", join(SITE, file)];

/** What the cache is named by. */
function fingerprint() {
  const hash = createHash("sha256");
  hash.update(readFileSync(join(WORDPRESS, "wp-includes/version.php")));
  hash.update(run("php", ["-v"]));
  for (const name of readdirSync(SITE).sort()) hash.update(name).update(readFileSync(join(SITE, name)));
  for (const name of ["database.js", "wordpress.js"]) hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest("hex").slice(0, 16);
}

/** The files with every link resolved: Debian's package shares some with other packages. @param {string} folder */
function copyFiles(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(realpathSync(WORDPRESS), folder, { recursive: true, dereference: true, filter: (path) => !/\/(\.htaccess|languages|plugins\/akismet)$/.test(path) });
  for (const theme of THEMES) {
    if (!existsSync(join(folder, "wp-content/themes", theme, "style.css"))) throw new Error(`the theme ${theme} is not there`);
  }
  cpSync(join(SITE, "wp-config.php"), join(folder, "wp-config.php"));
  mkdirSync(join(folder, "wp-content/mu-plugins"), { recursive: true });
  cpSync(join(SITE, "mu-plugin.php"), join(folder, "wp-content/mu-plugins/test.php"));
}

/** Everything that is to be taken away when the process ends early, whatever the reason; the last first. */
class Closings {
  /** @type {(() => unknown)[]} */
  #all = [];
  #run = () => this.run();

  constructor() {
    process.once("exit", this.#run);
  }

  /** @param {() => unknown} close At once: an ending process waits for nothing. */
  add(close) {
    this.#all.push(close);
  }

  run() {
    process.off("exit", this.#run);
    for (const close of this.#all.splice(0).reverse()) close();
  }
}

/** @param {string} folder */
const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

const PREFIX = "wordpress-test-";

/** Files and database, freshly installed; made once. @returns {Promise<string>} */
async function prepared() {
  const folder = join(CACHE, PREFIX + fingerprint());
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(join(tmpdir(), "aa-wp-"));
  const socket = join(making, "s");
  const closings = new Closings();
  closings.add(() => remove(making));
  try {
    copyFiles(join(making, "site"));
    createDatabase(join(making, "data"));
    const database = await startDatabase(join(making, "data"), socket);
    closings.add(database.kill);
    const env = { TEST_ROOT: join(making, "site"), TEST_SOCKET: socket, TEST_URL: "http://127.0.0.1", TEST_LOG: join(making, "log") };
    run("php", ["-r", `(new mysqli('localhost', 'root', '', '', 0, getenv('TEST_SOCKET')))->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4') || exit(1);`], { env });
    run("php", php("install.php"), { env });
    await database.close();
    mkdirSync(CACHE, { recursive: true });
    for (const old of readdirSync(CACHE)) if (old.startsWith(PREFIX)) remove(join(CACHE, old));
    run("cp", ["-a", making, `${folder}.${process.pid}`]);
    renameSync(`${folder}.${process.pid}`, folder); // whole or not at all
  } finally {
    closings.run();
  }
  return folder;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}

/** @typedef {Awaited<ReturnType<typeof startWordPress>>} WordPress */

/** @param {Uint8Array} plugin The ZIP, installed as WordPress would: unpacked into its folder, then activated. */
export async function startWordPress(plugin) {
  const cached = await prepared();
  const folder = mkdtempSync(join(tmpdir(), "aa-wp-"));
  const site = join(folder, "site");
  const log = join(folder, "log");
  const closings = new Closings();
  closings.add(() => remove(folder));
  try {
    run("cp", ["-a", `${cached}/.`, folder]);
    unpack(plugin, join(site, "wp-content/plugins"));
    writeFileSync(log, "");
    const socket = join(folder, "s");
    const database = await startDatabase(join(folder, "data"), socket);
    closings.add(database.kill);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { TEST_ROOT: site, TEST_SOCKET: socket, TEST_URL: url, TEST_LOG: log };
    const server = spawn("php", ["-d", "memory_limit=256M", "-S", `127.0.0.1:${port}`, "-t", site, join(SITE, "router.php")], {
      env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: WORKERS },
      stdio: "ignore",
      detached: true, // so that its workers end with it
    });
    closings.add(() => server.pid !== undefined && killGroup(server.pid));
    const wordpress = {
      url,
      /** PHP inside WordPress: what it returns. @param {string} code @returns {any} */
      run: (code) => JSON.parse(run("php", php("run.php"), { input: code, env }).split("\n@@").at(-1) ?? "null"),
      /** What WordPress or PHP complained of, and requests that would have left. */
      log: () => readFileSync(log, "utf8"),
      /** @param {string} [path] */
      file: (path = "") => join(site, path),
      close: () => closings.run(),
    };
    await awaken(url);
    wordpress.run(`update_option('siteurl', getenv('TEST_URL')); update_option('home', getenv('TEST_URL')); return activate_plugin('article-analyzer/article-analyzer.php');`);
    return wordpress;
  } catch (error) {
    closings.run();
    throw error;
  }
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // gone already
  }
}

/** @param {Uint8Array} zip @param {string} folder */
function unpack(zip, folder) {
  for (const [path, content] of Object.entries(unzipSync(zip))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** @param {string} url */
async function awaken(url) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return response.text();
    if (Date.now() > end) throw new Error(`WordPress does not answer: ${response?.status} ${await response?.text()}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
