/** What came of the deal: a reservation, perhaps with an approval still to be asked for, or a sent quote. */
import { openSidePanelPage, SidePanelPages } from 'twenty-sdk/front-component';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText, dateTimeText } from '#widgets/shared/format/moment.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { type Fact, Facts } from '#widgets/shared/parts/facts.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { AskPrice, waitsForApproval } from '#widgets/shared/reservation/ask-price.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import type { Posted } from '../use-posting.ts';

type PostedProps = DeskProps & { posted: Posted };

export function PostedPanel(props: PostedProps) {
  const { posted, desk, port, words } = props;
  const { t } = words;
  const waits = posted.kind === 'RESERVED' && waitsForApproval(posted.result);
  return (
    <section className="kt-posted" aria-label={t('What came of it')}>
      <Notice tone="good">{saidOf(props, waits)}</Notice>
      <div className="kt-panel">
        <Facts facts={factsOf(props)} />
      </div>
      {posted.kind === 'SENT' &&
        posted.documents.map((document) => (
          <FileLink
            key={String(document.fileName)}
            result={document}
            where={t('It also lies in the Files tab of the quote.')}
          />
        ))}
      {posted.kind === 'SENT' && posted.documentFailed !== null && (
        <Notice tone="bad">
          {t('The quote is sent, but its document is not written. Write it from the quote’s menu.')}{' '}
          {answerText(posted.documentFailed, words)}
        </Notice>
      )}
      {waits && <AskPrice result={posted.result} words={words} run={port.run} />}
      <div className="kt-form-actions">
        <Button onPress={() => openRecord(posted)}>
          {posted.kind === 'RESERVED' ? t('Open the reservation') : t('Open the quote')}
        </Button>
        <Button look={waits ? 'normal' : 'primary'} onPress={desk.startOver}>
          {t('Start another deal')}
        </Button>
      </div>
    </section>
  );
}

function saidOf({ posted, words: { t } }: PostedProps, waits: boolean): string {
  if (posted.kind === 'SENT') return t('The quote is sent. It does not keep the unit.');
  return waits
    ? t('The unit is reserved, but its price needs approval. Ask for it now.')
    : t('The unit is reserved.');
}

function factsOf({ posted, desk, words: { t, locale } }: PostedProps): Fact[] {
  const { result } = posted;
  const text = (name: string) => (typeof result[name] === 'string' ? (result[name] as string) : '');
  const amount = (name: string) => {
    const found = amountOfDecimal(text(name), text('currency'));
    return found && amountText(found, locale);
  };
  const buyer = desk.draft.reservation.buyer?.name ?? '';
  const until = text('validUntil');
  if (posted.kind === 'SENT')
    return [
      [t('Quote'), text('quote')],
      [t('Price'), amount('price')],
      [t('Valid until'), until && dateText(until, locale)],
    ];
  return [
    [t('Unit'), text('unit')],
    [t('Buyer'), buyer],
    [t('Price'), amount('price')],
    [t('Deposit asked'), amount('depositAsked')],
    [t('Reserved until'), until && dateTimeText(until, locale)],
  ];
}

function openRecord({ kind, result }: Posted): void {
  const [objectNameSingular, recordId] =
    kind === 'RESERVED'
      ? ['keyturnReservation', String(result.reservationId)]
      : ['keyturnQuote', String(result.quoteId)];
  void openSidePanelPage({ page: SidePanelPages.ViewRecord, recordId, objectNameSingular });
}
