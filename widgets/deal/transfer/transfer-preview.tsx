/** What each colleague would get of a leaver's open work, asked of the server before anybody approves it (A052). */
import { useEffect } from 'react';
import { OWNED_OBJECTS, type OwnedObject } from '#domain/deal/transfer.ts';
import type { TransferAsked } from '#widgets/shared/api/sales-commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import type { Names } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Facts } from '#widgets/shared/parts/facts.tsx';

const KINDS: Names<OwnedObject> = {
  reservation: msg('Reservations'),
  contract: msg('Contracts'),
  unitHold: msg('Unit holds'),
  queueTicket: msg('Queue tickets'),
  mortgageCase: msg('Mortgage cases'),
};

type Counts = Partial<Record<OwnedObject, number>>;
type Share = { memberId: string; name: string; passed: number; byKind: Counts };

type TransferPreviewProps = { asked: TransferAsked | null; words: Words; isAtOnce?: boolean };

export function TransferPreview({ asked, words, isAtOnce = false }: TransferPreviewProps) {
  const { t, locale } = words;
  const { submit, isBusy, answer } = useCommand('deal/preview-transfer', locale);
  const isAskedAtOnce = isAtOnce && asked !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is shown
  useEffect(() => {
    if (isAskedAtOnce) void submit(asked);
  }, [isAskedAtOnce]);
  if (asked === null) return null;
  return (
    <div className="kt-panel">
      <Button size="small" onPress={() => void submit(asked)} isDisabled={isBusy}>
        {isBusy ? t('Working it out…') : t('Preview who gets what')}
      </Button>
      {answer !== null && answer.kind !== 'DONE' && <AnswerNotice answer={answer} done="" words={words} />}
      {answer?.kind === 'DONE' && <Shares result={answer.result} words={words} />}
    </div>
  );
}

function Shares({ result, words: { t } }: { result: Result; words: Words }) {
  const shares = (result.shares ?? []) as Share[];
  const text = (counts: Counts) =>
    OWNED_OBJECTS.flatMap((kind) => (counts[kind] ? [`${t(KINDS[kind])}: ${counts[kind]}`] : [])).join(' · ');
  return (
    <>
      <Facts
        facts={[
          [t('All in all'), text((result.byKind ?? {}) as Counts)],
          ...shares.map(({ name, byKind }): [string, string] => [name, text(byKind) || t('Nothing')]),
        ]}
      />
      <p className="kt-hint">
        {t('All records of one customer go to one colleague. It is shared out again when it is approved.')}
      </p>
    </>
  );
}
