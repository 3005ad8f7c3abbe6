/** Titles as tiles and bars: what is late or due, and what blocks the rest. */
import { addDays } from '#domain/shared/plain-date.ts';
import { BLOCKS, TITLE_STATES } from '#widgets/handover/title/title-records.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import type { RowFilter } from '#widgets/shared/figures/rows.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { rowsOf, type Span, spanOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import type { Told } from '../board/scope.ts';
import { asOf } from '../board/wording.ts';
import { DUE_DAYS, type TitleFigures } from './figures.ts';
import { TO_BE_ISSUED } from './queries.ts';

type Props = ViewProps<TitleFigures>;

function caseRows(told: Told, filters: readonly RowFilter[]) {
  return rowsOf(told, 'keyturnTitleCases', null, filters);
}

const inStates = (...anyOf: readonly string[]): RowFilter => ({ field: 'state', is: 'IS', anyOf });

export function TitleProgressView(props: Props) {
  const { figures, told, words } = props;
  const { t } = words;
  const basis = { currency: told.currency, asOf: asOf(told, words) };
  return (
    <>
      <FigureRow figures={[...tilesOf(props), ...deadlineTiles(props)]} words={words} />
      <div className="kt-pair">
        <BarList
          title={t('Blocked because')}
          description={t('Title cases that are blocked, of contracts in {currency}. {asOf}', basis)}
          empty={t('No title case is blocked.')}
          names={[t('Reason'), t('Title cases')]}
          points={figures.reasons.map(({ reason, count }) => ({
            key: reason,
            label: nameIn(BLOCKS, reason, t) ?? reason,
            value: count,
            text: String(count),
            look: 'BAD',
            rows: caseRows(told, [inStates('BLOCKED'), { field: 'blockReason', is: 'IS', anyOf: [reason] }]),
          }))}
        />
        <BarList
          title={t('Title cases by state')}
          description={t('Title cases without a certificate, of contracts in {currency}. {asOf}', basis)}
          empty={t('No title case is open.')}
          names={[t('State'), t('Title cases')]}
          points={figures.states.map(({ state, count }) => ({
            key: state,
            label: nameIn(TITLE_STATES, state, t) ?? state,
            value: count,
            text: String(count),
            look: state === 'BLOCKED' ? 'BAD' : 'FIRST',
            rows: caseRows(told, [inStates(state)]),
          }))}
        />
      </div>
    </>
  );
}

function tilesOf({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const shared = { asOf: asOf(told, words) };
  return [
    {
      ...shared,
      key: 'open',
      label: t('Title cases open'),
      value: String(figures.open),
      basis: t('Title cases whose certificate is not issued yet.'),
      rows: caseRows(told, [inStates(...TO_BE_ISSUED)]),
    },
    {
      ...shared,
      key: 'blocked',
      label: t('Blocked'),
      value: String(figures.blocked),
      tone: figures.blocked > 0 ? 'bad' : undefined,
      basis: t('Title cases that cannot go on; the reason stands with them.'),
      rows: caseRows(told, [inStates('BLOCKED')]),
    },
  ];
}

function deadlineTiles({ figures: { file, certificate }, told, words }: Props): Figure[] {
  const { t } = words;
  const shared = { asOf: asOf(told, words) };
  const [late, due]: [Span, Span] = [
    { before: told.today },
    { from: told.today, before: addDays(told.today, DUE_DAYS + 1) },
  ];
  const toFile = (span: Span) =>
    caseRows(told, [
      inStates(...TO_BE_ISSUED),
      { field: 'submittedOn', is: 'IS_EMPTY' },
      ...spanOf('fileBy', span),
    ]);
  const toIssue = (span: Span) =>
    caseRows(told, [
      inStates(...TO_BE_ISSUED),
      { field: 'submittedOn', is: 'IS_NOT_EMPTY' },
      ...spanOf('certificateBy', span),
    ]);
  const fileBasis = t('Not filed with the registry yet, by the day until which the papers must be filed.');
  const issueBasis = t('Filed and without a certificate, by the day until which it must be issued.');
  return [
    {
      ...shared,
      key: 'fileLate',
      label: t('Late to be filed'),
      value: String(file.late),
      tone: file.late > 0 ? 'bad' : undefined,
      basis: fileBasis,
      rows: toFile(late),
    },
    {
      ...shared,
      key: 'fileDue',
      label: t('To be filed within {days} days', { days: DUE_DAYS }),
      value: String(file.due),
      note: t('{count} later', { count: file.later }),
      basis: fileBasis,
      rows: toFile(due),
    },
    {
      ...shared,
      key: 'issueLate',
      label: t('Certificates late'),
      value: String(certificate.late),
      tone: certificate.late > 0 ? 'bad' : undefined,
      basis: issueBasis,
      rows: toIssue(late),
    },
    {
      ...shared,
      key: 'issueDue',
      label: t('Certificates due within {days} days', { days: DUE_DAYS }),
      value: String(certificate.due),
      note: t('{count} later', { count: certificate.later }),
      basis: issueBasis,
      rows: toIssue(due),
    },
  ];
}
