import type { AgendaStep } from '@withy/shared/protocol'
import type { FromPage } from './from-page.ts'

/** What the body of each kind of step is given. */
export type StepProps = { readonly step: AgendaStep }

/** ... and what the page puts into it. */
export type WriteProps = StepProps & Pick<FromPage, 'writeIn'>
