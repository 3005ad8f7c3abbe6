/** A project at a glance, in a tab of its page. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CHART_STYLE } from '#widgets/shared/charts/chart-style.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { MILESTONE_STYLE } from './milestone-list.tsx';
import { readProject } from './project-queries.ts';
import { PROJECT_STYLE, ProjectSummary } from './project-summary.tsx';

const STYLE = `${CHART_STYLE}${PROJECT_STYLE}${MILESTONE_STYLE}`;

function ProjectSummaryWidget() {
  return <RecordWidget load={readProject} View={ProjectSummary} style={STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.projectSummary'),
  name: 'project-summary',
  description: 'A project at a glance: stock, sales, money, and what its construction makes due.',
  component: ProjectSummaryWidget,
});
