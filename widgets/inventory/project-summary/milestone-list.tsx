/** The milestones of a project by building: planned, certified, and how much waits for them or is due by them. */
import { isPositive } from '#domain/shared/money.ts';
import { wholeMoney } from '#widgets/insight/board/wording.ts';
import { openForm } from '#widgets/shared/commands/open-form.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { NotForYou, RecordLink } from '#widgets/shared/record/record-parts.tsx';
import type { MilestoneLine, ProjectFigures } from './project-figures.ts';
import { MOST_MILESTONES } from './project-queries.ts';

export function Milestones({
  figures: { milestones, today },
  words,
}: {
  figures: ProjectFigures;
  words: Words;
}) {
  const { t } = words;
  if (milestones === null) return <NotForYou words={words} />;
  if (milestones.length === 0)
    return <p className="kt-hint">{t('No milestones yet. Enter them with their building.')}</p>;
  return (
    <>
      {buildingsOf(milestones).map(([building, lines]) => (
        <div key={building.id} className="kt-milestones">
          <RecordLink object="keyturnBuilding" id={building.id}>
            {building.name ?? '–'}
          </RecordLink>
          <ul className="kt-lines">
            {lines.map((line) => (
              <Milestone
                key={line.id}
                line={line}
                isNext={line.id === lines.find(({ certifiedOn }) => certifiedOn === null)?.id}
                today={today}
                words={words}
              />
            ))}
          </ul>
        </div>
      ))}
      {milestones.length === MOST_MILESTONES && (
        <p className="kt-hint">
          {t('The first {count}; the rest is on the pages of the buildings.', { count: MOST_MILESTONES })}
        </p>
      )}
    </>
  );
}

type MilestoneProps = { line: MilestoneLine; isNext: boolean; today: string; words: Words };

function Milestone({ line, isNext, today, words }: MilestoneProps) {
  const { t, locale } = words;
  const { id, name, plannedOn, certifiedOn, open } = line;
  const isLate = certifiedOn === null && plannedOn !== null && plannedOn < today;
  const title = t('Certify milestone');
  return (
    <li>
      <span className="kt-milestone-name">
        <RecordLink object="keyturnMilestone" id={id}>
          {name ?? '–'}
        </RecordLink>
        {certifiedOn === null ? (
          <span className={isLate ? 'kt-bad' : 'kt-soft'}>
            {plannedOn === null
              ? t('not planned yet')
              : isLate
                ? t('planned for {date}, late', { date: dateText(plannedOn, locale) })
                : t('planned for {date}', { date: dateText(plannedOn, locale) })}
          </span>
        ) : (
          <span className="kt-chip" data-tone="good">
            {t('certified {date}', { date: dateText(certifiedOn, locale) })}
          </span>
        )}
      </span>
      <span className="kt-milestone-name kt-number">
        {open !== null && isPositive(open) && (
          <span>
            {certifiedOn === null
              ? t('makes {amount} due', { amount: wholeMoney(open, words) })
              : t('{amount} still open', { amount: wholeMoney(open, words) })}
          </span>
        )}
        {isNext && (
          <Button
            size="small"
            label={`${title}: ${name ?? ''}`}
            onPress={() =>
              void openForm({ object: 'keyturnMilestone', recordId: id, widget: 'certifyMilestone', title })
            }
          >
            {title}
          </Button>
        )}
      </span>
    </li>
  );
}

type Building = NonNullable<MilestoneLine['building']>;

/** Each building with its milestones in the order of construction. */
function buildingsOf(milestones: readonly MilestoneLine[]): [Building, MilestoneLine[]][] {
  const byId = new Map<string, [Building, MilestoneLine[]]>();
  for (const line of milestones) {
    const building = line.building ?? { id: '', name: null };
    const known = byId.get(building.id) ?? [building, []];
    known[1].push(line);
    byId.set(building.id, known);
  }
  return [...byId.values()].sort(([a], [b]) => (a.name ?? '').localeCompare(b.name ?? ''));
}

export const MILESTONE_STYLE = `
.kt-milestones{display:flex;flex-direction:column}
.kt-milestones+.kt-milestones{margin-top:12px}
.kt-milestone-name{display:inline-flex;flex-wrap:wrap;align-items:baseline;gap:2px 10px}
.kt-milestones .kt-lines .kt-record-link{color:inherit}
`;
