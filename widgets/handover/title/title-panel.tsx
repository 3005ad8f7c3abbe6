/** A title case at a glance: how far it is, what it waits for, how many days are left, and the next step. */
import type { TitleState } from '#domain/handover/after-sale-states.ts';
import { nextTitleDeadline, TITLE_ROAD } from '#domain/handover/title-states.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { amountOrDash } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText, today } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { type Fact, Facts } from '#widgets/shared/parts/facts.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, Section, type Step, StepStrip, Sums } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { OPEN_TITLE } from './open-title.form.tsx';
import { BLOCK_TITLE, MOVE_TITLE, UNBLOCK_TITLE } from './title-forms.tsx';
import {
  BLOCKS,
  type Checked,
  type ContractTitle,
  TITLE_STATES,
  type TitlePage,
  type TitleRecord,
} from './title-records.ts';

export function TitlePanel({ subject, words, reload }: RecordViewProps<TitlePage>) {
  const { t } = words;
  const { title, checked } = subject;
  const known = knownFacts(title, words);
  return (
    <>
      <Lead title={title} words={words} />
      <StepStrip steps={roadOf(title, words)} label={t('State of the road')} words={words} />
      {title.state === 'BLOCKED' && (
        <Notice tone="bad">
          {t('{reason}: {note}', {
            reason: nameIn(BLOCKS, title.blockReason, t) ?? '',
            note: title.blockNote ?? '',
          })}
        </Notice>
      )}
      <Sums sums={deadlineSums(title, words)} />
      <Waits title={title} checked={checked} words={words} />
      <RecordActions actions={actionsOf(title, words)} words={words} onDone={reload} />
      {known.length > 0 && (
        <Section title={t('What is known')}>
          <Facts facts={known} />
        </Section>
      )}
    </>
  );
}

/** The same on the contract, which may have none yet. */
export function ContractTitlePanel(props: RecordViewProps<ContractTitle>) {
  const { subject, words, reload } = props;
  const { t } = words;
  const { title, checked, contract, isHandedOver } = subject;
  if (title !== null) return <TitlePanel {...props} subject={{ title, checked }} />;
  const open: RecordAction[] =
    isHandedOver === false
      ? []
      : [{ key: 'OPEN', label: t('Open title case'), isNext: true, form: formOf(OPEN_TITLE, contract.id) }];
  return (
    <>
      <p className="kt-soft">
        {isHandedOver === false
          ? t('The keys are not handed over yet: the deadlines of the title count from then.')
          : t('There is no title case yet. Open it to collect the papers.')}
      </p>
      <RecordActions actions={open} words={words} onDone={reload} />
    </>
  );
}

function Lead({ title, words: { t } }: { title: TitleRecord; words: Words }) {
  const { state, contract, unit } = title;
  const tone = state === 'BLOCKED' ? 'bad' : state === 'DELIVERED' || state === 'ISSUED' ? 'good' : 'now';
  return (
    <div className="kt-record-lead">
      <span className="kt-record-name">{title.name ?? '–'}</span>
      <span className="kt-chip" data-tone={tone}>
        {nameIn(TITLE_STATES, state, t)}
      </span>
      {unit !== null && (
        <RecordLink object="keyturnUnit" id={unit.id}>
          {unit.name ?? '–'}
        </RecordLink>
      )}
      {contract !== null && (
        <RecordLink object="keyturnContract" id={contract.id}>
          {t('Contract {name}', { name: contract.name ?? '–' })}
        </RecordLink>
      )}
    </div>
  );
}

/** A blocked case stands where it was blocked. */
function standsAt({ state, stateBefore }: TitleRecord): TitleState {
  return state === 'BLOCKED' ? ((stateBefore ?? 'COLLECTING') as TitleState) : (state ?? 'COLLECTING');
}

function roadOf(title: TitleRecord, { t, locale }: Words): Step[] {
  const dates: Partial<Record<TitleState, string | null>> = {
    TAX_PAID: title.taxPaidOn,
    SUBMITTED: title.submittedOn,
    ACCEPTED: title.acceptedOn,
    ISSUED: title.issuedOn,
    DELIVERED: title.deliveredOn,
  };
  const at = TITLE_ROAD.indexOf(standsAt(title) as (typeof TITLE_ROAD)[number]);
  return TITLE_ROAD.map((state, index): Step => {
    const day = dates[state];
    const label = TITLE_STATES[state];
    const isNow = index === at && state !== 'DELIVERED';
    return {
      key: state,
      label: t(label),
      note: index <= at && day ? dateText(day, locale) : null,
      state: isNow ? (title.state === 'BLOCKED' ? 'ENDED' : 'NOW') : index <= at ? 'DONE' : 'AHEAD',
    };
  });
}

function deadlineSums(title: TitleRecord, { t, locale }: Words) {
  const day = today() as PlainDate;
  const { state, fileBy, certificateBy, submittedOn, issuedOn } = title;
  const next = nextTitleDeadline(
    {
      state: state ?? 'COLLECTING',
      fileBy: fileBy as PlainDate | null,
      certificateBy: certificateBy as PlainDate | null,
      submittedOn: submittedOn as PlainDate | null,
    },
    day,
  );
  const sum = (label: string, on: string | null, doneOn: string | null, what: 'FILE' | 'CERTIFICATE') => {
    if (on === null) return [];
    const value = dateText(on, locale);
    if (doneOn !== null)
      return [
        {
          label,
          value,
          note: t('done on {date}', { date: dateText(doneOn, locale) }),
          tone: doneOn <= on ? ('good' as const) : ('bad' as const),
        },
      ];
    const left = daysBetween(day, on as PlainDate);
    const isPressing = next?.what === what && left <= 14;
    return [
      { label, value, note: daysText(left, t), tone: isPressing || left < 0 ? ('bad' as const) : undefined },
    ];
  };
  return [
    ...sum(t('File by'), fileBy, submittedOn, 'FILE'),
    ...sum(t('Certificate by'), certificateBy, issuedOn, 'CERTIFICATE'),
  ];
}

function daysText(left: number, t: Words['t']): string {
  if (left < 0) return t('{days} days late', { days: -left });
  return left === 0 ? t('today') : t('{days} days left', { days: left });
}

type WaitsProps = { title: TitleRecord; checked: Checked | null; words: Words };

/** What stands against going on: by the contract's book, or for who may not ask, by its total of yesterday. */
function Waits({ title, checked, words: { t, locale } }: WaitsProps) {
  const { contract, documentsMissing, issuedOn, submittedOn, deliveredOn } = title;
  if (deliveredOn !== null) return null;
  const mortgagedTo = contract?.unit?.building?.mortgagedTo ?? '';
  const waits: string[] = [];
  if (documentsMissing && submittedOn === null)
    waits.push(t('Papers missing: {papers}', { papers: documentsMissing }));
  const due = dueOf(title, checked, locale);
  if (due !== null) waits.push(t('{amount} is due on the contract.', { amount: due }));
  if (checked?.isFrozen) waits.push(t('The unit is frozen by law.'));
  if (mortgagedTo && issuedOn === null)
    waits.push(
      t('The building is mortgaged to {bank}: no certificate before it is released.', { bank: mortgagedTo }),
    );
  if (waits.length === 0) return <Notice tone="good">{t('Nothing is missing')}</Notice>;
  return (
    <Section title={t('What is missing')}>
      <ul className="kt-findings">
        {waits.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Section>
  );
}

function dueOf({ contract }: TitleRecord, checked: Checked | null, locale: string): string | null {
  if (checked !== null) {
    const [amount = '', currency = ''] = checked.due?.split(' ') ?? [];
    return checked.due === null ? null : amountOrDash(amountOfDecimal(amount, currency), locale);
  }
  const overdue = amountOf(contract?.overdue ?? null);
  return overdue === null || overdue.micros <= 0n ? null : amountText(overdue, locale);
}

function actionsOf({ id, state }: TitleRecord, { t }: Words): RecordAction[] {
  if (state === null || state === 'DELIVERED') return [];
  if (state === 'BLOCKED')
    return [
      { key: 'UNBLOCK', label: t('Go on with the case'), isNext: true, form: formOf(UNBLOCK_TITLE, id) },
    ];
  const move: RecordAction = {
    key: 'MOVE',
    label: t('Next step of the title'),
    isNext: true,
    form: formOf(MOVE_TITLE, id),
  };
  if (state === 'ISSUED') return [move];
  return [move, { key: 'BLOCK', label: t('Block case'), isDangerous: true, form: formOf(BLOCK_TITLE, id) }];
}

function knownFacts(title: TitleRecord, { t, locale }: Words): Fact[] {
  const tax = amountOf(title.taxAmount);
  const facts: Fact[] = [
    [t('Papers received'), title.documentsHere],
    [t('Taxes paid'), tax === null ? null : amountText(tax, locale)],
    [t('Registry number'), title.registryNumber],
    [t('Certificate number'), title.certificateNumber],
    [t('Received by'), title.receivedBy],
    [t('Remark'), title.remark],
  ];
  return facts.filter(([, value]) => value !== null && value !== '');
}
