import { useEffect, useState } from 'react'
import { decoded } from '../../api/fragment.ts'
import { CODE } from './invitation-words.ts'

const SKIP = '#main'

/**
 * What a link carries in its fragment, and whether that is a spoken code (`#code=…`, from a QR code beside one).
 * Taken out of the address bar at once, so that it is in no history entry, screenshot or copied address
 * (SPEC A11Y-15). A second link opened in the same window counts too.
 */
export function useSecret(): { readonly secret: string } | { readonly code: string } | null {
  const [fragment, setFragment] = useState(() => location.hash)
  useEffect(() => {
    const take = () => {
      // The skip link's own fragment is no link of ours, and must not take the place of one.
      if (!location.hash || location.hash === SKIP) return
      setFragment(location.hash)
      history.replaceState(history.state, '', location.pathname + location.search)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return secretOf(fragment)
}

/** @param fragment as the browser gives it, `#` first */
export function secretOf(fragment: string): { secret: string } | { code: string } | null {
  if (fragment.startsWith(CODE)) {
    const code = decoded(fragment.slice(CODE.length))
    return code === null ? null : { code }
  }
  const secret = fragment.slice(1)
  return secret && fragment !== SKIP ? { secret } : null
}
