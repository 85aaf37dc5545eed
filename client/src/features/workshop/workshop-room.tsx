import { useEffect } from 'react'
import { useText } from '../../text/use-text.ts'
import { MainHeading } from '../../ui/page.tsx'
import { Always } from './always.tsx'
import { Lead } from './lead/lead.tsx'
import { StepBody } from './step-body.tsx'
import { stepNow } from './step-now.ts'
import { TimeLeft } from './time-left.tsx'
import { useRoom } from './use-workshop.ts'
import './workshop.css'

/** A workshop on somebody's own device: the step the room is in, and what is always in reach. Facilitators lead from here too. */
export function WorkshopRoom() {
  const t = useText()
  const { now, mine, desk, take } = useRoom()
  const isIn = mine?.people.some(({ own }) => own) ?? false
  const isOpen = now.stage === 'open'
  useEffect(() => {
    // Whoever opens the page of an open workshop is in it: the name and the voice are those of the plan.
    if (isOpen && !isIn) take({ do: 'come-in' }).catch(() => {})
  }, [isOpen, isIn, take])
  const step = stepNow(now)
  const title = step ? step.title || t(`workshop.kind-${step.kind}`) : now.title
  return (
    <div className="workshop">
      <p className="workshop-over">{now.title}</p>
      <MainHeading>{title}</MainHeading>
      <TimeLeft />
      {step?.question ? <p className="workshop-question">{step.question}</p> : null}
      <StepBody step={step} />
      {isOpen ? <Always /> : null}
      {desk ? <Lead /> : null}
    </div>
  )
}
