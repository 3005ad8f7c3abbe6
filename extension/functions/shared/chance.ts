/** Chance for the commands that need it (a lottery's seed): 256 bits of the platform's, in hexadecimal. */
import { randomBytes } from 'node:crypto';

const BYTES = 32;

export function chance(): string {
  return randomBytes(BYTES).toString('hex');
}
