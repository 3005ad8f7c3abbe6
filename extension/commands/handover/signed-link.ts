/**
 * Links that open one record to somebody without an account: a buyer's appointment, a contractor's snags. A link
 * says of which kind it is, whose record it opens, in which version and until when, and is signed over all of it
 * (HMAC-SHA256). Who makes a record's version higher takes its old links back. Several secrets may hold at once
 * while one is being replaced; the first one signs. Pure: secrets and time are given to it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';

/** The application variable that holds the secret, or several parted by commas. */
export const LINK_VARIABLE = 'KEYTURN_LINK_SECRET';

export type LinkClaim = {
  /** What the link is for, such as `visit`: a link of one kind opens nothing of another. */
  kind: string;
  recordId: string;
  /** Of the record: a higher one takes this link back. */
  version: number;
  expiresAt: Date;
};

export type OpenedLink = { recordId: string; version: number; expiresAt: Date };

const MAC_BYTES = 32;
const MOST_TOKEN = 400;
const FORM = /^([a-z][a-z-]{0,39})\.([0-9a-f-]{36})\.(\d{1,9})\.(\d{1,11})$/;

/** The secrets of a variable's value; none of an empty one. */
export function linkSecrets(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
}

/** @throws TypeError when the claim has no such form: a mistake of ours. */
export function signLink(claim: LinkClaim, secrets: readonly string[]): Decision<{ token: string }> {
  const [secret] = secrets;
  if (secret === undefined) return refuse({ code: 'LINK_SECRET_MISSING', variable: LINK_VARIABLE });
  const until = Math.floor(claim.expiresAt.getTime() / 1000);
  const body = `${claim.kind}.${claim.recordId}.${claim.version}.${until}`;
  if (!FORM.test(body)) throw new TypeError(`"${body}" is no claim of a link`);
  const bytes = Buffer.concat([Buffer.from(body, 'utf8'), macOf(body, secret)]);
  return { plan: { token: bytes.toString('base64url') } };
}

/** What the link opens. Whether its version is still the record's is asked by `replacedLink`. */
export function openLink(
  kind: string,
  token: string,
  secrets: readonly string[],
  now: Date,
): Decision<OpenedLink> {
  if (secrets.length === 0) return refuse({ code: 'LINK_SECRET_MISSING', variable: LINK_VARIABLE });
  const wrong = refuse({ code: 'LINK_NOT_VALID' });
  if (token.length > MOST_TOKEN) return wrong;
  const bytes = Buffer.from(token, 'base64url');
  // One link has one spelling.
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== token) return wrong;
  const body = bytes.subarray(0, -MAC_BYTES).toString('utf8');
  const mac = bytes.subarray(-MAC_BYTES);
  // Every secret is tried, so that the time taken does not say which one holds.
  const holds = secrets.map((secret) => timingSafeEqual(macOf(body, secret), mac));
  const [, ofKind, recordId = '', version = '', until = ''] = FORM.exec(body) ?? [];
  if (!holds.includes(true) || ofKind !== kind) return wrong;
  const expiresAt = new Date(Number(until) * 1000);
  if (expiresAt.getTime() <= now.getTime()) {
    return refuse({ code: 'LINK_EXPIRED', at: expiresAt.toISOString() });
  }
  return { plan: { recordId, version: Number(version), expiresAt } };
}

/** A refusal when the record has a higher version by now, else null. Empty counts as the first, 0. */
export function replacedLink({ version }: OpenedLink, current: number | null): Refusal | null {
  return version === (current ?? 0) ? null : { code: 'LINK_REPLACED' };
}

function macOf(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(body, 'utf8').digest();
}
