import type { StepKind } from '@withy/shared/protocol'
import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { useRoom } from '../use-workshop.ts'
import { FirstSheet } from './first-sheet.tsx'
import { StepSheet } from './step-sheet.tsx'
import './sheets.css'

/** In these nobody writes anything. */
const NO_SHEET: readonly StepKind[] = ['welcome', 'break']

/** The workshop on paper, for people who prefer it: one sheet for what will happen, and one for each step (SPEC WORK-37). */
export function Sheets() {
  const t = useText()
  const { now } = useRoom()
  const [isLarge, setLarge] = useState(false)
  return (
    <div className="stack">
      <div className="stack" data-not-printed>
        <p>{t('workshop-prepare.sheets-why')}</p>
        <Tick label={t('workshop-prepare.sheets-large')} ticked={isLarge} onTick={setLarge} />
        <div className="row">
          <Button look="main" onClick={() => window.print()}>
            {t('workshop-prepare.sheets-print')}
          </Button>
        </div>
      </div>
      <div className="sheets" data-large={isLarge ? '' : undefined}>
        <FirstSheet />
        {now.steps.map((step, at) =>
          NO_SHEET.includes(step.kind) ? null : <StepSheet key={step.id} step={step} number={at + 1} />,
        )}
      </div>
    </div>
  )
}
