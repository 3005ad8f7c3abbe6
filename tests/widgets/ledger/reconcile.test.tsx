import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { type Findings, inputAfter, NOTHING_FOUND, withAnswer } from '#widgets/ledger/reconcile/findings.ts';
import { ReconcileView } from '#widgets/ledger/reconcile/reconcile-view.tsx';
import type { ReconcileState } from '#widgets/ledger/reconcile/use-reconcile.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

const nothing = () => undefined;
const problem = { contract: 'GA-45', problem: 'installments make less than the price' };

function html(state: Partial<ReconcileState>, words: Words = ENGLISH) {
  return renderToStaticMarkup(
    <ReconcileView
      found={null}
      answer={null}
      isBusy={false}
      {...state}
      words={words}
      onStart={nothing}
      onClose={nothing}
    />,
  );
}

const found = (changes: Partial<Findings>): Findings => ({ ...NOTHING_FOUND, contracts: 87, ...changes });
const DONE = { kind: 'DONE', message: '', result: {} } as const;

describe('reconciling', () => {
  it('goes on after the last contract of a slice', () => {
    const after = withAnswer(found({}), { contracts: 100, repaired: [], problems: [problem], next: 'c100' });
    expect(after).toEqual({ contracts: 187, repaired: [], problems: [problem], next: 'c100' });
    expect(inputAfter(after.next)).toMatchObject({ afterContractId: 'c100' });
    expect(inputAfter(null)).not.toHaveProperty('afterContractId');
  });

  it('starts when it is told to', () => {
    expect(html({})).toMatch(/<button[^>]*>Reconcile</);
  });

  it('says how far it is', () => {
    const markup = html({ found: found({}), isBusy: true });
    expect(markup).toContain('Contracts looked at: 87, repaired: 0, problems: 0');
    expect(markup).toContain('Reconciling…');
  });

  it('lists what needs a person', () => {
    const markup = html({ found: found({ problems: [problem] }), answer: DONE });
    expect(markup).toContain('<strong>GA-45</strong> installments make less than the price');
    expect(markup).not.toContain('Everything agrees');
  });

  it('says that everything agrees', async () => {
    expect(html({ found: found({}), answer: DONE })).toContain('Everything agrees.');
    expect(html({ found: found({}), answer: DONE }, await chinese())).toContain('账目全部一致。');
  });

  it('offers to go on after a failure', () => {
    const answer = { kind: 'UNKNOWN', isOffline: true, message: '' } as const;
    const markup = html({ found: found({ next: 'c100' }), answer });
    expect(markup).toContain('No answer from the server');
    expect(markup).toMatch(/<button[^>]*>Go on</);
  });
});
