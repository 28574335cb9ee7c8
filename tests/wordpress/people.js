// People who use WordPress as their browser would: log in by the form, then speak to the REST interface with the
// cookie and the nonce of the editor.

/** @import { WordPress } from "./wordpress.js" */

/** @typedef {{ name: string, value: string, url: string }} Cookie As a browser's driver takes it. */

export class Person {
  #cookies = new Map();
  #nonce = "";

  /** @param {WordPress} wordpress @param {string} role The name too; its password is made of it. */
  constructor(wordpress, role) {
    this.url = wordpress.url;
    this.role = role;
  }

  async logIn() {
    await this.fetch("/wp-login.php"); // for the cookie that tests whether there are cookies
    const answer = await this.fetch("/wp-login.php", { method: "POST", body: new URLSearchParams({ log: this.role, pwd: `${this.role}-password`, testcookie: "1" }) });
    if (answer.status !== 302) throw new Error(`${this.role} is not let in: ${answer.status}`);
    this.#nonce = await (await this.fetch("/wp-admin/admin-ajax.php?action=rest-nonce")).text();
    return this;
  }

  /** @param {string} path @param {RequestInit} [options] */
  async fetch(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(this.url + path, { redirect: "manual", ...options, headers: { ...options.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }

  /** What the editor does when it saves. @param {string} method @param {string} path As "posts/7". @param {object} [body] */
  async rest(method, path, body) {
    const [route, query = ""] = path.split("?");
    const answer = await this.fetch(`/?rest_route=/wp/v2/${route}&${query}`, {
      method,
      headers: { "x-wp-nonce": this.#nonce, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(`${method} ${path} as ${this.role}: ${answer.status} ${told.code} ${told.message}`), { status: answer.status });
    return told;
  }

  /** @returns {Cookie[]} */
  get cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url: this.url }));
  }
}
