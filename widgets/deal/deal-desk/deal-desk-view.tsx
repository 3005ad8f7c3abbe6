/** The deal desk: five steps on the left, what they come to on the right. */
import type { ReactNode } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText, failureTold, refusalText } from '#widgets/shared/parts/failure-text.ts';
import { Frame, type Scheme } from '#widgets/shared/parts/frame.tsx';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import { DEAL_DESK_STYLE } from './deal-desk-style.ts';
import { stepAfter, stepBefore } from './desk-draft.ts';
import type { DeskPort } from './desk-port.ts';
import { isUnitGone } from './desk-preview.ts';
import { DeskHeader } from './parts/desk-header.tsx';
import { PostedPanel } from './parts/posted-panel.tsx';
import { ResumeList } from './parts/resume-list.tsx';
import { StepRail } from './parts/step-rail.tsx';
import { Summary } from './parts/summary.tsx';
import { BuyersStep } from './steps/buyers-step.tsx';
import { DepositStep } from './steps/deposit-step.tsx';
import { PlanStep } from './steps/plan-step.tsx';
import { PriceStep } from './steps/price-step.tsx';
import { UnitStep } from './steps/unit-step.tsx';
import type { DealDesk } from './use-deal-desk.ts';

export type DeskProps = { desk: DealDesk; port: DeskPort; words: Words };

export function DealDeskView({ scheme, ...props }: DeskProps & { scheme: Scheme }) {
  return (
    <Frame scheme={scheme} locale={props.words.locale} style={DEAL_DESK_STYLE}>
      <div className="kt-desk">
        <DeskHeader {...props} />
        <Body {...props} />
      </div>
    </Frame>
  );
}

function Body(props: DeskProps): ReactNode {
  const { desk, words } = props;
  const { t } = words;
  if (desk.failure !== null) {
    const { title, text } = failureTold(desk.failure, words);
    return (
      <Blank title={title} isAlert action={{ label: t('Try again'), onPress: () => void desk.open() }}>
        {text}
      </Blank>
    );
  }
  if (desk.opened === null) return <Loading words={words} />;
  if (desk.opened.projects.length === 0) {
    return (
      <Blank
        title={t('No projects yet')}
        action={{ label: t('Look again'), onPress: () => void desk.open() }}
      >
        {t('Create a project and a building, then add units by hand or import them from a spreadsheet.')}
      </Blank>
    );
  }
  if (desk.posting.posted !== null) return <PostedPanel {...props} posted={desk.posting.posted} />;
  return (
    <>
      <ResumeList {...props} />
      <StepRail draft={desk.draft} words={words} onGo={desk.go} />
      <Gone {...props} />
      <div className="kt-desk-columns">
        <section className="kt-desk-step" aria-label={t('This step')}>
          <Step {...props} />
          <StepActions {...props} />
        </section>
        <Summary {...props} />
      </div>
    </>
  );
}

function Loading({ words: { t } }: { words: Words }) {
  return (
    <div className="kt-form" role="status" aria-label={t('Loading…')}>
      {[70, 45, 60, 30].map((width) => (
        <div key={width} className="kt-bar" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** The unit went to somebody else: told where the hand is, with everything else still in place. */
function Gone({ desk, words }: DeskProps) {
  const { t } = words;
  const { gone, foretold, draft } = desk;
  const foreseen = foretold.price?.unavailable ?? null;
  const refusal = gone ?? (foreseen !== null && isUnitGone(foreseen) ? foreseen : null);
  if (refusal === null) return null;
  const isChosen = draft.unit !== null;
  return (
    <Notice
      tone="bad"
      action={
        isChosen ? { label: t('Choose another unit'), onPress: () => desk.loseUnit(refusal) } : undefined
      }
    >
      {refusalText(refusal, words)} {t('Everything else that you entered is kept.')}
    </Notice>
  );
}

function Step(props: DeskProps) {
  switch (props.desk.draft.step) {
    case 'UNIT':
      return <UnitStep {...props} />;
    case 'BUYERS':
      return <BuyersStep {...props} />;
    case 'PLAN':
      return <PlanStep {...props} />;
    case 'PRICE':
      return <PriceStep {...props} />;
    case 'DEPOSIT':
      return <DepositStep {...props} />;
  }
}

/** Back and on; the last step has its own ways to end. */
function StepActions({ desk, words }: DeskProps) {
  const { t } = words;
  const { step, unit } = desk.draft;
  const { problem } = desk.saving;
  return (
    <>
      {problem !== null && (
        <Notice
          tone="bad"
          action={{ label: t('Save again'), onPress: () => void desk.saving.save(desk.draft) }}
        >
          {t('The draft is not saved.')} {answerText(problem, words)}
        </Notice>
      )}
      <div className="kt-form-actions">
        {step !== 'UNIT' && <Button onPress={() => desk.go(stepBefore(step))}>{t('Back')}</Button>}
        {step !== 'DEPOSIT' && (
          <Button look="primary" isDisabled={unit === null} onPress={() => desk.go(stepAfter(step))}>
            {t('Continue')}
          </Button>
        )}
      </div>
    </>
  );
}
