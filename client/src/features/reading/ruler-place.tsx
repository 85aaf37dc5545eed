import { lazy, Suspense, useSyncExternalStore } from 'react'
import { openTexts } from '../../text/language.ts'
import { reach } from '../../ui/reach.ts'
import { onReadingSettings, readingSettings } from './settings.ts'

const Ruler = lazy(async () => {
  const [{ Ruler }] = await reach(() => Promise.all([import('./ruler.tsx'), openTexts('reading')]))
  return { default: Ruler }
})

/** The line ruler, for whoever has turned it on. Once, beside the pages. */
export function RulerPlace() {
  const { ruler } = useSyncExternalStore(onReadingSettings, readingSettings)
  return (
    ruler && (
      <Suspense>
        <Ruler />
      </Suspense>
    )
  )
}
