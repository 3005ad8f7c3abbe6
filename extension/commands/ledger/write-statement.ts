/**
 * Writes a statement of account as PDF, of a contract or of everything that a buyer has.
 *
 * Changes: the files of the contract or the buyer. Guard: none, it decides nothing. After a crash: nothing is
 * to be mended; written again it is another file.
 */
import * as z from 'zod/mini';
import type { Statement } from '#documents/ledger/statement.ts';
import { statementDocument } from '#documents/ledger/statement-document.ts';
import type { Language } from '#documents/shared/language.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { date, recordId } from '../system/input.ts';
import type { Asked, Question } from '../system/question.ts';
import { accountOf } from './account.ts';
import { type Book, bookQueries } from './book.ts';
import { type ContractOfProject, todayOf, WITH_PROJECT } from './contract-of.ts';
import { buyersOf } from './contract-parties.ts';
import { letterheadOf, type Written, writeDocument } from './write-document.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;
const MOST_CONTRACTS = 50;

const schema = z.object({
  contractId: z.optional(recordId),
  /** All contracts of this buyer. */
  personId: z.optional(recordId),
  /** Without it as of today. */
  asOf: z.optional(date),
  /** Without it in the language of the contract's letters. */
  language: z.optional(z.enum(LANGUAGES, 'must be en or zh-CN')),
});

type Input = z.infer<typeof schema>;

export const writeStatement: Question<Input, Written> = {
  name: 'write-statement',
  room: 'ledger',
  rights: ['keepAccounts', 'sell'],
  schema,

  async answer(asked, input) {
    const found = await contractsOf(asked, input);
    if ('refused' in found) return found;
    const contracts = found.plan;
    const [first] = contracts;
    if (first === undefined) {
      const id = input.contractId ?? input.personId ?? '';
      return refuse({ code: 'NOT_FOUND', what: 'contract', id });
    }
    const today = todayOf(first, asked.clock.now());
    const asOf = input.asOf ?? today;
    if (asOf > today) return refuse({ code: 'DATE_IN_FUTURE', field: 'asOf', date: asOf, today });
    const language = input.language ?? (first.letterLanguage === 'ZH' ? 'zh-CN' : 'en');
    const statement = await statementOf(asked, contracts, { input, asOf, today, language });
    const subject =
      input.contractId === undefined
        ? ({ object: 'person', id: input.personId ?? '' } as const)
        : ({ object: 'contract', id: first.id } as const);
    const title = language === 'en' ? 'Statement' : '对账单';
    const name = `${title} ${statement.reference} ${asOf}.pdf`;
    return { plan: await writeDocument(asked, subject, name, statementDocument(statement, language)) };
  },
};

async function contractsOf({ store }: Asked, input: Input): Promise<Decision<ContractOfProject[]>> {
  const { contractId, personId } = input;
  if ((contractId === undefined) === (personId === undefined)) {
    const problem = 'or personId must be given, one of the two';
    return refuse({ code: 'INVALID_INPUT', field: 'contractId', problem });
  }
  const { contracts } = await store.read({
    contracts: {
      object: 'contract',
      filter:
        contractId === undefined
          ? { buyerId: personId ?? null, state: { not: 'DRAFT' } }
          : { id: contractId },
      with: WITH_PROJECT,
      limit: MOST_CONTRACTS,
    },
  });
  return { plan: contracts as ContractOfProject[] };
}

async function statementOf(
  { store }: Asked,
  contracts: readonly ContractOfProject[],
  { input, asOf, today, language }: { input: Input; asOf: PlainDate; today: PlainDate; language: Language },
): Promise<Statement> {
  const [first] = contracts;
  if (first === undefined) throw new Error('a statement is of at least one contract');
  const accounts = [];
  for (const contract of contracts) {
    const book: Book = await store.read(bookQueries(contract.id));
    accounts.push(accountOf(contract, book, asOf, language));
  }
  // Of one person's contracts it is that person's; a contract's own names all who buy.
  const isPersons = input.contractId === undefined;
  const name = await (isPersons ? nameOf(store, input.personId ?? '') : buyersOf(store, first));
  return {
    kind: isPersons ? 'BUYER' : 'CONTRACT',
    reference: isPersons ? name : first.name,
    date: today,
    asOf,
    sender: letterheadOf(first.unit?.project ?? null),
    buyer: { name, addressLines: [] },
    contracts: accounts,
  };
}

async function nameOf({ read }: Asked['store'], personId: string): Promise<string> {
  const { people } = await read({ people: { object: 'person', filter: { id: personId } } });
  return people[0]?.name ?? '';
}
