/** Links without an account: what holds, what is forged, taken back or over (issue 6, hand-over). */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkSecrets, openLink, replacedLink, signLink } from '#commands/handover/signed-link.ts';
import { isRefused } from '#domain/shared/refusal.ts';

const ID = '0f0f5a1e-1c39-4d55-9a49-2f6d7c8a1b2c';
const OTHER = '1f0f5a1e-1c39-4d55-9a49-2f6d7c8a1b2c';
const NOW = new Date('2026-03-01T08:00:00Z');
const UNTIL = new Date('2026-04-01T08:00:00Z');
const SECRETS = ['new secret', 'old secret'];

function tokenOf(claim: Partial<Parameters<typeof signLink>[0]> = {}, secrets: readonly string[] = SECRETS) {
  const signed = signLink({ kind: 'visit', recordId: ID, version: 3, expiresAt: UNTIL, ...claim }, secrets);
  if (isRefused(signed)) throw new Error(signed.refused.code);
  return signed.plan.token;
}

const opened = (token: string, kind = 'visit', now = NOW, secrets: readonly string[] = SECRETS) =>
  openLink(kind, token, secrets, now);

const codeOf = (decision: ReturnType<typeof openLink>) =>
  isRefused(decision) ? decision.refused.code : 'OPENED';

/** What somebody would make who knows the form and not the secret. */
function forged(body: string, secret: string) {
  const mac = createHmac('sha256', secret).update(body, 'utf8').digest();
  return Buffer.concat([Buffer.from(body, 'utf8'), mac]).toString('base64url');
}

describe('a signed link', () => {
  it('opens its record, fits into an address, and says until when it holds', () => {
    const token = tokenOf();
    expect(token).toMatch(/^[A-Za-z0-9_-]{80,200}$/);
    expect(opened(token)).toEqual({ plan: { recordId: ID, version: 3, expiresAt: UNTIL } });
  });

  it('is signed with the first secret and holds with any, so that one replaces the other', () => {
    const old = tokenOf({}, ['old secret']);
    expect(codeOf(opened(old))).toBe('OPENED');
    expect(codeOf(opened(old, 'visit', NOW, ['new secret']))).toBe('LINK_NOT_VALID');
    expect(codeOf(opened(tokenOf(), 'visit', NOW, ['new secret']))).toBe('OPENED');
    expect(codeOf(opened(tokenOf(), 'visit', NOW, ['old secret']))).toBe('LINK_NOT_VALID');
  });

  it('opens nothing of another kind', () => {
    expect(codeOf(opened(tokenOf(), 'contractor'))).toBe('LINK_NOT_VALID');
    expect(codeOf(opened(tokenOf({ kind: 'contractor' }), 'contractor'))).toBe('OPENED');
  });

  it.each([
    ['one second before its end', -1000, 'OPENED'],
    ['at its end', 0, 'LINK_EXPIRED'],
    ['a year later', 31_536_000_000, 'LINK_EXPIRED'],
  ])('%s it is %s ms: %s', (_when, offset, code) => {
    expect(codeOf(opened(tokenOf(), 'visit', new Date(UNTIL.getTime() + offset)))).toBe(code);
  });

  it('does not hold with a single bit changed, whichever one', () => {
    const bytes = Buffer.from(tokenOf(), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(codeOf(opened(changed.toString('base64url')))).toBe('LINK_NOT_VALID');
    }
  });

  it.each([
    ['empty', ''],
    ['no base64url', 'this is no token!'],
    ['a bare signature', Buffer.alloc(32).toString('base64url')],
    ['very long', 'A'.repeat(100_000)],
    ['with something behind it', `${tokenOf()}=`],
    ['in another spelling', `${tokenOf()}A`],
    ['another record with a wrong secret', forged(`visit.${OTHER}.3.4102444800`, 'guess')],
    ['an empty secret', forged(`visit.${ID}.3.4102444800`, '')],
  ])('%s: refused', (_what, token) => {
    expect(codeOf(opened(token))).toBe('LINK_NOT_VALID');
  });

  it('is taken back by a higher version of its record, and a lower one does not know it either', () => {
    const link = opened(tokenOf());
    if (isRefused(link)) throw new Error('refused');
    expect(replacedLink(link.plan, 3)).toBeNull();
    expect(replacedLink(link.plan, 4)).toEqual({ code: 'LINK_REPLACED' });
    expect(replacedLink(link.plan, 2)).toEqual({ code: 'LINK_REPLACED' });
    expect(replacedLink({ ...link.plan, version: 0 }, null)).toBeNull();
  });

  it('without a secret nothing is signed and nothing opens, and the refusal names the variable', () => {
    const missing = { refused: { code: 'LINK_SECRET_MISSING', variable: 'KEYTURN_LINK_SECRET' } };
    for (const value of [undefined, '', ' , ']) {
      expect(linkSecrets(value)).toEqual([]);
      expect(signLink({ kind: 'visit', recordId: ID, version: 0, expiresAt: UNTIL }, [])).toEqual(missing);
      expect(opened(tokenOf(), 'visit', NOW, linkSecrets(value))).toEqual(missing);
    }
    expect(linkSecrets(' one , two,')).toEqual(['one', 'two']);
  });

  it('a claim that has no such form is our mistake', () => {
    const claim = { kind: 'visit', recordId: ID, version: 0, expiresAt: UNTIL };
    for (const wrong of [{ kind: 'a.b' }, { recordId: 'x' }, { version: -1 }, { version: 1.5 }]) {
      expect(() => signLink({ ...claim, ...wrong }, SECRETS)).toThrow(TypeError);
    }
  });
});
