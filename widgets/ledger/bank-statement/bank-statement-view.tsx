/** Reading and posting a bank statement as a person sees it. */
import { useState } from 'react';
import type { BankLineState } from '#domain/ledger/collection-states.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { FieldList, readFields, type Values } from '#widgets/shared/command-form/field-list.tsx';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { type BankStatement, chosenLines, postableCount } from './bank-lines.ts';
import { LineFilter } from './line-filter.tsx';
import { LineTable } from './line-table.tsx';
import type { Posting } from './posting.ts';
import { PostingNotice } from './posting-notice.tsx';
import { ProblemList } from './problem-list.tsx';
import { currencyProblem, READ_FIELDS, type ReadKey, readStart } from './read-fields.ts';

export type BankStatementViewProps = {
  statement: BankStatement;
  isReading: boolean;
  readAnswer: CommandAnswer | null;
  isPosting: boolean;
  posting: Posting | null;
  postAnswer: CommandAnswer | null;
  words: Words;
  onRead: (values: Values<ReadKey>) => void;
  onPost: () => void;
  onClose: () => void;
};

export function BankStatementView(props: BankStatementViewProps) {
  const { statement, isReading, readAnswer, isPosting, words, onRead, onPost, onClose } = props;
  const { t } = words;
  const [draft, setDraft] = useState(() => readStart(statement.record));
  const [isTried, setIsTried] = useState(false);
  const [shown, setShown] = useState<BankLineState | null>(null);
  const { read, wrong } = readFields(READ_FIELDS, draft, null, words);
  const problems = { ...currencyProblem(read.currency, words), ...wrong };
  const isBusy = isReading || isPosting;
  const postable = postableCount(statement.lines);
  const onPress = () => {
    setIsTried(true);
    if (Object.keys(problems).length === 0) onRead(read);
  };
  return (
    <div className="kt-form">
      <Facts facts={[[t('Bank statement'), statement.record.name]]} />
      <div className="kt-form-group">
        <FieldList
          specs={READ_FIELDS}
          subject={null}
          currency=""
          values={draft}
          wrong={isTried ? problems : {}}
          words={words}
          onChange={(changes) => setDraft({ ...draft, ...changes })}
        />
        <div className="kt-form-actions">
          <Button onPress={onPress} isDisabled={isBusy}>
            {isReading ? t('Reading…') : t('Read')}
          </Button>
        </div>
      </div>
      {readAnswer !== null && (
        <AnswerNotice answer={readAnswer} done={t('Read. Nothing is posted yet.')} words={words} />
      )}
      {readAnswer?.kind === 'DONE' && <ProblemList problems={readAnswer.result.problems} words={words} />}
      {statement.lines.length > 0 && (
        <>
          <LineFilter lines={statement.lines} shown={shown} words={words} onShow={setShown} />
          <LineTable lines={chosenLines(statement.lines, shown)} words={words} />
        </>
      )}
      <PostingNotice {...props} />
      <div className="kt-form-actions">
        <Button onPress={onClose}>{t('Close')}</Button>
        <Button look="primary" onPress={onPost} isDisabled={isBusy || postable === 0}>
          {isPosting
            ? t('Posting…')
            : postable === 0
              ? t('Post')
              : t('Post {count} lines', { count: postable })}
        </Button>
      </div>
    </div>
  );
}
