// Puts the engine's parts where a test can call them.
import * as client from "/engine/client.js";

Object.assign(window, { client, ready: true });
