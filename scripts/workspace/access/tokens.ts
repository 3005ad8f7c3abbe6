/** HS256 tokens with the claims Twenty puts in (`type`, `workspaceId`, `userId`, …). */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type TokenClaims = {
  sub: string;
  type: 'ACCESS' | 'API_KEY' | 'APPLICATION_ACCESS' | 'FILE' | 'FILE_UPLOAD';
  workspaceId: string;
  userId?: string;
  userWorkspaceId?: string;
  workspaceMemberId?: string;
  applicationId?: string;
  fileId?: string;
  jti?: string;
};

type Signed = TokenClaims & { iat: number; exp: number };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEADER = encode({ alg: 'HS256', typ: 'JWT' });
const YEARS = 365 * 24 * 3600;

export class Tokens {
  private readonly verified = new Map<string, Signed>();

  constructor(private readonly secret: string) {}

  private sign(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url');
  }

  /** Tokens of a stand-in live for ten years: nobody should be logged out of a demonstration. */
  issue(claims: TokenClaims, secondsToLive = 10 * YEARS): string {
    const iat = Math.floor(Date.now() / 1000);
    const body = `${HEADER}.${encode({ ...claims, iat, exp: iat + secondsToLive })}`;
    return `${body}.${this.sign(body)}`;
  }

  /** The claims, or undefined when the token is not ours, was altered, or has expired. */
  verify(token: string): TokenClaims | undefined {
    const claims = this.verified.get(token) ?? this.check(token);
    if (!claims || claims.exp * 1000 < Date.now()) return undefined;
    if (this.verified.size > 1_000) this.verified.clear();
    this.verified.set(token, claims);
    return claims;
  }

  private check(token: string): Signed | undefined {
    const [header, payload, signature] = token.split('.');
    if (header !== HEADER || !payload || !signature) return undefined;
    const expected = Buffer.from(this.sign(`${header}.${payload}`));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
    try {
      return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Signed;
    } catch {
      return undefined;
    }
  }
}
