import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { repeatCommand } from '#widgets/shared/api/repeat-command.ts';
import type { CommandRunner } from '#widgets/shared/api/use-command.ts';

const done = (left: number): CommandAnswer => ({ kind: 'DONE', message: '', result: { left } });

function post(answers: CommandAnswer[]) {
  const ids: string[] = [];
  const run = (async (_name, _input, { requestId }) => {
    ids.push(requestId);
    return answers[ids.length - 1] ?? done(0);
  }) as CommandRunner;
  const input = { bankStatementId: 'b' };
  const answer = repeatCommand({
    name: 'ledger/post-bank-statement',
    first: input,
    locale: 'en',
    run,
    next: ({ left }) => (left === 0 ? null : input),
  });
  return { ids, answer };
}

describe('a command that is given until nothing is left', () => {
  it('is each time a request of its own', async () => {
    const { ids, answer } = post([done(100), done(50), done(0)]);
    expect(await answer).toEqual(done(0));
    expect(new Set(ids).size).toBe(3);
  });

  it('stops at the first answer that is no success', async () => {
    const refused: CommandAnswer = { kind: 'REFUSED', refusal: { code: 'BUSY', message: '', facts: {} } };
    const { ids, answer } = post([done(100), refused]);
    expect(await answer).toEqual(refused);
    expect(ids).toHaveLength(2);
  });
});
