/** What the server tells of how far a workspace is set up: the answer of the question `system/setup`. */
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

export type SetupJob = {
  name: string;
  lastAt: string | null;
  failed: number;
  failedAt: string | null;
  summary: string;
};

export type SetupState = {
  now: string;
  projects: SetupProject[];
  counts: Record<
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
    | 'serviceLevels',
    number
  >;
  unitsWithoutPrice: number;
  teamLeads: number;
  members: number;
  workflows: Partial<Record<string, number>>;
  dashboards: { key: string; title: string | null }[];
  jobs: SetupJob[];
  stuck: { count: number; first: { id: string; name: string; by: string; startedAt: string | null }[] };
  variables: { name: string; isSet: boolean }[];
};

export type SamplePerson = { id: string; firstName: string; lastName: string; isThere: boolean };

export type SampleCompany = { id: string; name: string; isThere: boolean };

export type SampleState = {
  state: 'NONE' | 'PARTLY' | 'LOADED';
  done: number;
  total: number;
  projectId: string | null;
  people: SamplePerson[];
  contractor: SampleCompany;
};
