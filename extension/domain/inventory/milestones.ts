/** Certifying a construction milestone (D2.4, D2.5): order is kept, corrections end with the first payment. */
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';

export type Milestone = { id: string; name: string; step: number | null; certifiedOn: PlainDate | null };

export type CertifyRequest = {
  milestone: Milestone;
  /** All milestones of the building, the one to certify included. */
  siblings: readonly Milestone[];
  certifiedOn: PlainDate;
  today: PlainDate;
  includeEarlier: boolean;
  /** Installments that wait for this milestone and have received money. */
  paidInstallments: number;
};

/** Plan: the milestones to certify, in order of construction. */
export function decideCertify(request: CertifyRequest): Decision<{ certify: string[] }> {
  const { milestone, certifiedOn, today } = request;
  if (certifiedOn > today) {
    return refuse({ code: 'DATE_IN_FUTURE', field: 'certifiedOn', date: certifiedOn, today });
  }
  const isCorrection = milestone.certifiedOn !== null && milestone.certifiedOn !== certifiedOn;
  if (isCorrection && request.paidInstallments > 0) {
    return refuse({
      code: 'MILESTONE_CERTIFIED',
      milestone: milestone.name,
      certifiedOn: milestone.certifiedOn ?? '',
      paidInstallments: request.paidInstallments,
    });
  }
  const earlier = request.siblings
    .filter((other) => other.id !== milestone.id && other.certifiedOn === null)
    .filter((other) => other.step !== null && milestone.step !== null && other.step < milestone.step)
    .sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
  if (earlier.length > 0 && !request.includeEarlier) {
    const names = earlier.map((other) => other.name);
    return refuse({ code: 'EARLIER_MILESTONES_OPEN', milestone: milestone.name, earlier: names });
  }
  const contradiction = request.siblings.find((other) => isOutOfOrder(milestone, certifiedOn, other));
  if (contradiction !== undefined) {
    return refuse({
      code: 'MILESTONE_DATES_OUT_OF_ORDER',
      milestone: milestone.name,
      certifiedOn,
      other: contradiction.name,
      otherOn: contradiction.certifiedOn ?? '',
    });
  }
  return { plan: { certify: [...earlier.map((other) => other.id), milestone.id] } };
}

/** D2.5: what is built first is certified first. */
function isOutOfOrder(milestone: Milestone, certifiedOn: PlainDate, other: Milestone): boolean {
  if (other.id === milestone.id || other.certifiedOn === null) return false;
  if (other.step === null || milestone.step === null) return false;
  return other.step < milestone.step
    ? other.certifiedOn > certifiedOn
    : other.step > milestone.step && other.certifiedOn < certifiedOn;
}
