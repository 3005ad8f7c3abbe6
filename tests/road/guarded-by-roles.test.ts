/**
 * C1.2, C5: what only commands may write is refused to every role of ours through Twenty's own API, field by
 * field: a salesperson cannot set a price or a state, nor can a manager or an accountant.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiName } from '#kit/object.ts';
import { COMMAND_MADE, type GuardedObject, guardedFields, SEALED } from '#port/guarded.ts';
import { RECORDS } from '#port/records.ts';
import { euros, type Ground, openGround, TODAY } from './ground.ts';

const GUARDED = Object.keys(SEALED) as GuardedObject[];
const ROLES = [
  'Keyturn Sales',
  'Keyturn Sales manager',
  'Keyturn Finance',
  'Keyturn Finance manager',
  'Keyturn Handover',
  'Keyturn Service',
];

/** A value that the field's type takes, so that nothing but the role can be what refuses it. */
function anyValue(object: GuardedObject, name: string): unknown {
  const kind = (RECORDS[object] as Record<string, { kind: string; empty?: unknown }>)[name];
  if (kind?.kind === 'money') return euros('1.00');
  if (
    name.endsWith('Id') &&
    !['earnerId', 'askedById', 'subjectId', 'externalId', 'approvalId'].includes(name)
  )
    return randomUUID();
  if (kind?.empty !== undefined) return kind.empty === '' ? 'x' : kind.empty;
  if (
    /(On|Since|UpTo)$/.test(name) ||
    ['payBy', 'upTo', 'effectiveFrom', 'fileBy', 'certificateBy', 'answerBy'].includes(name)
  )
    return TODAY;
  if (/(At|Until)$/.test(name) || ['deadline', 'respondBy', 'resolveBy'].includes(name))
    return new Date().toISOString();
  if (['payload', 'firstTo', 'items', 'terms', 'answers', 'pauses'].includes(name)) return {};
  if (['heldAs', 'closedAs', 'cancelKind', 'anchor', 'cameAs', 'blockReason', 'part'].includes(name))
    return null;
  return name === 'earnerId' ? randomUUID() : 1;
}

const CASES = GUARDED.flatMap((object) => guardedFields(object).map((name) => ({ object, name })));

describe('a guarded field through Twenty’s own API', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it.each(CASES)('$name of $object is refused to every role of ours', async ({ object, name }) => {
    const type = `${apiName(object).charAt(0).toUpperCase()}${apiName(object).slice(1)}`;
    const document = `mutation ($id: UUID!, $data: ${type}UpdateInput!) { update${type}(id: $id, data: $data) { id } }`;
    const variables = { id: randomUUID(), data: { [name]: anyValue(object, name) } };
    for (const role of ROLES) {
      await expect(ground.as(role).graphql(document, variables), role).rejects.toThrow(/permission/i);
    }
  });

  it.each(COMMAND_MADE.map((object) => ({ object })))(
    'a salesperson makes no $object by hand',
    async ({ object }) => {
      const type = `${apiName(object).charAt(0).toUpperCase()}${apiName(object).slice(1)}`;
      const document = `mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`;
      const [name = ''] = guardedFields(object);
      const data = { name: 'By hand', [name]: anyValue(object, name) };
      const made = ground.as('Keyturn Sales').graphql(document, { data });
      await expect(made).rejects.toThrow(/permission/i);
    },
  );

  it.each(['listPrice', 'floorPrice', 'filedPrice'])(
    'no role sets a unit’s %s by hand: prices come from an approved scheme',
    async (name) => {
      const document =
        'mutation ($id: UUID!, $data: KeyturnUnitUpdateInput!) { updateKeyturnUnit(id: $id, data: $data) { id } }';
      const variables = { id: randomUUID(), data: { [name]: euros('1.00') } };
      for (const role of ROLES) {
        await expect(ground.as(role).graphql(document, variables), role).rejects.toThrow(/permission/i);
      }
    },
  );
});
