import { type ComponentType, createElement, lazy } from 'react'
import { parse } from 'regexparam'
import { matchRoute } from 'wouter'
import { OfflineError, reach } from '../ui/reach.ts'

type Fetch = () => Promise<{ readonly default: ComponentType<never> }>
type Known = { readonly fetch: Fetch; is: 'asked' | 'here' | 'away' }

const pages = new Map<string, Known>()

/** A page of the app, fetched when it is first wanted. @param path the route it is for */
export function fetchedPage<Props extends object>(
  path: string,
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
) {
  const Fetched = lazy(() => fetchPage(path).then(load))
  pages.set(path, { fetch: load as Fetch, is: 'asked' })
  return (props: Props) => createElement(Fetched as ComponentType<Props>, props)
}

/** The route of a path: the first that fits, as the router has it. */
export const routeOf = (path: string): string =>
  [...pages.keys()].find((route) => matchRoute(parse, route, path)[0]) ?? '*'

/** Whether a page can be drawn without fetching anything. */
export const isPageHere = (path: string): boolean => pages.get(path)?.is === 'here'

/**
 * Fetches the page of a route. One that was once away has to be opened as a new document: older browsers do not ask for what it
 * lacks again.
 * @throws {OfflineError} there is no connection, or it is from before an update
 */
export async function fetchPage(path: string): Promise<void> {
  const page = pages.get(path)
  if (!page || page.is === 'here') return
  if (page.is === 'away') throw new OfflineError(path)
  try {
    await reach(page.fetch)
    page.is = 'here'
  } catch (problem) {
    page.is = 'away'
    throw problem
  }
}
