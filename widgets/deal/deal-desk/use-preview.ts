/** Asks the server, shortly after each change, what the draft would come to: the price, and the plan's installments. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandAnswer, CommandInputs } from '#widgets/shared/api/commands.ts';
import { newRequestId } from '#widgets/shared/api/run-command.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import { decimalText } from '#widgets/shared/format/amount.ts';
import { type DeskDraft, quoteInputOf } from './desk-draft.ts';
import type { DeskPort } from './desk-port.ts';
import { type Preview, previewOf } from './desk-preview.ts';

type Failed = Exclude<CommandAnswer, { kind: 'DONE' }>;
type QuestionName = 'deal/preview-quote' | 'ledger/preview-plan';

export type Foretold = {
  /** The last price that was told; kept while the next one is asked for. */
  price: Preview | null;
  priceFailed: Failed | null;
  isAsking: boolean;
  /** The answer of ledger/preview-plan; null without a plan. */
  schedule: Result | null;
  scheduleFailed: Failed | null;
  askAgain: () => void;
};

const PAUSE_MS = 250;
/** Units go while people talk: whether this one is still free is looked at now and then. */
const AGAIN_MS = 45_000;

export function usePreview(draft: DeskDraft, port: DeskPort, locale: string): Foretold {
  const [turn, setTurn] = useState(0);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);
  const { unit, planId, signedOn } = draft;
  const asked = useMemo(() => priceAsked(draft), [draft]);
  const price = useQuestion('deal/preview-quote', asked, { port, locale, turn });
  const told = price.result === null || unit === null ? null : previewOf(price.result, locale);
  const micros = told?.price?.micros ?? null;
  const currency = told?.currency ?? '';
  const buildingId = unit?.buildingId ?? null;
  const plan = useMemo(
    () =>
      micros === null || planId === '' || signedOn === ''
        ? null
        : {
            planId,
            price: decimalText(micros),
            currency,
            signedOn,
            ...(buildingId === null ? {} : { buildingId }),
          },
    [micros, currency, planId, signedOn, buildingId],
  );
  const schedule = useQuestion('ledger/preview-plan', plan, { port, locale, turn: 0 });

  useEffect(() => {
    if (unit === null) return;
    const timer = setInterval(askAgain, AGAIN_MS);
    return () => clearInterval(timer);
  }, [unit, askAgain]);

  return {
    price: told,
    priceFailed: price.failed,
    isAsking: price.isAsking || schedule.isAsking,
    schedule: plan === null ? null : schedule.result,
    scheduleFailed: plan === null ? null : schedule.failed,
    askAgain,
  };
}

/** Plan and loan do not change the price, and are not asked about. */
function priceAsked(draft: DeskDraft): CommandInputs['deal/preview-quote'] | null {
  if (draft.unit === null) return null;
  const { planId: _plan, signedOn: _on, loan: _loan, remark: _remark, ...rest } = quoteInputOf(draft);
  return { ...rest, unitId: draft.unit.id };
}

type World = { port: DeskPort; locale: string; turn: number };
type Answer = { result: Result | null; failed: Failed | null };

/** Only the answer to the last question counts; without a question there is none. */
function useQuestion<N extends QuestionName>(
  name: N,
  input: CommandInputs[N] | null,
  { port, locale, turn }: World,
): Answer & { isAsking: boolean } {
  const [answer, setAnswer] = useState<Answer>({ result: null, failed: null });
  const [isAsking, setIsAsking] = useState(false);
  const latest = useRef(input);
  latest.current = input;
  const key = input === null ? null : JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same once more
  useEffect(() => {
    if (key === null) {
      setAnswer({ result: null, failed: null });
      setIsAsking(false);
      return;
    }
    let isWanted = true;
    setIsAsking(true);
    const timer = setTimeout(async () => {
      const asked = latest.current;
      if (asked === null) return;
      const given = await port.run(name, asked, { requestId: newRequestId(), locale });
      if (!isWanted) return;
      setIsAsking(false);
      setAnswer(
        given.kind === 'DONE' ? { result: given.result, failed: null } : { result: null, failed: given },
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [name, key, port, locale, turn]);
  return { ...answer, isAsking };
}
