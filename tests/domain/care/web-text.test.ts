/** What strangers write, as text (A032): signs that no person types go, the rest stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, plainText, sameText, subjectOf } from '#domain/care/index.ts';

describe('text of strangers', () => {
  it.each([
    ['null\u0000 and bell\u0007', 'null and bell'],
    ['right\u202Eto left\u2066', 'rightto left'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['half \uD800 pair', 'half  pair'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\n\n\n\n\nb', 'a\n\nb'],
    ['\tx ', 'x'],
    ['<b>kept</b> & "so"', '<b>kept</b> & "so"'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['e\u0301', 'é'],
  ])('%j becomes %j', (written, kept) => {
    expect(plainText(written)).toBe(kept);
  });

  it('is the same but for case, spaces, punctuation and width', () => {
    expect(sameText(' The  TAP, drips!! ')).toBe(sameText('the tap drips'));
    expect(sameText('ＡＢＣ 水管')).toBe(sameText('abc　水管。'));
    expect(sameText('the tap leaks')).not.toBe(sameText('the tap drips'));
    expect(sameText('???')).not.toBe(sameText('!!!'));
  });

  it('has a subject of its first words', () => {
    expect(subjectOf('A\nB')).toBe('A B');
    expect([...subjectOf('水'.repeat(100))]).toHaveLength(80);
  });

  it('whatever is written, nothing unseen is left and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const clean = plainText(written);
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean);
        expect(clean).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u);
        expect(plainText(clean)).toBe(clean);
        expect(oneLine(written)).not.toContain('\n');
      }),
    );
  });
});
