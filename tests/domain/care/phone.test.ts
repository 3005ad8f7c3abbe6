/** Phone numbers (A101): spelled in many ways, the same or not. */
import { describe, expect, it } from 'vitest';
import { isSamePhone, readPhone } from '#domain/care/index.ts';

describe('a phone number', () => {
  it.each([
    ['+86 138 0013 8000', '', '8613800138000', '8613800138000'],
    ['0086-138-0013-8000', '86', '8613800138000', '13800138000'],
    ['138 0013 8000', '86', '8613800138000', '13800138000'],
    ['0571 8888 0000', '86', '8657188880000', '57188880000'],
    ['0571 8888 0000', '', null, '57188880000'],
    ['+44 (0)20 7946 0000', '', '442079460000', '442079460000'],
    ['＋８６１３８００１３８０００', '86', '8613800138000', '13800138000'],
    ['tel:+8613800138000;ext=9', '86', '8613800138000', '13800138000'],
    ['sip:+8613800138000@pbx', '86', '8613800138000', '13800138000'],
  ])('%s at home in +%s', (written, code, international, national) => {
    expect(readPhone(written, code)).toEqual({ international, national });
  });

  it.each(['anonymous', '', '110', '+', '1'.repeat(16), '<script>'])('"%s" is none', (written) => {
    expect(readPhone(written, '86')).toBeNull();
  });

  it.each([
    ['+86 138 0013 8000', '13800138000', '86', true],
    ['+86 138 0013 8000', '013800138000', '', true],
    ['0571 8888 0000', '+86 571 8888 0000', '86', true],
    ['+86 138 0013 8000', '+86 138 0013 8001', '86', false],
    ['+49 30 1234567', '+86 30 1234567', '86', false],
    ['8000', '138 0013 8000', '86', false],
  ])('%s and %s at home in +%s are the same: %s', (left, right, code, isSame) => {
    const [a, b] = [readPhone(left, code), readPhone(right, code)];
    expect(a !== null && b !== null && isSamePhone(a, b)).toBe(isSame);
  });
});
