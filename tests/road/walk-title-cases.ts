/** Rows of the walk about title cases and engineering changes; walk-cases.ts says what its parts mean. */
import { randomUUID } from 'node:crypto';
import { blockTitleCase, unblockTitleCase } from '#commands/handover/block-title-case.ts';
import { answerEngineeringChange, closeEngineeringChange } from '#commands/handover/change-answers.ts';
import { moveTitleCase } from '#commands/handover/move-title-case.ts';
import { sendEngineeringChange } from '#commands/handover/send-engineering-change.ts';
import { TODAY } from './ground.ts';
import type { Make, WalkCase, World } from './walk-world.ts';

const NOT_ALLOWED = { refusedWith: 'STATE_NOT_ALLOWED' } as const;

const ofTitle =
  (input: Record<string, unknown>, values: object = {}): Make =>
  async (world) => {
    const contractId = await world.contract();
    const id = await world.make('titleCase', { contractId, ...values });
    return { id, input: { titleCaseId: id, ...input } };
  };

const FACTS = {
  TAX_PAID: { taxAmount: '10.00' },
  ACCEPTED: { registryNumber: 'R-1' },
  ISSUED: { certificateNumber: 'T-1' },
  DELIVERED: { receivedBy: 'Lin Mei' },
} as const;

/** A contract of the site owes its first installment on the day it is signed. */
const OWES = ['TITLE_BLOCKED'] as const;
const PAPERS = 'its own state again brings the papers up to date: tests/road/titles.test.ts';

async function changeOf(world: World, values: object = {}): Promise<string> {
  const { projectId } = world.site;
  return world.make('engineeringChange', { projectId, noticedOn: TODAY, answerBy: TODAY, ...values });
}

export const TITLE_WALK: readonly WalkCase[] = [
  ...(['TAX_PAID', 'SUBMITTED', 'ACCEPTED', 'ISSUED', 'DELIVERED'] as const).map((to) => ({
    command: moveTitleCase,
    object: 'titleCase' as const,
    ...NOT_ALLOWED,
    to,
    mayRefuse: OWES,
    ...(to === 'SUBMITTED' ? { apart: { SUBMITTED: PAPERS } } : {}),
    make: ofTitle({ to, on: TODAY, ...(to in FACTS ? FACTS[to as keyof typeof FACTS] : {}) }),
  })),
  {
    command: moveTitleCase,
    object: 'titleCase',
    ...NOT_ALLOWED,
    to: 'COLLECTING',
    apart: { COLLECTING: PAPERS },
    make: ofTitle({ to: 'COLLECTING', on: TODAY }),
  },
  {
    command: blockTitleCase,
    object: 'titleCase',
    ...NOT_ALLOWED,
    to: 'BLOCKED',
    make: ofTitle({ because: 'OTHER', note: 'The registry is closed' }),
  },
  {
    command: unblockTitleCase,
    object: 'titleCase',
    ...NOT_ALLOWED,
    make: ofTitle({}, { stateBefore: 'SUBMITTED', blockReason: 'OTHER' }),
  },
  {
    command: sendEngineeringChange,
    object: 'engineeringChange',
    ...NOT_ALLOWED,
    make: async (world) => {
      await world.sharedContract();
      const id = await changeOf(world);
      const answerBy = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      return { id, input: { engineeringChangeId: id, noticedOn: TODAY, answerBy } };
    },
  },
  {
    command: closeEngineeringChange,
    object: 'engineeringChange',
    ...NOT_ALLOWED,
    make: async (world) => {
      const id = await changeOf(world);
      return { id, input: { engineeringChangeId: id } };
    },
  },
  ...(['ACCEPTED', 'OBJECTED', 'RESCINDING'] as const).map((answer) => ({
    command: answerEngineeringChange,
    object: 'changeAnswer' as const,
    ...NOT_ALLOWED,
    to: answer,
    make: (async (world: World) => {
      const engineeringChangeId = await changeOf(world, { state: 'SENT', mayRescind: true });
      const contractId = await world.sharedContract();
      const id = await world.make('changeAnswer', {
        engineeringChangeId,
        contractId,
        answerKey: randomUUID(),
      });
      return { id, input: { changeAnswerId: id, answer, on: TODAY } };
    }) satisfies Make,
  })),
];

export const NOT_WALKED_TITLES: Readonly<Record<string, string>> = {
  'open-title-case': 'it needs keys that are handed over, more than a state: tests/road/titles.test.ts',
  'apply-title-list': 'each row moves a case of its own: tests/road/titles.test.ts',
  'draft-engineering-change':
    'it makes a draft and acts on no record with a state: tests/road/engineering-changes.test.ts',
};
