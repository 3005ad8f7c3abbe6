import { describe, expect, it } from 'vitest';
import {
  globalCommand,
  recordCommand,
  whenOneIs,
  whenOneMayBecome,
  whenSeveralAre,
  whenStateIs,
} from '#widgets/shared/command-form/record-command.ts';

const STATES = { OPEN: [], CLOSED: [], GONE: [] };

describe('an entry of the command menu', () => {
  it('is offered for records in the states that it is for, and for those whose state is not loaded', () => {
    expect(whenStateIs(STATES, ['OPEN'])).toBe(
      'noneEquals(selectedRecords, "state", "CLOSED") and noneEquals(selectedRecords, "state", "GONE")',
    );
  });

  it('that works on one record is offered for one only', () => {
    expect(whenOneIs(STATES, ['OPEN', 'GONE'])).toBe(
      'numberOfSelectedRecords == 1 and noneEquals(selectedRecords, "state", "CLOSED")',
    );
  });

  it('that asks nothing is offered for several where one alone has a form', () => {
    expect(whenSeveralAre(STATES, ['OPEN', 'GONE'])).toBe(
      'numberOfSelectedRecords >= 2 and noneEquals(selectedRecords, "state", "CLOSED")',
    );
  });

  it('opens the widget of its command on the object that it works on', () => {
    const entry = recordCommand('reserveUnit', {
      label: 'Reserve unit',
      shortLabel: 'Reserve',
      icon: 'IconHome',
      object: 'unit',
      widget: 'reserveUnit',
      available: whenOneIs(STATES, ['OPEN']),
    });
    expect(entry).toMatchObject({
      availabilityType: 'RECORD_SELECTION',
      label: 'Reserve unit',
      isPinned: false,
    });
    expect(entry.conditionalAvailabilityExpression).toContain('CLOSED');
    expect(entry.frontComponentUniversalIdentifier).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('of a step is offered where its state machine allows the step', () => {
    const road = { OPEN: ['CLOSED'], CLOSED: ['GONE'], GONE: [] } as const;
    expect(whenOneMayBecome(road, 'GONE')).toBe(
      'numberOfSelectedRecords == 1 and noneEquals(selectedRecords, "state", "OPEN") and noneEquals(selectedRecords, "state", "GONE")',
    );
  });

  it('that is about no record is offered everywhere', () => {
    const entry = globalCommand('reconcile', {
      label: 'Reconcile the ledger',
      shortLabel: 'Reconcile',
      icon: 'IconScale',
      widget: 'reconcile',
    });
    expect(entry).toMatchObject({ availabilityType: 'GLOBAL', isPinned: false });
    expect(entry).not.toHaveProperty('conditionalAvailabilityExpression');
  });
});
