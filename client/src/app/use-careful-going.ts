import { useCallback, useRef, useState } from 'react'
import type { AroundNavHandler } from 'wouter'
import { wouldAskBeforeClosing } from '../live/ask-before-closing.ts'
import { fetchPage, isPageHere, routeOf } from './fetched-page.ts'

/** A page that takes longer says that it is opening, where nothing here could be lost by that (ms). */
const LONG = 1_000

/**
 * Going from page to page: a page is left when the next one is here, so that a plan with words that are not saved does not
 * give way to a page that cannot be had (SPEC SYNC-140).
 * @returns `go` for the router; `isStopped` while somebody is to be told that they stay where they are, `goOn` once they know
 */
export function useCarefulGoing() {
  const [isStopped, setIsStopped] = useState(false)
  const turn = useRef(0)
  const go = useCallback<AroundNavHandler>((navigate, to, options) => {
    const mine = ++turn.current
    const route = routeOf(new URL(to, location.href).pathname)
    if (isPageHere(route)) return navigate(to, options)
    let isDone = false
    const once = (then: () => void) => {
      if (!isDone && mine === turn.current) then()
      isDone = true
    }
    const leave = () => once(() => navigate(to, options))
    setTimeout(() => wouldAskBeforeClosing() || leave(), LONG)
    void fetchPage(route).then(leave, async () => {
      const isThere = await answers()
      // It is there, and cannot be had: of before an update, or asked for once already without a connection.
      once(() => (isThere ? location.assign(to) : setIsStopped(true)))
    })
  }, [])
  return { go, isStopped, goOn: () => setIsStopped(false) }
}

const answers = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
