/** An inspection on a phone: room by room, three large buttons an item, saved as it goes, signed in the end. */
import { useState } from 'react';
import { countChecks } from '#domain/handover/inspections.ts';
import { INSPECTION_STATES } from '#widgets/handover/names.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { CheckCard } from './check-card.tsx';
import { PhotoLink } from './photo-link.tsx';
import { SignWalk } from './sign-walk.tsx';
import { useWalk } from './use-walk.ts';
import { nextOpenRoom, type RoomProgress, roomsOf, shownItems } from './walk-drafts.ts';
import type { Walk } from './walk-records.ts';

export function InspectionWalk({ subject, words, reload }: RecordViewProps<Walk>) {
  const { t, locale } = words;
  const { drafts, isSaving, failed, give, save } = useWalk(subject.id, locale, reload);
  const items = shownItems(subject.items, drafts);
  const rooms = roomsOf(items);
  const [chosen, setChosen] = useState<string | null>(null);
  const room = rooms.find((one) => one.room === chosen)?.room ?? rooms[0]?.room ?? '';
  const counts = countChecks(items);
  const isOver = subject.state === 'SIGNED';
  const next = nextOpenRoom(rooms, room);
  const unsaved = Object.keys(drafts).length;
  if (items.length === 0) return <p className="kt-hint">{t('This inspection has no items.')}</p>;
  return (
    <>
      <div className="kt-record-lead">
        <span className="kt-record-name">{subject.name ?? subject.unit?.name ?? '–'}</span>
        <span className="kt-chip" data-tone={isOver ? 'good' : 'now'}>
          {nameIn(INSPECTION_STATES, subject.state, t)}
        </span>
      </div>
      <Progress counts={counts} words={words} />
      {isOver && <Signed walk={subject} words={words} />}
      <Rooms rooms={rooms} current={room} onChoose={setChosen} words={words} />
      <ul className="kt-check-cards" aria-label={room}>
        {items
          .filter((one) => one.room === room)
          .map((item) => (
            <CheckCard key={item.id} item={item} isOver={isOver} words={words} onGive={give} />
          ))}
      </ul>
      {failed !== null && (
        <Notice tone="bad" action={{ label: t('Save again'), onPress: () => void save() }}>
          {t('Not saved yet: {count}.', { count: unsaved })} {answerText(failed, words)}
        </Notice>
      )}
      {unsaved > 0 && failed === null && (
        <div className="kt-walk-wide">
          <Button isDisabled={isSaving} onPress={() => void save()}>
            {isSaving ? t('Saving…') : t('Save')}
          </Button>
        </div>
      )}
      {next !== null && next !== room && (
        <div className="kt-walk-wide">
          <Button look="primary" onPress={() => setChosen(next)}>
            {t('Next room: {room}', { room: next })}
          </Button>
        </div>
      )}
      {counts.defects > 0 && !isOver && <PhotoLink inspectionId={subject.id} words={words} />}
      {!isOver && (
        <SignWalk inspectionId={subject.id} counts={counts} words={words} save={save} onDone={reload} />
      )}
    </>
  );
}

function Progress({ counts, words: { t } }: { counts: ReturnType<typeof countChecks>; words: Words }) {
  const share = counts.items === 0 ? 0 : Math.round((counts.checked * 100) / counts.items);
  return (
    <div className="kt-walk-progress" role="status">
      <span className="kt-number">
        {t('{checked} of {items} checked, defects: {defects}', {
          checked: counts.checked,
          items: counts.items,
          defects: counts.defects,
        })}
      </span>
      <span className="kt-walk-bar" aria-hidden={true}>
        <span style={{ width: `${share}%` }} />
      </span>
    </div>
  );
}

function Signed({ walk, words: { t, locale } }: { walk: Walk; words: Words }) {
  const at = walk.signedAt === null ? '' : dateTimeText(walk.signedAt, locale);
  return (
    <Notice tone={walk.isPassed === true ? 'good' : 'bad'}>
      {t('Signed by {name}, {time}.', { name: walk.signedBy ?? '–', time: at })}{' '}
      {walk.isPassed === true ? t('The home is accepted.') : t('Blocking snags have to be mended first.')}
    </Notice>
  );
}

type RoomsProps = {
  rooms: readonly RoomProgress[];
  current: string;
  onChoose: (room: string) => void;
  words: Words;
};

function Rooms({ rooms, current, onChoose, words: { t } }: RoomsProps) {
  return (
    <nav className="kt-walk-rooms" aria-label={t('Rooms')}>
      {rooms.map(({ room, items, checked, defects }) => (
        <button
          key={room}
          type="button"
          className="kt-walk-room"
          data-done={checked === items ? 'yes' : 'no'}
          aria-pressed={flag(room === current)}
          onClick={() => onChoose(room)}
        >
          <span>{room}</span>
          <span className="kt-number kt-walk-count">
            {checked}/{items}
            {defects > 0 && ` · ${t('Defects: {count}', { count: defects })}`}
          </span>
        </button>
      ))}
    </nav>
  );
}
