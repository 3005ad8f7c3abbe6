/** Reads the files of a small .tgz, as a server does with an uploaded package. */
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

export function filesOf(tgz: Uint8Array): Map<string, string> {
  const tar = gunzipSync(tgz);
  const files = new Map<string, string>();
  const text = (from: number, length: number) =>
    tar
      .subarray(from, from + length)
      .toString('utf8')
      .split('\0')[0] ?? '';
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const name = text(at, 100);
    if (name === '') break;
    const size = Number.parseInt(text(at + 124, 12), 8);
    const body = at + BLOCK;
    files.set(name.replace(/^package\//, ''), tar.subarray(body, body + size).toString('utf8'));
    at = body + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
