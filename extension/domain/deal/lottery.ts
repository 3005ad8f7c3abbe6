/**
 * The lottery of a queue (摇号): "SHA-256 order, version 1". With the seed and the numbers anybody draws the
 * same order again: hash `<seed>:<number>` (UTF-8, the number in decimal) with SHA-256, write it in
 * hexadecimal, sort ascending. Equal hashes, which nobody has ever seen, go by number.
 */
import { sha256 } from '#domain/shared/sha-256.ts';

export const LOTTERY_METHOD = 'SHA-256 order, version 1';

/** The numbers in the order in which they are called. */
export function drawOrder(seed: string, numbers: readonly number[]): number[] {
  const hashed = numbers.map((number) => ({ number, hash: sha256(`${seed}:${number}`) }));
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.number - b.number));
  return hashed.map(({ number }) => number);
}
