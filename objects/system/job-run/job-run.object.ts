/** A run of a job: when, what it did, what it refused and what failed, for a person to read. */
import { defineObject } from 'twenty-sdk/define';
import { dateTime, json, object, text, whole } from '#kit/object.ts';

export default defineObject(
  object('jobRun', {
    label: 'Job run',
    plural: 'Job runs',
    icon: 'IconRun',
    description: 'A run of a job: what it did, what failed and why.',
    isUICreatable: false,
    fields: {
      name: text('Job'),
      startedAt: dateTime('Started at'),
      finishedAt: dateTime('Finished at'),
      done: whole('Done'),
      refused: whole('Refused'),
      failed: whole('Failed'),
      summary: text('Summary'),
      report: json('Report'),
    },
  }),
);
