/** A dashboard widget's outside: heading, filters (project, period), when it was read, and refreshing. */
import type { ChangeEvent, ReactNode } from 'react';
import { timeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';

export type SectionFilter = {
  key: string;
  label: string;
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
};

type BoardSectionProps = {
  title: string;
  filters?: readonly SectionFilter[];
  /** When the numbers were read; null before that. */
  readAt: number | null;
  isRefreshing: boolean;
  onRefresh: () => void;
  words: Words;
  children: ReactNode;
};

export function BoardSection(props: BoardSectionProps) {
  const { title, filters = [], readAt, isRefreshing, onRefresh, words, children } = props;
  const { t, locale } = words;
  return (
    <section className="kt-section" aria-label={title}>
      <div className="kt-section-head">
        <h2 className="kt-section-title">{title}</h2>
        {filters.map((filter) => (
          <FilterSelect key={filter.key} filter={filter} />
        ))}
        <span className="kt-section-end">
          <span className="kt-soft kt-number" role="status">
            {isRefreshing && t('Reading …')}
            {!isRefreshing && readAt !== null && t('As of {time}', { time: timeText(readAt, locale) })}
          </span>
          <Button size="small" onPress={onRefresh} isDisabled={isRefreshing}>
            {t('Refresh')}
          </Button>
        </span>
      </div>
      {children}
    </section>
  );
}

function FilterSelect({ filter: { label, value, choices, onChange } }: { filter: SectionFilter }) {
  return (
    <select
      className="kt-select kt-section-filter"
      aria-label={label}
      value={value}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => onChange(event.target.value)}
    >
      {choices.map(([choice, text]) => (
        <option key={choice} value={choice}>
          {text}
        </option>
      ))}
    </select>
  );
}
