import type { AgendaStep } from '@withy/shared/protocol'

/** What the body of each kind of step is given. */
export type StepProps = { readonly step: AgendaStep }
