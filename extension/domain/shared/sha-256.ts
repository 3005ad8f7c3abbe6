/** SHA-256 (FIPS 180-4) of a text, in hexadecimal: the domain may not reach for a library of the platform. */

/** The first bits behind the point of the roots of the first primes. */
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < count; next++)
    if (found.every((prime) => next % prime !== 0)) found.push(next);
  return found;
}

const ROUND_CONSTANTS = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const INITIAL = primes(8).map((prime) => fraction(Math.sqrt(prime)));
const BLOCK_BYTES = 64;

export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let state = INITIAL;
  for (let at = 0; at < words.length; at += 16) state = compressed(state, words.slice(at, at + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The message, a one, zeros, and its length in bits, as big-endian words. */
function padded(message: Uint8Array): number[] {
  const size = Math.ceil((message.length + 9) / BLOCK_BYTES) * BLOCK_BYTES;
  const bytes = new DataView(new ArrayBuffer(size));
  message.forEach((byte, index) => {
    bytes.setUint8(index, byte);
  });
  bytes.setUint8(message.length, 0x80);
  bytes.setUint32(size - 8, Math.floor(message.length / 2 ** 29));
  bytes.setUint32(size - 4, message.length * 8);
  return Array.from({ length: size / 4 }, (_, index) => bytes.getInt32(index * 4));
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compressed(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let t = 16; t < 64; t++) {
    const [early, late] = [w[t - 15] ?? 0, w[t - 2] ?? 0];
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    w.push(((w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND_CONSTANTS[t] ?? 0) + (w[t] ?? 0)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0)) | 0);
}
