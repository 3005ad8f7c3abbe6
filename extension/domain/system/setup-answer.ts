/** What the questions `system/setup` and `system/sample-data` answer, for those who ask them. Types only. */
export type SetupProject = {
  id: string;
  name: string;
  needsPermit: boolean;
  permitNumber: string;
  permitExpiresOn: string | null;
  hasTerms: boolean;
  hasLetterhead: boolean;
  hasBankDetails: boolean;
};

/** The last run of a job that left a record, and how many of its runs of a week failed somewhere. */
export type SetupJob = {
  name: string;
  lastAt: string | null;
  failed: number;
  failedAt: string | null;
  summary: string;
};

export type SetupCount =
  | 'buildings'
  | 'units'
  | 'unitTypes'
  | 'milestones'
  | 'paymentPlans'
  | 'paymentPlanLines'
  | 'discountRules'
  | 'teamMembers'
  | 'dunningSteps'
  | 'commissionPlans'
  | 'calendarDays'
  | 'inspectionTemplates'
  | 'warrantyTerms'
  | 'serviceLevels';

export type SetupState = {
  now: string;
  projects: SetupProject[];
  counts: Record<SetupCount, number>;
  /** Units on sale, or about to be, that have no price. */
  unitsWithoutPrice: number;
  teamLeads: number;
  members: number;
  workflows: Partial<Record<string, number>>;
  dashboards: { key: string; title: string | null }[];
  jobs: SetupJob[];
  /** Commands that began and have not come to an end. */
  stuck: { count: number; first: { id: string; name: string; by: string; startedAt: string | null }[] };
  variables: { name: string; isSet: boolean }[];
};

/** Records of people, which who loads the sample makes with their own right; see the page Setup. */
export type SamplePerson = { id: string; firstName: string; lastName: string; isThere: boolean };

export type SampleCompany = { id: string; name: string; isThere: boolean };

/** How far the sample is loaded. */
export type SampleAnswer = {
  state: 'NONE' | 'PARTLY' | 'LOADED';
  done: number;
  total: number;
  projectId: string | null;
  people: SamplePerson[];
  contractor: SampleCompany;
};
