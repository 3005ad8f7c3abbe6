/** Who a request comes from, and with which rights. */
import type { RoleModel } from '#scripts/workspace/access/roles.ts';

export type Member = {
  id: string;
  userId: string;
  userWorkspaceId: string;
  firstName: string;
  lastName: string;
  email: string;
  roleLabel: string;
};

export type Identity = {
  kind: 'user' | 'apiKey' | 'application';
  role: RoleModel;
  /** What createdBy and updatedBy say. */
  actor: { source: 'MANUAL' | 'API' | 'APPLICATION'; workspaceMemberId: string | null; name: string };
  member?: Member;
  /** Set when the token belongs to an application, with or without a user. */
  applicationId?: string;
};
