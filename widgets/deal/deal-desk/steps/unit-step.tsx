/** Which unit: the free ones of a project, narrowed by name, kind and price. */
import { useCallback, useEffect, useState } from 'react';
import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { kindLabel } from '#widgets/inventory/sales-control/kind-label.ts';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { amountOf, amountText, numberText, readDecimal } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { ChoiceField, TextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { StateTag } from '#widgets/shared/unit-state/state-tag.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import type { DeskUnit } from '../desk-draft.ts';
import { NO_UNIT_FILTERS, type UnitFilters, type UnitPage } from '../read-desk.ts';

const KINDS: readonly UnitKind[] = ['RESIDENCE', 'SHOP', 'OFFICE', 'PARKING', 'STORAGE'];
const PAUSE_MS = 250;

export function UnitStep(props: DeskProps) {
  const { desk, words } = props;
  const { t } = words;
  const { unit } = desk.draft;
  return (
    <div className="kt-form-group">
      <h3 className="kt-step-title">{t('Which unit is it?')}</h3>
      {unit === null ? (
        <UnitSearch {...props} />
      ) : (
        <ChosenUnit unit={unit} words={words} onChange={() => desk.chooseUnit(null)} />
      )}
    </div>
  );
}

function ChosenUnit({ unit, words, onChange }: { unit: DeskUnit; words: Words; onChange: () => void }) {
  return (
    <div className="kt-unit-card">
      <UnitFacts unit={unit} words={words} />
      <StateTag state={unit.state} words={words} />
      <Button size="small" onPress={onChange}>
        {words.t('Choose another unit')}
      </Button>
    </div>
  );
}

function UnitFacts({ unit, words }: { unit: DeskUnit; words: Words }) {
  const { t, locale } = words;
  const price = amountOf(unit.listPrice);
  const facts = [
    unit.kind === null ? null : kindLabel(unit.kind, words),
    unit.floor === null ? null : t('floor {floor}', { floor: unit.floor }),
    unit.areaSquareMetres === null ? null : `${numberText(unit.areaSquareMetres, locale)} m²`,
  ];
  return (
    <span className="kt-unit-facts">
      <span className="kt-strong">{unit.name ?? '–'}</span>
      <span className="kt-hint">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      <span className="kt-unit-price kt-number">
        {price === null ? t('no price') : amountText(price, locale)}
      </span>
    </span>
  );
}

function UnitSearch({ desk, port, words }: DeskProps) {
  const { t } = words;
  const { projectId } = desk.draft;
  const projects = desk.opened?.projects ?? [];
  const [filters, setFilters] = useState<UnitFilters>(NO_UNIT_FILTERS);
  const [most, setMost] = useState('');
  const found = useFreeUnits(port.readFreeUnits, projectId, filters);
  const narrow = (to: Partial<UnitFilters>) => setFilters({ ...filters, ...to });
  return (
    <>
      <search className="kt-unit-filters" aria-label={t('Filter units')}>
        {projects.length > 1 && (
          <ChoiceField
            label={t('Project')}
            value={projectId ?? ''}
            choices={projects.map(({ id, name }) => [id, name ?? '–'] as const)}
            onChange={(id) => desk.change({ projectId: id })}
          />
        )}
        <TextField
          label={t('Name or number')}
          value={filters.text}
          placeholder={t('such as 12-03')}
          onChange={(text) => narrow({ text })}
        />
        <ChoiceField
          label={t('Kind')}
          value={filters.kind}
          choices={[['', t('All kinds')], ...KINDS.map((kind) => [kind, kindLabel(kind, words)] as const)]}
          onChange={(kind) => narrow({ kind: KINDS.find((one) => one === kind) ?? '' })}
        />
        <TextField
          label={t('List price at most')}
          value={most}
          onChange={(typed) => {
            setMost(typed);
            narrow({ most: readDecimal(typed) ?? '' });
          }}
        />
      </search>
      <Found found={found} words={words} onChoose={desk.chooseUnit} />
    </>
  );
}

type Units = ReturnType<typeof useFreeUnits>;

type FoundProps = { found: Units; words: Words; onChoose: (unit: DeskUnit) => void };

function Found({ found: { page, failure, isReading, more, again }, words, onChoose }: FoundProps) {
  const { t } = words;
  if (failure !== null)
    return (
      <Notice tone="bad" action={{ label: t('Try again'), onPress: again }}>
        {failureTold(failure, words).title}
      </Notice>
    );
  if (page === null) return <p className="kt-hint">{t('Searching…')}</p>;
  if (page.units.length === 0)
    return (
      <Notice>{t('No free unit matches. Widen the search, or look at the sales-control board.')}</Notice>
    );
  return (
    <>
      <p className="kt-hint" role="status">
        {isReading
          ? t('Searching…')
          : t('{shown} of {all} free units', { shown: page.units.length, all: page.total })}
      </p>
      <ul className="kt-units">
        {page.units.map((unit) => (
          <li key={unit.id}>
            <button type="button" className="kt-unit-choice" onClick={() => onChoose(unit)}>
              <UnitFacts unit={unit} words={words} />
            </button>
          </li>
        ))}
      </ul>
      {page.next !== null && (
        <div className="kt-form-actions">
          <Button isDisabled={isReading} onPress={more}>
            {t('Show more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Reads shortly after the last change; an answer to an older search is not shown. */
function useFreeUnits(
  read: DeskProps['port']['readFreeUnits'],
  projectId: string | null,
  filters: UnitFilters,
) {
  const [page, setPage] = useState<UnitPage | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` reads the same once more
  useEffect(() => {
    if (projectId === null) return;
    let isWanted = true;
    setIsReading(true);
    const timer = setTimeout(() => {
      read(projectId, filters).then(
        (found) => {
          if (!isWanted) return;
          setPage(found);
          setFailure(null);
          setIsReading(false);
        },
        (error: unknown) => isWanted && setFailure(asFailure(error)),
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [read, projectId, filters, turn]);
  const more = useCallback(async () => {
    if (projectId === null || page === null || page.next === null) return;
    setIsReading(true);
    try {
      const next = await read(projectId, filters, page.next);
      setPage({ ...next, units: [...page.units, ...next.units] });
    } catch (error) {
      setFailure(asFailure(error));
    }
    setIsReading(false);
  }, [read, projectId, filters, page]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { page, failure, isReading, more: () => void more(), again };
}
