import { describe, expect, it } from 'vitest';
import { type CertifyRequest, decideCertify, type Milestone } from '#domain/inventory/index.ts';
import { day } from '../amounts.ts';

const milestone = (step: number | null, certifiedOn: string | null = null): Milestone => ({
  id: `m${step}`,
  name: `Step ${step}`,
  step,
  certifiedOn: certifiedOn === null ? null : day(certifiedOn),
});

function certify(changes: Partial<CertifyRequest> & Pick<CertifyRequest, 'milestone'>) {
  return decideCertify({
    siblings: [changes.milestone],
    certifiedOn: day('2025-06-10'),
    today: day('2025-06-12'),
    includeEarlier: false,
    paidInstallments: 0,
    ...changes,
  });
}

describe('certifying a milestone (D2.4, D2.5)', () => {
  it('the first open one is certified alone', () => {
    expect(certify({ milestone: milestone(1), siblings: [milestone(1), milestone(2)] })).toEqual({
      plan: { certify: ['m1'] },
    });
  });

  it('today is not the future', () => {
    expect(certify({ milestone: milestone(1), certifiedOn: day('2025-06-12') })).toEqual({
      plan: { certify: ['m1'] },
    });
  });

  it('a date after today is refused', () => {
    expect(certify({ milestone: milestone(1), certifiedOn: day('2025-06-13') })).toEqual({
      refused: {
        code: 'DATE_IN_FUTURE',
        field: 'certifiedOn',
        date: '2025-06-13',
        today: '2025-06-12',
      },
    });
  });

  it('a later one names the earlier ones that are open, in order of construction', () => {
    const siblings = [milestone(4), milestone(3), milestone(1, '2025-01-01'), milestone(2)];
    expect(certify({ milestone: milestone(4), siblings })).toEqual({
      refused: { code: 'EARLIER_MILESTONES_OPEN', milestone: 'Step 4', earlier: ['Step 2', 'Step 3'] },
    });
  });

  it('asked to include the earlier ones, it certifies them first and skips those that are certified', () => {
    const siblings = [milestone(4), milestone(3), milestone(1, '2025-01-01'), milestone(2)];
    expect(certify({ milestone: milestone(4), siblings, includeEarlier: true })).toEqual({
      plan: { certify: ['m2', 'm3', 'm4'] },
    });
  });

  it('later ones that are open stay open', () => {
    const siblings = [milestone(1), milestone(2), milestone(3)];
    expect(certify({ milestone: milestone(1), siblings, includeEarlier: true })).toEqual({
      plan: { certify: ['m1'] },
    });
  });

  it('two of the same step do not wait for each other', () => {
    const twin = { ...milestone(2), id: 'twin' };
    expect(certify({ milestone: milestone(2), siblings: [milestone(2), twin] })).toEqual({
      plan: { certify: ['m2'] },
    });
  });

  it('one without a place in the order neither waits nor makes others wait', () => {
    const nowhere = milestone(null);
    expect(certify({ milestone: nowhere, siblings: [nowhere, milestone(1)] })).toEqual({
      plan: { certify: ['mnull'] },
    });
    expect(certify({ milestone: milestone(1), siblings: [nowhere, milestone(1)] })).toEqual({
      plan: { certify: ['m1'] },
    });
  });

  it.each([
    ['moves as long as nobody has paid', 0, { plan: { certify: ['m1'] } }],
    [
      'is refused once money came in',
      2,
      {
        refused: {
          code: 'MILESTONE_CERTIFIED',
          milestone: 'Step 1',
          certifiedOn: '2025-06-01',
          paidInstallments: 2,
        },
      },
    ],
  ])('a corrected date %s (D2.4)', (_name, paidInstallments, decision) => {
    expect(certify({ milestone: milestone(1, '2025-06-01'), paidInstallments })).toEqual(decision);
  });

  it('the same date again is no correction, whoever has paid', () => {
    expect(certify({ milestone: milestone(1, '2025-06-10'), paidInstallments: 2 })).toEqual({
      plan: { certify: ['m1'] },
    });
  });
});
