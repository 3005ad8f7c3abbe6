/** The people of the workspace: one for each role that users may have. */
import { v5 as deriveId } from 'uuid';
import type { Member } from '#scripts/workspace/access/identity.ts';
import type { RoleModel, Roles } from '#scripts/workspace/access/roles.ts';
import type { Database } from '#scripts/workspace/database/open-database.ts';

const NAMESPACE = '0d6c2a53-8d0e-4a55-9a0f-2f6f3b0b7d10';

const FIRST_NAMES =
  'Ada Ben Cleo Dan Eve Fay Gil Hal Ida Jan Kim Lea Max Nia Oli Pam Quin Ray Sam Tom Uma Val Wes Xia Yan Zoe'.split(
    ' ',
  );

/** "Sales" becomes Sam Sales; a label without a Latin initial gets Kim. */
function nameFor(label: string): [first: string, last: string] {
  if (label === 'Member') return ['Mona', 'Member'];
  const initial = label.trim().charAt(0).toUpperCase();
  return [FIRST_NAMES.find((name) => name.startsWith(initial)) ?? 'Kim', label.trim()];
}

export function makeMember(role: RoleModel): Member {
  const [firstName, lastName] = nameFor(role.label);
  const id = (kind: string) => deriveId(`${kind}:${role.universalIdentifier}`, NAMESPACE);
  const mailbox = `${firstName}.${lastName}`.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-');
  return {
    id: id('member'),
    userId: id('user'),
    userWorkspaceId: id('userWorkspace'),
    firstName,
    lastName,
    email: `${mailbox}@example.com`,
    roleLabel: role.label,
  };
}

/** Adds the members that are missing; a renamed or removed role leaves its member's row alone. */
export async function seedMembers(
  database: Database,
  roles: Roles,
): Promise<{ member: Member; role: RoleModel }[]> {
  const people = roles.all
    .filter((role) => role.canBeAssignedToUsers)
    .map((role) => ({ role, member: makeMember(role) }));
  for (const { member } of people) {
    await database.query(
      `INSERT INTO "workspaceMember" ("id", "userId", "nameFirstName", "nameLastName", "userEmail")
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [member.id, member.userId, member.firstName, member.lastName, member.email],
    );
  }
  return people;
}
