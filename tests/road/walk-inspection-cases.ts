/** Rows of the walk for inspections, snags and key sets. */
import { randomUUID } from 'node:crypto';
import { moveKeys } from '#commands/handover/move-keys.ts';
import { moveSnag } from '#commands/handover/move-snag.ts';
import { recordInspection } from '#commands/handover/record-inspection.ts';
import { signInspection } from '#commands/handover/sign-inspection.ts';
import { startInspection } from '#commands/handover/start-inspection.ts';
import { KEY_ACTION_TO, KEY_ACTIONS, SNAG_ACTION_TO, SNAG_ACTIONS } from '#domain/handover/index.ts';
import { companyOf, templateOf } from './killed-inspection-scenarios.ts';
import type { Make, WalkCase } from './walk-world.ts';

const ofHandover: Make = async (world) => {
  const id = await world.make('handover', { unitId: world.unit() });
  return { id, input: { handoverId: id, templateId: await templateOf(world.desk) } };
};

const checked = (result: string | null) => ({
  items: [{ id: 'door', room: 'Hall', name: 'Door', category: 'OTHER', severity: 'MINOR', result, note: '' }],
});

const ofInspection =
  (result: string | null, rest: object): Make =>
  async (world) => {
    const unitId = world.unit();
    const handoverId = await world.make('handover', { unitId, state: 'INSPECTING' });
    const answers = checked(result);
    const id = await world.make('inspection', { unitId, handoverId, number: 1, answers, revision: 0 });
    return { id, input: { inspectionId: id, ...rest } };
  };

const ofSnag =
  (action: string): Make =>
  async (world) => {
    const id = await world.make('snag', { unitId: world.unit(), reopened: 0 });
    const contractorId = action === 'ASSIGN' ? await companyOf(world.ground.client) : undefined;
    return { id, input: { snagId: id, action, note: 'Told so', verifiedBy: 'Mei', contractorId } };
  };

const ofKeySet =
  (action: string): Make =>
  async (world) => {
    const id = await world.make('keySet', { unitId: world.unit(), setKey: randomUUID(), count: 1 });
    return { id, input: { keySetIds: [id], action, handedTo: 'Mei' } };
  };

const NOT_ALLOWED = { refusedWith: 'STATE_NOT_ALLOWED' } as const;

export const INSPECTION_WALK: readonly WalkCase[] = [
  { ...NOT_ALLOWED, command: startInspection, object: 'handover', make: ofHandover },
  {
    ...NOT_ALLOWED,
    command: recordInspection,
    object: 'inspection',
    from: ['OPEN'],
    make: ofInspection(null, { answers: [{ itemId: 'door', result: 'OK' }] }),
  },
  {
    ...NOT_ALLOWED,
    command: signInspection,
    object: 'inspection',
    make: ofInspection('OK', { signedBy: 'Mei' }),
  },
  ...SNAG_ACTIONS.map((action) => ({
    ...NOT_ALLOWED,
    command: moveSnag,
    object: 'snag' as const,
    to: SNAG_ACTION_TO[action],
    make: ofSnag(action),
  })),
  ...KEY_ACTIONS.map((action) => ({
    command: moveKeys,
    object: 'keySet' as const,
    refusedWith: 'KEYS_NOT_THERE' as const,
    to: KEY_ACTION_TO[action],
    make: ofKeySet(action),
  })),
];
