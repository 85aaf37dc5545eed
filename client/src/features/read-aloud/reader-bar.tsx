import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { markPiece, unmark } from './mark-piece.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { createReader, type Reader, type Reading } from './reader.ts'
import './read-aloud.css'

type ReaderBarProps = {
  /** Id of the section that is read. */
  readonly section: string
  /** null: they may still come. */
  readonly voices: readonly SpeechSynthesisVoice[] | null
  /** Its buttons are there. */
  readonly onDrawn: () => void
  readonly onClose: () => void
  /** Goes on with another section. */
  readonly onSection: (section: string) => void
}

/** What is read now, and what to do with it: each button is large, and stays where it is (SPEC A11Y-88). */
export function ReaderBar({ section, voices, onDrawn, onClose, onSection }: ReaderBarProps) {
  const t = useText()
  const [pieces] = useState<readonly Piece[]>(() => piecesIn(section))
  const [now, setNow] = useState<Reading>({ is: 'paused', at: 0, rate: 1 })
  const reader = useRef<Reader | null>(null)
  const begun = useRef(false)
  const canRead = voices !== null && voices.length > 0 && pieces.length > 0
  const isLooking = voices === null && pieces.length > 0
  useClosedElsewhere(onClose)
  useEffect(() => {
    if (!canRead || !voices) return
    const made = createReader(pieces, voices, setNow)
    reader.current = made
    if (!begun.current) made.play()
    begun.current = true
    return () => {
      made.stop()
      unmark()
    }
  }, [canRead, pieces, voices])
  const drawn = useRef(onDrawn)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other buttons are there when it can read
  useEffect(() => drawn.current(), [canRead])
  const piece = pieces[now.at]
  useEffect(() => {
    if (canRead && piece) markPiece(piece)
  }, [canRead, piece])
  const after = canRead && now.is === 'done' ? sectionAfter(section) : null
  return (
    <section className="reader" aria-label={t('reading.aloud')} data-not-printed="">
      {canRead ? (
        <>
          <p className="reader-words" lang={piece?.lang} dir="auto">
            {piece?.words}
          </p>
          <NoVoice is={now.is} lang={piece?.lang ?? 'en'} />
          <div className="row">
            {now.is === 'reading' ? (
              <Button look="main" data-first="" onClick={() => reader.current?.pause()}>
                {t('reading.aloud-pause')}
              </Button>
            ) : (
              <Button look="main" data-first="" onClick={() => reader.current?.play()}>
                {t(now.is === 'done' ? 'reading.aloud-again' : 'reading.aloud-go-on')}
              </Button>
            )}
            <Button onClick={() => reader.current?.back()}>{t('reading.aloud-back')}</Button>
            <Button onClick={() => reader.current?.next()}>{t('reading.aloud-next')}</Button>
            <Button onClick={() => reader.current?.slower()}>{t('reading.aloud-slower')}</Button>
            <Button onClick={() => reader.current?.faster()}>{t('reading.aloud-faster')}</Button>
            {after && <Button onClick={() => onSection(after)}>{t('reading.aloud-after')}</Button>}
            <Button onClick={onClose}>{t('reading.aloud-stop')}</Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">
            {isLooking
              ? t('common.opening')
              : t(pieces.length === 0 ? 'reading.aloud-nothing' : 'reading.aloud-no-voices')}
          </p>
          {pieces.length > 0 && !isLooking && <p>{t('reading.aloud-other-way')}</p>}
          <div className="row">
            <Button data-first="" onClick={onClose}>
              {t('common.close')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Above the buttons, which stand at the foot of the page and stay there. */
function NoVoice({ is, lang }: { readonly is: Reading['is']; readonly lang: string }) {
  const t = useText()
  const says = lang.startsWith('cy') ? 'reading.aloud-no-welsh' : 'reading.aloud-no-such'
  return (
    <p role="status" className="reader-note">
      {is === 'no-voice' ? t(says) : is === 'done' ? t('reading.aloud-done') : ''}
    </p>
  )
}

function piecesIn(section: string): readonly Piece[] {
  const element = document.getElementById(section)
  return element ? piecesOf(element) : []
}

function sectionAfter(section: string): string | null {
  const ids = Array.from(document.querySelectorAll('[data-section]'), ({ id }) => id)
  return ids[ids.indexOf(section) + 1] ?? null
}

/** Another page, or leaving this one, ends it: nothing is read of what is not there. */
function useClosedElsewhere(onClose: () => void): void {
  const [address] = useLocation()
  const first = useRef(address)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (address !== first.current) close.current()
  }, [address])
  useEffect(() => {
    const leave = () => close.current()
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [])
}
