// SHA-256 of a file, piece by piece: browsers offer their own only over TLS, and only of what is whole in memory.
"use strict";

const K256 = (() => {
  const words = [];
  const fraction = (value) => ((value - Math.floor(value)) * 4294967296) | 0;
  for (let number = 2; words.length < 64; number += 1) {
    let prime = true;
    for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) prime = false;
    if (prime) words.push(fraction(Math.cbrt(number)));
  }
  return Int32Array.from(words);
})();

class Sha256 {
  constructor() {
    this.state = Int32Array.of(
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    );
    this.words = new Int32Array(64);
    this.held = new Uint8Array(64);
    this.count = 0;
  }

  add(bytes) {
    let at = 0;
    const partly = this.count % 64;
    this.count += bytes.length;
    if (partly) {
      const taken = Math.min(64 - partly, bytes.length);
      this.held.set(bytes.subarray(0, taken), partly);
      if (partly + taken < 64) return;
      this.block(this.held, 0);
      at = taken;
    }
    for (; at + 64 <= bytes.length; at += 64) this.block(bytes, at);
    this.held.set(bytes.subarray(at), 0);
  }

  block(bytes, at) {
    const w = this.words;
    for (let i = 0; i < 16; i += 1) {
      const j = at + i * 4;
      w[i] = (bytes[j] << 24) | (bytes[j + 1] << 16) | (bytes[j + 2] << 8) | bytes[j + 3];
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15];
      const y = w[i - 2];
      const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + low + w[i - 7] + high) | 0;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i += 1) {
      const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + high + ((e & f) ^ (~e & g)) + K256[i] + w[i]) | 0;
      const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    const s = this.state;
    [a, b, c, d, e, f, g, h].forEach((value, i) => (s[i] = (s[i] + value) | 0));
  }

  hex() {
    const length = this.count;
    const rest = length % 64;
    const tail = new Uint8Array(rest < 56 ? 64 - rest : 128 - rest);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(tail.length - 4, (length << 3) >>> 0);
    this.add(tail);
    return [...this.state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

const SLICE = 4 << 20;

// The hash of a file. `tell` is called with the bytes done; what it throws ends it.
async function sha256Of(file, tell) {
  if (globalThis.crypto?.subtle && file.size <= 8 * SLICE) {
    const found = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(found)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  const hash = new Sha256();
  for (let at = 0; at < file.size; at += SLICE) {
    tell(at);
    hash.add(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
  }
  return hash.hex();
}
