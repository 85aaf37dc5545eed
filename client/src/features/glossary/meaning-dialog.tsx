import { Link } from 'wouter'
import { useText } from '../../text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Meaning } from './find-meanings.ts'

/** What a word means, in whose words, and an easier one where there is one. */
export function MeaningDialog({ shown, onClose }: { readonly shown: Meaning; readonly onClose: () => void }) {
  const t = useText()
  const { word, meaning, easier, from, lang } = shown
  return (
    <Dialog title={<bdi lang={lang}>{word}</bdi>} close={t('common.close')} onClose={onClose}>
      <p className="glossary-meaning" dir="auto" lang={lang}>
        {meaning}
      </p>
      {easier && (
        <p>
          {t('glossary.easier')} <bdi lang={lang}>{easier}</bdi>
        </p>
      )}
      <p className="quiet">{t(from === 'plan' ? 'glossary.from-plan' : 'glossary.from-list')}</p>
      {from === 'list' && (
        <p>
          <Link href="/help/care-words" className="link-alone">
            {t('glossary.list-all')}
          </Link>
        </p>
      )}
    </Dialog>
  )
}
