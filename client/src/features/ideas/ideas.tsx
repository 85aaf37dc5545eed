import { boxKey, type Section } from '@withy/shared/plan'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { useWhenIdle } from '../../ui/use-when-idle.ts'
import type { TakingIdeas } from './idea-list.tsx'
import './ideas.css'

const fetchList = () => import('./idea-list.tsx')

/** Ideas that work elsewhere, for a section of a feature they serve. One tap makes one an action or an asset here (SPEC PLAN-89). */
export function Ideas({ section }: { readonly section: Section }) {
  const t = useText()
  const [isWanted, setWanted] = useState(false)
  const drawing = useWhenIdle(fetchList, isWanted)
  const boxes = section.boxes.flatMap((box): TakingIdeas[] =>
    box.type === 'list' && (box.shape === 'action' || box.shape === 'asset')
      ? [{ key: boxKey(section.id, box.id), shape: box.shape, title: box.title }]
      : [],
  )
  // There is an idea for every feature (SPEC PLAN-58).
  if (section.features.length === 0 || boxes.length === 0) return null
  return (
    <details className="ideas" onToggle={() => setWanted(true)}>
      <summary>{t('plan.ideas')}</summary>
      {drawing ? <drawing.IdeaList {...{ section, boxes }} /> : <p role="status">{t('common.opening')}</p>}
    </details>
  )
}
