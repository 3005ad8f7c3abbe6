/** The people of the workspace: one for each role that users may have. */
import { v5 as deriveId } from 'uuid';
import type { Member } from '#scripts/workspace/access/identity.ts';
import type { RoleModel, Roles } from '#scripts/workspace/access/roles.ts';
import type { Database } from '#scripts/workspace/database/open-database.ts';

const NAMESPACE = '0d6c2a53-8d0e-4a55-9a0f-2f6f3b0b7d10';

const FIRST_NAMES =
  'Ada Amy Ben Bo Cleo Cem Dan Dot Eve Eli Fay Fred Gil Gwen Hal Hana Ida Ivo Jan Jo Kim Karl Lea Liu Max Mia Nia Ned Oli Ola Pam Pit Quin Ray Rosa Sam Sue Tom Tess Uma Uli Val Vic Wes Wen Xia Yan Yves Zoe Zak'.split(
    ' ',
  );

const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "Keyturn Sales" becomes Sam Sales, the next role with an S another first name. */
function nameFor(label: string, applicationName: string, taken: Set<string>): [first: string, last: string] {
  if (label === 'Member') return ['Mona', 'Member'];
  const ownPart = label.replace(new RegExp(`^${applicationName}\\s+`, 'i'), '').trim() || label;
  const last = ownPart.split(/\s+/).map(capitalize).join(' ');
  const free = FIRST_NAMES.filter((name) => !taken.has(name));
  const first = free.find((name) => name.charAt(0) === last.charAt(0)) ?? free[0] ?? 'Kim';
  taken.add(first);
  return [first, last];
}

function makeMember(role: RoleModel, [firstName, lastName]: [string, string]): Member {
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
  applicationName: string,
): Promise<{ member: Member; role: RoleModel }[]> {
  const taken = new Set<string>();
  const own = roles.all
    .filter((role) => role !== roles.admin && role !== roles.member)
    .sort((a, b) => a.label.localeCompare(b.label));
  const people = [roles.admin, roles.member, ...own]
    .filter((role) => role.canBeAssignedToUsers)
    .map((role) => ({ role, member: makeMember(role, nameFor(role.label, applicationName, taken)) }));
  for (const { member } of people) {
    await database.query(
      `INSERT INTO "workspaceMember" ("id", "userId", "nameFirstName", "nameLastName", "userEmail")
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [member.id, member.userId, member.firstName, member.lastName, member.email],
    );
  }
  return people;
}
