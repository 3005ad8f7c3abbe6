import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { ApiFailure, type FailureKind } from '#widgets/shared/api/failure.ts';
import { answerText, doneText, failureTold, refusalText } from '#widgets/shared/parts/failure-text.ts';

const taken = {
  code: 'UNIT_TAKEN',
  message:
    'A 12-03 is held by Ada Lovelace until 2026-03-12 10:00 UTC. Choose another unit or wait until then.',
  facts: { unit: 'A 12-03', holder: 'Ada Lovelace', until: '2026-03-12T10:00:00.000Z' },
};

describe('a refusal', () => {
  it('says who has the unit and until when by the reader’s own clock', () => {
    const text = refusalText(taken, ENGLISH);
    const local = new Intl.DateTimeFormat('en', {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }).format(Date.parse(taken.facts.until));
    expect(text).toBe(
      `A 12-03 is held by Ada Lovelace until ${local}. Choose another unit or wait until then.`,
    );
  });

  it('is told in the reader’s language', async () => {
    expect(refusalText(taken, await chinese())).toMatch(
      /^A 12-03 已由 Ada Lovelace 保留至 .+。请选择其他房源或届时再试。$/,
    );
  });

  it('calls states by the names that the board uses', async () => {
    const refusal = { code: 'UNIT_NOT_FOR_SALE', message: '', facts: { unit: 'A 1', state: 'CONTROLLED' } };
    expect(refusalText(refusal, ENGLISH)).toBe(
      'A 1 is not for sale (Sales control). Release it for sale first.',
    );
    expect(refusalText(refusal, await chinese())).toBe('A 1 当前不可售（销控）。请先放盘。');
  });

  it('is the server’s own sentence when a fact is missing or the code is new', () => {
    const sold = {
      code: 'UNIT_TAKEN',
      message: 'A 12-03 is sold to Ada.',
      facts: { ...taken.facts, until: null },
    };
    expect(refusalText(sold, ENGLISH)).toBe('A 12-03 is sold to Ada.');
    expect(refusalText({ code: 'NEW', message: 'Something else.', facts: {} }, ENGLISH)).toBe(
      'Something else.',
    );
  });

  it('says at least its code when the server says nothing', () => {
    expect(refusalText({ code: 'NEW', message: '', facts: {} }, ENGLISH)).toBe(
      'The server refused this (NEW).',
    );
  });
});

describe('an unknown outcome', () => {
  it.each([true, false])('invites to try again and promises that nothing is done twice', (isOffline) => {
    expect(answerText({ kind: 'UNKNOWN', isOffline, message: 'x' }, ENGLISH)).toContain(
      'it will not be done twice',
    );
  });
});

describe('a failure to read', () => {
  it.each<FailureKind>(['OFFLINE', 'NOT_SIGNED_IN', 'NO_RIGHT', 'BROKEN'])(
    '%s says what to do next',
    (kind) => {
      const { title, text } = failureTold(new ApiFailure(kind, 'Disk full'), ENGLISH);
      expect(title).not.toBe('');
      expect(text).toMatch(/again|Ask/);
      expect(text.includes('Disk full')).toBe(kind === 'BROKEN');
    },
  );
});

describe('a success', () => {
  it('is told in the server’s words in English and in ours elsewhere', async () => {
    const answer = { kind: 'DONE' as const, message: 'A 1 is reserved for Ada.', result: {} };
    expect(doneText(answer, 'Reserved.', ENGLISH)).toBe('A 1 is reserved for Ada.');
    expect(doneText(answer, '已认购。', await chinese())).toBe('已认购。');
  });
});
