/**
 * Writes the letter of a dunning notice as PDF, with what is overdue today.
 *
 * Changes: the files of the notice. Guard: none, it decides nothing. After a crash: nothing is to be mended;
 * written again it is another file.
 */
import * as z from 'zod/mini';
import {
  type BankAccount,
  type DemandLetter,
  type DemandLetterTemplate,
  unknownInTemplate,
} from '#documents/ledger/demand-letter.ts';
import { demandLetterDocument } from '#documents/ledger/demand-letter-document.ts';
import { DEMAND_LETTER_TEMPLATES } from '#documents/ledger/demand-letter-templates.ts';
import { feeLeft, labelOf, openOf } from '#domain/ledger/index.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { currencyOf, replayBook } from './book.ts';
import { type ContractBook, loadContract, todayOf } from './contract-of.ts';
import { buyersOf } from './contract-parties.ts';
import { letterheadOf, type Written, writeDocument } from './write-document.ts';

const schema = z.object({
  dunningNoticeId: recordId,
  /** Without it in the language of the contract's letters. */
  language: z.optional(z.enum(['en', 'zh-CN'], 'must be en or zh-CN')),
});

type Notice = Loaded<'dunningNotice', { dunningStep: true }>;
type Language = 'en' | 'zh-CN';

export const writeLetter: Question<z.infer<typeof schema>, Written> = {
  name: 'write-letter',
  room: 'ledger',
  rights: ['keepAccounts'],
  schema,

  async answer(asked, { dunningNoticeId: id, language: given }) {
    const { store, clock } = asked;
    const { notices } = await store.read({
      notices: { object: 'dunningNotice', filter: { id }, with: { dunningStep: true } },
    });
    const [notice] = notices as Notice[];
    if (notice === undefined) return refuse({ code: 'NOT_FOUND', what: 'dunning notice', id });
    const loaded = await loadContract(store, notice.contractId ?? '');
    if (isRefused(loaded)) return loaded;
    const { contract } = loaded.plan;
    const language = given ?? (contract.letterLanguage === 'ZH' ? 'zh-CN' : 'en');
    const template = templateOf(notice, language);
    const unknown = unknownInTemplate(template);
    if (unknown.length > 0) {
      const problem = `has placeholders that nobody knows: ${unknown.join(', ')}`;
      const field = language === 'en' ? 'letterEnglish' : 'letterChinese';
      return refuse({ code: 'INVALID_INPUT', field, problem });
    }
    const name = await buyersOf(store, contract);
    const letter = letterOf(notice, loaded.plan, { name, template, today: todayOf(contract, clock.now()) });
    const document = demandLetterDocument(letter, language);
    const fileName = `${template.title} ${contract.name} ${letter.date}.pdf`;
    const plan = await writeDocument(asked, { object: 'dunningNotice', id }, fileName, document);
    return { plan };
  },
};

/** The step's own words, or those that come with Keyturn. Its first line is the title. */
function templateOf({ level, dunningStep }: Notice, language: Language): DemandLetterTemplate {
  const own = (language === 'en' ? dunningStep?.letterEnglish : dunningStep?.letterChinese)?.trim() ?? '';
  if (own === '') return DEMAND_LETTER_TEMPLATES[language][level];
  const [title = '', ...body] = own.split(/\r?\n/);
  return { title: title.trim(), body: body.join('\n').trim() };
}

function letterOf(
  notice: Notice,
  { contract, book }: ContractBook,
  { name, template, today }: { name: string; template: DemandLetterTemplate; today: PlainDate },
): DemandLetter {
  const { charges } = replayBook(contract, book, today);
  const isReminder = notice.level === 'REMINDER';
  const currency = currencyOf(contract);
  const overdue = book.installments
    .flatMap((one) => {
      const { amount, dueOn } = one;
      const limit = isReminder ? (notice.payBy ?? today) : today;
      if (amount === null || dueOn === null || dueOn > limit || one.closedAs !== null) return [];
      const outcome = charges.find(({ id }) => id === one.id);
      const open = openOf({ ...one, amount }, outcome);
      const lateFee = feeLeft(outcome, currency);
      if (open.minor <= 0n && lateFee.minor <= 0n) return [];
      return [
        { label: labelOf(one), dueOn, daysLate: Math.max(daysBetween(dueOn, today), 0), open, lateFee },
      ];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    level: notice.level,
    letterNumber: notice.id.slice(0, 8).toUpperCase(),
    date: today,
    sender: letterheadOf(contract.unit?.project ?? null),
    addressee: { name, addressLines: [] },
    project: contract.unit?.project?.name ?? '',
    contract: contract.name,
    unit: contract.unit?.name ?? '',
    currency,
    overdue,
    payBy: notice.payBy ?? today,
    bankAccounts: bankAccounts(contract.unit?.project ?? null, contract.virtualAccount),
    template,
  };
}

/** One account a line: "Holder; Bank; Number". The buyer's own account goes first. */
function bankAccounts(project: RecordOf<'project'> | null, virtualAccount: string): BankAccount[] {
  const accounts = (project?.bankDetails ?? '')
    .split(/\r?\n/)
    .map((line) => line.split(/[;；|]/).map((part) => part.trim()))
    .filter(([first = '']) => first !== '')
    .map(([holder = '', bank = '', number = '']) => ({ holder, bank, number }));
  const [first] = accounts;
  if (virtualAccount === '' || first === undefined) return accounts;
  return [{ ...first, number: virtualAccount }];
}
