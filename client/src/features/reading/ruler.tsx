import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { readingSettings, setReadingSettings } from './settings.ts'
import { useRuler } from './use-ruler.ts'
import './ruler.css'

/** Room above and below the letters of a line (CSS px). */
const ROOM = 5

/** A band around the line being read, and what moves it where there is neither a mouse nor a keyboard (SPEC A11Y-85). */
export function Ruler() {
  const t = useText()
  const { line, go } = useRuler()
  return (
    <div className="ruler" data-not-printed="">
      {line && (
        <div
          aria-hidden="true"
          className="ruler-band"
          style={{ insetBlockStart: line.top - ROOM, blockSize: line.bottom - line.top + 2 * ROOM }}
        />
      )}
      <section aria-label={t('reading.ruler')} className="ruler-buttons">
        <Button aria-label={t('reading.ruler-up-about')} onClick={() => go(-1)}>
          {t('reading.ruler-up')}
        </Button>
        <Button aria-label={t('reading.ruler-down-about')} onClick={() => go(1)}>
          {t('reading.ruler-down')}
        </Button>
        <Button
          aria-label={t('reading.ruler-off-about')}
          onClick={() => setReadingSettings({ ...readingSettings(), ruler: false })}
        >
          {t('reading.ruler-off')}
        </Button>
      </section>
    </div>
  )
}
