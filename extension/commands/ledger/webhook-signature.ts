/**
 * The signature of the payment gateway: HMAC-SHA256 over the time and the raw body, as in
 * `t=1700000000,v1=<hex>`. Several secrets may hold at once while one is being replaced. Pure: the message,
 * the secrets and the time are given to it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** An older or younger signature is a replay, or a clock that is wrong. */
const TOLERANCE_SECONDS = 300;

/** null when it holds, else what is wrong with it. */
export function signatureProblem(
  rawBody: string,
  header: string | undefined,
  secrets: readonly string[],
  now: Date,
): string | null {
  const usable = secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
  if (usable.length === 0) return 'no secret is set for the payment gateway';
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
  const time = Number(parts.find(([name]) => name === 't')?.[1]);
  const given = parts.filter(([name]) => name === 'v1').map(([, value = '']) => value);
  if (!Number.isInteger(time) || time <= 0 || given.length === 0) return 'the header is missing or malformed';
  if (Math.abs(now.getTime() / 1000 - time) > TOLERANCE_SECONDS) return 'it is older than five minutes';
  const expected = usable.map((secret) => sign(secret, time, rawBody));
  const holds = given.some((one) => expected.some((other) => isEqual(one, other)));
  return holds ? null : 'it is not made with our secret';
}

export function sign(secret: string, time: number, rawBody: string): string {
  return createHmac('sha256', secret).update(`${time}.${rawBody}`, 'utf8').digest('hex');
}

function isEqual(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8')];
  return a.length === b.length && timingSafeEqual(a, b);
}
