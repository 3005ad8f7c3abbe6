/** Where in the deal one is; any step may be gone to. */
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { type DeskDraft, type DeskStep, isThrough, STEPS } from '../desk-draft.ts';

export const STEP_NAMES: Record<DeskStep, string> = {
  UNIT: msg('Unit'),
  BUYERS: msg('Buyers'),
  PLAN: msg('Payment plan'),
  PRICE: msg('Price'),
  DEPOSIT: msg('Deposit and close'),
};

type StepRailProps = { draft: DeskDraft; words: Words; onGo: (step: DeskStep) => void };

export function StepRail({ draft, words: { t }, onGo }: StepRailProps) {
  return (
    <nav aria-label={t('Steps of the deal')}>
      <ol className="kt-rail">
        {STEPS.map((step, index) => {
          const label = STEP_NAMES[step];
          const isHere = step === draft.step;
          const isDone = isThrough(step, draft);
          return (
            <li key={step}>
              <button
                type="button"
                className="kt-rail-step"
                data-state={isHere ? 'HERE' : isDone ? 'DONE' : 'OPEN'}
                aria-current={isHere ? 'step' : undefined}
                disabled={draft.unit === null && step !== 'UNIT'}
                onClick={() => onGo(step)}
              >
                <span className="kt-rail-mark" aria-hidden="true">
                  {isDone && !isHere ? '✓' : index + 1}
                </span>
                <span className="kt-rail-name">{t(label)}</span>
                {isDone && !isHere && <span className="kt-hidden">{t('done')}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
