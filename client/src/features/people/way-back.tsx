import { useState } from 'react'
import { wayBack } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import './people.css'

/** The private link for another device, asked for only when somebody wants to see it. */
export function useWayBack() {
  const [link, setLink] = useState<{ readonly words: string; readonly renewed: boolean } | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const show = async (renew: boolean) => {
    setRefused(null)
    try {
      setLink({ words: (await wayBack(renew)).link, renewed: renew })
    } catch (error) {
      setRefused(sentenceOf(error))
    }
  }
  return { link, refused, show }
}

/** "My way back in", shown only when asked for. */
export function WayBack({ link, refused, show }: ReturnType<typeof useWayBack>) {
  const t = useText()
  return (
    <section className="stack" aria-labelledby="way-back">
      <h2 id="way-back">{t('people.way-back-title')}</h2>
      <p>{t('people.way-back-words')}</p>
      <div role="status">{link?.renewed ? <p>{t('people.way-back-renewed')}</p> : null}</div>
      <PrivateLink link={link} refused={refused} show={show} />
      {link ? (
        <div className="row">
          <Button onClick={() => show(true)}>{t('people.way-back-renew')}</Button>
        </div>
      ) : null}
    </section>
  )
}

/** The link alone, behind a button until it is asked for. */
export function PrivateLink({ link, refused, show }: ReturnType<typeof useWayBack>) {
  const t = useText()
  return (
    <>
      {refused ? (
        <Notice look="careful" spoken>
          <p>{refused}</p>
        </Notice>
      ) : null}
      {link ? (
        <>
          <CopyField
            key={link.words}
            label={t('people.way-back-link')}
            words={link.words}
            copy={t('common.copy')}
            copied={t('common.copied')}
            byHand={t('common.select-to-copy')}
          />
          <QrCode words={link.words} label={t('people.way-back-qr')} className="invitation-qr" />
        </>
      ) : (
        <div className="row">
          <Button onClick={() => show(false)}>{t('people.way-back-show')}</Button>
        </div>
      )}
    </>
  )
}
