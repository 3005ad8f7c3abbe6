import { expect, it } from 'vitest';
import { originOf, readOptions } from '#scripts/deploy/options.ts';
import { Refusal } from '#scripts/deploy/refusal.ts';

it.each([
  ['https://crm.example.com', 'https://crm.example.com'],
  ['crm.example.com', 'https://crm.example.com'],
  ['http://localhost:3000/objects/people?viewId=1', 'http://localhost:3000'],
  ['https://crm.example.com/', 'https://crm.example.com'],
])('%s is the server %s', (text, origin) => {
  expect(originOf(text)).toBe(origin);
});

it.each(['ftp://crm.example.com', 'http://', 'not an address'])('%s is refused', (text) => {
  expect(() => originOf(text)).toThrow(Refusal);
});

it('the environment stands in for the command line', () => {
  const env = { KEYTURN_TWENTY_URL: 'https://crm.example.com', KEYTURN_TWENTY_API_KEY: ' key ' };
  expect(readOptions(['--yes'], env)).toMatchObject({
    url: 'https://crm.example.com',
    apiKey: 'key',
    isYes: true,
  });
});

it.each([
  [[], 'add --url'],
  [['--url', 'https://crm.example.com'], 'add --api-key'],
  [['--force'], '--help'],
])('%s is refused with what to do', (args, sentence) => {
  expect(() => readOptions(args, {})).toThrow(sentence);
});
