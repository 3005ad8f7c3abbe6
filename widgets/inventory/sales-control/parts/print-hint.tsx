/**
 * How the board is put on paper. A plain page prints at a press; inside Twenty's sandbox there is no window to ask,
 * but the host draws the board in its own page: its print command meets the board's print rules.
 */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';

function printer(): (() => void) | null {
  const { print } = globalThis as { print?: unknown };
  return typeof print === 'function' ? () => print.call(globalThis) : null;
}

export function PrintHint({ words: { t } }: { words: Words }) {
  const print = printer();
  if (print !== null) {
    return (
      <Button look="plain" size="small" onPress={print}>
        {t('Print')}
      </Button>
    );
  }
  return (
    <details className="kt-print-hint">
      <summary>{t('Print')}</summary>
      <p>{t('Press Ctrl+P, or ⌘P on a Mac: only the board is printed, on one page.')}</p>
    </details>
  );
}
