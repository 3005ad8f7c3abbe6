/** Until when so many hours are, before anybody commits to them. */
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { inHours } from './hold-subject.ts';

export function HeldUntil({ draft, words: { t, locale } }: FieldsProps<unknown, { hours: string }>) {
  if (!/^[1-9]\d{0,3}$/.test(draft.hours.trim())) return null;
  return (
    <p className="kt-hint">
      {t('Held until {until}', { until: dateTimeText(inHours(draft.hours), locale) })}
    </p>
  );
}
