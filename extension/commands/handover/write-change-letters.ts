/**
 * Writes the letters of an engineering change as PDF (A015), in English or Chinese: one buyer's into the Files tab of
 * the answer, or all of them, a page or more each, into that of the change.
 *
 * Changes: the files of the change or the answer. Guard: none, it decides nothing. After a crash: nothing is to be
 * mended; written again it is another file.
 */
import * as z from 'zod/mini';
import type { ChangeLetter, ChangeNotice } from '#documents/handover/change-letter.ts';
import { changeLetterDocument } from '#documents/handover/change-letter-document.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { letterheadOf, type Written, writeDocument } from '../ledger/write-document.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';

/** Letters in one file; what is left goes into the next. */
export const LETTERS_AT_ONCE = 200;

const schema = z.object({
  engineeringChangeId: recordId,
  /** One buyer's letter; without it those of all. */
  changeAnswerId: z.optional(recordId),
  /** Without it one letter is in the language of the contract's letters, and many are in English. */
  language: z.optional(z.enum(['en', 'zh-CN'], 'must be en or zh-CN')),
  /** So many were written before. */
  from: z.optional(z.int('must be a whole number').check(z.gte(0, 'must not be below zero'))),
});

type Asking = z.infer<typeof schema>;
type Change = Loaded<'engineeringChange', { project: true; building: true }>;
type Answer = Loaded<'changeAnswer', { contract: { buyer: true; company: true }; unit: true }>;
type Papers = { change: Change; answers: Answer[]; parties: RecordOf<'party'>[] };

export const writeChangeLetters: Question<Asking, Written & { letters: number; left: number }> = {
  name: 'write-change-letters',
  room: 'handover',
  rights: ['handOver', 'keepAccounts'],
  schema,

  async answer(asked, input) {
    const { changeAnswerId, from = 0 } = input;
    const found = await loadPapers(asked.store, input);
    if (isRefused(found)) return found;
    const { change, answers, parties } = found.plan;
    const notice = noticeOf(change);
    if (notice === null)
      return refuse({
        code: 'INVALID_INPUT',
        field: 'engineeringChangeId',
        problem: 'is a draft: send the change first, then its letters can be written',
      });
    const chosen = answers.slice(from, from + LETTERS_AT_ONCE);
    const [first] = chosen;
    if (answers.length === 0) return refuse({ code: 'NOBODY_CONCERNED', change: change.name });
    if (first === undefined)
      return refuse({ code: 'INVALID_INPUT', field: 'from', problem: 'is beyond the last letter' });
    const isOne = changeAnswerId !== undefined;
    const own = isOne && first.contract?.letterLanguage === 'ZH' ? 'zh-CN' : 'en';
    const language = input.language ?? own;
    const letters = chosen.map((one) => letterOf(one, parties));
    const title = language === 'en' ? 'Notice of a change' : '变更通知书';
    const about = isOne ? [change.name, letters[0]?.unit].join(' ') : change.name;
    const name = `${title} ${about} ${notice.date}${from === 0 ? '' : ` ${from + 1}`}.pdf`;
    const place = isOne
      ? ({ object: 'changeAnswer', id: first.id } as const)
      : ({ object: 'engineeringChange', id: change.id } as const);
    const written = await writeDocument(asked, place, name, changeLetterDocument(notice, letters, language));
    return {
      plan: { ...written, letters: letters.length, left: answers.length - from - letters.length },
    };
  },
};

async function loadPapers(
  store: Store,
  { engineeringChangeId, changeAnswerId }: Asking,
): Promise<Decision<Papers>> {
  const { changes, answers } = await store.read({
    changes: {
      object: 'engineeringChange',
      filter: { id: engineeringChangeId },
      with: { project: true, building: true },
    },
    answers: {
      object: 'changeAnswer',
      filter: { engineeringChangeId, ...(changeAnswerId === undefined ? {} : { id: changeAnswerId }) },
      with: { contract: { buyer: true, company: true }, unit: true },
      orderBy: { name: 'ASC' },
    },
  });
  const [change] = changes;
  if (change === undefined)
    return refuse({ code: 'NOT_FOUND', what: 'engineering change', id: engineeringChangeId });
  if (changeAnswerId !== undefined && answers.length === 0)
    return refuse({ code: 'NOT_FOUND', what: 'change answer', id: changeAnswerId });
  const contractIds = answers.flatMap(({ contractId }) => contractId ?? []);
  const { parties } = await store.read({
    parties: { object: 'party', filter: { contractId: { in: contractIds }, state: 'ACTIVE' } },
  });
  return { plan: { change, answers, parties } };
}

/** Null while nobody is told. */
export function noticeOf(change: Change): ChangeNotice | null {
  const { noticedOn, answerBy, project, building } = change;
  if (change.state === 'DRAFT' || noticedOn === null || answerBy === null) return null;
  return {
    reference: change.id.slice(0, 8).toUpperCase(),
    sender: letterheadOf(project),
    date: noticedOn,
    change: change.name,
    kind: change.kind,
    project: project?.name ?? '',
    building: building?.name ?? '',
    description: change.description,
    consequence: change.consequence,
    decidedOn: change.decidedOn,
    answerBy,
    silenceMeans: change.silenceMeans,
    mayRescind: change.mayRescind,
  };
}

function letterOf(
  { contract, contractId, unit }: Answer,
  parties: readonly RecordOf<'party'>[],
): ChangeLetter {
  const named = parties
    .filter((party) => party.contractId === contractId)
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => (name === '' ? [] : [name]));
  const single = contract?.buyer?.name || contract?.company?.name;
  const buyers = named.length > 0 ? named : single ? [single] : [];
  return { buyers, contract: contract?.name ?? '', unit: unit?.name ?? '' };
}
