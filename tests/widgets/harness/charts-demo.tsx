/** Every chart and tile once, so that their looks can be seen side by side; part of no build. */
import { createRoot } from 'react-dom/client';
import { useColorScheme } from 'twenty-sdk/front-component';
import { BarList, PartsBar, StackedBars } from '#widgets/shared/charts/bar-list.tsx';
import type { Look, Point } from '#widgets/shared/charts/chart-types.ts';
import { ColumnChart, StackedColumns } from '#widgets/shared/charts/column-chart.tsx';
import { Donut } from '#widgets/shared/charts/donut.tsx';
import { Funnel } from '#widgets/shared/charts/funnel.tsx';
import { LineChart, Sparkline } from '#widgets/shared/charts/line-chart.tsx';
import { BoardSection } from '#widgets/shared/figures/board-section.tsx';
import { FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { DASHBOARD_STYLE } from '#widgets/shared/figures/figures-style.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { Frame } from '#widgets/shared/parts/frame.tsx';

const LOOKS: Look[] = ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'FIFTH', 'SIXTH', 'GOOD', 'WARN', 'BAD', 'REST'];
const ROWS = {
  objects: 'keyturnContracts',
  filters: [{ field: 'state', is: 'IS', anyOf: ['SIGNED'] }],
} as const;
const points = (count: number, looks = false): Point[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `p${index}`,
    label: `Label ${index + 1}`,
    value: ((index * 7) % 11) + 1,
    text: `${((index * 7) % 11) + 1}M`,
    ...(looks ? { look: LOOKS[index % LOOKS.length] as Look } : {}),
    rows: index % 2 === 0 ? ROWS : undefined,
  }));
const SERIES = LOOKS.slice(0, 3).map((look, index) => ({ key: look, label: `Series ${index + 1}`, look }));
const STACKS = points(6).map((point) => ({
  ...point,
  parts: {
    FIRST: { value: point.value, text: point.text },
    SECOND: { value: 4, text: '4M' },
    THIRD: { value: 2, text: '2M' },
  },
}));
const HEAD = {
  description: 'Contracts signed, 1 Jan to 22 Nov 2026. As of 14:32.',
  empty: 'Nothing was signed.',
};
const NAMES = ['Month', 'Amount'] as const;

function Demo() {
  const words = useWords();
  const figure = { basis: 'Contracts signed from 1 to 22 Nov 2026.', asOf: 'As of 14:32:05.', rows: ROWS };
  return (
    <Frame scheme={useColorScheme()} locale={words.locale} style={DASHBOARD_STYLE}>
      <BoardSection
        title="Charts"
        filters={[
          {
            key: 'p',
            label: 'Project',
            value: 'a',
            choices: [
              ['a', 'All projects'],
              ['b', 'Harbour'],
            ],
            onChange: () => undefined,
          },
        ]}
        readAt={Date.now()}
        isRefreshing={false}
        onRefresh={() => undefined}
        words={words}
      >
        <FigureRow
          words={words}
          figures={[
            {
              ...figure,
              key: '1',
              label: 'Net contracts',
              value: '27',
              note: 'TWD 412.5M · 2,815 m²',
              comparison: { text: '+12.5% on October', direction: 'UP', isGood: true },
            },
            {
              ...figure,
              key: '2',
              label: 'Overdue',
              value: 'TWD 12.4M',
              tone: 'bad',
              comparison: { text: '+3.1% on October', direction: 'UP', isGood: false },
            },
            {
              ...figure,
              key: '3',
              label: 'Months of supply',
              value: 'n/a',
              comparison: { text: 'same as in October', direction: 'SAME', isGood: null },
            },
            {
              ...figure,
              key: '4',
              label: 'Receipts',
              value: 'TWD 98M',
              drawing: <Sparkline values={[1, 4, 3, 8, 6, 9]} label="rising" />,
            },
          ]}
        />
        <div className="kt-pair">
          <ColumnChart title="Columns" {...HEAD} points={points(12)} names={NAMES} />
          <StackedColumns title="Stacked columns" {...HEAD} series={SERIES} stacks={STACKS} names={NAMES} />
          <BarList title="Bars" {...HEAD} points={points(5)} names={NAMES} />
          <StackedBars
            title="Stacked bars"
            {...HEAD}
            series={SERIES}
            stacks={STACKS}
            names={NAMES}
            areShares
          />
          <PartsBar title="Parts" {...HEAD} points={points(10, true)} names={NAMES} />
          <Donut title="Donut" {...HEAD} points={points(5, true)} names={NAMES} middle="115 units" />
          <LineChart
            title="Lines"
            {...HEAD}
            labels={points(8).map(({ label }) => label)}
            lines={SERIES.map((one, index) => ({
              ...one,
              values: points(8).map(({ value }) => value + index),
              texts: points(8).map(({ text }) => text),
            }))}
            names={['Month']}
            topText={(top) => `${top}M`}
          />
          <Funnel
            title="Funnel"
            {...HEAD}
            names={['Stage', 'Reached', 'Went on']}
            steps={[40, 26, 8, 6].map((value, index) => ({
              key: String(index),
              label: `Stage ${index + 1}`,
              value,
              text: `${value} · TWD ${value}M`,
              rows: ROWS,
              between: index === 0 ? null : '62.5% went on · 9 days on average',
            }))}
          />
          <ColumnChart title="Nothing" {...HEAD} points={[]} names={NAMES} />
        </div>
      </BoardSection>
    </Frame>
  );
}

/** As the SDK makes one of a definition, which no test may have. */
export default function mount(container: Element): void {
  createRoot(container).render(<Demo />);
}
