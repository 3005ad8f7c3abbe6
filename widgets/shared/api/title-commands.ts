/** The commands and questions about titles and engineering changes that widgets give, with what each takes. */
import type {
  ChangeAnswerState,
  EngineeringChangeKind,
  SilenceMeans,
  TitleBlock,
  TitleState,
} from '#domain/handover/after-sale-states.ts';

export type TitleInputs = {
  'handover/open-title-case': {
    contractId?: string;
    buildingId?: string;
    documentsHere?: string;
    documentsMissing?: string;
  };
  'handover/move-title-case': {
    titleCaseId: string;
    to: TitleState;
    on: string;
    documentsHere?: string;
    documentsMissing?: string;
    taxAmount?: string;
    registryNumber?: string;
    certificateNumber?: string;
    receivedBy?: string;
    remark?: string;
  };
  'handover/block-title-case': {
    titleCaseId: string;
    because: TitleBlock;
    note?: string;
    documentsMissing?: string;
  };
  'handover/unblock-title-case': { titleCaseId: string; documentsHere?: string; documentsMissing?: string };
  'handover/check-title-case': { titleCaseId: string };
  'titles/read-title-list': {
    projectId: string;
    fileName?: string;
    contentBase64?: string;
    decimalMark?: string;
    from?: number;
  };
  'handover/apply-title-list': { file: string; fileHash: string; projectId: string; rows: unknown[] };
  'handover/draft-engineering-change': {
    projectId: string;
    buildingId?: string;
    name: string;
    kind: EngineeringChangeKind;
    description: string;
    consequence?: string;
    decidedOn?: string;
    silenceMeans: SilenceMeans;
    mayRescind: boolean;
  };
  'handover/send-engineering-change': { engineeringChangeId: string; noticedOn: string; answerBy: string };
  'handover/answer-engineering-change': {
    changeAnswerId: string;
    answer: Extract<ChangeAnswerState, 'ACCEPTED' | 'OBJECTED' | 'RESCINDING'>;
    on: string;
    note?: string;
    consequence?: string;
  };
  'handover/close-engineering-change': { engineeringChangeId: string };
  'documents/write-change-letters': {
    engineeringChangeId: string;
    changeAnswerId?: string | undefined;
    language: 'en' | 'zh-CN';
    from?: number | undefined;
  };
};
