import { Link } from 'wouter'
import { LanguageSwitch } from '../features/reading/language-switch.tsx'
import { ReadingButton } from '../features/reading/reading-button.tsx'
import { useText } from '../text/use-text.ts'
import { Mark } from '../ui/mark.tsx'
import type { FrameProps } from '../ui/page.tsx'
import './frame.css'

/** What is around every page, always in the same order: skip link, top bar, the page, Help first in the footer. */
export function Frame({ place, bar, children }: FrameProps) {
  const t = useText()
  return (
    <div className="frame">
      <a className="skip button button-main" href="#main">
        {t('common.skip')}
      </a>
      <header className="frame-header">
        <div className="frame-bar">
          <Link href="/" className="frame-home">
            <Mark />
            <span className="frame-name">{t('common.withy')}</span>
          </Link>
          {bar ?? (
            <>
              {place ? (
                <Link href={place.href} className="frame-place">
                  {place.title}
                </Link>
              ) : null}
              <span className="frame-space" />
              <LanguageSwitch />
              <ReadingButton />
            </>
          )}
        </div>
      </header>
      {children}
      <footer className="frame-footer">
        <div className="frame-bar">
          <nav aria-label={t('common.about-withy')}>
            <ul className="list row">
              <li>
                <Link href="/help">{t('common.help')}</Link>
              </li>
              <li>
                <Link href="/privacy">{t('common.privacy')}</Link>
              </li>
              <li>
                <Link href="/accessibility">{t('common.accessibility')}</Link>
              </li>
            </ul>
          </nav>
          {bar && <span className="frame-space" />}
          {bar && <LanguageSwitch />}
        </div>
      </footer>
    </div>
  )
}
