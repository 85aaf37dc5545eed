import { useSyncExternalStore } from 'react'
import { useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { onReadingSettings, readingSettings, setReadingSettings } from './settings.ts'

/** Whether the keys that work anywhere on a plan's page do anything: they may be another program's. */
export function KeysTick() {
  const t = useText()
  const settings = useSyncExternalStore(onReadingSettings, readingSettings)
  return (
    <Tick
      label={t('keys.anywhere')}
      about={t('keys.anywhere-about')}
      ticked={settings.keys}
      onTick={(keys) => setReadingSettings({ ...settings, keys })}
    />
  )
}
