import { expect, it } from 'vitest';
import { findTakenNames, takenSentence } from '#scripts/deploy/collisions.ts';
import { ID, PERSON, smallManifest, UNIT } from './small-manifest.ts';
import { emptyWorkspace } from './snapshot.ts';

const OURS = { id: 'our-application', version: '0.1.0', packageJsonChecksum: null };
const handMade = {
  universalIdentifier: 'made-by-hand',
  name: 'keyturnUnit',
  namePlural: 'houses',
  labelSingular: 'House',
};

it('an empty workspace has nothing in the way', () => {
  expect(findTakenNames(smallManifest(), emptyWorkspace())).toEqual([]);
});

it.each([
  ['singular', handMade],
  ['plural', { ...handMade, name: 'house', namePlural: 'keyturnUnits' }],
])('an object made by hand with our %s name is in the way', (_, object) => {
  expect(findTakenNames(smallManifest(), emptyWorkspace({ objects: [object] }))).toEqual([
    { what: 'object', name: 'House', where: ` (${object.name})` },
  ]);
});

it('a field made by hand on a standard object is in the way', () => {
  const workspace = emptyWorkspace({
    fields: [{ universalIdentifier: 'by-hand', name: 'keyturnUnits', objectUniversalIdentifier: PERSON }],
  });
  expect(findTakenNames(smallManifest(), workspace)).toEqual([
    { what: 'field', name: 'keyturnUnits', where: ' of person' },
  ]);
});

it('a role with our label is in the way', () => {
  const roles = [{ universalIdentifier: 'by-hand', name: 'Keyturn Sales' }];
  expect(findTakenNames(smallManifest(), emptyWorkspace({ roles }))).toMatchObject([{ what: 'role' }]);
});

it('what Keyturn itself installed is not in the way, even under an identifier that has gone', () => {
  const workspace = emptyWorkspace({
    application: OURS,
    objects: [{ ...handMade, universalIdentifier: UNIT }],
    fields: [
      { universalIdentifier: ID.name, name: 'name', objectUniversalIdentifier: UNIT },
      { universalIdentifier: 'gone', name: 'state', objectUniversalIdentifier: UNIT, applicationId: OURS.id },
    ],
    roles: [{ universalIdentifier: ID.role, name: 'Keyturn Sales' }],
  });
  expect(findTakenNames(smallManifest(), workspace)).toEqual([]);
});

it('the sentence names each thing and where to put it right', () => {
  const sentence = takenSentence([
    { what: 'object', name: 'House', where: ' (keyturnUnit)' },
    { what: 'role', name: 'Keyturn Sales', where: '' },
  ]);
  expect(sentence).toBe(
    'The workspace already has the object "House" (keyturnUnit), the role "Keyturn Sales", not made by Keyturn: rename or delete them under Settings > Data model and Settings > Roles, then deploy again.',
  );
});
