/** A bank statement in the hands of a person: loaded, read from its file, posted round by round. */
import { useCallback, useEffect, useState } from 'react';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { repeatCommand } from '#widgets/shared/api/repeat-command.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { type BankStatement, readBankStatement } from './bank-lines.ts';
import { NOTHING_POSTED, type Posting, withRound } from './posting.ts';
import { type ReadKey, readInput } from './read-fields.ts';

export type Loaded =
  | { state: 'LOADING' }
  | { state: 'GONE' }
  | { state: 'FAILED'; failure: ApiFailure }
  | { state: 'READY'; statement: BankStatement };

export function useBankStatement(id: string, locale: string) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'LOADING' });
  const [posting, setPosting] = useState<Posting | null>(null);
  const [isPosting, setIsPosting] = useState(false);
  const [postAnswer, setPostAnswer] = useState<CommandAnswer | null>(null);
  const reading = useCommand('files/read-bank-statement', locale);

  const load = useCallback(async () => {
    try {
      const statement = await readBankStatement(id);
      setLoaded(statement === null ? { state: 'GONE' } : { state: 'READY', statement });
    } catch (error) {
      setLoaded({ state: 'FAILED', failure: asFailure(error) });
    }
  }, [id]);
  useEffect(() => {
    void load();
  }, [load]);

  const read = async (values: Values<ReadKey>) => {
    setPosting(null);
    setPostAnswer(null);
    const answer = await reading.submit(readInput(id, values));
    if (answer.kind === 'DONE') await load();
  };

  const post = async () => {
    let so = NOTHING_POSTED;
    setIsPosting(true);
    setPosting(so);
    setPostAnswer(null);
    const input = { bankStatementId: id };
    const answer = await repeatCommand({
      name: 'ledger/post-bank-statement',
      first: input,
      locale,
      next: (result) => {
        so = withRound(so, result);
        setPosting(so);
        return so.left === 0 || so.isStuck ? null : input;
      },
    });
    setPostAnswer(answer);
    await load();
    setIsPosting(false);
  };

  const again = () => {
    setLoaded({ state: 'LOADING' });
    void load();
  };
  return {
    loaded,
    again,
    read,
    isReading: reading.isBusy,
    readAnswer: reading.answer,
    post,
    isPosting,
    posting,
    postAnswer,
  };
}
