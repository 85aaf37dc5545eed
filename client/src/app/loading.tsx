import { useEffect, useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Frame } from './frame.tsx'

const WORTH_SAYING_AFTER = 400 // ms; a quick page should not blink

/** While a page is being fetched. */
export function Loading() {
  const t = useText()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), WORTH_SAYING_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Frame>
      <main id="main" tabIndex={-1} className="page page-words">
        <p role="status" className="quiet">
          {slow ? t('common.opening') : ''}
        </p>
      </main>
    </Frame>
  )
}
