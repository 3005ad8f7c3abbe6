/**
 * Room ledger: what in a line of a bank's statement points to which contract. Facts only; `bank-match.ts` weighs
 * them. Made once for all contracts, then each line is looked up. May touch shared values only.
 */
import { formatMoney, isPositive, type Money, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { nameKey, nameKeysIn } from './bank-names.ts';
import type { StatementLine } from './bank-statement.ts';
import { findTokens, type Token, tokenOf } from './bank-tokens.ts';

export type PayableContract = {
  id: string;
  number: string;
  buyerNames: readonly string[];
  currency: string;
  virtualAccount: string | null;
  /** References of payment requests. */
  references: readonly string[];
  unitName: string;
  /** What is still open, in the order in which it falls due. */
  installments: readonly OpenItem[];
};

export type OpenItem = { id: string; label: string; amountOpen: Money; dueOn: PlainDate | null };

export type IdentityCode = 'VIRTUAL_ACCOUNT' | 'REFERENCE' | 'CONTRACT_NUMBER';

/** `found` is the number as our contract writes it. */
export type Evidence =
  | { code: IdentityCode; found: string }
  | { code: 'NUMBER_NOT_WHOLE'; of: IdentityCode; found: string }
  | { code: 'CURRENCY_DIFFERS'; expected: string; given: string }
  | { code: 'PAYER_NAME' | 'NAME_IN_TEXT'; name: string }
  | { code: 'INSTALLMENT_AMOUNT'; installmentId: string; label: string }
  | { code: 'WHOLE_OPEN_AMOUNT' }
  | { code: 'UNIT_NAME'; found: string };

/** Evidence by contract, in the order in which it was found and each piece once. */
export type Findings = Map<PayableContract, Evidence[]>;

export type EvidenceFinder = {
  /** Numbers and names of units in the line. */
  numbers: (line: StatementLine) => Findings;
  /** Buyers who are named as payer or in the text. */
  names: (line: StatementLine) => Findings;
  /** What of the contract has just the line's amount. */
  amounts: (line: StatementLine, contract: PayableContract) => Evidence[];
};

export function evidenceFinder(contracts: readonly PayableContract[]): EvidenceFinder {
  const numbers = numberIndex(contracts);
  const names = nameIndex(contracts);
  const open = openAmounts();
  return {
    numbers: (line) => numbersIn(line, numbers),
    names: (line) => namesIn(line, names),
    amounts: ({ amount }, contract) =>
      amount.currency === contract.currency ? (open(contract).get(amount.minor) ?? []) : [],
  };
}

type Numbered<Code> = { token: Token; contract: PayableContract; code: Code; found: string };
type Index<Code> = Map<string, Numbered<Code>[]>;
type NumberIndex = { identities: Index<IdentityCode>; units: Index<'UNIT_NAME'> };

/** What so many share tells nothing more, and must not make every line slow. */
const MOST_SHARING = 50;

function numberIndex(contracts: readonly PayableContract[]): NumberIndex {
  const [identities, units]: [Index<IdentityCode>, Index<'UNIT_NAME'>] = [new Map(), new Map()];
  for (const contract of contracts) {
    if (contract.virtualAccount !== null)
      put(identities, contract, 'VIRTUAL_ACCOUNT', contract.virtualAccount);
    for (const reference of new Set(contract.references)) put(identities, contract, 'REFERENCE', reference);
    put(identities, contract, 'CONTRACT_NUMBER', contract.number);
    put(units, contract, 'UNIT_NAME', contract.unitName);
  }
  return { identities, units };
}

function put<Code>(index: Index<Code>, contract: PayableContract, code: Code, found: string): void {
  const token = tokenOf(found);
  if (token === null) return;
  const sharing = index.get(token.key);
  if (sharing === undefined) index.set(token.key, [{ token, contract, code, found }]);
  // References that differ in blanks only are one; the others of the contract must not push a second one out.
  else if (sharing.length < MOST_SHARING && sharing.at(-1)?.contract !== contract) {
    sharing.push({ token, contract, code, found });
  }
}

function numbersIn(line: StatementLine, { identities, units }: NumberIndex): Findings {
  const findings: Findings = new Map();
  const credited = tokenOf(line.creditedAccount);
  for (const { contract, code, found } of identities.get(credited?.key ?? '') ?? []) {
    if (code === 'VIRTUAL_ACCOUNT') note(findings, contract, { code, found });
  }
  for (const text of [line.reference, line.text]) {
    for (const { found: hit, isWhole } of findTokens(text, identities)) {
      const { contract, code, found, token } = hit;
      const isNumber = isWhole && !isAmount(token.key, line.amount);
      note(findings, contract, isNumber ? { code, found } : { code: 'NUMBER_NOT_WHOLE', of: code, found });
    }
    for (const { found: hit } of findTokens(text, units)) {
      note(findings, hit.contract, { code: hit.code, found: hit.found });
    }
  }
  return findings;
}

/** Texts repeat the amount; its digits are then no number of a contract. */
function isAmount(key: string, amount: Money): boolean {
  const digits = formatMoney(amount);
  return key === digits.split('.')[0] || key === digits.replace('.', '');
}

type NameIndex = ReadonlyMap<string, readonly { contract: PayableContract; name: string }[]>;

function nameIndex(contracts: readonly PayableContract[]): NameIndex {
  const index = new Map<string, { contract: PayableContract; name: string }[]>();
  for (const contract of contracts) {
    for (const name of contract.buyerNames) {
      const key = nameKey(name);
      if (key === '') continue;
      const sharing = index.get(key);
      if (sharing === undefined) index.set(key, [{ contract, name }]);
      else sharing.push({ contract, name });
    }
  }
  return index;
}

function namesIn(line: StatementLine, index: NameIndex): Findings {
  const findings: Findings = new Map();
  const payer = nameKey(line.payer);
  for (const { contract, name } of index.get(payer) ?? [])
    note(findings, contract, { code: 'PAYER_NAME', name });
  for (const key of nameKeysIn(line.text)) {
    for (const { contract, name } of key === payer ? [] : (index.get(key) ?? [])) {
      note(findings, contract, { code: 'NAME_IN_TEXT', name });
    }
  }
  return findings;
}

function note(findings: Findings, contract: PayableContract, evidence: Evidence): void {
  const known = findings.get(contract);
  if (known === undefined) findings.set(contract, [evidence]);
  else if (!known.some((one) => isSame(one, evidence))) known.push(evidence);
}

function isSame(one: Evidence, other: Evidence): boolean {
  const found = (evidence: Evidence) => ('found' in evidence ? evidence.found : '');
  return one.code === other.code && found(one) === found(other);
}

type OpenAmounts = ReadonlyMap<bigint, Evidence[]>;

/** Made when a contract is first asked for: most are never. */
function openAmounts(): (contract: PayableContract) => OpenAmounts {
  const known = new Map<PayableContract, OpenAmounts>();
  return (contract) => {
    const amounts = known.get(contract) ?? openAmountsOf(contract);
    known.set(contract, amounts);
    return amounts;
  };
}

function openAmountsOf({ installments, currency }: PayableContract): OpenAmounts {
  const open = installments.filter(
    ({ amountOpen }) => isPositive(amountOpen) && amountOpen.currency === currency,
  );
  const amounts = new Map<bigint, Evidence[]>();
  for (const { id, label, amountOpen } of open) {
    // Of several equal ones the first to fall due is meant.
    if (!amounts.has(amountOpen.minor)) {
      amounts.set(amountOpen.minor, [{ code: 'INSTALLMENT_AMOUNT', installmentId: id, label }]);
    }
  }
  const whole = sum(
    open.map(({ amountOpen }) => amountOpen),
    currency,
  );
  if (open.length > 1)
    amounts.set(whole.minor, [...(amounts.get(whole.minor) ?? []), { code: 'WHOLE_OPEN_AMOUNT' }]);
  return amounts;
}
