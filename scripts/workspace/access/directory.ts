/** Tokens -> identities: who the workspace knows, and what their tokens say. */

import type { Identity, Member } from '#scripts/workspace/access/identity.ts';
import type { RoleModel, Roles } from '#scripts/workspace/access/roles.ts';
import { type TokenClaims, Tokens } from '#scripts/workspace/access/tokens.ts';
import { unauthenticated } from '#scripts/workspace/graphql/errors.ts';

export type DirectoryOptions = {
  secret: string;
  workspaceId: string;
  application: { id: string; name: string };
  roles: Roles;
  people: { member: Member; role: RoleModel }[];
};

const API_KEY_NAME = 'Embedded API key';
const API_KEY_ID = '7c1f6a52-3d0b-4c42-8f44-6d2c1a9b0e11';

export class Directory {
  readonly tokens: Tokens;

  constructor(readonly options: DirectoryOptions) {
    this.tokens = new Tokens(options.secret);
  }

  apiKey(): string {
    const { workspaceId } = this.options;
    return this.tokens.issue({ sub: workspaceId, type: 'API_KEY', workspaceId, jti: API_KEY_ID });
  }

  memberToken(member: Member): string {
    return this.tokens.issue({
      sub: member.userId,
      type: 'ACCESS',
      workspaceId: this.options.workspaceId,
      userId: member.userId,
      userWorkspaceId: member.userWorkspaceId,
      workspaceMemberId: member.id,
    });
  }

  /** What a function or widget holds: the application, and the user who called it if there is one. */
  applicationToken(member?: Member, tokenId?: string): string {
    const { application, workspaceId } = this.options;
    return this.tokens.issue({
      sub: application.id,
      type: 'APPLICATION_ACCESS',
      workspaceId,
      applicationId: application.id,
      ...(tokenId ? { jti: tokenId } : {}),
      ...(member ? { userId: member.userId, userWorkspaceId: member.userWorkspaceId } : {}),
    });
  }

  /** The identity behind an Authorization header; undefined without one; throws for a token that is none. */
  identify(authorization: string | undefined): Identity | undefined {
    const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    const claims = this.tokens.verify(token);
    if (claims?.workspaceId !== this.options.workspaceId) throw unauthenticated();
    return this.identityOf(claims);
  }

  private identityOf(claims: TokenClaims): Identity {
    const { roles, application, people } = this.options;
    const person = people.find(({ member }) => member.userId === claims.userId);
    const applicationId = claims.type === 'APPLICATION_ACCESS' ? application.id : undefined;
    if (claims.type === 'API_KEY') {
      return {
        kind: 'apiKey',
        role: roles.admin,
        actor: { source: 'API', workspaceMemberId: null, name: API_KEY_NAME },
      };
    }
    if (person) {
      const { member, role } = person;
      const name = `${member.firstName} ${member.lastName}`;
      // On 2.21 a token of application and user has the user's rights alone; later servers intersect the two.
      return {
        kind: 'user',
        role,
        member,
        ...(applicationId ? { applicationId } : {}),
        actor: { source: 'MANUAL', workspaceMemberId: member.id, name },
      };
    }
    if (claims.type !== 'APPLICATION_ACCESS') throw unauthenticated();
    return {
      kind: 'application',
      role: roles.application,
      applicationId: application.id,
      actor: { source: 'APPLICATION', workspaceMemberId: null, name: application.name },
    };
  }
}
