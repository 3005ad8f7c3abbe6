import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import { actionSettings } from '#kit/action.ts';

const propertiesOf = (name: string): Record<string, unknown> => {
  const command = ALL_COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`No command ${name}`);
  return actionSettings(command, 'IconX').inputSchema[0]?.properties as Record<string, unknown>;
};

/** What it does goes without saying. */
const TAKES_NOTHING = ['set-up-dunning', 'remove-sample-data'];

describe('a command as a step of a workflow', () => {
  it.each(ALL_COMMANDS)('$name offers every field of its input, named for a person', (command) => {
    const { label, inputSchema, outputSchema } = actionSettings(command, 'IconX');
    expect(label).toBe(command.title);
    const properties = Object.entries(inputSchema[0]?.properties ?? {}) as [string, { label: string }][];
    expect(properties.map(([name]) => name)).toContain('requestId');
    expect(properties.length).toBeGreaterThan(TAKES_NOTHING.includes(command.name) ? 0 : 1);
    for (const [, { label: name }] of properties) expect(name).toMatch(/^[A-Z][a-z ]+$/);
    expect(Object.keys(outputSchema[0]?.properties ?? {})).toEqual(['ok', 'code', 'message', 'result']);
  });

  it.each([
    ['release-units', 'unitIds', { type: 'array', label: 'Unit ids', items: { type: 'string' } }],
    ['hand-over', 'keySets', { type: 'number', label: 'Key sets' }],
    ['hand-over', 'handedOverOn', { type: 'string', label: 'Handed over on' }],
    ['certify-milestone', 'includeEarlier', { type: 'boolean', label: 'Include earlier' }],
    ['reserve-unit', 'price', { type: 'string', label: 'Price' }],
    [
      'record-receipt',
      'method',
      {
        type: 'string',
        label: 'Method',
        enum: ['CASH', 'CARD', 'TRANSFER', 'GATEWAY', 'CHEQUE', 'BANK_LOAN', 'PROVIDENT_FUND'],
      },
    ],
  ])('%s: %s', (command, field, property) => {
    expect(propertiesOf(command)[field]).toEqual(property);
  });
});
