/**
 * What the nightly sweep does, as one SQL statement: states, late fees of the simple rule (D3: no grace, no
 * second rate, no cap) and the totals of the contracts. `$1` is today. Written for the bench only; it knows
 * nothing of seals, of balances that pay what falls due, nor of billing at the turn of a month.
 */
export const SWEEP_IN_SQL = `
WITH late AS (
  SELECT one.id, one."contractId", one."dueOn", one."amountAmountMicros" AS amount,
    one."paidAmountMicros" AS paid,
    one."amountAmountMicros" - one."paidAmountMicros" - COALESCE(one."creditedAmountMicros", 0) AS open,
    COALESCE(one."lateFeeAmountMicros", 0) AS "feeBefore", contract."lateFeeRate"::numeric / 10000 AS rate
  FROM "keyturnInstallment" AS one
  JOIN "keyturnContract" AS contract ON contract.id = one."contractId"
  WHERE one."deletedAt" IS NULL
    AND (one.state = 'OVERDUE' OR (one.state IN ('PENDING', 'DUE', 'PARTIALLY_PAID') AND one."dueOn" <= $1))
),
-- The days on which the late amount changes: it all is late from the due date on, and less from each payment.
turns AS (
  SELECT id, "dueOn" AS day, amount AS change FROM late
  UNION ALL
  SELECT late.id, GREATEST(payment."allocatedOn", late."dueOn"), -payment."amountAmountMicros"
  FROM late
  JOIN "keyturnAllocation" AS payment ON payment."installmentId" = late.id
  WHERE payment.kind = 'PRINCIPAL' AND payment."deletedAt" IS NULL AND late.paid > 0
),
stretches AS (
  SELECT id, sum(change) OVER later AS base, LEAD(day, 1, $1) OVER later - day AS days
  FROM (SELECT id, day, sum(change) AS change FROM turns GROUP BY id, day) AS by_day
  WINDOW later AS (PARTITION BY id ORDER BY day)
),
fees AS (
  SELECT stretches.id, sum(round(base / 10000 * days * rate)) * 10000 AS fee
  FROM stretches JOIN late ON late.id = stretches.id
  GROUP BY stretches.id
),
worked AS (
  SELECT late.*, fee,
    CASE WHEN "dueOn" < $1 THEN 'OVERDUE' WHEN paid > 0 THEN 'PARTIALLY_PAID' ELSE 'DUE' END AS state,
    CASE WHEN "dueOn" < $1 AND fee > 0 THEN $1 END AS "upTo"
  FROM late JOIN fees ON fees.id = late.id
),
changed AS (
  UPDATE "keyturnInstallment" AS one
  SET state = worked.state, "lateFeeAmountMicros" = fee, "lateFeeUpTo" = "upTo", "updatedAt" = now()
  FROM worked
  WHERE one.id = worked.id
    AND (one.state, "feeBefore", one."lateFeeUpTo") IS DISTINCT FROM (worked.state, fee, "upTo")
)
UPDATE "keyturnContract" AS contract
SET "overdueAmountMicros" = overdue, "overdueCurrencyCode" = contract."priceCurrencyCode",
  "overdueSince" = since, "lateFeeAmountMicros" = COALESCE(contract."lateFeeAmountMicros", 0) + grown,
  "lateFeeCurrencyCode" = contract."priceCurrencyCode", "updatedAt" = now()
FROM (
  SELECT "contractId" AS id, COALESCE(sum(open) FILTER (WHERE "dueOn" < $1), 0) AS overdue,
    min("dueOn") FILTER (WHERE "dueOn" < $1) AS since, sum(fee - "feeBefore") AS grown
  FROM worked GROUP BY 1
) AS total
WHERE contract.id = total.id
  AND (grown <> 0 OR (COALESCE(contract."overdueAmountMicros", 0), contract."overdueSince")
    IS DISTINCT FROM (overdue, since))`;
