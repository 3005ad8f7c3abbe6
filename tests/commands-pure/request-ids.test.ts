import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHash, canonicalJson, derivedId } from '#commands/system/request-ids.ts';

describe('an id made of a request (C1.3)', () => {
  it('is the same today and in a year: it names rows that are there already', () => {
    expect(derivedId('request-1', 'hash', 'contract')).toBe('791e6979-464c-534b-85cc-b023ff0cf238');
  });

  it('is an id as the workspace takes them', () => {
    expect(derivedId('any')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is the same for the same parts, and another as soon as one differs', () => {
    const anyPart = fc.string({ minLength: 1 }).filter((text) => !text.includes('\n'));
    const anyParts = fc.array(anyPart, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyParts, anyParts, (one, other) => {
        expect(derivedId(...one)).toBe(derivedId(...[...one]));
        const isSame = one.length === other.length && one.every((part, index) => part === other[index]);
        expect(derivedId(...one) === derivedId(...other)).toBe(isSame);
      }),
    );
  });

  it('knows where one part ends and the next begins', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(derivedId('installment 1', '1')).not.toBe(derivedId('installment 11', ''));
  });
});

describe('the same content as text', () => {
  /** The same value with the keys of every object in another order. */
  function shuffled(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, shuffled(inner)]),
    );
  }

  it('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ y: 1, x: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is JSON of that very content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('depends on the order in lists', () => {
    expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['b', 'a']));
  });

  it('what is not given is not there', () => {
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });
});

describe('the fingerprint of a request (C1.3: same key and another body is refused)', () => {
  const input = { requestId: 'request-1', amount: '100.00', method: 'CASH' };

  it('is the same for the same content', () => {
    expect(bodyHash('record-receipt', { ...input })).toBe(
      bodyHash('record-receipt', { method: 'CASH', amount: '100.00', requestId: 'request-1' }),
    );
  });

  it.each([
    ['another amount', 'record-receipt', { ...input, amount: '100.01' }],
    ['one field more', 'record-receipt', { ...input, remark: '' }],
    ['one field less', 'record-receipt', { requestId: 'request-1', amount: '100.00' }],
    ['a number for a text', 'record-receipt', { ...input, amount: 100 }],
    ['another command', 'reserve-unit', input],
  ])('is another for %s', (_name, command, other) => {
    expect(bodyHash(command, other)).not.toBe(bodyHash('record-receipt', input));
  });
});
