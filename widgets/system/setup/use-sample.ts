/**
 * Loads the sample step by step, and takes it away. Its buyers are records of people, and a contractor is a company:
 * those are made and deleted with the admin's own right, for Keyturn itself may only read them; without that right
 * buyers stay mere names, and nobody mends what is found in the homes.
 */

import { useRef, useState } from 'react';
import type { SampleAnswer, SampleCompany, SamplePerson } from '#domain/system/setup-answer.ts';
import { literal, query } from '#widgets/shared/api/graphql.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';
import type { NotDone } from './use-setup.ts';

export type SampleWork = { kind: 'LOADING' | 'REMOVING'; done: number; total: number } | null;

type LoadAnswer = { done: number; total: number; isComplete: boolean; protocolOf: string | null };

/** So nobody takes them for customers, also where a removal was cut off. */
const TITLE = 'Sample buyer (Keyturn)';

export function useSample(locale: string, onChanged: () => Promise<void>) {
  const [work, setWork] = useState<SampleWork>(null);
  const [failure, setFailure] = useState<NotDone | null>(null);
  const isAtWork = useRef(false);

  const begin = async (todo: () => Promise<NotDone | null>) => {
    if (isAtWork.current) return;
    isAtWork.current = true;
    setFailure(null);
    setFailure(await todo());
    await onChanged();
    setWork(null);
    isAtWork.current = false;
  };

  const load = (sample: SampleAnswer, terms: { currency: string; timeZone: string }) =>
    begin(async () => {
      setWork({ kind: 'LOADING', done: sample.done, total: sample.total });
      await makePeople(sample.people.filter(({ isThere }) => !isThere)).catch(() => undefined);
      await makeContractor(sample.contractor).catch(() => undefined);
      for (;;) {
        const answer = await runCommand('sample/load-sample-data', terms, {
          requestId: newRequestId(),
          locale,
        });
        if (answer.kind !== 'DONE') return answer;
        const { done, total, isComplete, protocolOf } = answer.result as LoadAnswer;
        setWork({ kind: 'LOADING', done, total });
        if (!isComplete) continue;
        if (protocolOf !== null) await writeProtocol(protocolOf, locale);
        return null;
      }
    });

  const remove = (sample: SampleAnswer) =>
    begin(async () => {
      setWork({ kind: 'REMOVING', done: 0, total: 1 });
      const answer = await runCommand('sample/remove-sample-data', {}, { requestId: newRequestId(), locale });
      if (answer.kind !== 'DONE') return answer;
      await deletePeople(sample.people).catch(() => undefined);
      await deleteContractor(sample.contractor).catch(() => undefined);
      return null;
    });

  return { work, failure, load, remove };
}

/** The sample is whole without it, too. */
async function writeProtocol(handoverId: string, locale: string): Promise<void> {
  const language = locale.startsWith('zh') ? 'zh-CN' : 'en';
  const input = { handoverId, language } as const;
  await runCommand('documents/write-handover-protocol', input, { requestId: newRequestId(), locale });
}

async function makePeople(people: readonly SamplePerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(
    ({ id, firstName, lastName }) =>
      `{ id: ${literal(id)}, name: { firstName: ${literal(firstName)}, lastName: ${literal(lastName)} }, jobTitle: ${literal(TITLE)} }`,
  );
  await query(`mutation { createPeople(data: [${rows.join(', ')}]) { id } }`);
}

async function deletePeople(people: readonly SamplePerson[]): Promise<void> {
  const ids = people.filter(({ isThere }) => isThere).map(({ id }) => literal(id));
  if (ids.length === 0) return;
  await query(`mutation { deletePeople(filter: { id: { in: [${ids.join(', ')}] } }) { id } }`);
}

async function makeContractor({ id, name, isThere }: SampleCompany): Promise<void> {
  if (isThere) return;
  const row = `{ id: ${literal(id)}, name: ${literal(name)} }`;
  await query(`mutation { createCompanies(data: [${row}]) { id } }`);
}

async function deleteContractor({ id, isThere }: SampleCompany): Promise<void> {
  if (isThere) await query(`mutation { deleteCompanies(filter: { id: { in: [${literal(id)}] } }) { id } }`);
}
