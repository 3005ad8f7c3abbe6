/**
 * What a card of handover and service means that was dragged on a board (C4). Where a command asks for more than the
 * hand has said, its refusal tells the person what; where none could be told, the card only goes back. Pure.
 */
import { KEY_ACTION_TO, KEY_ACTIONS, SNAG_ACTION_TO, SNAG_ACTIONS } from '#domain/handover/index.ts';
import { moveTicket } from '../care/move-ticket.ts';
import { missHandover } from '../handover/arrive-handover.ts';
import { unblockTitleCase } from '../handover/block-title-case.ts';
import { unbookHandover } from '../handover/book-handover.ts';
import { closeEngineeringChange } from '../handover/change-answers.ts';
import { deemDelivered } from '../handover/deem-delivered.ts';
import { moveKeys } from '../handover/move-keys.ts';
import { moveSnag } from '../handover/move-snag.ts';
import { moveTitleCase } from '../handover/move-title-case.ts';
import { closeHandoverBatch } from '../handover/open-handover-batch.ts';
import { startInspection } from '../handover/start-inspection.ts';
import type { Meaning } from './watch.ts';

const BY_HAND = 'Moved by hand';

export const handoverMeaning: Meaning = ({ id, from, to }, requestId) => {
  const input = { requestId, handoverId: id };
  if (from === 'BOOKED' && to === 'NOTIFIED') return { command: unbookHandover, input };
  if (to === 'NO_SHOW') return { command: missHandover, input };
  if (to === 'INSPECTING') return { command: startInspection, input };
  return to === 'DEEMED_DELIVERED' ? { command: deemDelivered, input } : null;
};

export const handoverBatchMeaning: Meaning = ({ id, to }, requestId) =>
  to === 'CLOSED' ? { command: closeHandoverBatch, input: { requestId, handoverBatchId: id } } : null;

/** Whoever drags it has looked at it; the contractor of a snag stays. */
export const snagMeaning: Meaning = ({ id, to, by, record }, requestId) => {
  const action = SNAG_ACTIONS.find((one) => SNAG_ACTION_TO[one] === to);
  if (action === undefined) return null;
  const contractorId = textOf(record, 'contractorId');
  const more = action === 'ASSIGN' && contractorId !== '' ? { contractorId } : {};
  const input = { requestId, snagId: id, action, ...more, ...(by === '' ? {} : { verifiedBy: by }) };
  return { command: moveSnag, input };
};

export const keySetMeaning: Meaning = ({ id, to }, requestId) => {
  const action = KEY_ACTIONS.find((one) => KEY_ACTION_TO[one] === to);
  return action === undefined
    ? null
    : { command: moveKeys, input: { requestId, keySetIds: [id], action, remark: BY_HAND } };
};

/** Held up is told with its reason only; what was goes on where it was. */
export const titleCaseMeaning: Meaning = ({ id, from, to, record }, requestId) => {
  if (to === 'BLOCKED') return null;
  if (from !== 'BLOCKED') return { command: moveTitleCase, input: { requestId, titleCaseId: id, to } };
  const isWhereItWas = textOf(record, 'stateBefore') === to;
  return isWhereItWas ? { command: unblockTitleCase, input: { requestId, titleCaseId: id } } : null;
};

export const engineeringChangeMeaning: Meaning = ({ id, to }, requestId) =>
  to === 'CLOSED' ? { command: closeEngineeringChange, input: { requestId, engineeringChangeId: id } } : null;

export const serviceTicketMeaning: Meaning = ({ id, to }, requestId) => ({
  command: moveTicket,
  input: { requestId, serviceTicketId: id, to },
});

function textOf(record: object, field: string): string {
  const value = (record as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

export const CARE_MEANINGS = {
  handover: handoverMeaning,
  handoverBatch: handoverBatchMeaning,
  snag: snagMeaning,
  keySet: keySetMeaning,
  titleCase: titleCaseMeaning,
  engineeringChange: engineeringChangeMeaning,
  serviceTicket: serviceTicketMeaning,
};
