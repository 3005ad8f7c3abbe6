/**
 * What a title case waits for: money that is due by the contract's book, the mortgage on the building, papers; and
 * how many days are left. Reads only.
 */
import * as z from 'zod/mini';
import { frozenRefusal } from '#domain/deal/index.ts';
import { nextTitleDeadline, titleObstacles } from '#domain/handover/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { loadTitleCase } from './title-case-of.ts';
import { titleGround, titleToday } from './title-ground.ts';

const schema = z.object({ titleCaseId: recordId });

type Answer = {
  state: string;
  due: string | null;
  mortgagedTo: string;
  documentsMissing: string;
  isFrozen: boolean;
  /** What stands against the next step of the registry: filing, then the certificate. */
  obstacles: { reason: string; detail: string }[];
  deadline: { what: string; on: string; daysLeft: number } | null;
};

export const checkTitleCase: Question<z.infer<typeof schema>, Answer> = {
  name: 'check-title-case',
  room: 'handover',
  rights: ['handOver'],
  schema,

  async answer({ store, clock }, { titleCaseId }) {
    const loaded = await loadTitleCase(store, titleCaseId);
    if (isRefused(loaded)) return loaded;
    const { titleCase, contract, books, freeze } = loaded.plan;
    const today = titleToday(contract, clock.now());
    const ground = titleGround(contract, books, today);
    const isFiled = titleCase.submittedOn !== null;
    const next = isFiled ? 'ISSUED' : 'SUBMITTED';
    return {
      plan: {
        state: titleCase.state,
        ...ground,
        documentsMissing: titleCase.documentsMissing,
        isFrozen: contract.unit !== null && frozenRefusal(contract.unit, freeze) !== null,
        obstacles:
          titleCase.issuedOn === null ? titleObstacles(next, ground, titleCase.documentsMissing) : [],
        deadline: nextTitleDeadline(titleCase, today),
      },
    };
  },
};
