/** The commands and questions of the room `care` that widgets give, with what each of them takes. */
import type {
  ServiceTicketState,
  TicketChannel,
  TicketKind,
  TicketPriority,
  WarrantyPart,
} from '#domain/care/care-states.ts';

export type CareInputs = {
  'care/set-up-warranty': { projectId?: string; rules?: 'CHINA' | 'DUBAI' };
  'care/set-up-service-levels': { escalateToId?: string };
  'care/open-ticket': {
    kind: TicketKind;
    subject: string;
    description?: string | undefined;
    priority?: TicketPriority | undefined;
    channel?: TicketChannel | undefined;
    customerId?: string | undefined;
    unitId?: string | undefined;
    contractId?: string | undefined;
    contactName?: string | undefined;
    contactPhone?: string | undefined;
    part?: WarrantyPart | undefined;
    department?: string | undefined;
    onBehalfOf?: string | undefined;
  };
  'care/move-ticket': {
    serviceTicketId: string;
    to: ServiceTicketState;
    assigneeId?: string | undefined;
    resolution?: string | undefined;
    kind?: TicketKind | undefined;
    priority?: TicketPriority | undefined;
    part?: WarrantyPart | undefined;
    department?: string | undefined;
  };
  'care/give-feedback': { serviceTicketId: string; feedback: string; satisfactionAsked?: boolean };
  'care/ask-rating-link': { serviceTicketId: string };
  'care/rate-ticket': { serviceTicketId: string; satisfaction: number; note?: string | undefined };
};
