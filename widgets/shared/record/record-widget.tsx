/** The shell of every record's widget: reads the record of its page, and says so when it cannot. */
import type { ReactNode } from 'react';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import {
  FailedBlank,
  GoneBlank,
  LoadingForm,
  NothingSelected,
} from '#widgets/shared/command-form/form-states.tsx';
import { timeText } from '#widgets/shared/format/moment.ts';
import { useWords, type Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { useNow } from '#widgets/shared/parts/use-now.ts';
import { RECORD_STYLE } from './record-style.ts';
import { useRecord } from './use-record.ts';

export type RecordViewProps<Subject> = {
  subject: Subject;
  words: Words;
  /** Milliseconds; what counts down is drawn from it. */
  now: number;
  reload: () => Promise<void>;
};

type RecordWidgetProps<Subject> = {
  /** Null when the record is gone. @throws ApiFailure */
  load: (id: string) => Promise<Subject | null>;
  View: (props: RecordViewProps<Subject>) => ReactNode;
  /** Rules of this widget alone. */
  style?: string;
};

const TICK_MS = 30_000;
const FRESH_MS = 5_000;

export function RecordWidget<Subject>({ load, View, style = '' }: RecordWidgetProps<Subject>) {
  const [id = null] = useSelectedRecordIds();
  return (
    <HostFrame style={`${RECORD_STYLE}${style}`}>
      {id === null ? <NothingSelected /> : <OfRecord key={id} id={id} load={load} View={View} />}
    </HostFrame>
  );
}

function OfRecord<Subject>({ id, load, View }: RecordWidgetProps<Subject> & { id: string }) {
  const words = useWords();
  const { subject, isGone, failure, readAt, isRefreshing, reload } = useRecord(load, id);
  const now = useNow(TICK_MS);
  const { t, locale } = words;
  if (isGone) return <GoneBlank />;
  if (subject === null && failure !== null)
    return <FailedBlank failure={failure} onAgain={() => void reload()} />;
  if (subject === null) return <LoadingForm />;
  return (
    <div
      className="kt-record"
      onPointerEnter={() => {
        // What was done beside the page, in the side panel, is seen when somebody comes back.
        if (readAt !== null && Date.now() - readAt > FRESH_MS) void reload();
      }}
    >
      {failure !== null && (
        <Notice tone="bad" action={{ label: t('Try again'), onPress: () => void reload() }}>
          {t('This may be out of date.')} {failureTold(failure, words).title}.
        </Notice>
      )}
      <View subject={subject} words={words} now={now} reload={reload} />
      <div className="kt-record-foot kt-soft">
        <span className="kt-number">
          {readAt === null ? '' : t('As of {time}', { time: timeText(readAt, locale) })}
        </span>
        <Button look="plain" size="small" onPress={() => void reload()} isDisabled={isRefreshing}>
          {t('Refresh')}
        </Button>
      </div>
    </div>
  );
}
