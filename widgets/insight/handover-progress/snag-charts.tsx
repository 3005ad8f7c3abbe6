/** Open snags by category, by contractor and by age. */
import { OPEN_SNAG_STATES, type SnagAge } from '#domain/handover/snags.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { CATEGORY_NAMES } from '#widgets/handover/names.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import type { Look, Point } from '#widgets/shared/charts/chart-types.ts';
import type { RowFilter } from '#widgets/shared/figures/rows.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { momentSpan, rowsOf, type Span } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import type { Told } from '../board/scope.ts';
import { asOf } from '../board/wording.ts';
import type { HandoverFigures } from './figures.ts';

type Props = ViewProps<HandoverFigures>;

/** More would not fit; the rest is one bar. */
const MOST_CONTRACTORS = 7;

const AGE_NAMES: Record<SnagAge, string> = {
  D0_7: msg('Up to 7 days'),
  D8_14: msg('8 to 14 days'),
  D15_30: msg('15 to 30 days'),
  D31_PLUS: msg('More than 30 days'),
};

const AGE_LOOKS: Record<SnagAge, Look> = { D0_7: 'FIRST', D8_14: 'THIRD', D15_30: 'WARN', D31_PLUS: 'BAD' };

function ageSpan(age: SnagAge, today: PlainDate): Span {
  const ago = (days: number) => addDays(today, -days);
  switch (age) {
    case 'D0_7':
      return { from: ago(7) };
    case 'D8_14':
      return { from: ago(14), before: ago(7) };
    case 'D15_30':
      return { from: ago(30), before: ago(14) };
    case 'D31_PLUS':
      return { before: ago(30) };
  }
}

/** Snags say no currency of their own, so a list of them cannot be narrowed to one. */
export function snagRows(told: Told, filters: readonly RowFilter[] = []) {
  return rowsOf(told, 'keyturnSnags', null, [
    { field: 'state', is: 'IS', anyOf: OPEN_SNAG_STATES },
    ...filters,
  ]);
}

export function SnagCharts(props: Props) {
  const { figures, told, words } = props;
  const { t } = words;
  const description = t(
    'Snags that are neither verified nor declined, of homes priced in {currency}. {asOf}',
    {
      currency: told.currency,
      asOf: asOf(told, words),
    },
  );
  const shared = { description, empty: t('No snag is open.') };
  return (
    <div className="kt-pair">
      <BarList
        {...shared}
        title={t('Open snags by category')}
        names={[t('Category'), t('Snags')]}
        points={figures.snags.categories
          .filter(({ count }) => count > 0)
          .map(({ category, count }) => ({
            key: category,
            label: nameIn(CATEGORY_NAMES, category, t) ?? category,
            value: count,
            text: String(count),
            rows: snagRows(told, [{ field: 'category', is: 'IS', anyOf: [category] }]),
          }))}
      />
      <BarList
        {...shared}
        title={t('Open snags by contractor')}
        names={[t('Contractor'), t('Snags')]}
        points={contractorPoints(props)}
      />
      <BarList
        {...shared}
        title={t('Open snags by age')}
        names={[t('Found'), t('Snags')]}
        points={figures.snags.ages.map(({ age, count }) => {
          const label = AGE_NAMES[age];
          return {
            key: age,
            label: t(label),
            value: count,
            text: String(count),
            look: AGE_LOOKS[age],
            rows: snagRows(told, momentSpan('foundAt', ageSpan(age, told.today), told)),
          };
        })}
      />
    </div>
  );
}

function contractorPoints({ figures, told, words: { t } }: Props): Point[] {
  const { contractors } = figures.snags;
  const drawn = contractors.slice(0, MOST_CONTRACTORS);
  const rest = contractors.slice(MOST_CONTRACTORS).reduce((all, { count }) => all + count, 0);
  const points = drawn.map(({ id, name, count }): Point => {
    const whose: RowFilter =
      id === null
        ? { field: 'contractor', is: 'IS_EMPTY' }
        : { field: 'contractor', is: 'RELATED_TO', recordId: id };
    return {
      key: id ?? 'NOBODY',
      label: id === null ? t('Nobody yet') : name || '–',
      value: count,
      text: String(count),
      look: id === null ? 'WARN' : 'FIRST',
      rows: snagRows(told, [whose]),
    };
  });
  if (rest === 0) return points;
  return [...points, { key: 'REST', label: t('All others'), value: rest, text: String(rest), look: 'REST' }];
}
