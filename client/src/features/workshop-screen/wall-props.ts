import type { WorkshopShared } from '@withy/shared/api'
import type { AgendaStep } from '@withy/shared/protocol'

/** What the words of a step are drawn from. */
export type WallProps = { readonly shared: WorkshopShared; readonly step: AgendaStep }
