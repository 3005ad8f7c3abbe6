/** How long a reservation still holds its unit: in words, and as what is left of the whole time. */
import { dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

type CountdownProps = { from: string | null; until: string; now: number; words: Words };

/** Below this it is time to call the buyer. */
const URGENT_MS = 4 * 3_600_000;

export function Countdown({ from, until, now, words: { t, locale } }: CountdownProps) {
  const [start, end] = [from === null ? Number.NaN : Date.parse(from), Date.parse(until)];
  const left = timeLeftText(until, now, t);
  const isOver = end <= now;
  const isUrgent = end - now < URGENT_MS;
  const share =
    Number.isNaN(start) || end <= start ? null : Math.min(1, Math.max(0, (end - now) / (end - start)));
  return (
    <div className="kt-countdown" data-urgent={isUrgent ? 'true' : 'false'}>
      <div className="kt-countdown-left kt-number">
        {isOver ? t('Its time is over') : t('{time} left', { time: left ?? '–' })}
      </div>
      <div className="kt-soft kt-number">
        {t('Valid until {time}', { time: dateTimeText(until, locale) })}
      </div>
      {share !== null && (
        <div className="kt-countdown-bar" aria-hidden={true}>
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </div>
      )}
    </div>
  );
}

export const COUNTDOWN_STYLE = `
.kt-countdown{display:flex;flex-direction:column;gap:2px}
.kt-countdown-left{font-size:22px;font-weight:600;line-height:1.25}
.kt-countdown[data-urgent=true] .kt-countdown-left{color:var(--kt-bad)}
.kt-countdown-bar{height:6px;margin-top:6px;border-radius:3px;background:var(--kt-pressed);overflow:hidden}
.kt-countdown-bar span{display:block;height:100%;border-radius:3px;background:var(--kt-accent)}
.kt-countdown[data-urgent=true] .kt-countdown-bar span{background:var(--kt-record-late)}
.kt-checks{list-style:none;margin:0;padding:0;display:flex;flex-direction:column;gap:6px}
.kt-check-line{display:grid;grid-template-columns:20px 1fr;gap:2px 8px;align-items:start}
.kt-check-line svg{width:16px;height:16px;margin-top:1px;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.kt-check-line[data-met=true] svg{color:var(--kt-good)}
.kt-check-line[data-met=false] svg{color:var(--kt-bad)}
`;
