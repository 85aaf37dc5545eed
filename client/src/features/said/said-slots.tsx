import { createContext, type ReactNode, useContext } from 'react'
import { type PlanSaid, usePlanSaid } from './use-said.ts'

const SaidContext = createContext<PlanSaid | null>(null)

/** Everything inside can show whose words stand in the plan on the desk, and who typed them (SPEC A11Y-253). */
export function SaidProvider({ children }: { readonly children: ReactNode }) {
  const slots = usePlanSaid()
  return (
    <SaidContext value={slots}>
      {children}
      {slots && <slots.drawing.SaidNews state={slots.state} />}
    </SaidContext>
  )
}

/** Of a section; nothing where nobody typed for another there. */
export function SaidHere({ section }: { readonly section: string }) {
  const slots = useContext(SaidContext)
  return slots && <slots.drawing.SaidHere section={section} state={slots.state} />
}
